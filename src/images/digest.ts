import { createHash } from 'node:crypto';

/**
 * `sha256:` and 64, or `sha512:` and 128 lower-case hexadecimal digits (the registered algorithms of the OCI image
 * specification).
 */
const grammar = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;

/** True if the text is a digest that this product can verify. */
export function isDigest(text: string): boolean {
  return grammar.test(text);
}

/** The digest of these bytes, by the algorithm of `like` (default sha256). */
export function digestOf(bytes: Uint8Array, like = 'sha256:'): string {
  const algorithm = like.startsWith('sha512:') ? 'sha512' : 'sha256';
  return `${algorithm}:${createHash(algorithm).update(bytes).digest('hex')}`;
}

/** A digest that can be verified. */
export function digestIn(value: unknown): string | undefined {
  return typeof value === 'string' && isDigest(value) ? value : undefined;
}
