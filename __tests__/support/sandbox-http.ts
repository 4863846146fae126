import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Answer, Host } from '../../sandbox/exchange.js';
import { answerOf, type fakeHttp } from './http.js';

/** The HTTP that one of the sandbox's hosts answers, without a network. */
export function through(host: Host): Parameters<typeof fakeHttp>[0] {
  return async ({ method, url, headers = {}, body = '' }) => {
    const answer: Answer = await host({
      method,
      scheme: 'https',
      host: url.host,
      path: `${url.pathname}${url.search}`,
      url,
      headers,
      body: Readable.from([]),
      text: async () => String(body),
    });
    return answerOf(answer.status, {
      ...(answer.headers === undefined ? {} : { headers: answer.headers }),
      body: answer.body instanceof Readable ? await buffer(answer.body) : answer.body,
    });
  };
}
