import { formatImage, formatRepository } from '../../images/name.js';
import type { Registry } from '../../registries/registry.js';
import type { Command, Context } from '../command.js';
import { mapConcurrent } from '../shared/concurrency.js';
import type { CredentialInputs } from '../shared/inputs/credentials.js';
import { connectWith } from '../shared/inputs/registry.js';
import { throttledProgress } from '../shared/progress/collect.js';
import { type Destination, settle } from './destination.js';
import { type ImageGraph, readGraph } from './graph.js';
import { type CopyInputs, copyInputs } from './inputs.js';
import { createMeter } from './meter.js';
import { type CopyPlan, type Place, planCopy } from './plan.js';
import { publish } from './publish.js';
import { type Copied, type CopyResult, reportCopy } from './report.js';
import { copyBlobs } from './transfer.js';

const atOnce = 6;

/** An image as it is, with all that belongs to it, from one repository to others; its tag is set last. */
export const copy: Command<CopyInputs, CopyResult> = {
  name: 'copy',
  summary:
    'Copy an image with all its platforms, signatures and SBOMs to other repositories and registries. The digest stays the same.',
  inputs: copyInputs,
  positional: ['from', 'to'],
  examples: [
    'acme/app:1.4.0-rc.2 acme/app:1.4.0 acme/app:latest',
    'docker.io/acme/app:1.4.0 registry.example.com/acme/app:1.4.0',
    'ghcr.io/acme/app:1.4.0 docker.io/acme/app --platforms linux/amd64',
  ],
  names: { help: 'the targets' },
  outputs: {
    digest:
      'The digest of the image, at the source and at every target. With `platforms`, the digest of the new index.',
    image: 'The target with its tag. Set only for a single target.',
    pinned: 'The target with its digest, `name@sha256:…`, to deploy. Set only for a single target.',
    'bytes-copied': 'The number of bytes of blobs that were transferred between registries.',
    'blobs-mounted': 'The number of blobs that the registry mounted from the repository of the source.',
    results:
      'A JSON array with one object for each target: `image`, `pinned`, `status` (`copied`, `unchanged`, `exists`, `not-tried`, `failed`), `bytesCopied`, `blobsMounted`, `error`, `exitCode`.',
  },
  timeout: (inputs) => inputs.timeout,
  run: runCopy,
  report: reportCopy,
};

async function runCopy(inputs: CopyInputs, context: Context): Promise<CopyResult> {
  const { log, signal, now, progress } = context;
  const plan = planCopy(inputs, context.workflow);
  const fromInputs = inputs['to-oidc'] === undefined ? inputs : withUsedToken(inputs);
  const home = await connectWith(plan.from.registry, fromInputs, context);
  const source = home.repository(plan.from);
  const destinations = await Promise.all(plan.places.map((place) => open(place, plan, home, inputs, context)));
  // Both sides at once; a target that cannot be used fails before anything is written anywhere.
  const [graph, ...tagged] = await Promise.all([
    readGraph(source, plan, inputs.referrers, log.warn),
    ...destinations.map(digestsOf),
  ]);
  const { digest } = graph.topLevel.manifest.descriptor;
  if (graph.rebuilt) log.warn(`some platforms are left out: the copy has a new index, ${digest}`);
  const others = destinations.map(({ tags }, at) => tags.filter((tag) => isOther(tagged[at]?.get(tag), digest)));
  for (const [at, { tags, unchanged }] of destinations.entries()) {
    for (const tag of tags) if (tagged[at]?.get(tag) === digest) unchanged.add(tag);
  }
  const result = { from: formatImage(plan.from), digest, rebuilt: graph.rebuilt };
  if (!inputs.overwrite && others.flat().length > 0) {
    return { ...result, targets: destinations.flatMap((one, at) => refused(one, digest, others[at] ?? [])) };
  }

  await mapConcurrent(destinations, atOnce, (one) => settle(one, signal, () => findPresent(graph, one)));
  const meter = createMeter(throttledProgress({ progress, now }));
  await copyBlobs(graph, destinations, { source, meter, signal });
  await mapConcurrent(destinations, atOnce, (one) =>
    settle(one, signal, () => publish(graph, one, { overwrite: inputs.overwrite, warn: log.warn })),
  );
  return { ...result, targets: destinations.flatMap((one) => done(one, digest)) };
}

/**
 * The target's repository: in the source's registry with the source's session, unless it has credentials of its own.
 */
async function open(
  place: Place,
  { from }: CopyPlan,
  home: Registry,
  inputs: CopyInputs,
  context: Context,
): Promise<Destination> {
  const { name, tags, isSameRegistry, ownCredentials } = place;
  const own: CredentialInputs = {
    registry: name.registry.host,
    username: ownCredentials ? inputs['to-username'] : undefined,
    password: ownCredentials ? inputs['to-password'] : undefined,
    oidc: ownCredentials ? inputs['to-oidc'] : undefined,
    'id-token': inputs['id-token'],
    'registry-auth': inputs['registry-auth'],
  };
  const registry =
    isSameRegistry && !ownCredentials ? home : await connectWith(name.registry, withUsedToken(own), context);
  return {
    name,
    tags,
    repository: registry.repository(name, 'push'),
    mountFrom: isSameRegistry && name.path !== from.path ? from.path : undefined,
    present: new Set(),
    unchanged: new Set(),
    bytesCopied: 0,
    blobsMounted: 0,
    failure: undefined,
  };
}

/** Without the ID token where it is for the other of the two registries. */
function withUsedToken<I extends CredentialInputs>(inputs: I): I {
  const isUsed = inputs.oidc !== undefined || inputs['registry-auth'].some(({ kind }) => kind === 'keyless');
  return isUsed ? inputs : { ...inputs, 'id-token': undefined };
}

/** The current state of the tags. */
async function digestsOf({ tags, repository }: Destination): Promise<ReadonlyMap<string, string | undefined>> {
  const heads = await mapConcurrent(tags, atOnce, async (tag) => [tag, (await repository.head(tag))?.digest] as const);
  return new Map(heads);
}

function isOther(there: string | undefined, digest: string): boolean {
  return there !== undefined && there !== digest;
}

async function findPresent({ nodes }: ImageGraph, { repository, present }: Destination): Promise<void> {
  await mapConcurrent([...nodes.keys()], atOnce, async (digest) => {
    if ((await repository.head(digest)) !== undefined) present.add(digest);
  });
}

function imagesOf({ name, tags }: Destination, digest: string) {
  const pinned = `${formatRepository(name)}@${digest}`;
  const images = tags.map((tag) => ({ tag, image: formatImage({ ...name, tag }), pinned }));
  return images.length === 0 ? [{ tag: undefined, image: pinned, pinned }] : images;
}

function refused(destination: Destination, digest: string, others: readonly string[]): readonly Copied[] {
  return imagesOf(destination, digest).map(({ tag, image, pinned }) => {
    const status = tag !== undefined && others.includes(tag) ? 'exists' : 'not-tried';
    return { image, pinned, status, bytesCopied: 0, blobsMounted: 0 };
  });
}

/** Several tags of one repository share the work: it is counted with the first. */
function done(destination: Destination, digest: string): readonly Copied[] {
  const { failure, unchanged, bytesCopied, blobsMounted, present } = destination;
  return imagesOf(destination, digest).map(({ tag, image, pinned }, at) => {
    const same = tag === undefined ? present.has(digest) : unchanged.has(tag);
    const work = at === 0 ? { bytesCopied, blobsMounted } : { bytesCopied: 0, blobsMounted: 0 };
    if (failure !== undefined) return { image, pinned, status: 'failed', ...work, failure };
    return { image, pinned, status: same ? 'unchanged' : 'copied', ...work };
  });
}
