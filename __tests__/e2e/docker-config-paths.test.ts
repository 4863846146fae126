import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { copy } from './support/copying.js';
import { authOf } from './support/files.js';
import { runJson, runText } from './support/listing.js';
import { prune, restore } from './support/prune.js';
import { recordsAbout } from './support/requests.js';
import { useFolders, useInternet } from './support/surroundings.js';

const host = 'registry.example.com';
const folders = useFolders();
const secrets = { ada: 'secret-of-ada', bob: 'secret-of-bob' };
const entry = (user: keyof typeof secrets) => ({ auth: authOf(user, secrets[user]) });

const internet = await useInternet();
const basic = await useInternet();
for (const { generic } of [internet, basic]) {
  for (const [user, secret] of Object.entries(secrets)) generic.users.set(user, secret);
}
internet.generic.auth = 'bearer';
basic.generic.auth = 'basic';
let count = 0;

/** Two private repositories, the one of ada's alone, the other of bob's, with two images each; and a config by their paths. */
async function given() {
  count += 1;
  const team = `team-${count}`;
  const [adas, bobs] = [`${team}/a/app`, `${team}/b/app`];
  for (const [path, user] of [
    [adas, 'ada'],
    [bobs, 'bob'],
  ] as const) {
    internet.generic.repository(path, { private: true, members: [user] });
    await internet.generic.image(path, '1.0', { created: '2026-01-01T00:00:00Z', content: `${path} 1` });
    await internet.generic.image(path, '2.0', { created: '2026-02-01T00:00:00Z', content: `${path} 2` });
  }
  const auths = { [`${host}/${team}/a`]: entry('ada'), [`https://${host}/v2/${team}/b/app/`]: entry('bob') };
  const env = await folders.dockerConfig({ auths });
  const requests = () => internet.requests.filter(({ path }) => decodeURIComponent(path).includes(team));
  return {
    images: [`${host}/${adas}`, `${host}/${bobs}`] as const,
    options: { internet, env, cwd: await folders.create() },
    /** The users who asked for a token, by the repository in its scope. */
    logins() {
      const tokens = requests().filter(({ path }) => path.startsWith('/token'));
      return new Set(
        tokens.map(({ path, headers }) => {
          const { searchParams } = new URL(path, 'https://auth.example.com');
          const [, repository] = searchParams.get('scope')?.split(':') ?? [];
          const user = Buffer.from(headers.authorization?.slice(6) ?? '', 'base64')
            .toString()
            .split(':')[0];
          return `${repository?.replace(`${team}/`, '')} ${user}`;
        }),
      );
    },
  };
}

const own = new Set(['a/app ada', 'b/app bob']);

describe('each repository with the credentials of its own path', () => {
  test.concurrent('inspect, of both in one run', async () => {
    const { images, options, logins } = await given();
    const run = await runJson('inspect', { image: images.map((image) => `${image}:1.0`).join('\n') }, options);
    expect([run.exitCode, logins()]).toEqual([0, own]);
  });

  test.concurrent('latest, of both', async () => {
    const { images, options, logins } = await given();
    const run = await runJson('latest', { image: images.map((image) => `${image}:1.0`).join('\n') }, options);
    expect([run.exitCode, logins()]).toEqual([0, own]);
  });

  test.concurrent('check, tags and backup', async () => {
    const { images, options, logins } = await given();
    const [, bobs] = images;
    const inputs = { image: bobs, repo: 'acme/app', ref: 'a'.repeat(40), tag: '1.0' };
    expect((await runJson('check', inputs, options)).exitCode).toBe(0);
    expect((await runJson('tags', { image: bobs }, options)).exitCode).toBe(0);
    expect(logins()).toEqual(new Set(['b/app bob']));
    const file = join(options.cwd, 'backup.json');
    const kept = await runText('backup', { image: images.join('\n'), output: file, registry: host }, options);
    expect([kept.exitCode, logins()]).toEqual([0, own]);
  });

  test.concurrent('copy, from one to the other', async () => {
    const { images, options, logins } = await given();
    const [from, to] = images;
    const run = await copy({ from: `${from}:1.0`, to: `${to}:copied` }, options);
    expect([run.exitCode, logins()]).toEqual([0, own]);
  });

  test.concurrent('delete, prune and restore', async () => {
    const { images, options, logins } = await given();
    const [adas, bobs] = images;
    const pruned = await prune([`${adas}\n${bobs}`, '--keep', '1', '--journal', 'journal'], options);
    expect([pruned.exitCode, logins()]).toEqual([0, own]);
    expect((await restore(['journal'], options)).exitCode).toBe(0);
    const gone = await runText('delete', { image: `${bobs}:2.0` }, options, ['--yes']);
    expect([gone.exitCode, logins()]).toEqual([0, own]);
  });

  test.concurrent('where the registry takes them by Basic, none is sent to another repository', async () => {
    basic.generic.repository('basic/app', { private: true, members: ['bob'] });
    await basic.generic.image('basic/app', '1.0');
    const auths = { [`${host}/other`]: entry('ada'), [host]: entry('ada'), [`${host}/basic`]: entry('bob') };
    const env = await folders.dockerConfig({ auths });
    const { exitCode } = await runJson('inspect', { image: `${host}/basic/app:1.0` }, { internet: basic, env });
    const sent = recordsAbout(basic.requests, 'basic/app').flatMap(({ headers }) => headers.authorization ?? []);
    expect([exitCode, new Set(sent)]).toEqual([0, new Set([`Basic ${entry('bob').auth}`])]);
  });
});

describe('an entry', () => {
  const look = async (path: string, config: unknown, more: Record<string, string> = {}) => {
    internet.generic.repository(path, { private: true, members: ['bob'] });
    await internet.generic.image(path, '1.0');
    const env = { ...more, ...(await folders.dockerConfig(config)) };
    return runJson('inspect', { image: `${host}/${path}:1.0` }, { internet, env });
  };

  test.concurrent.each([
    ['of a longer path', { 'NAME/team': 'ada', 'NAME/team/app': 'bob' }, 'longer/team/app', 0],
    ['of the path, before the host', { '': 'ada', 'NAME/team': 'bob' }, 'before/team/app', 0],
    ['of the host, where no path is', { '': 'bob', 'NAME/other': 'ada' }, 'host/team/app', 0],
    ['of another path', { 'NAME/tea': 'bob', 'NAME/team/app/x': 'bob' }, 'another/team/app', 2],
  ])('%s', async (_name, keys, path, exitCode) => {
    const auths = Object.fromEntries(
      Object.entries(keys).map(([key, user]) => [
        `${host}${key === '' ? '' : '/'}${key.replace('NAME', path.split('/')[0] ?? '')}`,
        entry(user as keyof typeof secrets),
      ]),
    );
    expect((await look(path, { auths })).exitCode).toBe(exitCode);
  });

  const helper = `#!/bin/sh\ncat >> "$0.log"\nprintf '{"Username":"bob","Secret":"${secrets.bob}"}'\n`;
  test.concurrent.each([
    [
      'credHelpers',
      { auths: { [host]: entry('ada') }, credHelpers: { [`${host}/helped`]: 'x' } },
      'helped/app',
      `${host}/helped`,
    ],
    [
      'credsStore, by an empty entry',
      { auths: { [host]: entry('ada'), [`${host}/stored/app`]: {} }, credsStore: 'x', credHelpers: { [host]: 'none' } },
      'stored/app',
      `${host}/stored/app`,
    ],
  ])('of a path in %s: the helper gets its key', async (_name, config, path, key) => {
    const { folder, env } = await folders.programs({
      'docker-credential-x': helper,
      'docker-credential-none': '#!/bin/sh\necho credentials not found; exit 1\n',
    });
    expect((await look(path, config, env)).exitCode).toBe(0);
    expect(await readFile(join(folder, 'docker-credential-x.log'), 'utf8')).toBe(`${key}\n`);
  });

  test.concurrent('of a path comes after the credentials that were given', async () => {
    const path = 'given/app';
    const env = await folders.dockerConfig({ auths: { [`${host}/given`]: entry('ada') } });
    internet.generic.repository(path, { private: true, members: ['bob'] });
    await internet.generic.image(path, '1.0');
    const inputs = { image: `${host}/${path}:1.0`, username: 'bob', password: secrets.bob };
    expect((await runJson('inspect', inputs, { internet, env })).exitCode).toBe(0);
  });

  test.concurrent('of a namespace at Docker Hub is for its API too', async () => {
    internet.hub.users.set('carol', 'dckr_pat_carol').set('dave', 'dckr_pat_dave');
    for (const [path, user] of [
      ['space-c/app', 'carol'],
      ['space-d/app', 'dave'],
    ] as const) {
      internet.hub.repository(path, { private: true, members: [user] });
      for (const tag of ['1.0', '2.0']) await internet.hub.image(path, tag, { content: `${path}:${tag}` });
    }
    const auths = {
      'docker.io/space-c': { auth: authOf('carol', 'dckr_pat_carol') },
      'https://index.docker.io/v1/space-d/app': { auth: authOf('dave', 'dckr_pat_dave') },
    };
    const options = { internet, env: await folders.dockerConfig({ auths }), cwd: await folders.create() };
    const { exitCode, json } = await prune(['space-c/app\nspace-d/app', '--keep', '1', '--dry-run'], options);
    expect([exitCode, json.deleted]).toEqual([0, expect.arrayContaining([expect.objectContaining({ tag: '1.0' })])]);
  });

  test.concurrent('of each of two owners at GHCR, whose token service refuses what one may not do: copied without a mount', async () => {
    const tokens = { fay: 'ghp_0123456789abcdefghijABCDEFGHIJ0fay01', gus: 'ghp_0123456789abcdefghijABCDEFGHIJ0gus01' };
    for (const [user, token] of Object.entries(tokens)) {
      internet.ghcr.users.set(user, token);
      internet.ghcr.repository(`${user}/copied`, { members: [user], private: true });
    }
    await internet.ghcr.image('fay/copied', '1.0', {
      layers: [Buffer.from('one'), Buffer.from('two'), Buffer.from('three')],
    });
    const auths = Object.fromEntries(
      Object.entries(tokens).map(([user, token]) => [`ghcr.io/${user}`, { auth: authOf(user, token) }]),
    );
    const env = await folders.dockerConfig({ auths });
    const run = await copy({ from: 'ghcr.io/fay/copied:1.0', to: 'ghcr.io/gus/copied:1.0' }, { internet, env });
    expect({ exitCode: run.exitCode, stderr: run.exitCode === 0 ? '' : run.stderr }).toEqual({
      exitCode: 0,
      stderr: '',
    });
    const refused = recordsAbout(internet.requests, 'gus/copied').filter(
      ({ path, status }) => path.startsWith('/token') && status === 403,
    );
    expect(refused.length).toBeLessThanOrEqual(4);
  });

  test.concurrent('of a repository at Harbor is for its API too', async () => {
    const secret = 'a-secret-0123456789';
    internet.harbor.users.set('robot$library+paths', secret);
    internet.harbor.repository('library/paths', { members: ['robot$library+paths'], private: true });
    for (const tag of ['1.0', '2.0']) await internet.harbor.image('library/paths', tag, { content: `paths ${tag}` });
    const auths = { 'harbor.example.com/library/paths': { auth: authOf('robot$library+paths', secret) } };
    const options = { internet, env: await folders.dockerConfig({ auths }), cwd: await folders.create() };
    const run = await prune(['harbor.example.com/library/paths', '--keep', '1'], options);
    expect([run.exitCode, run.json.deleted]).toEqual([0, [expect.objectContaining({ tag: expect.any(String) })]]);
  });

  test.concurrent('of a package at GHCR is for GitHub’s API too', async () => {
    const token = 'ghp_0123456789abcdefghijABCDEFGHIJ012345';
    internet.ghcr.users.set('erin', token);
    internet.ghcr.repository('path-owner/app', { members: ['erin'], private: true });
    for (const tag of ['1.0', '2.0']) await internet.ghcr.image('path-owner/app', tag, { content: tag });
    const auths = { 'ghcr.io/path-owner': { auth: authOf('erin', token) } };
    const options = { internet, env: await folders.dockerConfig({ auths }), cwd: await folders.create() };
    const run = await prune(['ghcr.io/path-owner/app', '--keep', '1', '--dry-run'], options);
    expect(run.exitCode).toBe(0);
  });
});
