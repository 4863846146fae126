import { randomBytes } from 'node:crypto';
import { type AwsCaller, type AwsIdentities, callerOf } from '../aws/identities.js';

const LIFETIME_SECONDS = 12 * 60 * 60;

/** The passwords that go with the user name AWS. Each is good for what its caller may do. */
export interface EcrPasswords {
  /** Gives an access key a new password. @param seconds that it lasts; `lifetime` when not said */
  issue(accessKey: string, seconds?: number): string;
  /** What GetAuthorizationToken answers to this access key. */
  authorization(accessKey: string): { readonly authorizationToken: string; readonly expiresAt: number };
  /** Seconds that a new password lasts; twelve hours. */
  lifetime: number;
  /** Whose password it is; `expired` if it was good once. */
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
