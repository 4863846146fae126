import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanLine } from '../lib/clean-line.js';
import { Failure } from '../lib/errors.js';
import { inputName } from '../lib/input-names.js';
import type { GitProcess } from './git-process.js';

/**
 * The commit behind a tag. A tag can name any object, and `git ls-remote` shows no types: the object itself is fetched,
 * into a repository of its own that is removed at once. Of a commit that is the commit alone where the server takes
 * filters, else its tree too; it costs three requests over HTTP and one connection over ssh.
 * @param object what `git ls-remote` shows for it, for the kind of hash
 * @returns null where it is not a commit
 */
export async function commitOfTag(git: GitProcess, name: string, object: string): Promise<string | null> {
  const folder = await temporaryFolder(git, name);
  const env = { ...elsewhere, GIT_DIR: folder };
  try {
    const format = object.length === 64 ? ['--object-format=sha256'] : [];
    await git.request(['init', '--quiet', '--bare', '--template=', ...format], env);
    await fetchTag(git, name, env);
    const { exitCode, stdout } = await git.run(['rev-parse', '--verify', '--quiet', 'FETCH_HEAD^{commit}'], env);
    return exitCode === 0 ? stdout.trim() : null;
  } finally {
    // A git that was left to itself may still write: the folder of temporary files is cleared by the system.
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Variables that would lead git out of its folder, or make it fetch missing objects there. */
const elsewhere = {
  GIT_WORK_TREE: undefined,
  GIT_COMMON_DIR: undefined,
  GIT_INDEX_FILE: undefined,
  GIT_OBJECT_DIRECTORY: undefined,
  GIT_ALTERNATE_OBJECT_DIRECTORIES: undefined,
  GIT_NAMESPACE: undefined,
  GIT_NO_LAZY_FETCH: '1',
};

async function fetchTag(git: GitProcess, name: string, env: Parameters<GitProcess['request']>[1]): Promise<void> {
  const fetchBy = (...how: string[]) =>
    git.request(['fetch', '--quiet', '--no-tags', '--no-auto-gc', ...how, '--', git.url, `refs/tags/${name}`], env);
  try {
    await fetchBy('--depth=1', '--filter=tree:0');
  } catch (thrown) {
    // A server of plain files over HTTP (git-update-server-info) gives objects with all that they need, or none.
    if (!(thrown instanceof Failure) || !/not support shallow/i.test(thrown.reason)) throw thrown;
    await fetchBy();
  }
}

async function temporaryFolder(git: GitProcess, name: string): Promise<string> {
  try {
    return await mkdtemp(join(tmpdir(), 'image-gate-'));
  } catch (error) {
    throw new Failure('unsupported', {
      operation: `tag ${name} in ${git.url}`,
      reason: `the folder of temporary files cannot be used: ${cleanLine(String(error))}`,
      advice: `Set TMPDIR to a folder that can be written, or give a branch or the full SHA of the commit as ${inputName('ref')}.`,
    });
  }
}
