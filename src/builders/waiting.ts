import { formatDuration } from '../lib/duration.js';
import { Failure } from '../lib/errors.js';
import { inputName } from '../lib/input-names.js';
import { poll } from '../lib/timers.js';
import type { BuilderSettings } from './builder.js';

/** A build's state as its server reports it. */
export interface BuildState {
  readonly finished: boolean;
  /** The server's word for where the build is, or how it ended. */
  readonly word: string;
}

/**
 * So many refusals (401, 403, 404) in a row end the waiting; fewer pass, as a token's or a replica's moment of weakness
 * does.
 */
const refusals = 3;
const pauses = { first: 3000, growth: 1.3, longest: 20_000 };

/**
 * Asks for a build's state until it has finished.
 * @param name the build in words, with its page
 * @throws Failure (timeout) when its time is over: the build goes on without us.
 */
export async function waitForBuild<S extends BuildState>(
  read: () => Promise<S>,
  name: string,
  settings: BuilderSettings,
): Promise<S> {
  let lastReported = '';
  const state = await poll(forgiving(read), {
    ...settings,
    wait: settings.timeout,
    pauses,
    isDone: ({ finished }) => finished,
    onPending(pending, waited, failure) {
      const word = pending?.word ?? failure?.message ?? 'unknown';
      if (word !== lastReported) settings.info(`${name}: ${word}`);
      lastReported = word;
      const time = `${formatDuration(Math.min(waited, settings.timeout))} of ${formatDuration(settings.timeout)}`;
      settings.progress(`${time}, ${name}: ${word}`);
    },
  });
  if (state.finished) return state;
  throw new Failure('timeout', {
    operation: name,
    reason: `not finished after ${formatDuration(settings.timeout)}, it is ${state.word}`,
    advice: `The build continues. Raise ${inputName('build-timeout')}, or see its page for what it is waiting for.`,
  });
}

/** The same request; a refusal passes like a server error until several come in a row. */
export function forgiving<S>(read: () => Promise<S>): () => Promise<S> {
  let inARow = 0;
  return async () => {
    try {
      const state = await read();
      inARow = 0;
      return state;
    } catch (thrown) {
      inARow = isRefusal(thrown) ? inARow + 1 : 0;
      if (!isRefusal(thrown) || inARow >= refusals) throw thrown;
      throw new Failure('server', { ...thrown, cause: thrown });
    }
  };
}

function isRefusal(thrown: unknown): thrown is Failure {
  return thrown instanceof Failure && ['authentication', 'denied', 'not-found'].includes(thrown.kind);
}
