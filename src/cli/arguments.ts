import { parseArgs } from 'node:util';
import type { AnyCommand, Word } from '../commands/command.js';
import { suggest } from '../commands/shared/inputs/suggest.js';
import { usageFailure } from '../lib/errors.js';
import { type Format, formatOf, formats } from './format.js';

/** A flag that is not an input; one with choices takes a value. */
export interface CommonFlagWords {
  readonly help: string;
  readonly choices?: readonly string[];
}

/** Flags that every command has. */
export const commonFlags = {
  format: {
    help: 'Print the result as a `table`, as `json`, as `names` (one a line) or as `dotenv` (the outputs as `IMAGE_GATE_…=…`).',
    choices: formats,
  },
  json: { help: 'The same as `--format json`.' },
  quiet: { help: 'Print only errors and, for a list, its names.' },
  verbose: { help: 'Log every request and every decision on standard error.' },
  'no-color': { help: 'Disable colours.' },
  help: { help: 'Show this help.' },
  version: { help: 'Show the version.' },
} as const satisfies Readonly<Record<string, CommonFlagWords>>;

/** The flag that a command which destroys something has beside them. */
export const destructiveFlags = {
  yes: { help: 'Delete without confirmation. Required if there is no terminal.' },
} as const satisfies Readonly<Record<string, CommonFlagWords>>;

/** A flag without a value. */
export type CommonFlag = Exclude<keyof typeof commonFlags, 'format'> | keyof typeof destructiveFlags;

/** The flags of a command that are not inputs. */
export function flagsOf(command: AnyCommand): Readonly<Record<string, CommonFlagWords>> {
  return command.destructive === undefined ? commonFlags : { ...destructiveFlags, ...commonFlags };
}

/** A command line, read. */
export interface CommandLine {
  readonly flags: ReadonlySet<CommonFlag>;
  /** The value of `--format`, or that of `--json`; undefined for neither. */
  readonly format: Format | undefined;
  /** The text of each input that was given; of a list all that were, on lines of their own. */
  readonly given: ReadonlyMap<string, string>;
}

const short: Record<string, CommonFlag> = { h: 'help', q: 'quiet', v: 'verbose' };

/**
 * Reads what follows the command's name.
 * @throws Failure (usage) for a flag that does not exist (with the one that was probably meant), a value that is
 * missing,   or a flag that was given twice.
 */
export function readArguments(args: readonly string[], command: AnyCommand): CommandLine {
  const flags = new Set<CommonFlag>();
  const given = new Map<string, string>();
  const positional: string[] = [];
  let format: string | undefined;
  const { tokens } = parseArgs({
    args: [...args],
    options: optionsOf(command),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'positional') positional.push(token.value);
    if (token.kind !== 'option') continue;
    if (token.rawName === '--format') {
      if (token.value === undefined) throw usageFailure('--format needs a value', `--format ${formats.join('|')}`);
      if (format !== undefined) throw usageFailure('--format is given twice');
      format = token.value;
      continue;
    }
    const common = commonFlag(command, token.rawName, token.value);
    if (common === undefined) addValue(given, command, token.rawName, token.value);
    else flags.add(common);
  }
  const words = command.words?.arrange(positional) ?? inOrder(positional, command);
  for (const { input, text } of words) add(given, command, input, text, `--${input}`);
  const chosen = formatOf(format, flags.has('json'));
  if (chosen === 'names' && command.names === undefined)
    throw usageFailure(`${command.name} has no names to print`, 'Take --format table, json or dotenv.');
  return { flags, format: chosen, given };
}

/**
 * One word for each positional input, and all that are left for a list in the last place. @throws Failure (usage) when
 * there are more
 */
function inOrder(words: readonly string[], { name, positional, inputs }: AnyCommand): readonly Word[] {
  const last = positional.at(-1);
  const rest = last !== undefined && inputs[last]?.type === 'list' ? last : undefined;
  return words.map((text, at) => {
    const input = positional[at] ?? rest;
    if (input !== undefined) return { input, text };
    throw usageFailure(`unexpected argument ${JSON.stringify(text)}`, `See image-gate ${name} --help.`);
  });
}

/** Flags without a value; all others take one. */
function optionsOf(command: AnyCommand): Record<string, { type: 'boolean' | 'string' }> {
  const inputs = Object.entries(command.inputs).flatMap(
    ([name, { type }]): [string, { type: 'boolean' | 'string' }][] =>
      type === 'boolean'
        ? [
            [name, { type: 'boolean' }],
            [`no-${name}`, { type: 'boolean' }],
          ]
        : [[name, { type: 'string' }]],
  );
  const common = Object.entries(flagsOf(command)).map(
    ([name, { choices }]): [string, { type: 'boolean' | 'string' }] => [
      name,
      { type: choices === undefined ? 'boolean' : 'string' },
    ],
  );
  return Object.fromEntries([...inputs, ...common]);
}

function commonFlag(command: AnyCommand, raw: string, value: string | undefined): CommonFlag | undefined {
  const name = raw.startsWith('--') ? raw.slice(2) : short[raw.slice(1)];
  if (name === undefined || !Object.hasOwn(flagsOf(command), name)) return undefined;
  if (value !== undefined) throw usageFailure(`--${name} takes no value`);
  return name as CommonFlag;
}

function addValue(given: Map<string, string>, command: AnyCommand, raw: string, value: string | undefined): void {
  const name = raw.replace(/^--?/, '');
  const positive = name.replace(/^no-/, '');
  if (raw.startsWith('--') && command.inputs[name] === undefined && command.inputs[positive]?.type === 'boolean') {
    if (value !== undefined) throw usageFailure(`${raw} takes no value`);
    add(given, command, positive, 'false', raw);
    return;
  }
  const input = raw.startsWith('--') && Object.hasOwn(command.inputs, name) ? command.inputs[name] : undefined;
  if (input === undefined) throw unknownFlag(raw, command);
  if (value === undefined && input.type !== 'boolean')
    throw usageFailure(`${raw} needs a value`, `${raw} ${input.placeholder}`);
  add(given, command, name, value ?? 'true', raw);
}

function add(given: Map<string, string>, command: AnyCommand, name: string, value: string, raw: string): void {
  const before = given.get(name);
  const isList = command.inputs[name]?.type === 'list';
  if (before !== undefined && !isList) throw usageFailure(`${raw} is given twice`);
  given.set(name, before === undefined ? value : `${before}\n${value}`);
}

function unknownFlag(raw: string, command: AnyCommand) {
  const known = [...Object.keys(command.inputs), ...Object.keys(flagsOf(command))];
  const near = suggest(raw.replace(/^-+/, ''), known);
  return usageFailure(
    `unknown flag ${raw}`,
    near === undefined ? `See image-gate ${command.name} --help.` : `Did you mean --${near}?`,
  );
}
