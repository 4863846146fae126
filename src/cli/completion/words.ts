import type { AnyCommand } from '../../commands/command.js';
import type { Input } from '../../commands/shared/inputs/types.js';
import type { CommonFlagWords } from '../arguments.js';
import { plainHelp } from '../help.js';

/** The words of a command line, as the scripts of all shells describe them. */
export interface CommandWords {
  readonly name: string;
  /** One line, without Markdown. */
  readonly help: string;
  readonly flags: readonly FlagWords[];
  /** The positional arguments, in order. */
  readonly places: readonly PlaceWords[];
}

export interface FlagWords {
  /** `--journal`. */
  readonly flag: string;
  readonly help: string;
  /** Undefined of a flag that takes none. */
  readonly value: Value | undefined;
  /** True if it may be given more than once. */
  readonly repeats: boolean;
}

export interface PlaceWords {
  readonly name: string;
  readonly value: Value;
  /** True if all further words are of its kind. */
  readonly repeats: boolean;
}

/** The kind of a value: one of these words, the name of a file, or something that no shell can know. */
export type Value =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'file' }
  | { readonly kind: 'text' };

/**
 * The words of a command: its inputs as flags, and then the flags that are not inputs.
 * @param common those flags, without `--`, with their help
 */
export function commandWords(
  command: Pick<AnyCommand, 'name' | 'summary' | 'inputs' | 'positional'>,
  common: Readonly<Record<string, CommonFlagWords>>,
): CommandWords {
  const inputs = Object.entries(command.inputs);
  return {
    name: command.name,
    help: firstSentence(command.summary),
    flags: [
      ...inputs.flatMap(([name, input]) => flagsOfInput(name, input, command.inputs)),
      ...Object.entries(common).map(([name, flag]) => commonFlag(`--${name}`, flag)),
    ],
    places: command.positional.flatMap((name, at, all) => {
      const input = command.inputs[name];
      const repeats = input?.type === 'list' && at === all.length - 1;
      return input === undefined ? [] : [{ name, value: kindOf(input), repeats }];
    }),
  };
}

function flagsOfInput(name: string, input: Input<unknown>, inputs: AnyCommand['inputs']): readonly FlagWords[] {
  const help = firstSentence(input.help, inputs);
  if (input.type === 'boolean') return [valueless(`--${name}`, help), valueless(`--no-${name}`, `Not: ${help}`)];
  return [{ flag: `--${name}`, help, value: kindOf(input), repeats: input.type === 'list' }];
}

function commonFlag(flag: string, { help, choices }: CommonFlagWords): FlagWords {
  if (choices === undefined) return valueless(flag, help);
  return { flag, help: firstSentence(help), value: { kind: 'words', words: choices }, repeats: false };
}

function valueless(flag: string, help: string): FlagWords {
  return { flag, help: firstSentence(help), value: undefined, repeats: false };
}

/** Lists that take files beside other values show that in their placeholder: `IMAGE|FILE,…`. */
function kindOf({ choices, placeholder }: Input<unknown>): Value {
  if (choices !== undefined) return { kind: 'words', words: choices };
  return /\b(?:FILE|FOLDER)\b/.test(placeholder) ? { kind: 'file' } : { kind: 'text' };
}

/** A list of flags has a line for each: the rest is in --help. */
function firstSentence(help: string, inputs: AnyCommand['inputs'] = {}): string {
  return plainHelp(help, inputs)
    .replace(/(?<=[.?;])\s.*$/s, '')
    .replace(/[.;]$/, '');
}
