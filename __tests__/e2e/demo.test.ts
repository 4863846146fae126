import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { projectRoot } from '../../sandbox/index.js';
import { runProcess } from '../../sandbox/runner/process.js';

test('the demo meets its expectations', async () => {
  const { PATH = '' } = process.env;
  const demo = join(projectRoot(), 'build', 'sandbox', 'demo.js');
  const { exitCode, output } = await runProcess({
    program: process.execPath,
    arguments: [demo],
    cwd: projectRoot(),
    env: { PATH },
  });
  expect(output.split('\n').filter((line) => line.startsWith('  ✗'))).toEqual([]);
  expect(output).toContain('All expectations were met.');
  expect(exitCode).toBe(0);
});
