/**
 * The address of the next page in a `Link` header (RFC 8288); undefined when there is none. It may be relative.
 * Takes `<…>; rel="next"`, `rel=next`, other parameters before it, and several links in one header.
 */
export function nextLink(headers: readonly string[]): string | undefined {
  for (const header of headers) {
    for (const [, target, parameters = ''] of header.matchAll(/<([^<>]*)>((?:\s*;\s*[^;,"]+(?:"[^"]*")?)*)/g)) {
      if (/;\s*rel\s*=\s*(?:"[^"]*\bnext\b[^"]*"|next\b)/i.test(parameters)) return target;
    }
  }
  return undefined;
}
