import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createInFlight } from '../../../src/http/transport/timeouts.js';

describe('createInFlight', () => {
  it('keeps what is not over, each for itself, in its order', () => {
    const steps = fc.array(fc.record({ one: fc.constantFrom('a', 'b', 'c'), ends: fc.nat(5) }), { maxLength: 30 });
    fc.assert(
      fc.property(steps, (list) => {
        const underWay = createInFlight<string>();
        let expected: { readonly one: string; readonly over: () => void }[] = [];
        for (const { one, ends } of list) {
          expected.push({ one, over: underWay.add(one) });
          const ended = expected[ends];
          ended?.over();
          ended?.over();
          expected = expected.filter((other) => other !== ended);
          expect(underWay.all()).toEqual(expected.map((other) => other.one));
        }
      }),
    );
  });
});
