import { cleanLine } from '../../../lib/clean-line.js';
import { usageFailure } from '../../../lib/errors.js';
import { inputName } from '../../../lib/input-names.js';
import { renewed } from '../renewed.js';
import { audiencesOf, type Claims, claimsIn, endOf, type IdToken, secretsInToken } from './claims.js';
import { fromBuildkite, fromGitHub, howToGet, isJwt, type PipelineSettings, type RequestIdToken } from './pipelines.js';

/** The source of ID tokens. */
export interface IdTokens {
  /** Nothing is requested. @throws Failure (usage) without a token for this audience (undefined: any) */
  check(audience: string | undefined): void;
  /**
   * A token for this audience that is good now: requested when it is needed, once while it lasts.
   * @throws Failure: authentication, server, network
   */
  get(audience: string | undefined): Promise<IdToken>;
}

export interface IdTokenSettings extends PipelineSettings {
  readonly now: () => Date;
}

/**
 * The ID tokens of this pipeline: the input `id-token`, else what GitHub Actions, Bitbucket Pipelines and Buildkite
 * have for it. Nothing is requested yet.
 * @throws Failure (usage) for an input that is no ID token
 */
export function createIdTokens(given: string | undefined, settings: IdTokenSettings): IdTokens {
  const { environment } = settings;
  const { ACTIONS_ID_TOKEN_REQUEST_URL: address, BITBUCKET_STEP_OIDC_TOKEN: step, BUILDKITE } = environment;
  if (given !== undefined) return handedOver(given, inputName('id-token'), settings);
  if (address) return requested(fromGitHub(address, settings), settings);
  if (step) return handedOver(step, 'BITBUCKET_STEP_OIDC_TOKEN', settings);
  if (BUILDKITE === 'true') return requested(fromBuildkite(settings), settings);
  const refuse = (audience: string | undefined): never => {
    throw usageFailure(
      `${inputName('oidc')} is given, and this pipeline has no ID token`,
      howToGet(environment, audience),
    );
  };
  return { check: refuse, get: async (audience) => refuse(audience) };
}

/** A password may end with the token it was exchanged for: only a token with half of its life left is used again. */
const half = (life: number) => life / 2;

function requested(request: RequestIdToken, { now, mask }: IdTokenSettings): IdTokens {
  const known = new Map<string | undefined, () => Promise<IdToken>>();
  async function read(audience: string | undefined): Promise<IdToken> {
    const value = await request(audience);
    for (const secret of secretsInToken(value)) mask(secret);
    const claims = claimsIn(value) ?? {};
    return { value, claims, until: endOfNew(claims, now()) };
  }
  return {
    check: () => undefined,
    get(audience) {
      const get = known.get(audience) ?? renewed(() => read(audience), now, half);
      known.set(audience, get);
      return get();
    },
  };
}

/**
 * When a new token ends, by its own age, so that a clock that is off here does no harm; at once if it has no such
 * claim.
 */
function endOfNew(claims: Claims, now: Date): Date {
  const { exp, iat } = claims;
  return typeof exp === 'number' && typeof iat === 'number'
    ? new Date(now.getTime() + (exp - iat) * 1000)
    : (endOf(claims) ?? now);
}

/**
 * A token whose audience was chosen before the step began. It is sent whatever its age: the clock here may be wrong.
 */
function handedOver(value: string, label: string, { environment, now, mask }: IdTokenSettings): IdTokens {
  for (const secret of secretsInToken(value)) mask(secret);
  const claims = isJwt(value) ? claimsIn(value) : undefined;
  if (claims === undefined) {
    throw usageFailure(`${label} is not an ID token`, 'An ID token is a JWT: three parts in base64url between dots.');
  }
  return {
    check(audience) {
      const audiences = audiencesOf(claims);
      if (audience === undefined || audiences.includes(audience)) return;
      throw usageFailure(
        `${label} is for the audience ${cleanLine(audiences.join(', '), 200)}, and the login needs one for ${audience}`,
        `${howToGet(environment, audience)} If the registry’s side allows the audience of this token, add ;audience=… to ${inputName('oidc')}.`,
      );
    },
    get: async () => ({ value, claims, until: endOf(claims) ?? now() }),
  };
}
