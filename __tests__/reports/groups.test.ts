import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createGroups } from '../../src/reports/groups.js';

function setUp() {
  const lines: string[] = [];
  const open = createGroups({
    open: (title) => void lines.push(`[${title}`),
    line: (text) => void lines.push(text),
    close: () => void lines.push(']'),
  });
  return { lines, open };
}

describe('createGroups', () => {
  it('shows the lines of the first as they come', () => {
    const { lines, open } = setUp();
    const a = open('a');
    expect(lines).toEqual(['[a']);
    a.line('1');
    expect(lines).toEqual(['[a', '1']);
    a.end();
    expect(lines).toEqual(['[a', '1', ']']);
  });

  it('keeps the others back until it has ended, and then lets the next one through', () => {
    const { lines, open } = setUp();
    const [a, b] = [open('a'), open('b')];
    b.line('b1');
    a.line('a1');
    b.line('b2');
    expect(lines).toEqual(['[a', 'a1']);
    a.end();
    expect(lines).toEqual(['[a', 'a1', ']', '[b', 'b1', 'b2']);
    b.line('b3');
    b.end();
    expect(lines.slice(3)).toEqual(['[b', 'b1', 'b2', 'b3', ']']);
  });

  it('shows at once all that had ended meanwhile', () => {
    const { lines, open } = setUp();
    const [a, b, c, d] = [open('a'), open('b'), open('c'), open('d')];
    c.line('c1');
    c.end();
    b.end();
    d.line('d1');
    a.end();
    expect(lines).toEqual(['[a', ']', '[b', ']', '[c', 'c1', ']', '[d', 'd1']);
    d.end();
    open('e').end();
    expect(lines.slice(-3)).toEqual([']', '[e', ']']);
  });

  it('shows nothing of one that has ended', () => {
    const { lines, open } = setUp();
    const a = open('a');
    a.end();
    a.line('late');
    a.end();
    open('b').line('b1');
    expect(lines).toEqual(['[a', ']', '[b', 'b1']);
  });

  it('shows each group whole and in the order of their beginnings, whatever happens at the same time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 5 }),
        fc.infiniteStream(fc.nat()),
        (counts, chance) => {
          const { lines, open } = setUp();
          const groups = counts.map((count, at) => ({ at, left: count, said: 0, group: open(String(at)) }));
          for (let left = [...groups]; left.length > 0; ) {
            const one = left[(chance.next().value ?? 0) % left.length] ?? left[0];
            if (one === undefined) break;
            if (one.said < one.left) {
              one.group.line(`${one.at}:${one.said}`);
              one.said += 1;
            } else {
              one.group.end();
              left = left.filter((other) => other !== one);
            }
          }
          const wanted = counts.flatMap((count, at) => [
            `[${at}`,
            ...Array.from({ length: count }, (_, n) => `${at}:${n}`),
            ']',
          ]);
          expect(lines).toEqual(wanted);
        },
      ),
    );
  });
});
