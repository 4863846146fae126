import { withRegExpTimeout } from '../../../lib/reg-exp-timeout.js';
import { pattern } from './types.js';

/** The inputs that choose among names. */
export function selectionInputs(what: string, example = '^v\\d') {
  return {
    include: pattern({
      help: `Consider only ${what} that match this regular expression: \`${example}\`.`,
    }),
    exclude: pattern({
      help: `Skip ${what} that match this regular expression. Takes precedence over \`include\`.`,
    }),
  };
}

export interface Selection {
  readonly include: RegExp | undefined;
  readonly exclude: RegExp | undefined;
}

/** Those whose names were chosen. @throws Failure (usage) for a pattern that takes too long */
export function selected<T extends { readonly name: string }>(all: readonly T[], selection: Selection): readonly T[] {
  const { include, exclude } = selection;
  return withRegExpTimeout({ include, exclude }, () => all.filter(({ name }) => isSelected(name, selection)));
}

/** True if the name was chosen. */
export function isSelected(name: string, { include, exclude }: Selection): boolean {
  return (include?.test(name) ?? true) && !(exclude?.test(name) ?? false);
}
