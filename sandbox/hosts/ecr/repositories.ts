import type { AwsFailure } from '../aws/authentication.js';
import { pageOf } from './images.js';
import { type EcrInput, invalid } from './input.js';
import { repositoryNotFound } from './operations.js';
import type { EcrRegion } from './places.js';
import { type Ecr, isThere, repositoryArn } from './state.js';

/** DescribeRepositories on a registry with these repositories: the named ones, or one page of all. */
export function describeRepositories(
  registryId: string,
  names: readonly string[],
  { repositoryNames, ...paging }: EcrInput,
  describe: (name: string) => object,
): object | AwsFailure {
  if (repositoryNames === undefined) {
    const page = pageOf(
      names.map((name) => [name, name] as const),
      paging,
    );
    return 'failure' in page ? page : { repositories: page.values.map(describe), ...page.next };
  }
  if ((paging.maxResults ?? paging.nextToken) !== undefined) {
    return invalid('repositoryNames', 'maxResults and nextToken cannot be used with repositoryNames');
  }
  const missing = repositoryNames.find((name) => !names.includes(name));
  return missing === undefined
    ? { repositories: repositoryNames.map(describe) }
    : repositoryNotFound(missing, registryId);
}

/** DescribeRepositories on the private registry of one account in one region. */
export function describePrivate(ecr: Ecr, region: EcrRegion, input: EcrInput, account: string): object | AwsFailure {
  const place = { account, region: region.region };
  const names = [...ecr.repositories.keys()].filter((name) => isThere(ecr, name, place));
  return describeRepositories(account, names, input, (repositoryName) => {
    const { setting, exclusions } = ecr.mutability.get(repositoryName) ?? { setting: 'MUTABLE' };
    return {
      repositoryArn: repositoryArn(region.arn, place, repositoryName),
      registryId: account,
      repositoryName,
      repositoryUri: `${region.registryHosts(account)[0]}/${repositoryName}`,
      createdAt: Date.UTC(2026, 0, 1) / 1000,
      imageTagMutability: setting,
      ...(exclusions !== undefined && {
        imageTagMutabilityExclusionFilters: exclusions.map((filter) => ({ filterType: 'WILDCARD', filter })),
      }),
      imageScanningConfiguration: { scanOnPush: false },
      encryptionConfiguration: { encryptionType: 'AES256' },
    };
  });
}
