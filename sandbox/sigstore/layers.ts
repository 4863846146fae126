import { envelopeJson, IN_TOTO, logBody, preAuth, type Signer } from './bundles.js';
import { type SignatureHash, sha256, signBytes, toPem } from './keys.js';
import type { LogBody, Rekor } from './rekor.js';
import type { Statement } from './statements.js';
import type { TimestampAuthority } from './timestamp-authority.js';

/** A layer of cosign's tags `sha256-….sig` and `sha256-….att`: its bytes, its media type, its annotations. */
export interface Layer {
  readonly mediaType: string;
  readonly bytes: Buffer;
  readonly annotations: Readonly<Record<string, string>>;
}

export interface LayerParts {
  readonly signer: Signer;
  readonly at: Date;
  readonly hash?: SignatureHash | undefined;
  /** A log of v1, which signs a promise. */
  readonly log?: Rekor | undefined;
  /** `intoto-0.0.1`: as cosign up to 2.1 logged attestations. */
  readonly entry?: 'dsse' | 'intoto' | 'intoto-0.0.1' | undefined;
  readonly authority?: TimestampAuthority | undefined;
}

/** The payload that `cosign sign` of version 1 and 2 signs. */
export function simpleSigningPayload(digest: string, reference = 'registry.example.com/app'): Buffer {
  const critical = {
    identity: { 'docker-reference': reference },
    image: { 'docker-manifest-digest': digest },
    type: 'cosign container image signature',
  };
  return Buffer.from(JSON.stringify({ critical, optional: null }));
}

export function createSimpleSigning(payload: Buffer, parts: LayerParts): Layer {
  const signature = sign(parts, payload);
  return {
    mediaType: 'application/vnd.dev.cosign.simplesigning.v1+json',
    bytes: payload,
    annotations: {
      'dev.cosignproject.cosign/signature': signature.toString('base64'),
      ...annotationsOf(parts, { signature, signed: payload }),
    },
  };
}

/**
 * The layer that `cosign attest` of version 1 and 2 writes: the signature is within the envelope, and its annotation is
 * empty.
 */
export function createAttestation(statement: Statement, parts: LayerParts): Layer {
  const envelope = { payload: Buffer.from(JSON.stringify(statement)), payloadType: IN_TOTO };
  const signed = preAuth(envelope);
  const signature = sign(parts, signed);
  const bytes = envelopeJson(envelope, signature);
  return {
    mediaType: 'application/vnd.dsse.envelope.v1+json',
    bytes,
    annotations: {
      'dev.cosignproject.cosign/signature': '',
      predicateType: statement.predicateType,
      ...annotationsOf(parts, { signature, signed, envelope, bytes }),
    },
  };
}

function sign({ signer, hash }: LayerParts, bytes: Uint8Array): Buffer {
  return signBytes('keys' in signer ? signer.keys : signer, bytes, hash);
}

interface Signed {
  readonly signature: Buffer;
  readonly signed: Buffer;
  readonly envelope?: { readonly payload: Buffer; readonly payloadType: string };
  /** The envelope as JSON. */
  readonly bytes?: Buffer;
}

function annotationsOf(
  { signer, at, log, entry, authority }: LayerParts,
  { signature, signed, envelope, bytes }: Signed,
): Record<string, string> {
  const bodyOf = (one: Rekor): LogBody =>
    entry === 'intoto-0.0.1' && bytes !== undefined
      ? oldBody(bytes, signer)
      : logBody({ log: one, signer, signature, signed, envelope, entry: entry === 'intoto' ? entry : undefined });
  return {
    ...('keys' in signer && {
      'dev.sigstore.cosign/certificate': toPem(signer.certificate),
      'dev.sigstore.cosign/chain': signer.chain.map((der) => toPem(der)).join(''),
    }),
    ...(log && {
      'dev.sigstore.cosign/bundle': legacyBundle(log, at, bodyOf(log)),
    }),
    ...(authority && {
      'dev.sigstore.cosign/rfc3161timestamp': JSON.stringify({
        SignedRFC3161Timestamp: authority.timestamp(signature, at).toString('base64'),
      }),
    }),
  };
}

function oldBody(envelope: Buffer, signer: Signer): LogBody {
  const pem = 'keys' in signer ? toPem(signer.certificate) : signer.pem;
  const hash = { algorithm: 'sha256', value: sha256(envelope).toString('hex') };
  return {
    apiVersion: '0.0.1',
    kind: 'intoto',
    spec: { content: { hash }, publicKey: Buffer.from(pem).toString('base64') },
  };
}

/** Rekor's promise in the words of cosign 1 and 2. */
function legacyBundle(log: Rekor, at: Date, body: LogBody): string {
  const { canonicalizedBody, integratedTime, logIndex, inclusionPromise } = log.append(body, at);
  return JSON.stringify({
    SignedEntryTimestamp: inclusionPromise?.signedEntryTimestamp,
    Payload: {
      body: canonicalizedBody,
      integratedTime: Number(integratedTime),
      logIndex: Number(logIndex),
      logID: log.keyId.toString('hex'),
    },
  });
}
