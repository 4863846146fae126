import { inputName } from '../lib/input-names.js';
import { readRefs } from './existing-refs.js';
import { linkedList, listsOf, names, pullRequests } from './listing.js';
import { apiBase, getJson, type RestApi, textAt } from './rest.js';
import { resolveBy, type SourceKind, webProtocols } from './source.js';

const pageSize = 100;

/** GitLab, REST API v4: https://docs.gitlab.com/api/ (branches, tags, commits). The owner may be a path of groups. */
export const gitlab: SourceKind = {
  name: 'gitlab',
  title: 'GitLab',
  hosts: ['gitlab.com', 'altssh.gitlab.com'],
  url: { needed: false, words: 'the address of the GitLab server', protocols: webProtocols },
  oneRepository: false,
  pullRequests: true,
  usernames: false,
  create: (settings) => {
    const api: RestApi = {
      http: settings.http,
      base: apiBase(settings.url, 'https://gitlab.com/api/v4', /\/api\/v4$/, '/api/v4'),
      authorization: settings.token && `Bearer ${settings.token}`,
      advice: {
        authentication: `Use a personal, group or project access token with the scope read_api as ${inputName('source-token')}.`,
        denied: 'The token needs the scope read_api, and its user at least the role Reporter.',
      },
    };
    return {
      resolve(repository, ref) {
        const path = `/projects/${encodeURIComponent(repository)}/repository`;
        const at = async (rest: string, ...keys: string[]) => {
          const found = await getJson(api, `${path}${rest}`);
          return found && textAt(found, ...keys);
        };
        return resolveBy(
          {
            branch: (name) => at(`/branches/${encodeURIComponent(name)}`, 'commit', 'id'),
            tag: (name) => at(`/tags/${encodeURIComponent(name)}`, 'commit', 'id'),
            shortSha: (digits) => at(`/commits/${digits}`, 'id'),
          },
          ref,
          `${repository} on ${new URL(api.base).host}`,
        );
      },
      refs(repository, kinds) {
        const path = `/projects/${encodeURIComponent(repository)}`;
        const size = `per_page=${pageSize}`;
        const list = (what: string) =>
          linkedList(listsOf(api), `${path}/repository/${what}?${size}`, pageSize, names('name'));
        const open = pullRequests('iid', ['source_branch']);
        return readRefs(
          {
            branches: () => list('branches'),
            tags: () => list('tags'),
            pullRequests: () => linkedList(listsOf(api), `${path}/merge_requests?state=opened&${size}`, pageSize, open),
          },
          kinds,
          `${repository} on ${new URL(api.base).host}`,
        );
      },
    };
  },
};
