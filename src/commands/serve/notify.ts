import { createHash, createHmac } from 'node:crypto';
import type { Http } from '../../http/client/http.js';
import { describe, type HttpRequest } from '../../http/message.js';
import { failureOf } from '../../http/responses.js';
import { formatImage } from '../../images/name.js';
import type { Strategy } from '../../images/version-step.js';
import { asFailure } from '../../lib/errors.js';
import { sleep } from '../../lib/timers.js';
import type { Context } from '../command.js';
import { resultOf } from '../latest/report.js';
import type { Target } from '../latest/targets.js';
import type { Answer } from './answers.js';
import type { ServeRequest } from './request.js';
import type { Store } from './store.js';

/** Sends a notification of this answer, unless it has been sent. Comes back at once. */
export type Notify = (target: Target, answer: Answer, strategy: Strategy) => void;

/** Milliseconds until the next try; the last for all further ones. */
const pauses = [10_000, 60_000, 300_000, 600_000];
/** One instance sends; when it dies, another may after so many milliseconds. */
const claimTime = 5 * 60_000;

export interface NotifySettings {
  readonly to: NonNullable<ServeRequest['notify']>;
  readonly http: Http;
  readonly store: Store;
  readonly signal: AbortSignal;
  readonly log: Context['log'];
  /** Called after each try. */
  readonly tried: (delivered: boolean) => void;
  /** Takes secrets out of what is sent. */
  readonly redact: (text: string) => string;
}

/**
 * One POST for each newer version: until it is answered with 2xx, and not again after that, also by another process with
 * the same store. A newer version that comes meanwhile takes its place.
 */
export function createNotify({ to, http, store, signal, log, tried, redact }: NotifySettings): Notify {
  /** By image the tag that is being sent. */
  const sending = new Map<string, string>();

  async function sendOnce(name: string, tag: string, request: HttpRequest): Promise<boolean> {
    const key = `notified ${name}`;
    if ((await store.readNote(key)) === tag) return true;
    const release = await store.claim(`${key} ${tag}`, claimTime);
    if (release === undefined) return false;
    try {
      // Another instance may have sent it before its claim was given back.
      if ((await store.readNote(key)) === tag) return true;
      const answer = await http.request(request);
      if (answer.status < 200 || answer.status > 299) throw failureOf(answer, describe(request), {});
      await store.writeNote(key, tag);
      tried(true);
      log.detail(`${name}: notified of ${tag}`);
      return true;
    } finally {
      await release();
    }
  }

  async function send(name: string, tag: string, request: HttpRequest): Promise<void> {
    for (let attempt = 0; sending.get(name) === tag; attempt += 1) {
      try {
        if (await sendOnce(name, tag, request)) return;
      } catch (thrown) {
        if (signal.aborted) return;
        tried(false);
        log.warn(
          `The notification of ${name} could not be sent, and will be tried again: ${asFailure(thrown).message}`,
        );
      }
      await sleep(pauses[Math.min(attempt, pauses.length - 1)] ?? 0, signal);
    }
  }

  return (target, answer, strategy) => {
    const name = formatImage(target.image);
    const tag = answer.outcome.answer?.tag ?? '';
    if (sending.get(name) === tag) return;
    sending.set(name, tag);
    const forget = () => {
      if (sending.get(name) === tag) sending.delete(name);
    };
    send(name, tag, requestOf(redact(bodyOf(target, answer, strategy)), answer, to)).then(forget, forget);
  };
}

function bodyOf({ where }: Target, { outcome, list }: Answer, strategy: Strategy): string {
  const { fetched } = list;
  return JSON.stringify({ event: 'newer-version', strategy, ...resultOf({ ...outcome, where }), fetched });
}

function requestOf(body: string, { outcome }: Answer, { url, secret }: NotifySettings['to']): HttpRequest {
  const delivery = createHash('sha256').update(`${outcome.name} ${outcome.answer?.tag}`).digest('hex').slice(0, 32);
  const signature = secret && createHmac('sha256', secret).update(body).digest('hex');
  return {
    method: 'POST',
    url,
    body,
    // The receiver knows by the delivery that it has had this one.
    repeatable: true,
    headers: {
      'content-type': 'application/json',
      'x-image-gate-event': 'newer-version',
      'x-image-gate-delivery': delivery,
      ...(signature === undefined ? {} : { 'x-hub-signature-256': `sha256=${signature}` }),
    },
  };
}
