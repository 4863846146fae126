import { createContext, Script } from 'node:vm';
import { Failure, type FailureKind } from './errors.js';
import { inputName } from './input-names.js';

/** Milliseconds for all names of a repository; a pattern that does no harm takes one for some thousands of them. */
const timeLimit = 3000;
const script = new Script('work()');

/** The patterns of a command, by the names of their inputs; or those that a server gave, by what they are. */
export type Patterns = Readonly<Record<string, RegExp | undefined>>;

/**
 * The result of `work`, in which these patterns meet names from outside. Some patterns take practically forever on
 * some names (`^(a+)+$` on many a's and a `!`), and then no timer comes to its turn. Only the engine itself can end
 * them: the `timeout` of node:vm, which holds for all that is called from there.
 * @param kind whose the patterns are: `usage` of the person who wrote the inputs, `server` of a server
 * @throws Failure of that kind
 */
export function withRegExpTimeout<T>(patterns: Patterns, work: () => T, kind: FailureKind = 'usage'): T {
  const names = Object.keys(patterns).filter((name) => patterns[name] !== undefined);
  if (names.length === 0) return work();
  try {
    return script.runInContext(createContext({ work }), { timeout: timeLimit });
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw thrown;
    throw new Failure(kind, {
      operation: names.map((name) => (kind === 'usage' ? inputName(name) : name)).join(', '),
      reason: `matching took longer than ${timeLimit / 1000} s; nothing was changed`,
      advice: 'Write the pattern without a repetition inside a repetition: ^a+$ instead of ^(a+)+$.',
    });
  }
}
