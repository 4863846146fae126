import type { Policy, Requirement } from '../../../verification/policy.js';
import type { Rejection, Signer } from '../../../verification/verdict.js';
import type { SignerMatch } from './requirements.js';

const mostNamed = 5;

/** The reason why a digest is not verified, in one sentence; it lists the actual signers. */
export function reasonOf(missing: readonly Requirement[], rejections: readonly Rejection[], policy: Policy): string {
  const lacking = missing.map((requirement) => wordsOf(requirement, policy)).join(' and ');
  if (rejections.length === 0) return `it has no ${lacking}: no signature was found`;
  const different = [...new Set(rejections.map(describeRejection))];
  const named = different.slice(0, mostNamed);
  const more = different.length - named.length;
  return `it has no ${lacking}: ${[...named, ...(more === 0 ? [] : [`${more} more`])].join('; ')}`;
}

function wordsOf(requirement: Requirement, { identities, provenance }: Policy): string {
  if (requirement === 'key') return 'signature by the required key';
  if (requirement === 'identity')
    return `signature by ${identities.map(({ identity }) => identity).join(' or ')} (${identities[0]?.issuer ?? ''})`;
  return `signed provenance of ${provenance?.repository ?? ''} at commit ${provenance?.commit.slice(0, 12) ?? ''}`;
}

function describeRejection({ place, signer, reason }: Rejection): string {
  return signer === undefined ? `${place}: ${reason}` : `${place}, signed by ${describeSigner(signer)}: ${reason}`;
}

/** The signer, in a few words. */
export function describeSigner({ identity, issuer, key }: Pick<Signer, 'identity' | 'issuer' | 'key'>): string {
  if (identity === undefined) return key === undefined ? 'an unknown key' : `the key ${key}`;
  return issuer === undefined ? identity : `${identity} (${issuer})`;
}

/** The signers, each once. */
export function signersOf(signers: readonly SignerMatch[]): readonly string[] {
  return [...new Set(signers.map(describeSigner))];
}

/** The signer, and the facts in the provenance: for the log and for the table. */
export function describeMatch(match: SignerMatch): string {
  const { requirement, repository, commit, signedAt } = match;
  const source =
    requirement === 'provenance' && repository !== undefined
      ? `, which states ${repository} at commit ${commit?.slice(0, 12) ?? 'unknown'}`
      : '';
  return `${describeSigner(match)}${source}${signedAt === undefined ? '' : `, ${signedAt}`}`;
}

/** `ready`, with what else was found out: `ready, verified and complete`. */
export function wordsOfReady({
  verified,
  complete,
}: {
  readonly verified?: boolean | undefined;
  readonly complete?: boolean | undefined;
}): string {
  const words = ['ready', ...(verified ? ['verified'] : []), ...(complete ? ['complete'] : [])];
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
