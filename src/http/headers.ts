/**
 * The next page according to the `Link` headers of an answer. `unclear`: there may be one, and its address is not
 * certain.
 */
export type NextLink =
  | { readonly kind: 'none' }
  /** @see RFC 8288: the target may be relative to the address of the answer. */
  | { readonly kind: 'next'; readonly target: string }
  | { readonly kind: 'unclear' };

interface Link {
  readonly target: string;
  /** The value of each `rel`; more than one is against the rules. */
  readonly rels: readonly string[];
}

const target = /<([^<>]*)>/y;
const parameter = /\s*;\s*(?:([^\s=;,"<>]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s=;,"<>]+)))?)?/sy;

/**
 * Reads `Link` headers (RFC 8288). A link that clearly has another relation (`prev`, `last`) is not a next page.
 * Whatever does not follow the grammar is unclear: half a list must not look like a whole one.
 */
export function nextLink(headers: readonly string[]): NextLink {
  const links = headers.map(parseHeader);
  if (links.some((parsed) => parsed === undefined)) return { kind: 'unclear' };
  const relations = links.flatMap((parsed) => parsed ?? []).map((link) => ({ ...link, relation: relationOf(link) }));
  if (relations.some(({ relation }) => relation === 'unclear')) return { kind: 'unclear' };
  const targets = new Set(relations.flatMap((link) => (link.relation === 'next' ? [link.target.trim()] : [])));
  const [only] = targets;
  if (targets.size > 1) return { kind: 'unclear' };
  return only === undefined ? { kind: 'none' } : { kind: 'next', target: only };
}

/** @returns undefined for a header that does not follow the grammar */
function parseHeader(header: string): readonly Link[] | undefined {
  const links: Link[] = [];
  const { take, isAtEnd } = createScanner(header);
  // A list may have empty elements (RFC 9110 §5.6.1).
  for (take(/[\s,]*/y); !isAtEnd(); ) {
    const address = take(target)?.[1];
    if (address === undefined) return undefined;
    const rels: string[] = [];
    for (let found = take(parameter); found !== undefined; found = take(parameter)) {
      const [, name, quoted, token] = found;
      if (name?.toLowerCase() === 'rel') rels.push(quoted?.replace(/\\(.)/gs, '$1') ?? token ?? '');
    }
    links.push({ target: address, rels });
    if (take(/\s*(?:,[\s,]*|$)/y) === undefined) return undefined;
  }
  return links;
}

/**
 * A relation is a registered name or an address; `'next'` and `next_page` are neither, and `next-page` may mean the
 * next page.
 */
function relationOf({ rels }: Link): 'next' | 'other' | 'unclear' {
  const [rel = '', ...others] = rels;
  const relations = rel
    .toLowerCase()
    .split(/\s+/)
    .filter((one) => one !== '');
  if (relations.length === 0 || others.some((other) => other !== rel)) return 'unclear';
  if (relations.includes('next')) return 'next';
  const known = relations.every((one) => /^[a-z][a-z0-9.-]*$|^[a-z][a-z0-9+.-]*:/.test(one) && !one.includes('next'));
  return known ? 'other' : 'unclear';
}

/** The value of an `Authorization` header by Basic (RFC 7617, in UTF-8). */
export function basicHeader(username: string, password: string): string {
  return `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`;
}

/** Reads a text from its beginning on, part by part. */
export interface Scanner {
  /**
   * The text that matches at this position, which is then consumed; undefined, and nothing is consumed, without a
   * match. @param pattern sticky (flag y)
   */
  take(pattern: RegExp): RegExpExecArray | undefined;
  /** True if all of it has been taken. */
  isAtEnd(): boolean;
  /** The remaining text. */
  rest(): string;
}

export function createScanner(text: string): Scanner {
  let at = 0;
  return {
    take(pattern) {
      pattern.lastIndex = at;
      const found = pattern.exec(text) ?? undefined;
      if (found) at = pattern.lastIndex;
      return found;
    },
    isAtEnd: () => at >= text.length,
    rest: () => text.slice(at),
  };
}
