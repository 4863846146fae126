/** The longest that Node's timers take, about 24.8 days; a longer one would end at once. */
const longest = 2 ** 31 - 1;

/** Calls back after so many milliseconds (at most 24.8 days; `Infinity`: never), and gives back how to call that off. */
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
