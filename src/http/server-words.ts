import { cleanLine } from '../lib/clean-line.js';
import { parseJson } from '../lib/json.js';

/** Of the errors in one answer together. */
const longestOfAll = 600;
/** The maximum depth of nested errors. */
const deepest = 4;

/**
 * The server's own message in an answer, all its errors in one clean line; undefined when it gave none. Knows the error
 * bodies of OCI registries, Docker Hub, GitHub, GitLab, Gitea and both Bitbuckets, and returns "an HTML page" for a
 * page.
 */
export function serverWords(body: Uint8Array, contentType: string | undefined): string | undefined {
  const text = Buffer.from(body.subarray(0, 16_384)).toString('utf8');
  if (text.trim() === '') return undefined;
  // Some servers give text and JSON the type of a page.
  if (isHtml(text, contentType) && /^\s*</.test(text)) {
    const title = /<title[^>]*>([^<]*)/i.exec(text)?.[1];
    const shown = title === undefined ? '' : cleanLine(title, 80);
    return shown === '' ? 'an HTML page' : `an HTML page titled “${shown}”`;
  }
  const words = wordsOf(parseJson(text)) ?? xmlWords(text);
  if (words !== undefined) return `“${cleanLine(words, longestOfAll)}”`;
  if (!text.trimStart().startsWith('{')) return `“${cleanLine(text)}”`;
  return isHtml(text, contentType) ? 'an HTML page' : undefined;
}

/** The storage behind a registry (S3, Azure) answers `<Error><Code>…</Code><Message>…</Message>…</Error>`. */
function xmlWords(text: string): string | undefined {
  if (!/^\s*<(?:\?xml|Error)\b/i.test(text)) return undefined;
  const texts = ['Code', 'Message'].map((name) => new RegExp(`<${name}>([^<]+)</${name}>`).exec(text)?.[1]);
  return texts.filter((one) => one !== undefined).join(': ') || undefined;
}

/** True if this is a web page, by its type or its first bytes. */
export function isHtml(text: string, contentType: string | undefined): boolean {
  return /^\s*(?:text\/html|application\/xhtml)/i.test(contentType ?? '') || /^\s*<(?:!doctype html|html)/i.test(text);
}

/**
 * `{errors:[{code,message,detail}]}`, `{error:{message,detail}}`, `{error,error_description}`, `{message,errors}`,
 * `{detail}`, `{details}`, `{error}`, and texts in lists.
 */
function wordsOf(value: unknown, depth = 1): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  if (typeof value !== 'object' || value === null || depth > deepest) return undefined;
  const inside = (one: unknown) => wordsOf(one, depth + 1);
  if (Array.isArray(value)) return joined(value.map((one) => inside(one) ?? fieldsOf(one)));
  const { errors, error, code, message, error_description, detail, details, title } = value as Record<string, unknown>;
  const about = detail ?? details;
  const main = [error_description, message, title, about, error].find((one) => inside(one) !== undefined);
  const name = [code, error].find((one) => isText(one) && one !== main);
  const parts = [
    isText(name) ? name : undefined,
    inside(main),
    main === about ? undefined : (inside(about) ?? fieldsOf(about)),
  ];
  const text = parts.filter((part) => part !== undefined).join(': ') || fieldsOf(message);
  return joined([text, inside(errors) ?? fieldsOf(errors)]);
}

/** Each text once. Of three errors of distribution the first two are `UNKNOWN: unknown error`. */
function joined(texts: readonly (string | undefined)[]): string | undefined {
  const all = new Set(texts.filter((one) => one !== undefined));
  return all.size === 0 ? undefined : [...all].join('; ');
}

/** `Type repository, Name acme/app, Action pull`: the subject of an error, if it has no other text. */
function fieldsOf(value: unknown): string | undefined {
  const objects = Array.isArray(value) ? value : [value];
  const fields = objects.flatMap((one) => (typeof one === 'object' && one !== null ? Object.entries(one) : []));
  const shown = fields.flatMap(([name, field]) => {
    const texts = [field].flat().filter((one) => isText(one) || typeof one === 'number');
    return texts.length === 0 ? [] : `${name} ${texts.join(', ')}`;
  });
  return shown.length === 0 ? undefined : shown.join(', ');
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
