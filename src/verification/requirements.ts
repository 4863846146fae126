import type { CertificateFacts } from './certificate.js';
import type { Policy, RequiredProvenance, Requirement, VerificationKey } from './policy.js';
import type { About } from './signature.js';
import { type BuildSource, sameRepository, sourceOfCertificate, sourceOfPredicate } from './source.js';
import { isProvenance, isSignature } from './statement.js';
import { matchesPattern } from './wildcard.js';

/**
 * A signature whose key or certificate is taken for good: verified, or for the question what it would meet if it were.
 */
export interface Signed {
  readonly about: About;
  /** The required key that it verifies with. */
  readonly key?: VerificationKey | undefined;
  readonly certificate?: CertificateFacts | undefined;
}

/** @returns why the signature does not meet a requirement of the policy; undefined where it does */
export function faultFor(requirement: Requirement, policy: Policy, signed: Signed): string | undefined {
  const { about } = signed;
  if (requirement === 'provenance') return policy.provenance && provenanceFault(policy.provenance, policy, signed);
  if (about.kind === 'statement' && !isSignature(about.statement)) {
    return `its statement is of type ${about.statement.predicateType}, neither a signature nor provenance`;
  }
  if (requirement === 'key') return signed.key ? undefined : 'it is not by a required key';
  return identityFault(policy, signed.certificate);
}

function identityFault({ identities }: Policy, certificate: CertificateFacts | undefined): string | undefined {
  const { identity, issuer } = certificate ?? {};
  if (identity === undefined) return 'it has no certificate with an identity';
  const named = identities.filter((required) => matchesPattern(required.identity, identity));
  if (named.length === 0) return `${identity} is not a required identity`;
  return named.some((required) => required.issuer === issuer)
    ? undefined
    : `${identity} is of the issuer ${issuer ?? '(none)'}, which is not the required one`;
}

function provenanceFault(required: RequiredProvenance, policy: Policy, signed: Signed): string | undefined {
  const { about, certificate } = signed;
  if (about.kind !== 'statement' || !isProvenance(about.statement)) return 'it is not SLSA provenance';
  const source = sourceOf(policy, signed);
  if (source === undefined) return 'neither a certificate nor a required signer states what it was built from';
  if (source.statedBy === 'certificate' && !isIssuer(required, certificate?.issuer ?? '')) {
    return `its issuer ${certificate?.issuer ?? '(none)'} is not that of ${required.repository}`;
  }
  if (!sameRepository(source.repository, required.repository)) return `it was built from ${source.repository}`;
  if (source.commit.toLowerCase() !== required.commit.toLowerCase()) return `it was built from commit ${source.commit}`;
  const { workflow } = required;
  if (workflow === undefined || source.workflows.some((one) => isWorkflow(workflow, source.repository, one))) {
    return undefined;
  }
  return `it was built by ${source.workflows.join(' and ') || 'a workflow that it does not name'}`;
}

/** The claim of the authority, if it has one; else the predicate of a signer whom the policy requires. */
export function sourceOf(policy: Policy, { about, key, certificate }: Signed): BuildSource | undefined {
  if (about.kind !== 'statement' || !isProvenance(about.statement))
    return certificate && sourceOfCertificate(certificate);
  const byAuthority = certificate && sourceOfCertificate(certificate);
  if (byAuthority !== undefined) return byAuthority;
  const trusted = key !== undefined || identityFault(policy, certificate) === undefined;
  return trusted ? sourceOfPredicate(about.statement) : undefined;
}

/** The issuers that are trusted for builds in a repository: the host's own service, or the one that is required. */
function isIssuer({ repository, issuer }: RequiredProvenance, given: string): boolean {
  if (issuer !== undefined) return given === issuer;
  const { hostname } = new URL(repository);
  if (hostname === 'github.com') {
    const github = 'https://token.actions.githubusercontent.com';
    // An enterprise may have a path of its own.
    return given === github || given.startsWith(`${github}/`);
  }
  if (hostname.endsWith('.ghe.com')) return given === `https://token.actions.${hostname}`;
  return given === `https://${hostname}`;
}

function isWorkflow(required: string, repository: string, given: string): boolean {
  const anyRef = required.includes('@') ? [] : [`${required}@*`];
  return [required, ...anyRef].some((one) =>
    workflowUrls(one, repository).some((pattern) => matchesPattern(pattern, given)),
  );
}

/** A URL; a path with its repository; a path in the source repository; a file among its workflows. */
function workflowUrls(workflow: string, repository: string): readonly string[] {
  if (/^https?:\/\//.test(workflow)) return [workflow];
  if (!/^[^@]*\//.test(workflow)) return [`${repository}/.github/workflows/${workflow}`];
  // GitLab puts two slashes in front of the path.
  if (workflow.startsWith('.')) return [`${repository}/${workflow}`, `${repository}//${workflow}`];
  return [`${new URL(repository).origin}/${workflow}`];
}
