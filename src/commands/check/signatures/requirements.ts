import type { Signer } from '../../../verification/verdict.js';

/** The signers of the required signatures, and the requirement that each one meets. */
export interface SignerMatch extends Signer {
  readonly requirement: 'key' | 'identity' | 'provenance';
}

/**
 * The result of checking a digest for the required signatures. There is no third case: an unreadable signature is
 * thrown.
 */
export type SignatureVerdict =
  | { readonly verified: true; readonly signers: readonly SignerMatch[] }
  | { readonly verified: false; readonly reason: string };

/** Verifies a digest of one repository, each time anew: signatures may come later than the image. */
export type VerifyDigest = (digest: string) => Promise<SignatureVerdict>;
