/** A cloud of Azure: the issuer of its tokens, and their audiences. */
export interface AzureCloud {
  readonly login: URL;
  /** Of ID tokens that federated credentials accept. */
  readonly audience: string;
  /** Azure Resource Manager. */
  readonly management: string;
}

const azure: AzureCloud = {
  login: new URL('https://login.microsoftonline.com'),
  audience: 'api://AzureADTokenExchange',
  management: 'https://management.azure.com',
};

/** The end of a registry's name → the cloud that it is in (learn.microsoft.com, "National clouds"). */
const sovereign: Readonly<Record<string, AzureCloud>> = {
  us: {
    login: new URL('https://login.microsoftonline.us'),
    audience: 'api://AzureADTokenExchangeUSGov',
    management: 'https://management.usgovcloudapi.net',
  },
  cn: {
    login: new URL('https://login.partner.microsoftonline.cn'),
    audience: 'api://AzureADTokenExchangeChina',
    management: 'https://management.chinacloudapi.cn',
  },
};

/** @param host of a registry: `acme.azurecr.io` */
export function cloudOf(host: string): AzureCloud {
  return sovereign[host.split('.').at(-1) ?? ''] ?? azure;
}
