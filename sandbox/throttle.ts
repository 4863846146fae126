/** Refuses requests by count and not by time, so that a test does not depend on how fast the machine is. */
export interface Throttle {
  /** Each request of this number is refused (3: the third, the sixth, …); none where it is `undefined`. */
  every: number | undefined;
  /** Counts a request; whether it is refused. */
  refuses(): boolean;
}

export function createThrottle(): Throttle {
  let count = 0;
  const throttle: Throttle = {
    every: undefined,
    refuses() {
      if (throttle.every === undefined) return false;
      count += 1;
      return count % throttle.every === 0;
    },
  };
  return throttle;
}
