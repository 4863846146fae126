import { type ImageName, isTag, parseImageName, type RegistryName, registryIn } from '../../images/name.js';
import { type Platform, parsePlatform } from '../../images/platform.js';
import { type Strategy, strategies } from '../../images/version-step.js';
import { Failure } from '../../lib/errors.js';
import type { Target } from '../latest/targets.js';
import { badRequest } from './problem.js';
import type { Wanted } from './readiness.js';
import type { QueryParameter } from './routes.js';

const dockerHub: RegistryName = { host: 'docker.io', plainHttp: false };
/** A name has at most 255 characters, a tag 128. */
const longestUrl = 1024;

/** The part of a path behind its route, decoded. @throws Failure (usage) */
export function restOf(url: URL, route: string): string {
  if (url.href.length > longestUrl) throw badRequest(`the address is longer than ${longestUrl} characters`);
  try {
    return decodeURIComponent(url.pathname.slice(route.length));
  } catch {
    throw badRequest('the path is not encoded as one');
  }
}

/** `acme/app/1.2.0` and `registry.example.com/acme/app/1.2.0`. @throws Failure (usage) */
export function imageInPath(rest: string, registries: ReadonlyMap<string, RegistryName>): Target['image'] {
  const slash = rest.lastIndexOf('/');
  const tag = rest.slice(slash + 1);
  const name = rest.slice(0, Math.max(slash, 0));
  const advice = 'Write the name, a slash and the tag: /images/acme/app/1.2.0.';
  if (name === '' || !isTag(tag)) throw badRequest(`${JSON.stringify(rest)} does not end in a tag`, advice);
  const image = parseName(name, registries);
  if (image.tag !== undefined || image.digest !== undefined)
    throw badRequest(`${JSON.stringify(name)} has a tag or a digest`, advice);
  const { registry, path } = image;
  return { registry, path, tag };
}

/** `acme/app:1.2.0`, `registry.example.com/acme/app@sha256:…`. @throws Failure (usage) */
export function referenceInPath(rest: string, registries: ReadonlyMap<string, RegistryName>): Wanted {
  const { tag, digest, ...name } = parseName(rest, registries);
  if (digest !== undefined) return { ...name, digest, ...(tag === undefined ? {} : { tag }) };
  if (tag !== undefined) return { ...name, tag };
  throw badRequest(`${JSON.stringify(rest)} has neither a tag nor a digest`, 'Write /ready/acme/app:1.2.0.');
}

/** @throws Failure: usage for an invalid name; condition for a registry that is not allowed */
function parseName(text: string, registries: ReadonlyMap<string, RegistryName>): ImageName {
  const host = registryIn(text)?.host ?? dockerHub.host;
  const image = parseImageName(text, registries.get(host) ?? dockerHub);
  if (registries.has(image.registry.host)) return image;
  throw new Failure('condition', {
    operation: '',
    reason: `${image.registry.host} is not one of the allowed registries`,
    advice: 'Watch an image of it, or allow it.',
  });
}

/** Each parameter at most once, and none that is not known. @throws Failure (usage) */
export function readQuery(url: URL, known: Readonly<Record<string, QueryParameter>>): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  for (const [name, value] of url.searchParams) {
    if (!Object.hasOwn(known, name)) {
      const names = Object.keys(known);
      throw badRequest(
        `unknown parameter ${JSON.stringify(name)}`,
        names.length === 0 ? undefined : `Known: ${names.join(', ')}.`,
      );
    }
    if (given.has(name)) throw badRequest(`${name} is given twice`);
    given.set(name, value);
  }
  return given;
}

/** @throws Failure (usage) */
export function strategyIn(query: ReadonlyMap<string, string>, usual: Strategy): Strategy {
  const given = query.get('strategy');
  if (given === undefined) return usual;
  const found = strategies.find((one) => one === given.toLowerCase());
  if (found === undefined)
    throw badRequest(`strategy is ${JSON.stringify(given)}, which is not one of ${strategies.join(', ')}`);
  return found;
}

/** @throws Failure (usage) */
export function booleanIn(query: ReadonlyMap<string, string>, name: string, usual: boolean): boolean {
  const given = query.get(name);
  if (given === undefined) return usual;
  if (given !== 'true' && given !== 'false')
    throw badRequest(`${name} is ${JSON.stringify(given)}, which is neither true nor false`);
  return given === 'true';
}

/** @throws Failure (usage) */
export function platformsIn(query: ReadonlyMap<string, string>): readonly Platform[] {
  return (query.get('platforms') ?? '').split(',').flatMap((one) => (one === '' ? [] : [parsePlatform(one)]));
}
