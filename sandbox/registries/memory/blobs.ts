import type { Answer } from '../../exchange.js';
import { failure } from '../errors.js';
import type { Store } from './store.js';

/** GET and HEAD `/v2/<name>/blobs/<digest>`, whole or as one `Range` of bytes. */
export function readBlob(store: Store, name: string, digest: string, range: string | undefined): Answer {
  const bytes = store.get(name)?.blobs.get(digest);
  if (bytes === undefined) return failure('BLOB_UNKNOWN', 'blob unknown to registry', digest);
  const headers = {
    'content-type': 'application/octet-stream',
    'docker-content-digest': digest,
    'accept-ranges': 'bytes',
    etag: `"${digest}"`,
  };
  const asked = /^bytes=(\d*)-(\d*)$/.exec(range ?? '');
  if (asked === null || (asked[1] === '' && asked[2] === '')) return { status: 200, headers, body: bytes };

  // `-500` are the last 500 bytes, `500-` is everything from there on; the second number is inclusive.
  const start = asked[1] === '' ? Math.max(0, bytes.length - Number(asked[2])) : Number(asked[1]);
  const last = asked[1] === '' || asked[2] === '' ? bytes.length - 1 : Math.min(Number(asked[2]), bytes.length - 1);
  if (start > last) {
    const refused = failure('RANGE_INVALID', 'requested range not satisfiable');
    return { ...refused, headers: { ...refused.headers, 'content-range': `bytes */${bytes.length}` } };
  }
  return {
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${start}-${last}/${bytes.length}` },
    body: bytes.subarray(start, last + 1),
  };
}

export function deleteBlob(store: Store, name: string, digest: string): Answer {
  return store.get(name)?.blobs.delete(digest)
    ? { status: 202 }
    : failure('BLOB_UNKNOWN', 'blob unknown to registry', digest);
}
