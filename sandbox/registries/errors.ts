import { Readable } from 'node:stream';
import { type Answer, type IncomingRequest, json } from '../exchange.js';

/** The error codes of the OCI distribution specification, and the default status of each. */
const STATUS = {
  BLOB_UNKNOWN: 404,
  BLOB_UPLOAD_INVALID: 400,
  BLOB_UPLOAD_UNKNOWN: 404,
  DIGEST_INVALID: 400,
  MANIFEST_BLOB_UNKNOWN: 400,
  MANIFEST_INVALID: 400,
  MANIFEST_UNKNOWN: 404,
  NAME_INVALID: 400,
  NAME_UNKNOWN: 404,
  SIZE_INVALID: 400,
  UNAUTHORIZED: 401,
  DENIED: 403,
  UNSUPPORTED: 405,
  TOOMANYREQUESTS: 429,
  PAGINATION_NUMBER_INVALID: 400,
  RANGE_INVALID: 416,
} as const;

export type ErrorCode = keyof typeof STATUS;

/** An error body in the shape of the distribution specification. */
export function failure(
  code: ErrorCode,
  message: string,
  detail: unknown = null,
  status: number = STATUS[code],
): Answer {
  return json(status, { errors: [{ code, message, detail }] });
}

/** A hosted service knows its repositories, so what is not found in one is a manifest, were it the first of all. */
export function manifestUnknown(request: IncomingRequest, answer: Answer, message = 'manifest unknown'): Answer {
  const [, name, reference] = /^\/v2\/(.+)\/manifests\/([^/]+)$/.exec(request.url.pathname) ?? [];
  if (answer.status !== 404 || name === undefined) return answer;
  if (answer.body instanceof Readable) answer.body.resume();
  const unknown = failure('MANIFEST_UNKNOWN', message, `unknown tag=${reference}`);
  return { ...unknown, headers: { ...unknown.headers, 'docker-distribution-api-version': 'registry/2.0' } };
}
