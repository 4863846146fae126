import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createBuffers } from '../../../src/http/transport/reused-buffers.js';

describe('buffers that are used again', () => {
  it('give all bytes in order, keep two chunks as they are, and need little memory', () => {
    const step = fc.record({ read: fc.integer({ min: 1, max: 70_000 }), takes: fc.integer({ min: 0, max: 3 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), fc.constantFrom(16_384, 65_536), (steps, least) => {
        const buffers = createBuffers(least);
        const memory = new Set<unknown>();
        let written = 0;
        let read = 0;
        /** The chunks that a reader uses, with the number of their first byte. */
        let used: { chunk: Buffer; first: number }[] = [];
        const take = () => {
          const chunk = buffers.next();
          if (chunk === undefined) return;
          used = [...used.slice(-1), { chunk, first: read }];
          read += chunk.length;
        };
        for (const { read: wanted, takes } of steps) {
          const room = buffers.room();
          expect(room.length).toBeGreaterThanOrEqual(least);
          memory.add(room.buffer);
          const length = Math.min(wanted, room.length);
          for (let at = 0; at < length; at += 1) room[at] = (written + at) % 251;
          written += length;
          buffers.filled(length);
          for (let turn = 0; turn < takes; turn += 1) take();
          expect(buffers.waiting()).toBe(written - read);
          for (const { chunk, first } of used) {
            expect(chunk.every((byte, at) => byte === (first + at) % 251)).toBe(true);
          }
          while (buffers.waiting() > 512 * 1024) take();
        }
        while (buffers.waiting() > 0) take();
        expect(read).toBe(written);
        expect(memory.size).toBeLessThanOrEqual(7);
      }),
      { numRuns: 30 },
    );
  });
});
