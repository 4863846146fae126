import { usageFailure } from '../lib/errors.js';
import { isLoopback } from '../lib/loopback.js';
import { isDigest } from './digest.js';

/**
 * A registry as users write it: its host (with the port, where one is given) and whether it is reached by `http://`.
 */
export interface RegistryName {
  /** Lower case, `host[:port]`; all the aliases of Docker Hub are `docker.io`. */
  readonly host: string;
  readonly plainHttp: boolean;
}

/** An image's name without tag or digest: `acme/api` on `docker.io`. */
export interface RepositoryName {
  readonly registry: RegistryName;
  /** The path in the registry, with `library/` in front for Docker Hub's official images. */
  readonly path: string;
}

/** A name with what follows it: `name[:tag][@digest]`. */
export interface ImageName extends RepositoryName {
  readonly tag?: string;
  readonly digest?: string;
}

const dockerHubAliases = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io', 'registry.hub.docker.com']);

const hostGrammar =
  /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|\[[0-9a-f:]+\])(?::([0-9]{1,5}))?$/;
/** OCI distribution specification, "pulling manifests". */
const pathGrammar = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const tagGrammar = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/;
const nameLimit = 255;

/** True if the text is a legal tag (OCI distribution specification: 1 to 128 characters). */
export function isTag(text: string): boolean {
  return tagGrammar.test(text);
}

/** True if the text is a legal name of a repository in its registry. */
export function isRepositoryPath(text: string): boolean {
  return text.length <= nameLimit && pathGrammar.test(text);
}

/**
 * Reads a registry: `ghcr.io`, `localhost:5000`, `http://registry.lan:5000`, `https://registry.example.com/`.
 * @throws Failure (usage) for anything else.
 */
export function parseRegistry(text: string): RegistryName {
  const scheme = /^(https?):\/\//i.exec(text);
  const host = text
    .slice(scheme?.[0].length ?? 0)
    .replace(/\/(?:v[12]\/?)?$/, '')
    .toLowerCase();
  const port = hostGrammar.exec(host)?.[1];
  // A text that looks like an address must be one (999.1.1.1, [:]): only URL knows all of that.
  const legal = hostGrammar.test(host) && URL.canParse(`https://${host}`);
  if (!legal || Number(port ?? 1) < 1) {
    throw usageFailure(
      `${JSON.stringify(text)} is not a registry's host`,
      'Write host or host:port, for example docker.io, ghcr.io or registry.example.com:5000.',
    );
  }
  if (!/[.:]/.test(host) && host !== 'localhost') {
    throw usageFailure(
      `${JSON.stringify(text)} would be read as a part of an image's name`,
      `Every tool reads a first part without a dot or a port as a namespace: write ${host}:443, or its full name.`,
    );
  }
  if (dockerHubAliases.has(host)) return { host: 'docker.io', plainHttp: false };
  return { host, plainHttp: scheme ? scheme[1]?.toLowerCase() === 'http' : isLoopback(host) };
}

/**
 * Puts a repository together from a registry and a path, and checks the path's grammar.
 * @throws Failure (usage) naming the part that is wrong.
 */
export function repositoryName(registry: RegistryName, path: string): RepositoryName {
  if (!pathGrammar.test(path)) {
    const lower = path.toLowerCase();
    throw usageFailure(
      `${JSON.stringify(path)} is not an image's name`,
      lower !== path && pathGrammar.test(lower)
        ? `Names of images are lower case: write ${JSON.stringify(lower)}.`
        : 'A name has lower-case letters, digits and single separators (. _ - /): acme/app.',
    );
  }
  const whole = registry.host === 'docker.io' && !path.includes('/') ? `library/${path}` : path;
  if (registry.host.length + 1 + whole.length > nameLimit) {
    throw usageFailure(
      `the image's name ${JSON.stringify(path)} is longer than ${nameLimit} characters with its registry`,
    );
  }
  return { registry, path: whole };
}

/**
 * Reads `[registry/]path[:tag][@digest]`. As in Docker, a first part with a dot or a colon, or `localhost`, is a
 * registry.
 * @param home the registry of names that have none in front
 * @throws Failure (usage) naming the part that is wrong.
 */
export function parseImageName(text: string, home: RegistryName): ImageName {
  const at = text.indexOf('@');
  const digest = at < 0 ? undefined : text.slice(at + 1);
  if (digest !== undefined && !isDigest(digest)) {
    throw usageFailure(`${JSON.stringify(text)} ends in ${JSON.stringify(digest)}, which is not a digest`);
  }
  const named = at < 0 ? text : text.slice(0, at);
  const colon = named.lastIndexOf(':');
  const tag = colon > named.lastIndexOf('/') ? named.slice(colon + 1) : undefined;
  if (tag !== undefined && !isTag(tag)) {
    throw usageFailure(`${JSON.stringify(text)} ends in ${JSON.stringify(tag)}, which is not a tag`);
  }
  const path = tag === undefined ? named : named.slice(0, colon);
  const slash = path.indexOf('/');
  const first = path.slice(0, Math.max(slash, 0));
  const repository = namesRegistry(first)
    ? repositoryName(inheritScheme(parseRegistry(first), home), path.slice(slash + 1))
    : repositoryName(home, path);
  return { ...repository, ...(tag === undefined ? {} : { tag }), ...(digest === undefined ? {} : { digest }) };
}

/** The registry that a name has in front; undefined where it has none, or one that is not a host. */
export function registryIn(text: string): RegistryName | undefined {
  const first = text.slice(0, Math.max(text.indexOf('/'), 0));
  try {
    return namesRegistry(first) ? parseRegistry(first) : undefined;
  } catch {
    return undefined;
  }
}

/** Docker's rule for the part before the first slash. */
function namesRegistry(first: string): boolean {
  return /[.:]/.test(first) || first.toLowerCase() === 'localhost';
}

/** `image: registry.lan:5000/app` beside `registry: http://registry.lan:5000` is the same registry, plain HTTP too. */
function inheritScheme(registry: RegistryName, home: RegistryName): RegistryName {
  return registry.host === home.host ? home : registry;
}

/**
 * The repository as people write it: without `docker.io` and `library/`, where it reads back as the same without them.
 */
export function formatRepository(repository: RepositoryName): string {
  if (repository.registry.host !== 'docker.io') return `${repository.registry.host}/${repository.path}`;
  const [first = '', ...rest] = repository.path.split('/');
  if (first === 'library' && rest.length === 1) return rest.join('/');
  return namesRegistry(first) ? `docker.io/${repository.path}` : repository.path;
}

/** `name[:tag][@digest]` as people write it. */
export function formatImage(image: ImageName): string {
  return `${formatRepository(image)}${image.tag === undefined ? '' : `:${image.tag}`}${image.digest === undefined ? '' : `@${image.digest}`}`;
}
