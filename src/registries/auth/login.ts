import { basicHeader } from '../../http/headers.js';
import { describe, type HttpAnswer, type HttpRequest } from '../../http/message.js';
import { type Advice, bodyWords, failureOf } from '../../http/responses.js';
import { isHtml } from '../../http/server-words.js';
import type { RegistryName } from '../../images/name.js';
import { asFailure, Failure } from '../../lib/errors.js';
import { usernameAndPassword } from '../../lib/input-names.js';
import { apiOrigin, kindOf } from '../drivers/index.js';
import type { RegistrySettings } from '../session.js';
import { createAuthorizer } from './authorizer.js';
import { parseChallenges, unknownOffer } from './challenge.js';
import type { Credentials } from './credentials.js';
import { sendable } from './issued-credentials.js';

/** The authentication scheme of a registry. `none`: it answers everybody. */
export type Scheme = 'bearer' | 'basic' | 'none';

/** The result of a login. Without credentials, `accepted` means that the registry lets everybody in. */
export type Login =
  | { readonly kind: 'accepted'; readonly scheme: Scheme }
  /** The registry accepts everything, also no credentials: it has not checked these. */
  | { readonly kind: 'unchecked'; readonly scheme: 'none' }
  | { readonly kind: 'refused'; readonly scheme: Scheme; readonly failure: Failure };

/**
 * Logs in, and does nothing else there. Where the token service is known, a request to it is enough, else `GET /v2/`,
 * which the distribution specification has for this: with the credentials at once where Basic is known, else without
 * them first.
 * @throws Failure: network, server, and whatever else keeps it from being found out.
 */
export async function logIn(name: RegistryName, settings: RegistrySettings): Promise<Login> {
  const { http, credentials } = settings;
  const { tokens, basic = false } = kindOf(name);
  const known = tokens?.(name.host);
  const origin = apiOrigin(name);
  const advice = adviceFor(name, credentials);
  const authorizer = createAuthorizer({ ...settings, origin, known, advice });
  const sendTest = async (authorization: string | undefined): Promise<[HttpAnswer, HttpRequest]> => {
    const headers = authorization === undefined ? {} : { authorization };
    const request: HttpRequest = { method: 'GET', url: new URL('/v2/', origin), headers };
    return [await http.request(request), request];
  };
  const judge = (scheme: Scheme, answer: HttpAnswer, request: HttpRequest): Login => {
    if (isRegistry(answer)) return { kind: 'accepted', scheme };
    const failure = refusal(failureOf(answer, describe(request), advice));
    if (failure !== undefined) return { kind: 'refused', scheme, failure };
    throw noRegistry(answer, request, advice);
  };

  if (credentials.kind === 'issued') {
    const issued = await unlessRefused(credentials.current);
    if (issued instanceof Failure) return { kind: 'refused', scheme: basic ? 'basic' : 'bearer', failure: issued };
  }
  if (basic && credentials.kind !== 'anonymous') {
    return judge('basic', ...(await sendTest(await directHeader(credentials))));
  }
  if (known !== undefined && credentials.kind !== 'bearer') {
    const got = await unlessRefused(() => authorizer.header(''));
    return got instanceof Failure
      ? { kind: 'refused', scheme: 'bearer', failure: got }
      : { kind: 'accepted', scheme: 'bearer' };
  }
  const [first, operation] = await sendTest(undefined);
  if (isRegistry(first)) {
    if (credentials.kind === 'anonymous') return { kind: 'accepted', scheme: 'none' };
    // Some let everybody in here, and still look at the credentials that they are given.
    const judged = judge('none', ...(await sendTest(await directHeader(credentials))));
    return judged.kind === 'refused' ? judged : { kind: 'unchecked', scheme: 'none' };
  }
  if (first.status !== 401) throw noRegistry(first, operation, advice);
  const scheme = schemeOf(first);
  if (credentials.kind === 'bearer') return judge(scheme, ...(await sendTest(await directHeader(credentials))));
  if (!(await authorizer.challenged(first, { authorization: undefined }, ''))) return judge(scheme, first, operation);
  const sent = await unlessRefused(() => authorizer.header(''));
  if (sent instanceof Failure) return { kind: 'refused', scheme, failure: sent };
  return judge(scheme, ...(await sendTest(sent.authorization)));
}

/**
 * A refusal of a token service means that the credentials are wrong, by 401 or, as GitHub's does, by 403; so does
 * the exchange of a keyless login.
 */
async function unlessRefused<T>(get: () => Promise<T>): Promise<T | Failure> {
  try {
    return await get();
  } catch (thrown) {
    const failure = refusal(asFailure(thrown));
    if (failure === undefined) throw thrown;
    return failure;
  }
}

function refusal(failure: Failure): Failure | undefined {
  if (failure.kind === 'authentication') return failure;
  if (failure.kind !== 'denied') return undefined;
  const { message, advice, cause } = failure;
  return new Failure('authentication', { operation: '', reason: message, advice, cause });
}

function schemeOf(answer: HttpAnswer): Scheme {
  const challenges = parseChallenges(answer.headerValues('www-authenticate'));
  const bearer = challenges.some(({ scheme, parameters }) => scheme === 'bearer' && parameters.realm !== undefined);
  if (bearer) return 'bearer';
  if (challenges.some(({ scheme }) => scheme === 'basic')) return 'basic';
  throw new Failure('authentication', {
    operation: `the challenge of ${answer.url.origin}`,
    ...unknownOffer(challenges),
  });
}

async function directHeader(credentials: Exclude<Credentials, { kind: 'anonymous' }>): Promise<string> {
  const now = await sendable(credentials);
  if (now.kind === 'bearer') return `Bearer ${now.token}`;
  return basicHeader(now.username, now.kind === 'password' ? now.password : now.token);
}

/** 200, and not the page of a web server that answers 200 to everything. */
function isRegistry({ status, body, header }: HttpAnswer): boolean {
  return status === 200 && !isHtml(body.toString('utf8'), header('content-type'));
}

function noRegistry(answer: HttpAnswer, request: HttpRequest, advice: Advice): Failure {
  if (answer.status !== 200) return failureOf(answer, describe(request), advice);
  const reason = `200, but not as a registry answers: ${bodyWords(answer)}`;
  return new Failure('server', { operation: describe(request), reason, advice: advice['not-found'] });
}

function adviceFor(name: RegistryName, credentials: Credentials): Advice {
  const { host } = name;
  const { meaningOf } = kindOf(name);
  const refused =
    credentials.kind === 'anonymous'
      ? `${host} requires credentials: give ${usernameAndPassword} (preferably an access token), or log in with docker login.`
      : `${host} rejected these credentials: check the user name, and whether the password or token is for this ` +
        'registry and still valid; with single sign-on or two-factor authentication, only tokens are accepted.';
  return {
    ...(meaningOf === undefined ? {} : { kindOf: meaningOf }),
    authentication: refused,
    denied: refused,
    'not-found': `Is ${host} a registry? Its /v2/ does not answer as a registry does.`,
  };
}
