import type { CertifiedKey } from './fulcio.js';
import { type KeyPair, type SignatureHash, sha256, signBytes, toPem } from './keys.js';
import type { LogBody, LogEntry, Rekor } from './rekor.js';
import type { Statement } from './statements.js';
import type { TimestampAuthority } from './timestamp-authority.js';

export const IN_TOTO = 'application/vnd.in-toto+json';

/** The signer: a key and its certificate, or a key that the verifier knows. */
export type Signer = CertifiedKey | KeyPair;

export type Content =
  | { readonly statement: Statement; readonly payloadType?: string }
  | { readonly payload: Buffer; readonly payloadType: string }
  | { readonly message: Uint8Array };

export interface BundleParts {
  readonly version: '0.1' | '0.2' | '0.3';
  readonly signer: Signer;
  readonly content: Content;
  readonly at: Date;
  readonly hash?: SignatureHash | undefined;
  /** The log that takes the entry, and its kind if the log has several. */
  readonly log?: Rekor | undefined;
  readonly entry?: 'dsse' | 'intoto' | 'hashedrekord' | undefined;
  readonly authority?: TimestampAuthority | undefined;
}

/** A Sigstore bundle: a plain object, for a test to change before it is serialized. */
export interface Bundle {
  mediaType: string;
  verificationMaterial: {
    certificate?: { rawBytes: string };
    x509CertificateChain?: { certificates: { rawBytes: string }[] };
    publicKey?: { hint: string };
    tlogEntries: LogEntry[];
    timestampVerificationData?: { rfc3161Timestamps: { signedTimestamp: string }[] };
  };
  messageSignature?: { messageDigest: { algorithm: string; digest: string }; signature: string };
  dsseEnvelope?: { payload: string; payloadType: string; signatures: { sig: string; keyid: string }[] };
}

export function createBundle({ version, signer, content, at, hash, log, entry, authority }: BundleParts): Bundle {
  const keys = 'keys' in signer ? signer.keys : signer;
  const envelope = 'message' in content ? undefined : createEnvelope(content);
  const signed =
    envelope === undefined ? ('message' in content ? content.message : Buffer.alloc(0)) : preAuth(envelope);
  const signature = signBytes(keys, signed, hash);
  const body = log && logBody({ log, signer, signature, signed, envelope, entry });
  return {
    mediaType:
      version === '0.3'
        ? 'application/vnd.dev.sigstore.bundle.v0.3+json'
        : `application/vnd.dev.sigstore.bundle+json;version=${version}`,
    verificationMaterial: {
      ...signerMaterial(signer, version),
      tlogEntries: log && body ? [forVersion(log.append(body, at), version)] : [],
      ...(authority && {
        timestampVerificationData: {
          rfc3161Timestamps: [{ signedTimestamp: base64(authority.timestamp(signature, at)) }],
        },
      }),
    },
    ...(envelope === undefined
      ? {
          messageSignature: {
            messageDigest: { algorithm: 'SHA2_256', digest: base64(sha256(signed)) },
            signature: base64(signature),
          },
        }
      : {
          dsseEnvelope: {
            payload: base64(envelope.payload),
            payloadType: envelope.payloadType,
            signatures: [{ sig: base64(signature), keyid: '' }],
          },
        }),
  };
}

interface Envelope {
  readonly payload: Buffer;
  readonly payloadType: string;
}

function createEnvelope(content: Exclude<Content, { readonly message: Uint8Array }>): Envelope {
  return 'payload' in content
    ? content
    : { payload: Buffer.from(JSON.stringify(content.statement)), payloadType: content.payloadType ?? IN_TOTO };
}

/** DSSE's encoding of what is signed: the type and the payload, each with its length. */
export function preAuth({ payload, payloadType }: Envelope): Buffer {
  const type = Buffer.from(payloadType);
  return Buffer.concat([Buffer.from(`DSSEv1 ${type.length} `), type, Buffer.from(` ${payload.length} `), payload]);
}

/** The envelope as it is logged, and as a layer has it. */
export function envelopeJson({ payload, payloadType }: Envelope, signature: Buffer): Buffer {
  const signatures = [{ keyid: '', sig: base64(signature) }];
  return Buffer.from(JSON.stringify({ payloadType, payload: base64(payload), signatures }));
}

function signerMaterial(signer: Signer, version: string): object {
  if (!('keys' in signer)) return { publicKey: { hint: base64(sha256(signer.spki)) } };
  const certificate = { rawBytes: base64(signer.certificate) };
  return version === '0.3' ? { certificate } : { x509CertificateChain: { certificates: [certificate] } };
}

/** v0.1 has the log's promise alone. */
function forVersion({ inclusionProof, ...entry }: LogEntry, version: string): LogEntry {
  return version === '0.1' || inclusionProof === undefined ? entry : { ...entry, inclusionProof };
}

export interface Logged {
  readonly log: Rekor;
  readonly signer: Signer;
  readonly signature: Buffer;
  readonly signed: Uint8Array;
  readonly envelope?: Envelope | undefined;
  readonly entry?: BundleParts['entry'];
}

/** The fields of the log for each kind of entry (Rekor's types, v1 and v2). */
export function logBody({ log, signer, signature, signed, envelope, entry }: Logged): LogBody {
  const kind = entry ?? (envelope === undefined || log.version === 2 ? 'hashedrekord' : 'dsse');
  const der = 'keys' in signer ? signer.certificate : signer.spki;
  const pem = base64(Buffer.from('keys' in signer ? toPem(der) : signer.pem));
  if (log.version === 2) return bodyV2(kind, { signer, signature, signed, envelope, der });
  if (kind === 'hashedrekord' || envelope === undefined) {
    return {
      apiVersion: '0.0.1',
      kind: 'hashedrekord',
      spec: {
        data: { hash: { algorithm: 'sha256', value: sha256(signed).toString('hex') } },
        signature: { content: base64(signature), publicKey: { content: pem } },
      },
    };
  }
  const payloadHash = { algorithm: 'sha256', value: sha256(envelope.payload).toString('hex') };
  const hash = { algorithm: 'sha256', value: sha256(envelopeJson(envelope, signature)).toString('hex') };
  if (kind === 'dsse') {
    const signatures = [{ signature: base64(signature), verifier: pem }];
    return { apiVersion: '0.0.1', kind, spec: { envelopeHash: hash, payloadHash, signatures } };
  }
  const signatures = [{ sig: base64(Buffer.from(base64(signature))), publicKey: pem }];
  const content = { envelope: { payloadType: envelope.payloadType, signatures }, hash, payloadHash };
  return { apiVersion: '0.0.2', kind, spec: { content } };
}

function bodyV2(
  kind: 'dsse' | 'intoto' | 'hashedrekord',
  { signer, signature, signed, envelope, der }: Omit<Logged, 'log'> & { readonly der: Buffer },
): LogBody {
  const verifier = {
    ...('keys' in signer ? { x509Certificate: { rawBytes: base64(der) } } : { publicKey: { rawBytes: base64(der) } }),
    keyDetails: 'PKIX_ECDSA_P256_SHA_256',
  };
  if (kind === 'dsse' && envelope !== undefined) {
    const payloadHash = { algorithm: 'SHA2_256', digest: base64(sha256(envelope.payload)) };
    const signatures = [{ content: base64(signature), verifier }];
    return { apiVersion: '0.0.2', kind, spec: { dsseV002: { payloadHash, signatures } } };
  }
  const data = { algorithm: 'SHA2_256', digest: base64(sha256(signed)) };
  const spec = { hashedRekordV002: { data, signature: { content: base64(signature), verifier } } };
  return { apiVersion: '0.0.2', kind: 'hashedrekord', spec };
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
