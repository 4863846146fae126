import { type Instruction, readInstructions } from './dockerfile.js';
import { type FoundReference, foundReference, type Place, unreadable } from './found-reference.js';
import { expandVariables, type Variables } from './variables.js';

/**
 * The images that a Dockerfile builds on: `FROM`, `COPY --from`, `RUN --mount=…,from=`. Its own stages and `scratch` are
 * none. Variables have the defaults of the `ARG`s before the first `FROM`, the only ones that Docker knows there.
 */
export function dockerfileReferences(text: string, file: string): readonly FoundReference[] {
  const instructions = readInstructions(text, file);
  const variables = argumentsOf(instructions);
  const everyStage = new Set(instructions.filter(({ keyword }) => keyword === 'FROM').flatMap(stageName));
  const stages = new Set<string>();
  return instructions.flatMap((instruction) => {
    const { keyword, line } = instruction;
    const place = { file, line };
    if (keyword === 'FROM') {
      const [image = ''] = instruction.rest.split(/\s+/);
      if (image === '') throw unreadable(place, 'FROM names no image');
      const found = imageAt(unquoted(image), place, variables, stages);
      for (const name of stageName(instruction)) stages.add(name);
      return found;
    }
    return sourcesOf(instruction).flatMap((source) =>
      // A number is the stage of that number.
      /^\d+$/.test(source) ? [] : imageAt(source, place, variables, everyStage),
    );
  });
}

function imageAt(
  written: string,
  place: Place,
  variables: Variables,
  stages: ReadonlySet<string>,
): readonly FoundReference[] {
  const found = foundReference(written, place, variables);
  const name = found.text.toLowerCase();
  return found.text === 'scratch' || stages.has(name) ? [] : [found];
}

/** `FROM image AS name`: Docker does not look at upper and lower case. */
function stageName({ rest }: Instruction): readonly string[] {
  const [, name] = /^\S+\s+AS\s+(\S+)/i.exec(rest) ?? [];
  return name === undefined ? [] : [name.toLowerCase()];
}

/** Where `COPY` and the mounts of `RUN` take files from. */
function sourcesOf({ keyword, flags }: Instruction): readonly string[] {
  return flags.flatMap((flag) => {
    if (keyword === 'COPY') return /^--from=(.+)$/.exec(flag)?.slice(1) ?? [];
    const mount = keyword === 'RUN' ? /^--mount=(.+)$/.exec(flag)?.[1] : undefined;
    return unquoted(mount ?? '')
      .split(',')
      .flatMap((field) => /^from=(.+)$/.exec(field)?.slice(1) ?? []);
  });
}

/** The defaults of the `ARG`s before the first `FROM`, each of which may use those before it. */
function argumentsOf(instructions: readonly Instruction[]): Variables {
  const first = instructions.findIndex(({ keyword }) => keyword === 'FROM');
  const variables = new Map<string, string>();
  for (const { keyword, rest } of instructions.slice(0, first)) {
    if (keyword !== 'ARG') continue;
    for (const [, name = '', value = ''] of rest.matchAll(/([a-zA-Z_]\w*)=("[^"]*"|'[^']*'|\S*)/g)) {
      const expanded = expandVariables(unquoted(value), variables);
      if (expanded.kind === 'text') variables.set(name, expanded.text);
    }
  }
  return variables;
}

function unquoted(word: string): string {
  return word.replace(/^(["'])(.*)\1$/, '$2');
}
