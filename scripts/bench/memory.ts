import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { manyImages, startRegistry, temporaryFolder } from '../../sandbox/index.js';
import { measure } from './measuring.js';
import { ownProgram } from './programs.js';

/** Plans a prune of a large repository in a registry in memory, by each face, and prints the most memory that it has held. */
export async function benchMemory(tags: number): Promise<void> {
  const registry = await startRegistry({ kind: 'memory', contents: manyImages('bench/app', tags) });
  const folder = await temporaryFolder();
  try {
    const image = `${registry.host}/bench/app`;
    const keep = String(tags / 2);
    const line = [...ownProgram(), 'prune', image, '--keep', keep, '--dry-run'];
    const files = { GITHUB_OUTPUT: join(folder.path, 'output'), GITHUB_STEP_SUMMARY: join(folder.path, 'summary.md') };
    for (const file of Object.values(files)) await writeFile(file, '');
    const inputs = { INPUT_COMMAND: 'prune', INPUT_IMAGE: image, INPUT_KEEP: keep, 'INPUT_DRY-RUN': 'true' };
    const faces = [
      { name: 'as a table', run: () => measure(line) },
      { name: 'as JSON', run: () => measure([...line, '--json']) },
      { name: 'as an action', run: () => measure(ownProgram(), { ...files, ...inputs }) },
    ];
    console.log(`\nprune of ${tags} tags planned, a registry in memory`);
    for (const { name, run } of faces) {
      const { seconds, memory } = await run();
      console.log(`${name.padEnd(12)} at most ${memory.toFixed(0)} MB  ${seconds.toFixed(1)} s`);
    }
  } finally {
    await registry.stop();
    await folder.remove();
  }
}
