import type { Failure, FailureKind } from '../errors.js';

/** The kinds of failure as the title of an annotation. */
export const failureTitles: Record<FailureKind, string> = {
  usage: 'Wrong usage',
  authentication: 'Authentication failed',
  'not-found': 'Not found',
  denied: 'Permission denied',
  server: 'The server failed',
  network: 'The network failed',
  timeout: 'Time ran out',
  unsupported: 'Not supported',
  cancelled: 'Cancelled',
};

/** What went wrong and what to do about it, as lines; several failures one after the other, the same one once. */
export function explainFailures(failures: readonly Failure[]): readonly string[] {
  const lines = failures.flatMap(({ message, advice }) => [
    message,
    ...(advice === undefined ? [] : [`What to do: ${advice}`]),
  ]);
  return [...new Set(lines)];
}
