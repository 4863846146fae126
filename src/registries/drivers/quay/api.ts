import { basicHeader } from '../../../http/headers.js';
import { describe, encodePath, type HttpAnswer, type HttpRequest } from '../../../http/message.js';
import type { Pages } from '../../../http/paginate.js';
import { type Advice, failureOf, jsonObject } from '../../../http/responses.js';
import { formatImage, type RepositoryName } from '../../../images/name.js';
import { Failure } from '../../../lib/errors.js';
import { inputName, inputValue } from '../../../lib/input-names.js';
import { textOf } from '../../../lib/json.js';
import type { Credentials } from '../../auth/credentials.js';
import { deleteFailure } from '../../oci/answers.js';
import type { DriverSettings, RepositorySummary } from '../driver.js';
import { type QuayTag, readRepository } from './objects.js';
import { listByToken, listTags, readTags } from './pages.js';

/**
 * Quay's API (https://docs.quay.io/api/), with an OAuth access token or anonymously: it accepts no other credentials. A
 * token that is not valid counts as none. Every call throws a Failure: authentication, denied, not-found, server,
 * network.
 */
export interface QuayApi {
  /** True if a token exists: only then can anything be changed. */
  readonly hasToken: boolean;
  /**
   * The first page of the tags that exist, 100 a page, the one that was put on its manifest last first.
   * @returns undefined: these credentials do not see the repository, or the API does not exist
   */
  firstTags(name: RepositoryName): Promise<HttpAnswer | undefined>;
  /** All pages of it. @param first where it has been requested already */
  tags(name: RepositoryName, first?: HttpAnswer): Pages<QuayTag>;
  /** @param first the first page, where it has been requested just now: the tag may be on it */
  tag(name: RepositoryName, tag: string, first?: HttpAnswer): Promise<QuayTag | undefined>;
  /** @returns false if no such tag exists, or no such repository */
  deleteTag(name: RepositoryName, tag: string): Promise<boolean>;
  /** Puts a tag on a manifest that Quay still has. @returns false where it does not */
  restoreTag(name: RepositoryName, tag: string, digest: string): Promise<boolean>;
  /**
   * The repositories of a namespace that are public, or that the user of the token may see.
   * @throws Failure (unsupported) for credentials that the API does not accept: they may see more than it lists
   */
  repositories(namespace: string): Pages<RepositorySummary>;
}

const oauthUser = '$oauthtoken';
const tokenAdvice =
  `Quay’s API accepts OAuth access tokens alone: give ${inputValue('username', oauthUser)} and a token as ` +
  `${inputName('password')}, with repo:read to list and repo:write to delete and restore.`;
const advice: Advice = {
  authentication: `${tokenAdvice} One that has expired counts as none.`,
  denied: 'The OAuth access token needs repo:write, and its user the permission Write in the repository.',
  'not-found': 'Check the namespace and the name.',
};

/** Nothing is sent yet. */
export function createQuayApi(settings: DriverSettings, credentials: Credentials): QuayApi {
  const { http, origin, mask } = settings;
  const token =
    credentials.kind === 'password' && credentials.username === oauthUser ? credentials.password : undefined;

  function send(method: HttpRequest['method'], url: URL, body?: Record<string, unknown>): Promise<HttpAnswer> {
    const headers = {
      accept: 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    // Restoring a tag twice does no harm.
    return http.request({ method, url, headers, ...content, sameOriginOnly: true, repeatable: true });
  }

  const tagsAt = ({ path }: RepositoryName, rest = '') =>
    new URL(`/api/v1/repository/${encodePath(path)}/tag/${rest}`, origin);
  const firstPage = (name: RepositoryName) => tagsAt(name, '?onlyActiveTags=true&limit=100&page=1');
  const get = (url: URL) => send('GET', url);

  /** An expired token counts as none, and would show the public repositories alone. */
  async function checkToken(user: string, password: string): Promise<void> {
    const url = new URL(`/v2/auth?service=${encodeURIComponent(origin.host)}`, origin);
    const headers = { authorization: basicHeader(user, password) };
    const answer = await http.request({ method: 'GET', url, headers, sameOriginOnly: true });
    const operation = describe({ method: 'GET', url });
    if (answer.status !== 200) throw failureOf(answer, operation, advice);
    const given = textOf(jsonObject(answer, operation).token);
    if (given !== undefined) mask(given);
  }

  return {
    hasToken: token !== undefined,
    async firstTags(name) {
      const url = firstPage(name);
      const answer = await get(url);
      if (isNone(answer)) return undefined;
      if (answer.status !== 200) throw failureOf(answer, describe({ method: 'GET', url }), advice);
      return answer;
    },
    tags: (name, first) => listTags(firstPage(name), first, get, advice),
    async tag(name, tag, first) {
      const find = (answer: HttpAnswer, url: URL) => {
        const { entries, hasMore } = readTags(answer, describe({ method: 'GET', url }), advice);
        return { found: entries.find((one) => one.name === tag), hasMore };
      };
      const { found, hasMore } = first === undefined ? { hasMore: true } : find(first, first.url);
      if (found !== undefined || !hasMore) return found;
      const url = tagsAt(name, `?onlyActiveTags=true&limit=100&page=1&specificTag=${encodeURIComponent(tag)}`);
      return find(await get(url), url).found;
    },
    async deleteTag(name, tag) {
      const url = tagsAt(name, encodeURIComponent(tag));
      const answer = await send('DELETE', url);
      if (answer.status >= 200 && answer.status <= 299) return true;
      if (answer.status === 404) return false;
      throw deleteFailure(answer, describe({ method: 'DELETE', url }), advice);
    },
    async restoreTag(name, tag, digest) {
      const url = tagsAt(name, `${encodeURIComponent(tag)}/restore`);
      const answer = await send('POST', url, { manifest_digest: digest });
      if (answer.status >= 200 && answer.status <= 299) return true;
      if (answer.status === 404) return false;
      throw failureOf(answer, `Restoring ${formatImage({ ...name, tag })}`, advice);
    },
    async *repositories(namespace) {
      if (token !== undefined) await checkToken(oauthUser, token);
      else if (credentials.kind !== 'anonymous') {
        throw new Failure('unsupported', {
          operation: `the repositories of ${namespace} on ${origin.host}`,
          reason:
            'Quay’s API does not accept these credentials: a robot account or a password is for its registry alone',
          advice: `${tokenAdvice} Without credentials the public repositories are listed.`,
        });
      }
      const query = `namespace=${encodeURIComponent(namespace)}&public=true&last_modified=true`;
      yield* listByToken(new URL(`/api/v1/repository?${query}`, origin), get, readRepository, advice);
    },
  };
}

/**
 * Quay answers 401 without credentials, 403 with some and 404 for what does not exist; another server may have a page
 * or a redirect.
 */
function isNone({ status, header }: HttpAnswer): boolean {
  const isPage = /^text\/html/i.test(header('content-type') ?? '') && status === 200;
  return isPage || [401, 403, 404, 405].includes(status) || (status >= 300 && status <= 399);
}
