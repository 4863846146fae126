import { spawnSync } from 'node:child_process';

/** A program with its arguments, and what is on its terminal. */
interface InTerminal {
  readonly program: string;
  readonly arguments: readonly string[];
}

/** True if this machine can give a program a terminal: with `script` of util-linux. */
export function hasTerminal(): boolean {
  return spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') ?? false;
}

/** The command that runs a program on a terminal of so many columns; all its output comes out as one stream. */
export function inTerminal(columns: number, program: string, args: readonly string[]): InTerminal {
  const line = [program, ...args].map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
  return { program: 'script', arguments: ['-qec', `stty cols ${columns} rows 24; exec ${line}`, '/dev/null'] };
}
