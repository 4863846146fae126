import { isDigest } from '../../../images/digest.js';
import { formatImage } from '../../../images/name.js';
import { Failure } from '../../../lib/errors.js';
import type { RepositoryDriver } from '../../../registries/drivers/driver.js';
import type { Repository } from '../../../registries/oci/repository.js';
import type { OpenRepository } from '../../../registries/registry.js';
import { mapConcurrent } from '../concurrency.js';

const atOnce = 8;
/** Tags that are looked at one by one after the deletes. */
const mostChecked = 1000;
const mostNamed = 10;

/**
 * A 202 is a promise: every tag that was to stay must still exist. One that is on another digest was pushed again. Of
 * very many, all have to be in the list of tags, and where that has names alone, 1,000 of them are looked at too.
 * @param wereRead whether they were served before: only then does a look at one show that it is gone
 * @throws Failure (server) naming those that are gone
 */
export async function verifyKept(opened: OpenRepository, kept: readonly string[], wereRead = true): Promise<void> {
  const { name, oci, driver } = opened;
  if (kept.length === 0) return;
  const areMany = kept.length > mostChecked || !wereRead;
  const digests = areMany ? await listDigests(driver) : undefined;
  const listed = areMany && digests === undefined ? new Set(await listTags(oci)) : undefined;
  const every = wereRead ? Math.ceil(kept.length / mostChecked) : Number.POSITIVE_INFINITY;
  const found = await mapConcurrent([...kept.entries()], atOnce, async ([at, tag]) => {
    const isListed = digests?.has(tag) || (listed?.has(tag) && (at + 1) % every !== 0);
    const exists = isListed || (await oci.head(tag)) !== undefined || (await isArchived(tag, opened));
    return exists ? [] : [formatImage({ ...name, tag })];
  });
  const missing = found.flat();
  if (missing.length === 0) return;
  const more = missing.length > mostNamed ? ` and ${missing.length - mostNamed} more` : '';
  const [is, it] = missing.length === 1 ? ['it is', 'it was'] : ['they are', 'they were'];
  throw new Failure('server', {
    operation: `Looking at ${missing.slice(0, mostNamed).join(', ')}${more} after the deletes`,
    reason: `${is} deleted too, although ${it} to be kept: the registry deleted more than was requested, or somebody else did`,
    advice:
      'Check the repository now. Restore the image from the journal with image-gate restore. If the journal does not have it, push it again.',
  });
}

/** True if the registry keeps the image of this tag and does not serve it. */
async function isArchived(tag: string, { kind, driver }: OpenRepository): Promise<boolean> {
  if (kind.capabilities.archives === undefined) return false;
  return (await driver.find?.(tag))?.unavailable !== undefined;
}

/** The tags of a repository with their digests, where its list has these. */
async function listDigests({ list }: RepositoryDriver): Promise<ReadonlyMap<string, string> | undefined> {
  if (list === undefined) return undefined;
  const digests = new Map<string, string>();
  for await (const page of list(false)) {
    for (const { digest, tags } of page) for (const { name } of tags) if (digest) digests.set(name, digest);
  }
  return digests;
}

/**
 * The names in the registry's list of tags, each once: a registry may repeat one from page to page.
 * @throws Failure as the list does
 */
export async function listTags(
  access: Pick<Repository, 'tags'>,
  onPage: () => void = () => undefined,
): Promise<readonly string[]> {
  const tags = new Set<string>();
  for await (const page of access.tags()) {
    onPage();
    // Artifactory lists digests among its tags: the manifest exists, and no tag keeps it.
    for (const tag of page) if (!isDigest(tag)) tags.add(tag);
  }
  return [...tags];
}
