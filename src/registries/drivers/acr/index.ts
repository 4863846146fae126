import type { DriverKind } from '../driver.js';

/** Its token service is a part of the registry; which one a geo-replica names shows its challenge. */
function tokens(host: string): ReturnType<NonNullable<DriverKind['tokens']>> {
  if (host.split('.').length > 3) return undefined;
  return { realm: `https://${host}/oauth2/token`, service: host };
}

/** Azure Container Registry: its registry, and its API under `/acr/v1/` for lists, dates, locks and the deletes of tags. */
export const acr: DriverKind = {
  title: 'ACR',
  hosts: 'NAME.azurecr.io',
  permissions: {
    read: 'AcrPull, or by repository Container Registry Repository Reader; of a scope map content/read and metadata/read',
    delete: 'also AcrDelete, or by repository Container Registry Repository Contributor; of a scope map content/delete',
  },
  // Azure itself, China, US Government; of a geo-replica `NAME.REGION.geo.azurecr.io`.
  matches: (host) => /\.azurecr\.(?:io|cn|us)$/.test(host),
  tokens,
  emptyNamespace: 'none',
  credentialsAdvice:
    'A token of az acr login lasts three hours and has the user name 00000000-0000-0000-0000-000000000000; the secret of ' +
    'a service principal and the password of a repository token expire too.',
  deniedAdvice:
    'The repository does not exist, or the identity lacks the role AcrPull (where permissions are granted by repository: ' +
    'Container Registry Repository Reader); the scope map of a token requires content/read and metadata/read.',
  pushAdvice:
    'A push requires the role AcrPush (where permissions are granted by repository: Container Registry Repository Writer), ' +
    'or content/write in the scope map of a token.',
  catalogAdvice:
    'A list of repositories requires the role AcrPull (where permissions are granted by repository: Container Registry ' +
    'Repository Catalog Lister); the token of a scope map never has it.',
  capabilities: {
    // Its registry answers 405 to the delete of a tag, and in former times deleted the whole manifest.
    deleteTag: 'alone',
    deleteManifest: 'with-its-tags',
    tokenDeletes: 'none',
    keepsUntagged: true,
    pageSize: 1000,
    listCount: 2,
    lists: ['mediaType', 'size', 'pushed'],
  },
  load: async () => (await import('./driver.js')).createAcrDriver,
};
