import { heredocOf, splitWords } from './dockerfile-words.js';
import { type Place, unreadable } from './found-reference.js';

/** A Dockerfile: its instructions, and the character that escapes in it. */
export interface Dockerfile {
  readonly instructions: readonly Instruction[];
  readonly escapeChar: string;
}

/** One instruction of a Dockerfile, its lines put together. */
export interface Instruction {
  /** Upper case; that of an `ONBUILD` is the one that it triggers. */
  readonly keyword: string;
  /** `--platform=linux/amd64`, without quotes and escapes. */
  readonly flags: readonly string[];
  /** The words after the flags. */
  readonly rest: string;
  /** Its first line, from 1. */
  readonly line: number;
}

const keywords =
  /^(?:ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|FROM|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|RUN|SHELL|STOPSIGNAL|USER|VOLUME|WORKDIR)$/;
const comment = /^\s*#/;
/** Parser directives precede everything else; the first line that is none ends them. */
const directive = /^\s*#\s*(syntax|escape|check)\s*=\s*(.+?)\s*$/i;

/**
 * The instructions of a Dockerfile, by BuildKit's rules: line continuations, comments between them, here-documents,
 * whose lines are none.
 * @throws Failure (usage) for a line that begins with no instruction, and for a here-document that does not end
 */
export function readDockerfile(text: string, file: string): Dockerfile {
  const lines = text.split(/\r?\n/);
  const escapeChar = escapeOf(lines);
  const continued = escapeChar === '`' ? /(^|[^`])`[ \t]*$/ : /(^|[^\\])\\[ \t]*$/;
  const instructions: Instruction[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const begin = lines[at] ?? '';
    if (isBetween(begin)) continue;
    const first = at;
    let whole = begin.replace(continued, '$1');
    while (continued.test(lines[at] ?? '') || (at > first && isBetween(lines[at]))) {
      at += 1;
      if (at >= lines.length) break;
      if (!isBetween(lines[at])) whole += (lines[at] ?? '').replace(continued, '$1');
    }
    const instruction = readInstruction(whole, escapeChar, { file, line: first + 1 });
    instructions.push(instruction);
    if (/^(?:RUN|COPY|ADD)$/.test(instruction.keyword) && !isJsonForm(instruction.rest))
      at = afterHeredocs(whole, lines, at, file);
  }
  return { instructions, escapeChar };
}

function escapeOf(lines: readonly string[]): string {
  for (const line of lines) {
    const [, name, value = ''] = directive.exec(line) ?? [];
    if (name === undefined) return '\\';
    if (name.toLowerCase() === 'escape') return value === '`' ? '`' : '\\';
  }
  return '\\';
}

function isBetween(line: string | undefined): boolean {
  return line !== undefined && (line.trim() === '' || comment.test(line));
}

function readInstruction(text: string, escapeChar: string, place: Place): Instruction {
  const [, keyword = '', following = ''] = /^\s*(\S+)\s*([\s\S]*)$/.exec(text) ?? [];
  const upper = keyword.toUpperCase();
  if (!keywords.test(upper)) {
    throw unreadable(place, `${JSON.stringify(keyword.slice(0, 40))} is not a Dockerfile instruction`);
  }
  if (upper === 'ONBUILD') return readInstruction(following, escapeChar, place);
  const { flags, rest } = takeFlags(following, escapeChar);
  return { keyword: upper, flags, rest, line: place.line };
}

/**
 * The flags in front, by BuildKit's rules: any quote ends where it ends or with the line, and escapes count in all
 * quotes. `--` ends the flags.
 */
function takeFlags(text: string, escapeChar: string): Pick<Instruction, 'flags' | 'rest'> {
  const flags: string[] = [];
  let at = 0;
  for (;;) {
    while (/\s/.test(text[at] ?? '')) at += 1;
    if (!text.startsWith('--', at)) return { flags, rest: text.slice(at).trim() };
    let flag = '';
    for (let quote = ''; at < text.length && (quote !== '' || !/\s/.test(text[at] ?? '')); at += 1) {
      const char = text[at] ?? '';
      if (quote === '' ? char === '"' || char === "'" : char === quote) quote = quote === '' ? char : '';
      else if (char === escapeChar) {
        at += 1;
        flag += text[at] ?? '';
      } else flag += char;
    }
    if (flag === '--') return { flags, rest: text.slice(at).trim() };
    flags.push(flag);
  }
}

/** The last line of the here-documents that an instruction opens, according to its whole line. */
function afterHeredocs(whole: string, lines: readonly string[], at: number, file: string): number {
  let last = at;
  for (const word of splitWords(whole) ?? []) {
    const heredoc = heredocOf(word);
    if (heredoc === undefined) continue;
    const { name, stripsTabs } = heredoc;
    const end = lines.findIndex(
      (line, index) => index > last && (stripsTabs ? line.replace(/^\t+/, '') : line) === name,
    );
    if (end < 0) {
      const opened = { file, line: at + 1 };
      throw unreadable(opened, `the here-document ${JSON.stringify(name.slice(0, 40))} does not end`);
    }
    last = end;
  }
  return last;
}

function isJsonForm(rest: string): boolean {
  if (!rest.startsWith('[')) return false;
  try {
    return Array.isArray(JSON.parse(rest));
  } catch {
    return false;
  }
}
