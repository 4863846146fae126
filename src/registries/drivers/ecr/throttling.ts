import type { Http } from '../../../http/client/http.js';
import type { HttpAnswer } from '../../../http/message.js';
import { awsErrorIn, isTemporary } from './refusals.js';

const tries = 6;
/** Milliseconds before the second try; each further wait is twice the one before. */
const firstWait = 1000;

/** AWS limits by 400, which no other service does: sends again while it does, six times at most. */
export async function untilAccepted(send: () => Promise<HttpAnswer>, http: Pick<Http, 'wait'>): Promise<HttpAnswer> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await send();
    if (attempt === tries || !isTemporary(awsErrorIn(answer))) return answer;
    await http.wait(firstWait * 2 ** (attempt - 1));
  }
}
