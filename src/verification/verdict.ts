import type { Requirement } from './policy.js';

/** The signer. Fields that the kind of signature does not have are left out. */
export interface Signer {
  /** The place where the signature was found. */
  readonly place: string;
  /** Subject alternative name of the certificate. */
  readonly identity?: string | undefined;
  /** OIDC issuer of that identity. */
  readonly issuer?: string | undefined;
  /** Fingerprint of the key that verified it: `sha256:…`. */
  readonly key?: string | undefined;
  /** Type of the predicate; left out for a signature without a statement. */
  readonly predicateType?: string | undefined;
  /** The workflow that built, with its ref: the called one where it was a reusable workflow. */
  readonly workflow?: string | undefined;
  /** URL of the source repository. */
  readonly repository?: string | undefined;
  readonly commit?: string | undefined;
  /** `github-hosted`, `self-hosted`. */
  readonly runner?: string | undefined;
  /** The origin of workflow, repository and commit: the certificate authority, or the build itself. */
  readonly statedBy?: 'certificate' | 'predicate' | undefined;
  /** ISO 8601, as a log or a timestamp authority attests. */
  readonly signedAt?: string | undefined;
}

/** A signature that meets no requirement, and why. The signer is left out where the signature is not valid. */
export interface Rejection {
  readonly place: string;
  readonly signer?: Signer | undefined;
  readonly reason: string;
}

/** A requirement, and the signature that meets it. */
export interface Match {
  readonly requirement: Requirement;
  readonly signer: Signer;
}

export type Verdict =
  | { readonly verified: true; readonly matches: readonly Match[]; readonly rejections: readonly Rejection[] }
  | {
      readonly verified: false;
      /** The requirements that no signature meets; empty where nothing is required. */
      readonly missing: readonly Requirement[];
      readonly matches: readonly Match[];
      readonly rejections: readonly Rejection[];
    };
