import { execFileSync } from 'node:child_process';
import { projectRoot } from '../../sandbox/index.js';
import { atMost, type Finding, withSpread } from './finding.js';
import { inTurns, spreadOf } from './measuring.js';
import { ownProgram } from './tools.js';

/** The time that the bundle takes to start, beside an empty program, and the size of the download. */
export async function benchStart(rounds: number): Promise<Finding> {
  const [node, bundle] = ownProgram();
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
  return {
    title: 'Start of the bundle',
    how: `${rounds} rounds in turns; milliseconds from the start of the process to its end, and those over the empty program of the same round. Medians, with the least and the most.`,
    columns: ['Program', 'Milliseconds', 'Over an empty program'],
    rows: [...runs].map(([name, taken]) => [name, withSpread(spreadOf(taken), 0), withSpread(over(taken), 0)]),
    targets: [
      atMost('Start, over an empty program', 45, Math.max(...ours.map((taken) => over(taken).median)), ' ms'),
      atMost('Download of the action, compressed', 700, downloadSize() / 1000, ' kB'),
    ],
  };
}

function time(node: string, words: readonly string[]): number {
  const begun = performance.now();
  execFileSync(node, words, { stdio: 'ignore' });
  return performance.now() - begun;
}

/** In bytes: the archive of the last commit, as a runner downloads it. */
function downloadSize(): number {
  const options = { cwd: projectRoot(), maxBuffer: 64 * 1024 * 1024 };
  return execFileSync('git', ['archive', '--format=tar.gz', 'HEAD'], options).length;
}
