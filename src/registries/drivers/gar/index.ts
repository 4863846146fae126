import { inputName } from '../../../lib/input-names.js';
import type { DriverKind } from '../driver.js';

const hosts = /^(?:[a-z0-9-]+-docker\.pkg\.dev|(?:(?:us|eu|asia)\.)?gcr\.io)$/;

/** Google Artifact Registry, which serves the hosts of Container Registry too. */
export const gar: DriverKind = {
  title: 'Artifact Registry',
  hosts: '*-docker.pkg.dev, gcr.io, *.gcr.io',
  permissions: {
    read: 'none for public images; roles/artifactregistry.reader',
    delete: 'roles/artifactregistry.repoAdmin; to restore roles/artifactregistry.writer',
  },
  matches: (host) => hosts.test(host),
  tokens: (host) => ({ realm: `https://${host}/v2/token`, service: host }),
  emptyNamespace: 'none',
  // Its token service knows no action `delete`.
  deleteActions: 'push,pull',
  credentialsAdvice:
    'The user name is oauth2accesstoken and the password an access token, which lasts an hour (gcloud auth ' +
    'print-access-token; in a workflow google-github-actions/auth with token_format: access_token), or the user name is ' +
    '_json_key and the password the JSON key of a service account.',
  deniedAdvice:
    'The project or the repository does not exist, or the account lacks the role there: roles/artifactregistry.reader to ' +
    'pull, roles/artifactregistry.writer to push, roles/artifactregistry.repoAdmin to delete.',
  catalogAdvice:
    'A list of all repositories requires a role in the whole project, such as roles/artifactregistry.reader. gcloud artifacts ' +
    'docker images list LOCATION-docker.pkg.dev/PROJECT/REPOSITORY lists those of one repository: give them to the other ' +
    `commands as ${inputName('image')}.`,
  capabilities: {
    deleteTag: 'alone',
    deleteManifest: 'untagged-only',
    keepsUntagged: true,
    lists: ['size', 'pushed', 'mediaType'],
  },
  load: async () => (await import('./driver.js')).createGarDriver,
};
