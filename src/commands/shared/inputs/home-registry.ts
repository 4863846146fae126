import { existsSync } from 'node:fs';
import { parseRegistry, registryIn } from '../../../images/name.js';
import { usageFailure } from '../../../lib/errors.js';
import { inputName, inputValue, usernameAndPassword } from '../../../lib/input-names.js';
import { splitList } from './types.js';

/** The inputs of a command that name images or repositories. */
export interface ImageInputs {
  readonly names: readonly string[];
  /** An entry may also be a file or folder. Images found in files never decide where credentials go. */
  readonly files?: boolean;
}

const usualRegistry = 'docker.io';

/**
 * The registry of `username`, `password` and `oidc` and of names without a registry: `registry`, else the one that all given
 * names have in front, else Docker Hub.
 * @param texts the text of each input that was given
 * @throws Failure (usage) when the credentials could belong to several registries, or to one that no image is in
 */
export function homeRegistry(texts: ReadonlyMap<string, string>, images: ImageInputs): string {
  const given = texts.get('registry');
  const named = hostsOf(texts, images);
  const [only] = named;
  if (given === undefined && named.size === 1) return only ?? usualRegistry;
  if (['username', 'password', 'oidc'].some((name) => texts.has(name))) {
    checkCredentials(given, named, texts.has('oidc'));
  }
  return given ?? usualRegistry;
}

/**
 * The organization that `oidc` logs in to Docker Hub for, where `username` does not name it: the one namespace of the given
 * names there. Official images have none.
 * @throws Failure as homeRegistry does
 */
export function organizationIn(texts: ReadonlyMap<string, string>, images: ImageInputs): string | undefined {
  if (parseRegistry(homeRegistry(texts, images)).host !== usualRegistry) return undefined;
  const namespaces = new Set(namesIn(texts, images).map((name) => namespaceOf(name) ?? texts.get('namespace')));
  namespaces.delete(undefined);
  namespaces.delete('library');
  return namespaces.size === 1 ? [...namespaces][0] : undefined;
}

function namespaceOf(name: string): string | undefined {
  const path = registryIn(name) === undefined ? name : name.slice(name.indexOf('/') + 1);
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : undefined;
}

/** Each registry once; undefined means names without one. */
function hostsOf(texts: ReadonlyMap<string, string>, images: ImageInputs): ReadonlySet<string | undefined> {
  return new Set(namesIn(texts, images).map((name) => registryIn(name)?.host));
}

function namesIn(texts: ReadonlyMap<string, string>, { names, files = false }: ImageInputs): readonly string[] {
  const entries = names.flatMap((name) => splitList(texts.get(name) ?? ''));
  return files ? entries.filter((entry) => !existsSync(entry)) : entries;
}

function checkCredentials(given: string | undefined, named: ReadonlySet<string | undefined>, isKeyless: boolean): void {
  const whose = isKeyless ? `${inputName('oidc')} is` : `${usernameAndPassword} are`;
  if (given === undefined) {
    if (named.size < 2) return;
    throw usageFailure(
      `${whose} given, and the images are in several registries: ${[...named].map((host) => host ?? usualRegistry).join(', ')}`,
      `Give the registry of these credentials as ${inputName('registry')}, or credentials for each in ${inputName('registry-auth')}.`,
    );
  }
  const { host } = parseRegistry(given);
  if (named.size === 0 || named.has(undefined) || named.has(host)) return;
  const [other] = named;
  throw usageFailure(
    `${whose} for ${host}, and the image is in ${other}`,
    `Give ${inputValue('registry', String(other))}, or leave ${inputName('registry')} out.`,
  );
}
