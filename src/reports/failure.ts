import type { Failure, FailureKind } from '../errors.js';

/** The kinds of failure as the title of an annotation. */
export const failureTitles: Record<FailureKind, string> = {
  usage: 'wrong usage',
  authentication: 'authentication failed',
  'not-found': 'not found',
  denied: 'permission denied',
  server: 'the server failed',
  network: 'the network failed',
  timeout: 'time ran out',
  unsupported: 'not supported',
  build: 'the build failed',
  cancelled: 'cancelled',
};

/** What went wrong and what to do about it, as lines; several failures one after the other, the same one once. */
export function explainFailures(failures: readonly Failure[]): readonly string[] {
  const lines = failures.flatMap(({ message, advice }) => [
    message,
    ...(advice === undefined ? [] : [`What to do: ${advice}`]),
  ]);
  return [...new Set(lines)];
}
