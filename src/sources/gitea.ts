import { encodePath } from '../http/message.js';
import { inputName } from '../lib/input-names.js';
import { readRefs } from './existing-refs.js';
import { linkedList, listsOf, names, pullRequests } from './listing.js';
import { apiBase, getJson, type RestApi, textAt } from './rest.js';
import { resolveBy, type SourceKind, webProtocols } from './source.js';

/** The most that a server gives at once by its default settings. */
const pageSize = 50;

/** Gitea and Forgejo, API v1 (the same in both). */
export const gitea: SourceKind = {
  name: 'gitea',
  title: 'Gitea or Forgejo',
  hosts: ['codeberg.org', 'gitea.com'],
  url: { needed: true, words: 'the address of the Gitea or Forgejo server', protocols: webProtocols },
  oneRepository: false,
  pullRequests: true,
  usernames: false,
  create: (settings) => {
    const api: RestApi = {
      http: settings.http,
      base: apiBase(settings.url, '', /\/api\/v1$/, '/api/v1'),
      authorization: settings.token && `token ${settings.token}`,
      advice: {
        authentication: `Use an access token with the scope read:repository as ${inputName('source-token')}.`,
        denied: 'The access token needs the scope read:repository.',
      },
    };
    return {
      resolve(repository, ref) {
        const path = `/repos/${encodePath(repository)}`;
        const at = async (rest: string, ...keys: string[]) => {
          const found = await getJson(api, `${path}${rest}`);
          return found && textAt(found, ...keys);
        };
        const commit = (id: string) =>
          at(`/git/commits/${encodeURIComponent(id)}?stat=false&verification=false&files=false`, 'sha');
        return resolveBy(
          {
            branch: (name) => at(`/branches/${encodeURIComponent(name)}`, 'commit', 'id'),
            async tag(name) {
              const found = await getJson(api, `${path}/tags/${encodeURIComponent(name)}`);
              if (found === undefined) return undefined;
              const [id, target] = [textAt(found, 'id'), textAt(found, 'commit', 'sha')];
              // Of an annotated tag the target is what its object names: a commit, or another tag, a tree, a blob.
              return !target || id === target ? target : ((await commit(target)) ?? null);
            },
            shortSha: commit,
          },
          ref,
          `${repository} on ${new URL(api.base).host}`,
        );
      },
      refs(repository, kinds) {
        const path = `/repos/${encodePath(repository)}`;
        const list = (what: string) =>
          linkedList(listsOf(api), `${path}/${what}?limit=${pageSize}`, pageSize, names('name'));
        const open = pullRequests('number', ['head', 'ref']);
        return readRefs(
          {
            branches: () => list('branches'),
            tags: () => list('tags'),
            pullRequests: () => linkedList(listsOf(api), `${path}/pulls?state=open&limit=${pageSize}`, pageSize, open),
          },
          kinds,
          `${repository} on ${new URL(api.base).host}`,
        );
      },
    };
  },
};
