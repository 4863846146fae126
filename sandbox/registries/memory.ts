import { type Answer, type Host, type IncomingRequest, json } from '../exchange.js';
import { failure } from './errors.js';
import { deleteBlob, readBlob } from './memory/blobs.js';
import { listRepositories, listTags } from './memory/listings.js';
import { deleteManifest, readManifest, writeManifest } from './memory/manifests.js';
import { listReferrers } from './memory/referrers.js';
import type { Store } from './memory/store.js';
import { appendUpload, cancelUpload, finishUpload, startUpload, uploadStatus } from './memory/uploads.js';

const NAME = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const ROUTE = /^\/v2\/(.+)\/(manifests|blobs|tags|referrers)\/(uploads\/?)?([^/]*)$/;

interface MemoryOptions {
  readonly deletes: boolean | 'manifests';
  readonly referrers: boolean;
}

/**
 * A registry in memory with the OCI distribution specification 1.1: pull, push, listing and deleting, by tag and
 * by digest. It requires no credentials: that is done in front of it.
 * @param store what it has from the start
 */
export function createMemoryRegistry(options: MemoryOptions, store: Store = new Map()): Host {
  return async (request) => {
    const answer = await route(store, options, request);
    return { ...answer, headers: { 'docker-distribution-api-version': 'registry/2.0', ...answer.headers } };
  };
}

async function route(store: Store, { deletes, referrers }: MemoryOptions, request: IncomingRequest): Promise<Answer> {
  const { method } = request;
  const path = request.url.pathname;
  const reads = method === 'GET' || method === 'HEAD';
  if ((path === '/v2/' || path === '/v2') && reads) return json(200, {});
  if (path === '/v2/_catalog' && reads) return listRepositories(store, request);
  const [, name = '', kind = '', uploads, last = ''] = ROUTE.exec(decodeURIComponent(path)) ?? [];
  if (kind === '') return { status: 404, headers: { 'content-type': 'text/plain' }, body: '404 page not found\n' };
  if (!NAME.test(name)) return failure('NAME_INVALID', 'invalid repository name', { name });

  if (uploads !== undefined) {
    if (method === 'POST' && last === '') return startUpload(store, name, request);
    if (method === 'PATCH') return appendUpload(store, name, last, request);
    if (method === 'PUT') return finishUpload(store, name, last, request);
    if (method === 'DELETE') return cancelUpload(store, name, last);
    if (reads) return uploadStatus(store, name, last);
  }
  if (method === 'DELETE' && !deletes) return failure('UNSUPPORTED', 'The operation is unsupported.');
  if (kind === 'manifests') {
    if (reads) return readManifest(store, name, last);
    if (method === 'PUT') return writeManifest(store, name, last, request);
    if (method === 'DELETE' && deletes === 'manifests' && !last.includes(':'))
      return failure('DIGEST_INVALID', 'provided digest did not match uploaded content');
    if (method === 'DELETE') return deleteManifest(store, name, last);
  }
  if (kind === 'blobs') {
    if (reads) return readBlob(store, name, last, request.headers.range);
    if (method === 'DELETE') return deleteBlob(store, name, last);
  }
  if (kind === 'tags' && last === 'list' && reads) return listTags(store, name, request);
  if (kind === 'referrers' && reads) {
    if (!referrers) return { status: 404, headers: { 'content-type': 'text/plain' }, body: '404 page not found\n' };
    return listReferrers(store, name, last, request.url.searchParams.get('artifactType'));
  }
  return failure('UNSUPPORTED', 'The operation is unsupported.');
}
