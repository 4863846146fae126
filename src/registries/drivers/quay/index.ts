import { inputName, inputValue } from '../../../lib/input-names.js';
import type { DriverKind } from '../driver.js';

/** Quay: its registry, and its API for lists, dates, the deletes of tags and the time machine. */
export const quay: DriverKind = {
  title: 'Quay',
  hosts: 'quay.io',
  permissions: {
    read: 'none for public repositories; of a robot account Read, of an OAuth access token repo:read',
    delete: 'of a robot account Write, of an OAuth access token repo:write',
  },
  matches: (host) => host === 'quay.io',
  tokens: (host) => ({ realm: `https://${host}/v2/auth`, service: host }),
  // Of one's own: its token service is a part of it (quay/quay, auth/registry_jwt_auth.py).
  matchesService: (service, host, realm) =>
    service === host && realm?.host === host && realm.pathname.replace(/\/$/, '') === '/v2/auth',
  // A scope with `registry:catalog` is refused.
  noCatalog:
    `Its API lists the repositories of one namespace: give ${inputName('namespace')} and, for private ones, ` +
    `${inputValue('username', '$oauthtoken')} with an OAuth access token.`,
  emptyNamespace: 'none',
  credentialsAdvice:
    'A robot account is named namespace+robot; an OAuth access token is the password of the user $oauthtoken.',
  // A scope with `delete` is refused; a user with push permission may delete (PROJQUAY-7599).
  deleteActions: 'pull,push',
  deniedAdvice:
    'The repository is private or does not exist, or the credentials have no permission for it: a robot account needs the ' +
    'permission Read in the repository, and Write for pushes and deletes; an OAuth token needs repo:read or repo:write.',
  capabilities: {
    // With its last tag a manifest is 404, and its signatures lose theirs (quay/quay, data/model/oci/tag.py).
    deleteTag: 'frees-manifest',
    deleteManifest: 'with-its-tags',
    takesSignatures: true,
    pageSize: 100,
    keepsDeleted: 'two weeks',
    lists: ['size', 'pushed', 'isIndex'],
  },
  load: async () => (await import('./driver.js')).createQuayDriver,
};
