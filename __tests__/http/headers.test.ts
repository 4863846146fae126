import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nextLink } from '../../src/http/headers.js';

const next = (target: string) => ({ kind: 'next', target });

describe('nextLink', () => {
  it.each([
    ['</v2/a/tags/list?last=x&n=2>; rel="next"', '/v2/a/tags/list?last=x&n=2'],
    ['<https://r.test/p?x=1,2;3>; rel=next', 'https://r.test/p?x=1,2;3'],
    ['</p?page=1>; rel="prev", </p?page=3>; rel="next"', '/p?page=3'],
    ['</p>; title="a; b, <c>; rel=\\"x\\""; rel="next"', '/p'],
    ['</p>; rel="last next"', '/p'],
    ['</p>;REL=NEXT', '/p'],
    ['  </p>\t;  rel\t=  "Next"  ', '/p'],
    ['</p>; rel="ne\\xt"', '/p'],
    ['</p>;; rel="next";', '/p'],
    ['</p>; crossorigin; rel="next"', '/p'],
    ['</p>; rel="next"; rel="next"', '/p'],
    [', ,</p>; rel="next",, ', '/p'],
    ['< ?n=2&last=b >; rel="next"', '?n=2&last=b'],
    ['</p>; rel="next", </p>; rel="next last"', '/p'],
    ['<>; rel="next"', ''],
  ])('%s', (header, expected) => {
    expect(nextLink([header])).toEqual(next(expected));
  });

  it.each([
    [],
    [''],
    [' , '],
    ['</p>; rel="prev"'],
    ['</p?page=1>; rel="first", </p?page=9>; rel="last"'],
    ['<https://r.test/style.css>; rel=preload; as=style; nopush'],
    ['<https://docs.test>; rel="https://docs.test/rels/license service-doc"'],
  ])('none in %j', (...headers) => {
    expect(nextLink(headers)).toEqual({ kind: 'none' });
  });

  it.each([
    '/v2/a/tags/list?next_page=abc; rel="next"',
    '</v2/a/tags/list?last=x; rel="next"',
    "</p>; rel='next'",
    '</p>',
    '</p>; title="next"',
    '</p>; rel=""',
    '</p>; rel',
    '</p>; rel=',
    '</p>; rel="next_page"',
    '</p>; rel=next-page',
    '</p>; rel="next',
    '</p> rel="next"',
    '</p>; rel: next',
    '</p>; rel="prev"; rel="next"',
    '</a>; rel="next", </b>; rel="next"',
    '</p>; rel="prev", nonsense',
    '"</p>; rel=next"',
    'nonsense',
  ])('unclear in %s', (header) => {
    expect(nextLink([header])).toEqual({ kind: 'unclear' });
    expect(nextLink(['</a>; rel="prev"', header])).toEqual({ kind: 'unclear' });
  });

  it('looks into every header', () => {
    expect(nextLink(['</a>; rel="prev"', '</b>; rel="next"'])).toEqual(next('/b'));
    expect(nextLink(['</a>; rel="next"', '</b>; rel="next"'])).toEqual({ kind: 'unclear' });
  });

  it('never overlooks a link to the next page among others, whatever their parameters are', () => {
    const text = fc.string({ unit: fc.constantFrom(...'a;,<>="\\ é') });
    const quoted = (value: string) => `"${value.replace(/["\\]/g, '\\$&')}"`;
    fc.assert(
      fc.property(text, text, fc.constantFrom('rel="next"', 'rel=next', 'REL = "prev next"'), (one, other, rel) => {
        const header = `</a>; title=${quoted(one)}; rel="prev", </b>; title=${quoted(other)}; ${rel}`;
        expect(nextLink([header])).toEqual(next('/b'));
      }),
    );
  });
});
