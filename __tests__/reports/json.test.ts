import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { jsonChunks } from '../../src/reports/json.js';

describe('jsonPieces', () => {
  it('are together what JSON.stringify gives', () => {
    const value = fc.dictionary(
      fc.string(),
      fc.oneof(fc.jsonValue(), fc.constant(undefined), fc.array(fc.jsonValue())),
    );
    fc.assert(
      fc.property(value, (given) => {
        expect([...jsonChunks(given)].join('')).toBe(JSON.stringify(given, undefined, 2));
      }),
    );
  });

  it.each([
    ['nothing', {}],
    ['only what JSON has no word for', { a: undefined }],
    ['dates', { at: new Date(0), all: [new Date(1), undefined, { at: new Date(2) }] }],
    ['line breaks', { text: 'a\nb', list: ['a\nb'], empty: [], inner: { list: [[], [1]] } }],
  ])('of %s too', (_name, value) => {
    expect([...jsonChunks(value)].join('')).toBe(JSON.stringify(value, undefined, 2));
  });

  it.each([[null], [1], ['text'], [[1, { a: 2 }]]])('of %j, which is no object, too', (value) => {
    expect([...jsonChunks(value)].join('')).toBe(JSON.stringify(value, undefined, 2));
  });

  it('are short, however many results there are', () => {
    const results = Array.from({ length: 10_000 }, (_, at) => ({ tag: `build-${at}`, reason: 'x'.repeat(100) }));
    const pieces = [...jsonChunks({ results, count: results.length })];
    expect(pieces.length).toBeGreaterThan(10);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(70_000);
    expect(JSON.parse(pieces.join(''))).toEqual({ results, count: 10_000 });
  });
});
