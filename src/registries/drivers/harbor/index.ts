import type { DriverKind } from '../driver.js';

/** Harbor: its registry, and its own API for lists, dates and the deletes of tags. */
export const harbor: DriverKind = {
  title: 'Harbor',
  permissions: {
    read: 'none in public projects; of a robot account pull repository and list artifact',
    delete: 'of a robot account also delete tag and delete artifact; of a person the role Maintainer',
  },
  matchesService: (service) => service === 'harbor-registry',
  emptyNamespace: 'none',
  credentialsAdvice:
    'A robot account is named robot$PROJECT+NAME; where login is by OIDC, the password is the CLI secret of the profile.',
  deniedAdvice:
    'The project is private or does not exist, or the account may not do this there: look at the permissions of the robot account.',
  capabilities: {
    // Its registry answers 400 UNSUPPORTED to the delete of a tag (goharbor/harbor, src/server/registry/manifest.go).
    deleteTag: 'alone',
    deleteManifest: 'with-its-tags',
    tokenDeletes: 'manifests',
    pageSize: 100,
    lists: ['size', 'pushed', 'pulled', 'children'],
  },
  load: async () => (await import('./driver.js')).createHarborDriver,
};
