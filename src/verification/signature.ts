import type { Bundle } from '@sigstore/bundle';
import { dsse } from '@sigstore/core';
import { readBundle } from './bundle.js';
import { type CertificateFacts, readCertificate } from './certificate.js';
import type { Evidence } from './evidence.js';
import { asText, objectAt } from './json.js';
import { bundleOfLayer } from './layers.js';
import { readStatement, type Statement } from './statement.js';

/** A signature that was read, and not yet verified. */
export interface Signature {
  readonly bundle: Bundle;
  readonly about: About;
  readonly certificate: CertificateFacts | undefined;
}

/** Its subject. */
export type About =
  | { readonly kind: 'statement'; readonly statement: Statement }
  /** cosign's simple signing: a payload that names the digest. */
  | { readonly kind: 'payload'; readonly payload: Uint8Array; readonly digest: string }
  /** A signature over the manifest itself. */
  | { readonly kind: 'manifest'; readonly digest: string }
  /** Something that names no image. */
  | { readonly kind: 'other'; readonly type: string };

/** @throws Error for evidence that cannot be understood */
export function readSignature(evidence: Evidence): Signature {
  const bundle = evidence.kind === 'bundle' ? readBundle(evidence.bytes) : bundleOfLayer(evidence);
  return { bundle, about: aboutOf(bundle, evidence), certificate: certificateOf(bundle) };
}

function aboutOf({ content }: Bundle, evidence: Evidence): About {
  if (content.$case === 'dsseEnvelope') {
    const { payload, payloadType } = content.dsseEnvelope;
    const statement = readStatement(payload, payloadType);
    return statement === undefined ? { kind: 'other', type: payloadType } : { kind: 'statement', statement };
  }
  if (evidence.kind === 'simple-signing') return aboutOfPayload(evidence.bytes);
  return { kind: 'manifest', digest: `sha256:${content.messageSignature.messageDigest.digest.toString('hex')}` };
}

/** cosign's SIGNATURE_SPEC: the reference is for the reader alone. */
function aboutOfPayload(payload: Uint8Array): About {
  const critical = objectAt(JSON.parse(Buffer.from(payload).toString('utf8')), 'critical');
  const type = asText(critical?.type) ?? '';
  const digest = asText(objectAt(critical, 'image')?.['docker-manifest-digest']);
  if (type !== 'cosign container image signature' || digest === undefined) return { kind: 'other', type };
  return { kind: 'payload', payload, digest };
}

/** The leaf; authorities are taken from the trusted root alone. */
function certificateOf({ verificationMaterial: { content } }: Bundle): CertificateFacts | undefined {
  if (content.$case === 'publicKey') return undefined;
  const leaf = content.$case === 'certificate' ? content.certificate : content.x509CertificateChain.certificates[0];
  if (leaf === undefined) throw new Error('it has no certificate');
  return readCertificate(leaf.rawBytes);
}

/** @returns why the signature is not about this digest; undefined where it is */
export function bindingFault(about: About, digest: string): string | undefined {
  if (about.kind === 'other') return `it is about no image: its payload is of type ${JSON.stringify(about.type)}`;
  if (about.kind !== 'statement') {
    return about.digest === digest ? undefined : `it is for another image: ${about.digest}`;
  }
  const { subjects } = about.statement;
  if (subjects.has(digest)) return undefined;
  const [first, ...more] = subjects;
  return `its statement is about other digests: ${first ?? 'none'}${more.length > 0 ? ` and ${more.length} more` : ''}`;
}

/** The signature, and the bytes that it is over. */
export function signedBytes({ content }: Bundle, message: Uint8Array | undefined) {
  if (content.$case === 'messageSignature') return { bytes: message, signature: content.messageSignature.signature };
  const { payload, payloadType, signatures } = content.dsseEnvelope;
  return { bytes: dsse.preAuthEncoding(payloadType, payload), signature: signatures[0]?.sig };
}
