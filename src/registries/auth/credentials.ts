/** What a client logs in to a registry with; nothing at all is anonymous. */
export type Credentials =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'password'; readonly username: string; readonly password: string }
  /** A password that has to be requested elsewhere, and does not last for ever. */
  | { readonly kind: 'issued'; readonly username: string; readonly password: () => Promise<string> }
  /** An identity token (an OAuth2 refresh token), as `docker login` keeps it for some registries. */
  | { readonly kind: 'identity'; readonly username: string; readonly token: string }
  /** A registry's bearer token, used as it is. */
  | { readonly kind: 'bearer'; readonly token: string };

export const anonymous: Credentials = { kind: 'anonymous' };
