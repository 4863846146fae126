import { isDigest } from '../../images/digest.js';
import { asFailure, type Failure } from '../../lib/errors.js';
import type { Descriptor } from '../../registries/oci/manifest.js';
import type { Repository } from '../../registries/oci/repository.js';
import { mapConcurrent } from '../shared/concurrency.js';
import { listTags } from '../shared/deletion/verify.js';

/** A tag that is listed, and whose manifest the registry does not serve. */
export interface Unserved {
  /** The manifest of the tag, if the registry reports at least that. */
  readonly digest: string | undefined;
  /** The registry’s answer for it. */
  readonly answer: string;
}

/** The registry’s answer to the HEAD for a tag or a digest: the manifest, that it does not exist (404), or a 500. */
export interface Lookup {
  readonly reference: string;
  readonly found: Descriptor | undefined;
  /** Of a tag that is answered with 500. */
  readonly error: Failure | undefined;
}

/** @throws Failure for every other answer, and for a digest that is answered with 500 */
export async function lookUp(access: Repository, reference: string): Promise<Lookup> {
  try {
    return { reference, found: await access.head(reference), error: undefined };
  } catch (thrown) {
    const error = asFailure(thrown);
    if (error.status !== 500 || isDigest(reference)) throw thrown;
    return { reference, found: undefined, error };
  }
}

/**
 * True if the registry does not give the manifest of a tag: it answers 404 or 500 to the GET too.
 * @returns that answer; undefined where it gives the manifest
 * @throws Failure for every other answer
 */
export async function unservedAnswer(access: Repository, tag: string): Promise<string | undefined> {
  try {
    return (await access.manifest(tag)) === undefined ? 'the registry returns 404 for its manifest' : undefined;
  } catch (thrown) {
    const error = asFailure(thrown);
    if (error.status === 500) return error.message;
    throw thrown;
  }
}

/** The tags of a repository, where the looks need them: for what stays, and for tags that are listed and not served. */
export async function listWhereNeeded(access: Repository, lookups: readonly Lookup[]): Promise<readonly string[]> {
  const isAnyServed = lookups.some(({ found }) => found !== undefined);
  if (!isAnyServed && lookups.every(({ reference }) => isDigest(reference))) return [];
  return listTags(access).catch((thrown: unknown) => {
    // If the registry shows neither a tag nor a list, the tag does not exist.
    const { kind } = asFailure(thrown);
    if (isAnyServed || !['not-found', 'denied', 'authentication'].includes(kind)) throw thrown;
    return [];
  });
}

/**
 * The tags that the list has and the registry does not serve.
 * @throws Failure: the registry's own for a tag that is answered with 500 and not listed, or given by GET
 */
export async function unservedOf(
  access: Repository,
  lookups: readonly Lookup[],
  listed: readonly string[],
): Promise<ReadonlyMap<string, Unserved>> {
  const names = new Set(listed);
  const unserved = new Map<string, Unserved>();
  const absent = lookups.filter(({ found }) => found === undefined);
  await mapConcurrent(absent, 1, async ({ reference, error }) => {
    const answer = names.has(reference) ? await unservedAnswer(access, reference) : undefined;
    if (answer !== undefined) unserved.set(reference, { digest: undefined, answer });
    else if (error !== undefined) throw error;
  });
  return unserved;
}
