import { cleanLine } from '../lib/clean-line.js';
import type { CertificateFacts } from './certificate.js';
import type { Evidence } from './evidence.js';
import { hasSigned } from './keys.js';
import type { Policy, Requirement, VerificationKey } from './policy.js';
import { type Proof, proveCertificate, type SignedContent, timeOfKey } from './proof.js';
import { faultFor, type Signed, sourceOf } from './requirements.js';
import { bindingFault, readSignature, type Signature, signedBytes } from './signature.js';
import type { Trust } from './trusted-roots.js';
import type { Signer } from './verdict.js';

/** The judgement on one piece of evidence. */
export interface Judgement {
  readonly place: string;
  readonly met: readonly Requirement[];
  /** Those that it might meet, and that could not be decided. */
  readonly undecided: readonly Requirement[];
  /** The signers, if they were verified. */
  readonly signer?: Signer | undefined;
  /** The reason why it meets nothing, or could not be decided. */
  readonly reason: string;
}

export interface Case {
  readonly digest: string;
  readonly manifest: () => Promise<Uint8Array>;
  readonly policy: Policy;
  readonly required: readonly Requirement[];
  readonly instances: readonly Trust[];
}

/** @throws Failure of reading the manifest, where the signature is over that */
export async function judge(evidence: Evidence, given: Case): Promise<Judgement> {
  const { place } = evidence;
  const rejected = (reason: string): Judgement => ({ place, met: [], undecided: [], reason });
  if (evidence.subject !== undefined && evidence.subject !== given.digest) {
    return rejected(`it is attached to another manifest: ${evidence.subject}`);
  }
  const signature = readOrFault(evidence);
  if ('fault' in signature) return { place, met: [], undecided: given.required, reason: signature.fault };
  const otherDigest = bindingFault(signature.about, given.digest);
  if (otherDigest !== undefined) return rejected(otherDigest);
  const content = {
    bundle: signature.bundle,
    message: await messageOf(signature, given),
    envelope: evidence.kind === 'envelope' ? evidence.bytes : undefined,
  };
  return { place, ...weigh(place, { signature, content, key: signingKey(content, given.policy) }, given) };
}

function readOrFault(evidence: Evidence): Signature | { readonly fault: string } {
  try {
    return readSignature(evidence);
  } catch (thrown) {
    return { fault: `it cannot be read: ${thrown instanceof Error ? thrown.message : String(thrown)}` };
  }
}

/** The digest that a message signature covers. */
async function messageOf({ about }: Signature, { manifest }: Case): Promise<Uint8Array | undefined> {
  if (about.kind === 'payload') return about.payload;
  return about.kind === 'manifest' ? manifest() : undefined;
}

function signingKey({ bundle, message }: SignedContent, { keys }: Policy): VerificationKey | undefined {
  const { bytes, signature } = signedBytes(bundle, message);
  return bytes && signature && keys.find((key) => hasSigned(key, bytes, signature));
}

interface Weighed {
  readonly signature: Signature;
  readonly content: SignedContent;
  readonly key: VerificationKey | undefined;
}

function weigh(place: string, weighed: Weighed, { policy, required, instances }: Case): Omit<Judgement, 'place'> {
  const { signature, content, key } = weighed;
  const { about, certificate } = signature;
  const proof = certificate && proveCertificate(content, certificate.certificate, instances);
  const signed: Signed = { about, key, certificate: proof?.kind === 'valid' ? certificate : undefined };
  const faultsOf = (one: Signed) =>
    required.map((requirement) => ({ requirement, fault: faultFor(requirement, policy, one) }));
  const faults = faultsOf(signed);
  const met = faults.filter(({ fault }) => fault === undefined).map(({ requirement }) => requirement);
  const undecided =
    proof?.kind === 'unknown' ? faultsOf({ ...signed, certificate }).filter(({ fault }) => fault === undefined) : [];
  const isSigned = signed.key !== undefined || signed.certificate !== undefined;
  return {
    met,
    undecided: undecided.map(({ requirement }) => requirement).filter((one) => !met.includes(one)),
    signer: isSigned ? signerOf(place, { policy, signed, signedAt: timeOf(proof, weighed, instances) }) : undefined,
    reason: isSigned ? faults.flatMap(({ fault }) => fault ?? []).join('; ') : invalidity(certificate, proof),
  };
}

/** For a signature that nothing has verified: its claims cannot be trusted. */
function invalidity(certificate: CertificateFacts | undefined, proof: Proof | undefined): string {
  if (certificate === undefined || proof === undefined || proof.kind === 'valid')
    return 'it is made with an unknown key';
  return `it claims to be from ${certificate.identity ?? 'an unnamed identity'}, which is not verified: ${proof.reason}`;
}

function timeOf(proof: Proof | undefined, { content, key }: Weighed, instances: readonly Trust[]): string | undefined {
  if (proof?.kind === 'valid') return proof.signedAt;
  return key && timeOfKey(content, key.key, instances);
}

interface Verified {
  readonly policy: Policy;
  readonly signed: Signed;
  readonly signedAt: string | undefined;
}

function signerOf(place: string, { policy, signed, signedAt }: Verified): Signer {
  const { about, key, certificate } = signed;
  const source = sourceOf(policy, signed);
  const text = (value: string | undefined) => value && cleanLine(value);
  return {
    place,
    identity: certificate?.identity,
    issuer: text(certificate?.issuer),
    key: key?.fingerprint,
    predicateType: about.kind === 'statement' ? text(about.statement.predicateType) : undefined,
    workflow: text(source?.workflows[0]),
    repository: text(source?.repository),
    commit: text(source?.commit),
    runner: text(certificate?.runner),
    statedBy: source?.statedBy,
    signedAt,
  };
}
