import { parseJson } from '../lib/json.js';
import { digestOf } from './digest.js';

/**
 * True if these are the bytes of a manifest with this digest. That of a signed Docker schema 1 manifest is the digest
 * of its payload: the signed content, without the signatures that were put into it.
 */
export function isManifestOf(bytes: Buffer, digest: string): boolean {
  if (digestOf(bytes, digest) === digest) return true;
  const payload = payloadOf(bytes);
  return payload !== undefined && digestOf(payload, digest) === digest;
}

/**
 * The first signature has the length and the end of the payload (docker/libtrust, "JSON signature").
 */
function payloadOf(bytes: Buffer): Buffer | undefined {
  const [signature] = listOf(member(parseJson(bytes), 'signatures'));
  const protectedPart = member(signature, 'protected');
  if (typeof protectedPart !== 'string') return undefined;
  const format = parseJson(Buffer.from(protectedPart, 'base64url'));
  const [length, tail] = [member(format, 'formatLength'), member(format, 'formatTail')];
  if (typeof length !== 'number' || typeof tail !== 'string' || !(length >= 0 && length <= bytes.length))
    return undefined;
  return Buffer.concat([bytes.subarray(0, length), Buffer.from(tail, 'base64url')]);
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
