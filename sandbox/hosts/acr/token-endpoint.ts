import { type Answer, basicCredentials, type IncomingRequest, json } from '../../exchange.js';
import { type Access, parseScopes } from '../../tokens.js';
import { badRequest, wrongCredentials } from './answers.js';
import { type Acr, granted, permitted } from './state.js';

/** The user name that goes with a refresh token for a password. */
const NULL_USER = '00000000-0000-0000-0000-000000000000';

/** `/oauth2/token`: GET with Basic credentials (or none), POST with a refresh token or a password. */
export async function acrToken(acr: Acr, request: IncomingRequest): Promise<Answer> {
  const post = request.method === 'POST';
  const form = post ? new URLSearchParams(await request.text()) : request.url.searchParams;
  const scopes = form.getAll('scope');
  if (form.get('service') !== acr.loginServer) return badRequest('the service is missing or another');
  if (post && scopes.length === 0) return badRequest('the scope is missing');
  const asker = post ? userOfForm(acr, form) : userOfHeader(acr, request);
  if (asker === 'refused') return wrongCredentials();
  const access = parseScopes(scopes).flatMap((scope) => grantedAccess(acr, asker?.name, scope));
  return json(200, { access_token: acr.tokens.access(access, asker?.name) });
}

/** With permissions by repository, a wildcard scope is ignored without an error. */
function grantedAccess(acr: Acr, user: string | undefined, { type, name, actions }: Access): Access[] {
  const own = permitted(acr, user);
  if (type === 'registry') {
    return name === 'catalog' && own.includes('catalog') ? [{ type, name, actions: ['*'] }] : [];
  }
  if (type !== 'repository') return [];
  if (name !== '*') return [{ type, name, actions: granted(acr, user, name, actions) }];
  const all = own.filter((action) => actions.includes('*') || actions.includes(action));
  return acr.abac ? [] : [{ type, name, actions: all }];
}

/** The sender: a user, anonymous, or one with wrong credentials. */
type Asker = { readonly name: string } | undefined | 'refused';

function userOfHeader(acr: Acr, { headers }: IncomingRequest): Asker {
  if (headers.authorization === undefined) return undefined;
  const credentials = basicCredentials(headers.authorization);
  return credentials === undefined ? 'refused' : userOf(acr, credentials.user, credentials.secret);
}

function userOfForm(acr: Acr, form: URLSearchParams): Asker {
  const grant = form.get('grant_type');
  if (grant === 'refresh_token') return userOf(acr, NULL_USER, form.get('refresh_token') ?? '');
  return grant === 'password' ? userOf(acr, form.get('username') ?? '', form.get('password') ?? '') : 'refused';
}

function userOf(acr: Acr, user: string, secret: string): Asker {
  const right = acr.users.has(user) && acr.users.get(user) === secret;
  const name = user === NULL_USER ? acr.tokens.refreshedBy(secret) : right ? user : undefined;
  return name === undefined ? 'refused' : { name };
}
