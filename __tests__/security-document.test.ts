import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

/** The rows of the threat model, each with the test that it names. */
const rows = [...readFileSync('SECURITY.md', 'utf8').matchAll(/^\| ([^|]+) \|.*\| `([^`]+)`: (.+) \|$/gm)].map(
  ([, attack = '', file = '', test = '']) => ({ attack, file, test }),
);

describe('the threat model', () => {
  it('has a test in every row', () => {
    const all = readFileSync('SECURITY.md', 'utf8').split('## Threat model')[1] ?? '';
    const lines = all.split('\n').filter((line) => /^\| (?!Attack|---)/.test(line));
    expect(rows.length).toBeGreaterThan(30);
    expect(rows).toHaveLength(lines.length);
  });

  it.each(rows)('$attack: the test that it names exists', ({ file, test }) => {
    expect(existsSync(file)).toBe(true);
    const names = [...readFileSync(file, 'utf8').matchAll(/(['`])((?:(?!\1).)+)\1,/g)].map(([, , name]) => name);
    expect(names).toContain(test);
  });
});
