import { isDigest } from '../images/digest.js';

/** A text that is not empty. Like all here: undefined for anything else, `null` too. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The texts in a list; none where it is no list. */
export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(textOf).filter((one) => one !== undefined) : [];
}

/** A whole number from 0. */
export function countOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

/** A digest that can be verified. */
export function digestIn(value: unknown): string | undefined {
  return typeof value === 'string' && isDigest(value) ? value : undefined;
}
