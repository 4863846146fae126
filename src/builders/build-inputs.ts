import { usageFailure } from '../lib/errors.js';
import { inputName } from '../lib/input-names.js';
import { checkPlaceholders } from './placeholders.js';

/** The inputs of a build by name, in order. */
export type BuildInputs = readonly (readonly [string, string])[];

/** GitHub's limit for workflow_dispatch. */
const most = 25;

/**
 * Reads `build-inputs`: a JSON object of texts, numbers and booleans, or lines of `key=value`.
 * @throws Failure (usage) for anything else, for an unknown placeholder, and for more than 25.
 */
export function parseBuildInputs(text: string): BuildInputs {
  const inputs = text.trimStart().startsWith('{') && isJson(text) ? fromJson(text) : fromLines(text);
  const names = inputs.map(([name]) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw usageFailure(`${inputName('build-inputs')} has ${JSON.stringify(twice)} twice`);
  if (inputs.length > most)
    throw usageFailure(
      `${inputName('build-inputs')} has ${inputs.length} entries; ${most} are the most that a workflow accepts`,
    );
  for (const [name, value] of inputs) checkPlaceholders(value, `${inputName('build-inputs')} ${JSON.stringify(name)}`);
  return inputs;
}

function isJson(text: string): boolean {
  return text.trimEnd().endsWith('}') && !/^\s*\{[a-z-]+\}\s*=/.test(text);
}

function fromJson(text: string): BuildInputs {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw usageFailure(
      `${inputName('build-inputs')} is not JSON: ${(error as Error).message}`,
      'Write a JSON object, or lines of key=value.',
    );
  }
  return Object.entries(value as Record<string, unknown>).map(([name, one]) => {
    if (typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean') return [name, String(one)];
    throw usageFailure(
      `${inputName('build-inputs')} has ${JSON.stringify(name)} with a value that is neither text, number nor boolean`,
    );
  });
}

function fromLines(text: string): BuildInputs {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, name, value] = /^([A-Za-z_][A-Za-z0-9_-]*)\s*=\s*(.*)$/.exec(line) ?? [];
      if (name !== undefined && value !== undefined) return [name, value];
      throw usageFailure(
        `${inputName('build-inputs')} has the line ${JSON.stringify(line)}`,
        'Write key=value on each line, or one JSON object.',
      );
    });
}
