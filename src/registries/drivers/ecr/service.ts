/** A service of AWS that has registries, as its API and its signatures name it. */
export interface EcrService {
  /** In signatures, and in front of permissions. */
  readonly name: 'ecr' | 'ecr-public';
  /** In front of the operation in `X-Amz-Target`. */
  readonly target: string;
  readonly region: string;
  /** By the name of the registry alone: no answer leads the credentials elsewhere. */
  readonly api: URL;
  /** The account of the registry; undefined: all accounts share it. */
  readonly account: string | undefined;
}

/**
 * Private registries of all partitions, with FIPS, and dual-stack (`dkr-ecr…on.aws`), as amazon-ecr-credential-helper and
 * docker/login-action know them.
 */
const privateHost =
  /^(\d{12})\.dkr[.-]ecr(-fips)?\.([a-z0-9][a-z0-9-]*)\.(amazonaws\.(?:com(?:\.cn)?|eu)|on\.aws|on\.amazonwebservices\.(?:com\.cn|eu)|c2s\.ic\.gov|sc2s\.sgov\.gov|cloud\.adc-e\.uk|csp\.hci\.ic\.gov)$/;

/** Host → the API behind it; that of all public registries is in one region. */
const publicApis: Readonly<Record<string, string>> = {
  'public.ecr.aws': 'api.ecr-public.us-east-1.amazonaws.com',
  'ecr-public.aws.com': 'ecr-public.us-east-1.api.aws',
};

export function isPrivateHost(host: string): boolean {
  return privateHost.test(host);
}

export function isPublicHost(host: string): boolean {
  return Object.hasOwn(publicApis, host);
}

/** The service behind the host of a registry; undefined: it is none of ECR's. */
export function serviceOf(host: string): EcrService | undefined {
  const publicApi = isPublicHost(host) ? publicApis[host] : undefined;
  if (publicApi !== undefined) {
    const api = new URL(`https://${publicApi}/`);
    return { name: 'ecr-public', target: 'SpencerFrontendService', region: 'us-east-1', api, account: undefined };
  }
  const [, account, fips = '', region, suffix = ''] = privateHost.exec(host) ?? [];
  if (region === undefined) return undefined;
  const api = new URL(`https://${apiHost(fips, region, suffix)}/`);
  return { name: 'ecr', target: 'AmazonEC2ContainerRegistry_V20150921', region, api, account };
}

/** A dual-stack name of the API has `api` where that of a registry has `on`. */
function apiHost(fips: string, region: string, suffix: string): string {
  if (suffix.startsWith('on.')) return `ecr${fips}.${region}.api.${suffix.slice('on.'.length)}`;
  return fips === '' ? `api.ecr.${region}.${suffix}` : `ecr-fips.${region}.${suffix}`;
}
