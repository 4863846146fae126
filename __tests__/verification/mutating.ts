import { expect } from '@jest/globals';
import fc from 'fast-check';
import type { Evidence } from '../../src/verification/evidence.js';
import type { Policy } from '../../src/verification/policy.js';
import type { Verdict } from '../../src/verification/verdict.js';
import { byIdentity, byKey, byProvenance, judged, key, provenance, signer, sigstore } from './acme.js';

/** Undefined where it could not be checked: that is an error of its kind, and no other. */
export async function verdictOf(evidence: Evidence, policy: Policy): Promise<Verdict | undefined> {
  try {
    return await judged([evidence], policy);
  } catch (thrown) {
    expect(thrown).toMatchObject({ kind: 'server' });
    return undefined;
  }
}

/** One byte of it, replaced by another. */
export interface Mutation {
  readonly place: number;
  readonly by: number;
}

export const mutation = fc.record({ place: fc.nat(), by: fc.integer({ min: 1, max: 255 }) });

export function mutate(bytes: Uint8Array, { place, by }: Mutation): Buffer {
  const copy = Buffer.from(bytes);
  const at = place % copy.length;
  copy[at] = (copy[at] ?? 0) ^ by;
  return copy;
}

export const bundles = [
  ['with a certificate in a log', sigstore.bundle({ statement: provenance }, signer), byProvenance],
  ['with a certificate and a timestamp', sigstore.bundle({ statement: provenance }, signer, { log: 2 }), byIdentity],
  ['with a key', sigstore.bundle({ statement: provenance }, key, { log: 'none' }), byKey],
] as const;

/** Replaces some bytes of a field that is base64; `fields` names those that may be taken. */
export function mutateField(text: string, fields: RegExp, which: number, changes: readonly Mutation[]): Buffer {
  const found = [...text.matchAll(fields)];
  const match = found[which % found.length];
  if (match === undefined) throw new Error('the text has no such field');
  const { 1: content = '', index, 0: all } = match;
  const from = index + all.indexOf(content);
  const changed = changes.reduce<Buffer>(mutate, Buffer.from(content, 'base64')).toString('base64');
  return Buffer.from(text.slice(0, from) + changed + text.slice(from + content.length));
}

/** Where a time is dropped from a bundle that has two, the other one counts. */
export function withoutTime(verdict: Verdict | undefined): unknown {
  return verdict?.matches.map(({ requirement, signer: { signedAt, ...rest } }) => ({ requirement, rest }));
}
