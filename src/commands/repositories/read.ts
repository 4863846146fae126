import { asFailure, type Failure } from '../../errors.js';
import { isRepositoryPath, type RegistryName, repositoryName } from '../../images/name.js';
import type { DockerHub } from '../../registries/docker-hub.js';
import type { HubRepository } from '../../registries/docker-hub-objects.js';
import type { Registry } from '../../registries/registry.js';
import type { Repository } from '../../registries/repository.js';
import { collect, nowAndThen } from '../collect.js';
import type { Context } from '../command.js';
import { eachOf } from '../each.js';
import type { ListedRepository } from './listing.js';

const atOnce = 8;
/** Repositories that cannot be read, where none can, after which the others are not tried. */
const mostFailures = 20;
const soFar = (count: number) => `${count} repositories so far`;

/** By Docker Hub's API, a hundred a request, with all that it tells. */
export async function listHubRepositories(
  hub: DockerHub,
  namespace: string,
  context: Context,
): Promise<readonly ListedRepository[]> {
  const found = await collect(hub.repositories(namespace), soFar, context);
  return legalNames(found.map(hubRepository), context);
}

function hubRepository({ namespace, name, ...rest }: HubRepository): ListedRepository {
  const { pulls, stars, size, updated, private: hidden, description } = rest;
  return { name: `${namespace}/${name}`, pulls, stars, size, updated, private: hidden, description };
}

/** By `_catalog`, which knows no namespaces: all are read, and those of the namespace kept. */
export async function listCatalog(
  registry: Registry,
  namespace: string | undefined,
  context: Context,
): Promise<readonly ListedRepository[]> {
  const names = await collect(registry.repositories(), soFar, context);
  const own = namespace === undefined ? names : names.filter((name) => name.startsWith(`${namespace}/`));
  return legalNames(
    own.map((name) => ({ name })),
    context,
  );
}

function legalNames(found: readonly ListedRepository[], { log }: Context): readonly ListedRepository[] {
  const legal = found.filter(({ name }) => isRepositoryPath(name));
  const others = found.length - legal.length;
  if (others > 0)
    log.warn(`The registry lists ${others} names that are no legal names of repositories: they were left out.`);
  return legal;
}

/**
 * What there is to know where only the distribution specification helps: how many tags, a request or more each. One that
 * cannot be read says why.
 */
export async function countTags(
  repositories: readonly ListedRepository[],
  name: RegistryName,
  registry: Registry,
  context: Context,
): Promise<readonly ListedRepository[]> {
  context.log.warn(
    `${name.host} tells no pulls, stars, sizes or dates of repositories: their tags were counted, each by a request of its own.`,
  );
  const tell = nowAndThen(context);
  const total = repositories.length;
  let done = 0;
  let counted = 0;
  let failures = 0;
  let stopped: Failure | undefined;
  return eachOf(repositories, atOnce, async (repository) => {
    if (stopped !== undefined) return { ...repository, failure: stopped };
    const { tags, failure } = await countOne(registry.repository(repositoryName(name, repository.name)));
    if (context.signal.aborted) throw context.signal.reason;
    done += 1;
    tell(() => `the tags of ${done} of ${total} repositories counted`, { done, total });
    if (failure === undefined) counted += 1;
    else failures += 1;
    if (counted === 0 && failures >= mostFailures) stopped = failure;
    return failure === undefined ? { ...repository, tags } : { ...repository, failure };
  });
}

/** A repository whose tags are all deleted is unknown to some registries, and in the catalog still. */
async function countOne(repository: Pick<Repository, 'tags'>): Promise<{ tags: number; failure?: Failure }> {
  let tags = 0;
  try {
    for await (const page of repository.tags()) tags += page.length;
    return { tags };
  } catch (thrown) {
    const failure = asFailure(thrown);
    return failure.kind === 'not-found' ? { tags: 0 } : { tags, failure };
  }
}
