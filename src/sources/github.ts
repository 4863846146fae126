import { Failure } from '../errors.js';
import { failureOf } from '../http/answers.js';
import { fetchThrough } from '../http/fetch.js';
import { describe, type HttpAnswer } from '../http/http.js';
import { encodePath } from './rest.js';
import { resolveBy, type SourceKind, type SourceSettings } from './source.js';

/** GitHub and GitHub Enterprise, REST API: https://docs.github.com/rest/commits/commits#get-a-commit */
export const github: SourceKind = {
  name: 'github',
  title: 'GitHub',
  url: 'optional',
  ownerNeeded: true,
  create: (settings) => {
    const base = (settings.url?.href ?? 'https://api.github.com').replace(/\/+$/, '');
    return {
      resolve(repository, ref) {
        const commit = (revision: string) =>
          shaOf(settings, base, `/repos/${encodePath(repository)}/commits/${encodePath(revision)}`);
        return resolveBy(
          {
            branch: (name) => commit(`heads/${name}`),
            tag: (name) => commit(`tags/${name}`),
            shortSha: commit,
          },
          ref,
          `${repository} on ${new URL(base).host}`,
        );
      },
    };
  },
};

const advice = {
  authentication:
    'The token is wrong or has expired. In a workflow, source-token: ${{ github.token }} reads this repository.',
  denied:
    'The token needs contents: read on this repository (permissions: contents: read for the workflow’s own token).',
};

/** 404: no such ref, repository or right; 422: no commit for this SHA; 409: the repository is empty. */
const missing = new Set([404, 409, 422]);

/**
 * The commit's SHA alone: this media type spares the diff, and the answer has annotated tags peeled.
 * Octokit is loaded here and not before: most checks do not need it.
 */
async function shaOf(settings: SourceSettings, base: string, path: string): Promise<string | undefined> {
  const { GitHub } = await import('@actions/github/lib/utils');
  let last: HttpAnswer | undefined;
  const http = {
    ...settings.http,
    request: async (request: Parameters<typeof settings.http.request>[0]) => {
      last = await settings.http.request(request);
      return last;
    },
  };
  const octokit = new GitHub({
    baseUrl: base,
    ...(settings.token === undefined ? {} : { auth: settings.token }),
    request: { fetch: fetchThrough(http) },
    log: { debug() {}, info() {}, warn() {}, error() {} },
  });
  const asked = describe({ method: 'GET', url: new URL(`${base}${path}`) });
  try {
    const { data } = await octokit.request(`GET ${path}`, { headers: { accept: 'application/vnd.github.sha' } });
    const text = typeof data === 'string' ? data : Buffer.from(data as ArrayBuffer).toString('utf8');
    return text.trim().toLowerCase();
  } catch (fault) {
    if (last !== undefined && missing.has(last.status)) return undefined;
    if (last !== undefined && last.status >= 300) throw failureOf(last, asked, advice);
    const cause = fault instanceof Error ? fault.cause : undefined;
    throw cause instanceof Failure ? cause : fault;
  }
}
