import { Failure } from '../../src/lib/errors.js';
import { asYaml, writeInputs } from '../../src/lib/input-names.js';

/**
 * The Failure that this throws, in the words of a workflow; anything else that is thrown, or nothing, is an error of the
 * test.
 */
export function failureOf(run: () => unknown): Failure {
  try {
    run();
  } catch (thrown) {
    if (thrown instanceof Failure) return inWorkflow(thrown);
    throw thrown;
  }
  throw new Error('nothing was thrown');
}

function inWorkflow(failure: Failure): Failure {
  const { kind, operation, reason, advice } = failure;
  const written = {
    operation: writeInputs(operation, asYaml),
    reason: writeInputs(reason, asYaml),
    advice: advice && writeInputs(advice, asYaml),
  };
  const isSame = written.operation === operation && written.reason === reason && written.advice === advice;
  return isSame ? failure : new Failure(kind, { ...failure, ...written });
}

/** The Failure that this promise rejects with. */
export async function rejectionOf(promise: Promise<unknown>): Promise<Failure> {
  const [settled] = await Promise.allSettled([promise]);
  return failureOf(() => {
    if (settled.status === 'rejected') throw settled.reason;
  });
}

/** What this gives, or undefined where it throws a Failure. Any other exception goes on: it is a defect. */
export function orRefused<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (thrown) {
    if (thrown instanceof Failure) return undefined;
    throw thrown;
  }
}
