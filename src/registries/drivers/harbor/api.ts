import { basicHeader } from '../../../http/headers.js';
import { listLinkedPages } from '../../../http/linked-pages.js';
import { describe, type HttpAnswer, type HttpRequest } from '../../../http/message.js';
import type { Pages } from '../../../http/paginate.js';
import { type Advice, failureOf } from '../../../http/responses.js';
import { sameOrigin } from '../../../http/url-policy.js';
import { formatRepository, type RepositoryName } from '../../../images/name.js';
import { Failure, usageFailure } from '../../../lib/errors.js';
import { usernameAndPassword } from '../../../lib/input-names.js';
import type { Credentials } from '../../auth/credentials.js';
import { deleteFailure } from '../../oci/answers.js';
import type { DriverSettings } from '../driver.js';
import { type HarborArtifact, readArtifact } from './objects.js';

/**
 * One repository via Harbor's own API, version 2.0: what the registry does not report or do. Every call throws a
 * Failure: authentication, denied, not-found, server, network.
 */
export interface Harbor {
  /**
   * Every artifact that has a tag or that no index lists, 100 a request: children and accessories (signatures) are
   * named by those that they belong to, and are not artifacts of this list.
   */
  artifacts(): Pages<HarborArtifact>;
  /**
   * Takes a tag off its artifact, which stays, with its other tags.
   * @returns `missing` when the repository exists, and this tag is not on this digest (any more)
   * @throws Failure: denied also for a tag that a rule makes immutable
   */
  deleteTag(digest: string, tag: string): Promise<'deleted' | 'missing'>;
}

export type HarborSettings = Pick<DriverSettings, 'http' | 'credentials' | 'credentialsOf' | 'origin'>;

const pageSize = 100;

const deniedAdvice =
  'A robot account needs the permissions for it in its project (list artifact, delete tag), a person the role Maintainer.';
const advice: Advice = {
  authentication:
    `Give ${usernameAndPassword}: a user (where login is by OIDC, with the CLI secret of the profile), or a robot ` +
    'account by its whole name, robot$PROJECT+NAME, and its secret.',
  denied: deniedAdvice,
  'not-found': `Check the project and the name; Harbor returns the same if the account has no access. ${deniedAdvice}`,
};

/**
 * The repository of this name. Nothing is sent yet.
 * @throws Failure (usage) for a name without a project
 */
export function createHarbor(repository: RepositoryName, settings: HarborSettings): Harbor {
  const { http, origin } = settings;
  const home = pathOf(repository);

  async function send(method: HttpRequest['method'], url: URL): Promise<HttpAnswer> {
    const credentials = (await settings.credentialsOf?.(repository.path)) ?? settings.credentials;
    return http.request({ method, url, headers: { accept: 'application/json', ...authorizationOf(credentials) } });
  }

  return {
    async *artifacts() {
      const wanted = 'with_tag=true&with_immutable_status=true&with_accessory=true';
      const first = new URL(`${home}/artifacts?page_size=${pageSize}&${wanted}`, origin);
      yield* listLinkedPages({
        origin,
        answer: await send('GET', first),
        send: (url) => send('GET', url),
        read: readArtifact,
        keyOf: ({ digest }) => digest,
        failed: (answer, operation) => failureOf(answer, operation, advice),
      });
    },
    async deleteTag(digest, tag) {
      const url = new URL(`${home}/artifacts/${digest}/tags/${encodeURIComponent(tag)}`, origin);
      const answer = await send('DELETE', url);
      if (answer.status >= 200 && answer.status <= 299) return 'deleted';
      if (answer.status !== 404 || !sameOrigin(answer.url, origin)) {
        throw deleteFailure(answer, describe({ method: 'DELETE', url }), advice);
      }
      const there = await send('GET', new URL(home, origin));
      if (there.status !== 200) throw failureOf(there, describe({ method: 'GET', url: there.url }), advice);
      return 'missing';
    },
  };
}

/** The slashes in the name within its project are encoded twice (the API's description of `repository_name`). */
function pathOf(repository: RepositoryName): string {
  const [project = '', ...rest] = repository.path.split('/');
  if (rest.length === 0) {
    throw usageFailure(`${formatRepository(repository)} has no project`, 'Write HOST/PROJECT/NAME.');
  }
  return `/api/v2.0/projects/${project}/repositories/${encodeURIComponent(encodeURIComponent(rest.join('/')))}`;
}

function authorizationOf(credentials: Credentials): { readonly authorization?: string } {
  switch (credentials.kind) {
    case 'anonymous':
      return {};
    case 'password':
      return { authorization: basicHeader(credentials.username, credentials.password) };
    case 'identity':
      return { authorization: basicHeader(credentials.username, credentials.token) };
    case 'bearer':
    case 'issued':
      throw new Failure('authentication', {
        operation: 'Logging in to Harbor’s API',
        reason: 'the Docker config has only a registry token, which the API does not accept',
        advice: advice.authentication,
      });
  }
}
