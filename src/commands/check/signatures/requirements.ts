import type { Signer } from '../../../verification/verdict.js';

/** Who signed what is required, and which requirement that meets. */
export interface SignerMatch extends Signer {
  readonly requirement: 'key' | 'identity' | 'provenance';
}

/** Whether a digest has the signatures that are required. There is no third case: what could not be read is thrown. */
export type SignatureVerdict =
  | { readonly verified: true; readonly signers: readonly SignerMatch[] }
  | { readonly verified: false; readonly reason: string };

/** Verifies a digest of one repository, each time anew: signatures may come later than the image. */
export type VerifyDigest = (digest: string) => Promise<SignatureVerdict>;
