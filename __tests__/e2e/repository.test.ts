import { describe, expect, test } from '@jest/globals';
import { runAction } from '../../sandbox/index.js';
import { type CommandRun, runJson } from './support/command.js';
import { recordsAbout, requestsAbout } from './support/requests.js';
import { useFolders, useInternet } from './support/surroundings.js';

const secret = 'dckr_pat_of-ada-0123456789';
const ada = { username: 'ada', password: secret };
const folders = useFolders();

const internet = await useInternet();
internet.hub.users.set('ada', secret).set('reader', 'pw-of-reader-0123');
internet.hub.scopes.set('reader', 'repo:read');

async function run(inputs: Record<string, string>, cwd?: string): Promise<CommandRun> {
  const options = cwd === undefined ? { internet } : { internet, cwd };
  const ran = await runJson('repository', { ...ada, ...inputs }, options);
  expect(ran.stdout + ran.stderr).not.toContain(secret);
  return ran;
}

/** What was changed at Docker Hub, as `PATCH {…}`. */
function changes(name: string): readonly string[] {
  return recordsAbout(internet.requests, name)
    .filter(({ method, host }) => method !== 'GET' && host === 'hub.docker.com')
    .map(({ method, body = '' }) => `${method} ${body}`);
}

describe('without changes asked for', () => {
  test('tells what it is, and asks once', async () => {
    internet.hub.repository('acme/told', { private: true, members: ['ada'] });
    Object.assign(internet.hub.details('acme/told'), { description: 'An *app*', pulls: 1234 });
    const { exitCode, json, stderr } = await run({ image: 'acme/told' });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(json).toMatchObject({
      namespace: 'acme',
      name: 'told',
      private: true,
      description: 'An *app*',
      pulls: 1234,
    });
    expect(json).toMatchObject({ created: false, changed: [] });
    expect(requestsAbout(internet.requests, 'acme/repositories/told')).toHaveLength(1);
  });

  test('says that it is missing', async () => {
    const { exitCode, stderr } = await run({ image: 'missing', namespace: 'acme' });
    expect(exitCode).toBe(3);
    expect(stderr).toContain('create');
  });
});

describe('create', () => {
  test('makes it as it should be, once', async () => {
    const folder = await folders.create({ 'README.md': '# The page\n' });
    const wanted = {
      image: 'ada/new',
      create: 'true',
      private: 'true',
      description: 'New',
      'full-description': 'README.md',
    };
    const first = await run(wanted, folder);
    expect(first.stderr).toBe('');
    expect(first).toMatchObject({ exitCode: 0, json: { created: true, private: true, description: 'New' } });
    const second = await run(wanted, folder);
    expect(second).toMatchObject({ exitCode: 0, json: { created: false, changed: [], private: true } });
    expect(changes('ada/new').concat(changes('ada/repositories/new'))).toEqual([]);
    expect(changes('ada/repositories').filter((line) => line.includes('"new"'))).toHaveLength(1);
    expect(internet.hub.details('ada/new').fullDescription).toBe('# The page\n');
  });

  test('is refused where these credentials may not, with advice', async () => {
    const ran = await run({ image: 'others/new', create: 'true' });
    expect(ran.exitCode).toBe(4);
    expect(ran.stderr).toContain('Read, Write, Delete');
  });
});

describe('an update', () => {
  test('changes what differs and nothing else', async () => {
    internet.hub.repository('acme/changed', { members: ['ada'] });
    Object.assign(internet.hub.details('acme/changed'), { description: 'Old', fullDescription: '# Page' });
    const folder = await folders.create({ 'page.md': '# Page\r\n' });
    const inputs = { image: 'acme/changed', description: 'New', private: 'false', 'full-description': 'page.md' };
    const first = await run(inputs, folder);
    expect(first.json).toMatchObject({ changed: ['description'], description: 'New', fullDescription: '# Page' });
    expect(changes('acme/repositories/changed')).toEqual(['PATCH {"description":"New"}']);
    const second = await run({ ...inputs, private: 'true' }, folder);
    expect(second.json).toMatchObject({ changed: ['private'], private: true });
    expect(changes('repositories/acme/changed')).toEqual(['POST {"is_private":true}']);
    expect((await run({ ...inputs, private: 'true' }, folder)).json).toMatchObject({ changed: [] });
  });

  test('is refused to who may only read, with advice', async () => {
    internet.hub.repository('acme/guarded', { members: ['reader'] });
    const who = { username: 'reader', password: 'pw-of-reader-0123' };
    const ran = await run({ ...who, image: 'acme/guarded', description: 'Mine' });
    expect(ran.exitCode).toBe(4);
    expect(ran.stderr).toContain('Read, Write, Delete');
    expect(internet.hub.details('acme/guarded').description).toBe('');
  });

  test('with a wrong password is refused', async () => {
    const ran = await run({ image: 'acme/told', password: 'not-the-password' });
    expect(ran.exitCode).toBe(2);
    expect(ran.stderr).not.toContain('not-the-password');
  });
});

describe('before anything is asked', () => {
  const bad: readonly (readonly [string, Record<string, string>, number, string])[] = [
    ['no image', {}, 64, 'image is required'],
    ['a tag', { image: 'acme/app:1' }, 64, 'tag'],
    ['a long description', { image: 'acme/app', description: 'x'.repeat(101) }, 64, '101 characters'],
    ['a long page', { image: 'acme/app', 'full-description': 'long.md' }, 64, '25,001 characters'],
    ['a page that is not UTF-8', { image: 'acme/app', 'full-description': 'latin.md' }, 64, 'not UTF-8'],
    ['no page', { image: 'acme/app', 'full-description': 'none.md' }, 64, 'cannot be read'],
    ['a name of one letter', { image: 'acme/a', create: 'true' }, 64, '2 to 255'],
    ['three parts', { image: 'acme/a/b' }, 64, 'two parts'],
    ['a word that is no truth', { image: 'acme/app', private: 'yes' }, 64, 'neither true nor false'],
    ['another registry', { image: 'app', namespace: 'acme', registry: 'ghcr.io' }, 7, 'settings of the package'],
  ];
  test.each(bad)('%s is told', async (_name, inputs, code, words) => {
    const folder = await folders.create({ 'long.md': 'é'.repeat(25_001) });
    const { writeFile } = await import('node:fs/promises');
    await writeFile(`${folder}/latin.md`, Buffer.from([0xe9, 0x20]));
    const before = internet.requests.length;
    const ran = await run(inputs, folder);
    expect(ran.exitCode).toBe(code);
    expect(ran.stderr).toContain(words);
    expect(internet.requests.length).toBe(before);
  });
});

test('the action writes outputs, and a summary in which nothing is markup', async () => {
  internet.hub.repository('acme/shown', { members: ['ada'] });
  internet.hub.details('acme/shown').description = '<b>x</b> | @all';
  const ran = await runAction({ action: 'repository/action.yml', inputs: { ...ada, image: 'acme/shown' }, internet });
  expect(ran.exitCode).toBe(0);
  expect(ran.outputs.created).toBe('false');
  expect(JSON.parse(ran.outputs.repository ?? '')).toMatchObject({ name: 'shown', private: false });
  expect(ran.summary).toContain('https://hub.docker.com/r/acme/shown');
  expect(ran.summary).not.toContain('<b>');
  expect(ran.masks).toContain(secret);
});
