import { type Dockerfile, type Instruction, readDockerfile } from './dockerfile.js';
import { expandWord, splitWords, unquoted } from './dockerfile-words.js';
import { type FoundReference, foundReference, type Place, unreadable } from './found-reference.js';
import type { Variables } from './variables.js';

/**
 * The arguments that BuildKit sets itself (Dockerfile reference, "automatic platform ARGs"): their values differ by
 * platform.
 */
const platformArguments = ['TARGET', 'BUILD'].flatMap((prefix) =>
  ['PLATFORM', 'OS', 'ARCH', 'VARIANT'].map((name) => `${prefix}${name}`),
);
/** Stands for such a value; no name has this character. */
const anyPlatform = '\u0000';
const platforms: Variables = new Map(platformArguments.map((name) => [name, anyPlatform]));

/**
 * The images that a Dockerfile builds on: `FROM`, `COPY --from`, `RUN --mount=…,from=`. Its own stages and `scratch`
 * are none. Variables have the defaults of the `ARG`s before the first `FROM`, the only ones that Docker knows there.
 */
export function dockerfileReferences(text: string, file: string): readonly FoundReference[] {
  const dockerfile = readDockerfile(text, file);
  const { instructions, escapeChar } = dockerfile;
  const scope = { variables: argumentsOf(dockerfile), byPlatform: argumentsOf(dockerfile, platforms), escapeChar };
  const everyStage = new Set(instructions.filter(({ keyword }) => keyword === 'FROM').flatMap(stageName));
  const stages = new Set<string>();
  return instructions.flatMap((instruction) => {
    const { keyword, rest, line } = instruction;
    const place = { file, line };
    if (keyword === 'FROM') {
      const [image = ''] = rest.split(/\s+/);
      if (image === '') throw unreadable(place, 'FROM has no image');
      const found = imageAt(image, place, scope, stages);
      for (const name of stageName(instruction)) stages.add(name);
      return found;
    }
    return sourcesOf(instruction).flatMap((source) => imageAt(source, place, scope, everyStage));
  });
}

/** The variables of a word: the arguments of the file, alone and with those that BuildKit fills in by platform. */
interface Scope {
  readonly variables: Variables;
  readonly byPlatform: Variables;
  readonly escapeChar: string;
}

function imageAt(word: string, place: Place, scope: Scope, stages: ReadonlySet<string>): readonly FoundReference[] {
  const { variables, byPlatform, escapeChar } = scope;
  const written = unquoted(word, escapeChar);
  const perPlatform = expandWord(word, byPlatform, escapeChar);
  if (perPlatform.kind === 'text' && namesStages(perPlatform.text, written, stages)) return [];
  const expanded = expandWord(word, variables, escapeChar);
  const found = foundReference(expanded.kind === 'text' ? expanded.text : written, place, variables);
  return found.text === 'scratch' || stages.has(found.text.toLowerCase()) ? [] : [found];
}

/** `build-${TARGETARCH}`, where a stage is called `build-arm64`: one of those stages for each platform. */
function namesStages(text: string, written: string, stages: ReadonlySet<string>): boolean {
  const parts = text.toLowerCase().split(anyPlatform);
  if (parts.length < 2) return false;
  const pattern = new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`);
  // Written in the same way, or with one of its values.
  return [...stages].some((stage) => stage === written.toLowerCase() || pattern.test(stage));
}

/** `FROM image AS name`: Docker does not look at upper and lower case. */
function stageName({ rest }: Instruction): readonly string[] {
  const [, as, name] = rest.split(/\s+/);
  return name === undefined || as?.toUpperCase() !== 'AS' ? [] : [name.toLowerCase()];
}

/** The images from which `COPY` and the mounts of `RUN` take files. To `COPY`, a number is the stage of that number. */
function sourcesOf({ keyword, flags }: Instruction): readonly string[] {
  return flags.flatMap((flag) => {
    if (keyword === 'COPY') return /^--from=(?!\d+$)(.+)$/.exec(flag)?.slice(1) ?? [];
    const mount = keyword === 'RUN' ? /^--mount=(.+)$/.exec(flag)?.[1] : undefined;
    return fieldsOf(mount ?? '').flatMap((field) => /^from=(.+)$/i.exec(field.trim())?.slice(1) ?? []);
  });
}

/** The fields of a mount, which are CSV: one in double quotes may have commas in it. */
function fieldsOf(mount: string): readonly string[] {
  return [...mount.matchAll(/(?:^|,)\s*(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain,
  );
}

/**
 * The defaults of the `ARG`s before the first `FROM`, each of which may use those before it. @param known more that
 * they may use
 */
function argumentsOf({ instructions, escapeChar }: Dockerfile, known: Variables = new Map()): Variables {
  const first = instructions.findIndex(({ keyword }) => keyword === 'FROM');
  const variables = new Map(known);
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
