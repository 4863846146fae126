import { type Dockerfile, type Instruction, readDockerfile } from './dockerfile.js';
import { expandWord, splitWords, unquoted } from './dockerfile-words.js';
import { type FoundReference, foundReference, type Place, unreadable } from './found-reference.js';
import type { Variables } from './variables.js';

/** What BuildKit fills in by itself (Dockerfile reference, "automatic platform ARGs"): its values differ by platform. */
const platformArgument = /\$\{?(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT)\}?/g;

/**
 * The images that a Dockerfile builds on: `FROM`, `COPY --from`, `RUN --mount=…,from=`. Its own stages and `scratch` are
 * none. Variables have the defaults of the `ARG`s before the first `FROM`, the only ones that Docker knows there.
 */
export function dockerfileReferences(text: string, file: string): readonly FoundReference[] {
  const dockerfile = readDockerfile(text, file);
  const { instructions, escapeChar } = dockerfile;
  const variables = argumentsOf(dockerfile);
  const everyStage = new Set(instructions.filter(({ keyword }) => keyword === 'FROM').flatMap(stageName));
  const stages = new Set<string>();
  return instructions.flatMap((instruction) => {
    const { keyword, line } = instruction;
    const place = { file, line };
    if (keyword === 'FROM') {
      const [image = ''] = splitWords(instruction.rest, escapeChar) ?? [];
      if (image === '') throw unreadable(place, 'FROM names no image');
      const found = imageAt(image, place, variables, stages, escapeChar);
      for (const name of stageName(instruction)) stages.add(name);
      return found;
    }
    return sourcesOf(instruction).flatMap((source) =>
      // A number is the stage of that number.
      /^\d+$/.test(source) ? [] : imageAt(source, place, variables, everyStage, escapeChar),
    );
  });
}

function imageAt(
  word: string,
  place: Place,
  variables: Variables,
  stages: ReadonlySet<string>,
  escapeChar: string,
): readonly FoundReference[] {
  if (namesStages(unquoted(word, escapeChar), stages)) return [];
  const expanded = expandWord(word, variables, escapeChar);
  const written = expanded.kind === 'text' ? expanded.text : unquoted(word, escapeChar);
  const found = foundReference(written, place, variables);
  const name = found.text.toLowerCase();
  return found.text === 'scratch' || stages.has(name) ? [] : [found];
}

/** `build-${TARGETARCH}`, where a stage is called `build-arm64`: one of those stages for each platform. */
function namesStages(written: string, stages: ReadonlySet<string>): boolean {
  const parts = written.toLowerCase().split(new RegExp(platformArgument.source, 'gi'));
  if (parts.length < 2 || parts.some((part) => part.includes('$'))) return false;
  const pattern = new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`);
  // Written in the same way, or with one of its values.
  return [...stages].some((stage) => stage === written.toLowerCase() || pattern.test(stage));
}

/** `FROM image AS name`: Docker does not look at upper and lower case. */
function stageName({ rest }: Instruction): readonly string[] {
  const [, as, name] = rest.split(/\s+/);
  return name === undefined || as?.toUpperCase() !== 'AS' ? [] : [name.toLowerCase()];
}

/** Where `COPY` and the mounts of `RUN` take files from. */
function sourcesOf({ keyword, flags }: Instruction): readonly string[] {
  return flags.flatMap((flag) => {
    if (keyword === 'COPY') return /^--from=(.+)$/.exec(flag)?.slice(1) ?? [];
    const mount = keyword === 'RUN' ? /^--mount=(.+)$/.exec(flag)?.[1] : undefined;
    return (mount ?? '').split(',').flatMap((field) => /^from=(.+)$/i.exec(field.trim())?.slice(1) ?? []);
  });
}

/** The defaults of the `ARG`s before the first `FROM`, each of which may use those before it. */
function argumentsOf({ instructions, escapeChar }: Dockerfile): Variables {
  const first = instructions.findIndex(({ keyword }) => keyword === 'FROM');
  const variables = new Map<string, string>();
  for (const { keyword, rest } of instructions.slice(0, first)) {
    if (keyword !== 'ARG') continue;
    for (const word of splitWords(rest, escapeChar) ?? []) {
      const [, name, value] = /^([a-zA-Z_]\w*)=([\s\S]*)$/.exec(word) ?? [];
      const expanded = name === undefined ? undefined : expandWord(value ?? '', variables, escapeChar);
      if (name !== undefined && expanded?.kind === 'text') variables.set(name, expanded.text);
    }
  }
  return variables;
}
