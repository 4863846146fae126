import { type Answer, bearerToken, type Host, type IncomingRequest, json } from '../exchange.js';
import type { OidcIssuer } from '../oidc/issuer.js';
import { meetsPattern, verifyIdToken } from '../oidc/verification.js';
import type { RunningRegistry } from '../registries/index.js';
import { createThrottle, type Throttle } from '../throttle.js';
import { createTokenBook } from '../tokens.js';
import { createRegistryAccounts } from './registry-accounts.js';
import { type TokenAccounts, tokenRegistry, withTokens } from './token-registry.js';

const AUDIENCES = ['https://issuer.enforce.dev', 'issuer.enforce.dev'];

/** An assumable identity. */
export interface ChainguardIdentity {
  readonly issuer: string;
  /** `*` stands for anything. */
  readonly subject: string;
  /** Default: the exchange's own, with or without `https://`. */
  readonly audiences?: readonly string[];
}

/** cgr.dev, and issuer.enforce.dev with its token exchange. An identity is a member of repositories by its UIDP. */
export interface Chainguard extends TokenAccounts {
  /** UIDP (`org/id`) → identity. */
  readonly identities: Map<string, ChainguardIdentity>;
  /** Seconds that a password lasts; an hour. */
  lifetime: number;
  readonly throttle: Throttle;
}

export function createChainguard(
  registry: RunningRegistry,
  issuers: readonly OidcIssuer[],
): { chainguard: Chainguard; hosts: Record<string, Host> } {
  const chainguard: Chainguard = Object.assign(withTokens(createRegistryAccounts(registry)), {
    identities: new Map(),
    lifetime: 3600,
    throttle: createThrottle(),
  });
  const passwords = createTokenBook('jwt');

  /** GET `/sts/exchange?aud=cgr.dev&identity=<UIDP>`, Bearer with an ID token. */
  async function exchange(request: IncomingRequest): Promise<Answer> {
    if (chainguard.throttle.refuses()) return failed(429, 8, 'rate limit exceeded');
    const { url, method, headers } = request;
    if (url.pathname !== '/sts/exchange' || (method !== 'GET' && method !== 'POST')) return failed(404, 5, 'Not Found');
    const [aud, uidp] = [url.searchParams.get('aud'), url.searchParams.get('identity') ?? ''];
    if (aud !== 'cgr.dev') return failed(400, 3, `unsupported audience: ${aud}`);
    const token = bearerToken(headers.authorization);
    if (token === undefined) return failed(401, 16, 'missing bearer token');
    const identity = chainguard.identities.get(uidp);
    const trusted = issuers.filter((issuer) => issuer.url === identity?.issuer);
    const verified = verifyIdToken(trusted, token, identity?.audiences ?? AUDIENCES);
    if (identity === undefined) return failed(403, 7, `identity ${uidp} cannot be assumed`);
    if ('fault' in verified) return failed(401, 16, `invalid token: ${verified.fault}`);
    if (!meetsPattern(identity.subject, verified.claims.sub))
      return failed(403, 7, `identity ${uidp} cannot be assumed`);
    return json(200, { token: passwords.issue([], uidp, chainguard.lifetime) });
  }

  // The user name is arbitrary.
  const user = ({ secret }: { readonly secret: string }) => passwords.holder(secret);
  return {
    chainguard,
    hosts: { 'issuer.enforce.dev': exchange, 'cgr.dev': tokenRegistry(chainguard, { tokenPath: '/token', user }) },
  };
}

/** @param code of gRPC */
function failed(status: number, code: number, message: string): Answer {
  return json(status, { code, message, details: [] });
}
