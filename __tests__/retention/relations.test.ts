import { describe, expect, it } from '@jest/globals';
import type { Graph } from '../../src/retention/image.js';
import { relationsOf } from '../../src/retention/relations.js';

describe('leadingTo', () => {
  // An index lists a child, which an SBOM refers to, which a signature refers to, which a bundle lists.
  const graph: Graph = new Map([
    ['index', { children: ['child', 'other'], subject: undefined }],
    ['outer', { children: ['index'], subject: undefined }],
    ['sbom', { children: [], subject: 'child' }],
    ['signature', { children: [], subject: 'sbom' }],
    ['bundle', { children: ['signature'], subject: 'elsewhere' }],
  ]);
  const { leadingTo } = relationsOf([], graph);

  it.each([
    ['signature', ['bundle', 'child', 'elsewhere', 'index', 'outer', 'sbom']],
    ['sbom', ['child', 'index', 'outer']],
    ['child', ['index', 'outer']],
    ['outer', []],
    ['unknown', []],
  ])('%s: %j', (digest, expected) => {
    expect([...leadingTo(digest)].sort()).toEqual(expected);
  });

  it('comes to its end in a circle, which no honest registry has', () => {
    const circle: Graph = new Map([
      ['a', { children: ['b'], subject: undefined }],
      ['b', { children: ['a'], subject: 'a' }],
    ]);
    expect(relationsOf([], circle).leadingTo('a')).toEqual(['b']);
  });
});
