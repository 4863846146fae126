import type { AnyCommand } from '../commands/command.js';
import { environmentName } from '../commands/shared/inputs/read.js';
import type { Input } from '../commands/shared/inputs/types.js';
import { asFlag } from '../lib/input-names.js';
import { repository } from '../lib/project.js';
import type { CommonFlagWords } from './arguments.js';

/** Words for the exit codes, in --help and in the docs. */
export const exitCodeWords: readonly (readonly [string, string])[] = [
  ['0', 'success; for check: ready'],
  ['1', 'not ready, or another condition that you set is not met: a build failed, too much would be deleted'],
  ['2', 'authentication failed'],
  ['3', 'not found: the ref, the source repository, the image'],
  ['4', 'permission denied'],
  ['5', 'the server failed, or limits the rate of requests'],
  ['6', 'the network failed, or time ran out'],
  ['7', 'not supported by this registry, or on this machine'],
  ['64', 'wrong usage, bad input or bad configuration'],
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
    'Flags of every command:',
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
    ...command.examples.flatMap((example) => wrap(`image-gate ${command.name} ${example}`, width, '  ')),
    '',
    ...inputEntries(command, width),
    ...(command.names === undefined
      ? []
      : [...wrap(`--format names prints ${plainHelp(command.names.help, command.inputs)}`, width, ''), '']),
    'Flags of every command:',
    ...entries(flagEntries(flags), width),
    '',
    ...wrap(
      `Every input can also be set in the environment, as ${environmentName('namespace')} for --namespace. That, or - to read it from ` +
        'standard input, is the way to give a secret: other users of the machine can see what is on a command line.',
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

/** The flags of the inputs, under the titles of their groups where the command has some. */
function inputEntries({ inputs, groups = {} }: AnyCommand, width: number): readonly string[] {
  const titles = new Map<string, [string, string][]>();
  for (const [name, input] of Object.entries(inputs)) {
    const title = groups[name] ?? 'Inputs';
    titles.set(title, [...(titles.get(title) ?? []), [flagOf(name, input), plainHelp(inputHelp(input), inputs)]]);
  }
  return [...titles].flatMap(([title, pairs]) => [`${title}:`, ...entries(pairs, width), '']);
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

/** Help without the marks of Markdown, in which the inputs of a command are flags: `wait` is `--wait`. */
export function plainHelp(text: string, inputs: AnyCommand['inputs'] = {}): string {
  return text.replace(/`([^`]*)`/g, (_, code: string) => {
    const [, name = '', value] = /^([a-z-]+)(?:: (.+))?$/.exec(code) ?? [];
    return Object.hasOwn(inputs, name) ? asFlag(name, value) : code;
  });
}
