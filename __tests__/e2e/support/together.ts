import { test } from '@jest/globals';
import { createPlaces } from './places.js';

/** The tests of one file, whose bodies are begun together: builds mostly wait, and so wait at the same time. */
export interface Together {
  /** As jest's `test`; each has names of its own in the one internet, and finds its own requests again by them. */
  test(name: string, body: () => Promise<void>): void;
  /** To be called at the end of `beforeAll`. */
  begin(): void;
}

/** @param places how many bodies go on at a time, in the order of the file */
export function createTogether(places: number): Together {
  const place = createPlaces(places);
  const bodies: (() => void)[] = [];
  return {
    test(name, body) {
      let running: Promise<void> = Promise.reject(new Error('begin() was not called'));
      running.catch(() => undefined);
      bodies.push(() => {
        running = place(body);
        // Its failure is told by its test, which may come later.
        running.catch(() => undefined);
      });
      test(name, () => running, 150_000);
    },
    begin() {
      for (const start of bodies) start();
    },
  };
}

/** Waits until that is so; an error after 20 seconds. */
export async function until(isSo: () => boolean): Promise<void> {
  const begun = performance.now();
  while (!isSo()) {
    if (performance.now() - begun > 20_000) throw new Error(`it never came true: ${isSo}`);
    await later(20);
  }
}

export function later(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
