import { isRepositoryPath, type RegistryName, repositoryName } from '../../images/name.js';
import type { DockerHub } from '../../registries/docker-hub.js';
import type { HubRepository } from '../../registries/docker-hub-objects.js';
import type { Registry } from '../../registries/registry.js';
import { collect, nowAndThen } from '../collect.js';
import type { Context } from '../command.js';
import { eachOf } from '../each.js';
import type { ListedRepository } from './listing.js';

const atOnce = 8;
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

/** What there is to know where only the distribution specification helps: how many tags, a request or more each. */
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
  let done = 0;
  return eachOf(repositories, atOnce, async (repository) => {
    let tags = 0;
    for await (const page of registry.repository(repositoryName(name, repository.name)).tags()) tags += page.length;
    done += 1;
    tell(() => `the tags of ${done} of ${repositories.length} repositories counted`, {
      done,
      total: repositories.length,
    });
    return { ...repository, tags };
  });
}
