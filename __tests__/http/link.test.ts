import { describe, expect, it } from '@jest/globals';
import { nextLink } from '../../src/http/link.js';

describe('nextLink', () => {
  it.each([
    ['</v2/a/tags/list?last=x&n=2>; rel="next"', '/v2/a/tags/list?last=x&n=2'],
    ['<https://r.test/p?x=1,2>; rel=next', 'https://r.test/p?x=1,2'],
    ['</p?page=1>; rel="prev", </p?page=3>; rel="next"', '/p?page=3'],
    ['</p>; title="a; b, c"; rel="next"', '/p'],
    ['</p>; rel="last next"', '/p'],
  ])('%s', (header, expected) => {
    expect(nextLink([header])).toBe(expected);
  });

  it.each([[[]], [['</p>; rel="prev"']], [['nonsense']], [['</p>; rel="nextish"']]])('none in %j', (headers) => {
    expect(nextLink(headers)).toBeUndefined();
  });

  it('looks into every header', () => {
    expect(nextLink(['</a>; rel="prev"', '</b>; rel="next"'])).toBe('/b');
  });
});
