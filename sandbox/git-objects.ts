import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

export type GitObjectType = 'commit' | 'tree' | 'blob' | 'tag';

interface GitObject {
  readonly type: GitObjectType;
  readonly content: Buffer;
}

/** By their names, which follow from what is in them: they are the same on every host. */
const objects = new Map<string, GitObject>();
const PERSON = 'Ada <ada@example.com> 1767225600 +0000';

/** The name of an object (40 hexadecimal digits), which can be fetched from now on. */
export function gitObject(type: GitObjectType, text: string): string {
  const content = Buffer.from(text);
  const id = createHash('sha1').update(`${type} ${content.length}\0`).update(content).digest('hex');
  objects.set(id, { type, content });
  return id;
}

/** A commit of its own for each text: without a parent, its tree is empty. */
export function commitOf(text: string): string {
  const tree = gitObject('tree', '');
  return gitObject('commit', `tree ${tree}\nauthor ${PERSON}\ncommitter ${PERSON}\n\n${text}\n`);
}

/** The object of an annotated tag. */
export function tagObject(name: string, target: string, type: GitObjectType): string {
  return gitObject('tag', `object ${target}\ntype ${type}\ntag ${name}\ntagger ${PERSON}\n\n${name}\n`);
}

/** The object, and each that a tag leads to. */
export function chainOf(id: string): readonly string[] {
  const { type, content } = objects.get(id) ?? {};
  const target = type === 'tag' ? /^object ([0-9a-f]{40})$/m.exec(String(content))?.[1] : undefined;
  return target === undefined ? [id] : [id, ...chainOf(target)];
}

/** gitformat-pack(5), version 2, without deltas. An object that was never made is left out. */
export function packOf(ids: readonly string[]): Buffer {
  const found = ids.flatMap((id) => objects.get(id) ?? []);
  const head = Buffer.from('PACK\0\0\0\x02\0\0\0\0', 'latin1');
  head.writeUInt32BE(found.length, 8);
  const parts = found.flatMap(({ type, content }) => [entryHead(type, content.length), deflateSync(content)]);
  const pack = Buffer.concat([head, ...parts]);
  return Buffer.concat([pack, createHash('sha1').update(pack).digest()]);
}

/** The type and the lowest four bits of the size, then seven more bits a byte. */
function entryHead(type: GitObjectType, size: number): Buffer {
  const number = { commit: 1, tree: 2, blob: 3, tag: 4 }[type];
  const bytes = [(number << 4) | (size & 15)];
  for (let rest = size >> 4; rest > 0; rest >>= 7) {
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) | 0x80;
    bytes.push(rest & 0x7f);
  }
  return Buffer.from(bytes);
}
