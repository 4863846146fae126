import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { BodyTooLarge, readBody } from '../../../src/http/transport/body.js';

const streamOf = (...chunks: string[]) => Readable.from(chunks.map((chunk) => Buffer.from(chunk)));

describe('readBody', () => {
  it.each([
    ['nothing', [], ''],
    ['one chunk', ['abc'], 'abc'],
    ['many', ['a', 'bc', 'de'], 'abcde'],
  ])('reads %s', async (_name, chunks, expected) => {
    expect((await readBody(streamOf(...chunks), 5)).toString()).toBe(expected);
  });

  it('takes as many bytes as it may, and not one more', async () => {
    const stream = streamOf('abc', 'def', 'ghi');
    const reading = readBody(stream, 5);
    await expect(reading).rejects.toBeInstanceOf(BodyTooLarge);
    await expect(reading).rejects.toThrow('the answer is longer than 5 bytes');
    expect(stream.destroyed).toBe(true);
  });

  it('does not take a body that was cut for a short one', async () => {
    const cut = new Readable({ read() {} });
    cut.push('abc');
    setImmediate(() => cut.destroy(new Error('aborted')));
    await expect(readBody(cut, 100)).rejects.toThrow('aborted');
  });

  it('gives bytes that came in one piece as they are, without a copy', async () => {
    const only = Buffer.from('abc');
    expect(await readBody(Readable.from([only]), 5)).toBe(only);
  });

  it('does not take a stream that closed before its end for a short one', async () => {
    const cut = new Readable({ read() {} });
    cut.push('abc');
    setImmediate(() => cut.destroy());
    await expect(readBody(cut, 100)).rejects.toThrow(/premature/i);
  });
});
