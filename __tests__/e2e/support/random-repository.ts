import fc from 'fast-check';
import { type Descriptor, pusher, pushImage } from '../../../sandbox/index.js';
import type { Graph, Links, TaggedImage } from '../../../src/retention/image.js';
import { ociIndex, ociManifest } from '../../support/manifests.js';

/** What a random repository is made of. Numbers name what was made before, modulo its count. */
export interface Recipe {
  readonly images: readonly { readonly day: number; readonly tags: number; readonly label: string }[];
  readonly indexes: readonly { readonly parts: readonly number[]; readonly tags: number }[];
  readonly signatures: readonly { readonly of: number; readonly how: 'cosign' | 'referrer' | 'both' }[];
}

/** Images of equal and impossible dates, indexes that share parts, lie in one another, or list what has tags itself; signatures of any of it, of signatures too. */
export const recipes: fc.Arbitrary<Recipe> = fc.record({
  images: fc.array(
    fc.record({
      day: fc.integer({ min: 0, max: 4 }),
      tags: fc.integer({ min: 0, max: 2 }),
      label: fc.constantFrom('', 'soon', '1d', '2w', '900w'),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  indexes: fc.array(
    fc.record({ parts: fc.array(fc.nat(20), { minLength: 1, maxLength: 3 }), tags: fc.integer({ min: 0, max: 2 }) }),
    { maxLength: 3 },
  ),
  signatures: fc.array(
    fc.record({ of: fc.nat(20), how: fc.constantFrom('cosign' as const, 'referrer' as const, 'both' as const) }),
    { maxLength: 3 },
  ),
});

/** The same, but no index lies in another. */
export const flatRecipes = recipes.map(
  (recipe): Recipe => ({
    ...recipe,
    indexes: recipe.indexes.map(({ parts, tags }) => ({
      tags,
      parts: parts.map((part) => part % recipe.images.length),
    })),
  }),
);

/** The repository as the planner should see it. */
export interface RandomRepository {
  readonly images: readonly TaggedImage[];
  readonly graph: Graph;
  /** The digests of the manifests that have no tag. */
  readonly untagged: readonly string[];
  /** Of each manifest; undefined: it has none that says anything. */
  readonly dates: ReadonlyMap<string, Date | undefined>;
  /** Of each image its label `ttl`, of each index those of all images in it; '' for none. */
  readonly labels: ReadonlyMap<string, readonly string[]>;
}

const branches = ['main', 'dev', 'v1'];

/** The days that images are of: the epoch says nothing. */
export function dateOf(day: number): string {
  return day === 0 ? '1970-01-01T00:00:00Z' : `2026-0${day}-01T00:00:00Z`;
}

/** Pushes it as to a registry without a referrers API: clients keep referrers in an index under a tag. */
export async function pushRecipe(url: string, path: string, recipe: Recipe): Promise<RandomRepository> {
  const push = pusher({ url }, path);
  const made: { readonly descriptor: Descriptor; readonly date: Date | undefined }[] = [];
  const tags = new Map<string, string[]>();
  const dates = new Map<string, Date | undefined>();
  const graph = new Map<string, Links>();
  const labels = new Map<string, readonly string[]>();
  let number = 0;
  const note = (descriptor: Descriptor, tag: string | undefined, date: Date | undefined) => {
    dates.set(descriptor.digest, date);
    if (tag !== undefined) tags.set(descriptor.digest, [...(tags.get(descriptor.digest) ?? []), tag]);
  };
  const names = (count: number) => Array.from({ length: count }, () => `${branches[number % 3]}-${++number}`);

  for (const [at, { day, tags: count, label }] of recipe.images.entries()) {
    const spec = { created: dateOf(day), content: `${path} ${at}`, ...(label !== '' && { labels: { ttl: label } }) };
    const date = day === 0 ? undefined : new Date(dateOf(day));
    const wanted = names(count);
    const pushed = await pushImage({ url }, path, wanted[0] ?? 'untagged', spec);
    for (const tag of wanted.slice(1)) await pushImage({ url }, path, tag, spec);
    labels.set(pushed.digest, [label]);
    made.push({ descriptor: { mediaType: ociManifest, digest: pushed.digest, size: pushed.size }, date });
    // The tag that it took to push it is no part of the recipe.
    if (wanted.length === 0) note(pushed, 'untagged', date);
    for (const tag of wanted) note(pushed, tag, date);
  }
  // One tag for all that was to have none: only the last of them keeps it.
  for (const [digest, on] of tags) {
    const last = made.findLast((_, at) => recipe.images[at]?.tags === 0)?.descriptor.digest;
    const rest = on.filter((tag) => tag !== 'untagged' || digest === last);
    if (rest.length === 0) tags.delete(digest);
    else tags.set(digest, rest);
  }
  for (const { parts, tags: count } of recipe.indexes) {
    const chosen = [...new Set(parts.map((part) => part % made.length))].flatMap((part) => made[part] ?? []);
    const content = {
      schemaVersion: 2,
      mediaType: ociIndex,
      manifests: chosen.map(({ descriptor }) => descriptor),
      annotations: { path: `${path} ${number}` },
    };
    const wanted = names(count);
    const pushed = await push.manifest(content, wanted[0]);
    for (const tag of wanted.slice(1)) await push.manifest(content, tag);
    const date = chosen[0]?.date;
    labels.set(
      pushed.digest,
      chosen.flatMap((one) => labels.get(one.descriptor.digest) ?? []),
    );
    graph.set(pushed.digest, { children: chosen.map(({ descriptor }) => descriptor.digest), subject: undefined });
    for (const tag of wanted.length === 0 ? [undefined] : wanted) note(pushed, tag, date);
    made.push({ descriptor: pushed, date });
  }
  const referrers = new Map<string, Descriptor[]>();
  for (const [at, { of, how }] of recipe.signatures.entries()) {
    const subject = made[of % made.length]?.descriptor;
    if (subject === undefined) continue;
    const about = subject.digest.replace(':', '-');
    if (how !== 'referrer') {
      const signature = await pushImage({ url }, path, `${about}.sig`, { content: `${path} cosign ${at}` });
      for (const [digest, on] of tags)
        tags.set(
          digest,
          on.filter((tag) => tag !== `${about}.sig`),
        );
      note(signature, `${about}.sig`, undefined);
      made.push({
        descriptor: { mediaType: ociManifest, digest: signature.digest, size: signature.size },
        date: undefined,
      });
    }
    if (how === 'cosign') continue;
    const { mediaType, digest, size } = subject;
    const config = await push.blob('application/vnd.oci.empty.v1+json', Buffer.from('{}'));
    const signature = await push.manifest({
      schemaVersion: 2,
      mediaType: ociManifest,
      artifactType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
      config,
      layers: [await push.blob('application/octet-stream', Buffer.from(`${path} ${at}`))],
      subject: { mediaType, digest, size },
    });
    referrers.set(digest, [...(referrers.get(digest) ?? []), signature]);
    const index = { schemaVersion: 2, mediaType: ociIndex, manifests: referrers.get(digest) };
    const fallback = await push.manifest(index, about);
    for (const [one, on] of tags)
      tags.set(
        one,
        on.filter((tag) => tag !== about),
      );
    note(fallback, about, undefined);
    graph.set(fallback.digest, {
      children: (referrers.get(digest) ?? []).map((one) => one.digest),
      subject: undefined,
    });
    graph.set(signature.digest, { children: [], subject: digest });
    made.push({ descriptor: signature, date: undefined });
  }
  const images = [...tags]
    .filter(([, on]) => on.length > 0)
    .map(([digest, on]): TaggedImage => ({ digest, tags: on, date: dates.get(digest) }));
  const tagged = new Set(images.map(({ digest }) => digest));
  const untagged = made.map(({ descriptor }) => descriptor.digest).filter((digest) => !tagged.has(digest));
  return { images, graph, untagged, dates, labels };
}
