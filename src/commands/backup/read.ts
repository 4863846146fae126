import { Failure } from '../../errors.js';
import { formatRepository, isRepositoryPath, type RegistryName, type RepositoryName } from '../../images/name.js';
import { usernameAndPassword } from '../../input-names.js';
import type { DockerHub } from '../../registries/docker-hub.js';
import type { Registry } from '../../registries/registry.js';
import { collect, nowAndThen } from '../collect.js';
import type { Context } from '../command.js';
import { eachOf } from '../each.js';
import { hubNameOf } from '../hub-name.js';
import { listHubTags, listNames } from '../tags/read.js';
import type { BackedUpRepository, BackedUpTag } from './document.js';

/** What is to be kept: these repositories, of which each must be there, or whatever a namespace has. */
export type Scope =
  | { readonly kind: 'images'; readonly images: readonly RepositoryName[] }
  | { readonly kind: 'namespace'; readonly namespace: string };

const repositoriesAtOnce = 4;
const headsAtOnce = 8;

/** By Docker Hub's API: with settings, dates, sizes, platforms. */
export async function readHub(hub: DockerHub, scope: Scope, context: Context): Promise<readonly BackedUpRepository[]> {
  const names =
    scope.kind === 'images' ? scope.images.map(hubNameOf) : await listNamespace(hub, scope.namespace, context);
  return readAll(names, context, async ([namespace, name]) => {
    const details = await hub.repository(namespace, name);
    if (details === undefined) return missing(`${namespace}/${name}`, 'docker.io', scope, context);
    const listed = await listHubTags(hub, [namespace, name], context);
    const tags = listed.map(
      ({ name: tag, details: found }): BackedUpTag => ({
        name: tag,
        digest: found?.digest,
        mediaType: found?.mediaType,
        size: found?.size,
        pushed: found?.pushed,
        platforms: found?.platforms ?? [],
      }),
    );
    return { name: `${namespace}/${name}`, settings: details, tags };
  });
}

/** By the registry's own lists, and a HEAD for each tag. */
export async function readRegistry(
  registry: Registry,
  name: RegistryName,
  scope: Scope,
  context: Context,
): Promise<readonly BackedUpRepository[]> {
  const paths =
    scope.kind === 'images'
      ? scope.images.map(({ path }) => path)
      : await listCatalog(registry, scope.namespace, context);
  return readAll(paths, context, async (path) => {
    const repository = registry.repository({ registry: name, path });
    const listed = await listNames(repository, context).catch((fault: unknown) => {
      // The catalog still names repositories whose tags are all deleted.
      const gone = fault instanceof Failure && fault.kind === 'not-found';
      if (gone && scope.kind === 'namespace') return [];
      throw fault;
    });
    const tell = nowAndThen(context);
    let done = 0;
    const tags = await eachOf(listed, headsAtOnce, async ({ name: tag }): Promise<BackedUpTag | undefined> => {
      const descriptor = await repository.head(tag);
      done += 1;
      tell(() => `${path}: ${done} of ${listed.length} tags`, { done, total: listed.length });
      if (descriptor !== undefined) return { name: tag, digest: descriptor.digest, mediaType: descriptor.mediaType };
      context.log.warn(`${path}:${tag} was listed, and is not there: it was left out.`);
      return undefined;
    });
    return { name: path, tags: tags.filter((tag) => tag !== undefined) };
  });
}

async function readAll<T>(
  items: readonly T[],
  context: Context,
  read: (item: T) => Promise<BackedUpRepository | undefined>,
): Promise<readonly BackedUpRepository[]> {
  const tell = nowAndThen(context);
  let done = 0;
  const found = await eachOf(items, repositoriesAtOnce, async (item) => {
    const repository = await read(item);
    done += 1;
    tell(() => `${done} of ${items.length} repositories read`, { done, total: items.length });
    return repository;
  });
  return found.filter((repository) => repository !== undefined);
}

type HubName = readonly [string, string];

async function listNamespace(hub: DockerHub, namespace: string, context: Context): Promise<readonly HubName[]> {
  const listed = await collect(hub.repositories(namespace), (count) => `${count} repositories so far`, context);
  if (listed.length === 0) {
    context.log.warn(
      `Docker Hub lists no repositories in ${namespace}: it says that of a namespace that does not exist, and of one where ` +
        'all are private and not for these credentials. The backup is empty.',
    );
  }
  return listed.map(({ name }): HubName => [namespace, name]);
}

async function listCatalog(registry: Registry, namespace: string, context: Context): Promise<readonly string[]> {
  const listed = await collect(registry.repositories(), (count) => `${count} repositories so far`, context);
  const inside = listed.filter((path) => path.startsWith(`${namespace}/`));
  const legal = inside.filter(isRepositoryPath);
  const others = inside.length - legal.length;
  if (others > 0)
    context.log.warn(`The registry lists ${others} names that are no names of images: they were left out.`);
  if (legal.length === 0) {
    context.log.warn(
      `The registry lists ${listed.length} repositories, and none in ${namespace}. The backup is empty.`,
    );
  }
  return legal;
}

/** One that was named must be there; one that was listed may have gone meanwhile. */
function missing(path: string, host: string, { kind }: Scope, { log }: Context): undefined {
  const name = formatRepository({ registry: { host, plainHttp: false }, path });
  if (kind === 'images') {
    throw new Failure('not-found', {
      asked: `the repository ${name}`,
      answered: 'Docker Hub has none of that name that these credentials may see',
      advice: `Check the name; for a private one give ${usernameAndPassword} (an access token with Read).`,
    });
  }
  log.warn(`${name} was listed, and is not there: it was left out.`);
  return undefined;
}
