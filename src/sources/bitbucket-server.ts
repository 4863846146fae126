import { inputName } from '../lib/input-names.js';
import { readRefs } from './existing-refs.js';
import { listsOf, names, nextByStart, pullRequests, valuesList } from './listing.js';
import { apiBase, getJson, type RestApi, textAt } from './rest.js';
import { resolveBy, type SourceKind, webProtocols } from './source.js';

/** Bitbucket Data Center (formerly Server), REST API `/rest/api/latest`. The owner is the project's key, or `~user`. */
export const bitbucketServer: SourceKind = {
  name: 'bitbucket-server',
  title: 'Bitbucket Data Center',
  hosts: [],
  url: { needed: true, words: 'the address of the Bitbucket Data Center server', protocols: webProtocols },
  oneRepository: false,
  pullRequests: true,
  usernames: false,
  create: (settings) => {
    const api: RestApi = {
      http: settings.http,
      base: apiBase(settings.url, '', /\/rest(?:\/api(?:\/[^/]+)?)?$/, '/rest/api/latest'),
      // Project and repository tokens work only as Bearer, never as Basic.
      authorization: settings.token && `Bearer ${settings.token}`,
      advice: {
        authentication: `This server returns 401 also for missing permissions: use an HTTP access token with repository read as ${inputName('source-token')}.`,
        denied: 'The HTTP access token needs repository read.',
      },
    };
    return {
      resolve(repository, ref) {
        const path = `${pathOf(repository)}/commits`;
        // The ref goes into the query: /commits/{id} takes no names, and a path takes no slashes.
        const until = async (revision: string) => {
          const page = await getJson(api, `${path}?until=${encodeURIComponent(revision)}&limit=1`);
          // No commit leads to a tag of something else.
          if (Array.isArray(page?.values) && page.values.length === 0) return null;
          return page && textAt(page, 'values', 0, 'id');
        };
        return resolveBy(
          {
            branch: (name) => until(`refs/heads/${name}`),
            tag: (name) => until(`refs/tags/${name}`),
            shortSha: until,
          },
          ref,
          `${repository} on ${new URL(api.base).host}`,
        );
      },
      refs(repository, kinds) {
        const path = pathOf(repository);
        const list = (what: string) => valuesList(listsOf(api), `${path}/${what}`, nextByStart, names('displayId'));
        const open = pullRequests('id', ['fromRef', 'displayId']);
        return readRefs(
          {
            branches: () => list(`branches?limit=${pageSize}`),
            tags: () => list(`tags?limit=${pageSize}`),
            pullRequests: () =>
              valuesList(listsOf(api), `${path}/pull-requests?state=OPEN&limit=${pageSize}`, nextByStart, open),
          },
          kinds,
          `${repository} on ${new URL(api.base).host}`,
        );
      },
    };
  },
};

/** Most servers give no more at once. */
const pageSize = 1000;

function pathOf(repository: string): string {
  const [project = '', slug = ''] = repository.split('/');
  return `/projects/${encodeURIComponent(project)}/repos/${encodeURIComponent(slug)}`;
}
