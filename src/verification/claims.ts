import type { Evidence } from './evidence.js';
import { bindingFault, readSignature } from './signature.js';
import { isProvenance, isSignature } from './statement.js';

/** The claims of a signature or an attestation about itself. Nothing of it has been verified. */
export interface Claims {
  readonly kind: 'signature' | 'provenance' | 'attestation';
  /** Of its certificate; undefined of one that is made with a key. */
  readonly identity?: string | undefined;
  readonly issuer?: string | undefined;
  readonly predicateType?: string | undefined;
}

/**
 * Reads what a signature or an attestation of a digest claims.
 * @throws Error for an unreadable one, and for one about another digest
 */
export function readClaims(evidence: Evidence, digest: string): Claims {
  const { about, certificate } = readSignature(evidence);
  const otherDigest = bindingFault(about, digest);
  if (otherDigest !== undefined) throw new Error(otherDigest);
  const signer = { identity: certificate?.identity, issuer: certificate?.issuer };
  if (about.kind !== 'statement') return { kind: 'signature', ...signer };
  const { statement } = about;
  const usual = isSignature(statement) ? 'signature' : 'attestation';
  return { kind: isProvenance(statement) ? 'provenance' : usual, ...signer, predicateType: statement.predicateType };
}
