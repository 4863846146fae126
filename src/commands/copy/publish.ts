import { formatImage } from '../../images/name.js';
import { Failure } from '../../lib/errors.js';
import { inputName } from '../../lib/input-names.js';
import { listReferrersAtTag } from '../../registries/oci/referrers-tag.js';
import { mustPut, type Repository } from '../../registries/oci/repository.js';
import type { Destination } from './destination.js';
import type { ImageGraph, Node } from './graph.js';

export interface Publishing {
  readonly overwrite: boolean;
  readonly warn: (text: string) => void;
}

/**
 * Puts the manifests where their blobs are: children before what lists them, signatures before what they sign, and the
 * image's own tags at the very end, when everything else exists. Then checks the digests of the tags.
 * @throws Failure: usage for a tag that must not be overwritten, server where a tag is not what it was set to
 */
export async function publish(graph: ImageGraph, destination: Destination, options: Publishing): Promise<void> {
  const { repository, present, tags } = destination;
  const { topLevel, nodes } = graph;
  const digest = topLevel.manifest.descriptor.digest;
  const unlisted = new Map<string, Node[]>();
  for (const [at, node] of nodes) {
    if (at === digest) continue;
    const noted = present.has(at) ? await isListed(repository, node) : await put(repository, at, node);
    if (!noted && node.subject !== undefined) unlisted.set(node.subject, [...(unlisted.get(node.subject) ?? []), node]);
  }
  // Where the registry keeps no list of referrers, clients do.
  for (const [subject, referrers] of unlisted) {
    const manifests = referrers.map(({ manifest }) => manifest);
    await listReferrersAtTag(repository, subject, manifests, options.warn);
  }
  for (const [tag, of] of graph.tags) await putTag(tag, nodes.get(of), destination, options);
  for (const tag of tags) {
    if (destination.unchanged.has(tag)) continue;
    if (!options.overwrite) await refuseOther(destination, tag, digest);
    await putTopLevel(repository, tag, topLevel, options);
  }
  if (tags.length === 0 && !present.has(digest)) await putTopLevel(repository, digest, topLevel, options);
  await confirm(destination, digest);
}

/** @returns true if nothing has to be done about the list of referrers */
async function put(repository: Repository, reference: string, { manifest, subject }: Node): Promise<boolean> {
  const { subjectNoted } = await mustPut(repository, reference, manifest);
  return subject === undefined || subjectNoted;
}

async function putTopLevel(
  repository: Repository,
  reference: string,
  topLevel: Node,
  { warn }: Publishing,
): Promise<void> {
  const noted = await put(repository, reference, topLevel);
  if (!noted && topLevel.subject !== undefined)
    await listReferrersAtTag(repository, topLevel.subject, [topLevel.manifest], warn);
}

async function isListed(repository: Repository, { manifest, subject }: Node): Promise<boolean> {
  if (subject === undefined) return true;
  return (await repository.referrers(subject)).some(({ digest }) => digest === manifest.descriptor.digest);
}

/** A tag of cosign's beside the image. */
async function putTag(
  tag: string,
  node: Node | undefined,
  { repository, name }: Destination,
  { overwrite, warn }: Publishing,
): Promise<void> {
  if (node === undefined) return;
  const there = await repository.head(tag);
  if (there?.digest === node.manifest.descriptor.digest) return;
  if (there !== undefined && !overwrite) {
    return warn(`${formatImage({ ...name, tag })} differs from the source, and is not changed`);
  }
  await mustPut(repository, tag, node.manifest);
}

/** Somebody else may have set the tag while blobs were on their way. */
async function refuseOther({ repository, name }: Destination, tag: string, digest: string): Promise<void> {
  const there = await repository.head(tag);
  if (there === undefined || there.digest === digest) return;
  throw new Failure('condition', {
    operation: formatImage({ ...name, tag }),
    reason: `it was moved to another image meanwhile, ${there.digest}`,
    advice: `It was not changed, because ${inputName('overwrite')} is false.`,
  });
}

async function confirm({ repository, name, tags }: Destination, digest: string): Promise<void> {
  for (const reference of tags.length === 0 ? [digest] : tags) {
    const there = await repository.head(reference);
    if (there?.digest === digest) continue;
    throw new Failure('server', {
      operation: formatImage({ ...name, ...(tags.length === 0 ? { digest } : { tag: reference }) }),
      reason: `after the copy it is ${there?.digest ?? 'missing'}, not ${digest}`,
      advice:
        'Somebody else may have pushed at the same time, or the registry changes manifests: check the target, and copy again.',
    });
  }
}
