import type { RepositoryName } from '../../images/name.js';
import { asFailure, type Failure } from '../../lib/errors.js';
import type { SignatureReader } from '../../registries/signatures/carriers.js';
import type { Evidence } from '../../verification/evidence.js';
import { type Claims, readClaims } from '../../verification/index.js';
import { findEvidence } from '../shared/signatures/find.js';

/** Something that refers to a digest. Whoever can push may have written it: nothing of it has been verified. */
export interface FoundSignature extends Partial<Omit<Claims, 'kind'>> {
  /** `unreadable`: it may be a signature, and `error` is the reason why it cannot be read. `other`: of another type. */
  readonly kind: Claims['kind'] | 'other' | 'unreadable';
  /** The type of an artifact that is not a Sigstore signature: a bill of materials, a Notation signature. */
  readonly type?: string | undefined;
  readonly place?: string;
  readonly error?: string;
}

/**
 * The signatures, attestations and other referrers of a digest.
 * @throws Failure where the registry does not list them
 */
export async function listSignatures(
  repository: SignatureReader,
  name: RepositoryName,
  digest: string,
): Promise<readonly FoundSignature[]> {
  const found: FoundSignature[] = [];
  for await (const { evidence, others, unread } of findEvidence(repository, name, digest, new Set())) {
    found.push(...evidence.map((one) => describe(one, digest)));
    found.push(...others.map((one): FoundSignature => ({ kind: 'other', ...one })));
    found.push(...unread.map(unreadable));
  }
  return found;
}

function describe(evidence: Evidence, digest: string): FoundSignature {
  const { place } = evidence;
  try {
    return { ...readClaims(evidence, digest), place };
  } catch (thrown) {
    return { kind: 'unreadable', place, error: asFailure(thrown).reason };
  }
}

function unreadable({ message }: Failure): FoundSignature {
  return { kind: 'unreadable', error: message };
}
