import { formatImage, type RepositoryName } from '../../../images/name.js';
import type { Failure } from '../../../lib/errors.js';
import { artifactTypeOf } from '../../../registries/oci/inspection.js';
import { readCarriers, type SignatureReader } from '../../../registries/signatures/carriers.js';
import { readLayers } from '../../../registries/signatures/layers.js';
import type { Evidence } from '../../../verification/evidence.js';
import { mapConcurrent } from '../concurrency.js';

/**
 * Some signatures and attestations, and what could not be read: without that, it is unknown whether there are others.
 */
export interface FoundEvidence {
  readonly evidence: readonly Evidence[];
  readonly unread: readonly Failure[];
  /** A manifest that refers to the digest and has no signature of Sigstore: its type, and its location. */
  readonly others: readonly OtherReferrer[];
  /** Digests of the manifests that it is from, of which nothing is unread. */
  readonly carriers: readonly string[];
}

/** A bill of materials, a signature of Notation. */
export interface OtherReferrer {
  readonly type: string | undefined;
  readonly place: string;
}

/** Bundles that are read at a time; each may have 24 MiB. */
const atOnce = 4;

/**
 * The signatures and attestations of a digest that the registry has, some at a time.
 * @param known digests of manifests that need not be read again
 * @throws Failure where the registry does not answer
 */
export async function* findEvidence(
  repository: SignatureReader,
  name: RepositoryName,
  subject: string,
  known: ReadonlySet<string>,
): AsyncGenerator<FoundEvidence> {
  for await (const { carriers, unread } of readCarriers(repository, subject)) {
    const fresh = carriers.filter(({ manifest }) => !known.has(manifest.descriptor.digest));
    const read = await mapConcurrent(fresh, atOnce, async (carrier) => {
      const { digest } = carrier.manifest.descriptor;
      const where = carrier.tag === undefined ? { digest } : { tag: carrier.tag };
      const place = formatImage({ registry: name.registry, path: name.path, ...where });
      return {
        digest,
        type: artifactTypeOf(carrier.manifest),
        place,
        ...(await readLayers(repository, carrier, place)),
      };
    });
    yield {
      evidence: read.flatMap(({ evidence }) => evidence),
      unread: [...unread, ...read.flatMap((one) => one.unread)],
      others: read.flatMap(({ type, place, evidence, unread }) =>
        evidence.length + unread.length === 0 ? [{ type, place }] : [],
      ),
      carriers: read.flatMap((one) => (one.unread.length === 0 ? [one.digest] : [])),
    };
  }
}
