import type { Advice } from '../http/answers.js';
import type { Http } from '../http/http.js';
import type { HttpAnswer, HttpRequest } from '../http/message.js';
import { sameOrigin } from '../http/origins.js';
import type { RegistryName } from '../images/name.js';
import { createAuthorizer } from './authorizer.js';
import type { Credentials } from './credentials.js';
import { apiOrigin, profileOf } from './profiles.js';

export interface RegistrySettings {
  readonly http: Http;
  readonly credentials: Credentials;
  readonly now: () => Date;
  readonly mask: (secret: string) => void;
  readonly warn: (text: string) => void;
}

/** Requests to one registry, signed in with one set of credentials. */
export interface Session {
  readonly origin: URL;
  /** What to do about a refusal, in this registry's terms. */
  readonly advice: Advice;
  readonly warn: (text: string) => void;
  /** Begins with what a request for this scope will need: the connection, and the token where its service is known. */
  prepare(scope: string): void;
  /** Sends with what is known of the registry's authentication; one 401 may teach more, a second one is final. */
  send(request: HttpRequest, scope: string): Promise<HttpAnswer>;
}

export function openSession(name: RegistryName, settings: RegistrySettings): Session {
  const { http, credentials } = settings;
  const profile = profileOf(name);
  const origin = apiOrigin(name);
  const advice: Advice = {
    authentication:
      credentials.kind === 'anonymous'
        ? `No credentials were given and the Docker config has none for ${name.host}. ${profile.deniedAdvice}`
        : `${name.host} did not take the credentials. ${profile.deniedAdvice}`,
    denied: profile.deniedAdvice,
  };
  const authorizer = createAuthorizer({ ...settings, origin, known: profile.tokens, advice });
  return {
    origin,
    advice,
    warn: settings.warn,
    prepare(scope) {
      http.open(origin);
      // What goes wrong here goes wrong again, and is told, when the request that needs it is made.
      authorizer.header(scope).catch(() => undefined);
    },
    async send(request, scope) {
      const first = await authorizer.header(scope);
      const answer = await http.request(authorized(request, first.authorization));
      if (answer.status !== 401 || !sameOrigin(answer.url, origin)) return answer;
      if (!(await authorizer.challenged(answer, first, scope))) return answer;
      const second = await authorizer.header(scope);
      return http.request(authorized(request, second.authorization));
    },
  };
}

function authorized(request: HttpRequest, authorization: string | undefined): HttpRequest {
  return authorization === undefined ? request : { ...request, headers: { ...request.headers, authorization } };
}
