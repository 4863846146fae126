import { formatRepository } from '../../images/name.js';
import { Failure } from '../../lib/errors.js';
import { inputName } from '../../lib/input-names.js';
import { createNotPulledFor } from '../../retention/not-pulled.js';
import type { UnreadRule } from './unread-rules.js';

/** The rule of `not-pulled-for`; only some registries report pulls. @param span milliseconds */
export function notPulledFor(span: number): UnreadRule {
  return {
    refuse({ name, kind, driver }) {
      if (driver.list !== undefined && kind.capabilities.lists?.includes('pulled')) return;
      throw new Failure('unsupported', {
        operation: `Pruning ${formatRepository(name)} by ${inputName('not-pulled-for')}`,
        reason: 'its registry does not report when an image was pulled; nothing was deleted',
        advice: `Docker Hub, Harbor, and ECR with AWS credentials report it. On other registries, set ${inputName('older-than')}.`,
      });
    },
    read: async () => createNotPulledFor(span),
  };
}
