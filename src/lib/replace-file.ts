import { randomBytes } from 'node:crypto';
import { open, realpath, rename, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file whole: into a new one beside it, which takes its place when all is on the disk. Whoever reads sees the
 * old content or the new one, never a part; an existing file is not changed when anything fails.
 * @param mode of the file, `0o600`: its owner alone
 * @param links whether a link stays one, and the file that it leads to is replaced; `replaced` where others may have
 * put   the link there, who must not choose what is written
 * @throws what the system throws (`EACCES`, `ENOENT`, `ENOSPC`, …)
 */
export async function replaceFile(
  path: string,
  content: string | AsyncIterable<Buffer>,
  mode: number,
  links: 'followed' | 'replaced' = 'followed',
): Promise<void> {
  const target = links === 'replaced' ? path : await realpath(path).catch(() => path);
  const fresh = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  const file = await open(fresh, 'wx', mode);
  try {
    try {
      await writeFile(file, content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(fresh, target);
  } catch (error) {
    await unlink(fresh).catch(() => undefined);
    throw error;
  }
}
