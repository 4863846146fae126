import { inputName } from '../../../lib/input-names.js';
import type { DriverKind } from '../driver.js';

/** GHCR: its registry, and GitHub's API for lists, dates, deletes and restores. */
export const ghcr: DriverKind = {
  title: 'GHCR',
  hosts: 'ghcr.io',
  permissions: {
    read: 'none for public packages; read:packages',
    delete: 'read:packages and delete:packages, and the role Admin of the package; to restore write:packages',
  },
  matches: (host) => host === 'ghcr.io',
  noCatalog:
    'GitHub lists an owner’s packages by its API: gh api --paginate "/orgs/acme/packages?package_type=container" (of a ' +
    `user /users/acme/packages). Give them to the other commands as ${inputName('image')}.`,
  tokens: () => ({ realm: 'https://ghcr.io/token', service: 'ghcr.io' }),
  emptyNamespace: 'owner',
  // Seen in 2026: 404, a redirect to github.com with the digest cut off, and an empty list (NVIDIA/aicr#1957,
  // sbomify/sbomify#1530).
  noReferrersApi: true,
  credentialsAdvice: 'The password is a token with read:packages, or github.token with permissions: packages: read.',
  deniedAdvice:
    `The package is private or does not exist. Give ${inputName('username')} and, as ${inputName('password')}, a token with read:packages ` +
    '(in a workflow: github.token with permissions: packages: read, and access of this repository to the package).',
  pushAdvice:
    'A push requires a token with write:packages, or github.token with permissions: packages: write; the package’s settings ' +
    '(Manage Actions access) have to give this repository the role Write.',
  capabilities: {
    // 405 to every delete (containers/skopeo#1880); a version of the package is a manifest with all its tags.
    deleteTag: 'never',
    deleteManifest: 'with-its-tags',
    tokenDeletes: 'none',
    keepsUntagged: true,
    refusal: 'GHCR deletes versions of a package, by GitHub’s API, and a version is a manifest with all its tags',
    pageSize: 100,
    keepsDeleted: '30 days',
    lists: ['pushed'],
  },
  load: async () => (await import('./driver.js')).createGhcrDriver,
};
