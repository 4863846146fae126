const MIN_COPY = 4;
const MAX_COPY = 64;

/** A block of Snappy (google/snappy, format_description.txt): literals, and copies of up to 64 bytes with 16-bit offsets. */
export function snappy(content: Buffer): Buffer {
  const parts: Buffer[] = [varint(content.length)];
  const seen = new Map<string, number>();
  let literal = 0;
  let at = 0;
  while (at < content.length) {
    const key = content.toString('latin1', at, at + MIN_COPY);
    const from = seen.get(key);
    seen.set(key, at);
    const length = from === undefined || at - from > 0xffff ? 0 : sharedLength(content, from, at);
    if (from === undefined || length < MIN_COPY) {
      at += 1;
      continue;
    }
    if (literal < at) parts.push(literalOf(content.subarray(literal, at)));
    const copy = Buffer.from([((length - 1) << 2) | 2, 0, 0]);
    copy.writeUInt16LE(at - from, 1);
    parts.push(copy);
    at += length;
    literal = at;
  }
  if (literal < at) parts.push(literalOf(content.subarray(literal, at)));
  return Buffer.concat(parts);
}

function sharedLength(content: Buffer, from: number, at: number): number {
  let length = 0;
  while (length < MAX_COPY && at + length < content.length && content[from + length] === content[at + length]) {
    length += 1;
  }
  return length;
}

function literalOf(bytes: Buffer): Buffer {
  if (bytes.length <= 60) return Buffer.concat([Buffer.from([(bytes.length - 1) << 2]), bytes]);
  const header = Buffer.from([63 << 2, 0, 0, 0, 0]);
  header.writeUInt32LE(bytes.length - 1, 1);
  return Buffer.concat([header, bytes]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest = Math.floor(rest / 128)) bytes.push((rest & 0x7f) | 0x80);
  return Buffer.from([...bytes, rest]);
}
