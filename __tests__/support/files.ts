import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';

/** Writes files into a directory of its own, which goes away after the tests of this file. */
export function temporaryFiles(): { folder: string; write(name: string, content: unknown): string } {
  const folder = mkdtempSync(join(tmpdir(), 'image-gate-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    folder,
    write(name, content) {
      const file = join(folder, name);
      writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
      return file;
    },
  };
}
