import { usageFailure } from '../../lib/errors.js';
import { inputName } from '../../lib/input-names.js';

/** The maximum size of a job's output; some room is left for others. */
const mostBytes = 1024 * 1024 - 4096;
/** The maximum size of one environment variable (an input is one) on Linux: 128 KiB with its name. */
const mostInShard = 128 * 1024 - 1024;

/**
 * The names dealt out to so many jobs, as JSON for `strategy.matrix`: `{"include":[{"shard":1,"shards":4,"count":2,
 * "repositories":"acme/a,acme/e"}, …]}`. Neighbours go to different jobs, because they are often alike in size.
 * Each job has a repository: fewer repositories give fewer jobs.
 * @throws Failure (usage) for no shards at all, and for more than GitHub takes
 */
export function matrixOf(names: readonly string[], shards: number): string {
  if (shards < 1)
    throw usageFailure(`${inputName('shards')} is 0: at least one job is needed`, 'Give a number from 1 to 256.');
  const jobs = Math.min(shards, names.length);
  const include = Array.from({ length: jobs }, (_, at) => {
    const own = names.filter((_name, index) => index % jobs === at);
    return { shard: at + 1, shards: jobs, count: own.length, repositories: own.join(',') };
  });
  const longest = Math.max(0, ...include.map(({ repositories }) => Buffer.byteLength(repositories)));
  if (longest > mostInShard) {
    throw usageFailure(
      `a job would get ${longest} bytes of names, and an input accepts ${mostInShard}`,
      shards < 256
        ? `Use more ${inputName('shards')}.`
        : `Choose fewer repositories with ${inputName('include')} and ${inputName('exclude')}, or a list for each namespace.`,
    );
  }
  const matrix = JSON.stringify({ include });
  const bytes = Buffer.byteLength(matrix);
  if (bytes <= mostBytes) return matrix;
  throw usageFailure(
    `the matrix of ${names.length} repositories has ${bytes} bytes, and a job’s output accepts ${mostBytes}`,
    `Choose fewer repositories with ${inputName('include')} and ${inputName('exclude')}, or a list for each namespace.`,
  );
}
