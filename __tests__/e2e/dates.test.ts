import { expect, test } from '@jest/globals';
import { imageIndex, ociIndex, ociManifest, shaA } from '../support/manifests.js';
import { runJson } from './support/listing.js';
import { oddRegistry } from './support/odd-registry.js';
import { prune, tagsOf } from './support/prune.js';
import { useFolders, useInternet } from './support/surroundings.js';

const host = 'dates.example.com';
const registry = oddRegistry();
const folders = useFolders();
const internet = await useInternet({ hosts: { [host]: registry.host } });
const yearOne = '0001-01-01T00:00:00Z';
const annotated = (created: string) => ({ annotations: { 'org.opencontainers.image.created': created } });
const helm = { mediaType: 'application/vnd.cncf.helm.config.v1+json', digest: shaA, size: 2 };
const chart = (created: string) => ({
  schemaVersion: 2,
  mediaType: ociManifest,
  config: helm,
  layers: [],
  ...annotated(created),
});

/** The dates of the only tag in inspect and in tags. */
async function datesOf(path: string): Promise<(string | undefined)[]> {
  const inspected = await runJson('inspect', { image: `${host}/${path}:1.0` }, { internet });
  const [listed] = (await runJson('tags', { image: `${host}/${path}`, details: 'true' }, { internet })).json
    .tags as object[];
  const dates = [inspected.json, listed].map((one) => (one as { created?: string }).created);
  return dates.map((date) => date && new Date(date).toISOString());
}

test.concurrent.each<[string, string, object, string | undefined]>([
  ['year-one', yearOne, {}, undefined],
  ['year-one-annotated', yearOne, annotated('2026-01-02T03:04:05Z'), '2026-01-02T03:04:05.000Z'],
  ['epoch-annotated', '1970-01-01T00:00:00Z', annotated('2026-01-02T03:04:05+01:00'), '2026-01-02T02:04:05.000Z'],
  ['both-year-one', yearOne, annotated(yearOne), undefined],
  ['no-zone', '2026-01-02T03:04:05', {}, '2026-01-02T03:04:05.000Z'],
])('the date of an image, %s, is the same in inspect and tags', async (name, created, more, expected) => {
  registry.image(`one/${name}`, '1.0', { created, more });
  expect(await datesOf(`one/${name}`)).toEqual([expected, expected]);
});

test.concurrent('prune warns of an image whose date is in the future', async () => {
  registry.image('future', 'soon', { created: '2999-01-01T00:00:00Z' });
  for (const day of [1, 2]) registry.image('future', `v${day}`, { created: `2026-01-0${day}T00:00:00Z` });
  const run = (...more: readonly string[]) =>
    prune([`${host}/future`, '--keep', '1', '--dry-run', ...more], { internet });
  const all = await run();
  expect(tagsOf(all, 'deleted')).toEqual(['v1', 'v2']);
  expect(all.stderr).toContain('future: the date of soon is in the future: it counts as the newest image; --exclude');
  expect(tagsOf(await run('--exclude', '^soon$'), 'deleted')).toEqual(['v1']);
});

const inIndex = '2026-02-03T04:05:06.000Z';
test.concurrent.each<[string, string, object, string | undefined]>([
  ['dated', '2026-01-02T03:04:05Z', annotated(inIndex), '2026-01-02T03:04:05.000Z'],
  ['undated', yearOne, annotated(inIndex), inIndex],
  ['epoch', '1970-01-01T00:00:00Z', annotated(inIndex), inIndex],
  ['epoch-alone', '1970-01-01T00:00:00Z', {}, '1970-01-01T00:00:00.000Z'],
  ['undated-alone', yearOne, {}, undefined],
])(
  'the date of an index with an image that is %s is the same in inspect and tags',
  async (name, created, more, expected) => {
    const path = `index/${name}`;
    const child = { mediaType: ociManifest, digest: registry.image(`index/${name}`, 'child', { created }), size: 2 };
    registry.put(path, '1.0', imageIndex([child], more), ociIndex);
    expect(await datesOf(path)).toEqual([expected, expected]);
  },
);

test.concurrent('a chart has the date of its annotation in inspect and tags', async () => {
  registry.put('charts/one', '1.0', chart('2026-01-02T03:04:05Z'));
  const expected = '2026-01-02T03:04:05.000Z';
  expect(await datesOf('charts/one')).toEqual([expected, expected]);
});

test.concurrent('min-age of latest goes by the annotation of a chart and of an index', async () => {
  const child = {
    mediaType: ociManifest,
    digest: registry.image('young/index', 'child', { created: yearOne }),
    size: 2,
  };
  for (const [tag, created] of [
    ['1.0.0', '2020-01-01T00:00:00Z'],
    ['1.1.0', '2020-01-02T00:00:00Z'],
    ['1.2.0', new Date().toISOString()],
  ] as const) {
    registry.put('young/chart', tag, chart(created));
    registry.put('young/index', tag, imageIndex([child], annotated(created)), ociIndex);
  }
  for (const path of ['young/chart', 'young/index']) {
    const image = `${host}/${path}:1.0.0`;
    const { json } = await runJson('latest', { image, strategy: 'minor', 'min-age': '30d' }, { internet });
    expect(json).toMatchObject({ tag: '1.1.0' });
  }
});

test('prune by age: charts have their annotation, and what has Go’s year 1 has no age', async () => {
  registry.put('aged', 'chart-old', chart('2020-01-01T00:00:00Z'));
  registry.put('aged', 'chart-new', chart(new Date().toISOString()));
  registry.put('aged', 'chart-undated', chart(yearOne));
  registry.image('aged', 'image-undated', { created: yearOne });
  registry.image('aged', 'image-old', { created: '2020-01-01T00:00:00Z' });
  const cwd = await folders.create();
  const run = await prune([`${host}/aged`, '--older-than', '30d', '--keep', '0', '--dry-run'], { internet, cwd });
  expect([run.exitCode, tagsOf(run, 'deleted')]).toEqual([0, ['chart-old', 'image-old']]);
});
