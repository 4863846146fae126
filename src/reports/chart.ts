import type { Markdown } from './markdown.js';

/** One bar. */
export interface Bar {
  readonly label: string;
  readonly value: number;
}

/** More bars than that are not readable. */
const mostBars = 20;
/** To be seen on white and on black; Mermaid's own is neither. */
const blue = '#2f81f7';
const red = '#d1453b';
/** With fewer, Mermaid has marks at halves, and nothing that is counted here comes in halves. */
const fewestMarks = 10;

/**
 * A chart of horizontal bars in Mermaid, the longest first, 20 at most; undefined for fewer than two values above 0.
 * @param axis the meaning of the values, with their unit
 */
export function barChart(title: string, axis: string, bars: readonly Bar[]): Markdown | undefined {
  const shown = [...bars]
    .filter(({ value }) => Number.isFinite(value) && Number(rounded(value)) > 0)
    .sort((one, other) => other.value - one.value || (one.label < other.label ? -1 : 1))
    .slice(0, mostBars);
  if (shown.length < 2) return undefined;
  const height = 140 + shown.length * 26;
  return [
    ...opening(height, [blue], ' horizontal'),
    `  title "${mermaidText(title)}"`,
    `  x-axis [${shown.map(({ label }) => `"${mermaidText(label)}"`).join(', ')}]`,
    `  y-axis "${mermaidText(axis)}" 0 --> ${rounded(Math.max(...shown.map(({ value }) => value)))}`,
    `  bar [${shown.map(({ value }) => rounded(value)).join(', ')}]`,
    '```',
  ].join('\n') as Markdown;
}

/** A column in two parts. */
export interface Column {
  readonly label: string;
  readonly lower: number;
  readonly upper: number;
}

/**
 * A chart of columns in their order, each with a blue part and a red part above it; undefined for less than two.
 * Mermaid draws bars of the same place over one another: the whole in red, and before it the lower part in blue.
 * @param axis the meaning of the values, with their unit
 */
export function columnChart(title: string, axis: string, columns: readonly Column[]): Markdown | undefined {
  if (columns.length < 2) return undefined;
  const wholes = columns.map(({ lower, upper }) => lower + upper);
  const highest = Math.max(...wholes, fewestMarks);
  // Mermaid draws a 0 as high as half a label of the axis: what is below that it does not draw.
  const values = (name: string, given: readonly number[]) =>
    `  ${name} [${given.map((value) => rounded(value === 0 ? -highest / 10 : value)).join(', ')}]`;
  return [
    ...opening(360, [red, blue], ''),
    `  title "${mermaidText(title)}"`,
    `  x-axis [${columns.map(({ label }) => `"${mermaidText(label)}"`).join(', ')}]`,
    `  y-axis "${mermaidText(axis)}" 0 --> ${rounded(highest)}`,
    values('bar', wholes),
    values(
      'bar',
      columns.map(({ lower }) => lower),
    ),
    '```',
  ].join('\n') as Markdown;
}

function opening(height: number, colours: readonly string[], direction: string): readonly string[] {
  const sizes = `"width": 900, "height": ${height}, "xAxis": {"labelFontSize": 12}`;
  // The page's own background: Mermaid's dark one is a grey block on GitHub's.
  const palette = `"backgroundColor": "transparent", "plotColorPalette": "${colours.join(', ')}"`;
  return [
    '```mermaid',
    `%%{init: {"xyChart": {${sizes}}, "themeVariables": {"xyChart": {${palette}}}}}%%`,
    `xychart-beta${direction}`,
  ];
}

/** Plain digits: Mermaid knows no exponents. */
function rounded(value: number): string {
  return Math.abs(value) >= 100 ? String(Math.round(value)) : String(Number(value.toFixed(2)));
}

/** Inside the quotes of Mermaid nothing but these characters is taken from outside. */
function mermaidText(text: string): string {
  const clean = text.replace(/[^\p{L}\p{N} ._/:()+,-]/gu, ' ').trim();
  return clean.length > 60 ? `${clean.slice(0, 59)}…` : clean;
}
