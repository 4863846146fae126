import { parseArgs } from 'node:util';
import type { AnyCommand, Word } from './commands/command.js';
import { suggest } from './commands/suggest.js';
import { usageFailure } from './errors.js';

/** Flags that every command has. */
export const commonFlags = {
  json: 'Print JSON, and nothing else, on standard output.',
  quiet: 'Print errors only.',
  verbose: 'Tell every request and every decision on standard error.',
  'no-color': 'No colours, also on a terminal.',
  help: 'Show this help.',
  version: 'Show the version.',
} as const;

/** The flag that a command which destroys something has beside them. */
export const destructiveFlags = { yes: 'Do it without asking: needed where there is no terminal to ask on.' } as const;

export type CommonFlag = keyof typeof commonFlags | keyof typeof destructiveFlags;

/** The flags of a command that are no inputs, with their help. */
export function flagsOf(command: AnyCommand): Readonly<Record<string, string>> {
  return command.destructive === undefined ? commonFlags : { ...destructiveFlags, ...commonFlags };
}

/** A command line, read. */
export interface CommandLine {
  readonly flags: ReadonlySet<CommonFlag>;
  /** The text of each input that was given; of a list all that were, on lines of their own. */
  readonly given: ReadonlyMap<string, string>;
}

const short: Record<string, CommonFlag> = { h: 'help', q: 'quiet', v: 'verbose' };

/**
 * Reads what follows the command's name.
 * @throws Failure (usage) for a flag that does not exist (with the one that was probably meant), a value that is missing,
 *   or a flag that was given twice.
 */
export function readArguments(args: readonly string[], command: AnyCommand): CommandLine {
  const flags = new Set<CommonFlag>();
  const given = new Map<string, string>();
  const positional: string[] = [];
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
    const common = commonFlag(command, token.rawName, token.value);
    if (common === undefined) addValue(given, command, token.rawName, token.value);
    else flags.add(common);
  }
  const words = command.words?.arrange(positional) ?? inOrder(positional, command);
  for (const { input, text } of words) add(given, command, input, text, input);
  return { flags, given };
}

/** One word for each positional input. @throws Failure (usage) when there are more */
function inOrder(words: readonly string[], command: AnyCommand): readonly Word[] {
  const extra = words[command.positional.length];
  if (extra !== undefined) {
    throw usageFailure(
      `${JSON.stringify(extra)} is one word too many for ${command.name}`,
      adviceOnMore(command, words),
    );
  }
  return command.positional.flatMap((input, at) => {
    const text = words[at];
    return text === undefined ? [] : [{ input, text }];
  });
}

/** A list is one word, its values between commas. */
function adviceOnMore({ name, positional, inputs }: AnyCommand, words: readonly string[]): string {
  const help = `See image-gate ${name} --help.`;
  const list = positional.findIndex((input) => inputs[input]?.type === 'list');
  if (list < 0) return help;
  const values =
    list === positional.length - 1 ? `Several go between commas: ${words.slice(list).join(',')}.` : undefined;
  return `${values ?? `Several values of ${positional[list]} go between commas.`} ${help}`;
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
  const common = Object.keys(flagsOf(command)).map((name): [string, { type: 'boolean' }] => [
    name,
    { type: 'boolean' },
  ]);
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
    `there is no flag ${raw}`,
    near === undefined ? `See image-gate ${command.name} --help.` : `Did you mean --${near}?`,
  );
}
