import type { HttpAnswer, HttpRequest } from '../http/message.js';
import type { Advice } from '../http/responses.js';
import { sameOrigin } from '../http/url-policy.js';
import type { RegistryName } from '../images/name.js';
import { cleanLine } from '../lib/clean-line.js';
import { type Authorizer, createAuthorizer, type Sent } from './auth/authorizer.js';
import type { UnknownOffer } from './auth/challenge.js';
import type { Credentials } from './auth/credentials.js';
import { apiOrigin, kindOf } from './drivers/index.js';
import type { RegistryTraits } from './drivers/traits.js';
import type { RegistrySettings, Session } from './session.js';

/** Sends no request yet: the first one logs in. */
export function openSession(name: RegistryName, settings: RegistrySettings): Session {
  const { http, credentials } = settings;
  const origin = apiOrigin(name);
  const traits = (): RegistryTraits => {
    const { service, realm } = authorizer.service() ?? {};
    return kindOf(name, service, realm);
  };
  const known = kindOf(name).tokens?.(name.host);
  const realm = known && new URL(known.realm);
  const authorizer: Authorizer = createAuthorizer({
    ...settings,
    origin,
    known,
    basic: kindOf(name).basic === true,
    // Read when something has gone wrong; by then the challenge is known.
    get advice() {
      return tokenAdvice(name, traits(), credentials);
    },
  });
  const reportWarnings = createWarnings(settings.warn);

  /** The number of requests to come. */
  let prepared = 0;
  /** The first request, until its answer has shown how to log in: those that come meanwhile need not be refused too. */
  let first: Promise<unknown> | undefined;
  let hasAnswered = false;

  async function sendAuthorized<A extends HttpAnswer>(
    send: (request: HttpRequest) => Promise<A>,
    request: HttpRequest,
    scope: string,
  ): Promise<A> {
    const sendWith = async ({ authorization }: Sent): Promise<A> => {
      const answer = await send(authorized(request, authorization));
      hasAnswered = true;
      reportWarnings(answer);
      return answer;
    };
    const sendFirst = async () => {
      const sent = await authorizer.header(scope);
      const answer = await sendWith(sent);
      if (answer.status !== 401 || !sameOrigin(answer.url, origin)) return { answer, again: false };
      return { answer, again: await authorizer.challenged(answer, sent, scope) };
    };
    if (first !== undefined && !authorizer.isTaught()) await first;
    const sending = sendFirst();
    first ??= sending.catch(() => undefined);
    const { answer, again } = await sending;
    return again ? sendWith(await authorizer.header(scope)) : answer;
  }

  return {
    origin,
    traits,
    service: () => authorizer.service(),
    hasAnswered: () => hasAnswered,
    get advice() {
      return adviceFor(name, traits(), credentials, authorizer.unknownOffer());
    },
    adviceTo: (what) => changeAdvice(what, name, traits(), credentials, authorizer.unknownOffer()),
    warn: settings.warn,
    prepare(scope) {
      prepared += 1;
      http.open(origin, prepared);
      if (credentials.kind === 'issued') {
        credentials.prepare();
        // Its turn comes after the exchange.
        if (realm !== undefined && !sameOrigin(realm, origin)) http.open(realm);
      }
      // A failure here occurs again, and is reported, with the request that needs the result.
      authorizer.header(scope).catch(() => undefined);
    },
    send: (request, scope) => sendAuthorized(http.request, request, scope),
    download: (request, scope) => sendAuthorized(http.download, request, scope),
    async upload(request, content, scope) {
      // Storage elsewhere has its own permission in its address.
      if (!sameOrigin(request.url, origin)) return http.upload(request, content);
      const sent = await authorizer.header(scope);
      const answer = await http.upload(authorized(request, sent.authorization), content);
      if (answer.status === 401) await authorizer.challenged(answer, sent, scope);
      return answer;
    },
    wait: http.wait,
  };
}

function authorized(request: HttpRequest, authorization: string | undefined): HttpRequest {
  return authorization === undefined ? request : { ...request, headers: { ...request.headers, authorization } };
}

function adviceFor(
  { host }: RegistryName,
  traits: RegistryTraits,
  credentials: Credentials,
  unknown?: UnknownOffer,
): Advice {
  const { meaningOf } = traits;
  const deniedAdvice = [traits.deniedAdvice, holderAdvice(credentials)].filter((one) => one !== '').join(' ');
  return {
    ...(meaningOf === undefined ? {} : { kindOf: meaningOf }),
    authentication: authenticationAdvice(host, deniedAdvice, credentials, unknown),
    denied: deniedAdvice,
    'not-found': `Check the name, the namespace and the registry (${host}); some registries return the same if the credentials have no access.`,
  };
}

/** The account that needs a permission, if the inputs do not show it. */
function holderAdvice(credentials: Credentials): string {
  const holder = credentials.kind === 'issued' ? credentials.holder() : undefined;
  return holder === undefined ? '' : `The registry identifies this login as ${cleanLine(holder)}.`;
}

function authenticationAdvice(
  host: string,
  deniedAdvice: string,
  credentials: Credentials,
  unknown: UnknownOffer | undefined,
): string {
  if (unknown !== undefined) return `No credentials were sent; of the challenge: ${unknown.reason}. ${unknown.advice}`;
  return credentials.kind === 'anonymous'
    ? `No credentials were given and the Docker config has none for ${host}. ${deniedAdvice}`
    : `${host} rejected the credentials. ${deniedAdvice}`;
}

function changeAdvice(
  what: 'push' | 'delete',
  name: RegistryName,
  traits: RegistryTraits,
  credentials: Credentials,
  unknown: UnknownOffer | undefined,
): Advice {
  const deniedAdvice = what === 'push' ? (traits.pushAdvice ?? traits.deniedAdvice) : traits.deniedAdvice;
  const advice = adviceFor(name, { ...traits, deniedAdvice }, credentials, unknown);
  return { ...advice, denied: `The credentials may not ${what} in this repository. ${deniedAdvice}`.trim() };
}

function tokenAdvice(name: RegistryName, traits: RegistryTraits, credentials: Credentials): Advice {
  const advice = adviceFor(name, traits, credentials);
  if (credentials.kind === 'anonymous') return advice;
  const what =
    credentials.kind === 'issued'
      ? 'the password that was issued for it: check the user name'
      : 'user name and password: check both';
  const refused = `${name.host} rejected ${what}. ${traits.credentialsAdvice}`.trim();
  return { ...advice, authentication: refused };
}

/** The only form that a registry may use: `299 - "text"`. */
const warning = /(?:^|,)\s*299 - "((?:[^"\\]|\\.)*)"/g;

/**
 * Prints the `Warning` headers of a registry, each text once. Nothing else is done about it (OCI
 * distribution specification 1.1, "warnings").
 */
function createWarnings(warn: (text: string) => void): (answer: HttpAnswer) => void {
  const reported = new Set<string>();
  return ({ url, headerValues }) => {
    for (const [, quoted = ''] of headerValues('warning').flatMap((value) => [...value.matchAll(warning)])) {
      const text = cleanLine(quoted.replace(/\\(.)/g, '$1'));
      if (text !== '' && !reported.has(text)) warn(`${url.host} warns: ${text}`);
      reported.add(text);
    }
  };
}
