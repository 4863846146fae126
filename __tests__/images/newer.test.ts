import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findNewer, judge, type Policy } from '../../src/images/newer.js';
import { explainVerdict } from '../../src/images/newer-words.js';
import { parseTag, parseTags, type Version } from '../../src/images/version.js';
import { compareVersions } from '../../src/images/version-order.js';
import { type Strategy, strategies } from '../../src/images/version-step.js';
import { asYaml, writeInputs } from '../../src/lib/input-names.js';
import { numRuns } from '../support/thorough.js';

function version(text: string): Version {
  const parsed = parseTag(text);
  if (parsed.kind !== 'version') throw new Error(`${text} is no version`);
  return parsed;
}

const policy = (strategy: Strategy, more: Partial<Policy> = {}): Policy => ({
  strategy,
  prerelease: false,
  isSelected: () => true,
  ...more,
});

/** The tag to go on to: the current one where nothing is newer, `unsupported` where it has no version. */
function latest(current: string, tags: readonly string[], wanted: Policy): string {
  const parsed = parseTag(current);
  if (parsed.kind !== 'version') return 'unsupported';
  return findNewer(parseTags(tags), parsed, wanted).candidates[0]?.text ?? current;
}

const hex = 'a'.repeat(64);
const release = 'v11.0.0-patch.1 v11.0.1 v11.1.0 v12.0.0';

describe('the tag to go on to', () => {
  it.each<[current: string, tags: string, strategy: Strategy, expected: string, why: string]>([
    ['v11.0.0', 'v11.0.0-patch.1', 'patch', 'v11.0.0-patch.1', 'a patch follows its release'],
    ['v11.0.0', 'v11.0.0-patch.1 v11.0.0-patch.2 v11.0.0-patch.10', 'patch', 'v11.0.0-patch.10', 'patches are counted'],
    ['v11.0.0-patch.1', 'v11.0.0 v11.0.0-patch.2', 'patch', 'v11.0.0-patch.2', 'from patch to patch'],
    ['v11.0.0-patch.2', 'v11.0.0 v11.0.0-patch.1', 'patch', 'v11.0.0-patch.2', 'a patch is newer than its release'],
    ['v11.0.0', release, 'patch', 'v11.0.0-patch.1', 'patch never changes X.Y.Z'],
    ['v11.0.0', release, 'bugfix', 'v11.0.1', 'bugfix changes Z'],
    ['v11.0.0', release, 'minor', 'v11.1.0', 'minor changes Y and Z'],
    ['v11.0.0', release, 'major', 'v12.0.0', 'major changes all'],
    ['v11.0.0', 'v11.0.0-patch.1', 'bugfix', 'v11.0.0-patch.1', 'each strategy takes the smaller steps too'],
    ['v11.0.0', 'v11.0.1 v11.0.1-patch.1', 'bugfix', 'v11.0.1-patch.1', 'the best image of the best Z'],
    ['v11.0.0-patch.3', 'v11.0.1', 'bugfix', 'v11.0.1', 'from a patch to a plain higher Z'],
    ['v9.3.0', 'v9.3.0-hotfix.1 v9.3.0-hotfix.2', 'patch', 'v9.3.0-hotfix.2', 'a hotfix follows its release'],
    ['v9.3.0-hotfix.1', 'v9.3.0 v9.3.0-patch.7', 'patch', 'v9.3.0-hotfix.1', 'patch and hotfix are not ordered'],
    ['v9.3.0', 'v9.3.0-hotfix.9 v9.3.0-patch.7', 'patch', 'v9.3.0-patch.7', 'from a plain tag the last word by text'],
    ['v9.3.0-hotfix.1', 'v9.4.0 v9.4.0-patch.7 v9.4.0-hotfix.2', 'minor', 'v9.4.0-hotfix.2', 'its own word first'],
    ['v9.3.0-hotfix.1', 'v9.4.0 v9.4.0-patch.7', 'minor', 'v9.4.0-patch.7', 'else the newest'],
    ['v9.3.0-security-01', 'v9.3.0-security-02', 'patch', 'v9.3.0-security-02', 'security releases'],
    ['v11.0.0', 'v11.0.9 v11.0.10', 'bugfix', 'v11.0.10', 'numbers, not text'],
    ['v11.0.0', 'v10.9.9 v9.0.0', 'major', 'v11.0.0', 'never down'],
    ['v11.0.0', 'v10.9.9 v9.0.0', 'patch', 'v11.0.0', 'a current tag that is gone is no error'],
    ['v12.0.0', 'v11.0.0', 'major', 'v12.0.0', 'the newest already'],
    ['v11.0.0', 'v12.0.0-snapshot v11.5.0', 'major', 'v11.5.0', 'no pre-release unasked'],
    ['v8.8.0-snapshot', 'v8.8.0 v8.8.1 v8.9.0 v9.0.0', 'patch', 'v8.8.0', 'a release supersedes its snapshot'],
    ['v8.8.0-snapshot', 'v8.8.0 v8.8.1 v8.9.0 v9.0.0', 'bugfix', 'v8.8.1', 'and so does a bugfix'],
    ['v8.8.0-snapshot', 'v8.8.0 v8.8.1 v8.9.0 v9.0.0', 'minor', 'v8.9.0', 'a minor'],
    ['v8.8.0-snapshot', 'v8.8.0 v8.9.0 v9.0.0-snapshot v9.0.0', 'major', 'v9.0.0', 'a major'],
    ['v8.8.0-snapshot.1', 'v8.8.0-snapshot.5 v8.8.2', 'patch', 'v8.8.0-snapshot.5', 'from snapshot to snapshot'],
    ['v8.8.0-snapshot.2', 'v8.8.0-snapshot.10', 'patch', 'v8.8.0-snapshot.10', 'which are counted'],
    [
      'v8.8.0-snapshot',
      'v8.9.0-snapshot v9.0.0-snapshot',
      'minor',
      'v8.9.0-snapshot',
      'across versions, within bounds',
    ],
    ['v8.8.0-snapshot', 'v8.9.0-rc.1', 'minor', 'v8.8.0-snapshot', 'another kind of pre-release is no update'],
    ['1.0.0-alpha.3', '1.0.0-beta.1 1.0.0-rc.2', 'patch', '1.0.0-rc.2', 'riper, of the same version'],
    ['1.0.0-rc.1', '1.0.0-beta.2', 'major', '1.0.0-rc.1', 'never less ripe'],
    ['1.0.0-rc.1', '1.0.0-rc.2 1.0.0 1.1.0-rc.1', 'patch', '1.0.0', 'the release follows its candidates'],
    ['v1.1.0-alpha.99', 'v1.1.0-alpha.439 v1.0.0', 'minor', 'v1.1.0-alpha.439', 'three digits'],
    ['v10.3.0', 'v10.3.0.1 v10.3.0.2', 'patch', 'v10.3.0.2', 'a fourth number is a patch'],
    ['v10.3.0.2-pisp', 'v10.3.0.10-pisp v10.3.0.11', 'patch', 'v10.3.0.10-pisp', 'counted, the flavour kept'],
    [
      'v11.1.4.0-pisp',
      'v11.1.4.3-pisp v11.3.3.0-pisp v11.3.3',
      'minor',
      'v11.3.3.0-pisp',
      'an unknown word is a flavour',
    ],
    ['v11.1.4', 'v11.1.4.3-pisp', 'patch', 'v11.1.4', 'no flavour is gained'],
    ['3.18.1-alpine', '3.18.2 3.18.2-slim 3.18.2-alpine', 'bugfix', '3.18.2-alpine', 'the same flavour'],
    [
      '1.13.5-alpine3.10',
      '1.13.6-alpine3.11 1.13.6-alpine3.10',
      'bugfix',
      '1.13.6-alpine3.10',
      'numbers are part of it',
    ],
    ['18.0.0-alpine3.18', '22.0.0-alpine3.19 22.0.0-alpine3.18', 'major', '22.0.0-alpine3.18', 'in every strategy'],
    [
      '5.0.30-nanoserver-1809',
      '6.0.19-nanoserver-1809 6.0.19-nanoserver-ltsc2022',
      'major',
      '6.0.19-nanoserver-1809',
      'Windows',
    ],
    [
      '1.24.0-debian-12-r5',
      '1.24.0-debian-12-r24 1.25.0-debian-12-r0',
      'patch',
      '1.24.0-debian-12-r24',
      'counted builds',
    ],
    ['1.2', '1.2.9 1.3 1.3.0 2.0', 'minor', '1.3', 'as many numbers'],
    ['1.2', '1.2.9 1.3', 'bugfix', '1.2', 'a rolling tag has no bugfixes'],
    ['8', '8.1 9 9.0 10', 'major', '10', 'one number'],
    ['8', '8.1 8.2.5', 'minor', '8', 'has no minors'],
    ['8.5', '8.7 8.7-1049', 'minor', '8.7', 'a rolling tag gains no counter'],
    ['8.5', '8.6 8.6-patch.1', 'minor', '8.6', 'and no patch'],
    ['1.0.0', 'v1.0.1', 'bugfix', '1.0.0', 'no v is gained'],
    ['v1.0.0', '1.0.1 v1.0.1', 'bugfix', 'v1.0.1', 'and none is lost'],
    [
      'jdk-11.0.2.7-slim',
      'jdk-11.0.2.9-slim jre-11.0.2.9-slim 11.0.2.9-slim',
      'patch',
      'jdk-11.0.2.9-slim',
      'the same words in front',
    ],
    [
      '17.0.1_12-jre-alpine',
      '17.0.2_8-jre-alpine 17-jre-alpine',
      'bugfix',
      '17.0.2_8-jre-alpine',
      'a build counts less than a version',
    ],
    ['3.7.0', '3.7.1b1 3.7.1rc2', 'bugfix', '3.7.0', 'Python’s pre-releases'],
    ['1.0.1', '1.0.0 1.0.2-f3ba42e', 'bugfix', '1.0.1', 'a build of a commit is no release'],
    ['20240101', '20240315 20250101 3.20', 'minor', '20240315', 'a date is year, month, day'],
    ['3', '3.20 20240101 edge', 'major', '3', 'and no version'],
    ['18.04', '18.10 20.04 22.04', 'major', '22.04', 'years of two digits'],
    ['2024.1.0', '2024.2.0 2025.1.0 24.9.9', 'minor', '2024.2.0', 'and of four'],
    [
      '4.8.1-core-ltsc2022',
      '4.8-20250909-core-ltsc2022 4.8.1-20251014-core-ltsc2022',
      'major',
      '4.8.1-core-ltsc2022',
      'no date is gained',
    ],
    ['latest', 'v1.0.0', 'major', 'unsupported', 'no version'],
    ['main', '1.0.0', 'minor', 'unsupported', 'a branch'],
    ['0a1b2c3', '1.0.0', 'major', 'unsupported', 'a commit'],
    ['sha-0a1b2c3', '1.0.0', 'major', 'unsupported', 'a commit by its mark'],
    ['1.0.0', `sha256-${hex}.sig 1.0.1.sig 1.0.1`, 'bugfix', '1.0.1', 'signatures are no images'],
    ['1.0.0', '1.0.1-amd64 1.0.1-arm64', 'bugfix', '1.0.0', 'a platform is a flavour'],
    ['1.0.0', '', 'major', '1.0.0', 'an empty list'],
    ['v11.0.0', 'a.b.c feature.x.y', 'major', 'v11.0.0', 'dots make no version'],
    ['v01.2.3', 'v1.2.4', 'bugfix', 'v1.2.4', 'leading zeros'],
    ['v01.2.3', 'v1.2.3', 'bugfix', 'v01.2.3', 'which make nothing newer'],
    ['9007199254740993.0.0', '1.0.0 9007199254740992.0.0', 'major', '9007199254740993.0.0', 'numbers of any length'],
    ['1.0.0', '1.0.1 1.0.01', 'bugfix', '1.0.1', 'of twins the shorter'],
  ])('%s of [%s] by %s: %s, %s', (current, tags, strategy, expected) => {
    const list = [current, ...tags.split(' ').filter((tag) => tag !== '')];
    expect(latest(current, list, policy(strategy))).toBe(expected);
    expect(latest(current, [...list].reverse().slice(0, -1), policy(strategy))).toBe(expected);
  });

  it.each<[current: string, tags: string, more: Partial<Policy>, expected: string]>([
    ['v11.0.0', 'v12.0.0-snapshot.3 v11.5.0', { prerelease: true }, 'v12.0.0-snapshot.3'],
    ['8.5', '8.6-rc1', { prerelease: true }, '8.5'],
    ['1.0.0-rc.1', '1.1.0-beta.1', { prerelease: true }, '1.0.0-rc.1'],
    ['1.0.0', '1.0.1 1.0.2', { isSelected: (tag) => tag !== '1.0.2' }, '1.0.1'],
    ['1.0.0', '1.1.0 2.0.0', { isSelected: (tag) => tag.startsWith('1.') }, '1.1.0'],
  ])('%s of [%s] with %j: %s', (current, tags, more, expected) => {
    expect(latest(current, tags.split(' '), policy('major', more))).toBe(expected);
  });
});

describe('findNewer', () => {
  it('returns the newest that the strategy does not take, and the candidates in order', () => {
    const found = findNewer(
      parseTags(['1.0.2', '2.0.0', '1.0.1', '1.1.0', '3.0.0-rc.1']),
      version('1.0.0'),
      policy('bugfix'),
    );
    expect(found.candidates.map(({ text }) => text)).toEqual(['1.0.2', '1.0.1']);
    expect([found.newest?.text, found.rivals]).toEqual(['2.0.0', []]);
  });

  it.each([
    ['1.0.0', ['1.0.0-hotfix.1']],
    ['1.0.0-patch.1', []],
    ['1.0.0-hotfix.0', []],
  ])('from %s names what else is as new as the best: %j', (current, rivals) => {
    const tags = parseTags(['1.0.0-patch.2', '1.0.0-hotfix.1', '1.0.0-rc.1', '0.9.0-hotfix.1']);
    expect(findNewer(tags, version(current), policy('major')).rivals.map(({ text }) => text)).toEqual(rivals);
  });
});

describe('a tag with more than one version, or with a date', () => {
  it.each<[current: string, tags: string, strategy: Strategy, expected: string]>([
    ['3-dev-1.0.9', '3-dev-1.0.63 3-dev-1.1.0 3-dev-2.0.0', 'patch', '3-dev-1.0.9'],
    ['3-dev-1.0.9', '3-dev-1.0.63 3-dev-1.1.0 3-dev-2.0.0', 'bugfix', '3-dev-1.0.63'],
    ['3-dev-1.0.9', '3-dev-1.0.63 3-dev-1.1.0 3-dev-2.0.0', 'minor', '3-dev-1.1.0'],
    ['3-dev-1.0.9', '3-dev-1.0.63 3-dev-1.1.0 3-dev-2.0.0', 'major', '3-dev-2.0.0'],
    ['1.2.3-dev-1.0.9', '1.2.3-dev-2.0.0', 'minor', '1.2.3-dev-1.0.9'],
    ['1.2.3-dev.1.0.9', '1.2.3-dev.2.0.0', 'minor', '1.2.3-dev.1.0.9'],
    ['1.0.0-beta2-3.0.0', '1.0.0-beta2-4.0.0 1.0.0-beta3-3.0.0', 'minor', '1.0.0-beta3-3.0.0'],
    ['1.0-preview2.1', '1.0-preview2.2 1.0-preview3.0', 'patch', '1.0-preview3.0'],
    ['3.11-app-1.0.0', '3.11-app-1.0.4 3.11-app-1.1.0', 'bugfix', '3.11-app-1.0.4'],
    ['3.11-app1.0.0', '3.11-app1.0.4 3.11-app1.1.0', 'bugfix', '3.11-app1.0.4'],
    ['3.11-app-v1.0.0', '3.11-app-v1.0.4 3.11-app-v2.0.0', 'minor', '3.11-app-v1.0.4'],
    ['2.0.7-sdk-2.1.200', '2.0.9-sdk-2.1.202 2.1.0-sdk-2.2.0', 'bugfix', '2.0.9-sdk-2.1.202'],
    ['2.0.7-sdk-2.1.200', '2.0.9-sdk-2.2.0', 'bugfix', '2.0.7-sdk-2.1.200'],
    ['app-3d-1.0.9', 'app-3d-1.0.63 app-3d-2.0.0', 'bugfix', 'app-3d-1.0.63'],
    ['3d-dev-1', '3d-dev-2', 'minor', '3d-dev-1'],
    ['v1-2.0.0', 'v1-2.0.1 v1-3.0.0', 'minor', 'v1-2.0.1'],
    ['16-3.4', '16-3.5 17-3.4', 'bugfix', '16-3.4'],
    ['16-3.4', '16-3.5 17-3.4', 'minor', '16-3.5'],
    ['8.7-1049', '8.7-1085 8.8-900', 'patch', '8.7-1049'],
    ['8.7-1049', '8.7-1085 8.8-900', 'bugfix', '8.7-1085'],
    ['7.2-0.1', '7.2-9658143', 'major', '7.2-0.1'],
    ['1_2_3', '1_2_9 1_3_0', 'bugfix', '1_2_9'],
    ['1-2-3', '1-3-0', 'bugfix', '1-2-3'],
    ['2024-08', '2024-09', 'bugfix', '2024-08'],
    ['2024_08_26', '2024_08_27 2024_09_01', 'bugfix', '2024_08_27'],
    ['8u252-b09-jdk', '8u262-b10-jdk', 'bugfix', '8u262-b10-jdk'],
    ['8u252-b09-jdk', '8u262-b10-jdk', 'patch', '8u252-b09-jdk'],
    [
      'RELEASE.2024-08-26T15-33-07Z',
      'RELEASE.2024-08-26T16-33-07Z RELEASE.2024-08-29T01-40-52Z RELEASE.2024-09-13T20-26-02Z',
      'patch',
      'RELEASE.2024-08-26T16-33-07Z',
    ],
    [
      'RELEASE.2024-08-26T15-33-07Z',
      'RELEASE.2024-08-29T01-40-52Z RELEASE.2024-09-13T20-26-02Z RELEASE.2024-08-30T01-40-52Z.fips',
      'bugfix',
      'RELEASE.2024-08-29T01-40-52Z',
    ],
    ['1.2.3-web-2024-01-01', '1.2.3-web-2024-02-01', 'patch', '1.2.3-web-2024-02-01'],
    ['1.0', '1.0.post1 1.1', 'patch', '1.0.post1'],
    ['1.0.0', '1.0.0.post1 1.0.0.post2 1.0.1', 'patch', '1.0.0.post2'],
    ['1.0.0.post1', '1.0.0 1.0.0.post2.dev1', 'major', '1.0.0.post1'],
    ['1.0.0-post1', '1.0.1-post1 1.0.1.dev1', 'bugfix', '1.0.1-post1'],
  ])('%s of [%s], %s: %s', (current, tags, strategy, expected) =>
    expect(latest(current, tags.split(' '), policy(strategy))).toBe(expected),
  );

  it.each([
    ['3.11-app-2.0.0', '3.12-app-1.0.0', '3.12-app-1.0.0'],
    ['16-3.4', '17-3.3', '17-3.3'],
    ['3.11-app-2.0.0', '3.12-app-1.0.0 3.11-app-2.0.1', undefined],
  ])('from %s nothing orders [%s]: %s', (current, tags, unordered) => {
    const found = findNewer(parseTags(tags.split(' ')), version(current), policy('major'));
    expect(found.unordered?.text).toBe(unordered);
    expect(findNewer(parseTags(tags.split(' ')), version(current), policy('patch')).unordered).toBeUndefined();
  });
});

describe('tags of other flavours and spellings', () => {
  it.each<[current: string, tags: string, elsewhere: string | undefined]>([
    ['1.2.3-alpine3.18', '1.2.4-alpine3.19', '1.2.4-alpine3.19'],
    ['1.2.3-alpine3.18', '1.2.4-alpine3.18 1.2.4-alpine3.19', '1.2.4-alpine3.19'],
    ['1.2.3-alpine3.18', '1.2.4-alpine3.18 1.2.3-alpine3.19 1.2.2-slim', undefined],
    ['1.2.3-alpine3.18', '1.2.4-alpine3.19 1.2.5', '1.2.4-alpine3.19'],
    ['1.2.3-bookworm', '1.2.4-trixie 1.3.0-trixie', '1.2.4-trixie'],
    ['1.2.3-f3ba42e', '1.2.4-0a1b2c3', '1.2.4-0a1b2c3'],
    ['1.9.3-p594', '1.9.3-p600', '1.9.3-p600'],
    ['1.2.3', '1.2.4rc1-slim', undefined],
    ['v1.2.3', '1.2.4', '1.2.4'],
    ['python3.11-1.0.0', 'python3.12-1.0.1', 'python3.12-1.0.1'],
    ['jre-1.0.0', 'jdk-1.0.1', undefined],
    ['1.2.3', '1.2 20240101 latest', undefined],
  ])('from %s of [%s]: %s', (current, tags, elsewhere) =>
    expect(findNewer(parseTags(tags.split(' ')), version(current), policy('bugfix')).elsewhere?.text).toBe(elsewhere),
  );
});

describe('why not this tag', () => {
  it.each([
    ['v1.0.0-alpine', 'the current tag'],
    [`sha256-${hex}`, 'no image, but a signature, an attestation or an SBOM'],
    ['latest', 'no version is in it'],
    ['app-v1.0.1-alpine', 'another line: app- in front, the current tag nothing'],
    ['1.0.1-alpine', 'written with no v, the current tag with v'],
    ['v2024.1.0-alpine', 'it begins with a number of four digits, the current tag with a number below 1000'],
    ['v20240101-alpine', 'it begins with a date, the current tag with a number below 1000'],
    ['v123456.1.0-alpine', 'it begins with a number of five digits or more, the current tag with a number below 1000'],
    ['v1.0.1', 'another flavour: nothing behind, the current tag -alpine'],
    ['v1.0.1-slim', 'another flavour: -slim behind, the current tag -alpine'],
    ['v1.1-alpine', 'it has 2 numbers, the current tag 3'],
    ['v2-alpine', 'it has 1 number, the current tag 3'],
    ['v1.0.1-alpine-r2', 'it counts builds in another way: -rN behind, the current tag nothing'],
    ['v01.0.0-alpine', 'as new as the current tag'],
    ['v0.9.0-alpine', 'older'],
    ['v1.0.0-rc.1-alpine', 'older'],
    ['v1.0.1-rc.1-alpine', 'a pre-release, and prerelease is false'],
    ['v1.0.9-alpine', 'excluded by include or exclude'],
    ['v1.0.1-alpine', 'a newer bugfix version'],
    ['v1.0.0-alpine-patch.1', 'a newer patch version'],
    ['v1.1.0-alpine', 'a newer minor version, which strategy: bugfix does not include'],
    ['v2.0.0-alpine', 'a newer major version, which strategy: bugfix does not include'],
  ])('%s: %s', (text, why) => {
    const current = version('v1.0.0-alpine');
    const wanted = policy('bugfix', { isSelected: (tag) => !tag.includes('1.0.9') });
    const tag = parseTag(text);
    expect(writeInputs(explainVerdict(judge(tag, current, wanted), tag, current, wanted), asYaml)).toBe(why);
  });

  it.each([
    ['8.5', '8.6-patch.1', 'a rolling tag (with fewer than three numbers) is only updated to plain versions'],
    ['1.0.0-snapshot', '1.1.0-rc.1', 'a pre-release of another kind'],
    ['3.11-app-2.0.0', '3.12-app-1.0.0', 'newer by one of its versions and older by another'],
    ['1.0.0-hotfix.1', '1.0.0-patch.2', 'another kind of post-release of the same version, without an order'],
  ])('from %s %s: %s', (current, text, why) => {
    const tag = parseTag(text);
    expect(explainVerdict(judge(tag, version(current), policy('major')), tag, version(current), policy('major'))).toBe(
      why,
    );
  });
});

describe('for any tags', () => {
  const words = [
    '-alpha.1',
    '-beta.2',
    '-rc.1',
    '-rc.2',
    '-snapshot',
    '-patch.1',
    '-patch.2',
    '-hotfix.1',
    '-alpine',
    '-slim',
    '-r3',
    '.4',
    'b1',
    '.post1',
    '-1.0.9',
    '-app-1.1.0',
    '-app-1.0.9',
    '-alpine3.9',
  ];
  const likely = fc
    .tuple(
      fc.constantFrom('', 'v', 'jdk-'),
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 4 }),
      fc.array(fc.constantFrom(...words), { maxLength: 2 }),
    )
    .map(([lead, numbers, rest]) => `${lead}${numbers.join('.')}${rest.join('')}`);
  const legal = fc.stringMatching(/^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/);
  const tag = fc.oneof(
    { weight: 5, arbitrary: likely },
    legal,
    fc.constantFrom('latest', '20240101', '20240102', '2024.1'),
  );
  const list = fc.uniqueArray(tag, { maxLength: 30 });
  const current = tag.filter((text) => parseTag(text).kind === 'version').map(version);
  const wanted = fc.record({
    strategy: fc.constantFrom(...strategies),
    prerelease: fc.boolean(),
    isSelected: fc.constant(() => true),
  });
  const is = (found: Version, kind: 'pre' | 'post') => found.qualifiers.some((one) => one.kind === kind);

  it('every candidate is newer, of the same line, and no pre-release unasked', () =>
    fc.assert(
      fc.property(current, list, wanted, (from, tags, given) => {
        for (const to of findNewer(parseTags(tags), from, given).candidates) {
          expect(compareVersions(to, from)).toBeGreaterThan(0);
          const line = ({ prefix, v, class: kind, flavour, release: numbers, counters }: Version) => [
            ...[prefix, v, kind, flavour, numbers.length],
            ...counters.map(({ shape }) => shape),
          ];
          expect(line(to)).toEqual(line(from));
          if (!given.prerelease && !is(from, 'pre')) expect(is(to, 'pre')).toBe(false);
          if (from.release.length < 3 && !is(from, 'post')) {
            expect(to.qualifiers.filter(({ kind, word }) => kind === 'post' && word !== 'post')).toEqual([]);
          }
        }
      }),
    ));

  it('the answer is the same whatever the order of the list', () =>
    fc.assert(
      fc.property(
        current,
        list.chain((tags) => fc.tuple(fc.constant(tags), fc.shuffledSubarray(tags, { minLength: tags.length }))),
        wanted,
        (from, [tags, shuffled], given) => {
          expect(findNewer(parseTags(shuffled), from, given)).toEqual(findNewer(parseTags(tags), from, given));
        },
      ),
    ));

  it('patch ⊂ bugfix ⊂ minor ⊂ major, and the step is the first that takes it', () =>
    fc.assert(
      fc.property(current, list, fc.boolean(), (from, tags, prerelease) => {
        const sets = strategies.map((strategy) => {
          const { candidates } = findNewer(parseTags(tags), from, policy(strategy, { prerelease }));
          return new Set(candidates.map(({ text }) => text));
        });
        for (const [at, set] of sets.entries()) {
          for (const text of set) for (const wider of sets.slice(at)) expect(wider.has(text)).toBe(true);
        }
        for (const text of sets[3] ?? []) {
          const verdict = judge(parseTag(text), from, policy('major', { prerelease }));
          const first = sets.findIndex((set) => set.has(text));
          expect(verdict).toEqual({ kind: 'candidate', step: strategies[first] });
        }
      }),
    ));

  it('never goes beyond the strategy in any version that is in the tag', () => {
    const number = fc
      .array(fc.integer({ min: 0, max: 12 }), { minLength: 3, maxLength: 4 })
      .map((all) => all.join('.'));
    const lead = fc.constantFrom(
      '',
      'v',
      '3d-',
      '3d-dev-',
      'app-3d-',
      'v1-',
      '3-',
      '3.11-',
      '1.2.3-',
      'release-',
      'php8.',
    );
    const middle = fc.constantFrom(
      '-',
      '_',
      '-dev-',
      '-dev.',
      '-app-',
      '-app',
      '-v',
      '-rc1-',
      '.post1-',
      'b',
      '-2024-01-31-',
    );
    const end = fc.constantFrom('', '-alpine', '-r2', 'rc1', '-x.', '-20240131');
    const template = fc.tuple(lead, fc.option(middle, { nil: undefined }), end);
    const write = ([start, between, rest]: [string, string | undefined, string], one: string, two: string) =>
      `${start}${one}${between === undefined ? '' : `${between}${two}`}${rest}`;
    const parts = (one: string) => one.split('.').map(Number);
    const kept: Record<Strategy, number> = { patch: 3, bugfix: 2, minor: 1, major: 0 };
    fc.assert(
      fc.property(
        template,
        fc.array(number, { minLength: 4, maxLength: 12 }),
        fc.constantFrom(...strategies),
        (form, numbers, strategy) => {
          const [one = '', two = '', ...more] = numbers;
          const current = parseTag(write(form, one, two));
          if (current.kind !== 'version') return;
          const pairs = more.flatMap((first) => [...more, two].map((second) => ({ first, second })));
          const tags = new Map(pairs.map((pair) => [write(form, pair.first, pair.second), pair]));
          for (const { text } of findNewer(parseTags([...tags.keys()]), current, policy(strategy)).candidates) {
            const { first = '', second = '' } = tags.get(text) ?? {};
            expect(parts(first).slice(0, kept[strategy])).toEqual(parts(one).slice(0, kept[strategy]));
            if (form[1] !== undefined) {
              expect(parts(second).slice(0, kept[strategy])).toEqual(parts(two).slice(0, kept[strategy]));
            }
          }
        },
      ),
      { numRuns: numRuns(2000) },
    );
  });

  it('who goes on has arrived: from the best candidate of major there is nothing newer in the list but riper or other kinds', () =>
    fc.assert(
      fc.property(current, list, (from, tags) => {
        const [best] = findNewer(parseTags(tags), from, policy('major')).candidates;
        if (best === undefined) return;
        const further = findNewer(parseTags(tags), best, policy('major')).candidates;
        for (const to of further) expect(compareVersions(to, best)).toBeGreaterThan(0);
        if (!is(best, 'post') && !is(best, 'pre')) expect(further).toEqual([]);
      }),
    ));

  it('parseTags reads each as parseTag does', () =>
    fc.assert(fc.property(list, (tags) => expect(parseTags(tags)).toEqual(tags.map(parseTag)))));
});
