import { accessSync, constants } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Temporary folders of one test file. */
export interface Folders {
  /** A new folder with these files in it. */
  create(files?: Readonly<Record<string, string>>): Promise<string>;
  /** A folder of programs, and the environment in which they come before all others. */
  programs(files: Readonly<Record<string, string>>): Promise<{ folder: string; env: { PATH: string } }>;
  /** A Docker config, and the environment that points to it. */
  dockerConfig(config: unknown): Promise<{ DOCKER_CONFIG: string }>;
  remove(): Promise<void>;
}

export function createFolders(): Folders {
  const all: string[] = [];
  async function create(files: Readonly<Record<string, string>> = {}): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'image-gate-e2e-'));
    all.push(folder);
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
    return folder;
  }
  return {
    create,
    async programs(files) {
      const folder = await create(files);
      for (const name of Object.keys(files)) await chmod(join(folder, name), 0o755);
      return { folder, env: { PATH: `${folder}${delimiter}${process.env.PATH ?? ''}` } };
    },
    async dockerConfig(config) {
      const text = typeof config === 'string' ? config : JSON.stringify(config);
      return { DOCKER_CONFIG: await create({ 'config.json': text }) };
    },
    async remove() {
      await Promise.all(all.map((folder) => rm(folder, { recursive: true, force: true })));
    },
  };
}

/** Whether a program of that name is on the PATH. */
export function onPath(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return folder !== '';
    } catch {
      return false;
    }
  });
}

/** `user:password` as the `auth` of a Docker config. */
export function authOf(user: string, password: string): string {
  return Buffer.from(`${user}:${password}`).toString('base64');
}
