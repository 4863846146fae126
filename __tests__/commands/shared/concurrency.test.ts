import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mapConcurrent } from '../../../src/commands/shared/concurrency.js';

describe('mapConcurrent', () => {
  it('keeps the order of the items and the limit, whichever is done first', async () => {
    const waits = fc.array(fc.integer({ min: 3, max: 6 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(waits, fc.integer({ min: 1, max: 5 }), async (items, limit) => {
        let running = 0;
        let most = 0;
        const results = await mapConcurrent(items, limit, async (turns) => {
          running += 1;
          most = Math.max(most, running);
          for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
          running -= 1;
          return turns * 2;
        });
        expect(results).toEqual(items.map((item) => item * 2));
        expect(most).toBe(Math.min(limit, items.length));
      }),
    );
  });

  it('fails with the first that fails', async () => {
    const work = async (item: number) => {
      if (item === 2) throw new Error('two');
      return item;
    };
    await expect(mapConcurrent([1, 2, 3], 2, work)).rejects.toThrow('two');
  });
});
