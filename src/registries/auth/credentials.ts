import type { Ending } from './renewed.js';

/** The credentials of a client for a registry; undefined is anonymous. */
export type Credentials =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'password'; readonly username: string; readonly password: string }
  | IssuedCredentials
  /** An identity token (an OAuth2 refresh token), as `docker login` keeps it for some registries. */
  | { readonly kind: 'identity'; readonly username: string; readonly token: string }
  /** A registry's bearer token, used as it is. */
  | { readonly kind: 'bearer'; readonly token: string };

/** A password that has to be requested elsewhere, and expires. */
export interface IssuedCredentials {
  readonly kind: 'issued';
  /** The account that requests it: another one if its permissions to read differ. Not a secret. */
  readonly account: string;
  /** The password that is good now. @throws Failure where none is issued */
  readonly current: () => Promise<IssuedPassword>;
  /** The holder of the last one. */
  readonly holder: () => string | undefined;
  /**
   * Opens the connections that a password takes, and begins to request it, once. Errors are thrown by
   * `current`.
   */
  readonly prepare: () => void;
}

/** A password that lasts for a while, with the user name that it is for. */
export interface IssuedPassword extends Ending {
  readonly username: string;
  readonly password: string;
  /** The user as the registry sees it, if the user name does not show it: `principal://…`. For messages. */
  readonly holder?: string;
}

export const anonymous: Credentials = { kind: 'anonymous' };

/** The credentials for the API of a cloud, if they differ from those for its registry. */
export interface AccessKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Of temporary credentials. */
  readonly sessionToken: string | undefined;
}
