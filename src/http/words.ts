import { parseJson } from '../parse-json.js';

const longest = 300;

/**
 * Makes text from outside fit for one line of a log: no control characters, no terminal sequences, no line breaks,
 * no more than 300 characters, and nothing that the runner reads as one of its commands (`::x::` at the start, `##[x]` anywhere).
 */
export function cleanLine(text: string, limit = longest): string {
  const flat = text
    .replace(/(?![\n\r\t])\p{Cc}\[[0-9;?]*[ -/]*[@-~]/gu, '')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replaceAll('##[', '# #[')
    .replace(/^[\s:]*::/, '')
    .trim();
  return flat.length <= limit ? flat : `${flat.slice(0, limit - 1)}…`;
}

/**
 * The server's own words in an answer, as one clean line; undefined when it gave none. Knows the error bodies of OCI
 * registries, Docker Hub, GitHub, GitLab, Gitea and both Bitbuckets, and says "an HTML page" of a page.
 */
export function serverWords(body: Uint8Array, contentType: string | undefined): string | undefined {
  const text = Buffer.from(body.subarray(0, 16_384)).toString('utf8');
  if (text.trim() === '') return undefined;
  if (isHtml(text, contentType)) {
    const title = /<title[^>]*>([^<]*)/i.exec(text)?.[1];
    const shown = title === undefined ? '' : cleanLine(title, 80);
    return shown === '' ? 'an HTML page' : `an HTML page titled “${shown}”`;
  }
  const words = wordsOf(parseJson(text)) ?? (text.trimStart().startsWith('{') ? undefined : text);
  return words === undefined ? undefined : `“${cleanLine(words)}”`;
}

/** Whether this is a web page, by its type or its first bytes. */
export function isHtml(text: string, contentType: string | undefined): boolean {
  return /^\s*(?:text\/html|application\/xhtml)/i.test(contentType ?? '') || /^\s*<(?:!doctype html|html)/i.test(text);
}

/** `{errors:[{code,message}]}`, `{error:{message}}`, `{error_description}`, `{message}`, `{detail}`, `{details}`, `{error}`. */
function wordsOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (typeof value !== 'object' || value === null) return undefined;
  const { errors, error, code, message, error_description, detail, details } = value as Record<string, unknown>;
  const first = Array.isArray(errors) ? wordsOf(errors[0]) : undefined;
  if (first !== undefined) return first;
  // Bitbucket: the message is the kind of failure, the detail says what it is.
  if (code === undefined && isText(message) && isText(detail)) return `${message}: ${detail}`;
  const said = [error_description, message, detail, details, error].map(wordsOf).find((words) => words !== undefined);
  return typeof code === 'string' && said !== undefined
    ? `${code}: ${said}`
    : (said ?? (typeof code === 'string' ? code : undefined));
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
