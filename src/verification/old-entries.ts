import { createHash, verify } from 'node:crypto';
import type { TransparencyLogEntry } from '@sigstore/bundle';
import { json } from '@sigstore/core';
import { asObject, objectAt } from './json.js';
import type { Trust } from './trusted-roots.js';

/** The entry that cosign made for attestations up to version 2.1: `intoto` 0.0.1, which has the hash of the envelope. */
export const isOldEntry = ({ kindVersion: { kind, version } }: TransparencyLogEntry): boolean =>
  kind === 'intoto' && version === '0.0.1';

/**
 * Verifies such an entry, which the library does not know: a log of the trusted root has promised it, and it is for this
 * envelope.
 * @param envelope as it was logged: the layer
 * @throws Error for one that is not
 */
export function verifyOldEntry(
  entry: TransparencyLogEntry,
  envelope: Uint8Array | undefined,
  tlogs: Trust['tlogs'],
): void {
  if (!isPromised(entry, tlogs)) throw new Error('inclusion promise could not be verified');
  const { kind, apiVersion, spec } = asObject(JSON.parse(entry.canonicalizedBody.toString('utf8'))) ?? {};
  const { algorithm, value } = objectAt(spec, 'content', 'hash') ?? {};
  const hash = envelope && createHash('sha256').update(envelope).digest('hex');
  if (kind === 'intoto' && apiVersion === '0.0.1' && algorithm === 'sha256' && value === hash) return;
  throw new Error('its entry in the log is for another envelope');
}

function isPromised(entry: TransparencyLogEntry, tlogs: Trust['tlogs']): boolean {
  const { integratedTime, logIndex, logId, canonicalizedBody, inclusionPromise } = entry;
  const time = new Date(Number(integratedTime) * 1000);
  const payload = {
    body: canonicalizedBody.toString('base64'),
    integratedTime: Number(integratedTime),
    logIndex: Number(logIndex),
    logID: logId.keyId.toString('hex'),
  };
  const bytes = Buffer.from(json.canonicalize(payload));
  return tlogs.some(
    ({ logID, publicKey, validFor }) =>
      inclusionPromise !== undefined &&
      logID.equals(logId.keyId) &&
      validFor.start <= time &&
      time <= validFor.end &&
      verify('sha256', bytes, publicKey, inclusionPromise.signedEntryTimestamp),
  );
}
