import { type Answer, json } from '../exchange.js';

/** Bitbucket's error body. `detail` is a sentence, or says which scopes are missing. */
export function failed(
  status: number,
  message: string,
  more: { readonly detail?: unknown; readonly data?: unknown } = {},
): Answer {
  return json(status, { type: 'error', error: { message, ...more } });
}
