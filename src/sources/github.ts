import { createGitHubApi, type GitHubApi } from '../github/octokit.js';
import { describe, encodePath } from '../http/message.js';
import { failureOf, isMissing } from '../http/responses.js';
import { inputName } from '../lib/input-names.js';
import { readRefs } from './existing-refs.js';
import { type ListApi, linkedList, names, pullRequests } from './listing.js';
import { checkOrigin } from './rest.js';
import { resolveBy, type SourceKind, webProtocols } from './source.js';

/** GitHub and GitHub Enterprise, REST API: https://docs.github.com/rest/commits/commits#get-a-commit */
export const github: SourceKind = {
  name: 'github',
  title: 'GitHub',
  hosts: ['github.com', 'ssh.github.com'],
  url: {
    needed: false,
    words: 'the address of the GitHub server',
    protocols: webProtocols,
    ofPublic: 'https://api.github.com',
  },
  oneRepository: false,
  pullRequests: true,
  usernames: false,
  create: ({ http, url, token }) => {
    const api = createGitHubApi(http, url?.href ?? 'https://api.github.com', token);
    return {
      resolve(repository, ref) {
        const commit = (revision: string) =>
          shaOf(api, `/repos/${encodePath(repository)}/commits/${encodePath(revision)}`);
        return resolveBy(
          {
            branch: (name) => commit(`heads/${name}`),
            tag: (name) => commit(`tags/${name}`),
            shortSha: commit,
          },
          ref,
          `${repository} on ${new URL(api.base).host}`,
        );
      },
      refs(repository, kinds) {
        const path = `/repos/${encodePath(repository)}`;
        const lists: ListApi = {
          base: api.base,
          advice,
          // `Link` names the repository by its number, in an address that begins as the API's does.
          send: (url) => api.request('GET', url.href.replace(api.base, '')),
        };
        const size = `per_page=${pageSize}`;
        const list = (what: string) => linkedList(lists, `${path}/${what}?${size}`, pageSize, names('name'));
        const open = pullRequests('number', ['head', 'ref']);
        return readRefs(
          {
            branches: () => list('branches'),
            tags: () => list('tags'),
            pullRequests: () => linkedList(lists, `${path}/pulls?state=open&${size}`, pageSize, open),
          },
          kinds,
          `${repository} on ${new URL(api.base).host}`,
        );
      },
    };
  },
};

const pageSize = 100;

const advice = {
  authentication:
    'The token is wrong or has expired. In a workflow, github.token as ' +
    `${inputName('source-token')} reads this repository.`,
  denied:
    'The token needs contents: read on this repository, and pull-requests: read for its pull requests (permissions of the job for the workflow’s own token).',
};

/** 404: no such ref, repository or right; 422: no commit for this SHA or behind this tag; 409: the repository is empty. */
const missing = [404, 409, 422];

/** The commit's SHA alone: this media type spares the diff, and the answer has annotated tags peeled. */
async function shaOf(api: GitHubApi, path: string): Promise<string | undefined> {
  const answer = await api.request('GET', path, { headers: { accept: 'application/vnd.github.sha' } });
  const request = { method: 'GET' as const, url: new URL(`${api.base}${path}`) };
  checkOrigin(answer, request);
  if (isMissing(answer, missing)) return undefined;
  if (answer.status !== 200) throw failureOf(answer, describe(request), advice);
  return answer.body.toString('utf8').trim().toLowerCase();
}
