/** Text in GitHub-flavoured Markdown in which everything from outside has been escaped. */
export type Markdown = string & { readonly markdown: unique symbol };

/**
 * Puts Markdown together: the literal parts are taken as they are, strings are escaped, Markdown is not escaped again.
 */
export function markdown(parts: TemplateStringsArray, ...values: readonly (string | number | Markdown)[]): Markdown {
  return parts.reduce((text, part, at) => text + part + (at < values.length ? String(values[at]) : ''), '') as Markdown;
}

/**
 * Control and format characters and line breaks: marks of direction would show the text in another order than it has.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** Any text, so that it reads as itself: no markup, no HTML, no link, no mention, no table cell that ends early. */
export function plain(text: string): Markdown {
  return text
    .replace(unseen, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[!"#$%'()*+,\-./:=?@[\\\]^_`{|}~]/g, '\\$&') as Markdown;
}

/** The same for a number with its unit, or a date with its time, which a narrow column must not break. */
export function unbroken(text: string): Markdown {
  return plain(text.replaceAll(' ', '\u00a0'));
}

/** Text in the type of code. HTML, because a code span of Markdown cannot hold every character. */
export function code(text: string): Markdown {
  return text === '' ? ('' as Markdown) : (`<code>${plain(text)}</code>` as Markdown);
}

/** A link to a web page; anything but http(s) becomes its text alone. */
export function link(text: string, url: string): Markdown {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return plain(text);
  return `<a href="${new URL(url).href.replace(/[&"'<>`|\\]/g, (found) => `&#${found.charCodeAt(0)};`)}">${plain(text)}</a>` as Markdown;
}

/** The outcome, at a glance. A dry run has changed nothing; a pause is an answer that lets the step go on. */
export type Mark = 'good' | 'bad' | 'warning' | 'pause' | 'newer' | 'dry-run' | 'bad-dry-run' | 'none';

const marks: Readonly<Record<Mark, string>> = {
  good: '✅ ',
  bad: '❌ ',
  warning: '⚠️ ',
  pause: '⏳ ',
  newer: '⬆️ ',
  'dry-run': '🔍 DRY RUN: ',
  'bad-dry-run': '❌ DRY RUN: ',
  none: '',
};

/** The heading of a summary: how it ended, and the sentence that reports it. */
export function heading(mark: Mark, sentence: string): Markdown {
  return markdown`### ${marks[mark] as Markdown}${plain(sentence)}`;
}

/** Lines in a block of code, which GitHub shows with a button to copy them; undefined for none. */
export function codeBlock(lines: readonly string[]): Markdown | undefined {
  if (lines.length === 0) return undefined;
  const text = lines.map((line) => line.replace(unseen, ' ')).join('\n');
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}` as Markdown;
}

/** Links to pages, one a line of a list; undefined if none exist. */
export function pageList(pages: readonly string[]): Markdown | undefined {
  return pages.length === 0
    ? undefined
    : ([...new Set(pages)].map((page) => `- ${link(page, page)}`).join('\n') as Markdown);
}

/** A table; the first row is its head. */
export function table(rows: readonly (readonly Markdown[])[]): Markdown {
  const [head = [], ...body] = rows;
  const line = (cells: readonly Markdown[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...body.map(line)].join('\n') as Markdown;
}

/** Text in a block of HTML, where the escapes of Markdown would be shown as they are. */
function inHtml(text: string): string {
  return text.replace(unseen, ' ').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** A part that is folded until the reader opens it. */
export function folded(title: string, content: Markdown): Markdown {
  return `<details><summary>${inHtml(title)}</summary>\n\n${content}\n\n</details>` as Markdown;
}

/** Paragraphs, with a blank line between. */
export function paragraphs(...parts: readonly (Markdown | undefined)[]): Markdown {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n') as Markdown;
}

/** The runner drops a summary of more than 1 MiB as a whole. */
const summaryLimit = 1024 * 1024 - 1024;

/** The text as it is, or as many of its whole lines as the runner accepts, and a line that reports the cut. */
export function capMarkdown(text: string): string {
  if (Buffer.byteLength(text) <= summaryLimit) return text;
  const cut = Buffer.from(text).subarray(0, summaryLimit).toString('utf8');
  const lines = cut.includes('\n') ? cut.slice(0, cut.lastIndexOf('\n')) : cut.replace(/\ufffd+$/, '');
  return `${lines}\n\n_Truncated here: the runner accepts at most 1 MiB. The outputs are complete._\n`;
}
