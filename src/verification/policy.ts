import type { KeyObject } from 'node:crypto';

/** The requirements. All must be met; for each, one signature suffices. */
export interface Policy {
  /** One of these keys has signed. */
  readonly keys: readonly VerificationKey[];
  /** One of these identities has signed, by a certificate. */
  readonly identities: readonly RequiredIdentity[];
  /** Signed provenance names this source repository and this commit. */
  readonly provenance?: RequiredProvenance | undefined;
}

export interface VerificationKey {
  readonly key: KeyObject;
  /** `sha256:…` of its SubjectPublicKeyInfo. */
  readonly fingerprint: string;
}

export interface RequiredIdentity {
  /** Subject alternative name of the certificate: a URI or an e-mail address. `*` stands for any characters. */
  readonly identity: string;
  /** The OIDC issuer, exactly. */
  readonly issuer: string;
}

export interface RequiredProvenance {
  /** URL of the source repository: `https://github.com/acme/app`. Compared without regard to case. */
  readonly repository: string;
  /** The full SHA. */
  readonly commit: string;
  /**
   * The build's workflow: `https://github.com/acme/app/.github/workflows/release.yml@refs/heads/main`, without `@…` on
   * any ref, without a host on that of the repository, or the path within the repository alone. `*` stands for any
   * characters.
   */
  readonly workflow?: string | undefined;
  /** The issuer of the build's identity. By default the one that belongs to the repository's host. */
  readonly issuer?: string | undefined;
}

/** The parts of a policy, by the fields that hold them. */
export type Requirement = 'key' | 'identity' | 'provenance';

export function requirementsOf({ keys, identities, provenance }: Policy): readonly Requirement[] {
  const all: Requirement[] = [];
  if (keys.length > 0) all.push('key');
  if (identities.length > 0) all.push('identity');
  if (provenance !== undefined) all.push('provenance');
  return all;
}
