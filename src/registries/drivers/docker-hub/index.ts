import { usernameAndPassword } from '../../../lib/input-names.js';
import type { DriverKind } from '../driver.js';
import { hubNames } from './name.js';

/** Docker Hub: its registry, and its own API for lists, dates and the deletes of tags. */
export const dockerHub: DriverKind = {
  ...hubNames,
  hosts: 'docker.io',
  permissions: {
    read: 'none for public repositories; an access token with Read',
    delete: 'an access token with Read, Write, Delete of an admin of the repository',
  },
  matches: (host) => host === 'docker.io',
  apiHost: 'registry-1.docker.io',
  tokens: () => ({ realm: 'https://auth.docker.io/token', service: 'registry.docker.io' }),
  configKeys: ['https://index.docker.io/v1/', 'index.docker.io', 'docker.io', 'registry-1.docker.io'],
  emptyNamespace: 'error',
  credentialsAdvice:
    'For an organization access token the user name is the organization’s; where single sign-on is enforced a password is refused, and only a token works.',
  // A missing repository is 401 too, and looks like a private one: https://github.com/docker/hub-feedback/issues/1771
  deniedAdvice:
    'Docker Hub returns the same for a private repository and for one that does not exist: check the name, and give ' +
    `${usernameAndPassword} (an access token with Read, or an organization access token with Image Pull).`,
  pushAdvice:
    'A push requires an access token with Read & Write (of an organization: Image Push) of an account that may write to the repository.',
  capabilities: {
    // Its registry deletes digests only; 202 to a tag was seen, and left it in the list: docker/hub-feedback#2361.
    deleteTag: 'alone',
    deleteManifest: 'with-its-tags',
    tokenDeletes: 'manifests',
    pageSize: 100,
    lists: ['mediaType', 'size', 'platforms', 'pushed', 'pulled', 'children'],
  },
  load: async () => (await import('./driver.js')).createDockerHubDriver,
};
