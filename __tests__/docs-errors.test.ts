import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { messagesIn } from './support/messages.js';

/** A value or a name between the words of a message is none: `build-inputs …`. */
const isMessage = (text: string) => !/^[\w-]+(?: …)?$/.test(text);
const said = new Set([...messagesIn('src').values()].flat().filter(isMessage));
const page = readFileSync('docs/errors.md', 'utf8');
const listed = page.split('\n').flatMap((line) => /^\| `(.*?)` .*\|/.exec(line)?.[1]?.replaceAll('\\|', '|') ?? []);

/** What the page says beside the messages of failures that are made from a literal text. */
const others = [
  'the answer is longer than … bytes',
  'Unexpected fault',
  '401 without one',
  'it supports only …',
  'connect ECONNREFUSED …',
  'the build of … failed: …',
  'the build of … ended with …: …',
  ...['0', '1', '2', '3', '4', '5', '6', '7', '64', '130'],
];

describe('docs/errors.md', () => {
  it('has every message', () => {
    expect(said.size).toBeGreaterThan(200);
    expect([...said].filter((message) => !listed.includes(message))).toEqual([]);
  });

  it('has no row without a message', () => {
    expect(listed.filter((message) => !said.has(message) && !others.includes(message))).toEqual([]);
  });

  it('has each once', () => {
    expect(listed.filter((message, at) => listed.indexOf(message) !== at)).toEqual([]);
  });
});
