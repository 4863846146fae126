import { type Answer, type IncomingRequest, json } from '../../exchange.js';

/** An error of the registry; its `detail` is an object always. */
export function quayFailure(status: number, code: string, message: string, detail: object = {}): Answer {
  return json(status, { errors: [{ code, message, detail }] });
}

/** An error in Quay's form of `application/problem+json`. */
export function problem(request: IncomingRequest, status: number, type: string, detail: string): Answer {
  return json(status, {
    detail,
    error_message: detail,
    error_type: type,
    title: type,
    type: `https://${request.host}/api/v1/error/${type}`,
    status,
  });
}
