import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { snappy } from '../../sandbox/snappy.js';
import { decodeSnappy } from '../../src/lib/snappy.js';

const most = 1024 * 1024;

/** What the reference implementation makes of `text`. */
const text = `{"mediaType":"application/vnd.dev.sigstore.bundle.v0.3+json","a":"${'abcdefgh'.repeat(12)}","mediaType2":"application/vnd.dev.sigstore.bundle.v0.3+json"}`;
const reference =
  '4QHwPnsibWVkaWFUeXBlIjoiYXBwbGljYXRpb24vdm5kLmRldi5zaWdzdG9yZS5idW5kbGUudjAuMytqc29uIiwiYQE0GGJjZGVmZ2j+CABeCAAEIiwZowAyAXCypAAAfQ==';

describe('a block of Snappy', () => {
  test('as the reference implementation writes it', () => {
    expect(decodeSnappy(Buffer.from(reference, 'base64'), most)?.toString()).toBe(text);
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['a literal of one byte', Buffer.from('a')],
    ['a copy that reaches into what it writes', Buffer.from('ab'.repeat(500))],
    ['long literals', randomBytes(100_000)],
    [
      'copies from far away',
      Buffer.concat([randomBytes(60_000), Buffer.from(text), randomBytes(3000), Buffer.from(text)]),
    ],
  ])('%s', (_name, content) => {
    expect(decodeSnappy(snappy(content), most)?.equals(content)).toBe(true);
  });

  test.each([
    ['a copy with a 32-bit offset', [8, 12, 97, 98, 99, 100, 15, 4, 0, 0, 0], 'abcdabcd'],
    ['a copy with an 11-bit offset', [8, 12, 97, 98, 99, 100, 1, 4], 'abcdabcd'],
    ['a literal with its length in one byte', [1, 240, 0, 97], 'a'],
  ])('%s', (_name, block, content) => {
    expect(decodeSnappy(Buffer.from(block), most)?.toString()).toBe(content);
  });

  test.each([
    ['an empty one', []],
    ['a length without an end', [0x80, 0x80, 0x80, 0x80, 0x80, 0x00]],
    ['a length over 32 bits', [0xff, 0xff, 0xff, 0xff, 0x7f]],
    ['more content than allowed', [0xff, 0xff, 0x7f]],
    ['less content than it says', [2, 0, 97]],
    ['more content than it says', [1, 4, 97, 98]],
    ['a literal that is cut', [4, 12, 97, 98]],
    ['a length that is cut', [4, 244, 1]],
    ['an offset that is cut', [8, 12, 97, 98, 99, 100, 2, 1]],
    ['an 11-bit offset that is cut', [8, 12, 97, 98, 99, 100, 1]],
    ['a copy from before the beginning', [8, 12, 97, 98, 99, 100, 1, 5]],
    ['a copy from where it writes', [8, 12, 97, 98, 99, 100, 1, 0]],
  ])('that is none: %s', (_name, block) => {
    expect(decodeSnappy(Buffer.from(block), most)).toBeUndefined();
  });
});
