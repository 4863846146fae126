import { Failure } from './errors.js';

/** The longest that Node's timers take, about 24.8 days; a longer one would end at once. */
const longest = 2 ** 31 - 1;

/**
 * Calls back after so many milliseconds (at most 24.8 days; `Infinity`: never), and gives back how to call that off.
 */
export function after(milliseconds: number, callback: () => void): () => void {
  if (milliseconds === Number.POSITIVE_INFINITY) return () => undefined;
  const timer = setTimeout(callback, Math.min(milliseconds, longest));
  return () => clearTimeout(timer);
}

/** Waits so many milliseconds; rejects with the signal's reason as soon as it is aborted. */
export function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const stop = () => {
      callOff();
      reject(signal.reason);
    };
    const callOff = after(milliseconds, () => {
      signal.removeEventListener('abort', stop);
      resolve();
    });
    signal.addEventListener('abort', stop, { once: true });
  });
}

/** The settings of a poll. All times are in milliseconds. */
export interface PollOptions<T> {
  /** The duration. 0: poll once. */
  readonly wait: number;
  /** The first pause, the growth of each further one, and the longest. */
  readonly pauses: { readonly first: number; readonly growth: number; readonly longest: number };
  readonly isDone: (value: T) => boolean;
  /** Called with every answer that is not the last; or, instead of one, with a temporary error. */
  readonly onPending: (value: T | undefined, waited: number, failure?: Failure) => void;
  readonly signal: AbortSignal;
  readonly now: () => Date;
}

/**
 * Polls until the answer is done, or until the time is over; then once more. While there is time, a server or a network
 * that fails does not end it; a failure of the last try is thrown, and so is one that will not pass.
 * @returns the last answer, done or not
 */
export async function poll<T>(read: () => Promise<T>, options: PollOptions<T>): Promise<T> {
  const { wait, pauses, signal } = options;
  const begun = options.now().getTime();
  const left = () => begun + wait - options.now().getTime();
  for (let pause = pauses.first; ; pause = Math.min(pauses.longest, pause * pauses.growth)) {
    const isLast = left() <= 0;
    let failure: Failure | undefined;
    const value = await read().catch((thrown: unknown) => {
      if (isLast || signal.aborted || !mayPass(thrown)) throw thrown;
      failure = thrown;
      return undefined;
    });
    if (value !== undefined && (isLast || options.isDone(value))) return value;
    options.onPending(value, options.now().getTime() - begun, failure);
    await sleep(Math.max(0, Math.min(pause, left())), signal);
  }
}

/**
 * True if a server or a network has failed for the moment. A defect of our own does not pass, nor does what would be
 * the same a minute later.
 */
export function mayPass(thrown: unknown): thrown is Failure {
  return thrown instanceof Failure && !thrown.permanent && (thrown.kind === 'server' || thrown.kind === 'network');
}
