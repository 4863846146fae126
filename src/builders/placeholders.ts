import { usageFailure } from '../lib/errors.js';
import type { BuildOrder } from './builder.js';

const values: Record<string, (order: BuildOrder, buildId: string) => string> = {
  commit: ({ commit }) => commit,
  'short-sha': ({ commit }) => commit.slice(0, 7),
  ref: ({ ref }) => ref,
  repo: ({ repo }) => repo,
  image: ({ image }) => image,
  tag: ({ tag }) => tag,
  'build-id': (_order, buildId) => buildId,
};

const known = Object.keys(values)
  .map((name) => `{${name}}`)
  .join(', ');

/**
 * Checks that a text has known placeholders only. Braces around anything but one word of lower-case letters and dashes
 * are text: JSON goes through.
 * @throws Failure (usage) naming the one that is not known.
 */
export function checkPlaceholders(text: string, name: string): void {
  for (const [whole, word = ''] of text.matchAll(/\{([a-z-]+)\}/g)) {
    if (!Object.hasOwn(values, word))
      throw usageFailure(`${name} has the unknown placeholder ${whole}`, `The placeholders are ${known}.`);
  }
}

/** The text with its placeholders filled in, once: values are not searched for placeholders. */
export function fillPlaceholders(text: string, order: BuildOrder, buildId: string): string {
  return text.replace(/\{([a-z-]+)\}/g, (whole, word: string) =>
    Object.hasOwn(values, word) ? (values[word]?.(order, buildId) ?? whole) : whole,
  );
}

/** True if the text has a placeholder that would be filled in. */
export function fillsIn(text: string): boolean {
  return [...text.matchAll(/\{([a-z-]+)\}/g)].some(([, word = '']) => Object.hasOwn(values, word));
}
