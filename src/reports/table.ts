import { cleanLine } from '../http/words.js';

/** Rows of text under column names; `status` cells may be coloured by the face. */
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

/** The table as lines of text, columns aligned, without blanks at the ends of lines, and cleaned as lines of a log are. */
export function renderTable({ columns, rows }: Table, colour: boolean): string {
  const clean = rows.map((row) => row.map((cell) => ({ ...cell, text: cleanLine(cell.text, longestCell) })));
  const all = [columns.map((text): Cell => ({ text: text.toUpperCase(), tone: 'muted' })), ...clean];
  const widths = columns.map((_, at) => Math.max(...all.map((row) => [...(row[at]?.text ?? '')].length)));
  return all
    .map((row) =>
      row
        .map((cell, at) => paint(cell, pad(cell.text, at, row, widths), colour))
        .join(gap)
        .trimEnd(),
    )
    .join('\n');
}

function pad(text: string, at: number, row: readonly Cell[], widths: readonly number[]): string {
  return at === row.length - 1 ? text : text + ' '.repeat((widths[at] ?? 0) - [...text].length);
}

function paint({ tone }: Cell, text: string, colour: boolean): string {
  return colour && tone !== undefined ? `${colours[tone]}${text}${reset}` : text;
}
