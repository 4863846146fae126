import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import { type Contexts, interpolate } from './expressions.js';

interface ActionFile {
  readonly inputs?: Readonly<Record<string, { readonly default?: unknown; readonly required?: boolean } | null>>;
  readonly runs: { readonly using: string; readonly main: string };
}

export interface ActionToRun {
  /** The script of `runs.main`, as an absolute path. */
  readonly main: string;
  /** `INPUT_*` for every declared input, default or given, and for those that are not declared too. */
  readonly environment: Readonly<Record<string, string>>;
  /** The runner's warning about inputs that the action does not declare. */
  readonly unexpected: string | undefined;
}

/** Reads an action.yml and prepares its inputs as the runner does: names upper-cased, spaces `_`, hyphens kept. */
export async function readAction(
  path: string,
  inputs: Readonly<Record<string, string>>,
  contexts: Contexts,
): Promise<ActionToRun> {
  const file: ActionFile = parse(await readFile(path, 'utf8'));
  if (!/^node\d+$/.test(file.runs.using)) throw new Error(`${path}: runs.using is ${file.runs.using}, not Node`);
  const declared = Object.entries(file.inputs ?? {});
  const environment: Record<string, string> = {};
  for (const [name, input] of declared) {
    const value = input?.default;
    environment[variable(name)] = value === undefined || value === null ? '' : interpolate(String(value), contexts);
  }
  for (const [name, value] of Object.entries(inputs)) environment[variable(name)] = value;

  const names = declared.map(([name]) => name);
  const unknown = Object.keys(inputs).filter((name) => !names.some((known) => variable(known) === variable(name)));
  const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');
  return {
    main: resolve(dirname(path), file.runs.main),
    environment,
    unexpected:
      unknown.length === 0 ? undefined : `Unexpected input(s) ${list(unknown)}, valid inputs are [${list(names)}]`,
  };
}

function variable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}
