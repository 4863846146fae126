/** The text after the numbers of a version, divided into the part with an order and the part that is only a name. */
export interface Suffix {
  /** In the tag's order: `-alpha.2`, `rc1`, `-patch.3`. None: a release. */
  readonly qualifiers: readonly Qualifier[];
  /** Numbers that count builds of the same version, in the tag's order. */
  readonly counters: readonly Counter[];
  /**
   * All the rest as it is written, in order: `-alpine3.18`, `-windowsservercore-ltsc2022`, `.minimal`, `-f3ba42e`; or
   * nothing.
   */
  readonly flavour: string;
}

/** A word that puts an image before (`pre`) or after (`post`) the release of the same numbers. */
export interface Qualifier {
  readonly kind: 'pre' | 'post';
  /** Lower case, and one name for synonyms: `a` is alpha, `b` beta, `cr` rc, `m` milestone. */
  readonly word: string;
  /** `-rc.1`, `-rc1`, `rc-01`: 1. `-preview2.1`: 2 and 1. */
  readonly numbers: readonly bigint[];
}

/** A counter is compared with one of the same shape, never gained or lost. */
export interface Counter {
  /**
   * As it is written, with N for its number or numbers: `_N`, `-N`, `-rN`, `-KBN`, `-iso.N`, `-YYYYMMDD`, `-N-g`
   * (git-describe), `uN` (Java), `-N.N.N` and `-phpN.N.N` (a second version).
   */
  readonly shape: string;
  readonly numbers: readonly bigint[];
  /** The place that its first number counts as: 0 major, 1 minor, 2 bugfix, 3 patch; each number behind it one less. */
  readonly level: Level;
}

export type Level = 0 | 1 | 2 | 3;

const qualifierWords = new Map<string, { readonly kind: 'pre' | 'post'; readonly word: string }>([
  ...['alpha', 'beta', 'rc', 'milestone', 'dev', 'snapshot', 'nightly', 'canary', 'unstable', 'edge', 'next', 'pre']
    .concat(['preview', 'ea', 'experimental'])
    .map((word) => [word, { kind: 'pre', word }] as const),
  ['a', { kind: 'pre', word: 'alpha' }],
  ['b', { kind: 'pre', word: 'beta' }],
  ['cr', { kind: 'pre', word: 'rc' }],
  ['m', { kind: 'pre', word: 'milestone' }],
  // Not in SemVer, where any suffix comes before the release: Mojaloop's hotfixes and Grafana's `-security-01` follow
  // it. `post` is that of PEP 440.
  ...['patch', 'hotfix', 'security', 'post'].map((word) => [word, { kind: 'post', word }] as const),
]);

/** A suffix that may follow a number without a separator: `3rc1`, `8u252`, `7.4p1`. */
export const attachedWords = `(?:${[...qualifierWords.keys(), 'u', 'p', 'r'].join('|')})\\d*(?![a-zA-Z0-9])`;

// Every pattern begins where the one before has ended and takes whole words: `(?![a-zA-Z0-9])`, and no half of a dotted
// number.
const qualifier =
  /^[-_.]*([a-zA-Z]+)(?:(?!-\d+-g[0-9a-f]{7,40}(?![a-zA-Z0-9]))[-_.]?(\d+(?:\.\d+)*)(?!\.\d|[a-zA-Z0-9]))?(?![a-zA-Z0-9])/;
/** `v3.2.0-10-g0208ead`: ten commits after the tag (git-describe(1)). */
const described = /^-(\d+)-g[0-9a-f]{7,40}(?![a-zA-Z0-9])/;
const dated =
  /^([-_.]+)((?:19|20)\d\d([-_]?)(?:0[1-9]|1[0-2])\3(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3])[-_]?[0-5]\d(?:[-_]?[0-5]\d)?Z?|(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?)?)((?:\.\d+)*)(?!\.\d|[a-zA-Z0-9])/;
/** The time of a version that is a date: `T15-33-07Z`. */
const clock = /^T(?:[01]\d|2[0-3])([-_.]?)[0-5]\d(?:\1[0-5]\d(?:\.\d+)?)?Z?(?![a-zA-Z0-9])/;
/** Java's `8u252` and `8u252-b09`, which are 8.0.252. */
const update = /^u(\d+)(?:-b(\d+))?(?![a-zA-Z0-9])/;
/**
 * Bitnami's and Alpine's `-r24`, linuxserver.io's `-ls112`, Windows' `-KB4499167`, a branch's `-master-777`, `-iso.20`.
 */
const named = /^([-_.]+(?:r|ls|kb|master-|[a-z]+\.))(\d+)(?!\.\d|[a-zA-Z0-9])/i;
/** Only directly after the version: in `-debian-12` and `-nanoserver-1809` the number belongs to the word. */
const bare = /^([-_]+)(\d+(?:\.\d+)?)(?!\.\d|[a-zA-Z0-9])/;
const threeNumbers = /\d\.\d+\.\d/;
/** Three numbers or more are a version wherever they are: `-1.0.9`, `-v1.2.0`, `-php8.2.1`. */
const second = /^([-_.]+[a-zA-Z]*|[a-zA-Z]+)(\d+(?:\.\d+){2,})(?!\.?\d)/;
/** But those of what the image runs on stay what they are, as its whole flavour does. */
const platform =
  /^[-_.]*(?:alpine|debian|ubuntu|centos|rhel|ubi|fedora|rocky|rockylinux|almalinux|amazonlinux|oraclelinux|opensuse|leap|sles|photon|nanoserver|windowsservercore|servercore|windows)[-_.]?\d+(?:\.\d+){2,}(?!\.?\d)/i;
const flavourPiece = /^[-_.]*[^-_.]*/;

/**
 * Sorts what follows the numbers of a version. Any text will do.
 * @param before how many numbers those are, three at most
 */
export function readSuffix(text: string, before: number): Suffix {
  const qualifiers: Qualifier[] = [];
  const counters: Counter[] = [];
  let flavour = '';
  const hasVersion = threeNumbers.test(text);
  let rest = text;
  while (rest !== '') {
    const directly = flavour === '';
    const level = directly && qualifiers.length === 0 ? before + counters.length : 3;
    const found =
      readQualifier(rest) ??
      readCounter(rest, rest === text, directly, Math.min(level, 3) as Level) ??
      (hasVersion ? readVersion(rest) : undefined);
    if (found === undefined) {
      const [piece = rest] = (hasVersion ? platform.exec(rest) : null) ?? flavourPiece.exec(rest) ?? [];
      flavour += piece;
      rest = rest.slice(piece.length);
    } else {
      if ('shape' in found.part) counters.push(found.part);
      else qualifiers.push(found.part);
      rest = rest.slice(found.length);
    }
  }
  return { qualifiers, counters, flavour };
}

interface Found<Part> {
  readonly part: Part;
  /** Characters. */
  readonly length: number;
}

function readQualifier(text: string): Found<Qualifier> | undefined {
  const match = qualifier.exec(text);
  const known = qualifierWords.get(match?.[1]?.toLowerCase() ?? '');
  if (match === null || known === undefined) return undefined;
  return { part: { ...known, numbers: match[2] === undefined ? [] : toNumbers(match[2]) }, length: match[0].length };
}

/** @param level what a bare number counts as here: behind `8.7` it is the third */
function readCounter(text: string, first: boolean, directly: boolean, level: Level): Found<Counter> | undefined {
  const commits = described.exec(text);
  if (commits !== null) return found(commits[0], '-N-g', toNumbers(commits[1]));
  const date = dated.exec(text);
  if (date !== null) {
    const [whole, mark = '', moment = '', , more = ''] = date;
    return found(whole, `${mark}${lettersOf(moment)}`, toNumbers(`${moment.replace(/\D/g, '')}${more}`));
  }
  const java = first ? update.exec(text) : null;
  if (java !== null) return found(java[0], java[0].replace(/\d+/g, 'N'), numbersIn(java[0]), 2);
  const time = first ? clock.exec(text) : null;
  if (time !== null) return found(time[0], time[0].replace(/\d/g, 'N'), numbersIn(time[0]));
  const build = named.exec(text);
  if (build !== null) return found(build[0], `${build[1]}N`, toNumbers(build[2]));
  const number = directly ? bare.exec(text) : null;
  if (number === null) return undefined;
  const numbers = toNumbers(number[2]);
  return level < 3 && isPair(numbers)
    ? found(number[0], `${number[1]}N.N`, numbers, 0)
    : found(number[0], `${number[1]}N`, numbers, level);
}

function readVersion(text: string): Found<Counter> | undefined {
  const version = platform.test(text) ? null : second.exec(text);
  return version === null ? undefined : found(version[0], `${version[1]}N.N.N`, toNumbers(version[2]), 0);
}

function found(whole: string, shape: string, numbers: readonly bigint[], level: Level = 3): Found<Counter> {
  return { part: { shape, numbers, level }, length: whole.length };
}

/** PostGIS' `16-3.4`, a version of its own; in `8.7-923.1669829893` a build is counted. */
function isPair(numbers: readonly bigint[]): boolean {
  return numbers.length === 2 && numbers.every((number) => number < 1000n);
}

/** `20240101T12`: `YYYYMMDDThh`. */
function lettersOf(moment: string): string {
  const letters = [...'YYYYMMDDhhmmss'];
  return moment.replace(/\d/g, () => letters.shift() ?? '');
}

function numbersIn(text: string): readonly bigint[] {
  return (text.match(/\d+/g) ?? []).map(BigInt);
}

/** `10.3.0`: 10, 3 and 0, of any length. @throws SyntaxError for anything but digits with single dots between. */
export function toNumbers(dotted = '0'): readonly bigint[] {
  return dotted.split('.').map(BigInt);
}
