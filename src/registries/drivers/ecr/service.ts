/** A service of AWS that has registries, as its API and its signatures name it. */
export interface EcrService {
  /** In signatures, and in front of permissions. */
  readonly name: 'ecr' | 'ecr-public';
  /** In front of the operation in `X-Amz-Target`. */
  readonly target: string;
  readonly region: string;
  /** By the name of the registry alone: no answer leads the credentials elsewhere. */
  readonly api: URL;
  /** Of the same region and partition, where access keys of roles come from; by the name of the registry too. */
  readonly sts: URL;
  /** The account of the registry; undefined: all accounts share it. */
  readonly account: string | undefined;
}

/**
 * Private registries of all partitions, with FIPS, and dual-stack (`dkr-ecr…on.aws`), as amazon-ecr-credential-helper and
 * docker/login-action know them.
 */
const privateHost =
  /^(\d{12})\.dkr[.-]ecr(-fips)?\.([a-z0-9][a-z0-9-]*)\.(amazonaws\.(?:com(?:\.cn)?|eu)|on\.aws|on\.amazonwebservices\.(?:com\.cn|eu)|c2s\.ic\.gov|sc2s\.sgov\.gov|cloud\.adc-e\.uk|csp\.hci\.ic\.gov)$/;

/** Host → the APIs behind it; those of all public registries are in one region. */
const publicApis: Readonly<Record<string, { readonly api: string; readonly sts: string }>> = {
  'public.ecr.aws': { api: 'api.ecr-public.us-east-1.amazonaws.com', sts: 'sts.us-east-1.amazonaws.com' },
  'ecr-public.aws.com': { api: 'ecr-public.us-east-1.api.aws', sts: 'sts.us-east-1.api.aws' },
};

export function isPrivateHost(host: string): boolean {
  return privateHost.test(host);
}

export function isPublicHost(host: string): boolean {
  return Object.hasOwn(publicApis, host);
}

/** The service behind the host of a registry; undefined: it is none of ECR's. */
export function serviceOf(host: string): EcrService | undefined {
  const hosts = isPublicHost(host) ? publicApis[host] : undefined;
  if (hosts !== undefined) {
    const [api, sts] = [new URL(`https://${hosts.api}/`), new URL(`https://${hosts.sts}/`)];
    return { name: 'ecr-public', target: 'SpencerFrontendService', region: 'us-east-1', api, sts, account: undefined };
  }
  const [, account, fips = '', region, suffix = ''] = privateHost.exec(host) ?? [];
  if (region === undefined) return undefined;
  const api = new URL(`https://${apiHost(fips, region, suffix)}/`);
  const sts = new URL(`https://${stsHost(fips, region, suffix)}/`);
  return { name: 'ecr', target: 'AmazonEC2ContainerRegistry_V20150921', region, api, sts, account };
}

/** A dual-stack name of the API has `api` where that of a registry has `on`. */
function apiHost(fips: string, region: string, suffix: string): string {
  if (suffix.startsWith('on.')) return `ecr${fips}.${region}.api.${suffix.slice('on.'.length)}`;
  return fips === '' ? `api.ecr.${region}.${suffix}` : `ecr-fips.${region}.${suffix}`;
}

function stsHost(fips: string, region: string, suffix: string): string {
  return `sts${fips}.${region}.${suffix.startsWith('on.') ? `api.${suffix.slice('on.'.length)}` : suffix}`;
}
