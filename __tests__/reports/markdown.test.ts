import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { capMarkdown, code, folded, link, markdown, paragraphs, plain, table } from '../../src/reports/markdown.js';

describe('plain', () => {
  it.each([...'!"#$%\'()*+,-./:;=?@[\\]^_`{|}~'].filter((sign) => sign !== ';'))('escapes %s', (sign) => {
    expect(plain(`a${sign}b`)).toBe(`a\\${sign}b`);
  });

  it.each([
    ['a<b>c&d', 'a&lt;b&gt;c&amp;d'],
    ['&lt;', '&amp;lt;'],
    ['a;b', 'a;b'],
    ['two\r\nlines\u2028more', 'two lines more'],
    ['tab\0nul', 'tab nul'],
    ['größe 🚀 7', 'größe 🚀 7'],
    ['<script>alert(1)</script>', '&lt;script&gt;alert\\(1\\)&lt;\\/script&gt;'],
    ['[x](https://a.test)', '\\[x\\]\\(https\\:\\/\\/a\\.test\\)'],
    ['@team #1', '\\@team \\#1'],
    ['', ''],
  ])('%j is %j', (text, expected) => expect(plain(text)).toBe(expected));

  it('leaves nothing that is markup, and reads as itself', () => {
    const nasty = fc.string({ unit: fc.constantFrom(...'|<>&`*_[]()\\\n\r#@!-a "\'') });
    fc.assert(
      fc.property(fc.oneof(nasty, fc.string({ unit: 'binary' })), (text) => {
        const escaped = plain(text);
        expect(escaped).not.toMatch(/[\n\r<>]/);
        expect(escaped.replace(/\\[!-/:-@[-`{-~]/g, '')).not.toMatch(/[|`*_[\]\\#@]/);
        const read = escaped
          .replace(/\\(?=[!-/:-@[-`{-~])/g, '')
          .replace(/&lt;/g, '<')
          .replace(/&gt;/g, '>')
          .replace(/&amp;/g, '&');
        if (!text.includes('\\')) expect(read).toBe(text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' '));
      }),
      { numRuns: 500 },
    );
  });
});

describe('Markdown', () => {
  it('is put together from literal and escaped parts', () => {
    expect(markdown`**${plain('a*b')}**: ${7}`).toBe('**a\\*b**: 7');
    expect(paragraphs(plain('a'), undefined, plain(''), plain('b'))).toBe('a\n\nb');
  });

  it('has code that ends where it should', () => {
    expect(code('a`</code>|')).toBe('<code>a\\`&lt;\\/code&gt;\\|</code>');
    expect(code('')).toBe('');
  });

  it('has tables and folded parts', () => {
    expect(
      table([
        [plain('a'), plain('b')],
        [plain('1|2'), code('x')],
      ]),
    ).toBe('| a | b |\n| --- | --- |\n| 1\\|2 | <code>x</code> |');
    expect(folded('<x>', plain('y'))).toBe('<details><summary>&lt;x&gt;</summary>\n\ny\n\n</details>');
  });
});

describe('link', () => {
  it.each([
    ['x', 'https://a.test/b?c=d&e#f', '<a href="https://a.test/b?c=d&#38;e#f">x</a>'],
    ['x', 'http://a.test', '<a href="http://a.test/">x</a>'],
    ['<b>|*', 'https://a.test/', '<a href="https://a.test/">&lt;b&gt;\\|\\*</a>'],
    ['x', `https://a.test/"'<>\`|\\`, '<a href="https://a.test/%22&#39;%3C%3E%60&#124;/">x</a>'],
    ['x', `https://a.test/?"'<>\`|\\`, '<a href="https://a.test/?%22%27%3C%3E&#96;&#124;&#92;">x</a>'],
    ['x', `https://a.test/#"'<>\`|\\`, '<a href="https://a.test/#%22&#39;%3C%3E%60&#124;&#92;">x</a>'],
    ['x', 'https://a.test/b\n| c', '<a href="https://a.test/b&#124;%20c">x</a>'],
    ['x', 'HTTPS://A.test/', '<a href="https://a.test/">x</a>'],
    ['a*b', 'javascript:alert(1)', 'a\\*b'],
    ['x', ' JavaScript:alert(1)', 'x'],
    ['x', 'data:text/html,y', 'x'],
    ['x', 'ftp://a.test/', 'x'],
    ['x', '//a.test/', 'x'],
    ['x', '/b', 'x'],
    ['x', '', 'x'],
  ])('%j to %j', (text, url, expected) => expect(link(text, url)).toBe(expected));

  it('is one tag in one cell of a table, whatever the address is', () => {
    const tail = fc.string({ unit: fc.constantFrom(...'|<>"\'`&\\\n\r\t #?/a[]()*_') });
    fc.assert(
      fc.property(tail, fc.constantFrom('https://a.test/', 'http://', 'javascript:', ''), (rest, head) => {
        expect(link('x', head + rest)).toMatch(/^(?:x|<a href="[^"'<>`|\\\s]*">x<\/a>)$/);
      }),
    );
  });
});

describe('capMarkdown', () => {
  const limit = 1024 * 1024;
  const room = limit - 1024;

  it.each([
    ['bytes', 'x', room],
    ['letters of two bytes', 'ü', room / 2],
    ['letters of four bytes', '🚀', room / 4],
  ])('leaves as many %s as there is room for, and cuts one more', (_name, letter, count) => {
    expect(capMarkdown(letter.repeat(count)) === letter.repeat(count)).toBe(true);
    const capped = capMarkdown(`${letter.repeat(count)}x`);
    expect(capped.slice(0, capped.indexOf('\n')).replaceAll(letter, '')).toBe('');
    expect(Buffer.byteLength(capped)).toBeLessThan(limit);
  });

  it('cuts an endless last line whole', () => {
    expect(capMarkdown(`one\ntwo\n${'🚀'.repeat(room)}`)).toBe(
      'one\ntwo\n\n_Truncated here: the runner accepts at most 1 MiB. The outputs are complete._\n',
    );
  });

  it('leaves what fits', () => expect(capMarkdown('ü'.repeat(1000))).toBe('ü'.repeat(1000)));

  it('cuts between lines, by bytes, and reports it', () => {
    const line = `${'ü'.repeat(99)}\n`;
    const capped = capMarkdown(line.repeat(10_000));
    expect(Buffer.byteLength(capped)).toBeLessThan(limit);
    expect(capped).toContain('_Truncated here');
    expect(new Set(capped.split('\n').slice(0, -3))).toEqual(new Set([line.trimEnd()]));
  });

  it('cuts one endless line too', () => {
    const capped = capMarkdown('ü'.repeat(limit));
    expect(Buffer.byteLength(capped)).toBeLessThan(limit);
    expect(capped).toContain('_Truncated here');
    expect(capped.startsWith('üü')).toBe(true);
    expect(capped).not.toContain('\ufffd');
  });
});

describe('folded', () => {
  it('has a title of HTML, in which nothing is escaped as in Markdown', () =>
    expect(folded('acme/app:1.0 <b>&\n\u202e', plain('x'))).toBe(
      '<details><summary>acme/app:1.0 &lt;b&gt;&amp; </summary>\n\nx\n\n</details>',
    ));
});
