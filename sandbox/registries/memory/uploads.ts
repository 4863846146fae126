import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { Answer, IncomingRequest } from '../../exchange.js';
import { failure } from '../errors.js';
import { digestLike, type Store, type Upload, writable } from './store.js';

/** POST `/v2/<name>/blobs/uploads/`: opens a session, mounts a blob, or takes a whole blob at once. */
export async function startUpload(store: Store, name: string, request: IncomingRequest): Promise<Answer> {
  const query = request.url.searchParams;
  const mount = query.get('mount');
  const mounted = mount === null ? undefined : store.get(query.get('from') ?? '')?.blobs.get(mount);
  const repository = writable(store, name);
  if (mount !== null && mounted !== undefined) {
    repository.blobs.set(mount, mounted);
    return stored(name, mount);
  }
  const id = randomUUID();
  const upload: Upload = { chunks: [], size: 0 };
  repository.uploads.set(id, upload);
  const digest = query.get('digest');
  return digest === null ? accepted(name, id, upload) : finishUpload(store, name, id, request);
}

/** PATCH on a session: a chunk with a `Content-Range` must follow on the previous ones; without one it is appended. */
export async function appendUpload(store: Store, name: string, id: string, request: IncomingRequest): Promise<Answer> {
  const upload = store.get(name)?.uploads.get(id);
  if (upload === undefined) return failure('BLOB_UPLOAD_UNKNOWN', 'blob upload unknown to registry');
  const refused = await append(upload, request);
  return refused ?? accepted(name, id, upload);
}

/** PUT on a session: the last chunk, if any, and the digest of the whole. */
export async function finishUpload(store: Store, name: string, id: string, request: IncomingRequest): Promise<Answer> {
  const repository = store.get(name);
  const upload = repository?.uploads.get(id);
  if (repository === undefined || upload === undefined) {
    return failure('BLOB_UPLOAD_UNKNOWN', 'blob upload unknown to registry');
  }
  const refused = await append(upload, request);
  if (refused !== undefined) return refused;
  const digest = request.url.searchParams.get('digest') ?? '';
  const bytes = Buffer.concat(upload.chunks);
  repository.uploads.delete(id);
  if (digestLike(digest, bytes) !== digest) {
    return failure('DIGEST_INVALID', 'provided digest did not match uploaded content', { digest });
  }
  repository.blobs.set(digest, bytes);
  return stored(name, digest);
}

/** GET on a session: how far it has come. */
export function uploadStatus(store: Store, name: string, id: string): Answer {
  const upload = store.get(name)?.uploads.get(id);
  if (upload === undefined) return failure('BLOB_UPLOAD_UNKNOWN', 'blob upload unknown to registry');
  return { ...accepted(name, id, upload), status: 204 };
}

/** DELETE on a session. */
export function cancelUpload(store: Store, name: string, id: string): Answer {
  return store.get(name)?.uploads.delete(id)
    ? { status: 204 }
    : failure('BLOB_UPLOAD_UNKNOWN', 'blob upload unknown to registry');
}

async function append(upload: Upload, request: IncomingRequest): Promise<Answer | undefined> {
  const range = request.headers['content-range'];
  const bytes = await buffer(request.body);
  if (range !== undefined && bytes.length > 0) {
    const [, start, end] = /^(?:bytes )?(\d+)-(\d+)/.exec(range) ?? [];
    if (Number(start) !== upload.size || Number(end) !== upload.size + bytes.length - 1) {
      return failure('RANGE_INVALID', 'the chunk does not follow on what was uploaded', { size: upload.size });
    }
  }
  upload.chunks.push(bytes);
  upload.size += bytes.length;
  return undefined;
}

function accepted(name: string, id: string, upload: Upload): Answer {
  const headers = {
    location: `/v2/${name}/blobs/uploads/${id}`,
    'docker-upload-uuid': id,
    range: `0-${Math.max(0, upload.size - 1)}`,
  };
  return { status: 202, headers };
}

function stored(name: string, digest: string): Answer {
  return { status: 201, headers: { location: `/v2/${name}/blobs/${digest}`, 'docker-content-digest': digest } };
}
