import { sha256 } from './keys.js';

/** The hash tree of a log (RFC 6962 §2.1). */
export interface InclusionProof {
  readonly index: number;
  readonly size: number;
  readonly root: Buffer;
  readonly hashes: readonly Buffer[];
}

export function proveInclusion(leaves: readonly Uint8Array[], index: number): InclusionProof {
  return { index, size: leaves.length, root: treeHash(leaves), hashes: auditPath(leaves, index) };
}

function treeHash(leaves: readonly Uint8Array[]): Buffer {
  const [only] = leaves;
  if (leaves.length === 1 && only !== undefined) return sha256(Buffer.from([0]), only);
  const half = split(leaves.length);
  return sha256(Buffer.from([1]), treeHash(leaves.slice(0, half)), treeHash(leaves.slice(half)));
}

function auditPath(leaves: readonly Uint8Array[], index: number): Buffer[] {
  if (leaves.length === 1) return [];
  const half = split(leaves.length);
  return index < half
    ? [...auditPath(leaves.slice(0, half), index), treeHash(leaves.slice(half))]
    : [...auditPath(leaves.slice(half), index - half), treeHash(leaves.slice(0, half))];
}

/** The largest power of two below the count. */
function split(count: number): number {
  let half = 1;
  while (half * 2 < count) half *= 2;
  return half;
}
