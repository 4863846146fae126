import { generateKeyPairSync, type JsonWebKey, type KeyObject, randomUUID, sign, verify } from 'node:crypto';
import { encodeJwt } from '../jwt.js';

export type Claims = Readonly<Record<string, unknown>>;

/** The issuers of ID tokens: JWTs with RS256, each issuer with a key of its own. */
export interface OidcIssuer {
  /** Its `iss`. */
  readonly url: string;
  /** The key set at `jwks_uri`. */
  jwks(): { readonly keys: readonly JsonWebKey[] };
  /** Adds `iss`, `iat`, `nbf`, `exp` (5 minutes from now) and `jti` where the claims have none. */
  sign(claims: Claims): string;
  /** True for a token with a signature of this issuer. */
  signed(token: string): boolean;
}

const LIFETIME_SECONDS = 300;

export function createIssuer(url: string): OidcIssuer {
  // Making a key takes longer than most tests, and few need one.
  let made: { readonly privateKey: KeyObject; readonly publicKey: KeyObject; readonly kid: string } | undefined;
  const keys = () => {
    made ??= { ...generateKeyPairSync('rsa', { modulusLength: 2048 }), kid: randomUUID() };
    return made;
  };
  return {
    url,
    jwks() {
      const { publicKey, kid } = keys();
      return { keys: [{ ...publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' }] };
    },
    sign(claims) {
      const { privateKey, kid } = keys();
      const now = Math.floor(Date.now() / 1000);
      const times = { iat: now, nbf: now - 10, exp: now + LIFETIME_SECONDS };
      const payload = { jti: randomUUID(), iss: url, ...times, ...claims };
      return encodeJwt({ typ: 'JWT', alg: 'RS256', kid }, payload, (content) =>
        sign('sha256', Buffer.from(content), privateKey),
      );
    },
    signed(token) {
      const [header = '', payload = '', signature = '', ...more] = token.split('.');
      const { alg, kid } = readPart(header) ?? {};
      if (more.length > 0 || alg !== 'RS256' || kid !== keys().kid) return false;
      return verify(
        'sha256',
        Buffer.from(`${header}.${payload}`),
        keys().publicKey,
        Buffer.from(signature, 'base64url'),
      );
    },
  };
}

/** The claims of a token, signature unseen; `undefined` for a text that is not a JWT. */
export function claimsOf(token: string): Claims | undefined {
  const parts = token.split('.');
  return parts.length === 3 ? readPart(parts[1] ?? '') : undefined;
}

function readPart(part: string): Claims | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
