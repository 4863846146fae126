import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parsePlatform } from '../../src/images/platform.js';
import { lacks, needsLabels } from '../../src/images/requirements.js';

const commit = '660cbcf00112233445566778899aabbccddeeff0';
const other = 'f'.repeat(40);
const key = 'org.opencontainers.image.revision';
const image = (platform: string, labels?: Record<string, string>) => ({
  platform: parsePlatform(platform),
  ...(labels && { labels }),
});
const images = [image('linux/amd64', { [key]: commit }), image('linux/arm64', { [key]: other }), image('linux/arm/v6')];

function lacking(
  platforms: string[],
  revision: string | undefined,
  annotations: Record<string, string> = {},
  has = images,
) {
  return lacks({ platforms: platforms.map(parsePlatform), revision }, { annotations, images: has });
}

describe('lacks, platforms', () => {
  it.each([
    [[], []],
    [['linux/amd64', 'linux/arm64/v8'], []],
    [['linux/s390x'], ['it has no linux/s390x']],
    [['linux/arm'], ['it has no linux/arm/v7']],
    [
      ['windows/amd64', 'linux/amd64', 'linux/riscv64'],
      ['it has no windows/amd64', 'it has no linux/riscv64'],
    ],
  ])('%j: %j', (platforms, expected) => expect(lacking(platforms, undefined)).toEqual(expected));

  it('lacks every platform if it has none', () => {
    expect(lacking(['linux/amd64'], undefined, {}, [])).toEqual(['it has no linux/amd64']);
  });
});

describe('lacks, revision', () => {
  it.each([
    ['the index has it', {}, { [key]: commit }, []],
    ['in upper case', {}, { [key]: commit.toUpperCase() }, []],
    ['short', {}, { [key]: '660cbcf' }, []],
    ['under the old key', {}, { 'org.label-schema.vcs-ref': '660cbcf0' }, []],
    ['with blanks around it', {}, { [key]: ` ${commit}\n` }, []],
    ['the index has another', {}, { [key]: other }, [`its revision is ${other}, not ${commit}`]],
    ['too short', {}, { [key]: '660cbc' }, [`its revision is 660cbc, not ${commit}`]],
    ['a branch', {}, { [key]: 'main' }, [`its revision is main, not ${commit}`]],
    [
      'the new key goes before the old',
      {},
      { [key]: other, 'org.label-schema.vcs-ref': commit },
      [`its revision is ${other}, not ${commit}`],
    ],
  ])('%s', (_name, _none, annotations, expected) => expect(lacking([], commit, annotations)).toEqual(expected));

  it.each([
    ['only the required platforms are judged', ['linux/amd64'], []],
    ['a required one has another', ['linux/arm64'], [`the revision of its linux/arm64 is ${other}, not ${commit}`]],
    ['a required one has no label', ['linux/arm/v6'], [`its linux/arm/v6 has no label ${key}`]],
    [
      'none required: all are judged',
      [],
      [`the revision of its linux/arm64 is ${other}, not ${commit}`, `its linux/arm/v6 has no label ${key}`],
    ],
    [
      'a required one is absent',
      ['linux/s390x'],
      ['it has no linux/s390x', 'it has no platform whose revision could be compared'],
    ],
  ])('%s', (_name, platforms, expected) => expect(lacking(platforms, commit)).toEqual(expected));

  it('an empty label of the index does not count as a revision', () => {
    expect(lacking(['linux/amd64'], commit, { [key]: ' ' })).toEqual([]);
  });
});

describe('needsLabels', () => {
  it.each<[string, boolean, string[], string | undefined, Record<string, string>, string | undefined]>([
    ['nothing is asked of the revision', false, [], undefined, {}, 'linux/amd64'],
    ['nothing is asked of the revision of one without platform', false, [], undefined, {}, undefined],
    ['the index has the revision', false, [], commit, { [key]: commit }, 'linux/amd64'],
    ['the index has another revision', false, [], commit, { [key]: other }, 'linux/amd64'],
    ['the index has it under the old key', false, [], commit, { 'org.label-schema.vcs-ref': commit }, undefined],
    ['the index has an empty one', true, [], commit, { [key]: ' ' }, 'linux/amd64'],
    ['the index has other annotations', true, [], commit, { created: 'x' }, 'linux/amd64'],
    ['all platforms are judged', true, [], commit, {}, 'windows/amd64'],
    ['this platform is judged', true, ['linux/s390x', 'linux/arm64'], commit, {}, 'linux/arm64/v8'],
    ['this platform is not judged', false, ['linux/amd64', 'linux/arm64'], commit, {}, 'linux/arm/v7'],
    ['the platform is not known yet', true, ['linux/amd64'], commit, {}, undefined],
  ])('when %s: %s', (_name, expected, platforms, revision, annotations, platform) => {
    const requirements = { platforms: platforms.map(parsePlatform), revision };
    const of = platform === undefined ? undefined : parsePlatform(platform);
    expect(needsLabels(requirements, annotations, of)).toBe(expected);
  });

  it('is never of use where it returns false: the labels that it saves change no verdict', () => {
    const names = ['linux/amd64', 'linux/arm64', 'windows/amd64'];
    const labels = fc.constantFrom({}, { [key]: commit }, { [key]: other });
    const found = fc.uniqueArray(fc.tuple(fc.constantFrom(...names), labels), { selector: ([name]) => name });
    fc.assert(
      fc.property(
        fc.subarray(names),
        fc.constantFrom(undefined, commit),
        labels,
        found,
        (wanted, revision, annotations, list) => {
          const requirements = { platforms: wanted.map(parsePlatform), revision };
          const all = list.map(([name, one]) => image(name, one));
          const read = list.map(([name, one]) =>
            image(name, needsLabels(requirements, annotations, parsePlatform(name)) ? one : undefined),
          );
          expect(lacks(requirements, { annotations, images: read })).toEqual(
            lacks(requirements, { annotations, images: all }),
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});
