import { inputName } from '../../../lib/input-names.js';
import type { DriverKind } from '../driver.js';
import { gitlabDotCom } from './tag.js';

/** GitLab, gitlab.com and self-managed: its registry, which lists tags with digests and dates where it has a database. */
export const gitlab: DriverKind = {
  title: 'GitLab',
  hosts: 'registry.gitlab.com',
  permissions: {
    read: 'none in public projects; read_registry',
    delete: 'write_registry and the role Developer',
  },
  matches: (host) => host === gitlabDotCom,
  // Gitea and Forgejo name their token service so too; theirs is at /v2/token.
  matchesService: (service, _host, realm) =>
    service === 'container_registry' && realm?.pathname.endsWith('/jwt/auth') === true,
  tokens: () => ({ realm: 'https://gitlab.com/jwt/auth', service: 'container_registry' }),
  emptyNamespace: 'none',
  pathParts: {
    least: 2,
    advice: 'Write GROUP/PROJECT for the image of a project, GROUP/PROJECT/NAME for one of several.',
  },
  noCatalog:
    'GitLab lists the images of a group or project by its REST API: GET /api/v4/groups/GROUP/registry/repositories with ' +
    `a token that has read_api. Give them to the other commands as ${inputName('image')}.`,
  credentialsAdvice:
    'The password is a personal, group or project access token with read_registry, or a deploy token with its own user ' +
    'name; in GitLab CI, the variables CI_REGISTRY_USER and CI_REGISTRY_PASSWORD.',
  // A project that does not exist is 401 too.
  deniedAdvice:
    'The project does not exist or is private, or the account may not do this there: a pull takes a token with ' +
    'read_registry, a push one with write_registry of a role from Developer on, and so does a delete (deploy tokens ' +
    'delete nothing).',
  capabilities: {
    deleteTag: 'alone',
    deleteManifest: 'with-its-tags',
    pageSize: 1000,
    lists: ['mediaType', 'size', 'pushed'],
  },
  load: async () => (await import('./driver.js')).createGitLabDriver,
};
