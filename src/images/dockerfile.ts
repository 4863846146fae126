import { unreadable } from './found-reference.js';

/** One instruction of a Dockerfile, its lines put together. */
export interface Instruction {
  /** Upper case; that of an `ONBUILD` is the one that it triggers. */
  readonly keyword: string;
  /** `--platform=linux/amd64`, as they stand there. */
  readonly flags: readonly string[];
  /** What follows the flags. */
  readonly rest: string;
  /** Where it begins, from 1. */
  readonly line: number;
}

const keywords =
  /^(?:ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|FROM|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|RUN|SHELL|STOPSIGNAL|USER|VOLUME|WORKDIR)$/;
const comment = /^\s*#/;
/** Only above everything else: Dockerfile reference, "parser directives". */
const escapeDirective = /^\s*#\s*escape\s*=\s*([\\`])\s*$/im;
/** Whole words only: `<<<` is a string to the shell, and `$((1<<X))` a number. */
const heredoc = /(?:^|\s)\d*<<-?(["']?)([a-zA-Z_]\w*)\1(?=\s|$)/g;

/**
 * The instructions of a Dockerfile, by Docker's reference: line continuations, comments between them, here-documents,
 * whose lines are none.
 * @throws Failure (usage) for a line that begins with no instruction
 */
export function readInstructions(text: string, file: string): readonly Instruction[] {
  const lines = text.split(/\r?\n/);
  const continued = continuation(lines);
  const found: Instruction[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const begin = lines[at] ?? '';
    if (begin.trim() === '' || comment.test(begin)) continue;
    const first = at;
    let whole = begin.replace(continued, '');
    while (continued.test(lines[at] ?? '') || (at > first && isBetween(lines[at]))) {
      at += 1;
      if (at >= lines.length) break;
      if (!isBetween(lines[at])) whole += (lines[at] ?? '').replace(continued, '');
    }
    const instruction = readInstruction(whole, first + 1, file);
    found.push(instruction);
    if (/^(?:RUN|COPY|ADD)$/.test(instruction.keyword)) at = afterHeredocs(instruction.rest, lines, at);
  }
  return found;
}

/** The escape character, at the end of a line. */
function continuation(lines: readonly string[]): RegExp {
  const head = lines.slice(
    0,
    Math.max(
      0,
      lines.findIndex((line) => !comment.test(line)),
    ),
  );
  return escapeDirective.exec(head.join('\n'))?.[1] === '`' ? /`\s*$/ : /\\\s*$/;
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
  const [flags = ''] = /^(?:--\S+\s*)*/.exec(following) ?? [];
  return {
    keyword: upper,
    flags: flags.split(/\s+/).filter((flag) => flag !== ''),
    rest: following.slice(flags.length).trim(),
    line,
  };
}

/** The last line of the here-documents that the instruction opens. What never ends is none. */
function afterHeredocs(rest: string, lines: readonly string[], at: number): number {
  let last = at;
  for (const [, , name] of rest.matchAll(heredoc)) {
    const end = lines.findIndex((line, index) => index > last && line.replace(/^\t+/, '') === name);
    if (end > 0) last = end;
  }
  return last;
}
