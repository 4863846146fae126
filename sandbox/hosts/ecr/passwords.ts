import { randomBytes } from 'node:crypto';
import { type AwsCaller, type AwsIdentities, callerOf } from '../aws/identities.js';

const LIFETIME_SECONDS = 12 * 60 * 60;

/** The passwords that go with the user name AWS. Each is good for what its caller may do. */
export interface EcrPasswords {
  /** Gives an access key a new password. @param seconds that it lasts; twelve hours when not said */
  issue(accessKey: string, seconds?: number): string;
  /** Whose password it is; `expired` if it was good once. */
  holder(password: string): AwsCaller | 'expired' | undefined;
}

export function createEcrPasswords(identities: AwsIdentities): EcrPasswords {
  const issued = new Map<string, { readonly accessKey: string; readonly until: number }>();
  return {
    issue(accessKey, seconds = LIFETIME_SECONDS) {
      const password = randomBytes(1200).toString('base64');
      issued.set(password, { accessKey, until: Date.now() + seconds * 1000 });
      return password;
    },
    holder(password) {
      const found = issued.get(password);
      if (found === undefined) return undefined;
      return found.until > Date.now() ? callerOf(identities, found.accessKey) : 'expired';
    },
  };
}

/** What both kinds of ECR answer to GetAuthorizationToken about one password. */
export function authorizationData(password: string): {
  readonly authorizationToken: string;
  readonly expiresAt: number;
} {
  return {
    authorizationToken: Buffer.from(`AWS:${password}`).toString('base64'),
    expiresAt: Date.now() / 1000 + LIFETIME_SECONDS,
  };
}
