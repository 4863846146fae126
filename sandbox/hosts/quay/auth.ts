import { type Answer, basicCredentials, type IncomingRequest, json } from '../../exchange.js';
import { type Access, parseScopes } from '../../tokens.js';
import { quayFailure } from './errors.js';
import { implies, type Quay, quayAllows } from './state.js';

const SCOPE = /^repository:[^:]+:(?:push|pull|\*)(?:,(?:push|pull|\*))*$/;
const NEEDS = { pull: 'repo:read', push: 'repo:write', '*': 'repo:admin' } as const;

/**
 * GET `/v2/auth?service=&scope=`, for users, robots, and `$oauthtoken` with an OAuth access token, whose scope counts.
 * A scope with another action than `pull`, `push` and `*` is refused, `delete` too; a missing right is not an error,
 * and the token holds fewer actions. The answer has no `expires_in`.
 */
export function quayAuth(quay: Quay, request: IncomingRequest, challenge: () => Answer): Answer {
  const credentials = basicCredentials(request.headers.authorization);
  const application = credentials?.user === '$oauthtoken' ? quay.applications.get(credentials.secret) : undefined;
  const user = application?.user ?? credentials?.user;
  const isFederated = user !== undefined && quay.robotTokens.holder(credentials?.secret) === user;
  const isKnown =
    application !== undefined || isFederated || (user !== undefined && quay.users.get(user) === credentials?.secret);
  if (request.headers.authorization !== undefined && !isKnown) return quayFailure(401, 'UNAUTHORIZED', refusalOf(user));
  const scopes = request.url.searchParams.getAll('scope');
  if (user === undefined && scopes.length === 0) return challenge();
  const illegal = scopes.find((scope) => !SCOPE.test(scope));
  if (illegal !== undefined) {
    return quayFailure(400, 'INVALID_REQUEST', `Unable to decode repository and actions: ${illegal}`);
  }
  const access: Access[] = parseScopes(scopes).map((scope) => ({
    ...scope,
    actions: scope.actions.filter((action) => {
      if (!(action in NEEDS)) return false;
      const needed = NEEDS[action as keyof typeof NEEDS];
      const inScope = application === undefined || implies(application.scope, needed);
      return inScope && quayAllows(quay, scope.name, user, needed);
    }),
  }));
  return json(200, { token: quay.tokens.issue(access, user, quay.lifetime.token) });
}

function refusalOf(user: string | undefined): string {
  if (user?.includes('+')) return `Could not find robot with username: ${user} and supplied password.`;
  return user === '$oauthtoken' ? 'OAuth access token could not be validated' : 'Invalid Username or Password';
}
