import { createHash } from 'node:crypto';
import type { Answer, Host, IncomingRequest } from '../../../sandbox/index.js';
import { ociConfig, ociManifest } from '../../support/manifests.js';

interface Stored {
  readonly bytes: Buffer;
  readonly type: string;
}

/** A registry in memory that may do what a right one does not: `odd` answers first. */
export interface OddRegistry {
  readonly host: Host;
  /** Puts a document at a tag, whatever it is, served as `type`. @returns its digest */
  put(path: string, tag: string, value: unknown, type?: string): string;
  /** Puts an image at a tag. @returns its digest */
  image(path: string, tag: string, options?: ImageOptions): string;
  /** The tags of a repository that are there now. */
  tags(path: string): string[];
}

interface ImageOptions {
  readonly created?: string;
  /** `amd64` where none is given. */
  readonly architecture?: string;
  /** The `Content-Type` that its manifest is served with. */
  readonly type?: string;
  /** More members of its manifest. */
  readonly more?: object;
}

/** @param odd what it does in its own way; undefined: the ordinary */
export function oddRegistry(odd: (request: IncomingRequest) => Answer | undefined = () => undefined): OddRegistry {
  const stored = new Map<string, Stored>();
  const references = new Map<string, string>();

  function keep(path: string, bytes: Buffer, type: string): string {
    const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
    stored.set(`${path}@${digest}`, { bytes, type });
    return digest;
  }

  function put(path: string, tag: string, value: unknown, type = ociManifest): string {
    const digest = keep(path, Buffer.from(JSON.stringify(value)), type);
    references.set(`${path}:${tag}`, digest);
    return digest;
  }

  const tags = (path: string) =>
    [...references.keys()].filter((key) => key.startsWith(`${path}:`)).map((key) => key.slice(path.length + 1));

  async function manifest(
    { method, headers, body }: IncomingRequest,
    path: string,
    reference: string,
  ): Promise<Answer> {
    if (method === 'PUT') {
      const parts: Buffer[] = [];
      for await (const part of body) parts.push(part);
      const digest = keep(path, Buffer.concat(parts), headers['content-type'] ?? '');
      if (!reference.includes(':')) references.set(`${path}:${reference}`, digest);
      return { status: 201, headers: { 'docker-content-digest': digest } };
    }
    const digest = reference.includes(':') ? reference : (references.get(`${path}:${reference}`) ?? '');
    const found = stored.get(`${path}@${digest}`);
    if (found === undefined) return missing();
    if (method === 'DELETE') {
      for (const tag of tags(path)) {
        if (reference === tag || references.get(`${path}:${tag}`) === reference) references.delete(`${path}:${tag}`);
      }
      return { status: 202 };
    }
    const answered = { 'content-type': found.type, 'docker-content-digest': digest };
    if (method === 'HEAD') return { status: 200, headers: { ...answered, 'content-length': `${found.bytes.length}` } };
    return { status: 200, headers: answered, body: found.bytes };
  }

  return {
    put,
    tags,
    image(path, tag, { created = '2026-01-02T03:04:05Z', architecture = 'amd64', type, more = {} } = {}) {
      const config = Buffer.from(JSON.stringify({ created, os: 'linux', architecture, config: {}, path, tag }));
      const digest = keep(path, config, ociConfig);
      const described = { mediaType: ociConfig, digest, size: config.length };
      return put(path, tag, { schemaVersion: 2, config: described, layers: [], ...more }, type);
    },
    host: async (request) => {
      const own = odd(request);
      if (own !== undefined) return own;
      const [, path = '', kind, reference = ''] =
        /^\/v2\/(.+?)\/(manifests|blobs|tags)\/(.+)$/.exec(request.url.pathname) ?? [];
      if (kind === 'tags' && tags(path).length > 0) return json(200, { name: path, tags: tags(path).sort() });
      if (kind === 'manifests') return manifest(request, path, reference);
      const blob = kind === 'blobs' ? stored.get(`${path}@${reference}`) : undefined;
      return blob === undefined ? missing() : { status: 200, body: request.method === 'HEAD' ? '' : blob.bytes };
    },
  };
}

/** An answer with a JSON body. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

function missing(): Answer {
  return json(404, { errors: [{ code: 'MANIFEST_UNKNOWN', message: 'not here' }] });
}
