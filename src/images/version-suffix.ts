/** What follows the numbers of a version, sorted into what orders it and what only names it. */
export interface Suffix {
  /** In the tag's order: `-alpha.2`, `rc1`, `-patch.3`. None: a release. */
  readonly qualifiers: readonly Qualifier[];
  /** Numbers that count builds of the same version, in the tag's order. */
  readonly counters: readonly Counter[];
  /** All the rest as it is written, in order: `-alpine3.18`, `-windowsservercore-ltsc2022`, `.minimal`, `-f3ba42e`; or nothing. */
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
  /** As it is written, with N for its number or numbers: `_N`, `-N`, `-rN`, `-KBN`, `-iso.N`, `-YYYYMMDD`, `-N-g` (git-describe). */
  readonly shape: string;
  readonly numbers: readonly bigint[];
}

const qualifierWords = new Map<string, { readonly kind: 'pre' | 'post'; readonly word: string }>([
  ...['alpha', 'beta', 'rc', 'milestone', 'dev', 'snapshot', 'nightly', 'canary', 'unstable', 'edge', 'next', 'pre']
    .concat(['preview', 'ea', 'experimental'])
    .map((word) => [word, { kind: 'pre', word }] as const),
  ['a', { kind: 'pre', word: 'alpha' }],
  ['b', { kind: 'pre', word: 'beta' }],
  ['cr', { kind: 'pre', word: 'rc' }],
  ['m', { kind: 'pre', word: 'milestone' }],
  // Not in SemVer, where any suffix comes before the release: Mojaloop's hotfixes and Grafana's `-security-01` follow it.
  ...['patch', 'hotfix', 'security'].map((word) => [word, { kind: 'post', word }] as const),
]);

// Every pattern begins where the one before has ended and takes whole words: `(?![a-zA-Z0-9])`, and no half of a dotted number.
const qualifier =
  /^[-_.]*([a-zA-Z]+)(?:(?!-\d+-g[0-9a-f]{7,40}(?![a-zA-Z0-9]))[-_.]?(\d+(?:\.\d+)*)(?!\.\d|[a-zA-Z0-9]))?(?![a-zA-Z0-9])/;
/** `v3.2.0-10-g0208ead`: ten commits after the tag (git-describe(1)). */
const described = /^-(\d+)-g[0-9a-f]{7,40}(?![a-zA-Z0-9])/;
const dated =
  /^([-_.]+)((?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?)?)((?:\.\d+)*)(?!\.\d|[a-zA-Z0-9])/;
/** Bitnami's and Alpine's `-r24`, linuxserver.io's `-ls112`, Windows' `-KB4499167`, a branch's `-master-777`, `-iso.20`. */
const named = /^([-_.]+(?:r|ls|kb|master-|[a-z]+\.))(\d+)(?!\.\d|[a-zA-Z0-9])/i;
/** Only directly after the version: in `-debian-12` and `-nanoserver-1809` the number belongs to the word. */
const bare = /^([-_]+)(\d+(?:\.\d+)*)(?!\.\d|[a-zA-Z0-9])/;
const flavourPiece = /^[-_.]*[^-_.]*/;

/** Sorts what follows the numbers of a version. Any text will do. */
export function readSuffix(text: string): Suffix {
  const qualifiers: Qualifier[] = [];
  const counters: Counter[] = [];
  let flavour = '';
  let rest = text;
  while (rest !== '') {
    const found = readQualifier(rest) ?? readCounter(rest, flavour === '');
    if (found === undefined) {
      const [piece = rest] = flavourPiece.exec(rest) ?? [];
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

function readCounter(text: string, directly: boolean): Found<Counter> | undefined {
  const commits = described.exec(text);
  if (commits !== null) return found(commits[0], '-N-g', commits[1]);
  const date = dated.exec(text);
  if (date !== null) {
    const [whole, mark = '', day = '', more = ''] = date;
    return found(whole, `${mark}${'YYYYMMDDhhmmss'.slice(0, day.length)}`, `${day}${more}`);
  }
  const count = named.exec(text) ?? (directly ? bare.exec(text) : null);
  return count === null ? undefined : found(count[0], `${count[1]}N`, count[2]);
}

function found(whole: string, shape: string, numbers = ''): Found<Counter> {
  return { part: { shape, numbers: toNumbers(numbers) }, length: whole.length };
}

/** `10.3.0`: 10, 3 and 0, of any length. @throws SyntaxError for anything but digits with single dots between. */
export function toNumbers(dotted: string): readonly bigint[] {
  return dotted.split('.').map(BigInt);
}
