import { usageFailure } from '../../../lib/errors.js';
import type { AccessKey } from '../../auth/credentials.js';
import type { RegistrySettings } from '../../session.js';

/**
 * The access key in `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN`, as
 * aws-actions/configure-aws-credentials leaves it there; undefined where none of the first two is set.
 * @throws Failure (usage) where one of the two is missing
 */
export function awsKeysIn(environment: Readonly<Record<string, string | undefined>> = {}): AccessKey | undefined {
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

/** Makes sure that an access key is never shown. */
export function maskKey({ secretAccessKey, sessionToken }: AccessKey, mask: (secret: string) => void): void {
  mask(secretAccessKey);
  if (sessionToken !== undefined) mask(sessionToken);
}

/** The same for requests, masked. */
export function accessKeyIn({
  environment,
  mask,
}: Pick<RegistrySettings, 'environment' | 'mask'>): RegistrySettings['accessKey'] {
  const key = awsKeysIn(environment);
  if (key === undefined) return undefined;
  maskKey(key, mask);
  return async () => key;
}
