import { createHash } from 'node:crypto';
import { cleanLine } from '../lib/clean-line.js';
import { Failure } from '../lib/errors.js';
import { inputName } from '../lib/input-names.js';
import type { Evidence, Subject } from './evidence.js';
import { type Judgement, judge } from './judge.js';
import { type Policy, type Requirement, requirementsOf } from './policy.js';
import type { TrustedRoots } from './trusted-roots.js';
import type { Verdict } from './verdict.js';

/**
 * Judges the signatures that were found for a digest. Each requirement of the policy needs one that meets it; all
 * others are listed. A policy without requirements verifies nothing.
 * @param required those that are still to be met; keys and identities of the policy are trusted anyway
 * @throws Failure (server) where a signature that might meet a missing requirement could not be checked
 */
export async function verify(
  subject: Subject,
  evidence: readonly Evidence[],
  policy: Policy,
  roots: TrustedRoots,
  required: readonly Requirement[] = requirementsOf(policy),
): Promise<Verdict> {
  const manifest = readOnce(subject);
  const judgements: Judgement[] = [];
  for (const one of evidence) {
    judgements.push(
      await judge(one, { digest: subject.digest, manifest, policy, required, instances: roots.instances }),
    );
  }
  const matches = required.flatMap((requirement) => {
    const signer = judgements.find(({ met }) => met.includes(requirement))?.signer;
    return signer === undefined ? [] : [{ requirement, signer }];
  });
  const rejections = judgements.flatMap(({ met, place, signer, reason }) =>
    met.length > 0 ? [] : [{ place, signer, reason: cleanLine(reason) }],
  );
  const missing = required.filter((one) => !matches.some(({ requirement }) => requirement === one));
  if (required.length > 0 && missing.length === 0) return { verified: true, matches, rejections };
  const undecided = judgements.filter((one) => one.undecided.some((requirement) => missing.includes(requirement)));
  if (undecided.length > 0) throw undecidedFailure(subject.digest, undecided, roots);
  return { verified: false, missing, matches, rejections };
}

/** @returns the bytes of the manifest, which are those of its digest */
function readOnce({ digest, manifest }: Subject): () => Promise<Uint8Array> {
  let read: Promise<Uint8Array> | undefined;
  return () => {
    read ??= manifest().then((bytes) => {
      const [algorithm = '', hex] = digest.split(':');
      if (createHash(algorithm).update(bytes).digest('hex') === hex) return bytes;
      throw new Failure('server', {
        operation: `The manifest ${digest}`,
        reason: 'its bytes do not have that digest',
        permanent: true,
      });
    });
    return read;
  };
}

function undecidedFailure(digest: string, undecided: readonly Judgement[], { origin }: TrustedRoots): Failure {
  const reasons = undecided.map(({ place, reason }) => `${place}: ${cleanLine(reason)}`);
  return new Failure('server', {
    operation: `The signatures of ${digest}`,
    reason: `a signature that may be the required one could not be checked: ${reasons.join('; ')} (checked against ${origin})`,
    advice: `Sign the image again if the signature is damaged. If a log or an authority is not known, update Image Gate, or give the trusted root of the instance that signed as ${inputName('trusted-root')}.`,
    permanent: true,
  });
}
