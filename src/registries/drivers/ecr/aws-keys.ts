import { usageFailure } from '../../../lib/errors.js';

/** An access key of AWS, as aws-actions/configure-aws-credentials leaves it in the environment. */
export interface AwsKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Of temporary credentials. */
  readonly sessionToken: string | undefined;
}

/**
 * The access key in `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN`; undefined where none of the first
 * two is set.
 * @throws Failure (usage) where one of the two is missing
 */
export function awsKeysIn(environment: Readonly<Record<string, string | undefined>> = {}): AwsKeys | undefined {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = environment;
  if (!accessKeyId && !secretAccessKey) return undefined;
  if (accessKeyId && secretAccessKey) {
    return { accessKeyId, secretAccessKey, sessionToken: environment.AWS_SESSION_TOKEN || undefined };
  }
  const [set, missing] = accessKeyId
    ? ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']
    : ['AWS_SECRET_ACCESS_KEY', 'AWS_ACCESS_KEY_ID'];
  throw usageFailure(
    `${set} is set in the environment, and ${missing} is not`,
    'Set both, as aws-actions/configure-aws-credentials does, or neither.',
  );
}
