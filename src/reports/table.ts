import { cleanLine } from '../lib/clean-line.js';

/** Rows of text under column names; `status` cells may be coloured by the frontend. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Cell {
  readonly text: string;
  readonly tone?: 'good' | 'bad' | 'muted';
}

const colours = { good: '\u001b[32m', bad: '\u001b[31m', muted: '\u001b[2m' };
const reset = '\u001b[0m';
const gap = '  ';

const longestCell = 2000;
/** Characters: a column that is cut shorter is useless. */
const narrowest = 8;

/** The settings of a table. */
export interface TableLook {
  readonly colour?: boolean;
  /** The columns of the terminal that it has to fit in; undefined for a pipe or a log, where nothing is cut. */
  readonly width?: number | undefined;
}

/**
 * The table as lines of text, columns aligned, without blanks at the ends of lines, and cleaned as lines of a log are.
 * In a narrow terminal the widest columns give way: sentences go on in the next line, names and digests lose their
 * middle.
 */
export function renderTable({ columns, rows }: Table, { colour = false, width }: TableLook = {}): string {
  const clean = rows.map((row) => row.map((cell) => ({ ...cell, text: cleanLine(cell.text, longestCell) })));
  const all = [columns.map((text): Cell => ({ text: text.toUpperCase(), tone: 'muted' })), ...clean];
  const natural = columns.map((_, at) => Math.max(...all.map((row) => lengthOf(row[at]?.text ?? ''))));
  const widths = width === undefined ? natural : fitted(natural, width - gap.length * (columns.length - 1));
  return all.flatMap((row) => linesOf(row, widths, colour)).join('\n');
}

/** The widths, of which the largest are cut to the same one until all have room. */
function fitted(natural: readonly number[], room: number): readonly number[] {
  let most = Math.max(narrowest, ...natural);
  const cut = () => natural.map((width) => Math.min(width, most));
  while (most > narrowest && cut().reduce((sum, width) => sum + width, 0) > room) most -= 1;
  return cut();
}

function linesOf(row: readonly Cell[], widths: readonly number[], colour: boolean): readonly string[] {
  const folded = row.map(({ text }, at) => fold(text, widths[at] ?? 0));
  const height = Math.max(1, ...folded.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) =>
    row
      .map((cell, at) => paint(cell, pad(folded[at]?.[line] ?? '', at, row, widths), colour))
      .join(gap)
      .trimEnd(),
  );
}

/** A text in lines of this width, broken between words; a longer word loses its middle. */
function fold(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of lengthOf(text) <= width ? [text] : text.split(' ')) {
    const last = lines.at(-1);
    const shown = withoutMiddle(word, width);
    if (last !== undefined && lengthOf(last) + 1 + lengthOf(shown) <= width)
      lines[lines.length - 1] = `${last} ${shown}`;
    else lines.push(shown);
  }
  return lines;
}

/** A text of at most so many characters: a longer one loses its middle, where digests and names differ least. */
export function withoutMiddle(word: string, width: number): string {
  const letters = [...word];
  if (letters.length <= width) return word;
  const head = Math.ceil((width - 1) / 2);
  return [...letters.slice(0, head), '…', ...letters.slice(letters.length - (width - 1 - head))].join('');
}

/** In code points, not in UTF-16 units. */
function lengthOf(text: string): number {
  return [...text].length;
}

function pad(text: string, at: number, row: readonly Cell[], widths: readonly number[]): string {
  return at === row.length - 1 ? text : text + ' '.repeat((widths[at] ?? 0) - lengthOf(text));
}

function paint({ tone }: Cell, text: string, colour: boolean): string {
  return colour && tone !== undefined && text.trim() !== '' ? `${colours[tone]}${text}${reset}` : text;
}
