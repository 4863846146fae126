import { describe, type HttpAnswer, type HttpRequest } from '../../../http/message.js';
import type { Pages } from '../../../http/paginate.js';
import { type Advice, failureOf, jsonObject } from '../../../http/responses.js';
import { Failure } from '../../../lib/errors.js';
import { usernameAndPassword } from '../../../lib/input-names.js';
import { type HubRepository, type HubRepositoryDetails, type HubTag, readRepository, readTag } from './objects.js';
import { listHubPages } from './pages.js';
import {
  hubRequest,
  isMissingAtHub,
  listPath,
  oldRepositoryPath,
  oldTagPath,
  repositoryPath,
  tagPath,
} from './requests.js';
import { type DockerHubSettings, openHubSession } from './session.js';

/**
 * Docker Hub's own API (https://docs.docker.com/reference/api/hub/latest/): what its registry does not report.
 * A namespace is a user or an organization, `library` for official images. Every call throws a Failure, in Docker Hub's
 * terms: authentication, denied, not-found, server, network.
 */
export interface DockerHub {
  /**
   * Every tag, in no order to rely on, 100 a request. @throws Failure (not-found): no such repository, or a private
   * one.
   */
  tags(namespace: string, name: string): Pages<HubTag>;
  /** @returns undefined when it is missing: perhaps only there, whose list lags behind the registry for a while. */
  tag(namespace: string, name: string, tag: string): Promise<HubTag | undefined>;
  /**
   * Every repository that these credentials may see, by name, 100 a request; none for a namespace that is not there.
   */
  repositories(namespace: string): Pages<HubRepository>;
  /**
   * @returns undefined when it is missing, or private and not for these credentials: Docker Hub makes no difference.
   */
  repository(namespace: string, name: string): Promise<HubRepositoryDetails | undefined>;
  /** Makes the repository; one that exists already is given back as it is. */
  createRepository(namespace: string, name: string, wanted?: NewHubRepository): Promise<CreatedHubRepository>;
  /** Changes what is given, and leaves the rest. */
  updateRepository(namespace: string, name: string, changes: HubDescriptions): Promise<void>;
  setPrivate(namespace: string, name: string, isPrivate: boolean): Promise<void>;
  /**
   * Deletes one tag, and no other that has the same digest.
   * @returns `missing` when the repository exists, and this tag does not (any more)
   */
  deleteTag(namespace: string, name: string, tag: string): Promise<'deleted' | 'missing'>;
}

export interface HubDescriptions {
  /** At most 100 characters. */
  readonly description?: string;
  /** Markdown, at most 25,000 characters. */
  readonly fullDescription?: string;
}

export interface NewHubRepository extends HubDescriptions {
  /** Default: what Docker Hub makes of it, which is public. */
  readonly private?: boolean;
}

export interface CreatedHubRepository {
  readonly repository: HubRepositoryDetails;
  /** False: it was there before. */
  readonly created: boolean;
}

const manageAdvice =
  'This requires a personal access token with Read, Write, Delete of an admin of the repository; an ' +
  'organization access token is not enough.';
const valuesAdvice =
  'Docker Hub accepts names of 2 to 255 lower-case letters and digits with single . _ - between them, descriptions of at ' +
  'most 100 characters and full descriptions of at most 25,000.';

/** By Docker Hub’s published API: https://docs.docker.com/reference/api/hub/latest/ */
export function createDockerHub(settings: DockerHubSettings): DockerHub {
  const session = openHubSession(settings);
  const advice: Advice = {
    authentication: session.anonymous
      ? `Give ${usernameAndPassword}: a personal access token, or an organization’s name and its access token.`
      : 'Docker Hub accepted these credentials, but not the token that it issued for them: an organization access token may ' +
        'not do this; use the personal access token of a member.',
    denied: 'These credentials may not read this: use a personal access token with Read of an account with access.',
    'not-found':
      'Docker Hub returns the same for a repository that does not exist and for one that these credentials may not see: check the name, and ' +
      `give ${usernameAndPassword} (an access token of an account with access).`,
  };
  const managing: Advice = { ...advice, denied: manageAdvice };

  async function repository(namespace: string, name: string): Promise<HubRepositoryDetails | undefined> {
    const request = hubRequest('GET', repositoryPath(namespace, name));
    const answer = await session.send(request);
    if (isMissingAtHub(answer)) return undefined;
    if (answer.status !== 200) throw failureOf(answer, describe(request), advice);
    return detailsOf(answer, request, namespace);
  }

  async function change(request: HttpRequest): Promise<void> {
    const answer = await session.send({ ...request, repeatable: true });
    if (answer.status < 200 || answer.status > 299) throw refused(answer, request);
  }

  function refused(answer: HttpAnswer, request: HttpRequest): Failure {
    const values = answer.status === 400 || answer.status === 422 ? { server: valuesAdvice } : {};
    return failureOf(answer, describe(request), { ...managing, ...values });
  }

  return {
    tags: (namespace, name) => listHubPages(session, `${repositoryPath(namespace, name)}/tags`, readTag, advice),

    async tag(namespace, name, tag) {
      const request = hubRequest('GET', tagPath(namespace, name, tag));
      const answer = await session.send(request);
      if (isMissingAtHub(answer)) return undefined;
      if (answer.status !== 200) throw failureOf(answer, describe(request), advice);
      return readTag(jsonObject(answer, describe(request)));
    },

    repositories: (namespace) =>
      listHubPages(
        session,
        `${listPath(namespace)}?ordering=name`,
        (entry) => readRepository(entry, namespace),
        advice,
      ),

    repository,

    async createRepository(namespace, name, wanted = {}) {
      const existing = await repository(namespace, name);
      if (existing !== undefined) return { repository: existing, created: false };
      const request = hubRequest('POST', listPath(namespace), {
        name,
        namespace,
        registry: 'docker.io',
        ...(wanted.private === undefined ? {} : { is_private: wanted.private }),
        ...descriptionsOf(wanted),
      });
      const outcome = await session.send(request).catch(lostAnswer);
      if (!(outcome instanceof Failure) && (outcome.status === 200 || outcome.status === 201)) {
        return { repository: detailsOf(outcome, request, namespace), created: true };
      }
      // Not sent again blindly: a look shows whether it came into being. It was not there before; where the request
      // was refused and it exists now, another client has made it meanwhile.
      const unclear = outcome instanceof Failure || outcome.status === 408 || outcome.status >= 500;
      const conflict = !unclear && (outcome.status === 400 || outcome.status === 409);
      const found = unclear || conflict ? await repository(namespace, name) : undefined;
      if (found !== undefined) return { repository: found, created: unclear };
      throw outcome instanceof Failure ? outcome : refused(outcome, request);
    },

    // Not in the OpenAPI document; as docker/hub-mcp does it.
    updateRepository: (namespace, name, changes) =>
      change(hubRequest('PATCH', repositoryPath(namespace, name), descriptionsOf(changes))),

    // Not in the OpenAPI document; as docker/terraform-provider-docker does it.
    setPrivate: (namespace, name, isPrivate) =>
      change(hubRequest('POST', `${oldRepositoryPath(namespace, name)}/privacy`, { is_private: isPrivate })),

    // Not in the OpenAPI document; as docker/hub-tool does it. The registry's own route leaves the tag in Docker Hub's
    // list (docker/hub-feedback#2361).
    async deleteTag(namespace, name, tag) {
      const request = hubRequest('DELETE', oldTagPath(namespace, name, tag));
      const answer = await session.send(request);
      if (answer.status >= 200 && answer.status <= 299) return 'deleted';
      // 404 is also the answer about a repository that these credentials may not see, where nothing is gone.
      if (isMissingAtHub(answer) && (await repository(namespace, name)) !== undefined) return 'missing';
      const denied = `${manageAdvice} A tag that the repository’s settings make immutable cannot be deleted at all.`;
      throw failureOf(answer, describe(request), { ...advice, denied });
    },
  };
}

function descriptionsOf({ description, fullDescription }: HubDescriptions): Record<string, string> {
  return {
    ...(description === undefined ? {} : { description }),
    ...(fullDescription === undefined ? {} : { full_description: fullDescription }),
  };
}

function detailsOf(answer: HttpAnswer, request: HttpRequest, namespace: string): HubRepositoryDetails {
  const details = readRepository(jsonObject(answer, describe(request)), namespace);
  if (details !== undefined) return details;
  throw new Failure('server', {
    operation: describe(request),
    reason: `${answer.status}, but no repository that can be read`,
  });
}

/** The request may have been done, or not: there was no answer. */
function lostAnswer(error: unknown): Failure {
  if (error instanceof Failure && error.kind === 'network') return error;
  throw error;
}
