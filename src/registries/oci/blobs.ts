import { describe, type HttpAnswer, type HttpRequest, type UploadContent } from '../../http/message.js';
import { failureOf } from '../../http/responses.js';
import { Failure } from '../../lib/errors.js';
import type { Session } from '../session.js';
import { isMissing, lengthOf, pushFailure, refusePage } from './answers.js';
import { readBlob } from './blob-reading.js';
import { isLasting, observeErrors, uploadLocation, withQuery } from './blob-uploads.js';
import type { SizedDescriptor } from './manifest.js';

/**
 * The outcome of a mount. `not-mounted`: the blob must be sent, to `location` where the registry has opened an upload.
 */
export type Mount = { readonly kind: 'mounted' } | { readonly kind: 'not-mounted'; readonly location?: URL };

/** The result of a HEAD for a blob. */
export interface BlobHead {
  /** Bytes; undefined if the registry did not report it. */
  readonly size: number | undefined;
}

/** The blobs of one repository. */
export interface Blobs {
  /**
   * True if the blob exists, by HEAD, also where a redirect leads to its storage.
   * @returns undefined when, and only when, the registry answers 404 to exactly this request
   * @throws Failure for every other answer, a web page among them: unknown is not missing
   */
  headBlob(digest: string): Promise<BlobHead | undefined>;
  /** True if the blob need not be sent, by HEAD. */
  hasBlob(digest: string): Promise<boolean>;
  /**
   * The blob in chunks; the last one only comes when size and digest are right. A read that breaks off is resumed
   * where it broke (`Range`). Reading begins when the first chunk is requested.
   * @throws Failure: server for other content than the digest's, network when it breaks off again and again
   */
  blob(descriptor: SizedDescriptor): AsyncIterable<Buffer>;
  /**
   * Takes a blob over from another repository of the same registry, where the registry and the credentials allow it.
   */
  mountBlob(digest: string, from: string): Promise<Mount>;
  /**
   * Sends a blob.
   * @param read gives the content anew for each try
   * @param location where `mountBlob` opened an upload
   * @throws Failure; errors of the source are thrown as they are, and end the upload
   */
  uploadBlob(descriptor: SizedDescriptor, read: () => AsyncIterable<Buffer>, location?: URL): Promise<void>;
}

interface Refused {
  readonly answer: HttpAnswer;
  readonly request: HttpRequest;
}

const tries = 4;
const firstWait = 500;
/** ACR takes no more than 20 MB in one PUT; a larger blob goes as one PATCH, as docker push has always sent it. */
const largestPut = 16 * 1024 * 1024;
const binary = { 'content-type': 'application/octet-stream' };
const nothing = { method: 'POST', headers: { 'content-length': '0' }, repeatable: true } as const;

/**
 * @param path the repository without its registry: `acme/app`
 * @param scope what its requests need: `repository:acme/app:pull,push`
 */
export function createBlobs(session: Session, path: string, scope: string): Blobs {
  const { origin } = session;
  const at = (rest: string) => new URL(`/v2/${path}/blobs/${rest}`, origin);

  /** Repositories that no token is given for: the credentials are for this one alone. */
  const withheld = new Set<string>();

  async function openUpload(): Promise<URL> {
    const request = { ...nothing, url: at('uploads/') };
    const answer = await session.send(request, scope);
    if (answer.status !== 202) throw pushFailure(answer, describe(request), session.adviceTo('push'));
    return uploadLocation(answer, request, origin);
  }

  /** One try at an upload that is open: undefined when it is complete, else the refusal. */
  async function sendTo(
    location: URL,
    { digest, size }: SizedDescriptor,
    chunks: AsyncIterable<Buffer>,
  ): Promise<Refused | undefined> {
    const content = { length: size, chunks };
    if (size <= largestPut) return finish(location, digest, content);
    const part = { method: 'PATCH', url: location, headers: binary } as const;
    const answer = await session.upload(part, content, scope);
    // 202 by the specification; GCR answers 204.
    if (answer.status !== 202 && answer.status !== 204) return { answer, request: part };
    return finish(uploadLocation(answer, part, origin), digest, { length: 0, chunks: none() });
  }

  async function finish(location: URL, digest: string, content: UploadContent): Promise<Refused | undefined> {
    const request = { method: 'PUT', url: withQuery(location, 'digest', digest), headers: binary } as const;
    const answer = await session.upload(request, content, scope);
    return answer.status === 201 ? undefined : { answer, request };
  }

  async function sendHead(digest: string) {
    const request = { method: 'HEAD', url: at(digest) } as const;
    return { request, answer: await session.send(request, scope) };
  }

  return {
    async headBlob(digest) {
      const { request, answer } = await sendHead(digest);
      refusePage(answer, request);
      if (isMissing(answer, request)) return undefined;
      if (answer.status === 200) return { size: sizeIn(answer) };
      throw failureOf(answer, describe(request), session.advice);
    },
    async hasBlob(digest) {
      const { request, answer } = await sendHead(digest);
      if (answer.status === 200) return true;
      // Where storage elsewhere refuses a HEAD, sending the blob once more does no harm.
      if (isMissing(answer, request) || answer.url.origin !== origin.origin) return false;
      throw failureOf(answer, describe(request), session.advice);
    },
    blob: (descriptor) => readBlob(session, at(descriptor.digest), scope, descriptor),
    async mountBlob(digest, from) {
      const request = {
        ...nothing,
        url: at(`uploads/?mount=${encodeURIComponent(digest)}&from=${encodeURIComponent(from)}`),
      };
      const answer = withheld.has(from)
        ? undefined
        : await session.send(request, `${scope} repository:${from}:pull`).catch(refusedToken);
      if (answer === undefined) {
        withheld.add(from);
        return { kind: 'not-mounted' };
      }
      if (answer.status === 201) return { kind: 'mounted' };
      if (answer.status === 202) return { kind: 'not-mounted', location: uploadLocation(answer, request, origin) };
      // A refusal is about the mount (no right to read there, switched off in some registries): sending may be allowed
      // all the same.
      if (answer.status >= 400 && answer.status < 500 && answer.status !== 429) return { kind: 'not-mounted' };
      throw pushFailure(answer, describe(request), session.adviceTo('push'));
    },
    async uploadBlob(descriptor, read, opened) {
      for (let attempt = 1; ; attempt += 1) {
        const location = attempt === 1 && opened !== undefined ? opened : await openUpload();
        let sourceBroke = false;
        const chunks = observeErrors(read(), () => {
          sourceBroke = true;
        });
        try {
          const refused = await sendTo(location, descriptor, chunks);
          if (refused === undefined) return;
          const { answer, request } = refused;
          if (attempt >= tries || isLasting(answer.status, attempt))
            throw pushFailure(answer, describe(request), session.adviceTo('push'));
        } catch (error) {
          const passes = error instanceof Failure && error.kind === 'network' && !sourceBroke;
          if (attempt >= tries || !passes) throw error;
        }
        await session.wait(firstWait * 2 ** (attempt - 1));
      }
    },
  };
}

/** A length of 0 without a digest may be that of the answer to a HEAD itself, which has no body. */
function sizeIn(answer: HttpAnswer): number | undefined {
  const length = lengthOf(answer);
  return length === 0 && answer.header('docker-content-digest') === undefined ? undefined : length;
}

/** A token service may refuse a token as a whole where one of its scopes is not allowed. */
function refusedToken(thrown: unknown): undefined {
  if (thrown instanceof Failure && (thrown.kind === 'authentication' || thrown.kind === 'denied')) return undefined;
  throw thrown;
}

async function* none(): AsyncGenerator<Buffer> {}
