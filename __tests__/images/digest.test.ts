import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { digestOf, isDigest } from '../../src/images/digest.js';

describe('isDigest', () => {
  it.each([
    [`sha256:${'a'.repeat(64)}`, true],
    [`sha512:${'0'.repeat(128)}`, true],
    [`sha256:${'a'.repeat(63)}`, false],
    [`sha256:${'a'.repeat(65)}`, false],
    [`sha256:${'A'.repeat(64)}`, false],
    [`sha512:${'a'.repeat(64)}`, false],
    [`md5:${'a'.repeat(32)}`, false],
    [`sha256:${'a'.repeat(64)}\n`, false],
    ['a'.repeat(64), false],
    ['', false],
  ])('%j: %s', (text, expected) => expect(isDigest(text)).toBe(expected));
});

describe('digestOf', () => {
  const empty256 = 'sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

  it('is sha256 by default', () => {
    expect(digestOf(Buffer.alloc(0))).toBe(empty256);
    expect(digestOf(Buffer.alloc(0), empty256)).toBe(empty256);
    expect(digestOf(Buffer.from('{}'))).toBe('sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });

  it('takes the algorithm of the digest that it will be compared with', () => {
    expect(digestOf(Buffer.alloc(0), `sha512:${'0'.repeat(128)}`)).toMatch(/^sha512:cf83e1357eefb8bd/);
  });

  it('always is a digest', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.constantFrom('sha256:', 'sha512:'), (bytes, like) => {
        expect(isDigest(digestOf(bytes, like))).toBe(true);
      }),
    );
  });
});
