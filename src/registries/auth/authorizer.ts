import type { Http } from '../../http/client/http.js';
import { basicHeader } from '../../http/headers.js';
import type { HttpAnswer } from '../../http/message.js';
import type { Advice } from '../../http/responses.js';
import { refusalReason, sameOrigin } from '../../http/url-policy.js';
import { Failure } from '../../lib/errors.js';
import { isProtected } from '../oci/answers.js';
import { type Challenge, parseChallenges, type UnknownOffer, unknownOffer } from './challenge.js';
import type { Credentials } from './credentials.js';
import { sendable } from './issued-credentials.js';
import { createTokens, type Token, type TokenService } from './tokens.js';

/** Knows how one registry authenticates, and learns it from the registry's own challenges. */
export interface Authorizer {
  /** The `Authorization` to send for this scope by what is known so far; undefined: none. */
  header(scope: string): Promise<Sent>;
  /**
   * Learns from a 401. True: another attempt with a new header may succeed. False: these credentials are not enough.
   * @throws Failure (server) when the challenge requires something that must not be done.
   */
  challenged(answer: HttpAnswer, sent: Sent, scope: string): Promise<boolean>;
  /** True if the registry has shown how to log in, or nothing is to be learned: the header is what it will be. */
  isTaught(): boolean;
  /** The offer of a 401 to a request without credentials, if nothing in it is known here. */
  unknownOffer(): UnknownOffer | undefined;
  /** The token service, by what is known so far. */
  service(): TokenService | undefined;
}

/** The header that was sent, so that a 401 can be judged. */
export interface Sent {
  readonly authorization: string | undefined;
  /** The token in it, with the service and the scope that it came from. */
  readonly token?: Token & { readonly service: TokenService; readonly scope: string };
}

interface Settings {
  readonly http: Http;
  readonly origin: URL;
  readonly credentials: Credentials;
  readonly known: { readonly realm: string; readonly service: string } | undefined;
  /** It requires Basic, which is known ahead. */
  readonly basic?: boolean;
  readonly now: () => Date;
  readonly mask: (secret: string) => void;
  readonly advice: Advice;
}

type Scheme =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'basic' }
  | { readonly kind: 'bearer'; readonly service: TokenService };

/**
 * Sends no request until a header is wanted; where the driver names the token service, none to the registry before it.
 */
export function createAuthorizer(settings: Settings): Authorizer {
  const { credentials, known } = settings;
  const tokens = createTokens(settings);
  let scheme: Scheme = known
    ? { kind: 'bearer', service: { realm: new URL(known.realm), service: known.service } }
    : { kind: settings.basic === true ? 'basic' : 'unknown' };
  let unknown: UnknownOffer | undefined;
  /** A registry may want another scope than the usual one for a request; that scope is remembered. */
  const scopes = new Map<string, string>();

  return {
    async header(scope) {
      if (credentials.kind === 'bearer') return { authorization: `Bearer ${credentials.token}` };
      if (scheme.kind === 'basic' && credentials.kind !== 'anonymous') {
        return { authorization: await basicOf(credentials) };
      }
      if (scheme.kind !== 'bearer') return { authorization: undefined };
      const { service } = scheme;
      const wanted = scopes.get(scope) ?? scope;
      const token = await tokens.get(service, wanted);
      return { authorization: `Bearer ${token.value}`, token: { ...token, service, scope: wanted } };
    },

    async challenged(answer, sent, scope) {
      if (credentials.kind === 'bearer' || isProtected(answer)) return false;
      const challenges = await challengesOf(answer, settings);
      const bearer = challenges.find((one) => one.scheme === 'bearer' && one.parameters.realm !== undefined);
      if (bearer) {
        const service = serviceOf(bearer, settings.origin);
        const wanted = scopeAfter(sent.token?.scope, bearer.parameters.scope || scope);
        if (sent.token && sameToken(sent.token, service, wanted)) {
          await tokens.drop(service, wanted, sent.token.value);
          return !sent.token.fresh;
        }
        scheme = { kind: 'bearer', service };
        scopes.set(scope, wanted);
        return true;
      }
      if (!challenges.some((one) => one.scheme === 'basic')) {
        if (sent.authorization === undefined) unknown = unknownOffer(challenges);
        return false;
      }
      scheme = { kind: 'basic' };
      return credentials.kind !== 'anonymous' && sent.authorization !== (await basicOf(credentials));
    },

    unknownOffer: () => unknown,

    isTaught: () => credentials.kind === 'bearer' || scheme.kind !== 'unknown',

    service: () => (scheme.kind === 'bearer' ? scheme.service : undefined),
  };
}

/**
 * The scope that a registry has named for a request, with the actions of the one that was not enough for it: it names
 * those of one request, and the next may need the others again. Where nothing is added, its own words count.
 */
function scopeAfter(insufficient: string | undefined, named: string): string {
  const [, resource, actions = ''] = /^(repository:.+):([^:\s]+)$/.exec(named) ?? [];
  if (resource === undefined || !insufficient?.startsWith(`${resource}:`)) return named;
  const known = insufficient.slice(resource.length + 1);
  const all = [...new Set([...known.split(','), ...actions.split(',')])].join(',');
  return all === known ? named : `${resource}:${all}`;
}

async function basicOf(credentials: Exclude<Credentials, { kind: 'anonymous' | 'bearer' }>): Promise<string> {
  const now = await sendable(credentials);
  return basicHeader(now.username, now.kind === 'password' ? now.password : now.token);
}

function sameToken(token: NonNullable<Sent['token']>, service: TokenService, scope: string): boolean {
  return (
    token.service.realm.href === service.realm.href &&
    token.service.service === service.service &&
    token.scope === scope
  );
}

/**
 * A 401 without a challenge: gcr.io did that on the real request, and gave one at `/v2/`. Its scope is not for the
 * request: ghcr.io names an example there, `repository:user/image:pull`.
 */
async function challengesOf(answer: HttpAnswer, { http, origin }: Settings): Promise<readonly Challenge[]> {
  const given = parseChallenges(answer.headerValues('www-authenticate'));
  if (given.length > 0) return given;
  const ping = await http.request({ method: 'GET', url: new URL('/v2/', origin) });
  if (!sameOrigin(ping.url, origin)) return [];
  return parseChallenges(ping.headerValues('www-authenticate')).map(({ scheme, parameters }) => {
    const { scope: _example, ...others } = parameters;
    return { scheme, parameters: others };
  });
}

function serviceOf(challenge: Challenge, origin: URL): TokenService {
  const given = challenge.parameters.realm ?? '';
  const realm = URL.canParse(given, origin.href) ? new URL(given, origin) : undefined;
  const objection = realm === undefined ? 'it is not an address' : refusalReason(realm, origin);
  if (realm === undefined || objection !== undefined) {
    throw new Failure('server', {
      operation: `the challenge of ${origin.origin}`,
      reason: `it names a token service that must not be used: ${objection}`,
      advice: 'The credentials were not sent. Check the registry’s configuration (auth.token.realm).',
    });
  }
  return { realm, service: challenge.parameters.service };
}
