import { isRepositoryPath, repositoryName } from '../../images/name.js';
import { asFailure, type Failure } from '../../lib/errors.js';
import type { Repository } from '../../registries/oci/repository.js';
import type { Registry } from '../../registries/registry.js';
import type { Context } from '../command.js';
import { mapConcurrent } from '../shared/concurrency.js';
import { collect, throttledProgress } from '../shared/progress/collect.js';
import type { ListedRepository } from './listing.js';

const atOnce = 8;
/** Repositories that cannot be read, where none can, after which the others are not tried. */
const mostFailures = 20;
const soFar = (count: number) => `${count} repositories so far`;

/** The repositories of a namespace, or of the registry, with all that its list has of them. */
export async function listRepositories(
  registry: Registry,
  namespace: string | undefined,
  context: Context,
): Promise<readonly ListedRepository[]> {
  const found = await collect(registry.repositories(namespace), soFar, context);
  return legalNames(
    found.map(({ path, ...details }) => ({ name: path, ...details })),
    context,
  );
}

function legalNames(found: readonly ListedRepository[], { log }: Context): readonly ListedRepository[] {
  const legal = found.filter(({ name }) => isRepositoryPath(name));
  const others = found.length - legal.length;
  if (others > 0)
    log.warn(`The registry lists ${others} names that are not valid repository names: they were left out.`);
  return legal;
}

/**
 * The details from the distribution specification alone: the number of tags, with one or more requests each. One that
 * cannot be read has the error.
 */
export async function countTags(
  repositories: readonly ListedRepository[],
  registry: Registry,
  context: Context,
): Promise<readonly ListedRepository[]> {
  context.log.warn(
    `${registry.name.host} reports no pulls, stars, sizes or dates of repositories: their tags were counted, with one request each.`,
  );
  const reportProgress = throttledProgress(context);
  const total = repositories.length;
  let done = 0;
  let counted = 0;
  let failures = 0;
  let stopped: Failure | undefined;
  return mapConcurrent(repositories, atOnce, async (repository) => {
    if (stopped !== undefined) return { ...repository, failure: stopped };
    const { tags, failure } = await countOne(registry.repository(repositoryName(registry.name, repository.name)));
    if (context.signal.aborted) throw context.signal.reason;
    done += 1;
    reportProgress(() => `the tags of ${done} of ${total} repositories counted`, { done, total });
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
