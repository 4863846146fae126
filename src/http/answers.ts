import { STATUS_CODES } from 'node:http';
import { Failure, type FailureKind } from '../errors.js';
import { parseJson } from '../parse-json.js';
import type { HttpAnswer } from './message.js';
import { isLimit } from './retry.js';
import { cleanLine, isHtml, serverWords } from './words.js';

/** What to do next, by what kind of failure it was; said in the words of the service that was asked. */
export type Advice = Partial<Record<FailureKind, string>>;

const waitAdvice = 'The service limits how often it may be asked: try again later, or sign in for a higher limit.';
const serverAdvice = 'The service has a fault: look at its status page, and try again.';
const unexpectedAdvice = 'Nobody answers this way here: check that the address is the service’s own.';

/**
 * An answer that is not the one hoped for, as a Failure: 401 authentication, 403 denied, 404 not found, limits and
 * everything else the server's fault. Says the status, the server's own words, and why no further try was made.
 * @param asked what was asked of whom, as the reader should see it
 */
export function failureOf(answer: HttpAnswer, asked: string, advice: Advice = {}): Failure {
  const limited = isLimit(answer);
  // Where a redirect led, 404 says nothing of what was asked for.
  const strayed = answer.redirectedFrom !== undefined && answer.status === 404;
  const kind: FailureKind = limited || strayed ? 'server' : kindOf(answer.status);
  const words = serverWords(answer.body, answer.header('content-type'));
  const name = STATUS_CODES[answer.status];
  const answered = [
    `${answer.status}${name === undefined ? '' : ` ${name}`}${answer.redirectedFrom === undefined ? '' : `, after a redirect to ${answer.url.origin}`}`,
    ...(words === undefined ? [] : [words]),
    ...(answer.note === undefined ? [] : [answer.note]),
  ].join('; ');
  return new Failure(kind, {
    asked,
    answered,
    status: answer.status,
    advice: limited ? waitAdvice : (advice[kind] ?? usualAdvice(strayed ? 400 : answer.status)),
  });
}

function usualAdvice(status: number): string | undefined {
  if (status >= 500 || status === 408) return serverAdvice;
  return kindOf(status) === 'server' ? unexpectedAdvice : undefined;
}

function kindOf(status: number): FailureKind {
  if (status === 401) return 'authentication';
  if (status === 403) return 'denied';
  if (status === 404) return 'not-found';
  return status === 407 ? 'network' : 'server';
}

/**
 * The JSON object in an answer.
 * @throws Failure (server) when it is not JSON (a login page, a proxy's notice) or not an object.
 */
export function jsonObject(answer: HttpAnswer, asked: string): Record<string, unknown> {
  const parsed = jsonOf(answer);
  if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed as Record<string, unknown>;
  throw unexpectedContent(answer, asked);
}

/**
 * The JSON array in an answer.
 * @throws Failure (server) when it is not JSON, or not an array.
 */
export function jsonArray(answer: HttpAnswer, asked: string): readonly unknown[] {
  const parsed = jsonOf(answer);
  if (Array.isArray(parsed)) return parsed;
  throw unexpectedContent(answer, asked);
}

function unexpectedContent(answer: HttpAnswer, asked: string): Failure {
  return new Failure('server', {
    asked,
    answered: `${answer.status}, but not the JSON that was expected: ${bodyWords(answer)}`,
    advice: 'Check that the address is the service’s own and that no proxy or login page stands before it.',
  });
}

/** What came instead of the body that was expected. */
export function bodyWords({ body, header }: HttpAnswer): string {
  const contentType = header('content-type');
  const type = contentType === undefined ? '' : ` (${cleanLine(contentType, 80)})`;
  return serverWords(body, contentType) ?? (body.length === 0 ? 'an empty body' : `other content${type}`);
}

function jsonOf({ body, header }: HttpAnswer): unknown {
  const text = body.toString('utf8');
  return isHtml(text, header('content-type')) ? undefined : parseJson(text);
}
