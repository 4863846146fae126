import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { evidenceOf } from '../verification/acme.js';
import { bundles, mutateField, mutation, verdictOf, withoutTime } from '../verification/mutating.js';

/** Everything in a bundle that is base64: certificates and timestamps (DER), signatures, entries of logs. */
const fields =
  /"(?:payload|sig|digest|rawBytes|signedEntryTimestamp|signedTimestamp|canonicalizedBody|keyId)":"([\w+/=]+)"/g;

test.each(bundles)('a bundle %s, damaged: verified as before, or not at all', async (_, bundle, policy) => {
  const text = JSON.stringify(bundle);
  const before = withoutTime(await verdictOf(evidenceOf(bundle), policy));
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.array(mutation, { minLength: 1, maxLength: 3 }), async (which, changes) => {
      const bytes = mutateField(text, fields, which, changes);
      const verdict = await verdictOf({ kind: 'bundle', bytes, place: 'here' }, policy);
      if (verdict?.verified) expect(withoutTime(verdict)).toEqual(before);
    }),
    { numRuns: 500 },
  );
});
