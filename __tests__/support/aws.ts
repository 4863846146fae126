import type { Host } from '../../sandbox/exchange.js';
import { signatureOf } from '../../sandbox/hosts/aws/signature.js';
import { connectTo } from './sandbox-http.js';

export interface AwsClient {
  /** As the host is named. */
  readonly host: string;
  readonly region: string;
  readonly service: string;
  /** What stands before the operation in `X-Amz-Target`. */
  readonly target: string;
  readonly accessKey: string;
  readonly secret: string;
  readonly sessionToken?: string;
}

/** Changes to a request that is otherwise right: headers before they are signed, and after. */
export interface AwsChanges {
  readonly headers?: Readonly<Record<string, string>>;
  readonly afterwards?: Readonly<Record<string, string>>;
  /** Headers that are sent and not signed. */
  readonly unsigned?: readonly string[];
  readonly scope?: Readonly<Partial<Record<'region' | 'service' | 'day', string>>>;
}

/** Signed requests to the JSON API of one of the sandbox's AWS hosts. */
export function awsClient(hosts: Readonly<Record<string, Host>>, client: AwsClient) {
  const request = connectTo(hosts, client.host);
  return (operation: string, input: object, changes: AwsChanges = {}) => {
    const body = JSON.stringify(input);
    const moment = changes.headers?.['x-amz-date'] ?? awsDate(new Date());
    const headers: Record<string, string> = {
      'content-type': 'application/x-amz-json-1.1',
      host: client.host,
      'x-amz-date': moment,
      'x-amz-target': `${client.target}.${operation}`,
      ...(client.sessionToken !== undefined && { 'x-amz-security-token': client.sessionToken }),
      ...changes.headers,
    };
    const { day, region, service } = { day: moment.slice(0, 8), ...client, ...changes.scope };
    const signedHeaders = Object.keys(headers)
      .filter((name) => !changes.unsigned?.includes(name))
      .sort();
    const signature = signatureOf(
      { method: 'POST', path: '/', headers, body },
      { day, region, service, signedHeaders },
      client.secret,
    );
    const scope = `${client.accessKey}/${day}/${region}/${service}/aws4_request`;
    const authorization = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=${signedHeaders.join(';')}, Signature=${signature}`;
    return request('POST', '/', { headers: { ...headers, authorization, ...changes.afterwards }, body });
  };
}

/** `20260101T000000Z` */
export function awsDate(date: Date): string {
  return date.toISOString().replace(/[-:]|\.\d+/g, '');
}
