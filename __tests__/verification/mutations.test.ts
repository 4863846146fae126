import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Evidence } from '../../src/verification/evidence.js';
import type { Policy } from '../../src/verification/policy.js';
import type { Verdict } from '../../src/verification/verdict.js';
import {
  byIdentity,
  byKey,
  byProvenance,
  digest,
  evidenceOf,
  judged,
  key,
  provenance,
  signer,
  sigstore,
} from './acme.js';

/** Undefined where it could not be checked: that is an error of its kind, and no other. */
async function verdictOf(evidence: Evidence, policy: Policy): Promise<Verdict | undefined> {
  try {
    return await judged([evidence], policy);
  } catch (thrown) {
    expect(thrown).toMatchObject({ kind: 'server' });
    return undefined;
  }
}

/** Each takes some milliseconds. */
const runs = { numRuns: 40 };

/** One byte of it, replaced by another. */
const mutation = fc.record({ place: fc.nat(), by: fc.integer({ min: 1, max: 255 }) });

function mutate(bytes: Uint8Array, { place, by }: { place: number; by: number }): Buffer {
  const copy = Buffer.from(bytes);
  const at = place % copy.length;
  copy[at] = (copy[at] ?? 0) ^ by;
  return copy;
}

const bundles = [
  ['with a certificate in a log', sigstore.bundle({ statement: provenance }, signer), byProvenance],
  ['with a certificate and a timestamp', sigstore.bundle({ statement: provenance }, signer, { log: 2 }), byIdentity],
  ['with a key', sigstore.bundle({ statement: provenance }, key, { log: 'none' }), byKey],
] as const;

/** What is signed, or signs: each is base64. */
const authenticated = /"(?:payload|sig|rawBytes|signedEntryTimestamp|canonicalizedBody)":"([\w+/=]+)"/g;

describe.each(bundles)('a bundle %s', (_, bundle, policy) => {
  const bytes = Buffer.from(JSON.stringify(bundle));
  const original = evidenceOf(bundle);

  it('verifies', async () => expect((await verdictOf(original, policy))?.verified).toBe(true));

  it('with any byte changed it is not verified, or nothing that it says has changed', async () => {
    const verdict = await verdictOf(original, policy);
    await fc.assert(
      fc.asyncProperty(mutation, async (one) => {
        const found = await verdictOf({ kind: 'bundle', bytes: mutate(bytes, one), place: 'here' }, policy);
        if (found?.verified) expect(withoutTime(found)).toEqual(withoutTime(verdict));
      }),
      runs,
    );
  });

  it('with any byte changed of what is signed, or of a signature, it is not verified', async () => {
    const text = bytes.toString();
    const parts = [...text.matchAll(authenticated)].map(({ 1: content = '', index, 0: all }) => ({
      from: index + all.indexOf(content),
      content,
    }));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...parts), mutation, async ({ from, content }, one) => {
        const changed = mutate(Buffer.from(content, 'base64'), one).toString('base64');
        const whole = text.slice(0, from) + changed + text.slice(from + content.length);
        const found = await verdictOf({ kind: 'bundle', bytes: Buffer.from(whole), place: 'here' }, policy);
        expect(found?.verified ?? false).toBe(false);
      }),
      runs,
    );
  });
});

describe.each([
  ['simple signing', sigstore.simpleSigning(digest, signer, { timestamp: true })],
  ['an attestation', sigstore.attestation(provenance, signer)],
])('a layer of %s', (_, layer) => {
  it('with any byte changed it is not verified, or nothing that it says has changed', async () => {
    const verdict = await verdictOf(evidenceOf(layer), byIdentity);
    expect(verdict?.verified).toBe(true);
    await fc.assert(
      fc.asyncProperty(mutation, async (one) => {
        const found = await verdictOf(evidenceOf({ ...layer, bytes: mutate(layer.bytes, one) }), byIdentity);
        if (found?.verified) expect(withoutTime(found)).toEqual(withoutTime(verdict));
      }),
      runs,
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(layer.annotations)), mutation, async (name, one) => {
        const changed = mutate(Buffer.from(layer.annotations[name] || ' '), one).toString('latin1');
        const annotations = { ...layer.annotations, [name]: changed };
        const found = await verdictOf(evidenceOf({ ...layer, annotations }), byIdentity);
        if (found?.verified) expect(withoutTime(found)).toEqual(withoutTime(verdict));
      }),
      runs,
    );
  });
});

/** Where a time is dropped from a bundle that has two, the other one counts. */
function withoutTime(verdict: Verdict | undefined): unknown {
  return verdict?.matches.map(({ requirement, signer: { signedAt, ...rest } }) => ({ requirement, rest }));
}
