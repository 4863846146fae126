import { randomBytes } from 'node:crypto';
import { type AwsCaller, type AwsIdentities, callerOf } from '../aws/identities.js';

const LIFETIME_SECONDS = 12 * 60 * 60;

/** Passwords for the user name AWS. Each carries the permissions of its caller. */
export interface EcrPasswords {
  /** Issues a password to an access key. @param seconds its lifetime; default `lifetime` */
  issue(accessKey: string, seconds?: number): string;
  /** The authorization data of a new password for this access key. */
  authorization(accessKey: string): { readonly authorizationToken: string; readonly expiresAt: number };
  /** Lifetime of a new password in seconds; twelve hours. */
  lifetime: number;
  /** The caller that it was issued to. */
  holder(password: string): AwsCaller | 'expired' | undefined;
}

export function createEcrPasswords(identities: AwsIdentities): EcrPasswords {
  const issued = new Map<string, { readonly accessKey: string; readonly until: number }>();
  const passwords: EcrPasswords = {
    lifetime: LIFETIME_SECONDS,
    issue(accessKey, seconds = passwords.lifetime) {
      const password = randomBytes(1200).toString('base64');
      issued.set(password, { accessKey, until: Date.now() + seconds * 1000 });
      return password;
    },
    authorization: (accessKey) => ({
      authorizationToken: Buffer.from(`AWS:${passwords.issue(accessKey)}`).toString('base64'),
      expiresAt: Date.now() / 1000 + passwords.lifetime,
    }),
    holder(password) {
      const found = issued.get(password);
      if (found === undefined) return undefined;
      return found.until > Date.now() ? callerOf(identities, found.accessKey) : 'expired';
    },
  };
  return passwords;
}
