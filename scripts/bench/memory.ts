import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { manyImages, startRegistry, temporaryFolder } from '../../sandbox/index.js';
import { atMost, type Finding } from './finding.js';
import { measure } from './measuring.js';
import { ownProgram } from './tools.js';

/** Plans a prune of a large repository in a registry in memory, by each frontend. */
export async function benchMemory(tags: number): Promise<Finding> {
  const contents = manyImages('bench/app', tags);
  const registry = await startRegistry({ kind: 'memory', contents, referrers: false });
  const folder = await temporaryFolder();
  try {
    const image = `${registry.host}/bench/app`;
    const keep = String(tags / 2);
    const line = [...ownProgram(), 'prune', image, '--keep', keep, '--dry-run'];
    const files = { GITHUB_OUTPUT: join(folder.path, 'output'), GITHUB_STEP_SUMMARY: join(folder.path, 'summary.md') };
    for (const file of Object.values(files)) await writeFile(file, '');
    const inputs = { INPUT_COMMAND: 'prune', INPUT_IMAGE: image, INPUT_KEEP: keep, 'INPUT_DRY-RUN': 'true' };
    const frontends = [
      { name: 'as a table', run: () => measure(line) },
      { name: 'as JSON', run: () => measure([...line, '--json']) },
      { name: 'as an action', run: () => measure(ownProgram(), { ...files, ...inputs }) },
    ];
    const taken = [];
    for (const { name, run } of frontends) {
      taken.push({ name, ...(await run()) });
      console.log(name);
    }
    return {
      title: `Memory of a prune of ${tags.toLocaleString('en-US')} tags, planned`,
      how: 'A registry in memory on loopback, without the referrers API, as many images as tags, one run each. The most that was resident.',
      columns: ['Image Gate', 'MB', 'Seconds'],
      rows: taken.map(({ name, memory, seconds }) => [name, memory.toFixed(0), seconds.toFixed(1)]),
      targets: [atMost('Prune planned, resident memory', 150, Math.max(...taken.map(({ memory }) => memory)), ' MB')],
    };
  } finally {
    await registry.stop();
    await folder.remove();
  }
}
