import { isDigest } from '../../images/digest.js';
import { type ImageName, parseImageName, type RepositoryName } from '../../images/name.js';
import { type Failure, usageFailure } from '../../lib/errors.js';
import { inputName } from '../../lib/input-names.js';
import type { InUse } from '../../retention/policy.js';
import { type GivenReference, readReferences } from '../shared/files/reference-files.js';

/** The registry of names without one when they are first read: no host, so that they can be recognised. */
const nowhere = { host: 'registry.invalid', plainHttp: false };

/** The references in use, read but not yet resolved. */
export interface NamedInUse {
  readonly inRepository: (repository: RepositoryName) => InUse;
  /** Words that were given themselves: each has to be a tag somewhere. */
  readonly words: readonly string[];
}

/**
 * Reads the references in use: entries that are references, and files that have some.
 * @throws Failure (usage) for a file that cannot be read
 */
export async function readInUse(entries: readonly string[]): Promise<NamedInUse> {
  const references = await readReferences(entries, 'in-use');
  for (const reference of references) {
    if (reference.kind === 'unresolved' && !isDigest(reference.text)) throw unclear(reference, reference.reason);
    if (reference.where === undefined && reference.kind === 'image') requireTag(reference.text);
  }
  const words = references.flatMap(({ kind, text, where }) => (kind === 'word' && where === undefined ? [text] : []));
  const inRepository = (repository: RepositoryName): InUse => {
    const tags = new Map<string, string>();
    const digests = new Map<string, string>();
    for (const reference of references) {
      const place = reference.where ?? `named in ${inputName('in-use')}`;
      const { tag, digest } = within(reference, repository);
      if (tag !== undefined) tags.set(tag, place);
      if (digest !== undefined) digests.set(digest, place);
    }
    return { tags, digests };
  };
  return { inRepository, words };
}

/** A path that leads nowhere looks like the name of an image: it must then have a tag or a digest. */
function requireTag(text: string): void {
  if (isDigest(text)) return;
  const { tag, digest } = parseImageName(text, nowhere);
  if (tag !== undefined || digest !== undefined) return;
  throw usageFailure(
    `${inputName('in-use')}: ${JSON.stringify(text)} is neither a file nor a tag`,
    `Write ${text}:TAG for an image. A file is looked for in the working directory; in a workflow actions/checkout has to come first.`,
  );
}

/** The tag and the digest in this repository that a reference means. */
function within(reference: GivenReference, repository: RepositoryName): Pick<ImageName, 'tag' | 'digest'> {
  const { text } = reference;
  if (isDigest(text)) return { digest: text };
  // A word alone is a tag, in every repository that is pruned.
  if (reference.kind === 'word') return { tag: text };
  const image = parseImageName(text, nowhere);
  if (!isSame(image, repository)) return {};
  if (reference.kind === 'no-tag') throw unclear(reference, 'the tag is set elsewhere');
  const { tag, digest } = image;
  return tag === undefined && digest === undefined
    ? { tag: 'latest' }
    : { ...(tag && { tag }), ...(digest && { digest }) };
}

/** A name without a registry is taken for any that ends so: it is better to keep an image once too often. */
function isSame({ registry, path }: ImageName, repository: RepositoryName): boolean {
  if (registry.host === nowhere.host) return repository.path === path || repository.path.endsWith(`/${path}`);
  return registry.host === repository.registry.host && path === repository.path;
}

function unclear({ text, where }: GivenReference, why: string): Failure {
  return usageFailure(
    `${inputName('in-use')}: which image ${JSON.stringify(text)}${where === undefined ? '' : ` at ${where}`} is cannot be known: ${why}`,
    'Nothing is deleted until the image is known: give the image itself, or the rendered file.',
  );
}
