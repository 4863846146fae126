import { heredocOf, splitWords, unquoted } from './dockerfile-words.js';
import { unreadable } from './found-reference.js';

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
  /** What follows the flags. */
  readonly rest: string;
  /** Where it begins, from 1. */
  readonly line: number;
}

const keywords =
  /^(?:ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|FROM|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|RUN|SHELL|STOPSIGNAL|USER|VOLUME|WORKDIR)$/;
const comment = /^\s*#/;
/** Parser directives precede everything else; the first line that is none ends them. */
const directive = /^\s*#\s*(syntax|escape|check)\s*=\s*(.+?)\s*$/i;

/**
 * The instructions of a Dockerfile, by BuildKit's rules: line continuations, comments between them, here-documents, whose
 * lines are none.
 * @throws Failure (usage) for a line that begins with no instruction
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
    const instruction = readInstruction(whole, first + 1, file);
    instructions.push(instruction);
    if (/^(?:RUN|COPY|ADD)$/.test(instruction.keyword)) at = afterHeredocs(instruction.rest, lines, at);
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

function readInstruction(text: string, line: number, file: string): Instruction {
  const [, keyword = '', following = ''] = /^\s*(\S+)\s*([\s\S]*)$/.exec(text) ?? [];
  const upper = keyword.toUpperCase();
  if (!keywords.test(upper)) {
    throw unreadable({ file, line }, `${JSON.stringify(keyword.slice(0, 40))} is no instruction of a Dockerfile`);
  }
  if (upper === 'ONBUILD') return readInstruction(following, line, file);
  const { flags, rest } = takeFlags(following);
  return { keyword: upper, flags, rest, line };
}

/** The flags in front: BuildKit reads their quotes and escapes, always with a backslash. `--` ends them. */
function takeFlags(text: string): Pick<Instruction, 'flags' | 'rest'> {
  const flags: string[] = [];
  let rest = text;
  for (;;) {
    const [, word = '', following = ''] =
      /^((?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')*)\s*([\s\S]*)$/.exec(rest) ?? [];
    if (!word.startsWith('--')) return { flags, rest: rest.trim() };
    rest = following;
    if (word === '--') return { flags, rest: rest.trim() };
    flags.push(unquoted(word));
  }
}

/** The last line of the here-documents that the instruction opens. One that never ends is none; the JSON form has none. */
function afterHeredocs(rest: string, lines: readonly string[], at: number): number {
  let last = at;
  if (isJsonForm(rest)) return last;
  for (const word of splitWords(rest) ?? []) {
    const heredoc = heredocOf(word);
    if (heredoc === undefined) continue;
    const { name, stripsTabs } = heredoc;
    const end = lines.findIndex(
      (line, index) => index > last && (stripsTabs ? line.replace(/^\t+/, '') : line) === name,
    );
    if (end > 0) last = end;
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
