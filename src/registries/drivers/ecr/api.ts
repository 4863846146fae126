import type { HttpAnswer } from '../../../http/message.js';
import { brokenList, type Pages, readEntries } from '../../../http/paginate.js';
import { jsonObject } from '../../../http/responses.js';
import type { AccessKey } from '../../auth/credentials.js';
import type { DriverSettings } from '../driver.js';
import { apiFailure, awsErrorIn } from './refusals.js';
import type { EcrService } from './service.js';
import { signedHeaders } from './signature.js';
import { untilAccepted } from './throttling.js';

/**
 * The API of ECR, with one access key. Every call throws a Failure: authentication, denied, not-found, server, network.
 */
export interface EcrApi {
  readonly service: EcrService;
  /**
   * @param operation `DescribeImages` @param accepts names of errors that are an answer: their call returns undefined
   */
  call(
    operation: string,
    input: Readonly<Record<string, unknown>>,
    accepts?: string,
  ): Promise<Record<string, unknown> | undefined>;
  /**
   * All entries of a list, 1,000 a request.
   * @param key the name of the list in the answer
   * @param read undefined for any other entry
   * @throws Failure (server) also for a list that is incomplete or cannot be read
   */
  list<Entry>(
    operation: string,
    input: Readonly<Record<string, unknown>>,
    key: string,
    read: (value: unknown) => Entry | undefined,
  ): Pages<Entry>;
}

export type EcrApiSettings = Pick<DriverSettings, 'http' | 'now'>;

/** The most that AWS gives at once. */
const pageSize = 1000;
/**
 * Nothing is sent yet.
 * @param accessKey one that is good now, masked
 */
export function createEcrApi(
  service: EcrService,
  accessKey: () => Promise<AccessKey>,
  { http, now }: EcrApiSettings,
): EcrApi {
  /** Signed anew for each try: a signature is good for five minutes. */
  async function send(operation: string, body: string): Promise<HttpAnswer> {
    const target = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `${service.target}.${operation}` };
    const request = { method: 'POST' as const, url: service.api, headers: target, body };
    const key = await accessKey();
    const headers = await signedHeaders(request, service, key, now());
    // A repeated request has the same result: nothing is created, and a deleted image stays deleted.
    return http.request({ ...request, headers, repeatable: true });
  }

  async function call(
    operation: string,
    input: Readonly<Record<string, unknown>>,
    accepts?: string,
  ): Promise<Record<string, unknown> | undefined> {
    const answer = await untilAccepted(() => send(operation, JSON.stringify(input)), http);
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
          throw brokenList(described, 'the token of its next page is invalid');
        }
        if (nextToken !== null && known.has(nextToken)) throw brokenList(described, 'its pages form a loop');
        yield readEntries(listed, read, described);
        next = nextToken ?? undefined;
        if (next !== undefined) known.add(next);
      } while (next !== undefined);
    },
  };
}
