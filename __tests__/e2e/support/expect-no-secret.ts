import { expect } from '@jest/globals';
import type { RecordedRequest } from '../../../sandbox/exchange.js';
import { secretsIn } from './keyless.js';

/** Nothing of what these requests keep secret is in what was printed. */
export function expectNoSecret(
  { stdout, stderr }: { readonly stdout: string; readonly stderr: string },
  requests: readonly RecordedRequest[],
): void {
  for (const secret of secretsIn(requests)) expect(stdout + stderr).not.toContain(secret);
}
