import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { digestOf } from '../../src/images/digest.js';
import { isManifestOf } from '../../src/images/signed-manifest.js';

const payload = '{\n   "schemaVersion": 1,\n   "name": "acme/app"\n}';

/** As libtrust signs: the payload without its end, the signatures, the end. */
function signed(format: (length: number) => unknown = (length) => ({ formatLength: length, formatTail: 'Cn0' })) {
  const begin = payload.slice(0, -2);
  const header = Buffer.from(JSON.stringify(format(begin.length))).toString('base64url');
  return Buffer.from(`${begin},\n   "signatures": [{ "protected": "${header}" }]\n}`);
}

describe('isManifestOf', () => {
  it('takes the digest of the bytes, and of a signed manifest that of its payload', () => {
    expect(isManifestOf(Buffer.from(payload), digestOf(Buffer.from(payload)))).toBe(true);
    expect(isManifestOf(signed(), digestOf(Buffer.from(payload)))).toBe(true);
    expect(isManifestOf(signed(), digestOf(signed()))).toBe(true);
    expect(isManifestOf(signed(), digestOf(Buffer.from('another')))).toBe(false);
  });

  it.each([
    {},
    [],
    null,
    { formatLength: 1e9, formatTail: 'fQ' },
    { formatLength: -1, formatTail: 'fQ' },
    { formatLength: 3 },
  ])('is no payload of %j', (format) =>
    expect(
      isManifestOf(
        signed(() => format),
        digestOf(Buffer.from(payload)),
      ),
    ).toBe(false),
  );

  it('takes any bytes', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => !isManifestOf(Buffer.from(bytes), digestOf(Buffer.from('x')))));
  });
});
