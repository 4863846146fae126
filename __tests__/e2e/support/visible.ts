import type { ActionResult } from '../../../sandbox/index.js';

/** Everything that a run leaves behind, except the commands by which the runner is told what to mask. */
export function visible(result: ActionResult): string {
  const lines = result.rawStdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  return [
    ...lines,
    result.stderr,
    result.summary,
    JSON.stringify(result.outputs),
    JSON.stringify(result.annotations),
  ].join('\n');
}

/** The addresses that a summary links to, in order. */
export function linksIn(summary: string): string[] {
  return [...summary.matchAll(/<a href="([^"]*)">/g)].map(([, address = '']) => address);
}

/** Markdown as a person reads it: without the escapes. */
export function readable(summary: string): string {
  return summary
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&(lt|gt|amp);/g, (_all, name: string) => entities[name] ?? '');
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&' };
