import type { AwsFailure } from '../aws/authentication.js';
import { pageOf } from './images.js';
import { type EcrInput, invalid } from './input.js';
import type { EcrRegion } from './places.js';
import { type Ecr, isThere, repositoryArn } from './state.js';

/** DescribeRepositories: those of one account in one region, named ones or all of them by the page. */
export function describeRepositories(
  ecr: Ecr,
  region: EcrRegion,
  { repositoryNames, ...paging }: EcrInput,
  account: string,
): object | AwsFailure {
  const place = { account, region: region.region };
  if (repositoryNames !== undefined) {
    if ((paging.maxResults ?? paging.nextToken) !== undefined) {
      return invalid('repositoryNames', 'maxResults and nextToken cannot be used with repositoryNames');
    }
    const missing = repositoryNames.find((name) => !isThere(ecr, name, place));
    if (missing !== undefined) return repositoryNotFound(missing, account);
    return { repositories: repositoryNames.map(describe) };
  }
  const names = [...ecr.repositories.keys()].filter((name) => isThere(ecr, name, place));
  const page = pageOf(
    names.map((name) => [name, name] as const),
    paging,
  );
  return 'failure' in page ? page : { repositories: page.values.map(describe), ...page.next };

  function describe(repositoryName: string): object {
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
  }
}

export function repositoryNotFound(name: string, registryId: string): AwsFailure {
  return {
    failure: 'RepositoryNotFoundException',
    message: `The repository with name '${name}' does not exist in the registry with id '${registryId}'`,
  };
}
