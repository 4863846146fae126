import { Failure, type FailureKind } from '../../lib/errors.js';
import { failureTitles } from '../../reports/failure.js';

/** An error as RFC 9457 has it, with the kind and the exit code that the command line has for it. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly kind: FailureKind;
  readonly exitCode: number;
  readonly advice?: string | undefined;
}

export const problemType = 'application/problem+json';

/** Refusals and failures of registries are not the fault of the client of this service. */
const statuses: Readonly<Record<FailureKind, number>> = {
  usage: 400,
  'not-found': 404,
  authentication: 502,
  denied: 502,
  server: 502,
  network: 504,
  timeout: 504,
  unsupported: 501,
  build: 500,
  // A registry that is not allowed.
  condition: 403,
  cancelled: 503,
};

/** @param status if it differs from that of the kind: 405 */
export function problemOf(failure: Failure, status = statuses[failure.kind]): Problem {
  const { kind, exitCode, message, advice } = failure;
  return {
    type: `urn:image-gate:${kind}`,
    title: failureTitles[kind],
    status,
    detail: message,
    kind,
    exitCode,
    advice,
  };
}

/** A request that this service cannot understand. */
export function badRequest(reason: string, advice?: string): Failure {
  return new Failure('usage', { operation: '', reason, advice });
}
