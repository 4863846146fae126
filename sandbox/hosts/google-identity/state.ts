import type { Claims } from '../../oidc/issuer.js';
import type { Throttle } from '../../throttle.js';

/** A provider of a workload identity pool: whose ID tokens Google exchanges. */
export interface WorkloadIdentityProvider {
  /** `iss` of the tokens. */
  readonly issuer: string;
  /** Default: the provider's own name, as `https://iam.googleapis.com/<provider>`. */
  readonly audiences?: readonly string[];
  /** The attribute condition. */
  readonly condition?: (claims: Claims) => boolean;
}

/** Google's token exchange and its impersonation of service accounts. */
export interface GoogleIdentity {
  /** `projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER` → provider. */
  readonly providers: Map<string, WorkloadIdentityProvider>;
  /** Address of a service account → the principals with `roles/iam.workloadIdentityUser` on it. */
  readonly serviceAccounts: Map<string, ReadonlySet<string>>;
  /** Seconds that an access token lasts at most; an hour. */
  lifetime: number;
  readonly throttle: Throttle;
}

/** The principal that a provider makes of a subject: a member of Artifact Registry's repositories, or of none. */
export function federatedPrincipal(provider: string, subject: unknown): string {
  return `principal://iam.googleapis.com/${provider.replace(/\/providers\/[^/]+$/, '')}/subject/${String(subject)}`;
}
