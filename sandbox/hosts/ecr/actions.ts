import type { IncomingRequest } from '../../exchange.js';

/** The operation of a request to a registry of ECR, and the action that a policy must allow for it. */
export interface EcrRequest {
  readonly name: string;
  readonly kind: 'manifests' | 'blobs' | 'tags' | 'referrers';
  /** A tag, a digest, or the rest of an upload's path. */
  readonly reference: string;
  /** Without the name of the service. */
  readonly action: string;
}

const ROUTE = /^\/v2\/(.+?)\/(manifests|blobs|tags|referrers)\/(.+)$/;

/** `undefined` for a path that is none of a repository's. */
export function ecrRequest({ method, url }: IncomingRequest): EcrRequest | undefined {
  const [, name, kind, reference] = ROUTE.exec(decodeURIComponent(url.pathname)) ?? [];
  if (name === undefined || reference === undefined) return undefined;
  if (kind === 'tags') return { name, kind, reference, action: 'ListImages' };
  if (kind === 'referrers') return { name, kind, reference, action: 'ListImageReferrers' };
  if (kind === 'manifests') {
    const action = { GET: 'BatchGetImage', HEAD: 'BatchGetImage', DELETE: 'BatchDeleteImage' }[method] ?? 'PutImage';
    return { name, kind, reference, action };
  }
  return kind === 'blobs' ? { name, kind, reference, action: blobAction(method, reference) } : undefined;
}

function blobAction(method: string, reference: string): string {
  if (method === 'POST') return 'InitiateLayerUpload';
  if (method === 'PUT') return 'CompleteLayerUpload';
  if (reference.startsWith('uploads/')) return 'UploadLayerPart';
  return method === 'GET' ? 'GetDownloadUrlForLayer' : 'BatchCheckLayerAvailability';
}
