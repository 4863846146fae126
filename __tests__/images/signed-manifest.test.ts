import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { digestOf } from '../../src/images/digest.js';
import { manifestDigest, signedSchema1 as type } from '../../src/images/signed-manifest.js';
import { signedSchema1 } from '../support/manifests.js';

describe('the digest of a signed manifest', () => {
  const { bytes, digest } = signedSchema1('old');
  const sha512 = `sha512:${'0'.repeat(128)}`;

  it('is that of its payload', () => {
    expect(manifestDigest(bytes, type)).toBe(digest);
    expect(digestOf(bytes)).not.toBe(digest);
    expect(manifestDigest(bytes, type, sha512)).toMatch(/^sha512:/);
  });

  it('is that of its bytes where it is of another type, or its signatures cannot be read', () => {
    expect(manifestDigest(bytes, 'application/json')).toBe(digestOf(bytes));
    const protectedBy = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    for (const signatures of [
      undefined,
      [],
      [{}],
      [{ protected: 'x' }],
      [{ protected: protectedBy({ formatLength: '1' }) }],
    ]) {
      const other = Buffer.from(JSON.stringify({ signatures }));
      expect(manifestDigest(other, type)).toBe(digestOf(other));
    }
    fc.assert(fc.property(fc.json(), (text) => void manifestDigest(Buffer.from(text), type)));
  });
});
