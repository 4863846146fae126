import type { HttpAnswer } from '../../../http/message.js';
import { brokenList, type Pages, readEntries } from '../../../http/paginate.js';
import { jsonObject } from '../../../http/responses.js';
import type { DriverSettings } from '../driver.js';
import type { AwsKeys } from './aws-keys.js';
import { apiFailure, awsErrorIn, isThrottled } from './refusals.js';
import type { EcrService } from './service.js';
import { signedHeaders } from './signature.js';

/** The API of ECR, with one access key. Every call throws a Failure: authentication, denied, not-found, server, network. */
export interface EcrApi {
  readonly service: EcrService;
  /** @param operation `DescribeImages` @param accepts names of errors that are an answer: their call returns undefined */
  call(
    operation: string,
    input: Readonly<Record<string, unknown>>,
    accepts?: string,
  ): Promise<Record<string, unknown> | undefined>;
  /**
   * All entries of a list, 1,000 a request.
   * @param key the name of the list in the answer
   * @param read undefined for what is no such entry
   * @throws Failure (server) also for a list that is incomplete or cannot be read
   */
  list<Entry>(
    operation: string,
    input: Readonly<Record<string, unknown>>,
    key: string,
    read: (value: unknown) => Entry | undefined,
  ): Pages<Entry>;
}

export type EcrApiSettings = Pick<DriverSettings, 'http' | 'now' | 'mask'>;

/** The most that AWS gives at once. */
const pageSize = 1000;
const tries = 6;
/** Milliseconds before the second try; each further wait is twice the one before. */
const firstWait = 1000;

/** Nothing is sent yet. */
export function createEcrApi(service: EcrService, keys: AwsKeys, { http, now, mask }: EcrApiSettings): EcrApi {
  for (const secret of [keys.secretAccessKey, keys.sessionToken]) if (secret !== undefined) mask(secret);

  /** Signed anew for each try: a signature is good for five minutes. */
  async function send(operation: string, body: string): Promise<HttpAnswer> {
    const target = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `${service.target}.${operation}` };
    const request = { method: 'POST' as const, url: service.api, headers: target, body };
    const headers = await signedHeaders(request, service, keys, now());
    // What is repeated has the same result: nothing is created, and what is deleted stays so.
    return http.request({ ...request, headers, repeatable: true });
  }

  /** AWS limits by 400, which no other service does. */
  async function sendPatiently(operation: string, body: string): Promise<HttpAnswer> {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await send(operation, body);
      if (attempt === tries || !isThrottled(awsErrorIn(answer))) return answer;
      await http.wait(firstWait * 2 ** (attempt - 1));
    }
  }

  async function call(
    operation: string,
    input: Readonly<Record<string, unknown>>,
    accepts?: string,
  ): Promise<Record<string, unknown> | undefined> {
    const answer = await sendPatiently(operation, JSON.stringify(input));
    if (answer.status === 200) return jsonObject(answer, `${operation} at ${service.api.host}`);
    if (accepts !== undefined && awsErrorIn(answer)?.code === accepts) return undefined;
    throw apiFailure(answer, operation, service);
  }

  return {
    service,
    call,
    async *list(operation, input, key, read) {
      const described = `${operation} at ${service.api.host}`;
      const known = new Set<string>();
      let next: string | undefined;
      do {
        const page = { ...input, maxResults: pageSize, ...(next === undefined ? {} : { nextToken: next }) };
        const { [key]: listed, nextToken = null } = (await call(operation, page)) ?? {};
        if (!Array.isArray(listed)) throw brokenList(described, `its answer has no ${key}`);
        if (nextToken !== null && (typeof nextToken !== 'string' || nextToken === '')) {
          throw brokenList(described, 'its next page is no token');
        }
        if (nextToken !== null && known.has(nextToken)) throw brokenList(described, 'its pages form a loop');
        yield readEntries(listed, read, described);
        next = nextToken ?? undefined;
        if (next !== undefined) known.add(next);
      } while (next !== undefined);
    },
  };
}
