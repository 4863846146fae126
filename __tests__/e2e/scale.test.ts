import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { projectRoot, runAction } from '../../sandbox/index.js';
import { useFolders, useInternet } from './support/surroundings.js';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
}

/** What Linux takes as one variable of the environment, in bytes. */
const longestVariable = 128 * 1024;
const internet = await useInternet();
const folders = useFolders();

/** The steps of the job `inventory` in docs/scale.md. */
async function recipe(): Promise<readonly Step[]> {
  const text = await readFile(join(projectRoot(), 'docs', 'scale.md'), 'utf8');
  const [, yaml = ''] = /```yaml\n([\s\S]*?)```/.exec(text) ?? [];
  return parse(yaml).jobs.inventory.steps;
}

test('the recipe for a fleet holds for results that are too long for a variable', async () => {
  const names = Array.from({ length: 60 }, (_, at) => `acme/service-${at}`);
  const labels = { note: 'x'.repeat(3000) };
  for (const name of names) await internet.hub.image(name, 'latest', { labels });
  const steps = await recipe();
  const inspect = steps.find(({ uses }) => uses?.includes('/inspect@'));
  const upload = steps.find(({ uses }) => uses?.includes('upload-artifact@'));
  const folder = await folders.create();
  const file = inspect?.with?.['results-file'] ?? '';

  const { exitCode } = await runAction({
    action: join(projectRoot(), 'inspect', 'action.yml'),
    internet,
    inputs: { image: names.join(','), 'results-file': join(folder, file) },
  });

  const written = await readFile(join(folder, file), 'utf8');
  expect(exitCode).toBe(0);
  expect(JSON.parse(written).map(({ image }: { image: string }) => image)).toEqual(
    names.map((name) => `${name}:latest`),
  );
  expect(written.length).toBeGreaterThan(longestVariable);
  expect(upload?.with?.path).toBe(file);
  expect(JSON.stringify(steps)).not.toContain('.outputs.results');
});
