import { describe, expect, test } from '@jest/globals';
import { type GarRole, type ImageSpec, type Misbehaviour, pusher, type WholeAnswer } from '../../sandbox/index.js';
import { ociManifest, shaA } from '../support/manifests.js';
import { deleteImages } from './support/delete.js';
import { runJson } from './support/listing.js';
import { prune, reasonsOf, restore, tagsOf } from './support/prune.js';
import { lookingAt } from './support/pulling.js';
import { requestsAbout } from './support/requests.js';
import { useFolders, useInternet } from './support/surroundings.js';

const HOST = 'europe-west1-docker.pkg.dev';
const accessToken = 'ya29.ada-0123456789';
const day = 86_400_000;
const today = Date.now();
const folders = useFolders();
const internet = await useInternet();
const { gar } = internet;
gar.users.set('ada', accessToken);
let count = 0;

/** An image of its own in a repository of its own, and a working directory. */
async function given(host = HOST) {
  count += 1;
  const project = `acme/repo-${count}`;
  const path = `${project}/app`;
  gar.repository(path, { private: true, members: ['ada'] });
  const cwd = await folders.create();
  const credentials = { registry: host, username: 'oauth2accesstoken', password: accessToken };
  const env = Object.fromEntries(
    Object.entries(credentials).map(([name, value]) => [`IMAGE_GATE_${name.toUpperCase()}`, value]),
  );
  const { ledger } = gar.registry;
  return {
    path,
    project,
    cwd,
    env,
    name: `${host}/${path}`,
    push: (tag: string, days: number, spec: ImageSpec = {}) =>
      gar.image(path, tag, {
        content: `${path}:${tag}`,
        created: new Date(today - days * day).toISOString(),
        ...spec,
      }),
    looking: lookingAt(gar.registry.url, path),
    digests: () => [...ledger.manifests(path).keys()],
    run: (command: string, inputs: Readonly<Record<string, string>>) =>
      runJson(command, { ...credentials, image: `${host}/${path}`, ...inputs }, { internet, cwd }),
    delete: (...args: string[]) => deleteImages(args, { internet, cwd, env }),
    prune: (...args: string[]) => prune([path, ...args], { internet, cwd, env, timeoutMs: 120_000 }),
    restore: (...args: string[]) => restore(args, { internet, cwd, env }),
    /** The requests about this image, without those to the token service. */
    sent: () =>
      requestsAbout(internet.requests, path).flatMap((line) =>
        line.includes('/v2/token') ? [] : [line.replace(host, '').replace(`/v2/${path}`, '')],
      ),
  };
}

/** A referrer of this manifest, without a tag. */
async function attach(path: string, digest: string): Promise<string> {
  const push = pusher(gar.registry, path);
  const mediaType = gar.registry.ledger.manifests(path).get(digest)?.mediaType ?? '';
  const config = await push.blob('application/vnd.oci.empty.v1+json', Buffer.from('{}'));
  const subject = { mediaType, digest, size: 1 };
  const layers = [await push.blob('application/octet-stream', Buffer.from(`signature of ${digest}`))];
  return (await push.manifest({ schemaVersion: 2, mediaType: ociManifest, config, layers, subject })).digest;
}

describe.each([HOST, 'us-docker.pkg.dev', 'gcr.io'])('the list of %s', (host) => {
  test('sorts by the push date, in one request; details add the platforms', async () => {
    const { run, push, sent } = await given(host);
    await push('a', 3);
    await push('b', 1, { platforms: ['linux/amd64', 'linux/arm64'] });
    await push('c', 2);
    internet.forget();
    const sorted = await run('tags', { sort: 'pushed' });
    expect(sorted.json.tags).toEqual(['b', 'c', 'a']);
    expect(sent()).toEqual(['GET /tags/list 200']);
    const { json } = await run('tags', { sort: 'pushed', details: 'true', limit: '1' });
    expect(json.tags).toMatchObject([
      {
        name: 'b',
        platforms: ['linux/amd64', 'linux/arm64'],
        pushed: expect.stringMatching(/^20/),
        size: expect.anything(),
      },
    ]);
  });
});

describe('lists', () => {
  test('latest by age asks for the list once, and means the push', async () => {
    const { run, push, name, sent } = await given();
    await push('1.0.0', 90);
    await push('1.1.0', 10);
    await push('1.2.0', 1);
    internet.forget();
    const { json, exitCode } = await run('latest', { image: `${name}:1.0.0`, 'min-age': '7d', strategy: 'minor' });
    expect(exitCode).toBe(0);
    expect(json).toMatchObject({ tag: '1.1.0' });
    expect(sent().filter((line) => /tags\/list /.test(line))).toEqual(['GET /tags/list 200']);
  });

  test('backup has digests, sizes and push dates from one request', async () => {
    const { run, push, sent, path } = await given();
    const digest = await push('1.0', 1);
    internet.forget();
    const { json, exitCode } = await run('backup', { output: 'backup.json' });
    expect(exitCode).toBe(0);
    expect(JSON.stringify(json)).toContain(path);
    expect(sent()).toEqual(['GET /tags/list 200']);
    expect(digest).toMatch(/^sha256/);
  });

  test('inspect reads one image', async () => {
    const { run, push, name } = await given();
    const digest = await push('1.0', 1);
    expect((await run('inspect', { image: `${name}:1.0` })).json).toMatchObject({ digest });
  });
});

const platforms = ['linux/amd64', 'linux/arm64'];

describe('prune', () => {
  test('2,000 tags are planned with one request', async () => {
    const { path, prune: run, sent } = await given();
    gar.images(path, 2000);
    internet.forget();
    const { json, exitCode } = await run('--keep', '100', '--dry-run');
    expect([exitCode, json.deletedCount, json.keptCount]).toEqual([0, 1900, 100]);
    expect(sent()).toEqual(['GET /tags/list 200']);
  });

  test('deletes tags, then their manifests, parents first, and keeps what others need; restore brings all back', async () => {
    const { push, prune: run, restore: back, looking, digests, path } = await given();
    const old = await push('1.0', 2, { platforms, content: 'same', indexAnnotations: { old: 'yes' } });
    await push('1', 2, { platforms, content: 'same', indexAnnotations: { old: 'yes' } });
    // Another index of the same images, pushed later.
    const kept = await push('2.0', 2, { platforms, content: 'same' });
    Object.assign(gar.registry.ledger.manifests(path).get(kept) ?? {}, { created: new Date(today - day) });
    const lone = await push('0.9', 20, { platforms, content: 'own' });
    const signature = await attach(path, lone);
    const stray = await push('moving', 30, { content: 'stray' });
    await push('moving', 1, { content: 'moved' });
    const before = { tags: await looking.tags(), digests: digests() };
    const pruned = await run('--keep', '2', '--journal', 'journal');
    expect(pruned.stderr).not.toContain('Error');
    expect(pruned).toMatchObject({ exitCode: 0, json: { failed: [], blocked: [] } });
    expect(tagsOf(pruned, 'deleted')).toEqual(['0.9', '1', '1.0']);
    expect([...(await looking.tags())].map(([tag]) => tag)).toEqual(['2.0', 'moving']);
    expect(await looking.lacking('2.0')).toEqual([]);
    // The shared images and the stray exist still; the indexes, the images of one of them, and its signature do not.
    const gone = before.digests.filter((digest) => !digests().includes(digest));
    expect(gone).toEqual(expect.arrayContaining([old, lone, signature]));
    expect([gone.length, digests()]).toEqual([5, expect.arrayContaining([kept, stray])]);

    const restored = await back('journal');
    expect(restored).toMatchObject({ exitCode: 0, json: { lost: [] } });
    expect(await looking.tags()).toEqual(before.tags);
    expect(digests().sort()).toEqual(before.digests.sort());
  });

  test('every delete of a manifest is accepted: signatures and indexes go before what they need', async () => {
    const { push, prune: run, path, sent, digests } = await given();
    const index = await push('1.0', 9, { platforms, nested: true, attestation: true });
    const [child = ''] = digests();
    const signature = await attach(path, index);
    await attach(path, signature);
    await attach(path, child);
    const kept = await push('2.0', 1);
    const ofKept = await attach(path, kept);
    internet.forget();
    expect((await run('--keep', '1')).exitCode).toBe(0);
    const deletes = sent().filter((line) => line.startsWith('DELETE'));
    expect(deletes.filter((line) => !line.endsWith(' 202'))).toEqual([]);
    expect(deletes.length).toBeGreaterThan(8);
    expect(digests()).toEqual([kept, ofKept]);
  });

  test('a referrer with a tag, which the list does not show to be one, stays with what it refers to', async () => {
    const { push, prune: run, path, looking } = await given();
    const kept = await push('2.0', 1);
    const gone = await push('1.0', 5);
    const mediaType = ociManifest;
    await push('sbom-2.0', 9, { subject: { mediaType, digest: kept, size: 1 } });
    await push('sbom-1.0', 9, { subject: { mediaType, digest: gone, size: 1 } });
    const pruned = await run('--keep', '1');
    expect(pruned.exitCode).toBe(0);
    expect([...(await looking.tags()).keys()]).toEqual(['2.0', 'sbom-2.0']);
    expect(reasonsOf(pruned, 'kept')['sbom-2.0']).toBe('it refers to a kept image');
    expect(gar.registry.ledger.manifests(path).size).toBe(2);
  });

  test('what somebody refers to meanwhile is refused, stays without a tag, and is no error', async () => {
    const { push, prune: run, path, digests } = await given();
    await push('2.0', 1);
    const old = await push('1.0', 9);
    const hold = async () => void (await attach(path, old));
    internet.inject({ path: `/v2/${path}/manifests/1.0`, method: 'DELETE', times: 1, answer: { hold } });
    const { json, exitCode } = await run('--keep', '1');
    expect([exitCode, json.deletedCount]).toEqual([0, 1]);
    expect(digests()).toContain(old);
  });

  test('a tag that comes meanwhile keeps the manifest', async () => {
    const { push, prune: run, path, digests, looking } = await given();
    await push('2.0', 1);
    const old = await push('1.0', 9, { content: 'old' });
    const hold = async () => void (await push('again', 9, { content: 'old' }));
    internet.inject({ path: `/v2/${path}/manifests/1.0`, method: 'DELETE', times: 1, answer: { hold } });
    expect((await run('--keep', '1')).exitCode).toBe(0);
    expect(digests()).toContain(old);
    expect(await looking.digestAt('again')).toBe(old);
  });

  test('immutable tags are refused in the words of the registry, and nothing goes', async () => {
    const { push, prune: run, project, digests } = await given();
    for (const [days, tag] of ['2.0', '1.0'].entries()) await push(tag, days);
    gar.immutable.add(project);
    const pruned = await run('--keep', '1');
    expect([pruned.exitCode, digests().length]).toEqual([7, 2]);
    expect(reasonsOf(pruned, 'failed')['1.0']).toContain('The repository has enabled tag immutability');
  });

  test('a list that is half, or not understood, is no list', async () => {
    const broken: readonly [string, (body: Body) => Body][] = [
      [
        'no manifest in it has its tag 1.0',
        ({ manifest, ...rest }) => ({ ...rest, manifest: without(manifest, '1.0') }),
      ],
      ['cannot be read', ({ manifest, ...rest }) => ({ ...rest, manifest: { ...manifest, 'sha256:1': { tag: [] } } })],
      ['cannot be read', ({ manifest, ...rest }) => ({ ...rest, manifest: { ...manifest, [shaA]: { tag: 'x' } } })],
      ['cannot be read', (body) => ({ ...body, tags: [1] })],
      ['cannot be read', () => ({})],
    ];
    for (const [words, change] of broken) {
      const { push, prune: run, path, digests } = await given();
      for (const [days, tag] of ['2.0', '1.0'].entries()) await push(tag, days);
      internet.inject({ path: `/v2/${path}/tags/list`, answer: { alter: changed(change) } });
      const { exitCode, stderr } = await run('--keep', '1');
      expect([exitCode, digests().length]).toEqual([5, 2]);
      expect(stderr).toContain(words);
    }
  });

  test('a next page is followed; a Link that is not understood is no end', async () => {
    const { push, prune: run, path, sent } = await given();
    for (const [days, tag] of ['3.0', '2.0', '1.0'].entries()) await push(tag, days);
    const paged = { host: HOST, path: `/v2/${path}/tags/list` };
    const first = (link: string) => ({
      alter: (answer: WholeAnswer) => ({ ...answer, headers: { ...answer.headers, link } }),
    });
    internet.inject({ ...paged, times: 1, answer: first(`</v2/${path}/tags/list?n=2&last=2.0>; rel="next"`) });
    internet.forget();
    expect((await run('--keep', '1', '--dry-run')).json.deletedCount).toBe(2);
    expect(sent()).toEqual(['GET /tags/list 200', 'GET /tags/list?n=2&last=2.0 200']);
    internet.inject({ ...paged, times: 1, answer: first('<>; rel=') });
    expect((await run('--keep', '1')).exitCode).toBe(5);
  });

  test.each<[string, Misbehaviour, number]>([
    ['a 404 is its answer', { status: 404, body: '{"errors":[{"code":"NAME_UNKNOWN","message":"no such image"}]}' }, 3],
    ['a 404 where a redirect led is none', { status: 302, headers: { location: 'https://registry.example.com/x' } }, 5],
  ])('%s, and no other way is tried', async (_, answer, code) => {
    const { push, prune: run, path, looking, sent } = await given();
    for (const [days, tag] of ['2.0', '1.0'].entries()) await push(tag, days);
    internet.inject({ path: `/v2/${path}/tags/list`, times: 1, answer });
    internet.forget();
    expect((await run('--keep', '1')).exitCode).toBe(code);
    expect((await looking.tags()).size).toBe(2);
    expect(sent()).toHaveLength(1);
  });

  test('a list of names alone is read manifest by manifest', async () => {
    const { push, prune: run, path } = await given();
    for (const [days, tag] of ['2.0', '1.0'].entries()) await push(tag, days);
    const names = changed(({ name, tags }) => ({ name, tags }));
    internet.inject({ path: new RegExp(`^/v2/${path}/tags/list`), answer: { alter: names } });
    const { json, exitCode } = await run('--keep', '1');
    expect([exitCode, json.deletedCount]).toEqual([0, 1]);
  });
});

type Body = Record<string, unknown> & { manifest?: Record<string, { tag: unknown }> | undefined };

function changed(change: (body: Body) => Body) {
  return (answer: WholeAnswer) => ({
    ...answer,
    headers: {},
    body: JSON.stringify(change(JSON.parse(answer.body.toString('utf8')))),
  });
}

function without(manifests: Body['manifest'], tag: string): Body['manifest'] {
  return Object.fromEntries(Object.entries(manifests ?? {}).filter(([, one]) => !String(one.tag).includes(tag)));
}

describe('delete', () => {
  test('one tag of several: the tag alone, and the manifest stays', async () => {
    const { push, delete: run, looking, name, sent } = await given();
    const digest = await push('1.0', 1, { content: 'same' });
    await push('stable', 1, { content: 'same' });
    internet.forget();
    expect((await run(`${name}:1.0`)).exitCode).toBe(0);
    expect([...(await looking.tags())]).toEqual([['stable', digest]]);
    expect(sent().filter((line) => line.startsWith('DELETE'))).toEqual(['DELETE /manifests/1.0 202']);
  });

  test('a digest with a tag is refused before anything is deleted; with its tags it goes', async () => {
    const { push, delete: run, digests, name, sent } = await given();
    const digest = await push('1.0', 1);
    const refused = await run(`${name}@${digest}`);
    expect(refused.exitCode).toBe(7);
    expect(refused.json.error).toContain('only if no tag and no index refers to it');
    expect(sent().filter((line) => line.startsWith('DELETE'))).toEqual([]);
    expect((await run(`${name}:1.0`, `${name}@${digest}`)).exitCode).toBe(0);
    expect(digests()).toEqual([]);
  });

  test('a digest without a tag goes; one that an untagged index lists is refused in the registry’s words', async () => {
    const { push, delete: run, digests, name } = await given();
    const index = await push('1.0', 1, { platforms });
    await run(`${name}:1.0`);
    const [child] = digests();
    const refused = await run(`${name}@${child}`);
    expect([refused.exitCode, digests().length]).toEqual([7, 3]);
    expect(refused.json.error).toContain(`is referenced by image ${index}`);
    expect((await run(`${name}@${index}`)).exitCode).toBe(0);
    expect((await run(`${name}@${child}`)).exitCode).toBe(0);
  });

  test('an immutable tag is refused in the registry’s words', async () => {
    const { push, delete: run, project, name, sent } = await given();
    await push('1.0', 1);
    gar.immutable.add(project);
    const { exitCode, json } = await run(`${name}:1.0`);
    expect(exitCode).toBe(7);
    expect(json.error).toContain('The repository has enabled tag immutability');
    expect(sent().filter((line) => line.startsWith('DELETE'))).toEqual(['DELETE /manifests/1.0 400']);
  });
});

describe('refusals', () => {
  test('an access token that has expired is said to have', async () => {
    const { run, push } = await given();
    await push('1.0', 1);
    const { exitCode, stderr } = await run('tags', { password: gar.accessTokens.issue([], 'ada', 0) });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('an access token, which lasts an hour');
  });

  test.each<[string, GarRole | undefined, number]>([
    ['a reader', 'reader', 4],
    ['a writer', 'writer', 4],
    ['an administrator', 'repoAdmin', 0],
  ])('%s', async (_, role, code) => {
    const { push, project, path, env, cwd } = await given();
    const principal = `${role}-${project}`;
    gar.users.set(principal, `ya29.${principal}`);
    gar.roles.set(principal, role ?? 'reader');
    gar.repositories.get(path)?.members.add(principal);
    for (const [days, tag] of ['2.0', '1.0'].entries()) await push(tag, days);
    const own = { ...env, IMAGE_GATE_PASSWORD: `ya29.${principal}` };
    const { exitCode, stderr } = await prune([path, '--keep', '1'], { internet, cwd, env: own });
    expect(exitCode).toBe(code);
    if (code !== 0) expect(stderr).toContain('roles/artifactregistry.repoAdmin to delete');
  });

  test('throttling is waited for', async () => {
    const { push, prune: run, path } = await given();
    for (const [days, tag] of ['2.0', '1.0'].entries()) await push(tag, days);
    const answer = { status: 429, body: '{"errors":[{"code":"TOOMANYREQUESTS","message":"Quota exceeded"}]}' };
    internet.inject({ path: `/v2/${path}/tags/list`, times: 1, answer });
    expect((await run('--keep', '1')).json.deletedCount).toBe(1);
  });

  test('a catalog that is denied: name the images, or ask for a role in the project', async () => {
    const { run, push, path } = await given();
    await push('1.0', 1);
    const denied = await run('repositories', {});
    expect([denied.exitCode, denied.stderr]).toEqual([
      4,
      expect.stringContaining('requires a role in the whole project'),
    ]);
    gar.catalogReaders.add('ada');
    expect((await run('repositories', {})).json.repositories).toContain(path);
    gar.catalogReaders.delete('ada');
  });
});
