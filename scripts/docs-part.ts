import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../sandbox/index.js';

/**
 * Writes what was measured into a page of `docs/`, between `<!-- NAME -->` and `<!-- /NAME -->`.
 * @throws Error where the page has no such place
 */
export async function writeDocsPart(page: string, name: string, content: string): Promise<void> {
  const path = join(projectRoot(), 'docs', page);
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const text = await readFile(path, 'utf8');
  const [before, rest] = [text.indexOf(begin), text.indexOf(end)];
  if (before < 0 || rest < before) throw new Error(`docs/${page} has no place between ${begin} and ${end}`);
  await writeFile(path, `${text.slice(0, before)}${begin}\n\n${content}\n\n${text.slice(rest)}`);
}
