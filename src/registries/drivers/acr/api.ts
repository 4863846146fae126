import { describe, type HttpAnswer, type HttpRequest } from '../../../http/message.js';
import {
  linkedPage,
  type Page,
  type PageRequest,
  type Pages,
  pageAt,
  paginate,
  readEntries,
  unreadableEntries,
} from '../../../http/paginate.js';
import { failureOf, jsonObject } from '../../../http/responses.js';
import { isDigest } from '../../../images/digest.js';
import { Failure } from '../../../lib/errors.js';
import type { Credentials } from '../../auth/credentials.js';
import { isMissing, refusePage } from '../../oci/answers.js';
import type { Deletion } from '../../oci/deletion.js';
import type { Reference } from '../../oci/manifest.js';
import type { Session } from '../../session.js';
import { type AcrManifest, type AcrTag, isLocked, readManifest, readTag } from './objects.js';

/**
 * One repository via Azure's own API (https://learn.microsoft.com/rest/api/containerregistry). Each request has a token
 * for the one permission that it requires, of this repository: registries that grant permissions by repository know no
 * wildcards. Every call throws a Failure: authentication, denied, not-found, server, network.
 */
export interface AcrApi {
  /** The permission of these credentials to read metadata here, and the lock of the repository. */
  attributes(): Promise<Attributes>;
  /** Every tag, or those on one manifest, 1000 a request. */
  tags(digest?: string): Pages<AcrTag>;
  /** @returns undefined if no such tag exists */
  tag(name: string): Promise<AcrTag | undefined>;
  /** Every manifest, 1000 a request. */
  manifests(): Pages<AcrManifest>;
  /**
   * Deletes a tag, which leaves its manifest, or a manifest by its digest with every tag on it. `unsupported`: the
   * manifest is locked, or a tag on it.
   * @throws Failure: denied also for a tag that is locked
   */
  delete(reference: Reference): Promise<Deletion>;
}

/** `refused`: these credentials may not read metadata, by a token nor without. */
export type Attributes =
  | { readonly kind: 'refused' | 'missing' }
  | { readonly kind: 'known'; readonly locked: boolean };

/** The most that a page holds. */
const pageSize = 1000;

const deleteAdvice =
  'The permission to delete is missing: assign the role AcrDelete (where permissions are granted by repository: Container ' +
  'Registry Repository Contributor), or add content/delete to the scope map of the token.';
const lockAdvice =
  'The tag, its manifest or the repository is locked: az acr repository show shows it, az acr repository update with ' +
  '--delete-enabled true --write-enabled true unlocks it.';

export interface AcrApiSettings {
  readonly session: Session;
  /** The repository without its registry: `team/app`. */
  readonly path: string;
  readonly credentials: Credentials;
}

/** Nothing is sent yet. */
export function createAcrApi({ session, path, credentials }: AcrApiSettings): AcrApi {
  const { origin } = session;
  const at = (below: string) => new URL(`/acr/v1/${path}${below}`, origin);
  const get = (url: URL) => session.send({ method: 'GET', url }, `repository:${path}:metadata_read`);

  /** @returns undefined if the registry itself answers that it does not exist */
  function objectIn(answer: HttpAnswer, url: URL): Record<string, unknown> | undefined {
    const request = { method: 'GET' as const, url };
    refusePage(answer, request);
    if (isMissing(answer, request)) return undefined;
    if (answer.status !== 200) throw failureOf(answer, describe(request), session.advice);
    return jsonObject(answer, describe(request));
  }

  function list<Entry>(
    url: URL,
    key: 'tags' | 'manifests',
    readEntry: (value: unknown) => Entry | undefined,
    nameOf: (entry: Entry) => string,
  ): Pages<Entry> {
    url.searchParams.set('n', String(pageSize));
    const read = (answer: HttpAnswer, request: PageRequest): Page<Entry> => {
      const { operation } = request;
      if (answer.status !== 200) throw failureOf(answer, operation, session.advice);
      const { imageName, [key]: listed } = jsonObject(answer, operation);
      // An empty list is `null`, or left out; an answer about something else does not mean that the list is empty.
      const values = listed ?? (listed === null || imageName !== undefined ? [] : undefined);
      if (!Array.isArray(values)) throw unreadableEntries(operation);
      const entries = readEntries(values, readEntry, operation);
      const last = entries.at(-1);
      return {
        entries,
        next: pageAt(origin, linkedPage(answer, request), request.url),
        probe: last !== undefined && entries.length >= pageSize ? after(request.url, nameOf(last)) : undefined,
      };
    };
    return paginate({ first: url, send: get, read, keyOf: nameOf });
  }

  return {
    async attributes() {
      const answer = await get(at(''));
      if (isRefusal(answer)) return { kind: 'refused' };
      const found = objectIn(answer, at(''));
      return found === undefined ? { kind: 'missing' } : { kind: 'known', locked: isLocked(found) };
    },
    tags(digest) {
      const url = at('/_tags');
      if (digest !== undefined) url.searchParams.set('digest', digest);
      return list(url, 'tags', readTag, ({ name }) => name);
    },
    async tag(name) {
      const url = at(`/_tags/${encodeURIComponent(name)}`);
      const found = objectIn(await get(url), url);
      if (found === undefined) return undefined;
      const tag = readTag(found.tag);
      if (tag?.name === name) return tag;
      throw unreadableEntries(describe({ method: 'GET', url }));
    },
    manifests: () => list(at('/_manifests'), 'manifests', readManifest, ({ digest }) => digest),
    async delete(reference) {
      const url = isDigest(reference)
        ? new URL(`/v2/${path}/manifests/${reference}`, origin)
        : at(`/_tags/${encodeURIComponent(reference)}`);
      const request: HttpRequest = { method: 'DELETE', url };
      const answer = await session.send(request, `repository:${path}:delete`);
      if (answer.status === 202 || answer.status === 200) return { kind: 'deleted' };
      if (isMissing(answer, request)) return { kind: 'missing' };
      const failure = failureOf(answer, describe(request), session.adviceTo('delete'));
      const refused = (advice: string) => new Failure('denied', { operation: '', reason: failure.message, advice });
      if (isRefusal(answer) && credentials.kind !== 'anonymous') throw refused(deleteAdvice);
      if (answer.status !== 405) throw failure;
      if (isDigest(reference)) return { kind: 'unsupported', status: 405, words: failure.message };
      throw refused(lockAdvice);
    },
  };
}

/** A token that the registry's own service gave is not enough. */
function isRefusal({ status, redirectedFrom }: HttpAnswer): boolean {
  return (status === 401 || status === 403) && redirectedFrom === undefined;
}

function after(url: URL, last: string): URL {
  const next = new URL(url);
  next.searchParams.set('last', last);
  return next;
}
