import { Failure } from '../../lib/errors.js';
import type { Evidence } from '../../verification/evidence.js';
import type { Descriptor, SizedDescriptor } from '../oci/manifest.js';
import type { Carrier, SignatureReader } from './carriers.js';

/** The most bytes of one signature or attestation; GitHub takes predicates of 16 MB. */
export const evidenceLimit = 24 * 1024 * 1024;
/** Signatures in one manifest that are read: cosign adds a layer for each. */
const mostLayers = 100;

const simpleSigning = 'application/vnd.dev.cosign.simplesigning.v1+json';
const envelope = 'application/vnd.dsse.envelope.v1+json';
const bundle = /^application\/vnd\.dev\.sigstore\.bundle[.+]/;

/** The contents of the layers of a carrier. */
export interface ReadLayers {
  readonly evidence: readonly Evidence[];
  readonly unread: readonly Failure[];
}

/**
 * The signatures and attestations in a manifest; layers of other types are none. One that cannot be
 * read does not keep others from being read.
 * @param place where the manifest is: an image reference
 */
export async function readLayers(repository: SignatureReader, carrier: Carrier, place: string): Promise<ReadLayers> {
  const evidence: Evidence[] = [];
  const unread: Failure[] = [];
  const layers = layersOf(carrier);
  for (const [layer, kind] of layers.slice(0, mostLayers)) {
    try {
      const { annotations = {} } = layer;
      evidence.push({
        kind,
        bytes: await read(repository, layer),
        annotations,
        place,
        subject: carrier.manifest.subject,
      });
    } catch (thrown) {
      if (!(thrown instanceof Failure)) throw thrown;
      unread.push(thrown);
    }
  }
  if (layers.length > mostLayers) unread.push(tooMany(place, layers.length));
  return { evidence, unread };
}

type Kind = Evidence['kind'];

/** The layers that are signatures, by their type; if that is not specific, by the type of the whole manifest. */
function layersOf({ manifest: { content, artifactType = '' } }: Carrier): readonly (readonly [Descriptor, Kind])[] {
  if (content.kind !== 'image') return [];
  const known = content.layers.flatMap((layer) => {
    const kind = kindOf(layer.mediaType);
    return kind === undefined ? [] : [[layer, kind] as const];
  });
  const [only] = content.layers;
  if (known.length > 0 || content.layers.length !== 1 || only === undefined || !bundle.test(artifactType)) return known;
  return [[only, 'bundle']];
}

function kindOf(mediaType: string): Kind | undefined {
  if (bundle.test(mediaType)) return 'bundle';
  if (mediaType === simpleSigning) return 'simple-signing';
  return mediaType === envelope ? 'envelope' : undefined;
}

async function read(repository: SignatureReader, layer: Descriptor): Promise<Buffer> {
  if (!isSized(layer) || layer.size > evidenceLimit) throw tooLarge(layer);
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of repository.blob(layer)) chunks.push(chunk);
  } catch (thrown) {
    throw thrown instanceof Failure && thrown.kind === 'not-found' ? layerNotFound(layer) : thrown;
  }
  return Buffer.concat(chunks);
}

function isSized(layer: Descriptor): layer is SizedDescriptor {
  return layer.size !== undefined && Number.isSafeInteger(layer.size) && layer.size >= 0;
}

function layerNotFound({ digest }: Descriptor): Failure {
  return new Failure('server', {
    operation: `the signature or attestation ${digest}`,
    reason: 'the registry lists it, but returns 404 for it',
    advice: 'Sign the image again.',
  });
}

function tooLarge({ digest, size }: Descriptor): Failure {
  const advice = 'Remove it from the registry, or attest with a smaller predicate.';
  const operation = `the signature or attestation ${digest}`;
  const parts = { operation, permanent: true, advice };
  if (size === undefined) return new Failure('server', { ...parts, reason: 'its manifest reports no size' });
  return new Failure('server', {
    ...parts,
    reason: `its ${size} bytes are more than the ${evidenceLimit} that are read`,
  });
}

function tooMany(place: string, count: number): Failure {
  return new Failure('server', {
    operation: place,
    reason: `it has ${count} signatures, and ${mostLayers} of them were read`,
    permanent: true,
    advice: 'The signature may be among the others: remove unneeded signatures.',
  });
}
