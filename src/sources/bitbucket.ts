import { basicHeader } from '../http/headers.js';
import { encodePath } from '../http/message.js';
import { inputName } from '../lib/input-names.js';
import { readRefs } from './existing-refs.js';
import { listsOf, names, nextByAddress, pullRequests, valuesList } from './listing.js';
import { apiBase, getJson, type RestApi, textAt } from './rest.js';
import { resolveBy, type Source, type SourceKind, type SourceSettings, webProtocols } from './source.js';

/** Bitbucket Cloud, REST API 2.0: https://developer.atlassian.com/cloud/bitbucket/rest/ */
export const bitbucket: SourceKind = {
  name: 'bitbucket',
  title: 'Bitbucket Cloud',
  hosts: ['bitbucket.org', 'altssh.bitbucket.org'],
  url: { needed: false, words: 'the address of the Bitbucket Cloud server', protocols: webProtocols },
  oneRepository: false,
  pullRequests: true,
  usernames: true,
  create: createBitbucket,
};

/** The address of the API, without a slash at the end. */
export function bitbucketApi(url: URL | undefined): string {
  return apiBase(url, 'https://api.bitbucket.org/2.0', /\/2\.0$/, '/2.0');
}

function createBitbucket(settings: SourceSettings): Source {
  const api: RestApi = {
    http: settings.http,
    base: bitbucketApi(settings.url),
    authorization: authorizationOf(settings),
    advice: {
      authentication:
        `App passwords ended on 2026-07-28. Use a repository access token as ${inputName('source-token')}, or an API token ` +
        `as ${inputName('source-token')} with the e-mail of the Atlassian account as ${inputName('source-username')}.`,
      denied:
        'The token needs the scope repository (access token) or read:repository:bitbucket (API token); for pull requests pullrequest or read:pullrequest:bitbucket.',
    },
  };
  return {
    resolve(repository, ref) {
      const path = `/repositories/${encodePath(repository)}`;
      const at = async (rest: string, ...keys: string[]) => {
        const found = await getJson(api, `${path}${rest}`);
        return found && textAt(found, ...keys);
      };
      // These two take a slash in the name as it is; /commit/ does not (BCLOUD-9969), but a short SHA has none.
      return resolveBy(
        {
          branch: (name) => at(`/refs/branches/${encodePath(name)}`, 'target', 'hash'),
          async tag(name) {
            const found = await getJson(api, `${path}/refs/tags/${encodePath(name)}`);
            const type = textAt(found, 'target', 'type');
            return type && type !== 'commit' ? null : found && textAt(found, 'target', 'hash');
          },
          shortSha: (digits) => at(`/commit/${digits}`, 'hash'),
        },
        ref,
        `${repository} on Bitbucket`,
      );
    },
    refs(repository, kinds) {
      const path = `/repositories/${encodePath(repository)}`;
      // Without `fields` each entry comes with its commit, its author and their avatars.
      const list = (what: string) =>
        valuesList(
          listsOf(api),
          `${path}/refs/${what}?pagelen=100&fields=next,values.name`,
          nextByAddress,
          names('name'),
        );
      const open = pullRequests('id', ['source', 'branch', 'name']);
      const fields = 'next,values.id,values.source.branch.name';
      return readRefs(
        {
          branches: () => list('branches'),
          tags: () => list('tags'),
          pullRequests: () =>
            valuesList(
              listsOf(api),
              `${path}/pullrequests?state=OPEN&pagelen=50&fields=${fields}`,
              nextByAddress,
              open,
            ),
        },
        kinds,
        `${repository} on Bitbucket`,
      );
    },
  };
}

/** A token alone is an access token (Bearer); with the account's e-mail it is an API token (Basic). */
function authorizationOf({ username, token }: SourceSettings): string | undefined {
  if (token === undefined) return undefined;
  return username === undefined ? `Bearer ${token}` : basicHeader(username, token);
}
