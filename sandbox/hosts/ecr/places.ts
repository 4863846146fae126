import { MAIN_ACCOUNT } from '../aws/identities.js';

/** A region of AWS in which the sandbox has private registries. */
export interface EcrRegion {
  readonly region: string;
  /** As ARNs begin: `arn:aws`, `arn:aws-cn`, `arn:aws-eusc`. */
  readonly arn: string;
  /** Host names of an account's registry. The first is the one that AWS calls `repositoryUri`. */
  registryHosts(account: string): readonly string[];
  readonly apiHosts: readonly string[];
}

export const OTHER_ACCOUNT = '210987654321';
export const ACCOUNTS: readonly string[] = [MAIN_ACCOUNT, OTHER_ACCOUNT];

/** Of a partition: how names end, dual-stack names too. */
function region(name: string, arn: string, suffix: string, dualStack: string, fips = false): EcrRegion {
  const kinds = fips ? ['', '-fips'] : [''];
  // A dual-stack name of the API ends like that of the registry, with `api` for `on`.
  return {
    region: name,
    arn,
    registryHosts: (account) =>
      kinds.flatMap((kind) => [
        `${account}.dkr.ecr${kind}.${name}.${suffix}`,
        `${account}.dkr-ecr${kind}.${name}.on.${dualStack}`,
      ]),
    apiHosts: [
      ...kinds.flatMap((kind) => [`api.ecr${kind}.${name}.${suffix}`, `ecr${kind}.${name}.api.${dualStack}`]),
      ...(fips ? [`ecr-fips.${name}.${suffix}`] : []),
    ],
  };
}

export const REGIONS: readonly EcrRegion[] = [
  region('eu-central-1', 'arn:aws', 'amazonaws.com', 'aws'),
  region('us-east-1', 'arn:aws', 'amazonaws.com', 'aws', true),
  region('cn-north-1', 'arn:aws-cn', 'amazonaws.com.cn', 'amazonwebservices.com.cn'),
  region('eusc-de-east-1', 'arn:aws-eusc', 'amazonaws.eu', 'amazonwebservices.eu'),
];

/** The location of a private registry. */
export interface EcrPlace {
  readonly account: string;
  readonly region: string;
}

export const MAIN_PLACE: EcrPlace = { account: MAIN_ACCOUNT, region: 'eu-central-1' };
