import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type ImageSpec, type Misbehaviour, pusher } from '../../sandbox/index.js';
import { readJournal } from '../../src/retention/journal.js';
import { ociIndex } from '../support/manifests.js';
import { changes, deleteImages } from './support/delete.js';
import { authOf } from './support/files.js';
import { runCommandAction } from './support/listing.js';
import { createPlaces } from './support/places.js';
import { recordsAbout, requestsAbout } from './support/requests.js';
import { useFolders, useInternet } from './support/surroundings.js';
import { visible } from './support/visible.js';

const token = 'ghp_0123456789abcdefghijABCDEFGHIJ012345';
const secret = 'harbor-secret-0123456789';
const folders = useFolders();
const place = createPlaces(4);
let count = 0;

const internet = await useInternet();
internet.ghcr.users.set('ada', token).set('eve', 'ghp_of_somebody_else');
internet.harbor.users.set('robot$library+ci', secret).set('eve', secret);

const services = {
  'ghcr.io': {
    owner: 'acme',
    env: { IMAGE_GATE_REGISTRY: 'ghcr.io', IMAGE_GATE_USERNAME: 'ada', IMAGE_GATE_PASSWORD: token },
  },
  'harbor.example.com': {
    owner: 'library',
    env: {
      IMAGE_GATE_REGISTRY: 'harbor.example.com',
      IMAGE_GATE_USERNAME: 'robot$library+ci',
      IMAGE_GATE_PASSWORD: secret,
    },
  },
};

/** A repository of its own there, and a working directory. */
async function given(host: keyof typeof services) {
  count += 1;
  const { owner, env } = services[host];
  const unique = `native-${count}`;
  const path = `${owner}/${unique}/app`;
  const accounts = host === 'ghcr.io' ? internet.ghcr : internet.harbor;
  accounts.repository(path, { members: ['ada', 'robot$library+ci'] });
  const cwd = await folders.create();
  const { ledger } = accounts.registry;
  const name = `${host}/${path}`;
  return {
    path,
    name,
    cwd,
    push: (tag: string, spec: ImageSpec = {}) => accounts.image(path, tag, { content: `${path}:${tag}`, ...spec }),
    run: (references: readonly string[], ...more: readonly string[]) =>
      place(() =>
        deleteImages([...references.flatMap((one) => ['--image', `${name}${one}`]), '--timeout', '20s', ...more], {
          internet,
          cwd,
          env,
        }),
      ),
    /** The tags that are there. */
    tags: () => [...ledger.tagged(path).keys()].sort(),
    has: (digest: string) => ledger.manifests(path).has(digest),
    requests: () => requestsAbout(internet.requests, unique),
    /** What was sent that changes something, as `DELETE /… 204`. */
    changes: () => changes(recordsAbout(internet.requests, unique)),
    journals: async () => (await readdir(cwd)).filter((file) => file.endsWith('.jsonl')),
    versions: `/orgs/acme/packages/container/${encodeURIComponent(path.slice(owner.length + 1))}/versions`,
    id: (digest: string) => ledger.manifests(path).get(digest)?.id,
  };
}

test.concurrent('a tag that is listed and not served: Harbor takes its name away, GitHub knows whole versions only', async () => {
  for (const [host, code, left] of [
    ['harbor.example.com', 0, ['2.0']],
    ['ghcr.io', 7, ['1.0', '2.0']],
  ] as const) {
    const { push, run, tags, path, journals } = await given(host);
    for (const tag of ['1.0', '2.0']) await push(tag);
    internet.inject({ host, path: `/v2/${path}/manifests/1.0`, answer: { status: 404, body: '{}' } });
    const { exitCode, stderr } = await run([':1.0']);
    expect([host, exitCode, tags(), await journals()]).toEqual([host, code, left, []]);
    expect(stderr).toContain(`${path}:1.0`);
  }
});

describe('ghcr.io', () => {
  test.concurrent('a tag that is alone on its manifest: its version is deleted by GitHub’s API', async () => {
    const { push, run, tags, changes, requests, versions, id, name, journals, cwd } = await given('ghcr.io');
    const digest = await push('1.0');
    await push('2.0');
    const number = id(digest);
    const { exitCode, json, stderr } = await run([':1.0']);
    expect(stderr).not.toContain('Error');
    expect(exitCode).toBe(0);
    expect(json).toMatchObject({ deleted: [{ image: `${name}:1.0`, tag: '1.0', digest }], deletedCount: 1 });
    expect(tags()).toEqual(['2.0']);
    expect(changes()).toEqual([`DELETE ${versions}/${number} 204`]);
    expect(requests().filter((line) => line.includes('/versions?'))).toHaveLength(1);
    const [file = ''] = await journals();
    const journal = readJournal(await readFile(join(cwd, file), 'utf8'));
    expect(journal).toMatchObject({ complete: true, entries: [{ digest, tags: ['1.0'] }] });
  });

  test.concurrent.each([false, true])('a tag that shares its manifest: exit 7, dry run %s', async (dry) => {
    const { push, run, tags, changes, name, journals } = await given('ghcr.io');
    await push('1.0', { content: 'same' });
    await push('stable', { content: 'same' });
    const { exitCode, json, stderr } = await run([':1.0'], ...(dry ? ['--dry-run'] : []));
    expect(exitCode).toBe(7);
    expect(json.error).toContain(`${name}:stable is on the same one`);
    expect(json.error).toContain('a version is a manifest with all its tags');
    expect(stderr).toContain('name these tags too');
    expect(changes()).toEqual([]);
    expect(tags()).toEqual(['1.0', 'stable']);
    expect(await journals()).toEqual([]);
  });

  test.concurrent('all tags of a manifest, and a digest: one delete for each version, one list for all', async () => {
    const { push, run, tags, changes, requests, versions, id } = await given('ghcr.io');
    const same = await push('1.0', { content: 'same' });
    await push('stable', { content: 'same' });
    const other = await push('2.0');
    await push('3.0');
    const [first, second] = [id(same), id(other)];
    const { exitCode, json } = await run([':1.0', ':stable', `@${other}`, ':2.0']);
    expect(exitCode).toBe(0);
    expect(json.deletedCount).toBe(4);
    expect(tags()).toEqual(['3.0']);
    expect([...changes()].sort()).toEqual(
      [`DELETE ${versions}/${first} 204`, `DELETE ${versions}/${second} 204`].sort(),
    );
    expect(requests().filter((line) => line.includes('/versions?'))).toHaveLength(1);
  });

  test.concurrent('what an index that stays lists is refused: GitHub would delete it', async () => {
    const { push, run, changes, has, name } = await given('ghcr.io');
    const index = await push('multi', { platforms: ['linux/amd64', 'linux/arm64'] });
    const child = [...internet.ghcr.registry.ledger.manifests(name.slice('ghcr.io/'.length)).keys()][0] ?? '';
    expect(child).not.toBe(index);
    const { exitCode, json } = await run([`@${child}`]);
    expect(exitCode).toBe(7);
    expect(json.error).toContain(`a part of ${name}:multi`);
    expect(changes()).toEqual([]);
    expect(has(child)).toBe(true);
  });

  test.concurrent('a tag on what an index that stays lists is refused too', async () => {
    const { push, run, changes, path, name } = await given('ghcr.io');
    await push('multi', { platforms: ['linux/amd64', 'linux/arm64'] });
    const [child] = internet.ghcr.registry.ledger.manifests(path).values();
    await fetch(new URL(`/v2/${path}/manifests/amd64`, internet.ghcr.registry.url), {
      method: 'PUT',
      headers: { 'content-type': child?.mediaType ?? '' },
      body: new Uint8Array(child?.bytes ?? []),
    });
    const { exitCode, json } = await run([':amd64']);
    expect(exitCode).toBe(7);
    expect(json.error).toContain(`a part of ${name}:multi`);
    expect(changes()).toEqual([]);
  });

  test.concurrent('an index with its parts, all named: the index goes first', async () => {
    const { push, run, path, changes, id, versions } = await given('ghcr.io');
    const index = await push('multi', { platforms: ['linux/amd64', 'linux/arm64'] });
    const parts = [...internet.ghcr.registry.ledger.manifests(path).keys()].filter((digest) => digest !== index);
    await push('2.0');
    const [first, ...others] = [index, ...parts].map((digest) => `DELETE ${versions}/${id(digest)} 204`);
    const { exitCode, json } = await run([...parts.map((digest) => `@${digest}`), ':multi']);
    expect([exitCode, json.deletedCount]).toEqual([0, 3]);
    expect(changes()[0]).toBe(first);
    expect([...changes().slice(1)].sort()).toEqual(others.sort());
  });

  test.concurrent('a tag that was on another manifest and is put on this one meanwhile: it is left alone', async () => {
    const { push, run, path, changes, tags, versions } = await given('ghcr.io');
    const { url, ledger } = internet.ghcr.registry;
    const doomed = ledger.manifests(path).get(await push('1.0'));
    await push('stable');
    await push('2.0');
    let moved: Promise<unknown> = Promise.reject(new Error('the list was not asked for'));
    moved.catch(() => undefined);
    // After the repository was looked at, and before the delete.
    internet.inject({
      host: 'api.github.com',
      path: new RegExp(`^${versions}[?]`),
      times: 1,
      answer: () => {
        moved = fetch(new URL(`/v2/${path}/manifests/stable`, url), {
          method: 'PUT',
          headers: { 'content-type': doomed?.mediaType ?? '' },
          body: new Uint8Array(doomed?.bytes ?? []),
        });
        return { status: 503, headers: { 'retry-after': '1' } };
      },
    });
    const { exitCode, json, stderr } = await run([':1.0']);
    await moved;
    expect(exitCode).toBe(1);
    expect(json).toMatchObject({ deletedCount: 0, moved: [], needed: [expect.stringContaining(':1.0')] });
    expect(stderr).toContain('stable needs it now');
    expect([changes(), tags()]).toEqual([[], ['1.0', '2.0', 'stable']]);
  });

  test.concurrent('a signature: its entry in the index at the fallback tag goes too', async () => {
    const { push, run, path, changes } = await given('ghcr.io');
    const { registry } = internet.ghcr;
    const digest = await push('1.0');
    const { mediaType, bytes } = registry.ledger.manifests(path).get(digest) ?? {
      mediaType: '',
      bytes: Buffer.from(''),
    };
    const subject = { mediaType, digest, size: bytes.length };
    const signature = await push('temporary', { subject, content: 'signature', artifactType: 'application/x.sig' });
    const entry = { mediaType, digest: signature, size: registry.ledger.manifests(path).get(signature)?.bytes.length };
    const tag = digest.replace(':', '-');
    const content = { schemaVersion: 2, mediaType: ociIndex, manifests: [entry] };
    await pusher(registry, path).manifest(content, tag);
    expect((await run([':temporary'])).exitCode).toBe(0);
    expect(changes().filter((line) => line.startsWith('PUT'))).toEqual([
      `PUT /v2/${path}/manifests/${tag} 401`,
      `PUT /v2/${path}/manifests/${tag} 201`,
    ]);
    expect(JSON.parse(String(registry.ledger.tagged(path).get(tag)?.bytes))).toEqual({ ...content, manifests: [] });
  });

  test.concurrent('missing: exit 3, and a second run with missing-ok is fine', async () => {
    const { push, run, changes, requests } = await given('ghcr.io');
    await push('1.0');
    await push('2.0');
    expect((await run([':1.0'])).exitCode).toBe(0);
    expect((await run([':1.0'])).exitCode).toBe(3);
    const before = requests().length;
    const again = await run([':1.0'], '--missing-ok');
    expect(again).toMatchObject({ exitCode: 0, json: { deletedCount: 0 } });
    expect(changes()).toHaveLength(1);
    expect(
      requests()
        .slice(before)
        .some((line) => line.includes('api.github.com')),
    ).toBe(false);
  });

  test.concurrent('more than a page of versions: the second is needed, and may be slow to come', async () => {
    const { push, run, tags, requests, changes, path } = await given('ghcr.io');
    const { url, ledger } = internet.ghcr.registry;
    const old = ledger.manifests(path).get(await push('old'));
    const content = JSON.parse(String(old?.bytes));
    for (let number = 0; number < 100; number += 1) {
      await fetch(new URL(`/v2/${path}/manifests/t${number}`, url), {
        method: 'PUT',
        headers: { 'content-type': old?.mediaType ?? '' },
        body: JSON.stringify({ ...content, annotations: { number: String(number) } }),
      });
    }
    const [, name = ''] = path.split('/');
    const second = { host: 'api.github.com', method: 'GET', path: new RegExp(`${name}%2Fapp/versions.*[?&]page=2`) };
    const mend = internet.inject({ ...second, answer: { cut: { body: '[{"id":1}]', after: 3 } } });
    expect((await run([':old', ':t99'])).exitCode).toBe(6);
    expect([changes(), tags().length]).toEqual([[], 101]);
    mend();
    internet.inject({ ...second, times: 1, answer: { status: 429, headers: { 'retry-after': '1' } } });
    const before = requests().length;
    expect((await run([':old', ':t99'])).exitCode).toBe(0);
    expect(tags()).toHaveLength(99);
    const pages = requests()
      .slice(before)
      .filter((line) => line.includes('/versions?'));
    expect(pages.map((line) => line.slice(-3))).toEqual(['200', '429', '200']);
  });

  test.concurrent('a user’s package is not the organization’s of the same name', async () => {
    const { push, tags, path, changes, cwd } = await given('ghcr.io');
    const own = `ada${path.slice(path.indexOf('/'))}`;
    internet.packages.users.add('ada');
    internet.ghcr.repository(own, { members: ['ada'] });
    for (const tag of ['1.0', '2.0']) await internet.ghcr.image(own, tag);
    await push('1.0');
    const { env } = services['ghcr.io'];
    expect((await deleteImages([`ghcr.io/${own}:1.0`], { internet, cwd, env })).exitCode).toBe(0);
    expect([...internet.ghcr.registry.ledger.tagged(own).keys()]).toEqual(['2.0']);
    expect(tags()).toEqual(['1.0']);
    expect(changes()).toEqual([expect.stringMatching(/^DELETE \/users\/ada\/packages\/container\/.* 204$/)]);
  });

  test.concurrent('without a token nobody is asked', async () => {
    const { push, cwd, requests, name } = await given('ghcr.io');
    await push('1.0');
    const { exitCode, json, stderr } = await deleteImages([`${name}:1.0`], { internet, cwd });
    expect(exitCode).toBe(2);
    expect(json.error).toContain('no credentials were given');
    expect(stderr).toContain('delete:packages');
    expect(requests()).toEqual([]);
  });

  test.concurrent('without the right to it: exit 4, nothing deleted, no journal', async () => {
    const { push, run, tags, path, journals } = await given('ghcr.io');
    await push('1.0');
    await push('2.0');
    internet.packages.admins.set(path, new Set(['bob']));
    const { exitCode, json, stderr } = await run([':1.0']);
    expect(exitCode).toBe(4);
    expect(json.error).toContain('“Must have admin rights to the package.”');
    expect(stderr).toContain('Manage Actions access');
    expect(tags()).toEqual(['1.0', '2.0']);
    expect(await journals()).toEqual([]);
  });

  test.concurrent('after 5,000 downloads, and the last tagged version: exit 7 in GitHub’s words', async () => {
    const { push, run, tags, journals } = await given('ghcr.io');
    const digest = await push('1.0');
    const last = await run([':1.0']);
    expect(last.exitCode).toBe(7);
    expect(last.json.error).toContain('You cannot delete the last tagged version');
    await push('2.0');
    internet.packages.popular.add(digest);
    const popular = await run([':1.0']);
    expect(popular.exitCode).toBe(7);
    expect(popular.json.error).toContain('more than 5000 downloads');
    expect(popular.stderr).toContain('delete the package');
    expect(tags()).toEqual(['1.0', '2.0']);
    expect(await journals()).toEqual([]);
  });

  test.concurrent('a refusal after the first delete says what was deleted', async () => {
    const { push, run } = await given('ghcr.io');
    await push('1.0');
    await push('3.0');
    internet.packages.popular.add(await push('2.0'));
    const { exitCode, json } = await run([':1.0', ':2.0']);
    expect(exitCode).toBe(7);
    expect(json).toMatchObject({ status: 'error', deletedCount: 1, deleted: [{ tag: '1.0' }] });
  });

  const limits: readonly (readonly [string, Misbehaviour])[] = [
    ['429', { status: 429, headers: { 'retry-after': '1' } }],
    ['a secondary limit', { status: 403, headers: { 'retry-after': '1' }, body: '{"message":"secondary rate limit"}' }],
  ];
  test.concurrent.each(limits)('%s slows the list and the delete, and they succeed', async (_name, answer) => {
    const { push, run, tags, versions, changes } = await given('ghcr.io');
    await push('1.0');
    await push('2.0');
    for (const method of ['GET', 'DELETE']) {
      const path = new RegExp(`^${versions}[/?]`);
      internet.inject({ host: 'api.github.com', method, path, times: 1, answer });
    }
    expect(await run([':1.0'])).toMatchObject({ exitCode: 0, json: { deletedCount: 1 } });
    expect(tags()).toEqual(['2.0']);
    expect(changes()).toHaveLength(2);
  });

  const list = '[{"id":1}]';
  const faults: readonly (readonly [string, Misbehaviour, number])[] = [
    ['a body that is cut', { cut: { headers: { 'content-type': 'application/json' }, body: list, after: 3 } }, 6],
    ['something else', { status: 200, body: list }, 5],
    ['a page', { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>' }, 5],
    ['403', { status: 403, body: '{"message":"Resource not accessible by personal access token"}' }, 4],
    ['401', { status: 401, body: '{"message":"Bad credentials"}' }, 2],
    ['a limit that is too long', { status: 429, headers: { 'retry-after': '3600' } }, 5],
    ['a limit in words alone', { status: 403, body: '{"message":"You have exceeded a secondary rate limit."}' }, 5],
  ];
  test.concurrent.each(faults)('a list that is answered with %s: nothing is deleted', async (_name, answer, code) => {
    const { push, run, tags, versions, journals, changes } = await given('ghcr.io');
    await push('1.0');
    await push('2.0');
    internet.inject({ host: 'api.github.com', method: 'GET', path: versions, answer });
    const { exitCode, stderr } = await run([':1.0']);
    expect(exitCode).toBe(code);
    expect(changes()).toEqual([]);
    expect(tags()).toEqual(['1.0', '2.0']);
    expect(await journals()).toEqual([]);
    expect(stderr).not.toContain('may have been deleted');
  });

  test.concurrent('an answer that is lost: the repeated delete finds it gone, and that is success', async () => {
    const { push, run, tags, versions } = await given('ghcr.io');
    await push('1.0');
    await push('2.0');
    const path = new RegExp(`^${versions}/`);
    internet.inject({ host: 'api.github.com', method: 'DELETE', path, times: 1, answer: { lose: true } });
    expect(await run([':1.0'])).toMatchObject({ exitCode: 0, json: { deletedCount: 1 } });
    expect(tags()).toEqual(['2.0']);
  });

  test.concurrent('as an action, with what docker/login-action left in the Docker config', async () => {
    const { push, name, tags } = await given('ghcr.io');
    await push('1.0');
    await push('2.0');
    const env = await folders.dockerConfig({ auths: { 'ghcr.io': { auth: authOf('ada', token) } } });
    const step = await runCommandAction('delete', { image: `${name}:1.0` }, { internet, env });
    expect(step.exitCode).toBe(0);
    expect(step.outputs).toMatchObject({ 'deleted-count': '1', journal: expect.stringMatching(/jsonl$/) });
    expect(step.masks).toContain(token);
    expect(visible(step)).not.toContain(token);
    expect(tags()).toEqual(['2.0']);
  });

  test.concurrent('the token is shown nowhere, also with --verbose', async () => {
    const { push, run } = await given('ghcr.io');
    await push('1.0');
    await push('2.0');
    const { stdout, stderr } = await run([':1.0'], '--verbose');
    expect(stderr).toContain('api.github.com');
    expect(`${stdout}${stderr}`).not.toContain(token);
  });
});

describe('harbor.example.com', () => {
  const api = (path: string) => {
    const [project, ...rest] = path.split('/');
    const name = encodeURIComponent(encodeURIComponent(rest.join('/')));
    return `/api/v2.0/projects/${project}/repositories/${name}/artifacts`;
  };

  test.concurrent('one tag of two goes by the API, the other stays; the registry is not asked to delete', async () => {
    const { push, run, tags, path, has, changes } = await given('harbor.example.com');
    const digest = await push('1.0', { content: 'same' });
    await push('stable', { content: 'same' });
    const { exitCode, json, stderr } = await run([':1.0']);
    expect(stderr).not.toContain('Error');
    expect(exitCode).toBe(0);
    expect(json).toMatchObject({ deleted: [{ tag: '1.0', digest }] });
    expect(tags()).toEqual(['stable']);
    expect(has(digest)).toBe(true);
    expect(changes()).toEqual([`DELETE ${api(path)}/${digest}/tags/1.0 200`]);
  });

  test.concurrent('a dry run plans the same, and warns of nothing', async () => {
    const { push, run, tags, changes } = await given('harbor.example.com');
    await push('1.0', { content: 'same' });
    await push('stable', { content: 'same' });
    const { exitCode, json, stderr } = await run([':1.0'], '--dry-run');
    expect(exitCode).toBe(0);
    expect(json.deletedCount).toBe(1);
    expect(stderr).not.toContain('same manifest');
    expect([tags(), changes()]).toEqual([['1.0', 'stable'], []]);
  });

  test.concurrent('a digest goes by the registry', async () => {
    const { push, run, changes, path, has } = await given('harbor.example.com');
    const digest = await push('1.0');
    await push('2.0');
    expect((await run([`@${digest}`, ':1.0'])).exitCode).toBe(0);
    expect(changes()).toContain(`DELETE /v2/${path}/manifests/${digest} 202`);
    expect(has(digest)).toBe(false);
  });

  test.concurrent('the child of an index is refused before anything is sent', async () => {
    const { push, run, changes, path, name } = await given('harbor.example.com');
    await push('multi', { platforms: ['linux/amd64', 'linux/arm64'] });
    const [child = ''] = internet.harbor.registry.ledger.manifests(path).keys();
    const { exitCode, json } = await run([`@${child}`]);
    expect(exitCode).toBe(7);
    expect(json.error).toContain(`a part of ${name}:multi`);
    expect(changes()).toEqual([]);
  });

  test.concurrent('an immutable tag: exit 4 in Harbor’s words', async () => {
    const { push, run, tags, path, journals } = await given('harbor.example.com');
    await push('v1');
    await push('2.0');
    internet.harbor.immutable.set(path, ['v.*']);
    const { exitCode, json, stderr } = await run([':v1']);
    expect(exitCode).toBe(4);
    expect(json.error).toContain('configured as immutable');
    expect(stderr).toContain('change the rule');
    expect(tags()).toEqual(['2.0', 'v1']);
    expect(await journals()).toEqual([]);
  });

  test.concurrent('without the right to it: exit 4', async () => {
    const { push, tags, name, cwd } = await given('harbor.example.com');
    await push('1.0');
    const env = { ...services['harbor.example.com'].env, IMAGE_GATE_USERNAME: 'eve' };
    const { exitCode, stderr } = await deleteImages([`${name}:1.0`], { internet, cwd, env });
    expect(exitCode).toBe(4);
    expect(stderr).toContain('robot account');
    expect(tags()).toEqual(['1.0']);
  });

  const faults: readonly (readonly [string, Misbehaviour, number])[] = [
    ['401', { status: 401 }, 2],
    ['403', { status: 403 }, 4],
    ['a limit that is too long', { status: 429, headers: { 'retry-after': '3600' } }, 5],
    ['500', { status: 500 }, 5],
    ['a reset', 'reset', 6],
  ];
  test.concurrent.each(faults)('the delete is answered with %s: the tag stays', async (_name, answer, code) => {
    const { push, run, tags, path } = await given('harbor.example.com');
    const digest = await push('1.0');
    internet.inject({ host: 'harbor.example.com', path: `${api(path)}/${digest}/tags/1.0`, answer });
    const { exitCode, stderr } = await run([':1.0']);
    expect(exitCode).toBe(code);
    expect(stderr.includes('may have been deleted')).toBe(code > 4);
    expect(tags()).toEqual(['1.0']);
  });

  test.concurrent('an answer that is lost: the repeated delete finds it gone, and that is success', async () => {
    const { push, run, tags, path } = await given('harbor.example.com');
    const digest = await push('1.0');
    const at = `${api(path)}/${digest}/tags/1.0`;
    internet.inject({ host: 'harbor.example.com', path: at, times: 1, answer: { lose: true } });
    expect(await run([':1.0'])).toMatchObject({ exitCode: 0, json: { deletedCount: 1 } });
    expect(tags()).toEqual([]);
  });
});
