import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atExit } from './at-exit.js';

const REMOVAL = { recursive: true, force: true, maxRetries: 3 } as const;

export interface TemporaryFolder {
  readonly path: string;
  remove(): Promise<void>;
}

/** A new folder of one's own in the system's temporary folder; gone at the latest when this process ends. */
export async function temporaryFolder(): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), 'image-gate-'));
  const calledOff = atExit(() => rmSync(path, REMOVAL));
  return {
    path,
    async remove() {
      await rm(path, REMOVAL);
      calledOff();
    },
  };
}
