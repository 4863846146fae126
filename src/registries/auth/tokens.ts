import type { Http } from '../../http/client/http.js';
import { basicHeader } from '../../http/headers.js';
import { describe, type HttpAnswer, type HttpRequest } from '../../http/message.js';
import { type Advice, failureOf, jsonObject } from '../../http/responses.js';
import { Failure } from '../../lib/errors.js';
import type { Credentials } from './credentials.js';
import { type SendableCredentials, sendable } from './issued-credentials.js';

/** A token service of a registry (https://distribution.github.io/distribution/spec/auth/token/). */
export interface TokenService {
  readonly realm: URL;
  readonly service: string | undefined;
}

/** The tokens of one registry and one set of credentials. */
export interface Tokens {
  /**
   * A token for this scope, from the cache until shortly before it expires; requested once, however many wait for it.
   * @throws Failure: authentication or denied when the service refuses the credentials, server, network.
   */
  get(service: TokenService, scope: string): Promise<Token>;
  /** Forgets this token, which the registry did not take; another one, fetched meanwhile, stays. */
  drop(service: TokenService, scope: string, value: string): Promise<void>;
}

/** A bearer token that can be sent. */
export interface Token {
  readonly value: string;
  /** True if it was fetched within the last half minute: another one would fare no better. */
  readonly fresh: boolean;
}

interface Settings {
  readonly http: Http;
  readonly credentials: Credentials;
  readonly now: () => Date;
  /** Makes sure that the token is never shown. */
  readonly mask: (secret: string) => void;
  readonly advice: Advice;
}

/** "If omitted, this defaults to 60 seconds": the token specification. */
const usualLife = 60;
/** Seconds, or a tenth of the life where that is less, before the end at which a token counts as expired. */
const margin = 10;
/** Milliseconds. */
const freshFor = 30_000;

/** With an empty cache, which lives as long as the command. */
export function createTokens(settings: Settings): Tokens {
  const cache = new Map<string, Promise<Kept>>();
  const keyOf = ({ realm, service }: TokenService, scope: string) => JSON.stringify([realm.href, service, scope]);
  return {
    async get(service, scope) {
      const key = keyOf(service, scope);
      const kept = cache.get(key);
      const known = kept ?? fetchToken(settings, service, scope);
      cache.set(key, known);
      const forget = () => cache.get(key) === known && cache.delete(key);
      known.catch(forget);
      const { value, born, until } = await known;
      const now = settings.now().getTime();
      // One that was fetched for this call is used even if it lives for no time at all.
      if (until > now || kept === undefined) return { value, fresh: now - born < freshFor };
      forget();
      return this.get(service, scope);
    },
    async drop(service, scope, value) {
      const key = keyOf(service, scope);
      const kept = cache.get(key);
      const known = await kept?.catch(() => undefined);
      if (known?.value === value && cache.get(key) === kept) cache.delete(key);
    },
  };
}

/** A token with the moments, in milliseconds since 1970, when it came and when it ends. */
interface Kept {
  readonly value: string;
  readonly born: number;
  readonly until: number;
}

async function fetchToken(settings: Settings, service: TokenService, scope: string): Promise<Kept> {
  const credentials = await sendable(settings.credentials);
  const request = tokenRequest(credentials, service, scope);
  let answer = await settings.http.request(request);
  let operation = describe(request);
  if (credentials.kind === 'identity' && (answer.status === 404 || answer.status === 405)) {
    const { username, token } = credentials;
    const fallback = getRequest(service, scope, basicHeader(username, token));
    answer = await settings.http.request(fallback);
    operation = describe(fallback);
  }
  if (answer.status === 404) {
    const advice = 'The registry names a token service that does not exist: report it to the operator of the registry.';
    throw new Failure('server', { operation, reason: '404 Not Found from the token service', advice });
  }
  if (answer.status !== 200) throw failureOf(answer, operation, settings.advice);
  return readToken(answer, operation, settings);
}

function tokenRequest(credentials: SendableCredentials, service: TokenService, scope: string): HttpRequest {
  if (credentials.kind === 'password')
    return getRequest(service, scope, basicHeader(credentials.username, credentials.password));
  if (credentials.kind !== 'identity') return getRequest(service, scope, undefined);
  const form = new URLSearchParams({
    grant_type: 'refresh_token',
    client_id: 'image-gate',
    refresh_token: credentials.token,
    scope,
  });
  if (service.service !== undefined) form.set('service', service.service);
  return {
    method: 'POST',
    url: service.realm,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: form.toString(),
    // Asking for a token twice does no harm.
    repeatable: true,
  };
}

function getRequest({ realm, service }: TokenService, scope: string, authorization: string | undefined): HttpRequest {
  const url = new URL(realm);
  if (service !== undefined) url.searchParams.set('service', service);
  // Several scopes are several parameters here (distribution's token authentication).
  for (const one of scope.split(' ').filter((word) => word !== '')) url.searchParams.append('scope', one);
  return {
    method: 'GET',
    url,
    headers: { accept: 'application/json', ...(authorization === undefined ? {} : { authorization }) },
  };
}

function readToken(answer: HttpAnswer, operation: string, settings: Settings): Kept {
  const { token, access_token, expires_in } = jsonObject(answer, operation);
  const value = [token, access_token].find((one): one is string => typeof one === 'string' && one !== '');
  // RFC 6750 §2.1: what a header can hold; anything else could end it and begin another.
  if (value === undefined || !/^[\x21-\x7e]+$/.test(value)) {
    throw new Failure('server', {
      operation,
      reason: value === undefined ? 'an answer without a token' : 'a token that no header can hold',
      advice: 'The registry’s token service does not follow the protocol: report it to the operator of the registry.',
    });
  }
  settings.mask(value);
  const life = typeof expires_in === 'number' && expires_in > 0 ? expires_in : usualLife;
  const usable = life - Math.min(margin, life / 10);
  const born = settings.now().getTime();
  return { value, born, until: born + usable * 1000 };
}
