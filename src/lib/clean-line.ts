/**
 * Makes text from outside fit for one line of a log: no control characters, no terminal sequences, no line breaks,
 * no more than 300 characters, and nothing that the runner reads as one of its commands (`::x::` at the start, `##[x]` anywhere).
 */
export function cleanLine(text: string, limit = 300): string {
  const flat = text
    .replace(/(?![\n\r\t])\p{Cc}\[[0-9;?]*[ -/]*[@-~]/gu, '')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replaceAll('##[', '# #[')
    .replace(/^[\s:]*::/, '')
    .trim();
  return flat.length <= limit ? flat : `${flat.slice(0, limit - 1)}…`;
}
