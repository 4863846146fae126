import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { hasTerminal, runCli } from '../../sandbox/index.js';
import { useInternet } from './support/surroundings.js';

const referrerTag = `sha256-${'0123456789abcdef'.repeat(4)}.sig`;

const internet = await useInternet();
await internet.hub.image('acme/app', '1.0.0', { layers: [Buffer.alloc(1000, 1)] });
await internet.hub.image('acme/app', referrerTag);

function onTerminal(columns: number, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return runCli({ internet, args, columns, env });
}

/** Without colours, and lines as lines. */
function linesOf(shown: string): readonly string[] {
  return stripVTControlCharacters(shown).replaceAll('\r\n', '\n').split('\n');
}

(hasTerminal() ? describe : describe.skip)('on a terminal', () => {
  const args = ['tags', 'acme/app', '--details'];

  test.concurrent('a table fits', async () => {
    const { exitCode, stdout } = await onTerminal(60, args);

    expect(exitCode).toBe(0);
    const table = linesOf(stdout).slice(0, 4);
    expect(table[0]).toMatch(/^TAG +/);
    for (const line of table) expect([...line].length).toBeLessThanOrEqual(60);
    expect(table.join('\n')).toMatch(/^sha2\S*…\S*\.sig /m);
  });

  test.concurrent('--json is the same as in a pipe', async () => {
    const [shown, piped] = await Promise.all([
      onTerminal(40, [...args, '--json']),
      runCli({ internet, args: [...args, '--json'] }),
    ]);

    expect(shown.stdout.replaceAll('\r\n', '\n')).toBe(piped.stdout);
    expect(piped.stdout).toContain(referrerTag);
  });

  test.concurrent('there are colours, and none with --no-color or NO_COLOR', async () => {
    const [coloured, flag, variable] = await Promise.all([
      onTerminal(100, args),
      onTerminal(100, [...args, '--no-color']),
      onTerminal(100, args, { NO_COLOR: '1' }),
    ]);

    expect(coloured.stdout).toContain('\u001b[2m');
    expect(flag.stdout).not.toContain('\u001b');
    expect(variable.stdout).toBe(flag.stdout);
  });

  test.concurrent('progress is one line that is written over, and gone in the end', async () => {
    const { exitCode, stdout } = await onTerminal(100, [
      'check',
      '--image',
      'acme/app',
      '--ref',
      'a'.repeat(40),
      '--repo',
      'x/y',
      '--wait',
      '1s',
    ]);

    expect(exitCode).toBe(1);
    expect(stdout).toContain('\r\u001b[2Kwaiting 0 s of 1 s for acme/app:aaaaaaa');
    expect(stdout.slice(stdout.lastIndexOf('\r\u001b[2K'))).toContain('STATUS');
  });

  test.concurrent('--help fits, also on one without a size', async () => {
    const [narrow, none] = await Promise.all([onTerminal(60, ['tags', '--help']), onTerminal(0, ['tags', '--help'])]);

    const written = linesOf(narrow.stdout).filter((line) => !line.trim().startsWith('--'));
    for (const line of written) expect(line.length).toBeLessThanOrEqual(60);
    expect(linesOf(none.stdout).some((line) => line.length > 60)).toBe(true);
  });
});

test('in a pipe nothing is cut', async () => {
  const { stdout } = await runCli({ internet, args: ['tags', 'acme/app'], env: { COLUMNS: '20' } });

  expect(stdout).toContain(referrerTag);
});

describe('completion', () => {
  test.concurrent('is printed, and the help names it', async () => {
    const [script, help, own] = await Promise.all([
      runCli({ args: ['completion', 'bash'] }),
      runCli({ args: ['--help'] }),
      runCli({ args: ['completion', '--help'] }),
    ]);

    expect([script.exitCode, script.stderr]).toEqual([0, '']);
    expect(script.stdout).toContain('complete -o default -F _image_gate image-gate');
    expect(help.stdout).toMatch(/^ {2}completion {2,}Print the completion script/m);
    expect(own.stdout).toContain('Usage: image-gate completion bash|zsh|fish');
  });

  test.concurrent('of no known shell is wrong usage', async () => {
    const { exitCode, stdout, stderr } = await runCli({ args: ['completion', 'zhs'] });

    expect([exitCode, stdout]).toEqual([64, '']);
    expect(stderr).toBe('Error: no completion for "zhs"\nWhat to do: Did you mean zsh?\n');
  });
});
