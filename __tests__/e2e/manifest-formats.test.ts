import { describe, expect, test } from '@jest/globals';
import type { Answer } from '../../sandbox/index.js';
import { dockerManifest, ociManifest, shaA, signedSchema1 } from '../support/manifests.js';
import { copy } from './support/copying.js';
import { runJson, runText } from './support/listing.js';
import { json, oddRegistry } from './support/odd-registry.js';
import { prune, reasonsOf, restore, tagsOf } from './support/prune.js';
import { requestsAbout } from './support/requests.js';
import { useFolders, useInternet, useRegistry } from './support/surroundings.js';

const host = 'old.example.com';
const folders = useFolders();
const signed = 'application/vnd.docker.distribution.manifest.v1+prettyjws';
const artifact = 'application/vnd.oci.artifact.manifest.v1+json';
const schema1 = { schemaVersion: 1, name: 'x', tag: 'old', fsLayers: [{ blobSum: shaA }], history: [{}] };

const formats = [
  ['signed', signed, { ...schema1, signatures: [{}] }, 'a signed Docker schema 1 manifest'],
  ['unsigned', 'application/vnd.docker.distribution.manifest.v1+json', schema1, 'a Docker schema 1 manifest'],
  ['as-json', 'application/json', { ...schema1, signatures: [{}] }, 'a signed Docker schema 1 manifest'],
  ['artifact', artifact, { mediaType: artifact, artifactType: 'x/y', blobs: [] }, 'an OCI artifact manifest'],
] as const;

const registry = oddRegistry(({ method, url, headers }) => {
  if (method === 'POST' && url.searchParams.has('mount')) return { status: 201 };
  if (url.pathname.startsWith('/v2/foreign-to/') && method === 'PUT') {
    const unknown = { code: 'UNKNOWN', message: 'unknown error' };
    const blob = { code: 'MANIFEST_BLOB_UNKNOWN', message: 'blob unknown to registry', detail: shaA };
    return json(500, { errors: [unknown, { ...unknown, detail: {} }, blob] });
  }
  if (url.pathname.startsWith('/v2/unquoted/') && headers.authorization === undefined)
    return json(401, {}, { 'www-authenticate': `BEARER realm=https://${host}/token service=old.example.com` });
  return url.pathname === '/token' ? json(200, { token: 'abc' }) : undefined;
});
const internet = await useInternet({ hosts: { [host]: registry.host } });
const target = await useRegistry({ kind: 'memory' });
const about = (image: string) => ({ registry: host, image });

describe.each(formats)('a tag with a manifest of a former format, %s', (name, type, value, format) => {
  const path = `former/${name}`;
  registry.put(path, 'old', value, type);
  for (const [at, tag] of ['v0', 'v1', 'v2'].entries())
    registry.image(path, tag, { created: `2026-01-0${at + 1}T00:00:00Z` });
  const image = `${host}/${path}:old`;

  test.concurrent('is named where an image is required', async () => {
    const failed = [
      await runJson('inspect', { image }, { internet }),
      await copy({ from: image, to: `${host}/former/copied:1` }, { internet }),
      await runJson(
        'check',
        { image: `${host}/${path}`, repo: 'acme/app', ref: shaA.slice(7, 47), tag: 'old' },
        { internet },
      ),
    ];
    for (const { exitCode, stderr } of failed) {
      expect([exitCode, stderr]).toEqual([5, expect.stringContaining(`it is ${format}`)]);
      expect(stderr).toContain('old');
      expect(stderr).not.toContain('login page');
    }
  });

  test.concurrent('is one row among the others where tags are listed', async () => {
    const inputs = { ...about(path), details: 'true' };
    const { exitCode, stderr, json: listed } = await runJson('tags', inputs, { internet });
    expect([exitCode, stderr]).toEqual([5, expect.stringMatching(/has \d tags, 1 error$/m)]);
    expect(listed.tags).toContainEqual(
      expect.objectContaining({ name: 'old', error: expect.stringContaining(format) }),
    );
    expect(listed.tags).toContainEqual(expect.objectContaining({ name: 'v1', platforms: ['linux/amd64'] }));
  });

  test.concurrent('is kept by prune, which goes on with the others', async () => {
    const run = await prune([`${host}/${path}`, '--keep', '1', '--dry-run'], { internet });
    expect([run.exitCode, tagsOf(run, 'deleted')]).toEqual([0, ['v0', 'v1']]);
    expect({ ...reasonsOf(run, 'kept'), ...reasonsOf(run, 'blocked') }).toMatchObject({
      old: expect.stringContaining(format),
    });
  });
});

describe.each([
  ['application/json', {}],
  ['text/plain; charset=utf-8', {}],
  ['application/octet-stream', { mediaType: ociManifest }],
  ['application/json', { mediaType: dockerManifest }],
])('an image whose manifest is served as %s, %j', (type, more) => {
  const path = `served/${type.replace(/\W+/g, '-')}${Object.keys(more).length}`;
  const digest = registry.image(path, '1.0', { type, more });

  test.concurrent('is ready, by one more request than by HEAD alone', async () => {
    const inputs = { image: `${host}/${path}`, repo: 'acme/app', ref: shaA.slice(7, 47), tag: '1.0' };
    const { exitCode, json: found } = await runJson('check', inputs, { internet });
    expect([exitCode, found]).toEqual([0, expect.objectContaining({ ready: true, digest })]);
    const at = `${host}/v2/${path}/manifests/1.0`;
    expect(requestsAbout(internet.requests, path)).toEqual([`HEAD ${at} 200`, `GET ${at} 200`]);
  });

  test.concurrent('is inspected, and copied with the type that it has', async () => {
    const other = `${path}-copied`;
    const image = `${host}/${other}:1.0`;
    const copied = registry.image(other, '1.0', { type, more });
    const inspected = await runJson('inspect', { image }, { internet });
    expect([inspected.exitCode, inspected.json]).toEqual([
      0,
      expect.objectContaining({ digest: copied, platforms: ['linux/amd64'] }),
    ]);
    expect((await copy({ from: image, to: `${target.host}/${other}:1.0` }, { internet })).exitCode).toBe(0);
    const { headers } = await fetch(`${target.url}/v2/${other}/manifests/${copied}`);
    expect(headers.get('content-type')).toBe('mediaType' in more ? more.mediaType : ociManifest);
  });
});

describe('an answer', () => {
  test.concurrent('with several errors is reported with all of them, and what to do about the blob', async () => {
    registry.image('foreign', '1.0');
    const { stderr, exitCode } = await copy(
      { from: `${host}/foreign:1.0`, to: `${host}/foreign-to/app:1.0` },
      { internet },
    );
    expect(exitCode).toBe(5);
    expect(stderr).toContain(`“UNKNOWN: unknown error; MANIFEST_BLOB_UNKNOWN: blob unknown to registry: ${shaA}”`);
    expect(stderr).toContain('What to do: The manifest lists a blob');
  });

  test.concurrent('with a challenge whose realm has no quotes leads to the token', async () => {
    const digest = registry.image('unquoted/app', '1.0');
    const { exitCode, json: found } = await runJson('inspect', { image: `${host}/unquoted/app:1.0` }, { internet });
    expect([exitCode, found.digest]).toEqual([0, digest]);
  });
});

test('a schema 1 manifest with signatures has the digest of its payload: deleted, it is in the journal, and can be read there', async () => {
  const { bytes, digest } = signedSchema1('old');
  const served: Answer = { status: 200, headers: { 'content-type': signed, 'docker-content-digest': digest } };
  registry.image('journaled/app', 'new');
  registry.image('journaled/app', 'old');
  internet.inject({
    host,
    path: new RegExp(`/v2/journaled/app/manifests/(?:old|${digest})$`),
    answer: ({ method }) => {
      if (method === 'DELETE' || !registry.tags('journaled/app').includes('old')) return undefined;
      return { ...served, body: method === 'HEAD' ? '' : bytes };
    },
  });
  const options = { internet, cwd: await folders.create() };
  const gone = await runText('delete', { image: `${host}/journaled/app:old` }, options, [
    '--yes',
    '--journal',
    'journal',
  ]);
  expect([gone.exitCode, registry.tags('journaled/app')]).toEqual([0, ['new']]);
  const planned = await restore(['journal', '--dry-run'], options);
  expect([planned.exitCode, planned.json]).toMatchObject([0, { restored: [{ tag: 'old', digest }] }]);
});
