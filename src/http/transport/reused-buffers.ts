/** Memory that one connection is read into, again and again. */
export interface Buffers {
  /** The position of the next bytes. */
  room(): Buffer;
  /** So many bytes have come, to where `room` was. */
  filled(length: number): void;
  /** Bytes that have come and were not given away. */
  waiting(): number;
  /** All of them that are in a row; they stay as they are until the next call but one. */
  next(): Buffer | undefined;
}

interface Block {
  readonly memory: Buffer;
  /** The bytes from `start` to `end` were not given away yet. */
  start: number;
  end: number;
  /** The number of chunks in use that are in it. */
  inUse: number;
}

const blockSize = 256 * 1024;
/** A reader uses the last chunk and the one before it. */
const mostInUse = 2;

/** @param least bytes of room for one read */
export function createBuffers(least: number): Buffers {
  const free: Block[] = [];
  const queue: Block[] = [];
  const given: Block[] = [];
  let current = newBlock();
  let waiting = 0;

  function reuse(block: Block): void {
    if (block === current || block.inUse > 0 || block.start < block.end) return;
    block.start = 0;
    block.end = 0;
    free.push(block);
  }

  return {
    room() {
      const full = current;
      if (blockSize - full.end < least) {
        current = free.pop() ?? newBlock();
        reuse(full);
      }
      return current.memory.subarray(current.end);
    },
    filled(length) {
      current.end += length;
      waiting += length;
      if (queue.at(-1) !== current) queue.push(current);
    },
    waiting: () => waiting,
    next() {
      const block = queue.shift();
      if (block === undefined) return undefined;
      const chunk = block.memory.subarray(block.start, block.end);
      block.start = block.end;
      block.inUse += 1;
      given.push(block);
      waiting -= chunk.length;
      const over = given.length > mostInUse ? given.shift() : undefined;
      if (over !== undefined) {
        over.inUse -= 1;
        reuse(over);
      }
      return chunk;
    },
  };
}

function newBlock(): Block {
  return { memory: Buffer.allocUnsafeSlow(blockSize), start: 0, end: 0, inUse: 0 };
}
