import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { pushImage, type RunningRegistry } from '../../sandbox/index.js';
import { thorough } from '../support/thorough.js';
import { copy, digestAt, pushSigned, referrersAt } from './support/copying.js';
import { onPath } from './support/files.js';
import { requestsAbout } from './support/requests.js';
import { registryKinds, useFolders, useRegistry } from './support/surroundings.js';
import { until } from './support/together.js';

type Kind = (typeof registryKinds)[number];
const ways = registryKinds.flatMap((from) => registryKinds.map((to) => [from, to] as const));
const run = promisify(execFile);
const folders = useFolders();
const registries = new Map<string, RunningRegistry>();

for (const kind of registryKinds) {
  for (const side of ['source', 'target']) registries.set(`${kind} ${side}`, await useRegistry({ kind }));
}

function registryOf(kind: Kind, side: 'source' | 'target'): RunningRegistry {
  const registry = registries.get(`${kind} ${side}`);
  if (registry === undefined) throw new Error(`there is no ${kind} ${side}`);
  return registry;
}

describe.each(ways)('from %s to %s', (fromKind, toKind) => {
  const source = () => registryOf(fromKind, 'source');
  const target = () => registryOf(toKind, 'target');

  test('a signed multi-platform image arrives whole, with the same digests', async () => {
    const name = `signed/${fromKind}`;
    const { image, referrers, hex } = await pushSigned(source(), name);
    const to = `${target().host}/${name}:prod`;

    const { exitCode, json, stderr } = await copy({ from: `${source().host}/${name}:1.0`, to });

    const asked = requestsAbout(target().requests, name);
    expect({ exitCode, stderr: exitCode === 0 ? '' : stderr }).toEqual({ exitCode: 0, stderr: '' });
    const pinned = `${target().host}/${name}@${image.digest}`;
    expect(json).toMatchObject({ digest: image.digest, image: to, pinned, blobsMounted: 0 });
    expect(Number(json.bytesCopied)).toBeGreaterThan(300_000);
    expect(await digestAt(target(), name, 'prod')).toBe(image.digest);
    for (const child of image.manifests) expect(await digestAt(target(), name, child.digest)).toBe(child.digest);
    expect(await digestAt(target(), name, `sha256-${hex}.sig`)).toBe(referrers.cosign.digest);
    expect(await referrersAt(target(), name, image.digest)).toEqual([referrers.signature.digest]);
    expect(await referrersAt(target(), name, image.manifests[0]?.digest ?? '')).toEqual([referrers.sbom.digest]);
    expect(await referrersAt(target(), name, referrers.signature.digest)).toEqual([referrers.countersignature.digest]);
    expect(asked.at(-2)).toMatch(/^PUT .*\/manifests\/prod 201$/);
    expect(asked.at(-1)).toMatch(/^HEAD .*\/manifests\/prod 200$/);

    const before = target().requests.length;
    const again = await copy({ from: `${source().host}/${name}:1.0`, to });
    expect(again.json).toMatchObject({ digest: image.digest, bytesCopied: 0, results: [{ status: 'unchanged' }] });
    const later = target().requests.slice(before);
    expect(later.filter(({ method }) => method !== 'GET' && method !== 'HEAD')).toEqual([]);

    if (!onPath('skopeo')) return;
    const folder = await folders.create();
    await run('skopeo', ['copy', '--all', '--src-tls-verify=false', `docker://${to}`, `oci:${folder}/image:x`]);
    const { stdout } = await run('skopeo', [
      'inspect',
      '--tls-verify=false',
      '--format',
      '{{.Digest}}',
      `docker://${to}`,
    ]);
    expect(stdout.trim()).toBe(image.digest);
  });
});

/** Each kind once as the source and once as the target; all ways where the test is thorough. */
const across = ways.filter(([from, to]) => thorough || from !== to || registryKinds.length === 1);

describe.each(across)('from %s to %s', (fromKind, toKind) => {
  const source = () => registryOf(fromKind, 'source');
  const target = () => registryOf(toKind, 'target');

  test('a copy that is killed half-way leaves no tag, and the next one finishes', async () => {
    const name = `killed/${fromKind}`;
    const layers = Array.from({ length: 4 }, () => randomBytes(24_000_000));
    const { digest } = await pushImage(source(), name, '1.0', { layers });
    const inputs = { from: `${source().host}/${name}:1.0`, to: `${target().host}/${name}:1.0` };

    const sent = ({ method, path }: { method: string; path: string }) =>
      path.startsWith(`/v2/${name}/`) && /^(?:PUT|PATCH)$/.test(method);
    const happened = until(() => target().requests.some(sent));
    const killed = await copy(inputs, { signalWhen: { happened, signal: 'SIGKILL' } });
    expect(killed.signal).toBe('SIGKILL');
    expect(await digestAt(target(), name, '1.0')).toBeUndefined();

    const { exitCode } = await copy(inputs);
    expect(exitCode).toBe(0);
    expect(await digestAt(target(), name, '1.0')).toBe(digest);
  });
});

describe.each(registryKinds)('inside one %s registry', (kind) => {
  const registry = () => registryOf(kind, 'source');

  test('blobs are mounted, and no byte moves', async () => {
    const { image, referrers } = await pushSigned(registry(), 'inside/staging');
    const { json, exitCode } = await copy({
      from: `${registry().host}/inside/staging:1.0`,
      to: `${registry().host}/inside/production`,
    });
    expect(exitCode).toBe(0);
    expect(json).toMatchObject({
      digest: image.digest,
      bytesCopied: 0,
      image: `${registry().host}/inside/production:1.0`,
    });
    expect(Number(json.blobsMounted)).toBeGreaterThan(5);
    expect(await digestAt(registry(), 'inside/production', '1.0')).toBe(image.digest);
    expect(await referrersAt(registry(), 'inside/production', image.digest)).toEqual([referrers.signature.digest]);
  });

  test('another tag in the same repository is one PUT', async () => {
    const { digest } = await pushImage(registry(), 'inside/retag', '1.0');
    const before = registry().requests.length;
    const { json } = await copy({
      from: `${registry().host}/inside/retag@${digest}`,
      to: `${registry().host}/inside/retag:stable,${registry().host}/inside/retag:latest`,
    });
    expect(json).toMatchObject({ digest, bytesCopied: 0, blobsMounted: 0 });
    const written = registry()
      .requests.slice(before)
      .filter(({ method }) => method !== 'GET' && method !== 'HEAD');
    expect(written.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'PUT /v2/inside/retag/manifests/stable',
      'PUT /v2/inside/retag/manifests/latest',
    ]);
  });

  test('some platforms alone: a new index, that says so', async () => {
    const { image } = await pushSigned(registry(), 'subset/all');
    const { json, stderr } = await copy({
      from: `${registry().host}/subset/all:1.0`,
      to: `${registry().host}/subset/some:1.0`,
      platforms: 'linux/arm64',
    });
    expect(json.digest).not.toBe(image.digest);
    expect(stderr).toContain(`the copy has a new index, ${json.digest}`);
    const answer = await fetch(`${registry().url}/v2/subset/some/manifests/1.0`, {
      headers: { accept: image.mediaType },
    });
    const { manifests } = (await answer.json()) as { manifests: { digest: string }[] };
    expect(manifests.map(({ digest }) => digest)).toEqual([image.manifests[1]?.digest, image.manifests[3]?.digest]);

    const none = await copy({
      from: `${registry().host}/subset/all:1.0`,
      to: `${registry().host}/subset/none:1.0`,
      platforms: 'linux/s390x',
    });
    expect(none.exitCode).toBe(3);
    expect(none.stderr).toContain('it has no linux/s390x, only linux/amd64, linux/arm64');
  });

  test('overwrite=false leaves another image alone, and takes the same for success', async () => {
    const one = await pushImage(registry(), 'keep/from', '1.0', { content: 'one' });
    const other = await pushImage(registry(), 'keep/to', '1.0', { content: 'other' });
    const inputs = {
      from: `${registry().host}/keep/from:1.0`,
      to: `${registry().host}/keep/to:1.0\n${registry().host}/keep/new:1.0`,
      overwrite: 'false',
    };
    const { exitCode, json } = await copy(inputs);
    expect(exitCode).toBe(1);
    expect(json.results).toMatchObject([{ status: 'exists' }, { status: 'not-tried' }]);
    expect(await digestAt(registry(), 'keep/to', '1.0')).toBe(other.digest);
    expect(await digestAt(registry(), 'keep/new', '1.0')).toBeUndefined();

    await copy({ ...inputs, overwrite: 'true' });
    expect(await digestAt(registry(), 'keep/to', '1.0')).toBe(one.digest);
    expect((await copy(inputs)).exitCode).toBe(0);
  });

  test('a tag that is not there is exit code 3', async () => {
    await pushImage(registry(), 'missing/from', '1.0');
    const { exitCode, stderr } = await copy({
      from: `${registry().host}/missing/from:2.0`,
      to: `${registry().host}/missing/to:2.0`,
    });
    expect(exitCode).toBe(3);
    expect(stderr).toContain('/missing/from:2.0: the registry has no such image');
  });
});

test('several targets read each blob of the source once', async () => {
  const source = registryOf('memory', 'source');
  const { digest } = await pushImage(source, 'several/from', '1.0', {
    layers: [randomBytes(5_000_000), randomBytes(20_000_000)],
  });
  const before = source.requests.length;
  const targets = registryKinds.flatMap((kind) => [
    `${registryOf(kind, 'target').host}/several/a:1`,
    `${registryOf(kind, 'target').host}/several/b:2`,
  ]);
  const { exitCode, json } = await copy({ from: `${source.host}/several/from:1.0`, to: targets.join(',') });
  expect(exitCode).toBe(0);
  expect(json.results).toHaveLength(targets.length);
  expect(await digestAt(registryOf('memory', 'target'), 'several/b', '2')).toBe(digest);
  const read = source.requests.slice(before).filter(({ path }) => path.includes('/blobs/'));
  expect(read).toHaveLength(4);
});
