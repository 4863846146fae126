import { describe, expect, it } from '@jest/globals';
import { collect, throttledProgress } from '../../../../src/commands/shared/progress/collect.js';
import type { Part } from '../../../../src/lib/log.js';

function faceOf(pause: number) {
  const told: (readonly [string, Part | undefined])[] = [];
  let time = 0;
  const progress = { pause, update: (line: string, part?: Part) => void told.push([line, part]), end: () => undefined };
  return {
    told,
    context: { progress, now: () => new Date(time) },
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

describe('throttledProgress', () => {
  it.each([
    [5000, ['5000', '10000']],
    [2000, ['5000', '7000', '9000', '11000']],
  ])('says nothing in the first five seconds, and then a line every %i ms', (pause, wanted) => {
    const { told, context, pass } = faceOf(pause);
    const tell = throttledProgress(context);
    for (let second = 0; second < 12; second += 1) {
      const now = context.now().getTime();
      tell(() => String(now), { done: second, total: 12 });
      pass(1000);
    }
    expect(told.map(([line]) => line)).toEqual(wanted);
    expect(told[0]?.[1]).toEqual({ done: 5, total: 12 });
  });

  it('formats no line that is not shown', () => {
    const tell = throttledProgress(faceOf(5000).context);
    tell(() => {
      throw new Error('was asked for words');
    });
  });
});

describe('collect', () => {
  it('gives all in their order, and reports how many there are so far', async () => {
    const { told, context, pass } = faceOf(5000);
    async function* coming() {
      for (const one of ['a', 'b', 'c']) {
        pass(3000);
        yield [one];
      }
    }
    expect(await collect(coming(), (count) => `${count} so far`, context)).toEqual(['a', 'b', 'c']);
    expect(told).toEqual([['2 so far', undefined]]);
  });
});
