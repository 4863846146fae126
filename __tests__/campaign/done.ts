import { createHash } from 'node:crypto';
import { appendFile, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../sandbox/index.js';

/** A run that has ended, right or wrong. */
export interface Done {
  /** What tells it from all others. */
  readonly id: string;
  readonly scenario: string;
  readonly fault: string;
  /** The request that was struck; undefined where the fault did not come to strike. */
  readonly request: string | undefined;
  /** What was wrong with it. */
  readonly found: readonly string[];
}

/** The runs that earlier parts of a campaign have kept, and where further ones are kept. */
export interface DoneRuns {
  /** Those of them that were right. */
  readonly earlier: ReadonlyMap<string, Done>;
  add(done: Done): Promise<void>;
}

/**
 * Reads the file of a campaign that is run in parts, one run a line.
 * @param path undefined: nothing is kept
 * @throws where the file is that of another bundle: its runs show nothing of this one
 */
export async function readDoneRuns(path: string | undefined): Promise<DoneRuns> {
  if (path === undefined) return { earlier: new Map(), add: async () => undefined };
  const bundle = await bundleDigest();
  const [head, ...lines] = (await readFile(path, 'utf8').catch(() => '')).split('\n').filter((line) => line !== '');
  if (head === undefined) await appendFile(path, `${JSON.stringify({ bundle })}\n`);
  else if (JSON.parse(head).bundle !== bundle) throw new Error(`${path} has the runs of another bundle`);
  const runs = lines.map((line) => JSON.parse(line) as Done).filter(({ found }) => found.length === 0);
  return {
    earlier: new Map(runs.map((one) => [one.id, one])),
    add: (done) => appendFile(path, `${JSON.stringify(done)}\n`),
  };
}

async function bundleDigest(): Promise<string> {
  const folder = join(projectRoot(), 'dist');
  const hash = createHash('sha256');
  for (const name of (await readdir(folder)).sort()) hash.update(name).update(await readFile(join(folder, name)));
  return hash.digest('hex');
}
