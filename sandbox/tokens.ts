import { randomBytes } from 'node:crypto';
import { privateJwt } from './jwt.js';

/** The permissions that one `scope` requests: `repository:acme/app:pull,push`. */
export interface Access {
  readonly type: string;
  readonly name: string;
  readonly actions: readonly string[];
}

/** The repository and the actions that a registry request needs. */
export interface NeededAccess {
  readonly name: string;
  readonly actions: readonly string[];
}

/** Scopes as they come in a query or form: repeated, or several in one value with spaces between. */
export function parseScopes(values: readonly string[]): Access[] {
  return values
    .flatMap((value) => value.split(' '))
    .filter((scope) => scope !== '')
    .map((scope) => {
      // A name may hold a port, so the type ends at the first colon and the actions start after the last.
      const first = scope.indexOf(':');
      const last = scope.lastIndexOf(':');
      const actions = scope.slice(last + 1).split(',');
      return { type: scope.slice(0, first), name: scope.slice(first + 1, last), actions };
    });
}

/** Opaque bearer tokens and what each is good for. */
export interface TokenBook {
  /** @param seconds that it lasts; without end by default */
  issue(access: readonly Access[], holder?: string, seconds?: number): string;
  /** True if that token allows `action` on the repository. */
  allows(token: string | undefined, repository: string, action: string): boolean;
  /** True if that token allows every action that a request needs; where it needs none, whether it was issued here. */
  covers(token: string | undefined, needed: NeededAccess | undefined): boolean;
  /** True if this book issued that token at all. */
  knows(token: string | undefined): boolean;
  /** Whose token it is: `undefined` for an anonymous or unknown one. */
  holder(token: string | undefined): string | undefined;
}

/** @param form `jwt`: a client can read when a token ends; default: opaque */
export function createTokenBook(form?: 'jwt'): TokenBook {
  const key = randomBytes(48);
  const encode = (holder: string | undefined, seconds: number): string => {
    const jti = randomBytes(48).toString('base64url');
    if (form !== 'jwt') return jti;
    const now = Math.floor(Date.now() / 1000);
    return privateJwt({ sub: holder, iat: now, exp: now + seconds, jti }, key);
  };
  const issued = new Map<string, { access: readonly Access[]; holder: string | undefined; until: number }>();
  const valid = (token: string | undefined) => {
    const found = issued.get(token ?? '');
    return found !== undefined && Date.now() < found.until ? found : undefined;
  };
  const book: TokenBook = {
    issue(access, holder, seconds = Number.POSITIVE_INFINITY) {
      const token = encode(holder, seconds);
      issued.set(token, { access, holder, until: Date.now() + seconds * 1000 });
      return token;
    },
    allows(token, repository, action) {
      const access = valid(token)?.access ?? [];
      return access.some(
        (entry) =>
          entry.type === 'repository' &&
          entry.name === repository &&
          (entry.actions.includes(action) || entry.actions.includes('*')),
      );
    },
    covers: (token, needed) =>
      needed?.actions.every((action) => book.allows(token, needed.name, action)) ?? book.knows(token),
    knows: (token) => valid(token) !== undefined,
    holder: (token) => valid(token)?.holder,
  };
  return book;
}
