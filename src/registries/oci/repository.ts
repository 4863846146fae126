import { describe, type HttpAnswer, type HttpRequest } from '../../http/message.js';
import type { Pages } from '../../http/paginate.js';
import { failureOf } from '../../http/responses.js';
import type { Failure } from '../../lib/errors.js';
import type { Session } from '../session.js';
import {
  deleteFailure,
  isMissing,
  isProtected,
  lacksContent,
  mayBeMissing,
  pushFailure,
  readHead,
  readManifest,
  refusesSuch,
  verify,
} from './answers.js';
import { type Blobs, createBlobs } from './blobs.js';
import type { Deletion } from './deletion.js';
import { referrersTag } from './fallback-index.js';
import { type Descriptor, type Manifest, manifestLimit, type Reference } from './manifest.js';
import { manifestTypes } from './media-types.js';
import { listPages } from './pages.js';
import { listReferrers } from './referrers.js';

/** The operations for which a repository is opened. */
export type Access = 'pull' | 'push' | 'delete';

const actions: Record<Access, string> = { pull: 'pull', push: 'pull,push', delete: 'pull,push,delete' };

const lacking =
  'The manifest lists a blob or manifest that the registry does not have in this repository: push that first. A foreign ' +
  'layer, whose content is elsewhere, is refused by registries that are not configured for it.';

/** A manifest that can be put: its bytes as they are. */
export type PlainManifest = Pick<Manifest, 'bytes' | 'descriptor'>;

/**
 * The outcome of a put. `subjectNoted`: the registry keeps the list of referrers itself (`OCI-Subject`), no fallback
 * tag is needed. `incomplete`: it does not have a blob or a manifest that this one lists, by its own words.
 */
export type Put =
  | { readonly kind: 'put'; readonly subjectNoted: boolean }
  | { readonly kind: 'incomplete'; readonly failure: Failure };

/** One repository in a registry: OCI distribution specification 1.1. */
export interface Repository extends Blobs {
  /** Begins with what any request here will need: the connection, and the token where its service is known. */
  prepare(): void;
  /** Any other request about this repository, with the token that those here have. */
  send(request: HttpRequest): Promise<HttpAnswer>;
  /**
   * True if the manifest exists, by HEAD (which on Docker Hub costs no pull).
   * @returns undefined when, and only when, the registry answers 404 to exactly this request
   * @throws Failure for every other answer: unknown is not missing.
   */
  head(reference: Reference): Promise<Descriptor | undefined>;
  /**
   * The manifest, of at most 4 MiB, its digest verified.
   * @returns undefined as for `head`
   */
  manifest(reference: Reference): Promise<Manifest | undefined>;
  /** A small blob such as an image's config, of at most 4 MiB, its digest verified. */
  smallBlob(descriptor: Descriptor): Promise<Buffer>;
  /** All tags, in the registry's order. @throws Failure (not-found) if no such repository exists. */
  tags(): Pages<string>;
  /**
   * The referrers of this manifest (signatures, SBOMs, attestations): via the referrers API, or at the fallback tag
   * `sha256-<hex>` where the registry has none, or lists nothing. Types and annotations in such lists may be wrong:
   * only the referrer itself is right about them (sigstore/cosign#4641).
   */
  referrers(digest: string): Promise<readonly Descriptor[]>;
  /**
   * The same via the referrers API alone; undefined where the registry has none.
   * @param onDoubt gets the answer that it was taken for, where that was not 404: a page, a redirect, 405
   */
  referrersByApi(digest: string, onDoubt?: (doubt: Failure) => void): Promise<readonly Descriptor[] | undefined>;
  /**
   * Puts a manifest, bytes unchanged, at a tag or at its digest. Its blobs and children must be there.
   */
  putManifest(reference: Reference, manifest: PlainManifest): Promise<Put>;
  /** Deletes the tag or the digest of the reference; never the one for the other. */
  deleteManifest(reference: Reference): Promise<Deletion>;
}

/** The part that is enough to read images. */
export type ImageReader = Pick<Repository, 'head' | 'manifest' | 'smallBlob'>;

/**
 * By the OCI distribution specification, on a session that is logged in.
 * @param path the repository without its registry: `acme/app`
 * @param allowed the actions of the token’s scope, where they are not the usual ones of this access
 */
export function createRepository(
  session: Session,
  path: string,
  access: Access,
  allowed = actions[access],
): Repository {
  const scope = `repository:${path}:${allowed}`;
  const at = (kind: 'manifests' | 'blobs' | 'referrers', reference: string) =>
    new URL(`/v2/${path}/${kind}/${reference}`, session.origin);
  const send = (request: HttpRequest) => session.send(request, scope);
  const accept = manifestTypes.join(', ');

  async function getManifest(reference: Reference): Promise<Manifest | undefined> {
    const request = {
      method: 'GET' as const,
      url: at('manifests', reference),
      headers: { accept },
      limit: manifestLimit,
    };
    const answer = await send(request);
    if (isMissing(answer, request)) return undefined;
    if (answer.status !== 200) throw failureOf(answer, describe(request), session.advice);
    return readManifest(answer, request, reference);
  }

  const referrersByApi: Repository['referrersByApi'] = (digest, onDoubt) =>
    listReferrers(session, at('referrers', digest), scope, onDoubt);

  return {
    ...createBlobs(session, path, scope),
    prepare: () => session.prepare(scope),
    send,
    manifest: getManifest,
    async head(reference) {
      const request = { method: 'HEAD' as const, url: at('manifests', reference), headers: { accept } };
      const answer = await send(request);
      if (isMissing(answer, request)) return undefined;
      const descriptor = answer.status === 200 ? readHead(answer, reference) : undefined;
      if (descriptor) return descriptor;
      // 200 without a digest or with another type, 405, 406: HEAD is not enough here, and a GET follows. So it does
      // where the words of a refusal or the body of a 404 count: a HEAD has none.
      const isRefusal = answer.status >= 400 && answer.status <= 403 && session.advice.kindOf !== undefined;
      const isUnclear = isRefusal || mayBeMissing(answer, request);
      if (!isUnclear && ![200, 405, 406].includes(answer.status)) {
        throw failureOf(answer, describe(request), session.advice);
      }
      return (await getManifest(reference))?.descriptor;
    },
    async smallBlob({ digest }) {
      const request = { method: 'GET' as const, url: at('blobs', digest), limit: manifestLimit };
      const answer = await send(request);
      if (answer.status !== 200) throw failureOf(answer, describe(request), session.advice);
      verify(answer, request, digest);
      return answer.body;
    },
    tags: () => listPages(session, `/v2/${path}/tags/list`, scope, 'tags'),
    referrersByApi,
    async referrers(digest) {
      const listed = await referrersByApi(digest);
      if (listed !== undefined && listed.length > 0) return listed;
      const tagged = await getManifest(referrersTag(digest));
      return tagged?.content.kind === 'index' ? tagged.content.manifests : [];
    },
    async putManifest(reference, { bytes, descriptor }) {
      const request = {
        method: 'PUT' as const,
        url: at('manifests', reference),
        headers: { 'content-type': descriptor.mediaType },
        body: bytes,
      };
      const answer = await send(request);
      if (answer.status === 201) {
        const listsReferrers = session.traits().noReferrersApi === undefined;
        return { kind: 'put', subjectNoted: listsReferrers && answer.header('oci-subject') !== undefined };
      }
      if (lacksContent(answer)) {
        const advice = { ...session.adviceTo('push'), 'not-found': lacking, server: lacking };
        return { kind: 'incomplete', failure: failureOf(answer, describe(request), advice) };
      }
      throw pushFailure(answer, describe(request), session.adviceTo('push'));
    },
    async deleteManifest(reference) {
      const request = { method: 'DELETE' as const, url: at('manifests', reference) };
      const answer = await send(request);
      if (answer.status === 202 || answer.status === 200 || answer.status === 204) return { kind: 'deleted' };
      if (isMissing(answer, request)) return { kind: 'missing' };
      const failure = deleteFailure(answer, describe(request), session.adviceTo('delete'));
      if (isProtected(answer)) return { kind: 'locked', failure };
      // Besides, 400 DIGEST_INVALID from distribution 2, which knows no tags here.
      const isUnsupported = refusesSuch(answer) || (answer.status === 400 && answer.redirectedFrom === undefined);
      if (!isUnsupported) throw failure;
      return { kind: 'unsupported', status: answer.status, words: failure.message };
    },
  };
}

/** @throws Failure when the registry does not have what the manifest lists, too */
export async function mustPut(
  repository: Pick<Repository, 'putManifest'>,
  reference: Reference,
  manifest: PlainManifest,
): Promise<{ readonly subjectNoted: boolean }> {
  const put = await repository.putManifest(reference, manifest);
  if (put.kind === 'incomplete') throw put.failure;
  return put;
}
