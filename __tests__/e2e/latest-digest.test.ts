import { describe, expect, test } from '@jest/globals';
import { type ImageSpec, type PushedImage, pushImage } from '../../sandbox/index.js';
import { runCommandAction, runJson } from './support/listing.js';
import { useFolders, useInternet, useRegistry } from './support/surroundings.js';

const folders = useFolders();
const both = ['linux/amd64', 'linux/arm64'];

const internet = await useInternet();
const registry = await useRegistry({ kind: 'memory' });

const push = (name: string, content: string, spec: ImageSpec = {}): Promise<PushedImage> =>
  pushImage(registry, `digests/${name}`, '1.2', { content, ...spec });

const ask = (name: string, more: Record<string, string> = {}, digest?: string) =>
  runJson('latest', {
    registry: registry.host,
    image: `digests/${name}:1.2${digest === undefined ? '' : `@${digest}`}`,
    strategy: 'digest',
    ...more,
  });

const methods = (name: string, since: number) =>
  registry.requests.slice(since).flatMap(({ method, path }) => (path.includes(`/digests/${name}/`) ? [method] : []));

describe('an image that is pinned', () => {
  test('the tag has moved: an update, with the digest to use', async () => {
    const old = await push('moved', 'old');
    const now = await push('moved', 'new');
    const { exitCode, json } = await ask('moved', {}, old.digest);
    expect(exitCode).toBe(0);
    expect(json).toEqual({
      image: `${registry.host}/digests/moved:1.2@${old.digest}`,
      status: 'update',
      tag: '1.2',
      fullImage: `${registry.host}/digests/moved:1.2@${now.digest}`,
      digest: now.digest,
      updateAvailable: true,
      step: 'digest',
      reason: `the tag has moved from ${old.digest}`,
    });
  });

  test('the tag has not moved: one HEAD', async () => {
    const { digest } = await push('still', 'x');
    const since = registry.requests.length;
    const { json } = await ask('still', {}, digest);
    expect([json.status, json.reason]).toEqual(['up-to-date', 'the tag still points to this digest']);
    expect(json.fullImage).toBe(`${registry.host}/digests/still:1.2@${digest}`);
    expect(methods('still', since)).toEqual(['HEAD']);
  });

  test('only built again: another index of the same platforms is no update', async () => {
    const old = await push('rebuilt', 'x', { platforms: both, attestation: true, indexAnnotations: { build: '1' } });
    const now = await push('rebuilt', 'x', { platforms: both, indexAnnotations: { build: '2' } });
    expect(now.digest).not.toBe(old.digest);
    const { json } = await ask('rebuilt', {}, old.digest);
    expect([json.status, json.digest, json.reason]).toEqual([
      'up-to-date',
      now.digest,
      'rebuilt: no platform has changed',
    ]);
  });

  test('of one platform only that counts', async () => {
    const old = await push('platform', 'x', { platforms: ['linux/amd64'], nested: false, attestation: true });
    await push('platform', 'x', { platforms: both, attestation: true });
    const amd64 = await ask('platform', { platform: 'linux/amd64' }, old.digest);
    expect([amd64.json.status, amd64.json.reason]).toEqual(['up-to-date', 'linux/amd64 has not changed']);
    expect((await ask('platform', {}, old.digest)).json.status).toBe('update');
    expect((await ask('platform', { platform: 'linux/arm64' }, old.digest)).json.status).toBe('update');
    const none = await ask('platform', { platform: 'linux/s390x' }, old.digest);
    expect([none.exitCode, none.json.status]).toEqual([0, 'unknown']);
    expect(none.stderr).toContain('the tag has moved to an image without linux/s390x');
  });

  test('pinned to one platform’s image, which is still in the index', async () => {
    const index = await push('child', 'x', { platforms: both });
    const child = index.manifests[1]?.digest;
    const { json } = await ask('child', {}, child);
    expect([json.status, json.digest, json.reason]).toEqual([
      'up-to-date',
      child,
      'the digest is that of one platform, which has not changed',
    ]);
  });

  test('pinned to one platform’s image, which is new: platform with platform', async () => {
    const old = await push('children', 'old', { platforms: both });
    const now = await push('children', 'new', { platforms: both });
    const { json } = await ask('children', {}, old.manifests[1]?.digest);
    expect([json.status, json.digest]).toEqual(['update', now.manifests[1]?.digest]);
    const asked = await ask('children', { platform: 'linux/amd64' }, old.manifests[0]?.digest);
    expect([asked.json.status, asked.json.digest]).toEqual(['update', now.manifests[0]?.digest]);
  });

  test('a digest that the registry does not have any more: an update', async () => {
    const now = await push('collected', 'x', { platforms: both });
    const { json } = await ask('collected', {}, `sha256:${'ab'.repeat(32)}`);
    expect([json.status, json.digest]).toEqual(['update', now.digest]);
    expect(json.reason).toContain('which no longer exists in the registry');
  });

  test('min-age: what is too young is not taken', async () => {
    const old = await push('young', 'old');
    await push('young', 'new', { created: new Date(Date.now() - 3_600_000).toISOString() });
    const { json } = await ask('young', { 'min-age': '1d' }, old.digest);
    expect([json.status, json.digest]).toEqual(['up-to-date', old.digest]);
    expect(json.reason).toContain('too young for --min-age');
    expect((await ask('young', { 'min-age': '30m' }, old.digest)).json.status).toBe('update');
  });
});

describe('an image that is not pinned', () => {
  test('without a cache-dir there is nothing to compare with: unknown, with a warning', async () => {
    await push('bare', 'x');
    const { exitCode, json, stderr } = await ask('bare');
    expect([exitCode, json.status, json.updateAvailable]).toEqual([0, 'unknown', undefined]);
    expect(stderr).toContain('pin the image, or give --cache-dir');
  });

  test('with a cache-dir: first seen, then moved, then told', async () => {
    const folder = await folders.create();
    const look = async () => (await ask('seen', { 'cache-dir': folder })).json;
    const first = await push('seen', 'one');
    expect(await look()).toMatchObject({ status: 'up-to-date', digest: first.digest });
    expect((await look()).reason).toBe('the tag still points to this digest');
    const second = await push('seen', 'two');
    expect(await look()).toMatchObject({ status: 'update', digest: second.digest, step: 'digest' });
    expect(await look()).toMatchObject({ status: 'up-to-date', digest: second.digest });
  });

  test('what is too young is told when it is old enough', async () => {
    const folder = await folders.create();
    const look = async (age: string) => (await ask('later', { 'cache-dir': folder, 'min-age': age })).json.status;
    await push('later', 'one');
    expect(await look('1d')).toBe('up-to-date');
    await push('later', 'two', { created: new Date(Date.now() - 2 * 3_600_000).toISOString() });
    expect([await look('1d'), await look('1h'), await look('1h')]).toEqual(['up-to-date', 'update', 'up-to-date']);
  });

  test('latest, or no tag at all', async () => {
    await pushImage(registry, 'digests/rolling', 'latest');
    const folder = await folders.create();
    const { json } = await ask('', { image: 'digests/rolling', 'cache-dir': folder });
    expect([json.image, json.status]).toEqual([`${registry.host}/digests/rolling:latest`, 'up-to-date']);
  });
});

describe('what is not there', () => {
  test('no such tag: not found, exit code 3', async () => {
    const { exitCode, json } = await ask('nothing');
    expect([exitCode, json.status]).toEqual([3, 'not-found']);
  });

  test('a registry that fails: unknown, never an update', async () => {
    await internet.ghcr.image('digests/app', '1.2');
    const end = internet.inject({
      host: 'ghcr.io',
      path: /manifests/,
      answer: { status: 503, headers: { 'retry-after': '9999' } },
    });
    const image = `ghcr.io/digests/app:1.2@sha256:${'ab'.repeat(32)}`;
    const { exitCode, json } = await runJson('latest', { image, strategy: 'digest' }, { internet });
    expect([exitCode, json.status]).toEqual([5, 'unknown']);
    end();
  });
});

test('in a workflow the image is named with the digest to use', async () => {
  const old = await push('flow', 'old');
  const now = await push('flow', 'new');
  const inputs = { image: `${registry.host}/digests/flow:1.2@${old.digest}`, strategy: 'digest' };
  const { outputs } = await runCommandAction('latest', inputs);
  expect(outputs).toMatchObject({
    status: 'update',
    step: 'digest',
    tag: '1.2',
    image: `${registry.host}/digests/flow:1.2@${now.digest}`,
  });
});
