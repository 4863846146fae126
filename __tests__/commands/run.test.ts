import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { OnStop } from '../../src/builders/builder.js';
import type { AnyCommand, Context, Report } from '../../src/commands/command.js';
import { type RunSettings, runCommand } from '../../src/commands/run.js';
import { Failure } from '../../src/lib/errors.js';
import { plain } from '../../src/reports/markdown.js';
import { rejectionOf } from '../support/failures.js';
import { recordedLog, recordedProgress } from '../support/logs.js';
import { startServer } from '../support/servers.js';

const report: Report = {
  outputs: { a: 'b' },
  json: {},
  summary: plain('x'),
  table: { columns: [], rows: [] },
  headline: 'done',
  failures: [],
  exitCode: 0,
};

/** A command that runs this, and may take so long. */
function command(
  run: (context: Context, inputs: Record<string, unknown>) => Promise<unknown>,
  timeout = 60_000,
): AnyCommand {
  return {
    name: 'try',
    summary: 'Tries.',
    inputs: {},
    positional: [],
    examples: [],
    outputs: {},
    timeout: () => timeout,
    run: (inputs, context) => run(context, inputs),
    report: (result) => ({ ...report, json: result }),
  };
}

function start(one: AnyCommand, more: Partial<RunSettings> = {}) {
  const log = recordedLog();
  const progress = recordedProgress();
  const settings = {
    log,
    progress,
    workflow: undefined,
    environment: {},
    redactResult: (text: string) => text,
    ...more,
  };
  return { log, progress, outcome: runCommand(one, { given: 1 }, settings) };
}

/** Ends when the signal says so, as every part of a command does. */
const forever = ({ signal }: Pick<Context, 'signal'>) =>
  new Promise<never>((_resolve, reject) =>
    signal.aborted
      ? reject(signal.reason)
      : signal.addEventListener('abort', () => reject(signal.reason), { once: true }),
  );
const listeners = () => process.listenerCount('SIGINT') + process.listenerCount('SIGTERM');

afterEach(() => {
  jest.restoreAllMocks();
  expect(listeners()).toBe(0);
});

describe('runCommand', () => {
  it('reports what the command gives, and ends its progress', async () => {
    const { outcome, progress } = start(command(async (_context, inputs) => inputs));
    expect(listeners()).toBe(2);
    expect(await outcome).toEqual({ ...report, json: { given: 1 } });
    expect(progress.lines).toEqual(['end']);
  });

  it('gives what it was given, and the environment without the inputs', async () => {
    const workflow = { repository: 'a/b' } as RunSettings['workflow'];
    const environment = {
      PATH: '/bin',
      EMPTY: undefined,
      INPUT_PASSWORD: 'secret',
      'INPUT_BUILD-TOKEN': 'secret',
      INPUT_: 'secret',
      IMAGE_GATE_PASSWORD: 'secret',
      GITHUB_TOKEN: 'theirs',
      MY_INPUT_X: 'theirs',
      INPUTS: 'theirs',
      IMAGE_GATEWAY: 'theirs',
    };
    let seen: Context | undefined;
    const { outcome, log } = start(
      command(async (context) => {
        seen = context;
      }),
      { workflow, environment },
    );
    await outcome;
    expect(seen?.environment).toEqual({
      PATH: '/bin',
      GITHUB_TOKEN: 'theirs',
      MY_INPUT_X: 'theirs',
      INPUTS: 'theirs',
      IMAGE_GATEWAY: 'theirs',
    });
    expect([seen?.workflow, seen?.log]).toEqual([workflow, log]);
    expect(Math.abs((seen?.now().getTime() ?? 0) - Date.now())).toBeLessThan(1000);
    expect(seen?.signal.aborted).toBe(false);
  });

  it('throws what the command throws, and reports no stop note', async () => {
    const error = new TypeError('x');
    const handler = jest.fn(async () => 'x');
    const { outcome, progress } = start(
      command(async ({ onStop }) => {
        onStop(handler);
        throw error;
      }),
    );
    await expect(outcome).rejects.toBe(error);
    expect(handler).not.toHaveBeenCalled();
    expect(progress.lines).toEqual(['end']);
  });
});

describe('runCommand, the time', () => {
  it('is for all of it', async () => {
    const { outcome, progress } = start(command(forever, 30));
    expect(await rejectionOf(outcome)).toMatchObject({
      kind: 'timeout',
      exitCode: 6,
      message: 'try: timed out after 0.03 s',
      advice: 'Raise timeout, or find out why the server is slow.',
    });
    expect(progress.lines).toEqual(['end']);
  });

  it('ends requests, and names the first three of them', async () => {
    const { origin } = await startServer(() => undefined);
    const paths = ['/a?secret', '/b', '/c', '/d'];
    const ask = ({ http }: Context) =>
      Promise.all(paths.map((path) => http.request({ method: 'GET', url: new URL(path, origin) })));
    const { outcome } = start(command(ask, 100));
    expect((await rejectionOf(outcome)).message).toBe(
      `try: timed out after 0.1 s, waiting for GET ${origin}/a, GET ${origin}/b, GET ${origin}/c`,
    );
  });

  it('traces requests', async () => {
    const { origin } = await startServer((_request, answer) => void answer.end());
    const { outcome, log } = start(command(({ http }) => http.request({ method: 'GET', url: new URL(origin) })));
    await outcome;
    expect(log.lines.detail).toEqual([expect.stringMatching(/^GET http:\/\/127\.0\.0\.1:\d+\/ → 200, \d+ ms$/)]);
  });

  it('does not take a wait that is longer than it', async () => {
    const { origin, requests } = await startServer(
      (_request, answer) => void answer.writeHead(429, { 'retry-after': '60' }).end(),
    );
    const { outcome } = start(command(({ http }) => http.request({ method: 'GET', url: new URL(origin) }), 2000));
    expect((await outcome).json).toMatchObject({
      status: 429,
      note: expect.stringContaining('the next try would be in'),
    });
    expect(requests).toHaveLength(1);
  });
});

describe('runCommand, stopped', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('by %s', async (signal) => {
    const { outcome } = start(command(forever));
    process.emit(signal, signal);
    expect(await rejectionOf(outcome)).toMatchObject({
      kind: 'cancelled',
      exitCode: 130,
      message: `try: cancelled by ${signal}`,
      advice: undefined,
    });
  });

  it('leaves a second signal to the system', async () => {
    const { outcome } = start(command(forever));
    process.emit('SIGINT', 'SIGINT');
    expect(process.listenerCount('SIGINT')).toBe(0);
    await rejectionOf(outcome);
  });

  const stopHandlers =
    (...list: readonly Parameters<OnStop>[0][]) =>
    (context: Context) => {
      for (const handler of list) context.onStop(handler);
      return forever(context);
    };

  it('reports its stop notes, in order, all at once', async () => {
    const begun: string[] = [];
    const both = async (name: string, words: string) => {
      begun.push(name);
      while (begun.length < 2) await new Promise((resolve) => setImmediate(resolve));
      return words;
    };
    const first = () => both('first', 'the first goes on');
    const second = () => both('second', 'the second has been cancelled');
    const { outcome } = start(command(stopHandlers(first, second), 20));
    expect(await rejectionOf(outcome)).toMatchObject({
      kind: 'timeout',
      message: 'try: timed out after 0.02 s; the first goes on; the second has been cancelled',
      advice: 'Raise timeout, or find out why the server is slow.',
    });
  });

  it('reports an error of a stop handler', async () => {
    const broken = () => Promise.reject(new Failure('network', { operation: 'POST x', reason: 'reset' }));
    const { outcome } = start(command(stopHandlers(broken, async () => 'the other goes on')));
    process.emit('SIGINT', 'SIGINT');
    expect(await rejectionOf(outcome)).toMatchObject({
      kind: 'cancelled',
      exitCode: 130,
      message: 'try: cancelled by SIGINT; the cleanup failed: Failure: POST x: reset; the other goes on',
    });
  });

  it('reports nothing about a stop handler that was removed', async () => {
    const handler = jest.fn(async () => 'x');
    const { outcome } = start(
      command((context) => {
        context.onStop(handler)();
        return forever(context);
      }),
    );
    process.emit('SIGTERM', 'SIGTERM');
    expect((await rejectionOf(outcome)).message).toBe('try: cancelled by SIGTERM');
    expect(handler).not.toHaveBeenCalled();
  });

  it('has a client for them that still works', async () => {
    const { origin, requests } = await startServer((_request, answer) => void answer.writeHead(202).end());
    const { outcome, log } = start(
      command(
        stopHandlers(
          async (http) => `answered ${(await http.request({ method: 'POST', url: new URL(origin) })).status}`,
        ),
      ),
    );
    process.emit('SIGINT', 'SIGINT');
    expect((await rejectionOf(outcome)).message).toBe('try: cancelled by SIGINT; answered 202');
    expect(requests.map(({ method }) => method)).toEqual(['POST']);
    expect(log.lines.detail).toHaveLength(1);
  });

  it('throws another fault that came at the same time as it is', async () => {
    const { outcome } = start(
      command(async (context) => {
        await forever(context).catch(() => undefined);
        throw new TypeError('a defect');
      }, 20),
    );
    await expect(outcome).rejects.toThrow('a defect');
  });
});
