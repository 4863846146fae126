import type { Http } from '../../../http/client/http.js';
import { describe, type HttpAnswer, type HttpRequest } from '../../../http/message.js';
import { type Advice, failureOf, jsonObject } from '../../../http/responses.js';
import { sameOrigin } from '../../../http/url-policy.js';
import { Failure } from '../../../lib/errors.js';
import { inputName, usernameAndPassword } from '../../../lib/input-names.js';
import { isObject, parseJson } from '../../../lib/json.js';
import type { Credentials } from '../../auth/credentials.js';

export interface DockerHubSettings {
  readonly http: Http;
  /** A user's name with a password or personal access token, an organization's with its access token, or anonymous. */
  readonly credentials: Credentials;
  /** As of `RegistrySettings`; for the path of a namespace too. */
  readonly credentialsOf?: ((path: string) => Promise<Credentials | undefined>) | undefined;
  readonly now: () => Date;
  /** Makes sure that the token of the login is never shown. */
  readonly mask: (secret: string) => void;
}

/** Requests to Docker Hub's API, logged in once for all of them; without credentials they go out anonymously. */
export interface HubSession {
  readonly anonymous: boolean;
  /**
   * Sends with the token of the login, which is renewed shortly before it ends, and once more when it gets a 401.
   * @throws Failure: unsupported for the password of an OIDC connection, authentication when the login is refused (it
   * is not tried again: Docker Hub locks a name out for ten minutes after too many of them, docker/hub-feedback#2201),
   * server, network.
   */
  send(request: HttpRequest): Promise<HttpAnswer>;
}

export const hubOrigin = new URL('https://hub.docker.com');

/** Seconds: "This expires in 10 minutes", the OpenAPI document's AuthCreateTokenResponse. */
const usualLife = 600;
/** Seconds, or a tenth of the life where that is less, before the end at which a token counts as expired. */
const margin = 30;

const loginAdvice: Advice = {
  authentication:
    'Docker Hub rejected user name and password. Use a user’s name with a personal access token (a password is not ' +
    'accepted with single sign-on or two-factor authentication), or an organization’s name with its access token. ' +
    'After too many attempts Docker Hub locks the name out for 10 minutes.',
};

/**
 * Logs in with the first request, once for all that have the same credentials (POST /v2/auth/token of Docker Hub’s
 * API).
 */
export function openHubSession(settings: DockerHubSettings): HubSession {
  const { credentials, credentialsOf } = settings;
  const home = openAccount(settings);
  const others = new Map<string, HubSession>();
  return {
    anonymous: home.anonymous,
    async send(request) {
      const path = pathIn(request.url);
      const own = path === undefined ? undefined : await credentialsOf?.(path);
      const key = JSON.stringify(own ?? credentials);
      if (key === JSON.stringify(credentials)) return home.send(request);
      const session = others.get(key) ?? openAccount({ ...settings, credentials: own ?? credentials });
      others.set(key, session);
      return session.send(request);
    },
  };
}

/** The repository, or the namespace, that a request is about: `/v2/namespaces/acme/repositories/app/tags`. */
function pathIn({ pathname }: URL): string | undefined {
  const [, ...names] =
    /^\/v2\/(?:namespaces\/([^/]+)\/repositories|repositories\/([^/]+))(?:\/([^/]+))?/.exec(pathname) ?? [];
  const known = names.filter((name) => name !== undefined);
  return known.length === 0 ? undefined : known.join('/');
}

function openAccount(settings: DockerHubSettings): HubSession {
  const { http, credentials, now } = settings;
  let current: Promise<HubToken> | undefined;
  let renewsOn401 = true;

  function logInAgain(): Promise<HubToken> {
    const login = logIn(settings);
    current = login;
    login.catch((error: unknown) => {
      const refused = error instanceof Failure && error.kind === 'authentication';
      if (!refused && current === login) current = undefined;
    });
    return login;
  }

  /** @param stale the token that was refused */
  async function token(stale?: HubToken): Promise<HubToken> {
    const known = current ?? logInAgain();
    const found = await known;
    if (found !== stale && found.until > now().getTime()) return found;
    // Whoever comes first logs in, and the others wait for the same.
    return current === known || current === undefined ? logInAgain() : current;
  }

  return {
    anonymous: credentials.kind === 'anonymous',
    async send(request) {
      if (credentials.kind === 'anonymous') return http.request(request);
      const first = await token();
      const answer = await http.request(authorized(request, first));
      if (answer.status !== 401 || !sameOrigin(answer.url, hubOrigin) || !renewsOn401) return answer;
      const again = await http.request(authorized(request, await token(first)));
      // Age was not the reason: logging in for each request would only lock the name out.
      if (again.status === 401) renewsOn401 = false;
      return again;
    },
  };
}

interface HubToken {
  readonly value: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** The reason why its API has no use for the password of an OIDC connection; undefined for other credentials. */
export function keylessRefusal({ kind }: Credentials): Failure | undefined {
  if (kind !== 'issued') return undefined;
  return new Failure('unsupported', {
    operation: `Logging in to ${hubOrigin.host}`,
    reason: `the password that ${inputName('oidc')} is exchanged for is for the registry alone, and Docker Hub’s API, which this needs, does not accept it`,
    advice:
      `Give ${usernameAndPassword} instead of ${inputName('oidc')} here: a personal access token, to delete with Read, Write, ` +
      `Delete. check, copy, latest, inspect, restore and the names of tags do not need the API, nor do they need push dates.`,
  });
}

async function logIn({ http, credentials, now, mask }: DockerHubSettings): Promise<HubToken> {
  const refused = keylessRefusal(credentials);
  if (refused !== undefined) throw refused;
  if (credentials.kind !== 'password') {
    throw new Failure('authentication', {
      operation: `Logging in to ${hubOrigin.host}`,
      reason: 'the Docker config has only a registry token, which Docker Hub’s API does not accept',
      advice: `Give ${usernameAndPassword} (a personal access token).`,
    });
  }
  const request: HttpRequest = {
    method: 'POST',
    url: new URL('/v2/auth/token', hubOrigin),
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ identifier: credentials.username, secret: credentials.password }),
    // A second request for a token does no harm; a refused one is not sent again.
    repeatable: true,
  };
  const operation = describe(request);
  const answer = await http.request(request);
  if (answer.status !== 200) throw failureOf(answer, operation, loginAdvice);
  const { access_token: value } = jsonObject(answer, operation);
  // RFC 6750 §2.1: what a header can hold; anything else could end it and begin another.
  if (typeof value !== 'string' || !/^[\x21-\x7e]+$/.test(value)) {
    throw new Failure('server', { operation, reason: 'an answer without a token that can be used' });
  }
  mask(value);
  const came = now().getTime();
  const life = lifeOf(value, came) ?? usualLife;
  return { value, until: came + (life - Math.min(margin, life / 10)) * 1000 };
}

/**
 * Seconds that a JWT lives, by its own claims, so that a clock that is off here does no harm; undefined when
 * unreadable.
 */
function lifeOf(token: string, came: number): number | undefined {
  const claims = parseJson(Buffer.from(token.split('.')[1] ?? '', 'base64url'));
  if (!isObject(claims) || typeof claims.exp !== 'number') return undefined;
  const life = claims.exp - (typeof claims.iat === 'number' ? claims.iat : came / 1000);
  return life > 0 ? life : undefined;
}

function authorized(request: HttpRequest, { value }: HubToken): HttpRequest {
  return { ...request, headers: { ...request.headers, authorization: `Bearer ${value}` } };
}
