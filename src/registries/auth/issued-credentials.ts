import type { Credentials, IssuedCredentials, IssuedPassword } from './credentials.js';
import { renewed } from './renewed.js';

/**
 * Credentials whose password is requested with the first request that needs it, and again before it ends.
 * @param account that requests it, as of `IssuedCredentials`
 * @param open opens the connections that it takes
 */
export function issuedCredentials(
  account: string,
  issue: () => Promise<IssuedPassword>,
  now: () => Date,
  open: () => void = () => undefined,
): IssuedCredentials {
  let holder: string | undefined;
  let isPrepared = false;
  const renew = renewed(issue, now);
  const current = async () => {
    const issued = await renew();
    holder = issued.holder;
    return issued;
  };
  return {
    kind: 'issued',
    account,
    current,
    holder: () => holder,
    prepare() {
      if (isPrepared) return;
      isPrepared = true;
      open();
      current().catch(() => undefined);
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
  const { username, password } = await credentials.current();
  return { kind: 'password', username, password };
}
