import { createHash, X509Certificate } from 'node:crypto';
import type { Bundle } from '@sigstore/bundle';
import { bundleOf } from './bundle.js';
import type { LayerEvidence } from './evidence.js';
import { asObject, asText, objectAt } from './json.js';

const annotation = {
  signature: 'dev.cosignproject.cosign/signature',
  certificate: 'dev.sigstore.cosign/certificate',
  entry: 'dev.sigstore.cosign/bundle',
  timestamp: 'dev.sigstore.cosign/rfc3161timestamp',
};

/**
 * A layer of cosign 1 and 2 as the bundle that cosign 3 would have written, for one way to verify both. Its chain is
 * left out: the authorities come from the trusted root.
 * @throws Error for any other layer
 */
export function bundleOfLayer({ kind, bytes, annotations }: LayerEvidence): Bundle {
  return bundleOf({
    mediaType: 'application/vnd.dev.sigstore.bundle+json;version=0.1',
    verificationMaterial: {
      ...signerOf(annotations[annotation.certificate]),
      tlogEntries: entryOf(annotations[annotation.entry]),
      timestampVerificationData: { rfc3161Timestamps: timestampOf(annotations[annotation.timestamp]) },
    },
    ...(kind === 'envelope'
      ? { dsseEnvelope: asObject(JSON.parse(Buffer.from(bytes).toString('utf8'))) }
      : { messageSignature: messageSignature(bytes, annotations[annotation.signature]) }),
  });
}

function messageSignature(bytes: Uint8Array, signature: string | undefined): object {
  if (!signature) throw new Error(`it has no annotation ${annotation.signature}`);
  const digest = createHash('sha256').update(bytes).digest('base64');
  return { messageDigest: { algorithm: 'SHA2_256', digest }, signature };
}

function signerOf(pem: string | undefined): object {
  if (!pem) return { publicKey: { hint: '' } };
  return { certificate: { rawBytes: new X509Certificate(pem).raw.toString('base64') } };
}

/**
 * Rekor's promise in the words of cosign: `{SignedEntryTimestamp, Payload: {body, integratedTime, logIndex, logID}}`.
 */
function entryOf(text: string | undefined): readonly object[] {
  if (!text) return [];
  const entry = asObject(JSON.parse(text));
  const payload = objectAt(entry, 'Payload');
  const body = asText(payload?.body) ?? '';
  const content = asObject(JSON.parse(Buffer.from(body, 'base64').toString('utf8')));
  return [
    {
      logIndex: String(payload?.logIndex),
      logId: { keyId: Buffer.from(asText(payload?.logID) ?? '', 'hex').toString('base64') },
      kindVersion: { kind: content?.kind, version: content?.apiVersion },
      integratedTime: String(payload?.integratedTime),
      inclusionPromise: { signedEntryTimestamp: entry?.SignedEntryTimestamp },
      canonicalizedBody: body,
    },
  ];
}

function timestampOf(text: string | undefined): readonly object[] {
  if (!text) return [];
  return [{ signedTimestamp: asObject(JSON.parse(text))?.SignedRFC3161Timestamp }];
}
