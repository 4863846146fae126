import type { RepositoryName } from '../../images/name.js';
import type { Repository } from '../../registries/repository.js';
import type { Context } from '../command.js';
import type { DeletingAccess } from '../deleting-access.js';
import { readGhcr } from './read-ghcr.js';
import { readHarbor } from './read-harbor.js';
import { readHub } from './read-hub.js';
import { readRegistry } from './read-registry.js';
import type { Stock } from './stock.js';

/**
 * Reads what a repository has, by the way that this registry has for it. Which one it is may show only in its first
 * answer: so the list of tags is begun, and where the registry turns out to have an API of its own, given up for that.
 * @throws Failure for whatever cannot be read: half a repository must not look like a whole one
 */
export async function readStock(
  repository: RepositoryName,
  access: Repository,
  used: readonly string[],
  { registry, apis }: DeletingAccess,
  context: Context,
): Promise<Stock> {
  const { ownApi } = registry.profile();
  if (ownApi === 'docker-hub') return readHub(apis.hub(), repository, access, context);
  if (ownApi === 'ghcr') return readGhcr(apis.ghcr()(repository), access, context);
  const pages = access.tags()[Symbol.asyncIterator]();
  const first = await pages.next();
  if (registry.profile().ownApi === 'harbor') return readHarbor(apis.harbor(repository), context);
  return readRegistry(entriesOf(first, pages), access, repository, used, context);
}

/** One by one, for workers to take from; the pages after the first are asked for as they are wanted. */
async function* entriesOf<T>(
  first: IteratorResult<readonly T[]>,
  others: AsyncIterator<readonly T[]>,
): AsyncGenerator<T> {
  for (let page = first; !page.done; page = await others.next()) for (const entry of page.value) yield entry;
}
