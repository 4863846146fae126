import { setMaxListeners } from 'node:events';
import type { OnStop } from '../builders/builder.js';
import { createHttp, type Http } from '../http/client/http.js';
import { formatDuration } from '../lib/duration.js';
import { Failure } from '../lib/errors.js';
import { inputName } from '../lib/input-names.js';
import type { Log, Progress } from '../lib/log.js';
import { execute } from '../lib/processes.js';
import { after } from '../lib/timers.js';
import type { Workflow } from '../lib/workflow.js';
import type { AnyCommand, Report } from './command.js';
import { checkTarget, resultsFileOf, withResultsFile } from './shared/files/results-file.js';
import { watchSlowness } from './shared/progress/slowness.js';

/** The frontend’s part of a run. */
export interface RunSettings {
  readonly log: Log;
  readonly progress: Progress;
  readonly workflow: Workflow | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Takes secrets out of what is written to a file. */
  readonly redactResult: (text: string) => string;
}

/**
 * The time that farewells may take, in milliseconds: GitHub's runner gives a step 7.5 s between SIGINT and SIGTERM, and
 * the summary must still be written.
 */
const stopTime = 5000;

/**
 * Runs a command with its inputs, within its time, until a SIGINT or SIGTERM.
 * @throws Failure, and unexpected errors.
 */
export async function runCommand(
  command: AnyCommand,
  inputs: Record<string, unknown>,
  settings: RunSettings,
): Promise<Report> {
  const resultsFile = resultsFileOf(inputs);
  const milliseconds = command.timeout(inputs);
  const stop = new AbortController();
  // Many requests may wait for this one signal; that is not a leak.
  setMaxListeners(0, stop.signal);
  const deadline = new Date(Date.now() + milliseconds);
  const http = clientFor(stop.signal, deadline, settings.log);
  const stopHandlers = createStopHandlers(settings.log);
  const slowness = watchSlowness(settings.progress, http.pending);
  const callOff = after(milliseconds, () => stop.abort(timeIsUp(command, milliseconds, http.pending())));
  const release = onSignals((signal) => stop.abort(cancelled(command, signal, http.pending())));
  try {
    const context = {
      ...settings,
      progress: slowness.progress,
      environment: forOthers(settings.environment),
      http,
      signal: stop.signal,
      deadline,
      now: () => new Date(),
      execute,
      onStop: stopHandlers.register,
    };
    if (resultsFile !== undefined) await checkTarget(resultsFile);
    const report = command.report(await command.run(inputs, context));
    return resultsFile === undefined ? report : await withResultsFile(report, resultsFile, settings.redactResult);
  } catch (thrown) {
    if (thrown !== stop.signal.reason || !(thrown instanceof Failure)) throw thrown;
    throw withStopNotes(thrown, await stopHandlers.say());
  } finally {
    callOff();
    release();
    slowness.stop();
    settings.progress.end();
    http.close();
  }
}

function clientFor(signal: AbortSignal, deadline: Date, log: Log): Http {
  return createHttp({
    signal,
    deadline,
    now: () => new Date(),
    trace: log.detail,
  });
}

/** The environment that other programs inherit: without the inputs, some of which are secrets that are not theirs. */
function forOthers(environment: RunSettings['environment']): RunSettings['environment'] {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !/^(?:INPUT|IMAGE_GATE)_/.test(name)));
}

function createStopHandlers(log: Log): { readonly register: OnStop; readonly say: () => Promise<readonly string[]> } {
  const stopHandlers = new Set<Parameters<OnStop>[0]>();
  return {
    register(handler) {
      stopHandlers.add(handler);
      return () => void stopHandlers.delete(handler);
    },
    async say() {
      const http = clientFor(AbortSignal.timeout(stopTime), new Date(Date.now() + stopTime), log);
      const results = await Promise.allSettled([...stopHandlers].map((handler) => handler(http)));
      http.close();
      return results.map((one) => (one.status === 'fulfilled' ? one.value : `the cleanup failed: ${one.reason}`));
    },
  };
}

function withStopNotes(failure: Failure, lines: readonly string[]): Failure {
  if (lines.length === 0) return failure;
  return new Failure(failure.kind, {
    operation: '',
    reason: `${failure.message}; ${lines.join('; ')}`,
    advice: failure.advice,
    // The lines are our own words around the page of a build.
    pages: lines.flatMap((line) => line.match(/https?:\/\/[^\s,;]+/g) ?? []),
    cause: failure.cause,
  });
}

function timeIsUp(command: AnyCommand, milliseconds: number, pending: readonly string[]): Failure {
  return new Failure('timeout', {
    operation: command.name,
    reason: `timed out after ${milliseconds < 10_000 ? `${milliseconds / 1000} s` : formatDuration(milliseconds)}${waitingFor(pending)}`,
    advice: `Raise ${inputName('timeout')}, or find out why the server is slow.`,
  });
}

function cancelled(command: AnyCommand, signal: NodeJS.Signals, pending: readonly string[]): Failure {
  return new Failure('cancelled', { operation: command.name, reason: `cancelled by ${signal}${waitingFor(pending)}` });
}

function waitingFor(pending: readonly string[]): string {
  return pending.length === 0 ? '' : `, waiting for ${pending.slice(0, 3).join(', ')}`;
}

/** Calls back on the first signal; a second one ends the process at once, as everybody expects. */
function onSignals(callback: (signal: NodeJS.Signals) => void): () => void {
  const signals: NodeJS.Signals[] = ['SIGINT', 'SIGTERM'];
  for (const signal of signals) process.once(signal, callback);
  return () => {
    for (const signal of signals) process.removeListener(signal, callback);
  };
}
