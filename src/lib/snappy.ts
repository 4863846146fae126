/**
 * Decodes a block of Snappy (google/snappy, format_description.txt): the length of the content, then literals and copies of
 * what has been decoded already.
 * @param most bytes of content that are taken
 * @returns undefined for bytes that are no such block, and for longer content
 */
export function decodeSnappy(block: Uint8Array, most: number): Buffer | undefined {
  const header = readVarint(block);
  if (header === undefined || header.value > most) return undefined;
  const content = Buffer.alloc(header.value);
  let from = header.next;
  let to = 0;
  while (from < block.length) {
    const element = readElement(block, from);
    if (element === undefined || to + element.length > content.length) return undefined;
    const { length, offset, next } = element;
    if (offset === undefined) {
      if (next + length > block.length) return undefined;
      content.set(block.subarray(next, next + length), to);
      from = next + length;
    } else {
      if (offset === 0 || offset > to) return undefined;
      // Byte by byte: a copy may reach into what it writes.
      for (let at = to; at < to + length; at += 1) content[at] = content[at - offset] ?? 0;
      from = next;
    }
    to += length;
  }
  return to === content.length ? content : undefined;
}

/** A literal of so many bytes from `next` on; or, with an offset, a copy of what lies so far back. */
interface Element {
  readonly length: number;
  readonly offset?: number;
  readonly next: number;
}

function readElement(block: Uint8Array, at: number): Element | undefined {
  const tag = block[at] ?? 0;
  const upper = tag >> 2;
  switch (tag & 3) {
    case 0: {
      const bytes = upper < 60 ? 0 : upper - 59;
      const length = bytes === 0 ? upper : littleEndian(block, at + 1, bytes);
      return length === undefined ? undefined : { length: length + 1, next: at + 1 + bytes };
    }
    case 1: {
      const low = littleEndian(block, at + 1, 1);
      return low === undefined ? undefined : { length: (upper & 7) + 4, offset: ((tag >> 5) << 8) | low, next: at + 2 };
    }
    default: {
      const bytes = (tag & 3) === 2 ? 2 : 4;
      const offset = littleEndian(block, at + 1, bytes);
      return offset === undefined ? undefined : { length: upper + 1, offset, next: at + 1 + bytes };
    }
  }
}

function littleEndian(block: Uint8Array, at: number, bytes: number): number | undefined {
  if (at + bytes > block.length) return undefined;
  return block.subarray(at, at + bytes).reduceRight((value, byte) => value * 256 + byte, 0);
}

/** Seven bits a byte, the lowest first; at most 32 bits. */
function readVarint(block: Uint8Array): { readonly value: number; readonly next: number } | undefined {
  let value = 0;
  for (let at = 0; at < 5; at += 1) {
    const byte = block[at];
    if (byte === undefined) return undefined;
    value += (byte & 0x7f) * 2 ** (7 * at);
    if (byte < 0x80) return value < 2 ** 32 ? { value, next: at + 1 } : undefined;
  }
  return undefined;
}
