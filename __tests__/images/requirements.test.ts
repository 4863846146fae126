import { describe, expect, it } from '@jest/globals';
import { parsePlatform } from '../../src/images/platform.js';
import { lacks } from '../../src/images/requirements.js';

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

  it('lacks every platform where there is none', () => {
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
