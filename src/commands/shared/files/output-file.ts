import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { type Failure, usageFailure } from '../../../lib/errors.js';
import { replaceFile } from '../../../lib/replace-file.js';

/** @throws Failure (usage) when nothing can be written there: no such folder, or something that is no file. */
export async function checkTarget(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found !== undefined && !found.isFile()) throw unwritable(path, 'it exists, and is not a file');
  const folder = await stat(dirname(resolve(path))).catch(() => undefined);
  if (!folder?.isDirectory()) throw unwritable(path, 'there is no such folder');
}

/** Replaces the file as a whole. @throws Failure (usage) when that cannot be done; it is then as it was. */
export async function writeTarget(path: string, text: string): Promise<void> {
  await replaceFile(path, text, 0o666).catch((fault: Error) => {
    throw unwritable(path, fault.message);
  });
}

function unwritable(path: string, why: string): Failure {
  return usageFailure(`the file ${JSON.stringify(path)} cannot be written: ${why}`, 'Name another file.');
}
