import { rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  available,
  type Host,
  type ImageSpec,
  type Misbehaviour,
  pusher,
  pushImage,
  type RegistryAccounts,
  type RunningRegistry,
  runAction,
  runCli,
  startRegistry,
} from '../../sandbox/index.js';
import { ociIndex } from '../support/manifests.js';
import { sampled } from '../support/thorough.js';
import { oddRegistry } from './support/odd-registry.js';
import { requestsAbout } from './support/requests.js';
import { actionFile } from './support/story.js';
import { useFolders, useInternet } from './support/surroundings.js';
import { until } from './support/together.js';

const host = 'registry.example.com';
const both = ['linux/amd64', 'linux/arm64'];
const foreignLayer = 'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip';
/** The headers that storage.example.com was sent. Its paths are a status, or the bytes of what is there. */
const sent: Readonly<Record<string, string>>[] = [];
const storage: Host = async ({ url, headers }) => {
  sent.push(headers);
  const [, status, bytes = '0'] = url.pathname.split('/');
  return { status: Number(status), headers: { 'content-length': bytes } };
};
const old = oddRegistry();
const internet = await useInternet({ hosts: { 'storage.example.com': storage, 'old.example.com': old.host } });
const folders = useFolders();

const check = (...args: readonly string[]) => runCli({ args: ['check', '--json', ...args], internet });

interface Descriptor {
  readonly digest: string;
  readonly size: number;
}

/** An image that has been pushed, and the blobs of its manifests. */
async function pushed(name: string, spec: ImageSpec = {}, accounts: RegistryAccounts = internet.generic) {
  if (!accounts.repositories.has(name)) accounts.repository(name);
  const { registry } = accounts;
  const { manifests, ...top } = await pushImage(registry, name, '1.0', spec);
  const children = await Promise.all(
    manifests.map(async (child) => ({ ...child, ...(await blobsOf(registry, name, child)) })),
  );
  return { name, image: `${host}/${name}:1.0`, digest: top.digest, children };
}

async function blobsOf({ url }: RunningRegistry, name: string, { digest }: Descriptor) {
  const headers = { accept: 'application/vnd.oci.image.manifest.v1+json' };
  const answer = await fetch(`${url}/v2/${name}/manifests/${digest}`, { headers });
  return (await answer.json()) as { readonly config: Descriptor; readonly layers: readonly Descriptor[] };
}

/** Takes a blob or a manifest away. */
async function remove(kind: 'blobs' | 'manifests', name: string, { digest }: Descriptor): Promise<void> {
  const { status } = await fetch(`${internet.generic.registry.url}/v2/${name}/${kind}/${digest}`, { method: 'DELETE' });
  expect(status).toBe(202);
}

/** The requests about this image by the command: `HEAD blobs sha256:…`, sorted. */
function requests(name: string): string[] {
  const lines = requestsAbout(internet.requests, name).map((line) => line.replace(`${host}/v2/${name}/`, ''));
  return lines.map((line) => line.replace(/^(\S+ \w+)\//, '$1 ')).sort();
}

const first = <T>([one]: readonly T[]): T => {
  if (one === undefined) throw new Error('there is none');
  return one;
};

describe('check with complete', () => {
  test('is ready: HEAD of the tag, GET of each manifest, HEAD of each blob, one of those that platforms share', async () => {
    const shared = Buffer.from('a layer of both');
    const { name, image, digest, children } = await pushed('complete/ready', { platforms: both, layers: [shared] });
    const { exitCode, stdout } = await check(image, '--complete');
    expect(JSON.parse(stdout)).toMatchObject({ image, ready: true, status: 'ready', digest, complete: true });
    expect(exitCode).toBe(0);
    const blobs = new Set(children.flatMap(({ config, layers }) => [config, ...layers]).map((blob) => blob.digest));
    expect(blobs.size).toBe(5);
    expect(requests(name)).toEqual(
      [
        'HEAD manifests 1.0 200',
        ...[digest, ...children.map((child) => child.digest)].map((one) => `GET manifests ${one} 200`),
        ...[...blobs].map((one) => `HEAD blobs ${one} 200`),
      ].sort(),
    );
  });

  test('takes no request more where it is not given', async () => {
    const { name, image, children } = await pushed('complete/unasked', { platforms: both });
    for (const { config } of children) await remove('blobs', name, config);
    const { exitCode, stdout } = await check(image);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).not.toHaveProperty('complete');
    expect(requests(name)).toEqual(['HEAD manifests 1.0 200']);
  });

  test.each([
    ['a config', 'config'],
    ['a layer', 'layer'],
  ] as const)('%s is missing: not ready, and the reason names it with its platform', async (_words, what) => {
    const { name, image, digest, children } = await pushed(`complete/no-${what}`, { platforms: both });
    const arm = children
      .filter(({ platform }) => platform?.architecture === 'arm64')
      .map(({ config, layers }) => (what === 'config' ? config : first(layers)));
    const lost = first(arm);
    await remove('blobs', name, lost);
    const { exitCode, stdout } = await check(image, '--complete');
    expect(JSON.parse(stdout)).toMatchObject({
      ready: false,
      status: 'not-ready',
      digest,
      complete: false,
      reason: `its ${what} for linux/arm64 (${lost.digest}) does not exist`,
    });
    expect(JSON.parse(stdout)).not.toHaveProperty('pinned');
    expect(exitCode).toBe(1);
    expect(requests(name).filter((line) => line.includes(lost.digest))).toHaveLength(1);
  });

  test('a manifest is missing: not ready', async () => {
    const { name, image, children } = await pushed('complete/no-manifest', { platforms: both });
    const lost = first(children);
    await remove('manifests', name, lost);
    const { exitCode, stdout } = await check(image, '--complete');
    expect(JSON.parse(stdout).reason).toBe(`its manifest for linux/amd64 (${lost.digest}) does not exist`);
    expect(exitCode).toBe(1);
  });

  test('an index in the index is missing: not ready', async () => {
    const { name, image, children } = await pushed('complete/no-index', { platforms: both, nested: true });
    const lost = first(children);
    await remove('manifests', name, lost);
    for (const platforms of [[], ['--platforms', 'linux/amd64']]) {
      const { exitCode, stdout } = await check(image, '--complete', ...platforms);
      expect(JSON.parse(stdout).reason).toBe(`its manifest (${lost.digest}) does not exist`);
      expect(exitCode).toBe(1);
    }
  });

  test('what several platforms share is named once, with all of them; of many parts five are named', async () => {
    const layers = Array.from({ length: 6 }, (_value, at) => Buffer.from(`layer ${at}`));
    const { name, image, children } = await pushed('complete/many', { platforms: both, layers });
    const shared = first(children).layers.slice(1);
    for (const layer of shared) await remove('blobs', name, layer);
    const { reason } = JSON.parse((await check(image, '--complete')).stdout);
    expect(reason.split('; ')).toEqual([
      ...shared.slice(0, 5).map(({ digest }) => `its layer for linux/amd64, linux/arm64 (${digest}) does not exist`),
      '1 more does not exist either',
    ]);
  });
});

describe('check with complete and platforms', () => {
  test('looks at these platforms alone, and at no attestation', async () => {
    const spec = { platforms: both, attestation: true };
    const { name, image, digest, children } = await pushed('complete/platforms', spec);
    const arm = first(children.filter(({ platform }) => platform?.architecture === 'arm64'));
    const amd = first(children.filter(({ platform }) => platform?.architecture === 'amd64'));
    await remove('blobs', name, arm.config);
    expect((await check(image, '--complete', '--platforms', 'linux/arm64')).exitCode).toBe(1);
    internet.forget();
    const { exitCode, stdout } = await check(image, '--complete', '--platforms', 'linux/amd64');
    expect(JSON.parse(stdout)).toMatchObject({ ready: true, complete: true });
    expect(exitCode).toBe(0);
    expect(requests(name)).toEqual(
      [
        'HEAD manifests 1.0 200',
        `GET manifests ${digest} 200`,
        `GET manifests ${amd.digest} 200`,
        ...[amd.config, ...amd.layers].map((blob) => `HEAD blobs ${blob.digest} 200`),
      ].sort(),
    );
  });

  test('without platforms the attestations belong to it', async () => {
    const { name, image, children } = await pushed('complete/attested', { attestation: true });
    const attestation = first(children.filter(({ platform }) => platform?.os === 'unknown'));
    const lost = first(attestation.layers);
    expect((await check(image, '--complete')).exitCode).toBe(0);
    await remove('blobs', name, lost);
    const { exitCode, stdout } = await check(image, '--complete');
    expect(JSON.parse(stdout).reason).toBe(`its layer for an attestation (${lost.digest}) does not exist`);
    expect(exitCode).toBe(1);
    expect((await check(image, '--complete', '--platforms', 'linux/amd64')).exitCode).toBe(0);
  });

  test('a platform that the image does not have is not ready, as ever', async () => {
    const { image } = await pushed('complete/lacking', { platforms: both });
    const { exitCode, stdout } = await check(image, '--complete', '--platforms', 'linux/s390x');
    expect(JSON.parse(stdout).reason).toBe('it has no linux/s390x');
    expect(exitCode).toBe(1);
  });

  test('of an image without an index its config reports the platform', async () => {
    const { name, image, children } = await pushed('complete/single', { platforms: ['linux/arm64'] });
    const { config, layers } = first(children);
    expect((await check(image, '--complete', '--platforms', 'linux/arm64')).exitCode).toBe(0);
    expect(requests(name).filter((line) => line.includes(config.digest))).toEqual([
      `GET blobs ${config.digest} 200`,
      `HEAD blobs ${config.digest} 200`,
    ]);
    expect(JSON.parse((await check(image, '--complete', '--platforms', 'linux/amd64')).stdout).reason).toBe(
      'it has no linux/amd64',
    );
    await remove('blobs', name, first(layers));
    expect(JSON.parse((await check(image, '--complete', '--platforms', 'linux/arm64')).stdout).reason).toBe(
      `its layer for linux/arm64 (${first(layers).digest}) does not exist`,
    );
    await remove('blobs', name, config);
    const { exitCode, stdout } = await check(image, '--complete', '--platforms', 'linux/arm64');
    expect(JSON.parse(stdout).reason).toBe(
      [config, first(layers)]
        .map(({ digest }, at) => `its ${at === 0 ? 'config' : 'layer'} (${digest}) does not exist`)
        .join('; '),
    );
    expect(exitCode).toBe(1);
  });
});

describe('check with complete, what is no answer', () => {
  const page = { headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>Sign in</title>' };
  const to = (location: string) => ({ status: 307, headers: { location } });
  const faults: readonly (readonly [string, Misbehaviour, number, RegExp])[] = [
    ['401', { status: 401 }, 2, /401 Unauthorized/],
    ['403', { status: 403 }, 4, /403 Forbidden/],
    ['405', { status: 405 }, 5, /405 Method Not Allowed/],
    ['429', { status: 429, headers: { 'retry-after': '3600' } }, 5, /429/],
    ['500', { status: 500 }, 5, /500/],
    ['503', { status: 503 }, 5, /503/],
    ['a page', { status: 200, ...page }, 5, /HTML page|the content is sha256/],
    ['404 after a redirect to another host', to('https://storage.example.com/404'), 5, /404.*after a redirect/],
    ['403 after a redirect to another host', to('https://storage.example.com/403'), 4, /403.*after a redirect/],
    ['a redirect into a private network', to('https://10.0.0.1/'), 5, /private network/],
    ['a reset', 'reset', 6, /ECONNRESET|hang up/],
  ];
  const onlyBlobs: typeof faults = [['404 with a page', { status: 404, ...page }, 5, /404 with an HTML page/]];
  const parts = [
    ['the manifest of a platform', faults],
    ['a config', sampled([...faults, ...onlyBlobs], [1, 4, 11])],
    ['a layer', [...faults, ...onlyBlobs]],
  ] as const;

  describe.each(parts)('to %s', (part, rows) => {
    test.concurrent.each(rows)('%s: an error, never ready and never not ready', async (fault, answer, code, says) => {
      const { name, image, children } = await pushed(
        `faults/${part}-${fault}`.toLowerCase().replaceAll(/[^a-z0-9/]+/g, '-'),
        { platforms: both },
      );
      const { digest, config, layers } = first(children);
      const struck = {
        'the manifest of a platform': digest,
        'a config': config.digest,
        'a layer': first(layers).digest,
      }[part];
      internet.inject({ host, path: new RegExp(`/v2/${name}/(?:blobs|manifests)/${struck}$`), answer });
      const { exitCode, stdout } = await check(image, '--complete', '--timeout', '30s');
      const result = JSON.parse(stdout);
      expect(result).toMatchObject({ status: 'error', error: expect.stringMatching(says) });
      expect(result).not.toHaveProperty('ready');
      expect(exitCode).toBe(code);
    });
  });

  test('a blob of another size: an error', async () => {
    const { name, image, children } = await pushed('faults/size');
    const { digest, size } = first(first(children).layers);
    internet.inject({
      host,
      path: `/v2/${name}/blobs/${digest}`,
      answer: { status: 200, headers: { 'content-length': '0', 'docker-content-digest': digest } },
    });
    const { exitCode, stdout } = await check(image, '--complete');
    expect(JSON.parse(stdout).error).toContain(
      `the layer ${digest}: the registry reports 0 bytes, and its manifest ${size}`,
    );
    expect(exitCode).toBe(5);
  });

  test('indexes that lie too deep in one another: an error', async () => {
    const name = 'faults/deep';
    const push = pusher(internet.generic.registry, name);
    const mediaType = ociIndex;
    let { digest, size } = await pushImage(internet.generic.registry, name, 'leaf');
    for (let depth = 5; depth > 0; depth -= 1) {
      const manifests = [
        { mediaType: depth === 5 ? 'application/vnd.oci.image.manifest.v1+json' : mediaType, digest, size },
      ];
      ({ digest, size } = await push.manifest(
        { schemaVersion: 2, mediaType, manifests },
        depth < 3 ? `at-${depth}` : undefined,
      ));
    }
    expect((await check(`${host}/${name}:at-2`, '--complete')).exitCode).toBe(0);
    const { exitCode, stdout } = await check(`${host}/${name}:at-1`, '--complete');
    expect(JSON.parse(stdout).error).toContain('more than 4 indexes lie in one another');
    expect(exitCode).toBe(5);
  });
});

describe('check with complete, where blobs are', () => {
  test('in a storage elsewhere: the redirect is followed, and the credentials stay', async () => {
    internet.generic.users.set('ada', 'secret-of-ada');
    const { name, image, children } = await pushed('complete/elsewhere');
    for (const { digest, size } of children.flatMap(({ config, layers }) => [config, ...layers])) {
      const location = `https://storage.example.com/200/${size}?signature=x`;
      internet.inject({ host, path: `/v2/${name}/blobs/${digest}`, answer: { status: 307, headers: { location } } });
    }
    const before = sent.length;
    const { exitCode } = await runCli({
      args: ['check', image, '--complete', '--registry', host, '--username', 'ada'],
      env: { IMAGE_GATE_PASSWORD: 'secret-of-ada' },
      internet,
    });
    expect(exitCode).toBe(0);
    expect(sent.length).toBe(before + 2);
    expect(sent.slice(before).map(({ authorization }) => authorization)).toEqual([undefined, undefined]);
  });

  test('a foreign layer is not expected in the registry', async () => {
    const name = 'complete/foreign';
    const push = pusher(internet.generic.registry, name);
    const own = await push.blob('application/vnd.docker.image.rootfs.diff.tar.gzip', Buffer.from('own'));
    const foreign = {
      mediaType: foreignLayer,
      digest: `sha256:${'f'.repeat(64)}`,
      size: 7,
      urls: ['https://example.com/x'],
    };
    const config = await push.blob('application/vnd.docker.container.image.v1+json', Buffer.from('{}'));
    const mediaType = 'application/vnd.docker.distribution.manifest.v2+json';
    await push.manifest({ schemaVersion: 2, mediaType, config, layers: [foreign, own] }, '1.0');
    expect((await check(`${host}/${name}:1.0`, '--complete')).exitCode).toBe(0);
    expect(requests(name).filter((line) => line.startsWith('HEAD blobs') && line.endsWith(' 200'))).toHaveLength(2);
    expect(requests(name).filter((line) => line.includes('ffff'))).toEqual([]);
  });

  test('an artifact is complete by its config and its blobs', async () => {
    const name = 'complete/chart';
    const push = pusher(internet.generic.registry, name);
    const config = await push.blob('application/vnd.cncf.helm.config.v1+json', Buffer.from('{"name":"chart"}'));
    const layer = await push.blob('application/vnd.cncf.helm.chart.content.v1.tar+gzip', Buffer.from('chart'));
    const mediaType = 'application/vnd.oci.image.manifest.v1+json';
    await push.manifest({ schemaVersion: 2, mediaType, config, layers: [layer] }, '1.0');
    expect((await check(`${host}/${name}:1.0`, '--complete')).exitCode).toBe(0);
    await remove('blobs', name, layer);
    const { stdout } = await check(`${host}/${name}:1.0`, '--complete');
    expect(JSON.parse(stdout).reason).toBe(`its layer (${layer.digest}) does not exist`);
  });

  const schema1 = 'application/vnd.docker.distribution.manifest.v1+json';
  const artifact = 'application/vnd.oci.artifact.manifest.v1+json';
  test.each([
    ['Docker schema 1', schema1, (blobSum: string) => ({ schemaVersion: 1, fsLayers: [{ blobSum }, { blobSum }] })],
    ['an OCI artifact', artifact, (digest: string) => ({ blobs: [{ mediaType: 'text/plain', digest, size: 2 }] })],
  ])('of %s in an index its layers', async (words, mediaType, content) => {
    const path = `old/${words.toLowerCase().replaceAll(' ', '-')}`;
    // The registry reports no size of a blob.
    const there = old.put(path, 'blob', '');
    const lost = `sha256:${'e'.repeat(64)}`;
    for (const [tag, digest] of [
      ['1.0', there],
      ['1.1', lost],
    ] as const) {
      const child = {
        mediaType,
        digest: old.put(path, `child-${tag}`, { mediaType, ...content(digest) }, mediaType),
        size: 9,
      };
      old.put(path, tag, { schemaVersion: 2, mediaType: ociIndex, manifests: [child] }, ociIndex);
    }
    const image = `old.example.com/${path}`;
    const ready = await check(`${image}:1.0`, '--complete');
    expect([ready.exitCode, ready.stderr]).toEqual([0, '']);
    expect(JSON.parse((await check(`${image}:1.1`, '--complete')).stdout).reason).toBe(
      `its layer (${lost}) does not exist`,
    );
    // Alone it is no image, as without `complete`.
    expect((await check(`${image}:child-1.0`, '--complete')).exitCode).toBe(5);
  });

  test('by digest, and of several images in one repository each part once', async () => {
    const layers = [Buffer.from('a base of both')];
    const { name, digest, children } = await pushed('complete/several', { layers });
    await internet.generic.image(name, '2.0', { layers });
    internet.forget();
    const images = [`${host}/${name}@${digest}`, `${host}/${name}:2.0`];
    const { exitCode, stdout } = await check(...images, '--complete');
    expect(JSON.parse(stdout)).toMatchObject({ ready: true, results: [{ complete: true }, { complete: true }] });
    expect(exitCode).toBe(0);
    const heads = requests(name).filter((line) => line.startsWith('HEAD blobs'));
    expect(new Set(heads).size).toBe(heads.length);
    expect(heads.filter((line) => line.includes(first(first(children).layers.slice(1)).digest))).toHaveLength(1);
  });

  test('at most eight requests at a time go to the host', async () => {
    const layers = Array.from({ length: 30 }, (_value, at) => Buffer.from(`one of many ${at}`));
    const { name, image } = await pushed('complete/wide', { platforms: both, layers });
    let arrived = 0;
    let underWay = 0;
    let most = 0;
    internet.inject({
      host,
      path: new RegExp(`/v2/${name}/blobs/`),
      answer: {
        hold: async () => {
          arrived += 1;
          underWay += 1;
          most = Math.max(most, underWay);
          await until(() => arrived >= 8);
          underWay -= 1;
        },
      },
    });
    expect((await check(image, '--complete')).exitCode).toBe(0);
    expect(most).toBe(8);
  });
});

describe('check with complete on Docker Hub', () => {
  test('takes one token; a manifest is a pull, a HEAD is none', async () => {
    const { name } = await pushed('acme/complete-hub', { platforms: both }, internet.hub);
    internet.forget();
    const pulls = internet.hub.pulls;
    const { exitCode } = await check(`${name}:1.0`, '--complete');
    expect(exitCode).toBe(0);
    expect(internet.hub.pulls - pulls).toBe(3);
    expect(internet.requests.map(({ method, host }) => `${method} ${host}`).sort()).toEqual([
      'GET auth.docker.io',
      ...Array(3).fill('GET registry-1.docker.io'),
      ...Array(5).fill('HEAD registry-1.docker.io'),
    ]);
  });
});

describe('check with complete and wait', () => {
  test('waits for the part that is missing, and requests nothing again that exists', async () => {
    const { name, image, children } = await pushed('complete/wait', { platforms: both });
    const { config, layers } = first(children);
    const layer = first(layers);
    const bytes = await (
      await fetch(`${internet.generic.registry.url}/v2/${name}/blobs/${layer.digest}`)
    ).arrayBuffer();
    await remove('blobs', name, layer);
    const running = check(image, '--complete', '--wait', '60s');
    await until(() => internet.requests.some(({ path, status }) => path.endsWith(layer.digest) && status === 404));
    await pusher(internet.generic.registry, name).blob('', Buffer.from(bytes));
    const { exitCode, stdout } = await running;
    expect(JSON.parse(stdout)).toMatchObject({ ready: true, complete: true });
    expect(exitCode).toBe(0);
    const lines = requests(name);
    expect(lines.filter((line) => line.includes(layer.digest))).toEqual([
      `HEAD blobs ${layer.digest} 200`,
      `HEAD blobs ${layer.digest} 404`,
    ]);
    expect(lines.filter((line) => line.includes(config.digest))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('GET manifests'))).toHaveLength(3);
    expect(lines.filter((line) => line.startsWith('HEAD manifests'))).toHaveLength(2);
  });
});

describe('check with complete, what it shows', () => {
  test('in the step: outputs and the summary', async () => {
    const { name, image, children } = await pushed('complete/shown');
    const inputs = { image, complete: 'true' };
    const good = await runAction({ action: actionFile, internet, inputs });
    expect(good.outputs).toMatchObject({ ready: 'true' });
    expect(JSON.parse(good.outputs.results ?? '')).toMatchObject([{ complete: true }]);
    expect(good.summary).toContain(' is ready and complete');
    const lost = first(children).config;
    await remove('blobs', name, lost);
    const bad = await runAction({ action: actionFile, internet, inputs });
    expect(bad.exitCode).toBe(1);
    expect(bad.outputs).toMatchObject({ ready: 'false', status: 'not-ready', pinned: '' });
    expect(JSON.parse(bad.outputs.results ?? '')).toMatchObject([{ complete: false }]);
    expect(bad.summary).toMatch(/its config .* does not exist/);
  });

  test('of several images in the headline', async () => {
    const [one, other] = [await pushed('complete/one'), await pushed('complete/other')];
    const { stdout } = await runCli({ args: ['check', one.image, other.image, '--complete'], internet });
    expect(stdout).toContain('2 of 2 images are ready and complete');
  });
});

/** Where docker-registry keeps a blob. */
function fileOf(data: string, digest: string): string {
  const hex = digest.replace('sha256:', '');
  return join(data, 'docker/registry/v2/blobs/sha256', hex.slice(0, 2), hex, 'data');
}

(available() ? describe : describe.skip)('check with complete, docker-registry', () => {
  test('a blob whose file is gone from the disk: not ready', async () => {
    const name = 'acme/damaged';
    const data = await folders.create();
    const options = { kind: 'distribution', data } as const;
    const before = await startRegistry(options);
    const { manifests } = await pushImage(before, name, '1.0', { platforms: both });
    const { layers } = await blobsOf(before, name, first(manifests));
    const image = `${before.host}/${name}:1.0`;
    expect((await check(image, '--complete')).exitCode).toBe(0);
    await before.stop();
    const lost = first(layers).digest;
    await rm(fileOf(data, lost));
    // It keeps in memory what it has seen: only a new one looks at the disk.
    const after = await startRegistry(options);
    try {
      const gone = await check(`${after.host}/${name}:1.0`, '--complete');
      expect(JSON.parse(gone.stdout)).toMatchObject({
        ready: false,
        reason: `its layer for linux/amd64 (${lost}) does not exist`,
      });
      expect(gone.exitCode).toBe(1);
      expect((await check(`${after.host}/${name}:1.0`, '--complete', '--platforms', 'linux/arm64')).exitCode).toBe(0);
      expect((await check(`${after.host}/${name}:1.0`)).exitCode).toBe(0);
    } finally {
      await after.stop();
    }
  });

  test('a blob whose file is empty: an error', async () => {
    const name = 'acme/empty';
    const data = await folders.create();
    const options = { kind: 'distribution', data } as const;
    const before = await startRegistry(options);
    const { manifests } = await pushImage(before, name, '1.0');
    const { config } = await blobsOf(before, name, first(manifests));
    await before.stop();
    await truncate(fileOf(data, config.digest));
    const after = await startRegistry(options);
    try {
      const { exitCode, stdout } = await check(`${after.host}/${name}:1.0`, '--complete');
      expect(JSON.parse(stdout).error).toContain(`the config ${config.digest}: the registry reports 0 bytes`);
      expect(exitCode).toBe(5);
    } finally {
      await after.stop();
    }
  });
});
