import type { Spread } from './measuring.js';

/** The result of one part of the benchmarks. */
export interface Finding {
  readonly title: string;
  /** The measured value, and the method. */
  readonly how: string;
  readonly targets: readonly Target[];
  readonly columns: readonly string[];
  /** The first cell of a row is a name, the others are figures. */
  readonly rows: readonly (readonly string[])[];
}

export interface Target {
  readonly what: string;
  readonly wanted: string;
  readonly found: string;
  readonly met: boolean;
}

/** A target for what must not be more. */
export function atMost(what: string, limit: number, found: number, unit: string, digits = 0): Target {
  const say = (value: number) => `${value.toFixed(digits)}${unit}`;
  return { what, wanted: `≤ ${say(limit)}`, found: say(found), met: found <= limit };
}

/** A target for what must not be less. */
export function atLeast(what: string, limit: number, found: number, unit: string, digits = 0): Target {
  const say = (value: number) => `${value.toFixed(digits)}${unit}`;
  return { what, wanted: `≥ ${say(limit)}`, found: say(found), met: found >= limit };
}

/** The median with what lies around it: `5.78 (5.61 to 6.02)`. */
export function withSpread({ median, least, most }: Spread, digits: number): string {
  return `${median.toFixed(digits)} (${least.toFixed(digits)} to ${most.toFixed(digits)})`;
}

/** As Markdown: it reads well in a terminal, too. */
export function formatFinding({ title, how, columns, rows, targets }: Finding): string {
  const table = [
    `| ${columns.join(' | ')} |`,
    `| --- |${' ---: |'.repeat(columns.length - 1)}`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ];
  const verdicts = targets.map(
    ({ what, wanted, found, met }) => `- ${what}: ${found}, wanted ${wanted}${met ? '' : ': **missed**'}`,
  );
  return [`### ${title}`, how, table.join('\n'), verdicts.join('\n')].join('\n\n');
}
