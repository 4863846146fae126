import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { byIdentity, digest, evidenceOf, provenance, signer, sigstore } from './acme.js';
import { bundles, mutate, mutateField, mutation, verdictOf, withoutTime } from './mutating.js';

/** Each takes some milliseconds. */
const runs = { numRuns: 40 };

/** What is signed, or signs: each is base64. */
const authenticated = /"(?:payload|sig|rawBytes|signedEntryTimestamp|canonicalizedBody)":"([\w+/=]+)"/g;

describe.each(bundles)('a bundle %s', (_, bundle, policy) => {
  const bytes = Buffer.from(JSON.stringify(bundle));
  const original = evidenceOf(bundle);

  it('verifies', async () => expect((await verdictOf(original, policy))?.verified).toBe(true));

  it('with any byte changed it is not verified, or its claims have not changed', async () => {
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
    await fc.assert(
      fc.asyncProperty(fc.nat(), mutation, async (which, one) => {
        const changed = mutateField(bytes.toString(), authenticated, which, [one]);
        const found = await verdictOf({ kind: 'bundle', bytes: changed, place: 'here' }, policy);
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
  it('with any byte changed it is not verified, or its claims have not changed', async () => {
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
