import { verify, X509Certificate } from 'node:crypto';
import { type Answer, basicCredentials, bearerToken, type IncomingRequest } from '../exchange.js';
import type { Access, NeededAccess } from '../tokens.js';
import { failure } from './errors.js';

/** `undefined` for `/v2/` and other paths. */
export function neededAccess(request: IncomingRequest): NeededAccess | undefined {
  const name = /^\/v2\/(.+?)\/(?:manifests|blobs|tags|referrers)\//.exec(request.url.pathname)?.[1];
  if (name === undefined) return undefined;
  if (request.method === 'GET' || request.method === 'HEAD') return { name, actions: ['pull'] };
  return { name, actions: request.method === 'DELETE' ? ['delete'] : ['pull', 'push'] };
}

/** The challenge of a registry of the distribution project without credentials, `htpasswd` authentication. */
export function basicChallenge(
  request: IncomingRequest,
  users: Readonly<Record<string, string>>,
  realm: string,
): Answer | undefined {
  const credentials = basicCredentials(request.headers.authorization);
  if (credentials !== undefined && users[credentials.user] === credentials.secret) return undefined;
  return refused(`Basic realm="${realm}"`);
}

/** The same for `token` authentication; tokens are those that the token service with this certificate signed. */
export function bearerChallenge(
  request: IncomingRequest,
  options: { readonly realm: string; readonly service: string; readonly certificate: string },
): Answer | undefined {
  const needed = neededAccess(request);
  const token = bearerToken(request.headers.authorization);
  const granted = token === undefined ? undefined : claims(token, options.certificate);
  const enough =
    granted !== undefined &&
    (needed === undefined ||
      needed.actions.every((action) =>
        granted.some((access) => access.name === needed.name && allows(access, action)),
      ));
  if (enough) return undefined;
  const error = token === undefined ? '' : `,error="${granted === undefined ? 'invalid_token' : 'insufficient_scope'}"`;
  return tokenChallenge(needed, { ...options, error });
}

/** 401 with a challenge that names the token service and, for a repository, the scope to request. */
export function tokenChallenge(
  needed: NeededAccess | undefined,
  options: { readonly realm: string; readonly service: string; readonly message?: string; readonly error?: string },
): Answer {
  const { realm, service, message, error = '' } = options;
  const scope = needed === undefined ? '' : `,scope="repository:${needed.name}:${needed.actions.join(',')}"`;
  return refused(`Bearer realm="${realm}",service="${service}"${scope}${error}`, message);
}

function refused(challenge: string, message = 'authentication required'): Answer {
  const answer = failure('UNAUTHORIZED', message);
  const headers = { 'www-authenticate': challenge, 'docker-distribution-api-version': 'registry/2.0' };
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

function allows(access: Access, action: string): boolean {
  return access.actions.includes(action) || access.actions.includes('*');
}

/** The `access` claim of a token whose signature and time are right. */
function claims(token: string, certificate: string): readonly Access[] | undefined {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const key = { key: new X509Certificate(certificate).publicKey, dsaEncoding: 'ieee-p1363' } as const;
  const content = Buffer.from(`${header}.${payload}`);
  if (!verify('sha256', content, key, Buffer.from(signature, 'base64url'))) return undefined;
  const read: { exp: number; access: readonly Access[] } = JSON.parse(
    Buffer.from(payload, 'base64url').toString('utf8'),
  );
  return read.exp * 1000 > Date.now() ? read.access : undefined;
}
