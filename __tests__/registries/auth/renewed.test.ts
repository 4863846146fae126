import { expect, it } from '@jest/globals';
import { Failure } from '../../../src/lib/errors.js';
import { renewed } from '../../../src/registries/auth/renewed.js';
import { rejectionOf } from '../../support/failures.js';

it('a refusal is kept for a minute, another failure is not', async () => {
  const kinds = ['network', 'denied', 'authentication'] as const;
  let time = Date.now();
  let calls = 0;
  const get = renewed(
    async () => {
      const kind = kinds[calls] ?? 'network';
      calls += 1;
      throw new Failure(kind, { operation: 'x', reason: kind });
    },
    () => new Date(time),
  );
  for (const kind of ['network', 'denied', 'denied', 'denied']) expect((await rejectionOf(get())).kind).toBe(kind);
  expect(calls).toBe(2);
  time += 59_000;
  expect((await rejectionOf(get())).kind).toBe('denied');
  time += 1000;
  for (const kind of ['authentication', 'authentication']) expect((await rejectionOf(get())).kind).toBe(kind);
  expect(calls).toBe(3);
});

it('the margin is by the life', async () => {
  let time = 0;
  let calls = 0;
  const get = renewed(
    async () => {
      calls += 1;
      return { number: calls, until: new Date(time + 1000) };
    },
    () => new Date(time),
    (life) => life / 2,
  );
  const numbers: number[] = [];
  for (const at of [0, 400, 600, 1000, 1200]) {
    time = at;
    numbers.push((await get()).number);
  }
  expect(numbers).toEqual([1, 1, 2, 2, 3]);
});
