import type { AwsFailure } from '../aws/authentication.js';
import type { EcrInput } from '../ecr/input.js';
import { describeRepositories } from '../ecr/repositories.js';
import { aliasesOf, type EcrPublic, fullName } from './state.js';

/** An account's own registry in DescribeRegistries; the first alias is the primary one. */
export function describeRegistry(registryId: string, aliases: readonly string[]): object {
  const [primary = ''] = aliases;
  return {
    registryId,
    registryArn: `arn:aws:ecr-public::${registryId}:registry/${registryId}`,
    registryUri: `public.ecr.aws/${primary}`,
    verified: false,
    aliases: aliases.map((name) => ({
      name,
      status: 'ACTIVE',
      primaryRegistryAlias: name === primary,
      defaultRegistryAlias: name === aliases.at(-1),
    })),
  };
}

/** DescribeRepositories on an account's public registry. */
export function describePublic(ecr: EcrPublic, input: EcrInput, account: string): object | AwsFailure {
  const names = aliasesOf(ecr, account).flatMap((alias) =>
    [...ecr.repositories.keys()].flatMap((full) =>
      full.startsWith(`${alias}/`) ? [full.slice(alias.length + 1)] : [],
    ),
  );
  return describeRepositories(account, names, input, (repositoryName) => ({
    repositoryArn: `arn:aws:ecr-public::${account}:repository/${repositoryName}`,
    registryId: account,
    repositoryName,
    repositoryUri: `public.ecr.aws/${fullName(ecr, account, repositoryName)}`,
    createdAt: Date.UTC(2026, 0, 1) / 1000,
  }));
}
