import { usageFailure } from '../lib/errors.js';
import { inputName } from '../lib/input-names.js';

/**
 * Splits a line into a program and its arguments: at blanks, except inside '…' and "…"; a backslash takes the next
 * character as it is (inside '…' it is itself). Nothing else means anything: no variables, no globs, no `;`, no `$()`.
 * @throws Failure (usage) when a quote is not closed, or without a program.
 */
export function splitCommandLine(line: string): readonly [string, ...string[]] {
  const words: string[] = [];
  let word: string | undefined;
  let quote = '';
  for (let at = 0; at < line.length; at += 1) {
    const character = line.charAt(at);
    if (character === '\\' && quote !== "'") {
      at += 1;
      if (at === line.length) throw usageFailure(`${inputName('build-command')} ends in a backslash`);
      word = (word ?? '') + line.charAt(at);
    } else if (quote !== '') {
      if (character === quote) quote = '';
      else word = (word ?? '') + character;
    } else if (character === '"' || character === "'") {
      quote = character;
      word ??= '';
    } else if (/\s/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else {
      word = (word ?? '') + character;
    }
  }
  if (quote !== '') throw usageFailure(`${inputName('build-command')} has a ${quote} that is not closed`);
  if (word !== undefined) words.push(word);
  const [program, ...rest] = words;
  if (!program) throw usageFailure(`${inputName('build-command')} has no program`);
  return [program, ...rest];
}
