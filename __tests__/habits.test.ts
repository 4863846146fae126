import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from '@jest/globals';
import { findHabits, habits, proseOf } from '../scripts/habits.js';
import { commonFlags, destructiveFlags } from '../src/cli/arguments.js';
import { exitCodeWords } from '../src/cli/help.js';
import { loadCommands } from '../src/commands/index.js';
import { textsIn } from './support/messages.js';

const commands = await loadCommands();
const help = new Map(
  commands.map((command) => [
    `--help of ${command.name}`,
    [
      command.summary,
      command.names?.help ?? '',
      ...Object.values(command.inputs).flatMap((input) => [input.help, input.fallbackHelp ?? '']),
      ...Object.values(command.outputs),
    ],
  ]),
);
const shared = [...Object.values(commonFlags), ...Object.values(destructiveFlags)].map((flag) => flag.help);
const docs = readdirSync('docs', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...docs.map((name) => `docs/${name}`)];

const texts: readonly (readonly [string, readonly string[]])[] = [
  ...help,
  ['--help', [...shared, ...exitCodeWords.map(([, words]) => words)]],
  ...textsIn('src'),
  ...pages.map((page) => [page, [readFileSync(page, 'utf8')]] as const),
];
test('help, messages and documentation have no sentence with a habit', () => {
  const found = texts.flatMap(([place, all]) =>
    all.flatMap((text) => findHabits(proseOf(text)).map((finding) => ({ place, ...finding }))),
  );
  expect(texts.length).toBeGreaterThan(250);
  expect(found).toEqual([]);
});

describe('the search', () => {
  it.each([
    ['What is not ready is not pruned.', 'a clause as the subject'],
    ['| `wait` | Whether to wait. |', 'a clause as the subject'],
    ['The server tells which it is.', 'software that tells'],
    ['The registry says 404.', 'software that says'],
    ['Nothing is asked.', 'software that asks'],
    ['The reason stands below.', 'things that stand'],
    ['An image that is not there.', 'is there'],
    ['All tags that there are.', 'is there'],
    ['Least rights.', 'rights'],
    ['The page at GitHub.', 'at a service'],
    ['- Of several images the first counts.', 'a fronted phrase'],
    ['Check for typing errors.', 'typing errors'],
    ['Sign in again.', 'signing in'],
    ['It is newer by a minor step.', 'steps of a version'],
    ['It saves them, if told.', 'if told'],
    ['No delete, not without a journal.', 'a double negation'],
  ])('finds the habit of %j', (text, habit) => {
    expect(findHabits(proseOf(text)).map((finding) => finding.habit)).toEqual([habit]);
  });

  it.each(['What is it?', 'Set `there is` in the file.', 'The server answered “there is no such tag”.'])(
    'finds none in %j',
    (text) => expect(findHabits(proseOf(text))).toEqual([]),
  );

  it('has words to use instead of each', () => {
    for (const { instead } of habits) expect(findHabits(proseOf(instead))).toEqual([]);
  });
});
