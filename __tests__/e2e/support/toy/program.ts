import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from '@swc/core';
import { projectRoot } from '../../../../sandbox/index.js';

/**
 * The compiled program with one more driver: the file `toy.js`, and a line in `index.js`.
 * @param folder empty; @returns the path of the program
 */
export function programWithToy(folder: string): string {
  const root = projectRoot();
  cpSync(join(root, 'build', 'src'), join(folder, 'src'), { recursive: true });
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const drivers = join(folder, 'src', 'registries', 'drivers');

  const source = readFileSync(join(root, '__tests__', 'e2e', 'support', 'toy', 'driver.ts'), 'utf8');
  const inPlace = source
    .replaceAll("'../../../../src/registries/drivers/", "'./")
    .replaceAll("'../../../../src/", "'../../");
  const { code } = transformSync(inPlace.replaceAll("'../../registries/", "'../"), {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
  });
  writeFileSync(join(drivers, 'toy.js'), code);

  const index = join(drivers, 'index.js');
  const kinds = readFileSync(index, 'utf8').replace('export const kinds = [', 'export const kinds = [toy, ');
  writeFileSync(index, `import { toy } from './toy.js';\n${kinds}`);
  return join(folder, 'src', 'index.js');
}
