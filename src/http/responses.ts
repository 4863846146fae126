import { STATUS_CODES } from 'node:http';
import { singleSignOnAdvice } from '../github/single-sign-on.js';
import { cleanLine } from '../lib/clean-line.js';
import { Failure, type FailureKind } from '../lib/errors.js';
import { isObject, parseJson } from '../lib/json.js';
import { isLimit } from './client/retry.js';
import type { HttpAnswer } from './message.js';
import { isHtml, serverWords } from './server-words.js';
import { credentialsAdvice } from './transport/proxy.js';

/** The next step, by the kind of failure; in the terms of the service that answered. */
export type Advice = Partial<Record<FailureKind, string>> & {
  /** The meaning of an answer of this service, if its status does not show it; undefined: the meaning of its status. */
  readonly kindOf?: (answer: HttpAnswer) => FailureKind | undefined;
};

const waitAdvice = 'The service limits the number of requests: try again later, or log in for a higher limit.';
const serverAdvice = 'The service failed: look at its status page, and try again.';
const unexpectedAdvice = 'This is not an answer of the expected service: check the address.';
const pageAdvice = 'Check that the address is the service’s own and that no proxy or login page answers in its place.';

/**
 * True if an API itself reports that something does not exist: not a page of a proxy, nor GitHub withholding it.
 * @param statuses those with this meaning
 */
export function isMissing(answer: HttpAnswer, statuses: readonly number[] = [404]): boolean {
  return statuses.includes(answer.status) && !isPage(answer) && singleSignOnAdvice(answer) === undefined;
}

/**
 * An answer that is not the one hoped for, as a Failure: 401 authentication, 403 denied, 404 not found (unless it is a
 * web page, or after a redirect), limits and everything else a server error. Contains the status, the server's own
 * message, and why no further try was made.
 * @param operation what was attempted, as the reader should see it
 * @param own the advice for the service that answered
 */
export function failureOf(answer: HttpAnswer, operation: string, own: Advice = {}): Failure {
  const kind = own.kindOf?.(answer) ?? kindOfAnswer(answer);
  const words = serverWords(answer.body, answer.header('content-type'));
  const name = STATUS_CODES[answer.status];
  const reason = [
    `${answer.status}${name === undefined ? '' : ` ${name}`}${answer.redirectedFrom === undefined ? '' : `, after a redirect to ${answer.url.origin}`}`,
    ...(words === undefined ? [] : [words]),
    ...(answer.note === undefined ? [] : [answer.note]),
  ].join('; ');
  const advice = generalAdvice(answer) ?? own[kind] ?? usualAdvice(answer);
  return new Failure(kind, { operation, reason, status: answer.status, advice });
}

function kindOfAnswer(answer: HttpAnswer): FailureKind {
  if (isLimit(answer)) return 'server';
  if (answer.status !== 404) return kinds[answer.status] ?? 'server';
  // A page is no word of the service, and where a redirect led, it is not about the request.
  if (isPage(answer) || answer.redirectedFrom !== undefined) return 'server';
  return singleSignOnAdvice(answer) === undefined ? 'not-found' : 'denied';
}

const kinds: Readonly<Record<number, FailureKind>> = { 401: 'authentication', 403: 'denied', 407: 'network' };

/** The advice that is the same for every service. */
function generalAdvice(answer: HttpAnswer): string | undefined {
  if (isLimit(answer)) return waitAdvice;
  return answer.status === 404 && isPage(answer) ? pageAdvice : singleSignOnAdvice(answer);
}

function usualAdvice(answer: HttpAnswer): string | undefined {
  if (answer.status === 407) return credentialsAdvice;
  if (answer.status >= 500 || answer.status === 408) return serverAdvice;
  return kindOfAnswer(answer) === 'server' ? unexpectedAdvice : undefined;
}

/**
 * The JSON object in an answer.
 * @throws Failure (server) when it is not JSON (a login page, a proxy's notice) or not an object.
 */
export function jsonObject(answer: HttpAnswer, operation: string): Record<string, unknown> {
  const parsed = jsonOf(answer);
  if (isObject(parsed)) return parsed;
  throw unexpectedContent(answer, operation);
}

/**
 * The JSON array in an answer.
 * @throws Failure (server) when it is not JSON, or not an array.
 */
export function jsonArray(answer: HttpAnswer, operation: string): readonly unknown[] {
  const parsed = jsonOf(answer);
  if (Array.isArray(parsed)) return parsed;
  throw unexpectedContent(answer, operation);
}

function unexpectedContent(answer: HttpAnswer, operation: string): Failure {
  return new Failure('server', {
    operation,
    reason: `${answer.status}, but not the JSON that was expected: ${bodyWords(answer)}`,
    advice: pageAdvice,
  });
}

/** A description of the body that came instead of the expected one. */
export function bodyWords({ body, header }: HttpAnswer): string {
  const contentType = header('content-type');
  const type = contentType === undefined ? '' : ` (${cleanLine(contentType, 80)})`;
  return serverWords(body, contentType) ?? (body.length === 0 ? 'an empty body' : `other content${type}`);
}

function jsonOf(answer: HttpAnswer): unknown {
  return isPage(answer) ? undefined : parseJson(answer.body.toString('utf8'));
}

function isPage({ body, header }: HttpAnswer): boolean {
  return isHtml(body.toString('utf8'), header('content-type'));
}
