import type { Advice } from '../http/answers.js';
import type { Http } from '../http/http.js';
import type { Download, HttpAnswer, HttpRequest, UploadContent } from '../http/message.js';
import { sameOrigin } from '../http/origins.js';
import type { RegistryName } from '../images/name.js';
import { type Authorizer, createAuthorizer, type Sent } from './authorizer.js';
import type { Credentials } from './credentials.js';
import { apiOrigin, type Profile, profileOf } from './profiles.js';
import { createWarnings } from './warnings.js';

/** What a registry is asked with. */
export interface RegistrySettings {
  readonly http: Http;
  /** For the registry as a whole. */
  readonly credentials: Credentials;
  /** Those of a repository, `acme/app`, or of a path above it. undefined: `credentials` are for it. */
  readonly credentialsOf?: ((path: string) => Promise<Credentials | undefined>) | undefined;
  readonly now: () => Date;
  readonly mask: (secret: string) => void;
  readonly warn: (text: string) => void;
}

/** Requests to one registry, signed in with one set of credentials. */
export interface Session {
  readonly origin: URL;
  /** The row for this registry, by its host and by what its challenge has said so far. */
  readonly profile: () => Profile;
  /** What to do about a refusal, in this registry's terms. */
  readonly advice: Advice;
  /** The same about a change: what may be read need not be changed. */
  adviceTo(what: 'push' | 'delete'): Advice;
  readonly warn: (text: string) => void;
  /** Begins with what a request for this scope will need: the connection, and the token where its service is known. */
  prepare(scope: string): void;
  /** Sends with what is known of the registry's authentication; one 401 may teach more, a second one is final. */
  send(request: HttpRequest, scope: string): Promise<HttpAnswer>;
  /** The same for a body that is read piece by piece. */
  download(request: HttpRequest, scope: string): Promise<Download>;
  /** Sends a body, once; a 401 teaches, and the caller must come again with the body. Signed in at this registry only. */
  upload(request: HttpRequest, content: UploadContent, scope: string): Promise<HttpAnswer>;
  wait(milliseconds: number): Promise<void>;
}

/** Asks nobody anything yet: the first request signs in. */
export function openSession(name: RegistryName, settings: RegistrySettings): Session {
  const { http, credentials } = settings;
  const origin = apiOrigin(name);
  const profile = () => profileOf(name, authorizer.service());
  const authorizer: Authorizer = createAuthorizer({
    ...settings,
    origin,
    known: profileOf(name).tokens,
    // Read when something has gone wrong; by then the challenge has said what it has to say.
    get advice() {
      return tokenAdvice(name, profile(), credentials);
    },
  });
  const tellWarnings = createWarnings(settings.warn);

  /** How many requests are to come. */
  let prepared = 0;
  /** The first request, until its answer has shown how to log in: those that come meanwhile need not be refused too. */
  let first: Promise<unknown> | undefined;

  async function signedIn<A extends HttpAnswer>(
    ask: (request: HttpRequest) => Promise<A>,
    request: HttpRequest,
    scope: string,
  ): Promise<A> {
    const askWith = async ({ authorization }: Sent): Promise<A> => {
      const answer = await ask(authorized(request, authorization));
      tellWarnings(answer);
      return answer;
    };
    const askFirst = async () => {
      const sent = await authorizer.header(scope);
      const answer = await askWith(sent);
      if (answer.status !== 401 || !sameOrigin(answer.url, origin)) return { answer, again: false };
      return { answer, again: await authorizer.challenged(answer, sent, scope) };
    };
    if (first !== undefined && !authorizer.isTaught()) await first;
    const asked = askFirst();
    first ??= asked.catch(() => undefined);
    const { answer, again } = await asked;
    return again ? askWith(await authorizer.header(scope)) : answer;
  }

  return {
    origin,
    profile,
    get advice() {
      return adviceFor(name, profile(), credentials);
    },
    adviceTo: (what) => changeAdvice(name, profile(), credentials, what),
    warn: settings.warn,
    prepare(scope) {
      prepared += 1;
      http.open(origin, prepared);
      // What goes wrong here goes wrong again, and is told, when the request that needs it is made.
      authorizer.header(scope).catch(() => undefined);
    },
    send: (request, scope) => signedIn(http.request, request, scope),
    download: (request, scope) => signedIn(http.download, request, scope),
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

function adviceFor({ host }: RegistryName, { deniedAdvice }: Profile, credentials: Credentials): Advice {
  return {
    authentication:
      credentials.kind === 'anonymous'
        ? `No credentials were given and the Docker config has none for ${host}. ${deniedAdvice}`
        : `${host} did not take the credentials. ${deniedAdvice}`,
    denied: deniedAdvice,
    'not-found': `Check the name, the namespace and the registry (${host}); some registries say this of what the credentials may not see.`,
  };
}

function changeAdvice(name: RegistryName, profile: Profile, credentials: Credentials, what: 'push' | 'delete'): Advice {
  const deniedAdvice = what === 'push' ? (profile.pushAdvice ?? profile.deniedAdvice) : profile.deniedAdvice;
  const advice = adviceFor(name, { ...profile, deniedAdvice }, credentials);
  return { ...advice, denied: `The credentials may not ${what} in this repository. ${deniedAdvice}`.trim() };
}

function tokenAdvice(name: RegistryName, profile: Profile, credentials: Credentials): Advice {
  const advice = adviceFor(name, profile, credentials);
  if (credentials.kind === 'anonymous') return advice;
  const refused = `${name.host} did not take user name and password: check both. ${profile.credentialsAdvice}`.trim();
  return { ...advice, authentication: refused };
}
