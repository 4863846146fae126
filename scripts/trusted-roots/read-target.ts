import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Updater } from 'tuf-js';

/**
 * A file of a TUF repository (theupdateframework.github.io), verified from a root that is known: each later root is
 * signed by the one before it, and the last one's keys sign all else, none of it expired.
 * @param url of the repository: it has the metadata, and the files in `targets/`
 * @param root path of the root metadata to begin with
 * @throws Error for what is not signed, has expired, or is not there
 */
export async function readTarget(url: string, root: string, name: string): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'image-gate-tuf-'));
  try {
    await copyFile(root, join(folder, 'root.json'));
    const updater = new Updater({
      metadataDir: folder,
      metadataBaseUrl: url,
      targetDir: folder,
      targetBaseUrl: `${url}/targets`,
    });
    await updater.refresh();
    const info = await updater.getTargetInfo(name);
    if (info === undefined) throw new Error(`${url} has no ${name}`);
    return await readFile(await updater.downloadTarget(info));
  } finally {
    await rm(folder, { recursive: true });
  }
}
