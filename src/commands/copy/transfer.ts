import type { PassThrough } from 'node:stream';
import { observeErrors } from '../../registries/oci/blob-uploads.js';
import type { Blobs } from '../../registries/oci/blobs.js';
import type { SizedDescriptor } from '../../registries/oci/manifest.js';
import { mapConcurrent } from '../shared/concurrency.js';
import { type Destination, settle } from './destination.js';
import type { ImageGraph } from './graph.js';
import type { Meter } from './meter.js';
import { tee } from './tee.js';

const atOnce = 4;

interface CopyJob {
  readonly source: Pick<Blobs, 'blob'>;
  readonly meter: Meter;
  readonly signal: AbortSignal;
}

interface BlobTransfer {
  readonly blob: SizedDescriptor;
  readonly destinations: readonly Destination[];
}

/** Brings the blobs of all manifests that a destination lacks, four at a time, the largest first. */
export async function copyBlobs(graph: ImageGraph, destinations: readonly Destination[], job: CopyJob): Promise<void> {
  const transfers = transfersOf(graph, destinations);
  for (const { blob, destinations: wanting } of transfers) job.meter.expect(blob.size * wanting.length);
  await mapConcurrent(transfers, atOnce, (transfer) => copyBlob(transfer, job));
}

function transfersOf({ nodes }: ImageGraph, destinations: readonly Destination[]): readonly BlobTransfer[] {
  const transfers = new Map<string, { blob: SizedDescriptor; destinations: Set<Destination> }>();
  for (const [digest, { blobs }] of nodes) {
    const wanting = destinations.filter(({ present }) => !present.has(digest));
    for (const blob of wanting.length === 0 ? [] : blobs) {
      const transfer = transfers.get(blob.digest) ?? { blob, destinations: new Set() };
      transfers.set(blob.digest, transfer);
      for (const destination of wanting) transfer.destinations.add(destination);
    }
  }
  return [...transfers.values()]
    .map(({ blob, destinations: wanting }) => ({ blob, destinations: [...wanting] }))
    .sort((one, other) => other.blob.size - one.blob.size);
}

interface Upload {
  readonly destination: Destination;
  readonly location: URL | undefined;
}

async function copyBlob({ blob, destinations }: BlobTransfer, job: CopyJob): Promise<void> {
  const uploads: Upload[] = [];
  await Promise.all(
    destinations.map((destination) =>
      settle(destination, job.signal, async () => {
        const needed = await need(blob, destination);
        if (needed === undefined) job.meter.expect(-blob.size);
        else uploads.push({ destination, location: needed.location });
      }),
    ),
  );
  if (uploads.length > 0) await send(blob, uploads, job);
}

/** Undefined when the blob exists, or was mounted. */
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

/**
 * Reads the blob once for all uploads; one that has to try again reads it for itself. An error of the source ends all.
 */
async function send(blob: SizedDescriptor, uploads: readonly Upload[], job: CopyJob): Promise<void> {
  const { source, meter, signal } = job;
  const errors: unknown[] = [];
  const read = () => observeErrors(source.blob(blob), (error) => errors.push(error));
  const shared = uploads.length > 1 ? tee(read(), uploads.length) : undefined;
  // Its error is among `errors`, and reaches every upload.
  const finished = shared?.done.catch(() => undefined);
  await Promise.all(
    uploads.map(({ destination, location }, at) => {
      let branch: PassThrough | undefined = shared?.branches[at];
      const next = () => {
        // An upload that has to try again must not keep the others waiting for a branch without a reader.
        if (branch === undefined) shared?.branches[at]?.destroy();
        const chunks = branch ?? read();
        branch = undefined;
        return meter.count(chunks);
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
  await finished;
  if (errors.length > 0) throw errors[0];
}
