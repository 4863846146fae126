/** Who an access key belongs to. */
export interface AwsKey {
  /** Default 123456789012. */
  readonly account?: string;
  /** Default a user of that account with the access key for a name. */
  readonly arn?: string;
  /** Of temporary credentials: must come in `X-Amz-Security-Token`. */
  readonly sessionToken?: string;
  /** When temporary credentials end. */
  readonly expires?: Date;
}

/** The access keys that AWS knows; every service of the sandbox's AWS looks here. */
export interface AwsIdentities {
  /** Access key → secret. */
  readonly secrets: Map<string, string>;
  /** Access key → whose it is; a user of the main account where it is absent. */
  readonly keys: Map<string, AwsKey>;
  /** Access key → what its policies allow, such as `ecr:DescribeImages`; everything where it is absent. */
  readonly permissions: Map<string, ReadonlySet<string>>;
}

/** Somebody whose signature was right. */
export interface AwsCaller {
  readonly accessKey: string;
  readonly account: string;
  readonly arn: string;
}

export const MAIN_ACCOUNT = '123456789012';

export function createAwsIdentities(): AwsIdentities {
  return { secrets: new Map(), keys: new Map(), permissions: new Map() };
}

/** The caller that an access key stands for. */
export function callerOf(identities: AwsIdentities, accessKey: string): AwsCaller {
  const { account = MAIN_ACCOUNT, arn } = identities.keys.get(accessKey) ?? {};
  return { accessKey, account, arn: arn ?? `arn:aws:iam::${account}:user/${accessKey}` };
}

/** Whether the caller's own policies allow that action. */
export function mayDo(identities: AwsIdentities, { accessKey }: AwsCaller, action: string): boolean {
  return identities.permissions.get(accessKey)?.has(action) ?? true;
}

/** The words of an AccessDeniedException. */
export function notAuthorized({ arn }: AwsCaller, action: string, resource: string): string {
  return `User: ${arn} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`;
}
