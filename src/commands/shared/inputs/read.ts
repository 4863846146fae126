import { usageFailure } from '../../../lib/errors.js';
import { inputName } from '../../../lib/input-names.js';
import type { Log } from '../../../lib/log.js';
import { suggest } from './suggest.js';
import type { Input, InputsOf } from './types.js';

/** The values of the inputs, as a frontend finds them. */
export interface InputReader {
  /** The text that was given; undefined or empty when none was. */
  readonly given: (name: string) => string | undefined;
  readonly frontend: 'action' | 'cli';
  readonly environment: Readonly<Record<string, string | undefined>>;
}

const prefix = 'IMAGE_GATE_';

/** `IMAGE_GATE_NAMESPACE`: where an input that was left empty takes its value from. */
export function environmentName(input: string): string {
  return `${prefix}${input.toUpperCase().replaceAll('-', '_')}`;
}

/**
 * A warning for each variable that no command reads and that is nearly the name of one that is read. Others may be
 * anybody's own.
 * @param inputs the names of the inputs of all commands: a pipeline sets once what its steps share
 */
export function misspelledVariables(
  environment: InputReader['environment'],
  inputs: Iterable<string>,
): readonly string[] {
  const known = [...inputs].map((input) => environmentName(input).slice(prefix.length));
  return unreadVariables(environment, inputs).flatMap((name) => {
    const near = suggest(name.slice(prefix.length), known);
    return near === undefined ? [] : [`${name} does not set any input. Did you mean ${prefix}${near}?`];
  });
}

/** The variables with our prefix and a value that are none of these inputs. */
export function unreadVariables(environment: InputReader['environment'], inputs: Iterable<string>): readonly string[] {
  const read = new Set([...inputs].map(environmentName));
  return Object.keys(environment).filter(
    (name) => name.startsWith(prefix) && !read.has(name) && environment[name]?.trim(),
  );
}

/**
 * Reads all inputs: the given value, else the environment, else the fallback. Secrets are masked before anything else,
 * so that no error about another input can show one. Logs a warning for a value that is hardly meant.
 * @throws Failure (usage) for the first that cannot be used.
 */
export async function readInputs<I>(
  definitions: InputsOf<I>,
  reader: InputReader,
  log: Pick<Log, 'secret' | 'warn'>,
): Promise<I> {
  const names = Object.keys(definitions) as (keyof I & string)[];
  const found = names.map((name) => ({ name, input: definitions[name], ...find(name, definitions[name], reader) }));
  const values = new Map<string, unknown>();
  for (const { name, input, text, label } of found.filter(({ input: { type } }) => type === 'secret')) {
    if (text !== undefined && input.masks === undefined) log.secret(text);
    const value = text === undefined ? input.absent : await input.read(text, label);
    for (const part of input.masks?.(value) ?? []) log.secret(part);
    values.set(name, value);
  }
  const texts = new Map(found.flatMap(({ name, text }) => (text === undefined ? [] : [[name, text] as const])));
  for (const { name, input, label } of found.filter(({ input: { type } }) => type !== 'secret')) {
    const text = texts.get(name);
    values.set(name, text === undefined ? input.absent : await input.read(text, label));
  }
  for (const { name, input, text, label } of found) {
    if (input.infer !== undefined) values.set(name, input.infer(texts));
    const warning = text === undefined ? undefined : input.doubt?.(text, label);
    if (warning !== undefined) log.warn(warning);
  }
  return Object.fromEntries(names.map((name) => [name, values.get(name)])) as I;
}

function find<T>(name: string, input: Input<T>, reader: InputReader): { text: string | undefined; label: string } {
  const given = reader.given(name)?.trim();
  // The runner gives every input, empty or not: only the command line shows that one was written.
  if (given === '' && input.refusesEmpty && reader.frontend === 'cli') {
    throw usageFailure(`${inputName(name)} is empty`, 'Give a value, or leave it out.');
  }
  if (given) return { text: given, label: inputName(name) };
  const variable = environmentName(name);
  const inherited = reader.environment[variable]?.trim();
  if (inherited) return { text: inherited, label: variable };
  return { text: input.fallback, label: inputName(name) };
}
