import type { PassThrough } from 'node:stream';
import { watched } from '../../registries/oci/blob-uploads.js';
import type { Blobs } from '../../registries/oci/blobs.js';
import type { SizedDescriptor } from '../../registries/oci/manifest.js';
import { mapConcurrent } from '../shared/concurrency.js';
import { type Destination, settle } from './destination.js';
import type { ImageGraph } from './graph.js';
import type { Meter } from './meter.js';
import { tee } from './tee.js';

const atOnce = 4;

interface Transfer {
  readonly source: Pick<Blobs, 'blob'>;
  readonly meter: Meter;
  readonly signal: AbortSignal;
}

interface Errand {
  readonly blob: SizedDescriptor;
  readonly destinations: readonly Destination[];
}

/** Brings the blobs of all manifests that a destination lacks, four at a time, the largest first. */
export async function copyBlobs(
  graph: ImageGraph,
  destinations: readonly Destination[],
  transfer: Transfer,
): Promise<void> {
  const errands = errandsOf(graph, destinations);
  for (const { blob, destinations: wanting } of errands) transfer.meter.expect(blob.size * wanting.length);
  await mapConcurrent(errands, atOnce, (errand) => copyBlob(errand, transfer));
}

function errandsOf({ nodes }: ImageGraph, destinations: readonly Destination[]): readonly Errand[] {
  const errands = new Map<string, { blob: SizedDescriptor; destinations: Set<Destination> }>();
  for (const [digest, { blobs }] of nodes) {
    const wanting = destinations.filter(({ present }) => !present.has(digest));
    for (const blob of wanting.length === 0 ? [] : blobs) {
      const errand = errands.get(blob.digest) ?? { blob, destinations: new Set() };
      errands.set(blob.digest, errand);
      for (const destination of wanting) errand.destinations.add(destination);
    }
  }
  return [...errands.values()]
    .map(({ blob, destinations: wanting }) => ({ blob, destinations: [...wanting] }))
    .sort((one, other) => other.blob.size - one.blob.size);
}

interface Upload {
  readonly destination: Destination;
  readonly location: URL | undefined;
}

async function copyBlob({ blob, destinations }: Errand, transfer: Transfer): Promise<void> {
  const uploads: Upload[] = [];
  await Promise.all(
    destinations.map((destination) =>
      settle(destination, transfer.signal, async () => {
        const needed = await need(blob, destination);
        if (needed === undefined) transfer.meter.expect(-blob.size);
        else uploads.push({ destination, location: needed.location });
      }),
    ),
  );
  if (uploads.length > 0) await send(blob, uploads, transfer);
}

/** Undefined when the blob is there, or was mounted. */
async function need(
  { digest }: SizedDescriptor,
  destination: Destination,
): Promise<{ readonly location: URL | undefined } | undefined> {
  const { repository, mountFrom } = destination;
  if (mountFrom === undefined) return (await repository.hasBlob(digest)) ? undefined : { location: undefined };
  const mount = await repository.mountBlob(digest, mountFrom);
  if (mount.kind === 'not-mounted') return { location: mount.location };
  destination.blobsMounted += 1;
  return undefined;
}

/** Reads the blob once for all uploads; one that has to try again reads it for itself. A fault of the source ends all. */
async function send(blob: SizedDescriptor, uploads: readonly Upload[], transfer: Transfer): Promise<void> {
  const { source, meter, signal } = transfer;
  const faults: unknown[] = [];
  const read = () => watched(source.blob(blob), (fault) => faults.push(fault));
  const shared = uploads.length > 1 ? tee(read(), uploads.length) : undefined;
  // Its fault is among `faults`, and reaches every upload.
  const reading = shared?.done.catch(() => undefined);
  await Promise.all(
    uploads.map(({ destination, location }, at) => {
      let branch: PassThrough | undefined = shared?.branches[at];
      const next = () => {
        // Whoever has to try again must not keep the others waiting for a branch that nobody reads.
        if (branch === undefined) shared?.branches[at]?.destroy();
        const pieces = branch ?? read();
        branch = undefined;
        return meter.count(pieces);
      };
      return settle(destination, signal, async () => {
        try {
          await destination.repository.uploadBlob(blob, next, location);
          destination.bytesCopied += blob.size;
        } finally {
          shared?.branches[at]?.destroy();
        }
      });
    }),
  );
  await reading;
  if (faults.length > 0) throw faults[0];
}
