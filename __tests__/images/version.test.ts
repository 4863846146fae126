import { describe, expect, it } from '@jest/globals';
import { parseTag, type Version } from '../../src/images/version.js';
import type { Counter, Level, Qualifier } from '../../src/images/version-suffix.js';

type Parts = Partial<Omit<Version, 'kind' | 'text'>>;

const nothing = { prefix: '', v: '', class: 'normal', revision: [], qualifiers: [], counters: [], flavour: '' };
const pre = (word: string, ...numbers: bigint[]): Qualifier => ({ kind: 'pre', word, numbers });
const post = (word: string, ...numbers: bigint[]): Qualifier => ({ kind: 'post', word, numbers });
const count = (shape: string, ...numbers: bigint[]): Counter => ({ shape, numbers, level: 3 });
const at = (level: Level, counter: Counter): Counter => ({ ...counter, level });

function reads(text: string, parts: Parts): void {
  expect(parseTag(text)).toEqual({ ...nothing, ...parts, kind: 'version', text });
}

describe('parseTag: numbers', () => {
  it.each<[string, Parts]>([
    ['8', { release: [8n] }],
    ['1.2', { release: [1n, 2n] }],
    ['1.2.3', { release: [1n, 2n, 3n] }],
    ['v11.0.0', { v: 'v', release: [11n, 0n, 0n] }],
    ['V2', { v: 'V', release: [2n] }],
    ['v01.002.3', { v: 'v', release: [1n, 2n, 3n] }],
    ['v10.3.0.2', { v: 'v', release: [10n, 3n, 0n], revision: [2n] }],
    ['10.0.14393.1480.7', { release: [10n, 0n, 14393n], revision: [1480n, 7n] }],
    ['9007199254740993.0.0', { class: 'long', release: [9007199254740993n, 0n, 0n] }],
    ['9'.repeat(128), { class: 'long', release: [BigInt('9'.repeat(128))] }],
    ['999.1', { release: [999n, 1n] }],
    ['18.04', { release: [18n, 4n] }],
    ['1809', { class: 'year', release: [1809n] }],
    ['2024.1.0', { class: 'year', release: [2024n, 1n, 0n] }],
    ['00018.04', { release: [18n, 4n] }],
    ['10240', { class: 'long', release: [10240n] }],
    ['20240101', { class: 'date', release: [2024n, 1n, 1n] }],
    ['2024-01-31', { class: 'date', release: [2024n, 1n, 31n] }],
    ['20150228.11', { class: 'date', release: [2015n, 2n, 28n], revision: [11n] }],
    ['20241301', { class: 'long', release: [20241301n] }],
    ['20240132', { class: 'long', release: [20240132n] }],
    ['202401011230', { class: 'long', release: [202401011230n] }],
    ['2024-01', { class: 'year', release: [2024n], counters: [at(1, count('-N', 1n))] }],
    ['2024-0101', { class: 'year', release: [2024n], counters: [at(1, count('-N', 101n))] }],
    ['2024_01_31', { class: 'date', release: [2024n, 1n, 31n] }],
    ['1_2_3', { release: [1n], counters: [at(1, count('_N', 2n)), at(2, count('_N', 3n))] }],
    ['1.2.3-4', { release: [1n, 2n, 3n], counters: [count('-N', 4n)] }],
    ['1.2.', { release: [1n, 2n], flavour: '.' }],
    ['1.2.x', { release: [1n, 2n], flavour: '.x' }],
  ])('%s', reads);
});

describe('parseTag: the words in front', () => {
  it.each<[string, Parts]>([
    ['jdk-11.0.2.7', { prefix: 'jdk-', release: [11n, 0n, 2n], revision: [7n] }],
    ['app-v1.2.3-4', { prefix: 'app-', v: 'v', release: [1n, 2n, 3n], counters: [count('-N', 4n)] }],
    ['x86_64-ubuntu-jdk-11.28', { prefix: 'x86_64-ubuntu-jdk-', release: [11n, 28n] }],
    ['s390x-ubuntu-jdk-11.28', { prefix: 's390x-ubuntu-jdk-', release: [11n, 28n] }],
    ['img_20231011.1', { prefix: 'img_', class: 'date', release: [2023n, 10n, 11n], revision: [1n] }],
    ['python3.11-2024-11-02', { prefix: 'python3.11-', class: 'date', release: [2024n, 11n, 2n] }],
    ['master-6140', { prefix: 'master-', class: 'year', release: [6140n] }],
    ['defaced-1.0', { prefix: 'defaced-', release: [1n, 0n] }],
    ['git-20240101', { prefix: 'git-', class: 'date', release: [2024n, 1n, 1n] }],
  ])('%s', reads);
});

describe('parseTag: pre-releases and post-releases', () => {
  it.each<[string, Parts]>([
    ['1.0-rc', { qualifiers: [pre('rc')] }],
    ['1.0-rc.1', { qualifiers: [pre('rc', 1n)] }],
    ['1.0-rc1', { qualifiers: [pre('rc', 1n)] }],
    ['1.0rc1', { qualifiers: [pre('rc', 1n)] }],
    ['1.0RC1', { qualifiers: [pre('rc', 1n)] }],
    ['1.0.RC-01', { qualifiers: [pre('rc', 1n)] }],
    ['1.0-CR2', { qualifiers: [pre('rc', 2n)] }],
    ['1.0b1', { qualifiers: [pre('beta', 1n)] }],
    ['1.0a1', { qualifiers: [pre('alpha', 1n)] }],
    ['1.0.M3', { qualifiers: [pre('milestone', 3n)] }],
    ['1.0-preview2.1', { qualifiers: [pre('preview', 2n, 1n)] }],
    ['1.0-alpha.beta.1', { qualifiers: [pre('alpha'), pre('beta', 1n)] }],
    ['1.0-rc.1-7', { qualifiers: [pre('rc', 1n)], counters: [count('-N', 7n)] }],
    ['1.0-rc.1x', { qualifiers: [pre('rc')], flavour: '.1x' }],
    ['1.0-rc.1.2x', { qualifiers: [pre('rc')], flavour: '.1.2x' }],
    ['1.0-snapshot', { qualifiers: [pre('snapshot')] }],
    ['1.0-snapshot.10', { qualifiers: [pre('snapshot', 10n)] }],
    ['1.0-nightly-20240101', { qualifiers: [pre('nightly', 20240101n)] }],
    ['1.0-ea-7-jdk', { qualifiers: [pre('ea', 7n)], flavour: '-jdk' }],
    ['1.0-sdk-rc4', { qualifiers: [pre('rc', 4n)], flavour: '-sdk' }],
    ['1.0RC4-fpm-alpine3.10', { qualifiers: [pre('rc', 4n)], flavour: '-fpm-alpine3.10' }],
    ['1.0pre20220530_929ab5b', { qualifiers: [pre('pre', 20220530n)], flavour: '_929ab5b' }],
    ['1.0-patch.1', { qualifiers: [post('patch', 1n)] }],
    ['1.0-hotfix.2', { qualifiers: [post('hotfix', 2n)] }],
    ['1.0.post1', { qualifiers: [post('post', 1n)] }],
    ['1.0-post1', { qualifiers: [post('post', 1n)] }],
    ['1.0post1', { qualifiers: [post('post', 1n)] }],
    ['1.0.post1.dev2', { qualifiers: [post('post', 1n), pre('dev', 2n)] }],
    ['1.0-security-01', { qualifiers: [post('security', 1n)] }],
    ['1.0-rc.1-patch.2', { qualifiers: [pre('rc', 1n), post('patch', 2n)] }],
    ['1.0-Patch', { qualifiers: [post('patch')] }],
    ['1.0-rc1b', { flavour: '-rc1b' }],
    ['1.0-patched', { flavour: '-patched' }],
    ['1.0-constructor', { flavour: '-constructor' }],
  ])('%s', (text, parts) => reads(text, { release: [1n, 0n], ...parts }));

  it.each([
    'dev',
    'canary',
    'unstable',
    'edge',
    'next',
    'pre',
    'preview',
    'experimental',
    'milestone',
    'alpha',
    'beta',
  ])('%s is a pre-release', (word) => reads(`1.0-${word}`, { release: [1n, 0n], qualifiers: [pre(word)] }));
});

describe('parseTag: counters', () => {
  it.each<[string, Parts]>([
    ['1.0_12-jre', { counters: [at(2, count('_N', 12n))], flavour: '-jre' }],
    ['1.0-1049', { counters: [at(2, count('-N', 1049n))] }],
    ['1.0-923.1669829893', { counters: [at(2, count('-N', 923n, 1669829893n))] }],
    ['1.0-3.4', { counters: [at(0, count('-N.N', 3n, 4n))] }],
    ['1.0-debian-12-r24', { counters: [count('-rN', 24n)], flavour: '-debian-12' }],
    ['1.0-ls112', { counters: [count('-lsN', 112n)] }],
    ['1.0_KB4088776', { counters: [count('_KBN', 4088776n)] }],
    ['1.0-jdk-master-111', { counters: [count('-master-N', 111n)], flavour: '-jdk' }],
    ['1.0-iso.20', { counters: [count('-iso.N', 20n)] }],
    ['1.0-batch-trace.0', { counters: [count('-trace.N', 0n)], flavour: '-batch' }],
    ['1.0-20250909-core', { counters: [count('-YYYYMMDD', 20250909n)], flavour: '-core' }],
    ['1.0-20250909.2', { counters: [count('-YYYYMMDD', 20250909n, 2n)] }],
    ['1.0-nginx-202312070812', { counters: [count('-YYYYMMDDhhmm', 202312070812n)], flavour: '-nginx' }],
    ['1.0-20231207081259', { counters: [count('-YYYYMMDDhhmmss', 20231207081259n)] }],
    ['1.0-10-g0208ead', { counters: [count('-N-g', 10n)] }],
    ['1.0-rc-10-g0208ead', { qualifiers: [pre('rc')], counters: [count('-N-g', 10n)] }],
    ['1.0-10-g0208eadz', { counters: [at(2, count('-N', 10n))], flavour: '-g0208eadz' }],
    ['1.0-web-2024-01-31', { counters: [count('-YYYY-MM-DD', 20240131n)], flavour: '-web' }],
    ['1.0-web-20240131T1530Z', { counters: [count('-YYYYMMDDThhmmZ', 202401311530n)], flavour: '-web' }],
  ])('%s', (text, parts) => reads(text, { release: [1n, 0n], ...parts }));
});

describe('parseTag: a second version', () => {
  it.each<[string, Parts]>([
    ['3.11-app-1.0.0', { release: [3n, 11n], counters: [at(0, count('-N.N.N', 1n, 0n, 0n))], flavour: '-app' }],
    ['3.11-app1.0.0', { release: [3n, 11n], counters: [at(0, count('-appN.N.N', 1n, 0n, 0n))] }],
    ['3.11-poc-v1.2.0', { release: [3n, 11n], counters: [at(0, count('-vN.N.N', 1n, 2n, 0n))], flavour: '-poc' }],
    ['1.0-app.1.0.0.7', { release: [1n, 0n], counters: [at(0, count('.N.N.N', 1n, 0n, 0n, 7n))], flavour: '-app' }],
    [
      '1.0.0-beta2-3.0.0',
      { release: [1n, 0n, 0n], qualifiers: [pre('beta', 2n)], counters: [at(0, count('-N.N.N', 3n, 0n, 0n))] },
    ],
    ['3-dev-1.0.9', { release: [3n], qualifiers: [pre('dev', 1n, 0n, 9n)] }],
    [
      '1.0-1.0.9rc1',
      { release: [1n, 0n], qualifiers: [pre('rc', 1n)], counters: [at(0, count('-N.N.N', 1n, 0n, 9n))] },
    ],
    ['8u252-jdk', { release: [8n], counters: [at(2, count('uN', 252n))], flavour: '-jdk' }],
    ['8u252-b09-jdk', { release: [8n], counters: [at(2, count('uN-bN', 252n, 9n))], flavour: '-jdk' }],
  ])('%s', reads);
});

describe('parseTag: a date with a time', () => {
  const date: Parts = { class: 'date', release: [2024n, 8n, 26n] };
  it.each<[string, Parts]>([
    ['RELEASE.2024-08-26', { ...date, prefix: 'RELEASE.' }],
    ['RELEASE.2024-08-26T15-33-07Z', { ...date, prefix: 'RELEASE.', counters: [count('TNN-NN-NNZ', 15n, 33n, 7n)] }],
    ['2024-08-26T15-33-07Z.fips', { ...date, counters: [count('TNN-NN-NNZ', 15n, 33n, 7n)], flavour: '.fips' }],
    ['20240826T153307Z', { ...date, counters: [count('TNNNNNNZ', 153307n)] }],
    ['20240826T1533', { ...date, counters: [count('TNNNN', 1533n)] }],
    ['nightly-2024-08-26', { ...date, prefix: 'nightly-' }],
  ])('%s', reads);
});

describe('parseTag: flavours', () => {
  it.each([
    '-alpine',
    '-alpine3.18',
    '-nanoserver-1809',
    '-nanoserver-10.0.14393.953',
    '-windowsservercore-ltsc2022',
    '-debian-12',
    '-ubuntu.22.04',
    '-pisp',
    '-iad-786.3',
    '-alpine3.18.4',
    '-alpine-3.18.4',
    '-windowsservercore-10.0.14393',
    '-app-1.0',
    '-php8.2',
    '-amd64',
    '-arm32v7',
    '-x86_64',
    '-p594',
    '-f3ba42e',
    '-5621d67',
    '-1.0x',
    '.minimal',
    '_base',
    '_es-es',
    '-',
    '-._',
    '--alpine--slim-',
  ])('1.0%s', (flavour) => reads(`1.0${flavour}`, { release: [1n, 0n], flavour }));
});

describe('parseTag: no version', () => {
  const hex = 'a1'.repeat(32);
  it.each([
    ...['latest', 'main', 'edge', 'a.b.c', 'feature.x.y', 'release1.2.3', '_1.2.3', 'jdk11-nightly', 'v', 'vnext'],
    ...[
      '0a1b2c3',
      '1234567a',
      hex.slice(0, 40),
      hex,
      'deadbee',
      'sha-0a1b2c3',
      'sha-1234567',
      'git-0a1b2c3',
      'g0a1b2c3',
    ],
    ...['0a1b2c3-alpine', 'main-0a1b2c3', 'main-abc1234-1700000000', 'app-sha-1234567', 'main_0a1b2c3.4'],
  ])('%s', (text) => expect(parseTag(text)).toEqual({ kind: 'unversioned', text }));

  it.each([
    ...[`sha256-${hex}`, `sha256-${hex}.sig`, `sha256-${hex}.anything`, `sha512-${hex}`],
    ...['1.0.1.sig', '1.0.1.att', 'v1.sbom'],
  ])('%s is the tag of a referrer', (text) => expect(parseTag(text)).toEqual({ kind: 'referrer', text }));

  it.each([
    ['3d-dev-1.0.9', '3d-dev-', [1n, 0n, 9n]],
    ['2fa-1.2.3', '2fa-', [1n, 2n, 3n]],
    ['7z-cli-v2.0', '7z-cli-', [2n, 0n]],
    ['4k-player-10.1.2-alpine', '4k-player-', [10n, 1n, 2n]],
    ['app-3d-1.0.9', 'app-3d-', [1n, 0n, 9n]],
    ['3d-dev-2', '3d-dev-', [2n]],
    ['2fa-v2', '2fa-', [2n]],
    ['8u252-jdk', '', [8n]],
    ['3rc1-1.2', '', [3n]],
    ['1.1.1w', '', [1n, 1n, 1n]],
  ])('a name that begins with a digit is a name: %s', (text, prefix, release) =>
    expect(parseTag(text)).toMatchObject({ kind: 'version', prefix, release }),
  );

  it.each([
    ...['release2024-08-26', 'release2024_08_26', 'release2024-08', 'build20240826-5', 'app2024-08-26T15-33-07Z'],
    ...['app1.0.0-5', 'jdk17.0.2-1.0', '7z', '2fa-alpine', '8jdk', 'v2ray-5.1.0', '20240826abc'],
  ])('half a date, what is behind a version, and the number of a word are no version: %s', (text) =>
    expect(parseTag(text)).toEqual({ kind: 'unversioned', text }),
  );

  it.each([`sha256-${hex}0`, `sha256-${hex.slice(1)}`, 'sig', '', 'é', '1.0\n'])('%j is none', (text) => {
    expect(parseTag(text).kind).not.toBe('referrer');
  });
});

describe('parseTag: time', () => {
  const traps = [
    'a-',
    '1.',
    '1-',
    'v',
    'a',
    '-',
    'rc1.',
    'x86_64-',
    '1-1-g',
    'a.',
    '-rc.1',
    '-20240101',
    '-a.1',
    '0a1b2c3-',
  ];
  it.each(
    traps.flatMap((trap) => ['', '1', '1.0-alpine-'].map((start) => `${start}${trap.repeat(128)}`.slice(0, 127))),
  )('%s is read to the end', (start) => {
    const tags = Array.from({ length: 50 }, (_, index) => `${start}${'xX1_-.0'[index % 7]}`);
    expect(tags.map(parseTag)).toHaveLength(tags.length);
  });
});
