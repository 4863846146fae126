import type { Markdown } from './markdown.js';

/** One bar. */
export interface Bar {
  readonly label: string;
  readonly value: number;
}

/** More bars than that nobody can read. */
const mostBars = 20;
/** To be seen on white and on black; Mermaid's own is neither. */
const colour = '#2f81f7';

/**
 * A chart of horizontal bars in Mermaid, the longest first, 20 at most; undefined when there is nothing to see.
 * @param axis what the values are, with their unit
 */
export function barChart(title: string, axis: string, bars: readonly Bar[]): Markdown | undefined {
  const shown = [...bars]
    .filter(({ value }) => Number.isFinite(value) && value > 0)
    .sort((one, other) => other.value - one.value || (one.label < other.label ? -1 : 1))
    .slice(0, mostBars);
  if (shown.length < 2) return undefined;
  const height = 140 + shown.length * 26;
  return [
    '```mermaid',
    `%%{init: {"xyChart": {"width": 900, "height": ${height}, "xAxis": {"labelFontSize": 12}}, "themeVariables": {"xyChart": {"plotColorPalette": "${colour}"}}}}%%`,
    'xychart-beta horizontal',
    `  title "${mermaidText(title)}"`,
    `  x-axis [${shown.map(({ label }) => `"${mermaidText(label)}"`).join(', ')}]`,
    `  y-axis "${mermaidText(axis)}" 0 --> ${rounded(Math.max(...shown.map(({ value }) => value)))}`,
    `  bar [${shown.map(({ value }) => rounded(value)).join(', ')}]`,
    '```',
  ].join('\n') as Markdown;
}

/** Plain digits: Mermaid knows no exponents. */
function rounded(value: number): string {
  return value >= 100 ? String(Math.round(value)) : String(Number(value.toFixed(2)));
}

/** Inside the quotes of Mermaid nothing but these characters is taken from outside. */
function mermaidText(text: string): string {
  const clean = text.replace(/[^\p{L}\p{N} ._/:()+,-]/gu, ' ').trim();
  return clean.length > 60 ? `${clean.slice(0, 59)}…` : clean;
}
