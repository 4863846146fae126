import { execFileSync } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { atMost, type Finding, withSpread } from './finding.js';
import { inTurns, spreadOf } from './measuring.js';
import { ownProgram } from './tools.js';

/** How long the bundle takes to start, beside an empty program, and how large it is. */
export async function benchStart(rounds: number): Promise<Finding> {
  const [node = process.execPath, bundle = ''] = ownProgram();
  const runs = await inTurns(
    [
      { name: 'node -e 0', run: async () => time(node, ['-e', '0']) },
      { name: 'image-gate --version', run: async () => time(node, [bundle, '--version']) },
      { name: 'image-gate check --help', run: async () => time(node, [bundle, 'check', '--help']) },
    ],
    rounds,
  );
  const [empty = [], ...ours] = runs.values();
  const over = (taken: readonly number[]) => spreadOf(taken.map((milliseconds, at) => milliseconds - (empty[at] ?? 0)));
  const size = await sizeOf(dirname(bundle));
  return {
    title: 'Start of the bundle',
    how: `${rounds} rounds in turns; milliseconds from the start of the process to its end, and those over the empty program of the same round. Medians, with the least and the most.`,
    columns: ['Program', 'Milliseconds', 'Over an empty program'],
    rows: [...runs].map(([name, taken]) => [name, withSpread(spreadOf(taken), 0), withSpread(over(taken), 0)]),
    targets: [
      atMost('Start, over an empty program', 45, Math.max(...ours.map((taken) => over(taken).median)), ' ms'),
      atMost('Size of `dist/`', 1.6, size / 1e6, ' MB', 2),
    ],
  };
}

function time(node: string, words: readonly string[]): number {
  const begun = performance.now();
  execFileSync(node, words, { stdio: 'ignore' });
  return performance.now() - begun;
}

async function sizeOf(folder: string): Promise<number> {
  const sizes = (await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
