import { createThrottle, type Throttle } from '../../throttle.js';

/** Who an access key belongs to. */
export interface AwsKey {
  /** Default 123456789012. */
  readonly account?: string;
  /** Default a user of that account with the access key for a name. */
  readonly arn?: string;
  /** The ARN of the role whose session this is. */
  readonly role?: string;
  /** Of temporary credentials: must come in `X-Amz-Security-Token`. */
  readonly sessionToken?: string;
  /** When temporary credentials end. */
  readonly expires?: Date;
}

/** A role that ID tokens open. */
export interface AwsRole {
  /** The `iss` of the identity provider in the role's account. */
  readonly issuer: string;
  /** The audiences that the provider accepts; `sts.amazonaws.com` when not said. */
  readonly audiences?: readonly string[];
  /** The subjects that the trust policy accepts, with `*` for anything. */
  readonly subjects: readonly string[];
  /** What its policies allow; everything when not said. */
  readonly permissions?: ReadonlySet<string>;
  /** The longest session that may be asked for; an hour when not said. */
  readonly maxSeconds?: number;
  /** How long a session really lasts, whatever was asked for: so that a test sees the end of it. */
  readonly lastsSeconds?: number;
}

/** The access keys that AWS knows; every service of the sandbox's AWS looks here. */
export interface AwsIdentities {
  /** Access key → secret. */
  readonly secrets: Map<string, string>;
  /** Access key → whose it is; a user of the main account where it is absent. */
  readonly keys: Map<string, AwsKey>;
  /** Access key → what its policies allow, such as `ecr:DescribeImages`; everything where it is absent. */
  readonly permissions: Map<string, ReadonlySet<string>>;
  /** ARN → role. */
  readonly roles: Map<string, AwsRole>;
  /** Of STS. */
  readonly throttle: Throttle;
}

/** Somebody whose signature was right. */
export interface AwsCaller {
  readonly accessKey: string;
  readonly account: string;
  readonly arn: string;
  /** What stands for him where members are named: the ARN of his role, or else his access key. */
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

/** Whether the caller's own policies allow that action. */
export function mayDo(identities: AwsIdentities, { accessKey }: AwsCaller, action: string): boolean {
  return identities.permissions.get(accessKey)?.has(action) ?? true;
}

/** The words of an AccessDeniedException. */
export function notAuthorized({ arn }: AwsCaller, action: string, resource: string): string {
  return `User: ${arn} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`;
}
