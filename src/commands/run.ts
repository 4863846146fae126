import { Failure } from '../errors.js';
import { createHttp } from '../http/http.js';
import { execute } from '../processes.js';
import type { Workflow } from '../workflow.js';
import type { AnyCommand, Log, Progress, Report } from './command.js';

/** What a face brings for a run. */
export interface RunSettings {
  readonly log: Log;
  readonly progress: Progress;
  readonly workflow: Workflow | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * Runs a command with its inputs, within its time, until a SIGINT or SIGTERM.
 * @throws Failure, and what was not foreseen.
 */
export async function runCommand(
  command: AnyCommand,
  inputs: Record<string, unknown>,
  settings: RunSettings,
): Promise<Report> {
  const milliseconds = command.timeout(inputs);
  const stop = new AbortController();
  const now = () => new Date();
  const http = createHttp({
    signal: stop.signal,
    deadline: new Date(Date.now() + milliseconds),
    now,
    trace: settings.log.detail,
  });
  const timer = setTimeout(() => stop.abort(timeIsUp(command, milliseconds, http.pending())), milliseconds);
  const release = onSignals((signal) => stop.abort(cancelled(command, signal, http.pending())));
  try {
    return command.report(await command.run(inputs, { ...settings, http, signal: stop.signal, now, execute }));
  } finally {
    clearTimeout(timer);
    release();
    settings.progress.end();
    http.close();
  }
}

function timeIsUp(command: AnyCommand, milliseconds: number, pending: readonly string[]): Failure {
  return new Failure('timeout', {
    asked: command.name,
    answered: `time ran out after ${milliseconds / 1000} s${waitingFor(pending)}`,
    advice: 'Give it more time with the input timeout, or find out why the server is slow.',
  });
}

function cancelled(command: AnyCommand, signal: NodeJS.Signals, pending: readonly string[]): Failure {
  return new Failure('cancelled', { asked: command.name, answered: `cancelled by ${signal}${waitingFor(pending)}` });
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
