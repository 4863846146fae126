import { createThrottle, type Throttle } from '../../throttle.js';

/** The owner of an access key. */
export interface AwsKey {
  /** Default 123456789012. */
  readonly account?: string;
  /** Default: a user of that account, named after the access key. */
  readonly arn?: string;
  /** ARN of the role, for the credentials of a session. */
  readonly role?: string;
  /** Of temporary credentials; `X-Amz-Security-Token` must repeat it. */
  readonly sessionToken?: string;
  /** When temporary credentials end. */
  readonly expires?: Date;
}

/** A role that an ID token can assume. */
export interface AwsRole {
  /** The `iss` of the identity provider in the role's account. */
  readonly issuer: string;
  /** The audiences that the provider accepts; default `sts.amazonaws.com`. */
  readonly audiences?: readonly string[];
  /** The subjects that the trust policy accepts, with `*` for anything. */
  readonly subjects: readonly string[];
  /** The actions that its policies allow; default all. */
  readonly permissions?: ReadonlySet<string>;
  /** The longest session that a request may name; default one hour. */
  readonly maxSeconds?: number;
  /** The real length of a session, so that a test can see one end; default as requested. */
  readonly lastsSeconds?: number;
}

/** Access keys and roles, shared by all AWS services of the sandbox. */
export interface AwsIdentities {
  /** Access key → secret. */
  readonly secrets: Map<string, string>;
  /** Access key → owner; absent: a user of the main account. */
  readonly keys: Map<string, AwsKey>;
  /** Access key → the actions that its policies allow, such as `ecr:DescribeImages`; absent: all. */
  readonly permissions: Map<string, ReadonlySet<string>>;
  /** ARN → role. */
  readonly roles: Map<string, AwsRole>;
  /** Of STS. */
  readonly throttle: Throttle;
}

/** The sender of a request with a valid signature. */
export interface AwsCaller {
  readonly accessKey: string;
  readonly account: string;
  readonly arn: string;
  /** Its entry in a list of members: the ARN of its role, else the access key. */
  readonly member: string;
}

export const MAIN_ACCOUNT = '123456789012';

export function createAwsIdentities(): AwsIdentities {
  return { secrets: new Map(), keys: new Map(), permissions: new Map(), roles: new Map(), throttle: createThrottle() };
}

/** The caller that an access key stands for. */
export function callerOf(identities: AwsIdentities, accessKey: string): AwsCaller {
  const { account = MAIN_ACCOUNT, arn, role = accessKey } = identities.keys.get(accessKey) ?? {};
  return { accessKey, account, arn: arn ?? `arn:aws:iam::${account}:user/${accessKey}`, member: role };
}

/** True if the caller's own policies allow that action. */
export function mayDo(identities: AwsIdentities, { accessKey }: AwsCaller, action: string): boolean {
  return identities.permissions.get(accessKey)?.has(action) ?? true;
}

/** The words of an AccessDeniedException. */
export function notAuthorized({ arn }: AwsCaller, action: string, resource: string): string {
  return `User: ${arn} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`;
}
