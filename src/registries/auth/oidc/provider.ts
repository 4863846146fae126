import type { Http } from '../../../http/client/http.js';
import type { RegistryName } from '../../../images/name.js';
import type { AccessKey, IssuedPassword } from '../credentials.js';

/**
 * The exchange of a pipeline's ID token for a password, for one kind of registry: one file here, one line in
 * `index.ts`.
 */
export interface LoginProvider {
  /** For messages: `Artifact Registry`. */
  readonly title: string;
  /** The input `oidc` in words: `the ARN of a role`. */
  readonly form: string;
  /** One of that form, for the message about another: `arn:aws:iam::123456789012:role/deploy`. */
  readonly example: string;
  /** `username` in words, where it is needed with `oidc`: `the organization`. Absent: it is not accepted. */
  readonly username?: string;
  /** The place where the ID token has to be trusted, for advice: `the trust policy of the role`. */
  readonly trust: string;
  /** It compares `sub` exactly: no pattern can be written there. */
  readonly exact?: true;
  /** The part of the ID token that a refusal is about, by the words of the server; the first that matches counts. */
  readonly refusals: readonly (readonly [RegExp, TokenPart])[];
  /**
   * Reads `oidc`, without its `;audience=…`. Nothing is requested.
   * @returns undefined where it has another form
   */
  readonly read: (oidc: string, about: LoginAbout) => Login | undefined;
}

/**
 * The claims that decide whether an ID token is accepted. `exp`: it has ended, or the clocks differ. `oidc`: none of
 * them, the input names what does not exist.
 */
export type TokenPart = 'aud' | 'iss' | 'sub' | 'exp' | 'oidc';

export interface LoginAbout {
  readonly registry: RegistryName;
  /** Given where the provider needs it, else empty. */
  readonly username: string;
}

/** The login that the inputs alone describe. */
export interface Login {
  /** The audience of the ID token, where `;audience=…` does not give another. */
  readonly audience: string;
  /**
   * The origins that the ID token, and what is derived from it, go to. Constants, or derived from the inputs and the
   * name of the registry, never from an answer. Connections to them are opened ahead.
   */
  readonly origins: readonly URL[];
  /** Nothing is requested yet. */
  readonly open: (settings: LoginSettings) => OpenLogin;
}

export interface LoginSettings {
  readonly http: Http;
  readonly now: () => Date;
  /** When the command must be done. */
  readonly deadline: Date;
  /** For each token and password, also where it is only a part of a derived text. */
  readonly mask: (secret: string) => void;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /**
   * Runs an exchange with an ID token that is good now. A Failure of the kind `authentication` or `denied` gets the
   * claims of the token and what to change: throw those for refusals of the ID token alone.
   */
  exchange<T>(work: (idToken: string) => Promise<T>): Promise<T>;
}

export interface OpenLogin {
  /**
   * Requests a password, each time anew: the caller keeps it until shortly before its end.
   * @throws Failure: authentication or denied for a refusal, server, network
   */
  issue(): Promise<IssuedPassword>;
  /** A key that is good now, where the API of the cloud requires another credential than the registry. */
  accessKey?(): Promise<AccessKey>;
}
