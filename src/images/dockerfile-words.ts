import { type Expanded, expandVariables, type Variables } from './variables.js';

/**
 * The words of a line, by BuildKit's rules: blanks separate, except in quotes, in `${}` and after the escape character;
 * `<<` keeps the blanks that follow it. Quotes and escapes stay as they are.
 * @returns undefined when a quote does not end, or for a `${}` that BuildKit does not know (`${x^^}`, `${x[0]}`, `${#x}`): it
 * finds no words then
 */
export function splitWords(line: string, escapeChar = '\\'): readonly string[] | undefined {
  const words: string[] = [];
  let at = 0;
  while (at < line.length) {
    if (/\s/.test(line[at] ?? '')) {
      at += 1;
      continue;
    }
    const end = endOfWord(line, at, escapeChar);
    if (end === undefined) return undefined;
    words.push(line.slice(at, end));
    at = end;
  }
  return words;
}

function endOfWord(line: string, begin: number, escapeChar: string): number | undefined {
  let at = begin;
  while (at < line.length && !/\s/.test(line[at] ?? '')) {
    const char = line[at];
    if (char === escapeChar) at += 2;
    else if (char === '"' || char === "'") {
      const end = endOfQuote(line, at, escapeChar);
      if (end === undefined) return undefined;
      at = end;
    } else if (char === '$') {
      const end = endOfVariable(line, at, escapeChar);
      if (end === undefined) return undefined;
      at = end;
    } else if (char === '<' && line[at + 1] === '<') {
      at += /^<<-?\s*/.exec(line.slice(at))?.[0].length ?? 2;
    } else at += 1;
  }
  return Math.min(at, line.length);
}

/** Behind the closing quote. Only double quotes know escapes. */
function endOfQuote(line: string, begin: number, escapeChar: string): number | undefined {
  const quote = line[begin];
  for (let at: number | undefined = begin + 1; at !== undefined && at < line.length; ) {
    const char = line[at];
    if (char === quote) return at + 1;
    if (quote === '"' && char === '$') at = endOfVariable(line, at, escapeChar);
    else at += quote === '"' && char === escapeChar ? 2 : 1;
  }
  return undefined;
}

/** `$`, `$name`, `$1`, `$@`; or the begin of `${name`, up to its end or its modifier. */
const variableBegin = /\$(?:\{(?![{}:])(?:\d+|[@*#?\-$!]|\w*)|[@*#?\-$!])?/y;

/** Behind a variable; `$x` ends with its `$`. undefined for a `${}` that does not end, or whose modifier BuildKit does not know. */
function endOfVariable(line: string, begin: number, escapeChar: string): number | undefined {
  variableBegin.lastIndex = begin;
  const [found = ''] = variableBegin.exec(line) ?? [];
  const at = begin + found.length;
  if (!found.startsWith('${')) return line[at] === '{' && found === '$' ? undefined : at;
  if (line[at] === '}') return at + 1;
  if (line[at] === '/') {
    const replacement = endOfText(line, at + (line[at + 1] === '/' ? 2 : 1), '/', escapeChar);
    return replacement === undefined ? undefined : endOfText(line, replacement, '}', escapeChar);
  }
  if (!/^(?::[^#%]|[-+?#%])/.test(line.slice(at, at + 2))) return undefined;
  return endOfText(line, at + (line[at] === ':' ? 2 : 1), '}', escapeChar);
}

/** Behind the character that ends a text in a `${}`, in which quotes, escapes and variables count. */
function endOfText(line: string, begin: number, stop: string, escapeChar: string): number | undefined {
  for (let at: number | undefined = begin; at !== undefined && at < line.length; ) {
    const char = line[at];
    if (char === stop) return at + 1;
    if (char === '"' || char === "'") at = endOfQuote(line, at, escapeChar);
    else if (char === '$') at = endOfVariable(line, at, escapeChar);
    else at += char === escapeChar ? 2 : 1;
  }
  return undefined;
}

/** A part of a word without its quotes; `$` is literal in single quotes and after the escape character. */
interface Piece {
  readonly text: string;
  readonly isLiteral: boolean;
}

function piecesOf(word: string, escapeChar: string): readonly Piece[] {
  const parts: Piece[] = [];
  const add = (text: string, isLiteral: boolean) => {
    const last = parts.at(-1);
    if (last?.isLiteral === isLiteral) parts[parts.length - 1] = { text: last.text + text, isLiteral };
    else parts.push({ text, isLiteral });
  };
  let quote = '';
  for (let at = 0; at < word.length; at += 1) {
    const char = word[at] ?? '';
    if (quote === "'" ? char === "'" : char === quote && quote !== '') quote = '';
    else if (quote === "'") add(char, true);
    else if (quote === '' && (char === '"' || char === "'")) quote = char;
    else if (char === escapeChar) {
      at += 1;
      const next = word[at] ?? '';
      // In double quotes the escape character is one only before what it can escape.
      if (quote === '"' && !['"', '$', escapeChar].includes(next)) add(char, true);
      add(next, true);
    } else add(char, false);
  }
  return parts;
}

/** The word without quotes and escapes; variables stay as they are written. */
export function unquoted(word: string, escapeChar = '\\'): string {
  return piecesOf(word, escapeChar)
    .map(({ text }) => text)
    .join('');
}

/** The word without quotes and escapes, its variables filled in. */
export function expandWord(word: string, variables: Variables, escapeChar = '\\'): Expanded {
  let whole = '';
  for (const { text, isLiteral } of piecesOf(word, escapeChar)) {
    const expanded: Expanded = isLiteral ? { kind: 'text', text } : expandVariables(text, variables);
    if (expanded.kind === 'unset') return expanded;
    whole += expanded.text;
  }
  return { kind: 'text', text: whole };
}

/** The delimiter of the here-document that a word opens (`<<EOF`, `3<<-"EOF"`), without its quotes. */
export function heredocOf(word: string): { readonly name: string; readonly stripsTabs: boolean } | undefined {
  const [, dash, rest = ''] = /^\d*<<(-?)\s*([^<]+)$/.exec(word) ?? [];
  if (rest === '' || splitWords(rest)?.length !== 1) return undefined;
  return { name: unquoted(rest), stripsTabs: dash === '-' };
}
