import { createGitHubApi, type GitHubToken } from '../../../github/octokit.js';
import type { Http } from '../../../http/client/http.js';
import { type LinkedList, listLinkedPages } from '../../../http/linked-pages.js';
import { describe, type HttpAnswer } from '../../../http/message.js';
import type { Pages } from '../../../http/paginate.js';
import { failureOf, jsonObject } from '../../../http/responses.js';
import { timeOf } from '../../../images/date.js';
import { digestIn } from '../../../images/digest.js';
import { formatRepository, type RepositoryName } from '../../../images/name.js';
import { Failure, usageFailure } from '../../../lib/errors.js';
import { isObject } from '../../../lib/json.js';
import { mostListed, notAllowed, packagesAdvice, refused, tooMany } from './answers.js';

/**
 * One container package on GitHub (https://docs.github.com/rest/packages/packages): what ghcr.io itself does not report
 * or do. Every call throws a Failure with GitHub's message: authentication, denied, not-found, server, network.
 */
export interface GhcrPackages {
  /**
   * Every version, 100 a request. GitHub shows those that were deleted for 30 days.
   * @throws Failure: unsupported when they are more than GitHub lists
   */
  versions(state: 'active' | 'deleted'): Pages<PackageVersion>;
  /** As it is now. @returns undefined when the package exists, and this version does not (any more) */
  version(id: number): Promise<PackageVersion | undefined>;
  /**
   * Deletes the manifest with all its tags, even where an index lists it.
   * @returns `missing` when the package exists, and this version does not (any more)
   * @throws Failure: unsupported for what GitHub never deletes
   */
  deleteVersion(id: number): Promise<'deleted' | 'missing'>;
  /** Puts a deleted version back, with its tags. @returns `missing` when GitHub has it no more (after 30 days) */
  restoreVersion(id: number): Promise<'restored' | 'missing'>;
}

export interface GhcrPackagesSettings {
  readonly http: Http;
  /** The API's address: `https://api.github.com`. */
  readonly api: string;
  /** See `packagesToken`. */
  readonly token: GitHubToken;
}

const pageSize = 100;

/**
 * The package of this repository. Nothing is sent yet.
 * @throws Failure (usage) for a name without an owner
 */
export function createGhcrPackages(repository: RepositoryName, settings: GhcrPackagesSettings): GhcrPackages {
  const api = createGitHubApi(settings.http, settings.api, settings.token);
  const origin = new URL(api.base);
  const [inOrganization, ofUser] = homesOf(repository);
  let home: string | undefined;

  /**
   * GET below the package. The first path that answers shows if its owner is an organization or a user, and is
   * remembered.
   */
  async function get(path: string): Promise<HttpAnswer> {
    if (home !== undefined) return api.request('GET', `${home}${path}`);
    const first = await api.request('GET', `${inOrganization}${path}`);
    if (first.status === 200) home = inOrganization;
    if (first.status !== 404) return first;
    const second = await api.request('GET', `${ofUser}${path}`);
    if (second.status === 200) home = ofUser;
    return second;
  }

  /** @throws Failure for every answer except that the package exists */
  async function requirePackage(): Promise<void> {
    const answer = await get('');
    if (answer.status !== 200) throw failureOf(answer, describe({ method: 'GET', url: answer.url }), packagesAdvice);
  }

  async function change(method: 'DELETE' | 'POST', path: string): Promise<HttpAnswer> {
    if (home === undefined) await requirePackage();
    // Deleting or restoring the same version twice does no harm.
    return api.request(method, `${home}${path}`, { repeatable: true });
  }

  const list: Omit<LinkedList<PackageVersion>, 'answer'> = {
    origin,
    // `Link` names owners by their number, in an address that begins as the API's does.
    send: (url) => api.request('GET', url.href.replace(api.base, '')),
    read: readVersion,
    keyOf: ({ id }) => id,
    failed: (answer, operation, page) =>
      answer.status === 400 && page > 1 ? tooMany(repository) : failureOf(answer, operation, packagesAdvice),
  };

  async function* versions(state: 'active' | 'deleted'): AsyncGenerator<readonly PackageVersion[]> {
    let count = 0;
    const answer = await get(`/versions?per_page=${pageSize}&state=${state}`);
    for await (const page of listLinkedPages({ ...list, answer })) {
      count += page.length;
      yield page;
    }
    // Exactly as many as the limit: whether these are all is unknown.
    if (count === mostListed) throw tooMany(repository);
  }

  async function version(id: number): Promise<PackageVersion | undefined> {
    const answer = await get(`/versions/${id}`);
    const operation = describe({ method: 'GET', url: answer.url });
    if (answer.status === 404) {
      await requirePackage();
      return undefined;
    }
    if (answer.status !== 200) throw failureOf(answer, operation, packagesAdvice);
    const read = readVersion(jsonObject(answer, operation));
    if (read !== undefined) return read;
    throw new Failure('server', { operation, reason: '200, but no version that can be read' });
  }

  return {
    versions,
    version,
    async deleteVersion(id) {
      const answer = await change('DELETE', `/versions/${id}`);
      if (isDone(answer)) return 'deleted';
      if (answer.status !== 404) throw refused(answer, 'DELETE');
      // 404 is also the answer to a user who may read, and not delete.
      if ((await version(id)) !== undefined) throw notAllowed(answer);
      return 'missing';
    },
    async restoreVersion(id) {
      const answer = await change('POST', `/versions/${id}/restore`);
      if (isDone(answer)) return 'restored';
      if (answer.status !== 404) throw refused(answer, 'POST');
      // If it exists, it was restored before: the answer to the first request was lost.
      return (await version(id)) === undefined ? 'missing' : 'restored';
    },
  };
}

/** The paths of the API for the package of an organization, and of a user. */
function homesOf(repository: RepositoryName): readonly [string, string] {
  const [owner = '', ...rest] = repository.path.split('/');
  const name = encodeURIComponent(rest.join('/'));
  if (name === '') {
    throw usageFailure(
      `${formatRepository(repository)} has no owner`,
      'Write the owner and the name, such as ghcr.io/acme/api.',
    );
  }
  return [`/orgs/${owner}/packages/container/${name}`, `/users/${owner}/packages/container/${name}`];
}

/** Digest → the number that GitHub has given the version. @throws Failure as the list does */
export async function idsByDigest(versions: Pages<PackageVersion>): Promise<ReadonlyMap<string, number>> {
  const ids = new Map<string, number>();
  for await (const page of versions) for (const { digest, id } of page) ids.set(digest, id);
  return ids;
}

function isDone({ status }: HttpAnswer): boolean {
  return status >= 200 && status <= 299;
}

/** A manifest in ghcr.io with all its tags: the children of an index are versions of their own, without tags. */
export interface PackageVersion {
  readonly id: number;
  readonly digest: string;
  readonly tags: readonly string[];
  readonly created: Date;
  readonly updated: Date;
}

/** The `package-version` of the API. A version without the field of its tags must not be taken for one without tags. */
export function readVersion(value: unknown): PackageVersion | undefined {
  if (!isObject(value) || !isObject(value.metadata) || !isObject(value.metadata.container)) return undefined;
  const { id } = value;
  const { tags } = value.metadata.container;
  const digest = digestIn(value.name);
  const created = timeOf(value.created_at);
  const updated = timeOf(value.updated_at);
  if (typeof id !== 'number' || !Number.isSafeInteger(id) || digest === undefined) return undefined;
  if (!Array.isArray(tags) || !tags.every((tag) => typeof tag === 'string')) return undefined;
  if (created === undefined || updated === undefined) return undefined;
  return { id, digest, tags, created, updated };
}
