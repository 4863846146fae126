import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

/** The parts of a file of contents: its header, and the contents. */
export type Parts = readonly Buffer[];

/** The files of contents in a folder. */
export async function contentFiles(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  return names.filter((name) => name.startsWith('contents-')).map((name) => join(folder, name));
}

/** The one of this repository: `acme/app`. */
export async function contentFile(folder: string, path: string): Promise<string> {
  const found = (await contentFiles(folder)).find((file) => file.includes(`_${path.replaceAll('/', '_')}-`));
  if (found === undefined) throw new Error(`no contents of ${path} in ${folder}`);
  return found;
}

/** gzip of parts, each after its length in four bytes. */
export function unpack(file: Buffer): Parts {
  const whole = gunzipSync(file);
  const parts: Buffer[] = [];
  for (let at = 0; at < whole.length; at += 4 + whole.readUInt32BE(at)) {
    parts.push(whole.subarray(at + 4, at + 4 + whole.readUInt32BE(at)));
  }
  return parts;
}

export function pack(parts: Parts): Buffer {
  const framed = parts.flatMap((part) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(part.length);
    return [length, part];
  });
  return gzipSync(Buffer.concat(framed));
}

export async function change(file: string, edit: (parts: Parts) => Parts): Promise<void> {
  await writeFile(file, pack(edit(unpack(await readFile(file)))));
}
