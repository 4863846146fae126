/** Parts that mean nothing in a regular expression, or that no name can match, and that shells use. */
const globParts: readonly RegExp[] = [
  // `[!a-z]`: no name has an exclamation mark.
  /\[!/,
  // `1.*.*`: the second adds nothing to the first.
  /(?:^|[^\\])\.\*\.\*/,
  // `pr-*`, `v1*` at the end: the last letter any number of times, or not at all, is not a condition. `^pr-*$` is meant
  // so, too.
  /(?:^|[^\\])[\w/:-]\*$/,
  /(?:^|[^\\])[_/:-]\*\$$/,
  // `pr-?`, `v1-??`: the same.
  /(?:^|[^\\])(?:[_/:-]\??|[\w.-]\?)\?$/,
];

/** Without any other sign of a regular expression, `*` behind a separator, or between a letter and one. */
const plainGlob = /^(?=[\w./:*?-]+$)(?:.*[_/:-]\*|.*[A-Za-z0-9]\*[_./:-])/;

/**
 * True if this regular expression looks like a glob (`pr-*`, `release/*`, `1.*.*`), as shells and CI systems have them.
 * Common forms of regular expressions (`^v.*`, `.*-rc`, `v1.*`, `releases?`) do not.
 */
export function looksLikeGlob(pattern: string): boolean {
  const parts = alternativesOf(pattern);
  if (parts.length > 1 && parts.some(looksLikeGlob)) return true;
  return plainGlob.test(pattern) || globParts.some((part) => part.test(pattern));
}

/**
 * True if a text that is not a regular expression is a glob: it begins with `*` or `?`, or has alternatives in braces.
 */
export function isGlob(text: string): boolean {
  return /^[\w./:*?[\]!{},-]+$/.test(text) && (/[*?]/.test(text) || /\{[^{}]*,[^{}]*\}/.test(text));
}

/** `pr-*,main` and `pr-*|main`, which are several globs: their parts. */
function alternativesOf(pattern: string): readonly string[] {
  return /[{}[\]()\\]/.test(pattern) ? [pattern] : pattern.split(/[,|]/);
}

/** The regular expression that means what the glob means: `pr-*` is `^pr-`, `*-dev` is `-dev$`. */
export function patternOfGlob(glob: string): string {
  const bare = glob.replace(/^\^|\$$/g, '');
  const [only = '', ...others] = alternativesOf(bare).map(bodyOf);
  if (others.length > 0) return `^(?:${[only, ...others].join('|')})$`;
  const whole = `^${only}$`;
  return whole === '^.*$' ? '.*' : whole.replace(/^\^\.\*/, '').replace(/\.\*\$$/, '');
}

function bodyOf(glob: string): string {
  const parts = glob.match(/\*+|\{[^{}]*,[^{}]*\}|\[!?[^\]]+\]|./gs) ?? [];
  return parts.map(patternOfPart).join('');
}

function patternOfPart(part: string): string {
  if (part.startsWith('*')) return '.*';
  if (part === '?') return '.';
  if (part.length === 1) return part.replace(/[\\^$.|+()[\]{}]/, '\\$&');
  if (part.startsWith('[')) return part.replace('[!', '[^');
  return `(?:${part.slice(1, -1).split(',').map(bodyOf).join('|')})`;
}
