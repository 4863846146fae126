import { createHash } from 'node:crypto';
import { send } from './sending.js';

/** A registry to push to: a `RunningRegistry` is one. */
export interface PushTarget {
  readonly url: string;
  /** An `Authorization` header, or what gives one for a repository. */
  readonly authorization?: string | ((repository: string) => string | undefined);
  /** Path of the CA's certificate, PEM. */
  readonly ca?: string;
}

export interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
  readonly platform?: { readonly os: string; readonly architecture: string; readonly variant?: string };
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A manifest or an index, about to be serialised. */
export type ManifestContent = { readonly mediaType: string } & Readonly<Record<string, unknown>>;

/** Writes into one repository. */
export interface Pusher {
  blob(mediaType: string, bytes: Buffer): Promise<Descriptor>;
  /** Under its digest when no tag is given. */
  manifest(content: ManifestContent, tag?: string): Promise<Descriptor>;
}

/**
 * Pushes to that repository with plain requests, one at a time; a refusal is an `Error` with the registry's message.
 */
export function pusher(target: PushTarget, repository: string): Pusher {
  const { authorization } = target;
  const header = typeof authorization === 'function' ? authorization(repository) : authorization;
  const base = { ...(header !== undefined && { authorization: header }) };

  async function call(method: string, url: URL, body?: Buffer, type = 'application/octet-stream') {
    const headers = { ...base, 'content-type': type };
    const answer = await send(url, { method, headers, ca: target.ca, ...(body !== undefined && { body }) });
    if (answer.status >= 400 && method !== 'HEAD') {
      throw new Error(`${method} ${url}: ${answer.status} ${answer.body.toString('utf8')}`);
    }
    return answer;
  }

  return {
    async blob(mediaType, bytes) {
      const digest = sha256(bytes);
      const there = await call('HEAD', new URL(`/v2/${repository}/blobs/${digest}`, target.url));
      if (there.status !== 200) {
        const opened = await call('POST', new URL(`/v2/${repository}/blobs/uploads/`, target.url));
        const location = new URL(opened.headers.location ?? '', target.url);
        location.searchParams.set('digest', digest);
        await call('PUT', location, bytes);
      }
      return { mediaType, digest, size: bytes.length };
    },
    async manifest(content, tag) {
      const bytes = Buffer.from(JSON.stringify(content, undefined, 2));
      const digest = sha256(bytes);
      const url = new URL(`/v2/${repository}/manifests/${tag ?? digest}`, target.url);
      await call('PUT', url, bytes, content.mediaType);
      return { mediaType: content.mediaType, digest, size: bytes.length };
    },
  };
}

export function sha256(bytes: Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}
