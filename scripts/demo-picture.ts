import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../sandbox/index.js';
import { writeDocsPart } from './docs-part.js';
import { terminalPicture } from './terminal-picture.js';

/** The chapters of the demo that the picture shows, by a part of their titles. */
const chapters = ['Does the image exist?', 'deploys the branch develop', 'on the command line'];

/** Runs the demo, and writes its output as docs/demo.md and, in part, as docs/images/demo.svg. */
async function main(): Promise<void> {
  const demo = join(projectRoot(), 'build', 'sandbox', 'demo.js');
  const { stdout } = await promisify(execFile)(process.execPath, [demo]);
  await writeDocsPart('demo.md', 'transcript', `\`\`\`console\n$ npm run demo\n${stdout.trimEnd()}\n\`\`\``);
  const selected = stdout
    .split(/\n(?=── )/)
    .filter((text) => chapters.some((title) => text.split('\n')[0]?.includes(title)));
  if (selected.length !== chapters.length)
    throw new Error(`The demo has ${selected.length} of the chapters ${chapters.join(', ')}`);
  const picture = terminalPicture({
    title: 'npm run demo',
    lines: selected.join('\n').trimEnd().split('\n'),
    seconds: 20,
  });
  await writeFile(join(projectRoot(), 'docs', 'images', 'demo.svg'), picture);
}

await main();
