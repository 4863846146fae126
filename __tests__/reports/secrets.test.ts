import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createSecrets } from '../../src/reports/secrets.js';

const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('createSecrets', () => {
  const secret = 'p@ss "word"/1';
  it.each([
    ['plain', secret],
    ['base64', base64(secret)],
    ['base64 without its end', base64(secret).replace(/=+$/, '')],
    ['in a URL', encodeURIComponent(secret)],
    ['in JSON', JSON.stringify(secret).slice(1, -1)],
  ])('takes out the form %s', (_name, form) => {
    const secrets = createSecrets();
    secrets.add(secret);
    expect(secrets.redact(`a ${form} b ${form}`)).toBe('a *** b ***');
  });

  it('gives each new form once', () => {
    const secrets = createSecrets();
    expect(secrets.add('abcd')).toEqual(['abcd', 'YWJjZA==', 'YWJjZA']);
    expect(secrets.add('abcd')).toEqual([]);
  });

  it('takes the longer of two that overlap, whichever came first', () => {
    for (const order of [
      ['abcd', 'abcdef'],
      ['abcdef', 'abcd'],
    ]) {
      const secrets = createSecrets();
      for (const one of order) secrets.add(one);
      expect(secrets.redact('x abcdef y abcd z')).toBe('x *** y *** z');
    }
  });

  it('leaves words alone that are too short to be a secret', () => {
    const secrets = createSecrets();
    expect(secrets.add('ab')).not.toContain('ab');
    expect(secrets.add('')).toEqual([]);
    expect(secrets.redact('ab cab')).toBe('ab cab');
  });

  it('takes signs of regular expressions and of replacements as they are', () => {
    const secrets = createSecrets();
    secrets.add('a.*$&b');
    expect(secrets.redact('a.*$&b axxb')).toBe('*** axxb');
  });

  it('shows no secret, whatever the text around it', () => {
    const word = fc.string({ minLength: 4 }).filter((text) => !'***'.includes(text) && !text.includes('*'));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), fc.string(), (words, around) => {
        const secrets = createSecrets();
        for (const one of words) secrets.add(one);
        const shown = secrets.redact(words.map((one) => `${around.replaceAll('*', '')}${one}`).join(' '));
        for (const one of words) expect(shown).not.toContain(one);
      }),
    );
  });

  it('has nothing to throw on a lone surrogate', () => {
    expect(() => createSecrets().add('abc\ud800def')).not.toThrow();
  });
});
