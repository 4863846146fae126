/** A cloud of Azure: its directory, and what tokens are for there. */
export interface EntraCloud {
  /** The host that issues tokens. */
  readonly login: string;
  /** Azure Resource Manager. */
  readonly management: string;
  /** The audience of ID tokens, where an application names no other. */
  readonly audience: string;
}

export const publicCloud: EntraCloud = {
  login: 'login.microsoftonline.com',
  management: 'https://management.azure.com',
  audience: 'api://AzureADTokenExchange',
};

export const usGovernment: EntraCloud = {
  login: 'login.microsoftonline.us',
  management: 'https://management.usgovcloudapi.net',
  audience: 'api://AzureADTokenExchangeUSGov',
};

export const china: EntraCloud = {
  login: 'login.partner.microsoftonline.cn',
  management: 'https://management.chinacloudapi.cn',
  audience: 'api://AzureADTokenExchangeChina',
};
