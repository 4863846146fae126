import type { AnyCommand } from '../commands/command.js';
import { environmentName } from '../commands/shared/inputs/read.js';
import type { Input } from '../commands/shared/inputs/types.js';
import { asFlag } from '../lib/input-names.js';
import { repository } from '../lib/project.js';
import type { CommonFlagWords } from './arguments.js';

/** Words for the exit codes, in --help and in the docs. */
export const exitCodeWords: readonly (readonly [string, string])[] = [
  ['0', 'success; for check: ready'],
  ['1', 'not ready, or another condition is not met: a build failed, a plan would delete too much'],
  ['2', 'authentication failed'],
  ['3', 'not found: the ref, the source repository, the image'],
  ['4', 'permission denied'],
  ['5', 'server error, or rate limit exceeded'],
  ['6', 'network error or timeout'],
  ['7', 'not supported by this registry or on this machine'],
  ['64', 'invalid command line, input or configuration'],
  ['130', 'cancelled'],
];

/** The help of the whole program. */
export function programHelp(
  commands: readonly Pick<AnyCommand, 'name' | 'summary'>[],
  flags: Readonly<Record<string, CommonFlagWords>>,
  width: number,
): string {
  return [
    'Image Gate: check that the container image for a commit exists before you deploy it.',
    '',
    'Usage: image-gate COMMAND [FLAGS]',
    '',
    'Commands:',
    ...entries(
      commands.map(({ name, summary }) => [name, summary]),
      width,
    ),
    '',
    'Common flags:',
    ...entries(flagEntries(flags), width),
    '',
    'Run `image-gate COMMAND --help` for details.',
    '',
    'Documentation:',
    `  https://github.com/${repository}`,
  ].join('\n');
}

/** The help of one command. */
export function commandHelp(
  command: AnyCommand,
  flags: Readonly<Record<string, CommonFlagWords>>,
  width: number,
): string {
  const [usage, ...others] = usagesOf(command);
  return [
    ...wrap(plainHelp(command.summary), width, ''),
    '',
    `Usage: image-gate ${usage} [FLAGS]`,
    ...others.map((other) => `   or: image-gate ${other} [FLAGS]`),
    '',
    command.examples.length === 1 ? 'Example:' : 'Examples:',
    ...command.examples.flatMap((example) => hanging(`image-gate ${command.name} ${example}`, width)),
    '',
    ...inputEntries(command, width),
    ...(command.names === undefined
      ? []
      : [...wrap(`--format names prints ${plainHelp(command.names.help, command.inputs)}.`, width, ''), '']),
    'Common flags:',
    ...entries(flagEntries(flags), width),
    '',
    ...wrap(
      `The flags of the command can also be set in the environment: ${environmentName('password')} for --password. Do not ` +
        'write secrets on the command line, where other users of the machine can see them: set them in the environment, ' +
        'or write - to read one from standard input.',
      width,
      '',
    ),
    '',
    'Exit codes:',
    ...entries(exitCodeWords, width),
  ].join('\n');
}

/** The ways to write the command with its words: `inspect [IMAGE…]`; a list in the last place takes several. */
export function usagesOf({
  name,
  positional,
  inputs,
  words,
}: Pick<AnyCommand, 'name' | 'positional' | 'inputs' | 'words'>): readonly string[] {
  const several = (input: string, at: number) => at === positional.length - 1 && inputs[input]?.type === 'list';
  const places = positional.map((input, at) => `[${input.toUpperCase()}${several(input, at) ? '…' : ''}]`);
  const usages = words?.usage ?? [places.join(' ')];
  return usages.map((usage) => `${name} ${usage}`.trimEnd());
}

/** The flags of the inputs, under the titles of their groups. */
function inputEntries({ inputs }: AnyCommand, width: number): readonly string[] {
  return groupsOf(inputs).flatMap(({ title = 'Flags', inputs: own }) => {
    const pairs = own.map(([name, input]) => [flagOf(name, input), plainHelp(inputHelp(input), inputs)] as const);
    return [`${title}:`, ...entries(pairs, width), ''];
  });
}

/** Inputs under one title, those without a title under undefined. */
interface Group {
  readonly title: string | undefined;
  readonly inputs: readonly (readonly [string, Input<unknown>])[];
}

/** The inputs of a command by their titles, in the order of the inputs. */
export function groupsOf(inputs: AnyCommand['inputs']): readonly Group[] {
  const all = Object.entries(inputs);
  const titles = new Set(all.map(([, { group }]) => group));
  return [...titles].map((title) => ({ title, inputs: all.filter(([, { group }]) => group === title) }));
}

/** An input's help with its default, as Markdown. */
export function inputHelp(input: Input<unknown>): string {
  const shown = defaultOf(input);
  return shown === undefined ? input.help : `${input.help} Default: ${shown}.`;
}

/** The default as Markdown; undefined for none. */
export function defaultOf({ fallback, fallbackHelp }: Input<unknown>): string | undefined {
  return fallbackHelp ?? (fallback === undefined ? undefined : `\`${fallback}\``);
}

function flagOf(name: string, input: Input<unknown>): string {
  return input.type === 'boolean' ? `--[no-]${name}` : `--${name} ${input.placeholder}`;
}

function flagEntries(flags: Readonly<Record<string, CommonFlagWords>>): readonly (readonly [string, string])[] {
  return Object.entries(flags).map(([name, flag]) => [commonFlagOf(name, flag), plainHelp(flag.help)]);
}

/** `--format table|json`, `--quiet`. */
export function commonFlagOf(name: string, { choices }: CommonFlagWords): string {
  return choices === undefined ? `--${name}` : `--${name} ${choices.join('|')}`;
}

function entries(pairs: readonly (readonly [string, string])[], width: number): readonly string[] {
  const longest = Math.min(28, Math.max(...pairs.map(([left]) => left.length)));
  const indent = ' '.repeat(longest + 4);
  return pairs.flatMap(([left, right]) => {
    const lines = wrap(right, width, indent);
    const head = `  ${left.padEnd(longest)}`;
    return left.length > longest ? [head, ...lines] : [`${head}  ${lines[0]?.trimStart() ?? ''}`, ...lines.slice(1)];
  });
}

function wrap(text: string, width: number, indent: string): readonly string[] {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(' ')) {
    if (line.length + word.length + 1 > width && line.trim() !== '') {
      lines.push(line);
      line = indent;
    }
    line += line.trim() === '' ? word : ` ${word}`;
  }
  return [...lines, line];
}

/** Lines of which all but the first are indented further. */
function hanging(text: string, width: number): readonly string[] {
  return wrap(text, width, '      ').map((line, at) => (at === 0 ? line.slice(4) : line));
}

/** Help without the marks of Markdown, in which the inputs of a command are flags: `wait` is `--wait`. */
export function plainHelp(text: string, inputs: AnyCommand['inputs'] = {}): string {
  return text.replace(/`([^`]*)`/g, (_, code: string) => {
    const [, name = '', value] = /^([a-z-]+)(?:: (.+))?$/.exec(code) ?? [];
    return Object.hasOwn(inputs, name) ? asFlag(name, value) : code;
  });
}
