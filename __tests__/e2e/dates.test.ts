import { expect, test } from '@jest/globals';
import { ociManifest, shaA } from '../support/manifests.js';
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

test.concurrent.each<[string, string, object, string | undefined]>([
  ['year-one', yearOne, {}, undefined],
  ['year-one-annotated', yearOne, annotated('2026-01-02T03:04:05Z'), '2026-01-02T03:04:05.000Z'],
  ['epoch-annotated', '1970-01-01T00:00:00Z', annotated('2026-01-02T03:04:05+01:00'), '2026-01-02T02:04:05.000Z'],
  ['both-year-one', yearOne, annotated(yearOne), undefined],
  ['no-zone', '2026-01-02T03:04:05', {}, '2026-01-02T03:04:05.000Z'],
])('the date of an image, %s, is the same in inspect and tags', async (name, created, more, expected) => {
  registry.image(`one/${name}`, '1.0', { created, more });
  const inspected = await runJson('inspect', { image: `${host}/one/${name}:1.0` }, { internet });
  const [listed] = (await runJson('tags', { image: `${host}/one/${name}`, details: 'true' }, { internet })).json
    .tags as object[];
  const dates = [inspected.json, listed].map((one) => (one as { created?: string }).created);
  expect(dates.map((date) => date && new Date(date).toISOString())).toEqual([expected, expected]);
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
