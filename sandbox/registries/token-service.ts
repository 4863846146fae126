import { createPrivateKey, randomUUID, sign } from 'node:crypto';
import type { Certificate } from '../certificates.js';
import { type Answer, basicCredentials, type IncomingRequest, json } from '../exchange.js';
import { encodeJwt } from '../jwt.js';
import { type Access, parseScopes } from '../tokens.js';

const LIFETIME_SECONDS = 300;

export interface TokenServiceOptions {
  readonly issuer: string;
  readonly service: string;
  /** Name → password. Whoever logs in may do everything; without logging in, nothing. */
  readonly users: Readonly<Record<string, string>>;
  /** Signs the tokens; the registry trusts the authority that issued it. */
  readonly certificate: Certificate;
}

/**
 * A token server for the distribution project's `token` authentication: GET with Basic credentials, and the OAuth 2
 * POST with `grant_type` `password` or `refresh_token`. Tokens are JWTs signed with ES256, certificate in `x5c`.
 */
export interface TokenService {
  answer(request: IncomingRequest): Promise<Answer>;
  sign(access: readonly Access[], subject: string): string;
}

export function createTokenService(options: TokenServiceOptions): TokenService {
  const key = createPrivateKey(options.certificate.key);
  const x5c = [options.certificate.cert.replace(/-----[^-]+-----|\s/g, '')];
  const refreshTokens = new Map<string, string>();

  function signed(access: readonly Access[], subject: string): string {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: options.issuer,
      sub: subject,
      aud: options.service,
      iat: now,
      nbf: now - 10,
      exp: now + LIFETIME_SECONDS,
      jti: randomUUID(),
      access,
    };
    return encodeJwt({ typ: 'JWT', alg: 'ES256', x5c }, claims, (content) =>
      sign('sha256', Buffer.from(content), { key, dsaEncoding: 'ieee-p1363' }),
    );
  }

  return {
    sign: signed,
    async answer(request) {
      const form = request.method === 'POST' ? new URLSearchParams(await request.text()) : request.url.searchParams;
      const basic = basicCredentials(request.headers.authorization);
      const password = { user: form.get('username') ?? '', secret: form.get('password') ?? '' };
      const credentials = request.method === 'POST' ? password : basic;
      const refreshing = form.get('grant_type') === 'refresh_token';
      const user = refreshing ? refreshTokens.get(form.get('refresh_token') ?? '') : credentials?.user;
      const correct = user !== undefined && (refreshing || options.users[user] === credentials?.secret);
      if (!correct && (credentials !== undefined || refreshing)) {
        return json(401, { errors: [{ code: 'UNAUTHORIZED', message: 'incorrect username or password' }] });
      }
      const token = signed(correct ? parseScopes(form.getAll('scope')) : [], user ?? '');
      const wantsRefresh = form.get('offline_token') === 'true' || form.get('access_type') === 'offline';
      const refresh = wantsRefresh && correct ? randomUUID() : undefined;
      if (refresh !== undefined && user !== undefined) refreshTokens.set(refresh, user);
      return json(200, {
        token,
        access_token: token,
        expires_in: LIFETIME_SECONDS,
        issued_at: new Date().toISOString(),
        ...(refresh !== undefined && { refresh_token: refresh }),
      });
    },
  };
}
