import type { Http } from '../http/client/http.js';
import type { Download, HttpAnswer, HttpRequest, UploadContent } from '../http/message.js';
import type { Advice } from '../http/responses.js';
import type { AccessKey, Credentials } from './auth/credentials.js';
import type { TokenService } from './auth/tokens.js';
import type { RegistryTraits } from './drivers/traits.js';

/** Settings of the sessions with one registry. */
export interface RegistrySettings {
  readonly http: Http;
  /** For the registry as a whole. */
  readonly credentials: Credentials;
  /** Those of a repository, `acme/app`, or of a path above it. undefined: `credentials` are for it. */
  readonly credentialsOf?: ((path: string) => Promise<Credentials | undefined>) | undefined;
  /** For pushes, where those require other credentials. */
  readonly credentialsToPush?: Credentials | undefined;
  /** For the API of the cloud that the registry belongs to. Absent: the credentials in the environment. */
  readonly accessKey?: (() => Promise<AccessKey>) | undefined;
  /** Of the process, where the clouds' own credentials may be. Absent: an empty one. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  readonly mask: (secret: string) => void;
  readonly warn: (text: string) => void;
}

/** Requests to one registry, logged in with one set of credentials. */
export interface Session {
  readonly origin: URL;
  /** The known facts about this registry, by its host and by its challenges so far. */
  readonly traits: () => RegistryTraits;
  /** The token service that its challenge has named so far. */
  readonly service: () => TokenService | undefined;
  /** True if it has answered a request, so that a challenge of its would be known. */
  readonly hasAnswered: () => boolean;
  /** The advice after a refusal, in this registry's terms. */
  readonly advice: Advice;
  /** The same about a change: a permission to read is not a permission to change. */
  adviceTo(what: 'push' | 'delete'): Advice;
  readonly warn: (text: string) => void;
  /** Begins with what a request for this scope will need: the connection, and the token where its service is known. */
  prepare(scope: string): void;
  /** Sends with what is known of the registry's authentication; one 401 may teach more, a second one is final. */
  send(request: HttpRequest, scope: string): Promise<HttpAnswer>;
  /** The same for a body that is read in chunks. */
  download(request: HttpRequest, scope: string): Promise<Download>;
  /**
   * Sends a body, once; a 401 teaches, and the caller must come again with the body. Logged in at this registry only.
   */
  upload(request: HttpRequest, content: UploadContent, scope: string): Promise<HttpAnswer>;
  wait(milliseconds: number): Promise<void>;
}
