import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inOrder } from '../../../src/commands/tags/listing.js';

const namesOf = (tags: readonly { name: string }[]) => tags.map(({ name }) => name);
const detailsOf = (dates: { pushed?: Date; created?: Date }) => ({
  digest: undefined,
  mediaType: undefined,
  size: undefined,
  platforms: [],
  ...dates,
});

describe('inOrder', () => {
  const tags = ['1.9', '1.10', 'latest', '2.0.0', '2.0.0-rc.1', 'Alpha'].map((name) => ({ name }));

  it('by name: by characters', () =>
    expect(namesOf(inOrder(tags, 'name'))).toEqual(['1.10', '1.9', '2.0.0', '2.0.0-rc.1', 'Alpha', 'latest']));

  it('by version: the newest first, those without one last', () =>
    expect(namesOf(inOrder(tags, 'version'))).toEqual(['2.0.0', '2.0.0-rc.1', '1.10', '1.9', 'Alpha', 'latest']));

  it('by date: the latest first; equal dates by version; dates before registries began are none', () => {
    const dated = [
      { name: 'epoch', details: detailsOf({ created: new Date(0) }) },
      { name: 'a', details: detailsOf({ created: new Date('2026-01-01') }) },
      { name: '1.9', details: detailsOf({ created: new Date('2025-01-01') }) },
      { name: '1.10', details: detailsOf({ created: new Date('2025-01-01') }) },
      // What was pushed counts, not what was created.
      { name: 'b', details: detailsOf({ created: new Date('2020-01-01'), pushed: new Date('2026-02-01') }) },
      { name: '0.1' },
    ];
    expect(namesOf(inOrder(dated, 'pushed'))).toEqual(['b', 'a', '1.10', '1.9', '0.1', 'epoch']);
  });

  it('is the same however they came', () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[\w.-]{1,8}$/)),
        fc.constantFrom('name', 'version', 'pushed'),
        (names, sort) => {
          const given = names.map((name) => ({ name }));
          expect(inOrder([...given].reverse(), sort)).toEqual(inOrder(given, sort));
        },
      ),
    ));
});
