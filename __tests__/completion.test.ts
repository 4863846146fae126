import { execFile, spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import { temporaryFolder } from '../sandbox/temporary.js';
import { commonFlags, flagsOf } from '../src/cli/arguments.js';
import { completionScript } from '../src/cli/completion/index.js';
import { commandWords } from '../src/cli/completion/words.js';
import { loadCommands } from '../src/commands/index.js';
import { choice, file, list, text } from '../src/commands/shared/inputs/types.js';
import { failureOf } from './support/failures.js';

const commands = await loadCommands();
const all = commands.map((command) => commandWords(command, flagsOf(command)));
const names = [...all.map(({ name }) => name), 'completion', 'help'];
let folder: Awaited<ReturnType<typeof temporaryFolder>>;

beforeAll(async () => {
  folder = await temporaryFolder();
  await writeFile(join(folder.path, 'journal.jsonl'), '');
  for (const shell of ['bash', 'zsh', 'fish']) {
    await writeFile(join(folder.path, `completion.${shell}`), completionScript([shell], all));
  }
});
afterAll(() => folder.remove());

async function ask(shell: string, script: string, ...args: string[]): Promise<readonly string[]> {
  const clean = shell === 'bash' ? ['--norc'] : shell === 'zsh' ? ['-f'] : ['--no-config'];
  const { stdout } = await promisify(execFile)(shell, [...clean, '-c', script, ...args], {
    cwd: folder.path,
    env: { ...process.env, HOME: folder.path },
    timeout: 20_000,
  });
  return stdout.split('\n').filter((line) => line !== '');
}

/** Not on Windows, where what is called bash may be that of another system, with other paths. */
function has(shell: string): boolean {
  return process.platform !== 'win32' && spawnSync(shell, ['-c', 'true']).status === 0;
}

describe('commandWords', () => {
  const command = {
    name: 'look',
    summary: 'Looks at `it`. And more.',
    inputs: {
      image: list({ help: 'What to look at: one, or more.', placeholder: 'IMAGE|FILE,…' }),
      order: choice(['up', 'down'], { help: 'The order.', fallback: 'up' }),
      journal: file({ help: 'A file.' }),
      kept: file({ help: 'A folder.', placeholder: 'FOLDER' }),
      name: text({ help: 'A name.' }),
    },
    positional: ['image', 'name'],
  };

  it('has the values of each flag and each argument', () => {
    const words = commandWords(command, {
      json: { help: 'As JSON.' },
      format: { help: 'The form. And more.', choices: ['a', 'b'] },
    });
    expect(words).toEqual({
      name: 'look',
      help: 'Looks at it',
      flags: [
        { flag: '--image', help: 'What to look at: one, or more', value: { kind: 'file' }, repeats: true },
        { flag: '--order', help: 'The order', value: { kind: 'words', words: ['up', 'down'] }, repeats: false },
        { flag: '--journal', help: 'A file', value: { kind: 'file' }, repeats: false },
        { flag: '--kept', help: 'A folder', value: { kind: 'file' }, repeats: false },
        { flag: '--name', help: 'A name', value: { kind: 'text' }, repeats: false },
        { flag: '--json', help: 'As JSON', value: undefined, repeats: false },
        { flag: '--format', help: 'The form', value: { kind: 'words', words: ['a', 'b'] }, repeats: false },
      ],
      places: [
        { name: 'image', value: { kind: 'file' }, repeats: false },
        { name: 'name', value: { kind: 'text' }, repeats: false },
      ],
    });
  });

  it('has every input and every common flag of every command', () => {
    for (const [at, command_] of commands.entries()) {
      const flags = all[at]?.flags.map(({ flag }) => flag.slice(2)) ?? [];
      const wanted = [...Object.keys(command_.inputs), ...Object.keys(commonFlags)];
      expect(flags).toEqual(expect.arrayContaining(wanted));
    }
  });
});

describe('completionScript', () => {
  test.each([
    [[], 'completion needs the name of a shell', 'One of bash, zsh, fish.'],
    [['fihs'], 'no completion for "fihs"', 'Did you mean fish?'],
    [['powershell'], 'no completion for "powershell"', 'The shells are bash, zsh, fish.'],
    [['bash', 'more'], '"more" is not expected after the shell', undefined],
  ])('%j is wrong usage', (args, message, advice) => {
    expect(failureOf(() => completionScript(args, all))).toMatchObject({ kind: 'usage', message, advice });
  });
});

/** Command lines, the last word being the one that is completed, with what is offered. */
const cases: readonly (readonly [readonly string[], readonly string[]])[] = [
  [['pru'], ['prune']],
  [['help', 'in'], ['inspect']],
  [
    ['completion', ''],
    ['bash', 'fish', 'zsh'],
  ],
  [
    ['tags', '--sort', ''],
    ['name', 'pushed', 'version'],
  ],
  [['tags', 'acme/app', '--sort', 'v'], ['version']],
  [['latest', '--strategy', 'd'], ['digest']],
  [['tags', '--format', 'n'], ['names']],
  [
    ['inspect', 'acme/a', 'acme/b', '--format', ''],
    ['dotenv', 'json', 'names', 'table'],
  ],
  [['tags', 'acme/app', '--li'], ['--limit']],
  [['check', 'login', '--sa'], []],
  [['prune', 'acme/app', '--dry'], ['--dry-run']],
  [['prune', 'acme/app', '--no-d'], ['--no-dry-run']],
  [['delete', 'acme/app:1', '--ye'], ['--yes']],
  [['tags', '--ye'], []],
];

(has('bash') ? describe : describe.skip)('in bash', () => {
  const driver = 'source completion.bash; COMP_WORDS=(image-gate "$@"); COMP_CWORD=$#; _image_gate; ';
  const offered = async (words: readonly string[]) =>
    [...(await ask('bash', `${driver} printf '%s\\n' "\${COMPREPLY[@]}"`, 'bash', ...words))].sort();

  test.each(cases)('%j', async (words, wanted) => expect(await offered(words)).toEqual(wanted));

  it('offers every command', async () => {
    expect(await offered([''])).toEqual([...names, '--help', '--version'].sort());
  });

  it('knows the value behind an equals sign, of which bash makes a word', async () => {
    expect(await offered(['tags', '--sort', '=', 'v'])).toEqual(['version']);
    expect(await offered(['tags', '--sort', '='])).toEqual(['name', 'pushed', 'version']);
  });

  it('leaves files to bash', async () => {
    expect(await offered(['restore', ''])).toEqual([]);
    expect(await offered(['prune', '--journal', ''])).toEqual([]);
    expect(await offered(['latest', 'Dockerfile', 'other', 'k8s'])).toEqual([]);
    expect(await ask('bash', 'source completion.bash; complete -p image-gate')).toEqual([
      'complete -o default -F _image_gate image-gate',
    ]);
  });
});

(has('fish') ? describe : describe.skip)('in fish', () => {
  const offered = async (words: readonly string[]) => {
    const lines = await ask('fish', `source completion.fish; complete -C 'image-gate ${words.join(' ')}'`);
    return lines.map((line) => line.split('\t')[0] ?? '').sort();
  };

  test.each(cases)('%j', async (words, wanted) => expect(await offered(words)).toEqual(wanted));

  it('offers every command', async () => expect(await offered([''])).toEqual([...names].sort()));

  it('offers files where a file is meant, and nowhere else', async () => {
    expect(await offered(['restore', 'jour'])).toEqual(['journal.jsonl']);
    expect(await offered(['prune', '--journal', 'jour'])).toEqual(['journal.jsonl']);
    expect(await offered(['latest', 'a', 'b', 'jour'])).toEqual(['journal.jsonl']);
    expect(await offered(['tags', 'jour'])).toEqual([]);
  });
});

(has('zsh') ? describe : describe.skip)('in zsh', () => {
  // The widgets of zsh's completion run in its line editor only: what they are given is looked at.
  const stubs = 'compdef() { :; }; _describe() { print -rl -- $commands; }; _arguments() { print -rl -- "$@"; }; ';
  const given = (...words: string[]) =>
    ask(
      'zsh',
      `${stubs} source ./completion.zsh; words=(image-gate "$@"); CURRENT=\${#words}; _image-gate`,
      'zsh',
      ...words,
    );

  it('contains every command', async () => {
    expect((await given('')).map((line) => line.split(':')[0])).toEqual(names);
  });

  it('contains the flags and values of the command alone', async () => {
    const specs = await given('tags', '');
    expect(specs).toContain(
      '--sort=[Sort by name, by version (newest first) or by push date (pushed, latest first)]:value:(name version pushed)',
    );
    expect(specs).toContain('--include=[Consider only tags that match this regular expression\\: ^v\\\\d]:value: ');
    expect(specs).toContain('1:image: ');
    expect(specs.join()).not.toContain('--journal');
    expect(await given('restore', '')).toContain('1:journal:_files');
    expect(await given('latest', '')).toContain('*:image:_files');
    expect((await given('check', '')).filter((spec) => spec.startsWith('*--repo='))).toHaveLength(1);
  });
});
