import { IN_TOTO, logBody, preAuth, type Signer } from './bundles.js';
import { type SignatureHash, signBytes, toPem } from './keys.js';
import type { Rekor } from './rekor.js';
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
  readonly entry?: 'dsse' | 'intoto' | undefined;
  readonly authority?: TimestampAuthority | undefined;
}

/** What `cosign sign` of version 1 and 2 signs. */
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
      ...annotationsOf(parts, signature, payload, undefined),
    },
  };
}

/** What `cosign attest` of version 1 and 2 writes: the signature is within the envelope, and its annotation is empty. */
export function createAttestation(statement: Statement, parts: LayerParts): Layer {
  const envelope = { payload: Buffer.from(JSON.stringify(statement)), payloadType: IN_TOTO };
  const signed = preAuth(envelope);
  const signature = sign(parts, signed);
  return {
    mediaType: 'application/vnd.dsse.envelope.v1+json',
    bytes: Buffer.from(
      JSON.stringify({
        payloadType: IN_TOTO,
        payload: envelope.payload.toString('base64'),
        signatures: [{ keyid: '', sig: signature.toString('base64') }],
      }),
    ),
    annotations: {
      'dev.cosignproject.cosign/signature': '',
      predicateType: statement.predicateType,
      ...annotationsOf(parts, signature, signed, envelope),
    },
  };
}

function sign({ signer, hash }: LayerParts, bytes: Uint8Array): Buffer {
  return signBytes('keys' in signer ? signer.keys : signer, bytes, hash);
}

function annotationsOf(
  { signer, at, log, entry, authority }: LayerParts,
  signature: Buffer,
  signed: Buffer,
  envelope: { readonly payload: Buffer; readonly payloadType: string } | undefined,
): Record<string, string> {
  return {
    ...('keys' in signer && {
      'dev.sigstore.cosign/certificate': toPem(signer.certificate),
      'dev.sigstore.cosign/chain': signer.chain.map((der) => toPem(der)).join(''),
    }),
    ...(log && {
      'dev.sigstore.cosign/bundle': legacyBundle(log, at, logBody({ log, signer, signature, signed, envelope, entry })),
    }),
    ...(authority && {
      'dev.sigstore.cosign/rfc3161timestamp': JSON.stringify({
        SignedRFC3161Timestamp: authority.timestamp(signature, at).toString('base64'),
      }),
    }),
  };
}

/** Rekor's promise in the words of cosign 1 and 2. */
function legacyBundle(log: Rekor, at: Date, body: ReturnType<typeof logBody>): string {
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
