import type { Credentials } from './credentials.js';

/** A password that lasts for a while. */
export interface IssuedPassword {
  readonly password: string;
  readonly until: Date;
}

/** Milliseconds before its end after which a password is no longer used. */
const margin = 60_000;

/** Credentials whose password is requested with the first request that needs it, and again before it ends. */
export function issuedCredentials(
  username: string,
  issue: () => Promise<IssuedPassword>,
  now: () => Date,
): Credentials {
  let current: Promise<IssuedPassword> | undefined;

  function issueAgain(): Promise<IssuedPassword> {
    const issuing = issue();
    current = issuing;
    issuing.catch(() => {
      if (current === issuing) current = undefined;
    });
    return issuing;
  }

  return {
    kind: 'issued',
    username,
    async password() {
      const known = current;
      const { password, until } = await (known ?? issueAgain());
      // One that was issued for this call is used even if it lasts for no time at all.
      if (known === undefined || until.getTime() - margin > now().getTime()) return password;
      // Whoever comes first requests another, and the others wait for the same.
      return (await (current === known ? issueAgain() : (current ?? issueAgain()))).password;
    },
  };
}

/** Credentials with all that is sent. */
export type SendableCredentials = Exclude<Credentials, { kind: 'issued' }>;

type Sendable<C extends Credentials> = Exclude<C, { kind: 'issued' }> | Extract<Credentials, { kind: 'password' }>;

/** The same as they can be sent: with the password that is good now. @throws Failure where none is issued */
export async function sendable<C extends Credentials>(credentials: C): Promise<Sendable<C>>;
export async function sendable(credentials: Credentials): Promise<SendableCredentials> {
  if (credentials.kind !== 'issued') return credentials;
  return { kind: 'password', username: credentials.username, password: await credentials.password() };
}
