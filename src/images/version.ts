import { attachedWords, readSuffix, type Suffix, toNumbers } from './version-suffix.js';

/** The version in a tag. */
export type ParsedTag = Version | NoVersion;

/**
 * A tag that no version can be read from: a branch, `latest`, a commit's SHA; or the tag of a referrer, which is not
 * even an image.
 */
export interface NoVersion {
  readonly kind: 'unversioned' | 'referrer';
  readonly text: string;
}

/**
 * A tag with a version in it: `jdk-11.0.2.7-alpine`, `v11.0.0-patch.1`, `22.04`, `20240101`. One tag can be an update
 * of another only where class, prefix, `v`, flavour, the number of parts of the release and the shapes of the counters
 * are the same; the order of such tags is that of `compareVersions`.
 */
export interface Version extends Suffix {
  readonly kind: 'version';
  /** The tag as it is. */
  readonly text: string;
  /** The words in front, with their separators: `jdk-`, `x86_64-ubuntu-jdk-`; mostly empty. */
  readonly prefix: string;
  readonly v: '' | 'v' | 'V';
  readonly class: VersionClass;
  /**
   * The first one to three numbers: major, minor, bugfix; of a date year, month, day. Less than three is a rolling tag.
   */
  readonly release: readonly bigint[];
  /** The fourth number and those after it (`v10.3.0.2`); of a date what follows its day (`20150228.11`). */
  readonly revision: readonly bigint[];
}

/**
 * The kind of the first number: below 1000 (normal), four digits (`2024.1`, `1809`), a calendar day (`20240101`,
 * `2024-01-01`), any other of five digits or more (long). They never mix: Alpine 3 is not older than Alpine 20240101.
 */
export type VersionClass = 'normal' | 'year' | 'date' | 'long';

/**
 * Signatures, attestations and SBOMs as cosign tags them, and the referrers tag schema of the OCI distribution
 * specification.
 */
const referrerTag = /^sha(?:256|512)-[0-9a-f]{64}(?:\..+)?$|\.(?:sig|att|sbom)$/;
const calendarDay = String.raw`(?:19|20)\d\d([-_]?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])(?!\d)`;
/** Nothing but a v: of most tags, and read at once. */
const bareLead = /^()(v?)(?=\d+(?:[-_.]|$))/i;
/** Words in front of a day, with any separators: `RELEASE.2024-08-26T15-33-07Z`. */
const dayLead = new RegExp(`^((?:[a-zA-Z][a-zA-Z0-9]*[-_.]+)+)(?=${calendarDay.replace('\\1', '\\2')})`);
/**
 * Words that end in a separator, then perhaps a v, then a digit. A word may begin with a number (`3d-dev-1.0.9`), but
 * `3rc1`, `8u252` and the like are numbers themselves.
 */
const lead = new RegExp(
  `^((?:(?:x86_64|(?!x86_64|v\\d)[a-z][a-z0-9.]*|\\d+(?!${attachedWords})[a-z][a-z0-9]*)[-_]+)*)(v?)(?=\\d)`,
  'i',
);
/** A number that only begins a word: `7z`, `2fa-alpine`. */
const wordNumber = new RegExp(`^\\d+(?!${attachedWords}|T\\d)[a-z]`, 'i');
/**
 * A number of which the word in front has a part: the month of `release2024-08`, the day of a date, or a whole version.
 */
const splitNumber =
  /(?<!\d)(?:19|20)\d\d(?:[-_](?:0[1-9]|1[0-2])(?!\d|\.\d)|([-_]?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])(?!\d))|\d+(?:\.\d+){2,}/;
const day = /^((?:19|20)\d\d)([-_]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])((?:\.\d+)*)(?!\d)/;
const dotted = /^\d+(?:\.\d+)*/;

/**
 * Short and full, SHA-1 and SHA-256, with git-describe's g; its letter and its digit distinguish it from a number and a
 * word.
 */
const shortestCommit = 7;
const commit = /^(?=.*[a-f])(?=.*\d)g?[0-9a-f]{7,64}$/;
/**
 * docker/metadata-action's `type=sha`: the rest is a commit even if it happens to be all digits, unless it is a
 * day.
 */
const commitMark = /(?:^|[-_])(?:sha|git)[-_]$/;

/**
 * Reads a tag. Any text is accepted: a text without a version gives a result of that kind, nothing throws. The rules
 * are what publishers do; the list of their habits is that of Renovate's docker versioning and presets, Dependabot's
 * docker/tag.rb and Diun's tags of artifacts.
 */
export function parseTag(text: string): ParsedTag {
  return parseWith(text, { numbersOf: readNumbers, suffixOf: readSuffix });
}

/**
 * The tags of a list, in its order. Of thousands most have the same numbers, and the same endings: each is read once.
 */
export function parseTags(texts: readonly string[]): readonly ParsedTag[] {
  const suffixes = [1, 2, 3].map((before) => remembered((ending) => readSuffix(ending, before)));
  const readers: Readers = {
    numbersOf: remembered(readNumbers),
    suffixOf: (ending, before) => suffixes[before - 1]?.(ending) ?? readSuffix(ending, before),
  };
  return texts.map((text) => parseWith(text, readers));
}

interface Readers {
  readonly numbersOf: (numbers: string) => Numbers;
  readonly suffixOf: (ending: string, before: number) => Suffix;
}

type Numbers = Pick<Version, 'class' | 'release' | 'revision'>;

function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const value = known.get(text) ?? read(text);
    known.set(text, value);
    return value;
  };
}

function parseWith(text: string, { numbersOf, suffixOf }: Readers): ParsedTag {
  if (referrerTag.test(text)) return { kind: 'referrer', text };
  const start = bareLead.exec(text) ?? readLead(text);
  if (start === null) return { kind: 'unversioned', text };
  const [whole, prefix = '', v] = start;
  const following = text.slice(whole.length);
  const [numbers = ''] = day.exec(following) ?? dotted.exec(following) ?? [];
  const { class: kind, release, revision } = numbersOf(numbers);
  const { qualifiers, counters, flavour } = suffixOf(following.slice(numbers.length), release.length);
  return {
    kind: 'version',
    text,
    prefix,
    v: v === 'v' || v === 'V' ? v : '',
    class: kind,
    release,
    revision,
    qualifiers,
    counters,
    flavour,
  };
}

/** The text before the version; null if no version follows. */
function readLead(text: string): RegExpExecArray | null {
  const start = dayLead.exec(text) ?? lead.exec(text);
  if (start === null) return null;
  const [whole, prefix = ''] = start;
  const isNone =
    namesCommit(prefix, text.slice(prefix.length)) ||
    wordNumber.test(text.slice(whole.length)) ||
    splitsNumber(text, prefix);
  return isNone ? null : start;
}

/** Half a date orders nothing, and neither does what is behind a version. */
function splitsNumber(text: string, prefix: string): boolean {
  return prefix !== '' && (splitNumber.exec(text)?.index ?? text.length) < prefix.length;
}

function namesCommit(prefix: string, following: string): boolean {
  const end = following.search(/[-_.]/);
  const word = end < 0 ? following : following.slice(0, end);
  if (prefix === '') return isCommit(word);
  if (commitMark.test(prefix) && /^\d{7,64}$/.test(word) && !day.test(word)) return true;
  return isCommit(word) || prefix.split(/[-_]/).some(isCommit);
}

function isCommit(word: string): boolean {
  return word.length >= shortestCommit && commit.test(word);
}

/** A day is its year, month and day; a number after it is a fourth number. */
function readNumbers(text: string): Numbers {
  const [date, year, , month, dayOfMonth, more = ''] = day.exec(text) ?? [];
  const all = toNumbers(date === undefined ? text : `${year}.${month}.${dayOfMonth}${more}`);
  const kind = date === undefined ? classOf(all[0] ?? 0n) : 'date';
  return { class: kind, release: all.slice(0, 3), revision: all.slice(3) };
}

function classOf(first: bigint): VersionClass {
  if (first < 1000n) return 'normal';
  return first < 10_000n ? 'year' : 'long';
}
