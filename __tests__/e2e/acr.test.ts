import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type AcrAction, type ImageSpec, pusher } from '../../sandbox/index.js';
import { ociManifest } from '../support/manifests.js';
import { deleteImages } from './support/delete.js';
import { runJson } from './support/listing.js';
import { prune, reasonsOf, restore, tagsOf } from './support/prune.js';
import { lookingAt } from './support/pulling.js';
import { recordsAbout } from './support/requests.js';
import { useFolders, useInternet } from './support/surroundings.js';

const secret = 'a-secret-0123456789';
const platforms = ['linux/amd64', 'linux/arm64'];
const today = Date.now();
const folders = useFolders();
let count = 0;

const internet = await useInternet();
const services = { 'acme.azurecr.io': internet.acr, 'abac.azurecr.io': internet.acrByRepository };
type Service = keyof typeof services;
const hosts = Object.keys(services) as Service[];

/** A repository of its own with a user of its own, and a working directory. */
async function given(host: Service = 'acme.azurecr.io', permissions?: readonly AcrAction[]) {
  count += 1;
  const acr = services[host];
  const user = `ci-${count}`;
  const path = `team/azure-${count}`;
  acr.users.set(user, secret);
  if (permissions !== undefined) acr.permissions.set(user, new Set(permissions));
  acr.repository(path, { private: true, members: [user] });
  const cwd = await folders.create();
  const env = { IMAGE_GATE_REGISTRY: host, IMAGE_GATE_USERNAME: user, IMAGE_GATE_PASSWORD: secret };
  const options = { internet, cwd, env, timeoutMs: 120_000 };
  const name = `${host}/${path}`;
  const sent = () => recordsAbout(internet.requests, path).filter((one) => one.host === host);
  return {
    acr,
    path,
    name,
    user,
    cwd,
    options,
    ledger: acr.registry.ledger,
    looking: lookingAt(acr.registry.url, path),
    push: (tag: string, days: number, spec: ImageSpec = {}) =>
      acr.image(path, tag, {
        content: `${path}:${tag}`,
        created: new Date(today - days * 86_400_000).toISOString(),
        ...spec,
      }),
    manifests: pusher({ url: acr.registry.url }, path),
    prune: (...args: string[]) => prune([name, ...args], options),
    restore: (...args: string[]) => restore(args, options),
    remove: (...references: string[]) =>
      deleteImages(
        references.flatMap((one) => ['--image', `${name}${one}`]),
        options,
      ),
    run: (command: string, inputs: Readonly<Record<string, string>>) => runJson(command, inputs, options),
    sent,
    /** What was requested that is no token and was no challenge: `GET _tags`. */
    lists: () =>
      sent()
        .filter((one) => one.path.startsWith('/acr/') && one.status !== 401)
        .map((one) => `${one.method} ${one.path.slice(`/acr/v1/${path}`.length).replace(/\?.*/, '')}`),
  };
}

describe.each(hosts)('on %s', (host) => {
  test('2,000 tags are planned with the pages of two lists, and no manifest is read', async () => {
    const { acr, path, prune: run, sent, lists } = await given(host);
    acr.images(path, 2000);
    internet.forget();
    const pruned = await run('--keep', '1990', '--dry-run');
    expect(pruned.stderr).not.toContain('Error');
    expect(pruned.json).toMatchObject({ deletedCount: 10, keptCount: 1990 });
    const [attributes, ...pages] = lists();
    expect(attributes).toBe('GET ');
    // Two full pages, and one look behind the second, as it names no next one.
    expect(pages.sort()).toEqual([...Array(3).fill('GET /_manifests'), ...Array(3).fill('GET /_tags')]);
    expect(sent().filter((one) => one.path.startsWith('/v2/'))).toEqual([]);
    expect(sent().length).toBeLessThanOrEqual(20);
  });

  test('every token is for this repository alone, and for one permission', async () => {
    const { push, path, prune: run, sent } = await given(host);
    await push('2.0', 1);
    await push('1.0', 9);
    await run('--keep', '1');
    const scopes = sent()
      .filter((one) => one.path.startsWith('/oauth2/token'))
      .map((one) => new URL(one.path, `https://${host}`).searchParams.get('scope'));
    expect(scopes.sort()).toEqual(['delete', 'metadata_read', 'pull'].map((action) => `repository:${path}:${action}`));
  });
});

describe('prune', () => {
  test('deletes the tags, then the manifests that only these led to, with what refers to them', async () => {
    const { push, manifests, path, ledger, looking, prune: run, restore: back, sent } = await given();
    const kept = await push('2.0', 1, { platforms, content: 'new' });
    const old = await push('1.0', 9, { platforms, content: 'old', attestation: true });
    const size = ledger.manifests(path).get(old)?.bytes.length ?? 0;
    const config = await manifests.blob('application/vnd.oci.empty.v1+json', Buffer.from('{}'));
    const signature = await manifests.manifest({
      schemaVersion: 2,
      mediaType: ociManifest,
      artifactType: 'application/vnd.cncf.notary.signature',
      config,
      layers: [config],
      subject: { mediaType: ledger.manifests(path).get(old)?.mediaType, digest: old, size },
    });
    const stray = await push('moving', 9, { content: 'stray' });
    await push('moving', 0, { content: 'moved' });
    const before = await looking.tags();
    const pruned = await run('--keep', '2', '--journal', 'journal');
    expect(pruned.stderr).not.toContain('Error');
    expect(tagsOf(pruned, 'deleted')).toEqual(['1.0']);
    expect(await looking.lacking('2.0')).toEqual([]);
    // Its two images, their two attestations and its signature.
    expect(pruned.json.cleared).toHaveLength(5);
    const left = [...ledger.manifests(path).keys()];
    expect(left).toEqual(expect.arrayContaining([kept, stray]));
    expect([left.includes(old), left.includes(signature.digest), left.length]).toEqual([false, false, 5]);
    const deletes = sent().filter(({ method, status }) => method === 'DELETE' && status === 202);
    expect(deletes[0]?.path).toBe(`/acr/v1/${path}/_tags/1.0`);
    expect(deletes.slice(1).every((one) => one.path.includes('/manifests/sha256:'))).toBe(true);
    expect(deletes[1]?.path.endsWith(old) || deletes[1]?.path.endsWith(signature.digest)).toBe(true);

    expect(await back('journal')).toMatchObject({ exitCode: 0, json: { lost: [] } });
    expect(await looking.tags()).toEqual(before);
    expect(await looking.lacking('1.0')).toEqual([]);
    expect(await looking.digestAt(signature.digest)).toBe(signature.digest);
  });

  test('a tag that is pushed onto an image right before its manifest is deleted keeps it', async () => {
    const { acr, push, path, looking, prune: run } = await given();
    await push('2.0', 1);
    const old = await push('1.0', 9);
    internet.inject({
      host: acr.loginServer,
      times: 1,
      path: new RegExp(`^/acr/v1/${path}/_tags\\?.*digest=${encodeURIComponent(old)}`),
      answer: { hold: async () => void (await push('again', 9, { content: `${path}:1.0` })) },
    });
    const pruned = await run('--keep', '1');
    expect(pruned.stderr).not.toContain('Error');
    expect(tagsOf(pruned, 'deleted')).toEqual(['1.0']);
    expect(await looking.digestAt('again')).toBe(old);
    expect(await looking.lacking('again')).toEqual([]);
  });

  test('what is locked is held: a tag, a manifest, a repository; a tag that lists hide holds its image', async () => {
    const { acr, path, push, looking, prune: run } = await given();
    await push('9.0', 1);
    await push('tag', 9);
    await push('same', 9, { content: `${path}:tag` });
    const locked = await push('manifest', 10);
    await push('seen', 11, { content: 'hidden' });
    await push('unseen', 11, { content: 'hidden' });
    await push('written', 12);
    await push('1.0', 13);
    acr.locks
      .set(`${path}:tag`, { deleteEnabled: false })
      .set(`${path}@${locked}`, { deleteEnabled: false })
      .set(`${path}:unseen`, { listEnabled: false })
      .set(`${path}:written`, { writeEnabled: false });
    const pruned = await run('--keep', '1');
    expect(pruned.stderr).not.toContain('Error');
    expect(tagsOf(pruned, 'deleted')).toEqual(['1.0']);
    const held = reasonsOf(pruned, 'blocked');
    expect(held.tag).toBe('tag is locked on ACR');
    expect(held.same).toContain('tag is locked on ACR');
    expect(held.manifest).toBe('its manifest is locked on ACR');
    expect(held.seen).toContain('unseen is hidden from lists on ACR');
    expect(held.written).toBe('written is locked on ACR');
    expect(await looking.lacking('unseen')).toEqual([]);
    acr.locks.clear();
    acr.locks.set(path, { writeEnabled: false });
    const all = await run('--keep', '1');
    expect([all.exitCode, all.json.deletedCount]).toEqual([0, 0]);
    expect(new Set(Object.values(reasonsOf(all, 'blocked')))).toContain('the repository is locked on ACR');
    acr.locks.clear();
  });

  test('an image that may not be read: exit 4 before the first delete', async () => {
    const { acr, path, push, looking, prune: run, sent } = await given();
    await push('2.0', 1);
    const blocked = await push('1.1', 8);
    await push('1.0', 9);
    for (const key of [`${path}:1.1`, `${path}@${blocked}`]) {
      acr.locks.set(key, { readEnabled: false });
      const { exitCode, stderr } = await run('--keep', '2');
      expect([exitCode, (await looking.tags()).size]).toEqual([4, 3]);
      expect(stderr).toContain(`${path}:1.1`);
      acr.locks.clear();
    }
    expect(sent().filter(({ method }) => method === 'DELETE')).toEqual([]);
  });

  test('a child that is locked stays when its index goes', async () => {
    const { acr, path, push, ledger, prune: run } = await given();
    await push('2.0', 1);
    await push('1.0', 9, { platforms });
    const [child = ''] = [...ledger.manifests(path).values()]
      .filter(({ tags }) => tags.size === 0)
      .map((one) => one.digest);
    acr.locks.set(`${path}@${child}`, { deleteEnabled: false });
    const pruned = await run('--keep', '1');
    expect(pruned.exitCode).toBe(0);
    expect(pruned.json.cleared).toHaveLength(1);
    expect([...ledger.manifests(path).keys()]).toHaveLength(2);
    expect(ledger.manifests(path).has(child)).toBe(true);
    acr.locks.clear();
  });

  test('an artifact with a tag goes and stays with what it refers to', async () => {
    const { path, push, manifests, ledger, prune: run } = await given();
    const kept = await push('2.0', 1);
    const on = ledger.manifests(path).get(kept);
    await push('1.0', 9);
    const config = await manifests.blob('application/vnd.oci.empty.v1+json', Buffer.from('{}'));
    const subject = { mediaType: on?.mediaType, digest: kept, size: on?.bytes.length };
    await manifests.manifest({ schemaVersion: 2, mediaType: ociManifest, config, layers: [config], subject }, 'sbom');
    const pruned = await run('--keep', '1');
    expect(tagsOf(pruned, 'deleted')).toEqual(['1.0']);
    expect([...ledger.tagged(path).keys()].sort()).toEqual(['2.0', 'sbom']);
  });
});

describe('delete', () => {
  test('a tag goes alone, by Azure’s API; a locked one is refused with what to do', async () => {
    const { acr, push, path, looking, remove, sent } = await given();
    await push('1.0', 9, { content: 'same' });
    await push('stable', 9, { content: 'same' });
    acr.locks.set(`${path}:stable`, { deleteEnabled: false });
    const locked = await remove(':stable');
    expect(locked.exitCode).toBe(4);
    expect(locked.stderr).toContain('The operation is disallowed on this registry, repository or image');
    expect(locked.stderr).toContain('az acr repository update');
    expect((await remove(':1.0')).json.deletedCount).toBe(1);
    expect([...(await looking.tags()).keys()]).toEqual(['stable']);
    const paths = sent().flatMap((one) => (one.method === 'DELETE' ? [one.path] : []));
    expect(paths.every((one) => one.startsWith(`/acr/v1/${path}/_tags/`))).toBe(true);
    const digest = (await looking.tags()).get('stable');
    expect(await remove(`@${digest}`, ':stable')).toMatchObject({ exitCode: 4 });
    expect(await looking.lacking('stable')).toEqual([]);
    acr.locks.clear();
  });

  test('without the permission to delete: which one is missing', async () => {
    const { push, remove, looking } = await given('abac.azurecr.io', ['pull', 'metadata_read']);
    const digest = await push('1.0', 9);
    for (const reference of [':1.0', `@${digest}`]) {
      const { exitCode, stderr } = await remove(...(reference === ':1.0' ? [':1.0'] : [reference, ':1.0']));
      expect(exitCode).toBe(4);
      expect(stderr).toContain('Container Registry Repository Contributor');
      expect(stderr).toContain('content/delete');
    }
    expect((await looking.tags()).size).toBe(1);
  });
});

describe('what reads', () => {
  test('tags, latest, backup and inspect: dates of the registry, digests, sizes', async () => {
    const { path, name, push, run, lists, ledger, cwd } = await given();
    const index = await push('2.0', 1, { platforms });
    const image = await push('1.0', 30);
    const sorted = await run('tags', { image: name, sort: 'pushed' });
    expect(sorted.json.tags).toEqual(['2.0', '1.0']);
    expect(sorted.stderr).not.toContain('does not report');

    internet.forget();
    const young = await run('latest', { image: `${name}:1.0`, 'min-age': '7d', strategy: 'major' });
    expect(young.json).toMatchObject({ tag: '1.0', pending: ['2.0'] });
    expect(lists()).toEqual(['GET ', 'GET /_tags/2.0']);

    const saved = await run('backup', { image: name, file: 'backup.json' });
    expect(saved.stderr).not.toContain('Error');
    const { repositories } = JSON.parse(await readFile(join(cwd, 'backup.json'), 'utf8'));
    const dates = new Map([...ledger.tagged(path)].map(([tag, { tags }]) => [tag, tags.get(tag)?.toISOString()]));
    expect(repositories[0].tags).toEqual([
      { name: '1.0', digest: image, mediaType: ociManifest, size: expect.any(Number), pushed: dates.get('1.0') },
      { name: '2.0', digest: index, mediaType: 'application/vnd.oci.image.index.v1+json', pushed: dates.get('2.0') },
    ]);
    expect((await run('inspect', { image: `${name}:1.0` })).json).toMatchObject({ digest: image, tags: ['1.0'] });
  });

  test('repositories; without the permission for the catalog: which role is missing', async () => {
    const { path, push, run } = await given('abac.azurecr.io');
    await push('1.0', 1);
    const listed = await run('repositories', { registry: 'abac.azurecr.io', namespace: 'team' });
    expect(listed.json.repositories).toContain(path);
    const other = await given('abac.azurecr.io', ['pull', 'metadata_read']);
    const refused = await other.run('repositories', { registry: 'abac.azurecr.io' });
    expect(refused.exitCode).toBe(7);
    expect(refused.stderr).toContain('Repository Catalog Lister');
  });

  test('without the permission to read metadata: images can be read, prune reports what is missing', async () => {
    const { acr, user, push, run, name, prune: pruned, looking } = await given();
    const digest = await push('1.0', 30);
    await push('2.0', 1);
    acr.permissions.set(user, new Set(['pull', 'delete']));
    expect((await run('inspect', { image: `${name}:1.0` })).json).toMatchObject({ digest });
    const refused = await pruned('--keep', '1');
    expect([2, 4]).toContain(refused.exitCode);
    expect(refused.stderr).toContain('metadata/read');
    expect((await looking.tags()).size).toBe(2);
  });
});

describe('credentials of the Docker config', () => {
  test('a refresh token of az acr login; an expired one: exit 2, and that they expire', async () => {
    const { acr, user, push, name, options } = await given();
    await push('2.0', 1);
    await push('1.0', 9);
    const host = acr.loginServer;
    const run = async (token: string) => {
      const auth = Buffer.from('00000000-0000-0000-0000-000000000000:').toString('base64');
      const docker = await folders.dockerConfig({ auths: { [host]: { auth, identitytoken: token } } });
      const env = { IMAGE_GATE_REGISTRY: host, ...docker };
      return prune([name, '--keep', '1'], { ...options, env });
    };
    const expired = await run(acr.tokens.refresh(user, -1));
    expect(expired.exitCode).toBe(2);
    expect(expired.stderr).toContain('az acr login');
    const pruned = await run(acr.tokens.refresh(user));
    expect(pruned.stderr).not.toContain('Error');
    expect(tagsOf(pruned, 'deleted')).toEqual(['1.0']);
  });
});
