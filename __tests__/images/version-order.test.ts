import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isTag } from '../../src/images/name.js';
import { parseTag, type Version } from '../../src/images/version.js';
import { compareTags, compareVersions } from '../../src/images/version-order.js';
import { numRuns } from '../support/thorough.js';

function version(text: string): Version {
  const parsed = parseTag(text);
  if (parsed.kind !== 'version') throw new Error(`${text} is no version`);
  return parsed;
}

const sorted = (tags: readonly string[]) =>
  tags
    .map(parseTag)
    .sort(compareTags)
    .map(({ text }) => text);

describe('compareVersions', () => {
  it.each([
    ['v11.0.0-patch.1', 'v11.0.0', 'a patch follows its release'],
    ['v11.0.0-patch.10', 'v11.0.0-patch.2', 'counters are numbers, not text'],
    ['v11.0.1', 'v11.0.0-patch.3', 'a higher bugfix is above any patch'],
    ['v11.0.1-patch.1', 'v11.0.1', 'and may itself be patched'],
    ['v9.3.0-hotfix.2', 'v9.3.0-hotfix.1', 'hotfixes follow one another'],
    ['v9.3.0-hotfix.1', 'v9.3.0', 'and the release'],
    ['v9.3.0-patch.1', 'v9.3.0-hotfix.2', 'two kinds of post-release: by their words'],
    ['13.0.1-security-01', '13.0.1', 'Grafana'],
    ['v11.0.10', 'v11.0.9', 'parts are numbers'],
    ['v11.1.0', 'v11.0.10', 'minor before bugfix'],
    ['v12.0.0', 'v11.1.0', 'major before minor'],
    ['v8.8.0', 'v8.8.0-snapshot', 'a release supersedes its snapshot'],
    ['v8.8.0', 'v8.8.0-snapshot.99', 'whatever its number'],
    ['v8.8.0-snapshot.10', 'v8.8.0-snapshot.2', 'snapshots are counted'],
    ['v8.8.0-snapshot.0', 'v8.8.0-snapshot', 'from the bare word on'],
    ['v8.9.0-snapshot', 'v8.8.0', 'a pre-release of a higher version'],
    ['v1.1.0-alpha.439', 'v1.1.0-alpha.99', 'three digits'],
    ['1.0.0-alpha.1', '1.0.0-dev.9', 'the ladder'],
    ['1.0.0-m.1', '1.0.0-alpha.9', 'the ladder'],
    ['1.0.0-beta.1', '1.0.0-m.9', 'the ladder'],
    ['1.0.0-rc.1', '1.0.0-beta.9', 'the ladder'],
    ['1.0.0-dev', '1.0.0-snapshot.9', 'off the ladder is below it'],
    ['1.0.0-snapshot', '1.0.0-nightly.9', 'and by name'],
    ['3.7.1', '3.7.1rc2', 'attached marks'],
    ['3.7.1rc2', '3.7.1b1', 'attached marks'],
    ['7.3.0RC10', '7.3.0RC9', 'attached numbers'],
    ['1.0.0-rc.1-patch.1', '1.0.0-rc.1', 'a patch of a pre-release'],
    ['1.0.0', '1.0.0-rc.1-patch.1', 'which stays one'],
    ['v10.3.0.1', 'v10.3.0', 'the fourth number counts up from the release'],
    ['v10.3.0.10-pisp', 'v10.3.0.2-pisp', 'and is a number'],
    ['v10.3.1', 'v10.3.0.99', 'below the third'],
    ['v10.3.0.1', 'v10.3.0-patch.9', 'above any post-release'],
    ['17.0.2_8-jre', '17.0.1_12-jre', 'a build number counts less than the version'],
    ['17.0.1_12-jre', '17.0.1_8-jre', 'but it counts'],
    ['1.24.0-debian-12-r24', '1.24.0-debian-12-r5', 'rebuilds'],
    ['8.7-1049', '8.7-923.1669829893', 'a counter of more than one number'],
    ['v3.2.0-12-gfe00835', 'v3.2.0-6-gdcf49b7', 'commits after a tag'],
    ['3.3-nginx-202312070812', '3.3-nginx-202304160904', 'dated builds'],
    ['22.04', '18.10', 'years and months'],
    ['20240315', '20240101', 'days'],
    ['2024-03-15', '20240101', 'however they are written'],
    ['v1.2.4', 'v01.2.3', 'leading zeros'],
    ['9007199254740993.0.0', '9007199254740992.0.0', 'numbers beyond the exact ones of JavaScript'],
  ])('%s is newer than %s: %s', (newer, older) => {
    expect(compareVersions(version(newer), version(older))).toBeGreaterThan(0);
    expect(compareVersions(version(older), version(newer))).toBeLessThan(0);
  });

  it.each([
    ['v01.2.3', 'v1.2.3'],
    ['1.2', '1.2.0'],
    ['10.3.0', '10.3.0.0'],
    ['1.2-rc1', '1.2-RC.01'],
    ['1.2-a.1', '1.2alpha1'],
    ['20240101', '2024-01-01'],
    ['1.2.3-alpine', '1.2.3-slim'],
    ['3.2.0-10-g0208ead', '3.2.0-10-g3a24f62'],
  ])('%s and %s are twins', (one, other) => expect(compareVersions(version(one), version(other))).toBe(0));
});

describe('compareTags', () => {
  it.each<[string, readonly string[]]>([
    [
      'newest first, then tags without a version by name',
      ['v12.0.0', 'v11.0.0-patch.1', 'v11.0.0', 'v11.0.0-rc.1', 'v9.3.0', '0a1b2c3', 'a.b.c', 'latest', 'main'],
    ],
    ['of twins the shorter first, then by name', ['1.2', 'V1.2', 'v1.2', '1.2.0', '1.02.0', '1.2.0-rc1', '1.1.9']],
    [
      'flavours by name, the newer system first',
      ['3.7.1', '3.7.0', '3.7.0-alpine', '3.7.0-alpine3.18', '3.7.0-alpine3.9', '3.7.0-slim', '3.7.0b3', '3.6.9-slim'],
    ],
    ['classes apart', ['3.20', '3', '2024.1.0', '1809', '20240315', '20240101', '202401011230', '10240']],
    ['prefixes apart', ['12', '11.0.2', 'jdk-11.0.2', 'jdk-8', 'jre-17', 'python3.11-1.0', 'python3.9-2.0']],
    ['builds of one version by their kind', ['1.0.0-iso.20', '1.0.0-iso.3', '1.0.0-infitx.9', '1.0.0', '1.0.0-beta.1']],
    ['artefacts among those without a version', ['1.0.1', '1.0.1.sig', 'latest', `sha256-${'a'.repeat(64)}.sig`]],
  ])('%s', (_rule, tags) => {
    expect(sorted(tags)).toEqual(tags);
    expect(sorted([...tags].reverse())).toEqual(tags);
  });
});

describe('the order of any tags', () => {
  const pieces = [
    'v',
    '1',
    '2',
    '10',
    '01',
    '.',
    '-',
    '_',
    '0',
    'rc',
    'RC',
    'beta',
    'patch',
    'hotfix',
    'snapshot',
    'dev',
  ];
  const more = ['alpine', '3.18', '20240101', '2024-01-01', '1809', '-g0208ead', '-r5', 'jdk-', 'sha-', '.sig', 'x'];
  const near = fc.array(fc.constantFrom(...pieces, ...more), { minLength: 1, maxLength: 7 }).map((all) => all.join(''));
  const twin = fc
    .tuple(fc.constantFrom('', 'v', 'jdk-'), fc.constantFrom('1', '1.0', '1.0.0', '01', '1.0.0.0'))
    .chain(([lead, numbers]) =>
      fc.constantFrom('', '-rc1', '-rc.1', '-a', '_1', '-x', '.x').map((end) => lead + numbers + end),
    );
  const any = fc.stringMatching(/^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/);
  const tag = fc.oneof(near.filter(isTag), twin, any);
  const runs = { numRuns: numRuns(2000) };
  const compare = (one: string, other: string) => Math.sign(compareTags(parseTag(one), parseTag(other)));

  it('is antisymmetric, and 0 only for the same tag', () => {
    fc.assert(
      fc.property(tag, tag, (one, other) => {
        expect(compare(one, other) + compare(other, one)).toBe(0);
        expect(compare(one, other) === 0).toBe(one === other);
        expect(compare(one, one)).toBe(0);
      }),
      runs,
    );
  });

  it('is transitive', () => {
    fc.assert(
      fc.property(tag, tag, tag, (one, two, three) => {
        if (compare(one, two) <= 0 && compare(two, three) <= 0) expect(compare(one, three)).toBeLessThanOrEqual(0);
      }),
      { numRuns: numRuns(5000) },
    );
  });

  it('does not depend on the order of the input', () => {
    const shuffled = fc
      .uniqueArray(tag, { maxLength: 20 })
      .chain((tags) => fc.tuple(fc.constant(tags), fc.shuffledSubarray(tags, { minLength: tags.length })));
    fc.assert(
      fc.property(shuffled, ([tags, others]) => expect(sorted(others)).toEqual(sorted(tags))),
      runs,
    );
  });

  it('has the tags without a version last', () => {
    fc.assert(
      fc.property(fc.array(tag, { maxLength: 20 }), (tags) => {
        const kinds = sorted(tags).map((text) => parseTag(text).kind === 'version');
        expect(kinds).toEqual([...kinds].sort((one, other) => Number(other) - Number(one)));
      }),
    );
  });

  it('follows that of versions, which is transitive too, within one prefix and class', () => {
    const versions = fc.array(tag, { minLength: 3, maxLength: 3 }).map((tags) => tags.map(parseTag));
    fc.assert(
      fc.property(versions, (parsed) => {
        const [one, two, three] = parsed.filter((each): each is Version => each.kind === 'version');
        if (one === undefined || two === undefined) return;
        const difference = compareVersions(one, two);
        expect(Math.sign(difference) + Math.sign(compareVersions(two, one))).toBe(0);
        if (difference !== 0 && one.prefix === two.prefix && one.class === two.class) {
          expect(Math.sign(compareTags(one, two))).toBe(-Math.sign(difference));
        }
        if (three === undefined || difference > 0 || compareVersions(two, three) > 0) return;
        const whole = compareVersions(one, three);
        expect(whole).toBeLessThanOrEqual(0);
        if (whole === 0) expect([difference, compareVersions(two, three)]).toEqual([0, 0]);
      }),
      { numRuns: numRuns(5000) },
    );
  });
});

describe('the version of any tag', () => {
  it('loses nothing that is in front, and keeps the tag as it is', () => {
    const tag = fc.oneof(fc.string(), fc.stringMatching(/^(?:[a-z]{1,3}-){0,2}v?[0-9][a-zA-Z0-9._-]{0,40}$/));
    fc.assert(
      fc.property(tag, (text) => {
        const parsed = parseTag(text);
        expect(parsed.text).toBe(text);
        if (parsed.kind !== 'version') return;
        expect(text.startsWith(`${parsed.prefix}${parsed.v}`)).toBe(true);
        expect(parsed.release.length === 3 || parsed.revision.length === 0).toBe(true);
        expect(parsed.release.length).toBeGreaterThan(0);
      }),
      { numRuns: numRuns(2000) },
    );
  });
});
