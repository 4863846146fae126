import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { projectRoot } from '../../sandbox/index.js';

/** How this product is called. */
export function ownProgram(): readonly string[] {
  return [process.execPath, process.env.BENCH_PROGRAM ?? join(projectRoot(), 'dist', 'index.js')];
}

/** Whether a program of this name is on the PATH. */
export function isHere(name: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
