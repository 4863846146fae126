import { describe, expect, it } from '@jest/globals';
import { inLevels } from '../../../src/registries/oci/graph.js';

/** @param lists `a: bc`: a lists b and c */
function turnsOf(digests: string, lists: Readonly<Record<string, string>>): string[] {
  const images = [...digests].map((digest) => ({ digest }));
  const turns = inLevels(images, (digest) => [...(lists[digest] ?? '')]);
  return turns.map((turn) => turn.map(({ digest }) => digest).join(''));
}

describe('images in turns', () => {
  it.each([
    ['', {}, []],
    ['abc', {}, ['abc']],
    ['abc', { c: 'a' }, ['bc', 'a']],
    ['abc', { c: 'b', b: 'a' }, ['c', 'b', 'a']],
    ['abc', { c: 'ab', b: 'a' }, ['c', 'b', 'a']],
    ['abcd', { c: 'a', d: 'a' }, ['bcd', 'a']],
    ['ab', { x: 'a' }, ['ab']],
  ])('%s with %j', (digests, lists, turns) => {
    expect(turnsOf(digests, lists)).toEqual(turns);
  });
});
