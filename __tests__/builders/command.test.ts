import { describe, expect, it } from '@jest/globals';
import { commandBuilder, parseBuildCommand } from '../../src/builders/command.js';
import { Failure } from '../../src/lib/errors.js';
import type { Execute } from '../../src/lib/processes.js';
import { buildOrder, buildSettings, uuid } from '../support/builders.js';
import { headCommit } from '../support/check.js';
import { elapse, useFakeClock } from '../support/clock.js';
import { failureOf, rejectionOf } from '../support/failures.js';
import { fakeExecute } from '../support/processes.js';

describe('parseBuildCommand', () => {
  it('splits, and leaves the placeholders', () => {
    expect(parseBuildCommand('docker build -t "{image}" --label=c={commit} .')).toEqual([
      'docker',
      'build',
      '-t',
      '{image}',
      '--label=c={commit}',
      '.',
    ]);
  });

  it.each([
    ['make {sha}', 'build-command has the unknown placeholder {sha}'],
    ['{x}', 'build-command has the unknown placeholder {x}'],
    ['make "x', 'build-command has a " that is not closed'],
    ['""', 'build-command has no program'],
  ])('refuses %s', (line, message) =>
    expect(failureOf(() => parseBuildCommand(line))).toMatchObject({ kind: 'usage', message }),
  );
});

describe('commandBuilder', () => {
  useFakeClock('2026-03-01T12:00:00Z');

  function build(line: string, execute: Execute, more: Parameters<typeof buildSettings>[0] = {}, order = buildOrder) {
    const settings = buildSettings({ execute, ...more });
    return { settings, outcome: commandBuilder(parseBuildCommand(line), settings).build(order) };
  }

  it.each(['a%PATH%', 'a"&calc', 'a|b', 'a<b', 'a>b', 'a^b', 'a!b'])(
    'on Windows, where .cmd files have a shell, does not take the ref %s',
    async (ref) => {
      const on = (line: string, platform: NodeJS.Platform) => {
        const { execute, calls } = fakeExecute({});
        const builder = commandBuilder(parseBuildCommand(line), buildSettings({ execute }), platform);
        return { calls, outcome: builder.build({ ...buildOrder, ref }) };
      };
      const refused = on('npm run build -- x-{ref}', 'win32');
      expect(await rejectionOf(refused.outcome)).toMatchObject({ kind: 'usage', exitCode: 64 });
      expect(refused.calls).toEqual([]);
      for (const taken of [on('npm run build -- {commit}', 'win32'), on('npm run build -- {ref}', 'linux')]) {
        expect((await taken.outcome).conclusion).toBe('success');
      }
    },
  );

  it('runs the program with its arguments filled in, and the environment', async () => {
    const { execute, calls } = fakeExecute({});
    const { outcome } = build('make {image} {commit}-{tag} {ref} {repo} {build-id} "a b"', execute);
    expect(await outcome).toEqual({ conclusion: 'success', failures: [] });
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({ program: 'make', env: { PATH: '/bin' } });
    expect(calls[0]?.args).toEqual([
      'acme/app:660cbcf',
      `${headCommit}-660cbcf`,
      'main',
      'App',
      expect.stringMatching(uuid),
      'a b',
    ]);
  });

  it('keeps what it fills in within its argument', async () => {
    const { execute, calls } = fakeExecute({});
    await build('make {ref} x', execute, {}, { ...buildOrder, ref: `a" b' c; $(d) {tag} \\` }).outcome;
    expect(calls[0]?.args).toEqual([`a" b' c; $(d) {tag} \\`, 'x']);
  });

  it('refuses a placeholder in the program, which would not be filled in', () => {
    expect(() => parseBuildCommand('./build-{repo}.sh {ref}')).toThrow('has a placeholder in its program');
  });

  const saying =
    (lines: readonly string[], exitCode: number): Execute =>
    async (_program, _args, { onLine }) => {
      for (const line of lines) onLine?.(line);
      return { exitCode, stdout: '', stderr: '' };
    };

  it('shows the output in a group', async () => {
    const { settings, outcome } = build('make all', saying(['one', 'two'], 0));
    await outcome;
    expect(settings.lines.group).toEqual(['[acme/app:660cbcf: make', 'one', 'two', ']']);
    expect(await settings.stopHandlers()).toEqual([]);
  });

  it('reports the exit code and the last five lines, cleaned', async () => {
    const { settings, outcome } = build('make', saying(['1', '2', '3', '4', '\u001b[31m5\u001b[0m', '::error::6'], 2));
    expect(await outcome).toEqual({
      conclusion: 'failure',
      failures: ['make exited with code 2 (last output: “2”, “3”, “4”, “5”, “error::6”)'],
    });
    expect(settings.lines.group).toHaveLength(8);
    expect(await settings.stopHandlers()).toEqual([]);
  });

  it('fails where the program cannot be run, and leaves no stop note', async () => {
    const { settings, outcome } = build('mkae all', fakeExecute(new Error('Unable to locate\nexecutable')).execute);
    expect(await rejectionOf(outcome)).toMatchObject({
      kind: 'unsupported',
      exitCode: 7,
      message: 'build-command mkae: it could not be run: Error: Unable to locate executable',
      advice: 'Install it on this machine, or give its whole path.',
    });
    expect(settings.lines.group.at(-1)).toBe(']');
    expect(await settings.stopHandlers()).toEqual([]);
  });

  /** Runs until its signal says otherwise. */
  const endless: Execute = (_program, _args, { signal }) =>
    new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));

  it('fails when its time is over', async () => {
    const { settings, outcome } = build('make', endless, { timeout: 90_000 });
    expect(await elapse(outcome)).toBe(90_000);
    expect(await rejectionOf(outcome)).toMatchObject({
      kind: 'timeout',
      exitCode: 6,
      message: 'build-command make: not finished after 90 s',
      advice: 'Raise build-timeout.',
    });
    expect(settings.lines.group.at(-1)).toBe(']');
    expect(await settings.stopHandlers()).toEqual([]);
  });

  it('ends with the reason of the signal, and reports that the program goes on', async () => {
    const stop = new AbortController();
    const reason = new Failure('cancelled', { operation: 'check', reason: 'cancelled by SIGINT' });
    const { settings, outcome } = build('make', endless, { signal: stop.signal });
    setTimeout(() => stop.abort(reason), 1000);
    expect(await elapse(outcome)).toBe(1000);
    expect(await rejectionOf(outcome)).toBe(reason);
    expect(await settings.stopHandlers()).toEqual(['the program make was still running, and continues to run']);
  });
});
