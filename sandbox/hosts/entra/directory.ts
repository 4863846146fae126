import { randomBytes, randomUUID } from 'node:crypto';
import { privateJwt } from '../../jwt.js';
import { createThrottle, type Throttle } from '../../throttle.js';
import { type EntraCloud, publicCloud } from './clouds.js';

export const REGISTRY_RESOURCE = 'https://containerregistry.azure.net';

/** An application (or managed identity) with one federated credential. Entra compares each part exactly. */
export interface EntraApplication {
  readonly tenant: string;
  readonly issuer: string;
  readonly subject: string;
  /** Default that of its cloud, `api://AzureADTokenExchange`. */
  readonly audience?: string;
  /** The resources that it can get tokens for; default registries and Azure Resource Manager. */
  readonly resources?: readonly string[];
}

/** Microsoft Entra ID: applications and their access tokens. */
export interface EntraDirectory {
  readonly cloud: EntraCloud;
  /** Client ID → application. */
  readonly applications: Map<string, EntraApplication>;
  readonly throttle: Throttle;
  /** Issues an access token. @param seconds its lifetime; default `lifetime` */
  issue(client: string, tenant: string, resource: string, seconds?: number): string;
  /** The content of an access token; `undefined` for an unknown or expired one. */
  read(token: string): EntraToken | undefined;
  /** Lifetime of a new access token in seconds. */
  lifetime: number;
}

export interface EntraToken {
  readonly client: string;
  readonly tenant: string;
  readonly resource: string;
}

export function createEntraDirectory(cloud: EntraCloud = publicCloud): EntraDirectory {
  const key = randomBytes(32);
  const issued = new Map<string, EntraToken & { readonly until: number }>();
  const directory: EntraDirectory = {
    cloud,
    applications: new Map(),
    throttle: createThrottle(),
    lifetime: 3599,
    issue(client, tenant, resource, seconds = directory.lifetime) {
      const now = Math.floor(Date.now() / 1000);
      const times = { iat: now, nbf: now, exp: now + seconds };
      const token = privateJwt(
        {
          aud: resource,
          iss: `https://sts.windows.net/${tenant}/`,
          ...times,
          appid: client,
          tid: tenant,
          uti: randomUUID(),
        },
        key,
      );
      issued.set(token, { client, tenant, resource, until: Date.now() + seconds * 1000 });
      return token;
    },
    read(token) {
      const found = issued.get(token);
      return found !== undefined && found.until > Date.now() ? found : undefined;
    },
  };
  return directory;
}
