import { randomUUID } from 'node:crypto';
import type { Answer, Host } from '../../exchange.js';
import type { Throttle } from '../../throttle.js';
import { type AwsFailure, authenticate } from './authentication.js';
import type { AwsCaller, AwsIdentities } from './identities.js';

const CONTENT_TYPE = 'application/x-amz-json-1.1';

/** An operation: its output, or an error. */
export type AwsOperation = (input: unknown, caller: AwsCaller) => Promise<object | AwsFailure> | object | AwsFailure;

export interface AwsJsonService {
  readonly identities: AwsIdentities;
  readonly region: string;
  /** Its name in signatures. */
  readonly service: string;
  /** The part of `X-Amz-Target` before the operation. */
  readonly target: string;
  readonly operations: Readonly<Record<string, AwsOperation>>;
  readonly throttle: Throttle;
}

/** An AWS service with the JSON 1.1 protocol: every request is a POST to `/`, every client error is a 400. */
export function awsJsonHost(service: AwsJsonService): Host {
  return async (request) => {
    const { method, path, headers } = request;
    const body = await request.text();
    if (method !== 'POST' || path !== '/') return refuse('UnknownOperationException', '', 404);
    const [target, name = ''] = (headers['x-amz-target'] ?? '').split('.');
    const operation = Object.hasOwn(service.operations, name) ? service.operations[name] : undefined;
    if (headers['content-type'] !== CONTENT_TYPE || target !== service.target || operation === undefined) {
      return refuse('UnknownOperationException', '');
    }
    const caller = authenticate(service.identities, request, body, service);
    if ('failure' in caller) return refuse(caller.failure, caller.message);
    if (service.throttle.refuses()) return refuse('ThrottlingException', 'Rate exceeded');
    const input = parsed(body);
    if (typeof input !== 'object' || input === null)
      return refuse('SerializationException', 'Start of structure expected.');
    const output = await operation(input, caller);
    if ('failure' in output) return refuse(output.failure, output.message);
    return answer(200, output);
  };
}

/** Some errors write `Message`, and some `message`. */
function refuse(failure: string, message: string, status = 400): Answer {
  const words = failure === 'AccessDeniedException' ? { Message: message } : message === '' ? {} : { message };
  return answer(status, { __type: failure, ...words });
}

function answer(status: number, value: object): Answer {
  const headers = { 'content-type': CONTENT_TYPE, 'x-amzn-requestid': randomUUID() };
  return { status, headers, body: JSON.stringify(value) };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
