import { usageFailure } from '../../../lib/errors.js';
import { isGlob, looksLikeGlob, patternOfGlob } from './glob.js';
import { suggest } from './suggest.js';

/**
 * One input of a command, written once: the runner's frontend, the command line, action.yml, the docs and --help read
 * it. `T` is what the command gets; `read` makes it from the text, or throws a Failure (usage).
 */
export interface Input<T> {
  readonly type: InputType;
  readonly help: string;
  /** The title under which --help and the docs have it; undefined: the first list, without a title of its own. */
  readonly group?: string;
  /** The placeholder of the value in --help: `DURATION`, `NAME`. */
  readonly placeholder: string;
  /** Of a choice the words, for the completion of shells. */
  readonly choices?: readonly string[];
  /** The text that is taken when nothing is given; undefined: none, `read` is not called and `absent` is the value. */
  readonly fallback?: string;
  /** The default in words, where it is not a fixed text. */
  readonly fallbackHelp?: string;
  /**
   * Given and left empty is an error, where a frontend can see it: a variable that is not set must not widen what is
   * deleted.
   */
  readonly refusesEmpty?: true;
  /** The parts of a secret to mask, where it is more than one text. */
  masks?(value: T): readonly string[];
  /**
   * The value where it depends on other inputs. `texts` has each input that was given or has a fallback; each can be
   * read.
   * @throws Failure (usage) for inputs that contradict each other
   */
  readonly infer?: (texts: ReadonlyMap<string, string>) => T;
  readonly absent: T;
  readonly read: (text: string, name: string) => T | Promise<T>;
  /** A warning about a value that can be read and is hardly meant; undefined if none exists. */
  readonly doubt?: (text: string, name: string) => string | undefined;
}

export type InputType =
  | 'text'
  | 'list'
  | 'boolean'
  | 'whole-number'
  | 'duration'
  | 'pattern'
  | 'choice'
  | 'file'
  | 'secret';

/** For each value of `I` the input that it is read from. */
export type InputsOf<I> = { readonly [Name in keyof I]: Input<I[Name]> };

/** Inputs under one title of --help and the docs. */
export function grouped<D extends Readonly<Record<string, Input<unknown>>>>(group: string, inputs: D): D {
  return Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, { ...input, group }])) as D;
}

/** The values that a set of inputs gives. */
export type ValuesOf<D> = { readonly [Name in keyof D]: D[Name] extends Input<infer T> ? T : never };

type Words = {
  readonly help: string;
  readonly placeholder?: string;
  readonly fallbackHelp?: string;
  readonly refusesEmpty?: true;
};
/** The longest that is taken, in milliseconds; default 366 days. */
type Longest = { readonly most?: number };
type WithFallback = Words & { readonly fallback: string };

const millisecondsOf: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const oneDay = 86_400_000;
const longestWait = 366 * oneDay;
const longestText = 10_000;
const longestPattern = 500;

/** One line of text. */
export function text(words: WithFallback): Input<string>;
export function text(words: Words): Input<string | undefined>;
export function text(words: Words & { fallback?: string }): Input<string | undefined> {
  return { type: 'text', placeholder: 'TEXT', absent: undefined, read: oneLine, ...words };
}

/** Text of one or several lines. */
export function lines(words: Words): Input<string | undefined> {
  const read = (given: string, name: string) => {
    for (const line of given.split(/\r?\n/)) oneLine(line.replaceAll('\t', ' '), name);
    return given;
  };
  return { type: 'text', placeholder: 'TEXT', absent: undefined, read, ...words };
}

/** Several values. */
export function list(words: Words): Input<readonly string[]> {
  const read = (given: string, name: string) => splitList(given).map((entry) => oneLine(entry, name));
  return { type: 'list', placeholder: 'A,B,…', absent: [], read, ...words };
}

/** The entries of a list, between commas or on lines of their own, without surrounding blanks and empty ones. */
export function splitList(text: string): readonly string[] {
  return text
    .split(/[,\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

/** `true` or `false`, in the spellings of YAML 1.2. */
export function boolean(words: WithFallback): Input<boolean>;
export function boolean(words: Words): Input<boolean | undefined>;
export function boolean(words: Words & { fallback?: string }): Input<boolean | undefined> {
  const read = (given: string, name: string) => {
    if (/^(?:true|True|TRUE)$/.test(given)) return true;
    if (/^(?:false|False|FALSE)$/.test(given)) return false;
    throw usageFailure(`${name} is ${JSON.stringify(given)}, which is neither true nor false`);
  };
  return { type: 'boolean', placeholder: '', absent: undefined, read, ...words };
}

/** A whole number from 0; nothing may follow the digits. */
export function wholeNumber(
  words: Words & { readonly fallback?: string; readonly most?: number },
): Input<number | undefined> {
  const most = words.most ?? Number.MAX_SAFE_INTEGER;
  const read = (given: string, name: string) => {
    if (/^\d{1,15}$/.test(given) && Number(given) <= most) return Number(given);
    throw usageFailure(
      `${name} is ${JSON.stringify(given)}, which is not a whole number from 0${words.most === undefined ? '' : ` to ${most}`}`,
    );
  };
  return { type: 'whole-number', placeholder: 'N', absent: undefined, read, ...words };
}

/** `90s`, `10m`, `2h`, `30d`, `500ms`; also several together, `1h30m`. The value is in milliseconds. */
export function duration(words: WithFallback & Longest): Input<number>;
export function duration(words: Words & Longest): Input<number | undefined>;
export function duration({
  most = longestWait,
  ...words
}: Words & Longest & { fallback?: string }): Input<number | undefined> {
  const read = (given: string, name: string) => {
    const parts = /^(?:\d{1,9}(?:ms|[smhd]))+$/.test(given) ? given.match(/\d+(?:ms|[smhd])/g) : null;
    const total = parts?.reduce((sum, part) => {
      const [, count, unit = ''] = /^(\d+)([a-z]+)$/.exec(part) ?? [];
      return sum + Number(count) * (millisecondsOf[unit] ?? Number.NaN);
    }, 0);
    if (total !== undefined && total <= most) return total;
    throw usageFailure(
      `${name} is ${JSON.stringify(given)}, which is not a duration`,
      `Write 90s, 10m, 2h or 30d (at most ${most / oneDay}d).`,
    );
  };
  return { type: 'duration', placeholder: 'DURATION', absent: undefined, read, ...words };
}

/** A regular expression (ECMAScript, with the flag u) that must match somewhere. */
export function pattern(words: Words): Input<RegExp | undefined> {
  const read = (given: string, name: string) => {
    if (given.length > longestPattern) throw usageFailure(`${name} is longer than ${longestPattern} characters`);
    try {
      return new RegExp(given, 'u');
    } catch (error) {
      throw usageFailure(
        `${name} is ${JSON.stringify(given)}, which is not a regular expression: ${(error as Error).message}`,
        isGlob(given) ? `It looks like a glob. Write ${patternOfGlob(given)}.` : undefined,
      );
    }
  };
  const doubt = (given: string, name: string) =>
    looksLikeGlob(given)
      ? `${name} is ${JSON.stringify(given)}, which looks like a glob, but is read as a regular expression that matches ` +
        `somewhere in a name. Did you mean ${patternOfGlob(given)}?`
      : undefined;
  return { type: 'pattern', placeholder: 'REGEXP', absent: undefined, read, doubt, ...words };
}

/** One of a few words; with `anyCase` also in capitals. */
export function choice<const C extends string>(
  choices: readonly C[],
  words: Words & { readonly fallback: C; readonly anyCase?: boolean },
): Input<C>;
export function choice<const C extends string>(choices: readonly C[], words: Words): Input<C | undefined>;
export function choice<const C extends string>(
  choices: readonly C[],
  words: Words & { readonly fallback?: C; readonly anyCase?: boolean },
): Input<C | undefined> {
  const read = (given: string, name: string) =>
    readChoice(given, name, choices, words.anyCase ? given.toLowerCase() : given);
  return { type: 'choice', choices, placeholder: choices.join('|'), absent: words.fallback, read, ...words };
}

/** @throws Failure (usage) for a word that is none of these, with the one that was probably meant */
export function readChoice<const C extends string>(
  given: string,
  name: string,
  choices: readonly C[],
  wanted = given,
): C {
  const found = choices.find((one) => one === wanted);
  if (found !== undefined) return found;
  const near = suggest(given, choices);
  throw usageFailure(
    `${name} is ${JSON.stringify(given)}, which is not one of ${choices.join(', ')}`,
    near === undefined ? undefined : `Did you mean ${near}?`,
  );
}

/** The path of a file, as text; of a folder with the placeholder `FOLDER`. */
export function file(words: Words & { readonly fallback?: string }): Input<string | undefined> {
  return { type: 'file', placeholder: 'FILE', absent: undefined, read: oneLine, ...words };
}

/** A secret: masked wherever it might be shown, never in --help, and better not written on a command line. */
export function secret(words: Words): Input<string | undefined> {
  return { type: 'secret', placeholder: 'SECRET', absent: undefined, read: secretLine, ...words };
}

/** @throws Failure (usage) for a user name with a colon, which ends it in Basic authentication (RFC 7617) */
export function checkUserName(given: string, name: string): void {
  if (given.includes(':')) throw usageFailure(`${name} has a colon, which is not allowed in a user name`);
}

/** @throws Failure (usage) for text that is long or has several lines */
export function oneLine(given: string, name: string): string {
  if (given.length > longestText) throw usageFailure(`${name} is longer than ${longestText} characters`);
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(given)) {
    throw usageFailure(
      `${name} is ${JSON.stringify(given.slice(0, 80))}, which contains a line break or another control character`,
    );
  }
  return given;
}

/** @throws Failure (usage), whose text has nothing of the secret in it, for one that is long or has several lines */
export function secretLine(given: string, name: string): string {
  if (given.length > longestText) throw usageFailure(`${name} is longer than ${longestText} characters`);
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(given)) {
    throw usageFailure(
      `${name} contains a line break or another control character`,
      'Store the secret again, as one line.',
    );
  }
  return given;
}
