import { isDigest } from '../../images/digest.js';
import type { Repository } from '../../registries/oci/repository.js';

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
    // Artifactory lists digests among its tags: there is a manifest, and it is no tag that keeps it.
    for (const tag of page) if (!isDigest(tag)) tags.add(tag);
  }
  return [...tags];
}
