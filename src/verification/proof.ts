import type { KeyObject } from 'node:crypto';
import type { Bundle } from '@sigstore/bundle';
import type { X509Certificate } from '@sigstore/core';
import { type SignedEntity, type TrustMaterial, toSignedEntity, Verifier } from '@sigstore/verify';
import { isForSigningCode } from './certificate.js';
import { verifierOfEntry } from './log-entry.js';
import { isOldEntry, verifyOldEntry } from './old-entries.js';
import type { Trust } from './trusted-roots.js';
import { unknownWitness } from './witnesses.js';

/** The result of verifying a signature against an instance of Sigstore, and the time since when it is valid. */
export type Proof =
  | { readonly kind: 'valid'; readonly signedAt: string }
  /** It does not hold, and no other trusted root would change that. */
  | { readonly kind: 'invalid'; readonly reason: string }
  /** The trusted roots do not have, or no longer have, the key that would decide it. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** A signature and what it is over. */
export interface SignedContent {
  readonly bundle: Bundle;
  /** The bytes under a message signature; an envelope has its own. */
  readonly message: Uint8Array | undefined;
  /** An envelope as it was read, where it was a layer. */
  readonly envelope?: Uint8Array | undefined;
}

/**
 * Verifies a signature with a certificate: the chain to an authority, its validity when a log or a timestamp authority
 * saw the signature, the entries of the logs, the signature itself. An instance requires one of each kind that it has:
 * the public-good one a log of certificates, a transparency log and a time; GitHub's a timestamp alone.
 */
export function proveCertificate(
  content: SignedContent,
  certificate: X509Certificate,
  instances: readonly Trust[],
): Proof {
  try {
    return proveInAny(instances, content, certificate);
  } catch (thrown) {
    // A certificate or a timestamp whose parts are not where they belong.
    return { kind: 'invalid', reason: wordsOf(thrown) };
  }
}

function proveInAny(instances: readonly Trust[], content: SignedContent, certificate: X509Certificate): Proof {
  const { issuer } = certificate;
  const issuing = instances.filter(({ certificateAuthorities }) =>
    certificateAuthorities.some(({ certChain }) => certChain.some(({ subject }) => subject.equals(issuer))),
  );
  let proof: Proof = {
    kind: 'unknown',
    reason: 'its certificate is from an authority that is not in the trusted root',
  };
  for (const trust of issuing) {
    proof = proveIn(trust, content, certificate);
    if (proof.kind === 'valid') return proof;
  }
  return proof;
}

function proveIn(trust: Trust, content: SignedContent, certificate: X509Certificate): Proof {
  try {
    const entity = verifyIn({ ...trust, publicKey: unknownKey }, content, needs(trust.ctlogs), needs(trust.tlogs));
    if (!isForSigningCode(certificate))
      return { kind: 'invalid', reason: 'its certificate is not one for signing code' };
    const der = certificate.root.toDER();
    if (!entity.tlogEntries.every((entry) => verifierOfEntry(entry)?.equals(der))) {
      return { kind: 'invalid', reason: 'its entry in the log is for another certificate' };
    }
    return { kind: 'valid', signedAt: earliest(entity) };
  } catch (thrown) {
    const reason = unknownWitness(content.bundle, certificate, trust);
    return reason === undefined ? { kind: 'invalid', reason: wordsOf(thrown) } : { kind: 'unknown', reason };
  }
}

/**
 * When a key has signed, as far as a log or a timestamp authority of the instances attests.
 * @returns undefined where none does
 */
export function timeOfKey(content: SignedContent, key: KeyObject, instances: readonly Trust[]): string | undefined {
  const spki = key.export({ type: 'spki', format: 'der' });
  for (const trust of instances) {
    try {
      const publicKey = () => ({ publicKey: key, validFor: () => true });
      const entity = verifyIn({ ...trust, publicKey }, content, 0, 0);
      if (entity.tlogEntries.every((entry) => verifierOfEntry(entry)?.equals(spki))) return earliest(entity);
    } catch {
      // Another instance may have the log.
    }
  }
  return undefined;
}

/** @throws Error for what does not hold; a time by a log or a timestamp authority is always required */
function verifyIn(
  trust: TrustMaterial,
  { bundle, message, envelope }: SignedContent,
  ctlogThreshold: number,
  tlogThreshold: number,
): SignedEntity {
  const entity = toSignedEntity(bundle, message && Buffer.from(message));
  const old = entity.tlogEntries.filter(isOldEntry);
  for (const entry of old) verifyOldEntry(entry, envelope, trust.tlogs);
  const rest = { ...entity, tlogEntries: entity.tlogEntries.filter((entry) => !old.includes(entry)) };
  const thresholds = {
    ctlogThreshold,
    tlogThreshold: Math.max(0, tlogThreshold - old.length),
    timestampThreshold: 1,
  };
  new Verifier(trust, thresholds).verify(rest);
  return entity;
}

function unknownKey(): never {
  throw new Error('it is signed with a key, and has no certificate');
}

const needs = (witnesses: readonly unknown[]): number => (witnesses.length > 0 ? 1 : 0);

/** Of times that have been verified; ISO 8601. */
function earliest({ timestamps }: SignedEntity): string {
  const times = timestamps.flatMap((one) => {
    if (one.$case === 'timestamp-authority') return [one.timestamp.signingTime.getTime()];
    // Without a promise the log has not signed the time.
    return one.tlogEntry.inclusionPromise ? [Number(one.tlogEntry.integratedTime) * 1000] : [];
  });
  return new Date(Math.min(...times)).toISOString().replace('.000Z', 'Z');
}

/** The message and those of its causes, which have more details. */
function wordsOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  return thrown.cause === undefined ? thrown.message : `${thrown.message}: ${wordsOf(thrown.cause)}`;
}
