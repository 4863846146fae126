import { parseJson } from '../parse-json.js';
import { digestOf } from './digest.js';

/** A Docker schema 1 manifest with its signatures: a JSON web signature in libtrust's pretty form. */
export const signedSchema1 = 'application/vnd.docker.distribution.manifest.v1+prettyjws';

/**
 * The digest of a manifest, by the algorithm of `like`. That of a signed schema 1 manifest is of its payload, without the
 * signatures; where there are none that can be read, of its bytes.
 */
export function manifestDigest(bytes: Buffer, mediaType: string, like?: string): string {
  return digestOf((mediaType === signedSchema1 ? payloadOf(bytes) : undefined) ?? bytes, like);
}

/** Each signature says how much of the document is payload, and how the payload ends. */
function payloadOf(bytes: Buffer): Buffer | undefined {
  const { signatures } = (parseJson(bytes) ?? {}) as { signatures?: unknown };
  const [signature] = Array.isArray(signatures) ? signatures : [];
  const { protected: encoded } = (signature ?? {}) as { protected?: unknown };
  if (typeof encoded !== 'string') return undefined;
  const { formatLength, formatTail } = (parseJson(Buffer.from(encoded, 'base64url')) ?? {}) as Record<string, unknown>;
  if (typeof formatLength !== 'number' || typeof formatTail !== 'string') return undefined;
  return Buffer.concat([bytes.subarray(0, formatLength), Buffer.from(formatTail, 'base64url')]);
}
