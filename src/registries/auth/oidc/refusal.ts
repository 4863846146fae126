import { cleanLine } from '../../../lib/clean-line.js';
import { Failure } from '../../../lib/errors.js';
import { inputName } from '../../../lib/input-names.js';
import { textOf } from '../../../lib/json.js';
import { audiencesOf, describeClaims, endOf, type IdToken, immutableSubject } from './claims.js';
import type { LoginProvider, TokenPart } from './provider.js';

type Explained = Pick<LoginProvider, 'form' | 'refusals' | 'trust' | 'exact'>;

/**
 * A refusal of an ID token with the claims that were sent, never the token, and what has to be changed where. Other
 * failures are returned as they are.
 */
export function explained(thrown: unknown, { claims }: Pick<IdToken, 'claims'>, provider: Explained): unknown {
  if (!(thrown instanceof Failure) || (thrown.kind !== 'authentication' && thrown.kind !== 'denied')) return thrown;
  const { kind, operation, reason, advice, status, pages, cause } = thrown;
  const part = provider.refusals.find(([words]) => words.test(reason))?.[1];
  return new Failure(kind, {
    operation,
    reason: `${reason}; the ID token has ${describeClaims(claims)}`,
    advice: [adviceOn(part, claims, provider), advice].filter(Boolean).join(' '),
    status,
    pages,
    cause,
  });
}

function adviceOn(part: TokenPart | undefined, claims: IdToken['claims'], provider: Explained): string {
  const { form, trust } = provider;
  switch (part) {
    case 'aud':
      return (
        `Allow the audience ${cleanLine(audiencesOf(claims).join(', '), 200)} in ${trust}, or add the audience that it ` +
        `allows to ${inputName('oidc')}: ;audience=AUDIENCE.`
      );
    case 'iss':
      return `Make the issuer ${cleanLine(textOf(claims.iss) ?? '', 200)} known in ${trust}.`;
    case 'exp':
      return (
        `The ID token ends at ${endOf(claims)?.toISOString() ?? 'an unknown time'}. One that is given as ${inputName('id-token')} cannot be ` +
        'renewed: use it earlier, and wait no longer than it lasts.'
      );
    case 'oidc':
      return `Check ${inputName('oidc')}: it is ${form}.`;
    default:
      return subjectAdvice(claims, provider);
  }
}

function subjectAdvice(claims: IdToken['claims'], { trust, exact }: Explained): string {
  const accept = exact
    ? `Accept exactly this sub in ${trust}: patterns are not supported.`
    : `Accept this sub, exactly or by a pattern, in ${trust}.`;
  const immutable = immutableSubject(claims);
  if (immutable === undefined) return accept;
  const before = cleanLine(immutable.before, 200);
  const write = exact ? '' : `: write ${cleanLine(immutable.now, 200)}*`;
  return (
    `${accept} It has the immutable form (repositories created, renamed or transferred after 15 July 2026), which a rule ` +
    `for ${before}${exact ? '…' : '*'} does not match${write}.`
  );
}
