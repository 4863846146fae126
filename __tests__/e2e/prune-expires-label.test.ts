import { describe, expect, test } from '@jest/globals';
import { type ImageSpec, pusher, pushImage, type RunningRegistry } from '../../sandbox/index.js';
import { prune, reasonsOf, restore, tagsOf } from './support/prune.js';
import { lookingAt } from './support/pulling.js';
import { recordsAbout, requestsAbout } from './support/requests.js';
import { registryKinds, useFolders, useInternet, useRegistry } from './support/surroundings.js';

const label = 'quay.expires-after';
const folders = useFolders();
const running = new Map<string, RunningRegistry>();
const secret = 'a-secret-0123456789';
const today = Date.now();
let count = 0;

for (const kind of registryKinds) running.set(kind, await useRegistry({ kind }));
const internet = await useInternet();
internet.hub.users.set('ada', secret);
internet.hub.pullLimit = undefined;

const daysAgo = (days: number) => new Date(today - days * 86_400_000).toISOString();
const day = (days: number) => daysAgo(days).slice(0, 10);

async function given(kind: string) {
  const registry = running.get(kind);
  if (registry === undefined) throw new Error(`there is no ${kind} registry`);
  count += 1;
  const path = `acme/expiring-${count}`;
  const cwd = await folders.create();
  return {
    registry,
    path,
    push: (tag: string, days: number, value?: string, spec: ImageSpec = {}) =>
      pushImage(registry, path, tag, {
        created: daysAgo(days),
        content: `${path} ${tag}`,
        ...(value !== undefined && { labels: { [label]: value } }),
        ...spec,
      }),
    looking: lookingAt(registry.url, path),
    run: (...args: string[]) => prune([`${registry.host}/${path}`, ...args], { cwd }),
    restore: (...args: string[]) => restore(args, { cwd }),
    reads: () =>
      registry.requests.filter(({ method, path: of }) => method === 'GET' && of.startsWith(`/v2/${path}/`)).length,
  };
}

describe.each(registryKinds)('on a registry: %s', (kind) => {
  test('what has expired goes, in every unit; the rest stays, each with its reason; restore brings it back', async () => {
    const { push, run, looking, restore: back } = await given(kind);
    const rows = { s: '86400s', m: '1440m', h: '24h', d: '1d', w: '1w' };
    for (const [unit, value] of Object.entries(rows)) await push(`old-${unit}`, 10, value);
    await push('young', 10, '2w');
    await push('annotated', 10, undefined, { annotations: { [label]: '3d' } });
    await push('both', 10, '1d', { annotations: { [label]: '3w' } });
    await push('unlabelled', 10);
    await push('empty', 10, '');
    await push('unreadable', 10, '2 weeks');
    await push('never', 10, '0d');
    await push('negative', 10, '-1d');
    await push('undated', 10, '1d', { created: '1970-01-01T00:00:00Z' });
    const before = await looking.tags();

    const pruned = await run('--expires-label', label);

    expect(pruned.exitCode).toBe(0);
    expect(reasonsOf(pruned, 'deleted')).toEqual({
      ...Object.fromEntries(
        Object.entries(rows).map(([unit, value]) => [
          `old-${unit}`,
          `expired on ${day(value === '1w' ? 3 : 9)}: ${value} from ${day(10)} on`,
        ]),
      ),
      annotated: `expired on ${day(7)}: 3d from ${day(10)} on`,
    });
    const unreadable = (value: string) =>
      `its label ${label} is "${value}", which is not a duration like 12h, 3d or 2w`;
    expect(reasonsOf(pruned, 'kept')).toEqual({
      young: `expires on ${day(-4)}: 2w from ${day(10)} on`,
      both: `expires on ${day(-11)}: 3w from ${day(10)} on`,
      unlabelled: `without the label ${label}`,
      empty: `without the label ${label}`,
      unreadable: unreadable('2 weeks'),
      never: unreadable('0d'),
      negative: unreadable('-1d'),
      undated: `without a date, from which ${label} counts`,
    });
    expect(pruned.stderr).toMatch(/the label quay\.expires-after of \S+ and 2 more cannot be read: the image is kept/);
    const restored = await back(String(pruned.json.journal));
    expect(restored.exitCode).toBe(0);
    expect(await looking.tags()).toEqual(before);
  });

  test('an index: by its own annotation, else when all its images have expired', async () => {
    const { push, run, registry, path } = await given(kind);
    const platforms = ['linux/amd64', 'linux/arm64'];
    await push('all', 10, '1d', { platforms, attestation: true });
    await push('nested', 10, '1d', { platforms, nested: true });
    await push('own', 10, undefined, { platforms, indexAnnotations: { [label]: '2d' } });
    await push('none', 10, undefined, { platforms });
    const put = pusher(registry, path);
    const entries = await Promise.all(
      ['1d', '2w', undefined].map(async (value, at) => {
        const { digest, mediaType, size } = await push(`part-${at}`, 10, value);
        return { digest, mediaType, size, platform: { os: 'linux', architecture: ['amd64', 'arm64', 's390x'][at] } };
      }),
    );
    const index = (manifests: readonly object[]) => ({
      schemaVersion: 2,
      mediaType: 'application/vnd.oci.image.index.v1+json',
      manifests,
    });
    await put.manifest(index(entries.slice(0, 2)), 'longest');
    await put.manifest(index([entries[0], entries[2]] as object[]), 'half');

    const pruned = await run('--expires-label', 'true', '--dry-run');

    expect(tagsOf(pruned, 'deleted')).toEqual(['all', 'nested', 'own']);
    expect(reasonsOf(pruned, 'kept')).toMatchObject({
      none: `without the label ${label}`,
      half: `without the label ${label}`,
      longest: `expires on ${day(-4)}: 2w from ${day(10)} on`,
    });
    // It has expired itself, and the indexes that stay need it.
    expect(reasonsOf(pruned, 'blocked')['part-0']).toMatch(/^a part of (?:half|longest), which is kept$/);
  });

  test('another label, with other rules; false is none', async () => {
    const { push, run } = await given(kind);
    await push('1.0', 30, undefined, { labels: { 'com.acme.ttl': '1d' } });
    await push('1.1', 20, undefined, { labels: { 'com.acme.ttl': '1d' } });
    await push('1.2', 10, undefined, { labels: { 'com.acme.ttl': '8w' } });

    const pruned = await run('--expires-label', 'com.acme.ttl', '--older-than', '25d', '--dry-run');
    const none = await run('--expires-label', 'false', '--dry-run');

    expect(tagsOf(pruned, 'deleted')).toEqual(['1.0']);
    expect(reasonsOf(pruned, 'deleted')['1.0']).toBe(
      `of ${day(30)}, older than 25d; expired on ${day(29)}: 1d from ${day(30)} on`,
    );
    expect(none.exitCode).toBe(64);
    expect(none.stderr).toContain('no rule is given');
  });

  test('labels cost no request that the dates do not cost', async () => {
    const { push, run, reads } = await given(kind);
    for (let at = 0; at < 5; at += 1) await push(`1.${at}`, 10 + at, at >= 2 ? '1d' : undefined);
    const start = reads();
    await run('--keep', '2', '--dry-run');
    const plain = reads() - start;

    const pruned = await run('--expires-label', label, '--dry-run');

    expect(tagsOf(pruned, 'deleted')).toHaveLength(3);
    expect(reads() - start - plain).toBe(plain);
  });
});

describe('on Docker Hub', () => {
  test('only the labels of what the other rules let go are read', async () => {
    const path = 'acme/expiring-hub';
    internet.hub.repository(path, { members: ['ada'] });
    for (const tag of ['1.0', '1.1', '1.2', '1.3']) {
      await internet.hub.image(path, tag, { content: `${path} ${tag}`, labels: { [label]: '1d' } });
      internet.hub.tagged(path, tag).pushed = new Date(today - (40 - Number(tag.slice(2))) * 86_400_000);
    }
    internet.forget();

    const pruned = await prune([path, '--expires-label', label, '--keep', '2', '--dry-run'], {
      internet,
      env: { IMAGE_GATE_USERNAME: 'ada', IMAGE_GATE_PASSWORD: secret },
    });

    expect(tagsOf(pruned, 'deleted')).toEqual(['1.0', '1.1']);
    const sent = requestsAbout(internet.requests, 'expiring-hub').filter((one) => /manifests|blobs/.test(one));
    expect(sent.filter((one) => one.includes('/manifests/'))).toHaveLength(2);
    expect(sent.filter((one) => one.includes('/blobs/'))).toHaveLength(2);
  });
});

describe('faults', () => {
  test.each([
    ['500', { status: 500, body: 'broken' }, 5],
    ['403', { status: 403, body: '{}' }, 4],
    ['half a config', { cut: { body: '{"config":{}}', after: 5 } }, 6],
  ] as const)('%s for a config: nothing is deleted', async (what, answer, code) => {
    const path = `acme/expiring-fault-${what.replaceAll(' ', '-')}`;
    const tags = ['1.0', '1.1'];
    for (const tag of tags) {
      await internet.generic.image(path, tag, {
        created: daysAgo(9),
        content: `${path} ${tag}`,
        labels: { [label]: '1d' },
      });
    }
    internet.inject({ host: 'registry.example.com', path: new RegExp(`${path}/blobs/`), answer });

    const pruned = await prune([`registry.example.com/${path}`, '--expires-label', label, '--keep', '0'], {
      internet,
      cwd: await folders.create(),
    });

    expect(pruned.exitCode).toBe(code);
    expect(pruned.json).toMatchObject({ deletedCount: 0 });
    expect(recordsAbout(internet.requests, path).filter(({ method }) => method === 'DELETE')).toEqual([]);
  });

  test('a config that the registry has lost keeps its image', async () => {
    const path = 'acme/expiring-lost';
    for (const tag of ['1.0', '1.1']) {
      await internet.generic.image(path, tag, {
        created: daysAgo(9),
        content: `${path} ${tag}`,
        labels: { [label]: '1d' },
      });
    }
    internet.inject({
      host: 'registry.example.com',
      path: new RegExp(`${path}/blobs/`),
      times: 1,
      answer: { status: 404, body: '{"errors":[{"code":"BLOB_UNKNOWN"}]}' },
    });

    const pruned = await prune([`registry.example.com/${path}`, '--expires-label', label, '--dry-run'], { internet });

    expect(tagsOf(pruned, 'deleted')).toHaveLength(1);
    expect(Object.values(reasonsOf(pruned, 'kept'))).toEqual([
      expect.stringMatching(/its config sha256:[0-9a-f]{64} is missing: the registry returns 404/),
    ]);
  });
});
