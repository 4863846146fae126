import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { pushImage, type RunningRegistry, runAction } from '../../sandbox/index.js';
import { type CommandRun, runJson } from './support/command.js';
import { registryKinds, useFolders, useInternet, useRegistry } from './support/surroundings.js';

const secret = 'dckr_pat_of-ada-0123456789';
const ada = { username: 'ada', password: secret };
const usual = 'image-gate-backup.json';
const folders = useFolders();
const registries = new Map<string, RunningRegistry>();

const internet = await useInternet();
internet.hub.users.set('ada', secret);
for (const kind of registryKinds)
  registries.set(kind, await useRegistry({ kind, auth: 'htpasswd', users: { ada: secret } }));

async function backup(inputs: Record<string, string>, cwd: string): Promise<CommandRun> {
  const run = await runJson('backup', { ...ada, ...inputs }, { internet, cwd });
  expect(run.stdout + run.stderr).not.toContain(secret);
  return run;
}

async function documentIn(folder: string, name = usual): Promise<Record<string, unknown>> {
  const text = await readFile(join(folder, name), 'utf8');
  expect(text).not.toContain(secret);
  return JSON.parse(text);
}

function registryOf(kind: string): RunningRegistry {
  const registry = registries.get(kind);
  if (registry === undefined) throw new Error(`there is no ${kind} registry`);
  return registry;
}

describe('Docker Hub', () => {
  test('a namespace: settings and tags of all of it, in order', async () => {
    internet.hub.repository('fleet/web', { private: true, members: ['ada'] });
    Object.assign(internet.hub.details('fleet/web'), { description: 'Web', fullDescription: '# Web' });
    const created = '2024-05-01T08:00:00Z';
    const two = await internet.hub.image('fleet/web', '2.0', { created });
    const one = await internet.hub.image('fleet/web', '1.0', { created, platforms: ['linux/arm64', 'linux/amd64'] });
    await internet.hub.image('fleet/api', 'latest', { created });
    const folder = await folders.create();

    const run = await backup({ namespace: 'fleet' }, folder);

    expect(run.stderr).not.toContain('Warning');
    expect(run).toMatchObject({ exitCode: 0, json: { file: usual, registry: 'docker.io', count: 2 } });
    const document = await documentIn(folder);
    expect(document).toMatchObject({ format: 'image-gate-backup', version: 1, registry: 'docker.io' });
    expect(document.repositories).toMatchObject([
      { name: 'fleet/api', settings: { private: false }, tags: [{ name: 'latest' }] },
      {
        name: 'fleet/web',
        settings: { private: true, description: 'Web', fullDescription: '# Web' },
        tags: [
          { name: '1.0', digest: one, platforms: ['linux/amd64', 'linux/arm64'], pushed: '2024-05-01T08:00:00.000Z' },
          { name: '2.0', digest: two, size: expect.any(Number) },
        ],
      },
    ]);
    expect(await readdir(folder)).toEqual([usual]);
  });

  test('two backups of the same differ in nothing but the time; one pulled meanwhile is the same', async () => {
    await internet.hub.image('twice/app', '1.0');
    await internet.hub.image('twice/app', '1.1');
    const folder = await folders.create();
    await backup({ image: 'twice/app', file: 'one.json' }, folder);
    internet.hub.details('twice/app').pulls += 7;
    internet.hub.tagged('twice/app', '1.0').pulled = new Date();
    await backup({ image: 'twice/app', file: 'two.json' }, folder);
    const lines = async (name: string) => (await readFile(join(folder, name), 'utf8')).split('\n');
    const [one, two] = [await lines('one.json'), await lines('two.json')];
    const differing = one.filter((line, at) => line !== two[at]);
    expect(two).toHaveLength(one.length);
    expect(differing).toEqual([expect.stringMatching(/^ {2}"created": "/)]);
  });

  test('an unknown namespace gives an empty backup, and a warning', async () => {
    const folder = await folders.create();
    const run = await backup({ namespace: 'nobody-at-all' }, folder);
    expect(run).toMatchObject({ exitCode: 0, json: { count: 0 } });
    expect(run.stderr).toContain('does not exist');
    expect(await documentIn(folder)).toMatchObject({ repositories: [] });
  });

  test('one that was named and is missing fails, and writes nothing', async () => {
    await internet.hub.image('known/app', '1.0');
    const folder = await folders.create();
    const run = await backup({ image: 'known/app, known/missing' }, folder);
    expect(run.exitCode).toBe(3);
    expect(run.stderr).toContain('known/missing');
    expect(await readdir(folder)).toEqual([]);
  });

  test('a list that is cut short fails, and the old file stays', async () => {
    for (const tag of ['a', 'b', 'c']) await internet.hub.image('short/app', tag);
    const next = 'https://hub.docker.com/v2/namespaces/short/repositories/app/tags?page=2&page_size=100';
    const page = { count: 103, next, results: [{ name: 'a' }, { name: 'b' }, { name: 'c' }] };
    const json = { 'content-type': 'application/json' };
    const path = /short\/repositories\/app\/tags/;
    const taken = internet.inject({
      host: 'hub.docker.com',
      path,
      answer: ({ url }) =>
        url.searchParams.get('page') === '2'
          ? { status: 404, headers: json, body: '{"message":"object not found"}' }
          : { status: 200, headers: json, body: JSON.stringify(page) },
    });
    const folder = await folders.create({ [usual]: 'the old one' });
    const run = await backup({ image: 'short/app' }, folder);
    taken();
    expect(run.exitCode).toBe(5);
    expect(run.stderr).toContain('its list ends after 3 of 103');
    expect(await readFile(join(folder, usual), 'utf8')).toBe('the old one');
    expect(await readdir(folder)).toEqual([usual]);
  });

  test('the action writes outputs and a summary', async () => {
    await internet.hub.image('acting/app', '1.0');
    const file = join(await folders.create(), 'kept.json');
    const inputs = { ...ada, image: 'acting/app', file };
    const run = await runAction({ action: 'backup/action.yml', inputs, internet });
    expect(run).toMatchObject({ exitCode: 0, outputs: { file, count: '1' } });
    expect(run.summary).toContain('1 repository of docker\\.io with 1 tag');
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ repositories: [{ name: 'acting/app' }] });
  });
});

describe.each(registryKinds)('%s', (kind) => {
  test('several, and a whole namespace, by their lists and HEAD', async () => {
    const registry = registryOf(kind);
    const digests = new Map<string, string>();
    for (const name of ['team/b', 'team/a', 'teams/c']) {
      for (const tag of ['2', '10']) digests.set(`${name}:${tag}`, (await pushImage(registry, name, tag)).digest);
    }
    const folder = await folders.create({ [usual]: `${'x'.repeat(100_000)}` });
    const where = { registry: registry.host };

    const run = await backup({ ...where, image: 'team/b,team/a,team/b' }, folder);

    expect(run).toMatchObject({ exitCode: 0, json: { count: 2 } });
    const tagsOf = (name: string) =>
      ['10', '2'].map((tag) => ({
        name: tag,
        digest: digests.get(`${name}:${tag}`),
        mediaType: expect.any(String),
      }));
    const expected = ['team/a', 'team/b'].map((name) => ({ name, tags: tagsOf(name) }));
    expect((await documentIn(folder)).repositories).toEqual(expected);
    expect((await backup({ ...where, namespace: 'team', file: 'all.json' }, folder)).exitCode).toBe(0);
    expect((await documentIn(folder, 'all.json')).repositories).toEqual(expected);
    expect(registry.requests.some(({ method, path }) => method === 'GET' && path.includes('/manifests/'))).toBe(false);
  });

  test('a missing one, and a wrong password, fail and write nothing', async () => {
    const folder = await folders.create();
    const where = { registry: registryOf(kind).host, image: 'team/none' };
    expect((await backup(where, folder)).exitCode).toBe(3);
    expect((await backup({ ...where, password: 'not-the-password' }, folder)).exitCode).toBe(2);
    expect(await readdir(folder)).toEqual([]);
  });
});

test('with details, a list of digests without platforms: each image is read once, and with a cache never again', async () => {
  const token = 'ghp_0123456789abcdefghijABCDEFGHIJ012345';
  internet.ghcr.users.set('ada', token);
  internet.ghcr.repository('acme/detailed', { members: ['ada'], private: true });
  const platforms = ['linux/amd64', 'linux/arm64'];
  await internet.ghcr.image('acme/detailed', '1.0', { platforms });
  const folder = await folders.create();
  const inputs = {
    registry: 'ghcr.io',
    image: 'acme/detailed',
    password: token,
    details: 'true',
    'cache-dir': 'cache',
  };
  const run = async () => {
    internet.forget();
    expect((await backup(inputs, folder)).exitCode).toBe(0);
    return internet.requests.filter(({ path }) => /\/(?:manifests|blobs)\//.test(path)).map(({ method }) => method);
  };

  // The index, and manifest and config of each platform.
  expect(await run()).toEqual(Array.from({ length: 5 }, () => 'GET'));
  const { repositories } = await documentIn(folder);
  expect(repositories).toMatchObject([{ tags: [{ name: '1.0', platforms, pushed: expect.any(String) }] }]);
  expect(await run()).toEqual([]);
  expect((await documentIn(folder)).repositories).toEqual(repositories);
});

test('ghcr.io lists no namespace: exit code 7 says what to do', async () => {
  const run = await backup({ registry: 'ghcr.io', namespace: 'acme' }, await folders.create());
  expect(run.exitCode).toBe(7);
  expect(run.stderr).toContain('gh api');
});

describe('before anything is asked', () => {
  const bad: readonly (readonly [string, Record<string, string>, string])[] = [
    ['nothing named', {}, 'neither --image nor --namespace'],
    ['a tag', { image: 'acme/app:1' }, 'tag'],
    ['three parts at Docker Hub', { image: 'acme/a/b' }, 'two parts'],
    ['a namespace that is none', { namespace: '../x' }, 'not a valid namespace'],
    ['a folder for a file', { namespace: 'acme', file: 'folder' }, 'is not a file'],
    ['a folder that is missing', { namespace: 'acme', file: 'none/x.json' }, 'the folder does not exist'],
  ];
  test.each(bad)('%s is told', async (_name, inputs, words) => {
    const folder = await folders.create();
    await mkdir(join(folder, 'folder'));
    const before = internet.requests.length;
    const run = await backup(inputs, folder);
    expect(run.exitCode).toBe(64);
    expect(run.stderr).toContain(words);
    expect(internet.requests.length).toBe(before);
  });

  test('two registries are', async () => {
    const { username: _one, password: _two, ...none } = ada;
    const folder = await folders.create();
    await writeFile(join(folder, 'x'), '');
    const run = await runJson('backup', { ...none, image: 'acme/app,ghcr.io/acme/app' }, { internet, cwd: folder });
    expect(run.exitCode).toBe(64);
    expect(run.stderr).toContain('one registry');
  });
});
