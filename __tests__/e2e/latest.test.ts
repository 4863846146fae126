import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { available, type Host, pushImage, type RegistryOptions, startRegistry } from '../../sandbox/index.js';
import { runCommandAction, runJson, runText } from './support/listing.js';
import { recordsAbout, requestsAbout } from './support/requests.js';
import { useFolders, useInternet } from './support/surroundings.js';
import { readable } from './support/visible.js';

const folders = useFolders();

const sha = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`;
const day = 24 * 3_600_000;
const daysAgo = (days: number) => new Date(Date.now() - days * day).toISOString();

/** A registry in which every repository has these tags; what its name says may be wrong with it. */
const fleet: Host = async ({ url, method }) => {
  const [, name = '', kind, reference = ''] = /^\/v2\/(.+)\/(tags|manifests)\/([^/]+)$/.exec(url.pathname) ?? [];
  const last = name.split('/').at(-1) ?? '';
  if (kind === 'tags') {
    if (last === 'missing') return { status: 404, body: '{"errors":[{"code":"NAME_UNKNOWN"}]}' };
    if (last === 'limited') return { status: 429, headers: { 'retry-after': '9999' } };
    if (last === 'failing') return { status: 503, headers: { 'retry-after': '9999' } };
    if (last === 'denied') return { status: 403, body: '{"errors":[{"code":"DENIED"}]}' };
    const tags = last === 'empty' ? null : ['1.0.0', '1.0.1', '1.1.0', '2.0.0', 'latest'];
    return { status: 200, body: JSON.stringify({ name, tags }) };
  }
  if (last === 'gone' && reference === '1.0.1') return { status: 404 };
  if (last === 'absent' && !/^[12]\./.test(reference)) return { status: 404 };
  if (last === 'headless') return { status: 503, headers: { 'retry-after': '9999' } };
  if (method !== 'HEAD') return { status: 404 };
  const type = 'application/vnd.oci.image.manifest.v1+json';
  return { status: 200, headers: { 'content-type': type, 'docker-content-digest': sha(`${name}:${reference}`) } };
};

const internet = await useInternet({ hosts: { 'fleet.example.com': fleet, 'other.example.com': fleet } });

const ask = (inputs: Record<string, string>, options = {}) => runJson('latest', inputs, { internet, ...options });

async function publish(name: string, ...tags: readonly string[]): Promise<void> {
  for (const tag of tags) await internet.hub.image(name, tag);
}

describe('one image', () => {
  test('tag, full image and step; one list and one HEAD', async () => {
    await publish('mojaloop/one', 'v11.0.0', 'v11.0.0-patch.1', 'v11.0.1', 'v12.0.0');
    const { exitCode, json, stderr } = await ask({ image: 'mojaloop/one:v11.0.0', strategy: 'patch' });
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(json).toEqual({
      image: 'mojaloop/one:v11.0.0',
      status: 'update',
      tag: 'v11.0.0-patch.1',
      fullImage: 'mojaloop/one:v11.0.0-patch.1',
      digest: expect.stringMatching(/^sha256:/),
      updateAvailable: true,
      step: 'patch',
      reason: 'a newer patch version; newest overall: v12.0.0',
      present: true,
      candidates: 1,
      newest: 'v12.0.0',
      pending: [],
    });
    expect(requestsAbout(internet.requests, 'mojaloop/one').filter((line) => line.includes('/v2/mojaloop'))).toEqual(
      expect.arrayContaining([
        'GET registry-1.docker.io/v2/mojaloop/one/tags/list?n=1000 200',
        'HEAD registry-1.docker.io/v2/mojaloop/one/manifests/v11.0.0-patch.1 200',
      ]),
    );
  });

  test.concurrent.each([
    ['patch', '1.0.0', 'up-to-date'],
    ['', '1.0.1', 'update'],
    ['MINOR', '1.1.0', 'update'],
    ['Major', '2.0.0', 'update'],
  ])('strategy %j: %s, %s', async (strategy, tag, status) => {
    const { exitCode, json } = await ask({ image: 'fleet.example.com/acme/app:1.0.0', strategy });
    expect([exitCode, json.tag, json.status]).toEqual([0, tag, status]);
  });

  test.concurrent('what is up to date costs the list alone, and keeps its digest', async () => {
    const image = `fleet.example.com/acme/current:2.0.0@${sha('pinned')}`;
    const { json } = await ask({ image, strategy: 'major' });
    expect(json).toMatchObject({ status: 'up-to-date', tag: '2.0.0', fullImage: image, digest: sha('pinned') });
    expect(json.reason).toBe('no newer version within major');
    expect(requestsAbout(internet.requests, 'acme/current')).toHaveLength(1);
  });

  test.concurrent('with a digest: the tag and the digest of the newer one', async () => {
    const { json } = await ask({ image: `fleet.example.com/acme/pinned:1.0.0@${sha('old')}` });
    const digest = sha('acme/pinned:1.0.1');
    expect(json).toMatchObject({ tag: '1.0.1', digest, fullImage: `fleet.example.com/acme/pinned:1.0.1@${digest}` });
  });

  test.concurrent.each([
    ['latest', 'the tag latest has no version to compare'],
    ['sha-0a1b2c3', 'the tag sha-0a1b2c3 has no version to compare'],
  ])('%s is unsupported, and costs no request', async (tag, words) => {
    const { exitCode, json } = await ask({ image: `fleet.example.com/acme/unversioned:${tag}` });
    expect([exitCode, json.status, json.tag]).toEqual([0, 'unsupported', tag]);
    expect(json.reason).toContain(words);
    expect(requestsAbout(internet.requests, 'acme/unversioned')).toEqual([]);
  });

  test.concurrent('a digest alone is unsupported', async () => {
    const { exitCode, json } = await ask({ image: `acme/app@${sha('x')}` });
    expect([exitCode, json.status]).toEqual([0, 'unsupported']);
  });

  test.concurrent('a tag that the registry does not have is missing, exit code 3, with what is newer', async () => {
    const { exitCode, json, stderr } = await ask({ image: 'fleet.example.com/acme/absent:0.9.0', strategy: 'major' });
    expect(exitCode).toBe(3);
    expect(json).toMatchObject({ status: 'missing', tag: '2.0.0', present: false, updateAvailable: true, exitCode: 3 });
    expect(stderr).toContain('fleet.example.com/acme/absent:0.9.0: the registry has no tag 0.9.0');
  });

  test.concurrent('so is one that nothing is newer than: never up to date', async () => {
    const { exitCode, json } = await ask({ image: 'fleet.example.com/acme/absent:7.7.7', strategy: 'major' });
    expect([exitCode, json.status, json.reason]).toEqual([3, 'missing', 'the registry has no tag 7.7.7']);
    expect(json).not.toHaveProperty('tag');
    expect(json).not.toHaveProperty('updateAvailable');
  });

  test('a second version is counted; what nothing orders is unsupported, never up to date', async () => {
    await publish('acme/two', '3.11-app-1.0.0', '3.11-app-1.0.4', '3.11-app-2.0.0', '3.12-app-1.9.0');
    const of = async (tag: string, strategy: string) => (await ask({ image: `acme/two:${tag}`, strategy })).json;
    expect(await of('3.11-app-1.0.0', 'patch')).toMatchObject({ status: 'up-to-date', newest: '3.12-app-1.9.0' });
    expect(await of('3.11-app-1.0.0', 'bugfix')).toMatchObject({ tag: '3.11-app-1.0.4', step: 'bugfix' });
    expect(await of('3.11-app-2.0.0', 'minor')).toMatchObject({ status: 'up-to-date', tag: '3.11-app-2.0.0' });
    expect(await of('3.11-app-2.0.0', 'major')).toMatchObject({
      status: 'unsupported',
      tag: '3.11-app-2.0.0',
      updateAvailable: false,
      reason: '3.12-app-1.9.0 is newer than 3.11-app-2.0.0 by one of its versions and older by another',
    });
  });

  test('a flavour that changes with each release: the reason names what was not considered', async () => {
    await publish('acme/flavours', '1.2.3-alpine3.18', '1.2.4-alpine3.18', '1.2.5-alpine3.19', 'v1.0.0', '1.0.1');
    const reasonFor = async (tag: string) => (await ask({ image: `acme/flavours:${tag}` })).json.reason;
    expect(await reasonFor('1.2.4-alpine3.18')).toBe(
      'no newer version within bugfix; other flavours were not considered: 1.2.5-alpine3.19',
    );
    expect(await reasonFor('1.2.3-alpine3.18')).toBe(
      'a newer bugfix version; other flavours were not considered: 1.2.5-alpine3.19',
    );
    expect(await reasonFor('v1.0.0')).toBe(
      'no newer version within bugfix; other spellings were not considered: 1.0.1',
    );
  });

  test.concurrent('patch that finds nothing names the newest bugfix', async () => {
    const { json } = await ask({ image: 'fleet.example.com/acme/hint:1.0.0', strategy: 'patch' });
    expect(json.reason).toBe(
      'no newer version within patch; newest overall: 2.0.0; 1.0.1 is a newer bugfix version, which needs --strategy bugfix',
    );
  });

  test.concurrent('an empty list is not found, exit code 3', async () => {
    const { exitCode, json, stderr } = await ask({ image: 'fleet.example.com/acme/empty:1.0.0' });
    expect([exitCode, json.status]).toEqual([3, 'not-found']);
    expect(stderr).toContain('fleet.example.com/acme/empty: the repository has no tags');
  });

  test.concurrent('a tag that is in the list and not in the registry is not offered', async () => {
    const { json } = await ask({ image: 'fleet.example.com/acme/gone:1.0.0' });
    expect(json).toMatchObject({ status: 'up-to-date', tag: '1.0.0', candidates: 1 });
    expect(json.reason).toBe(
      'the newer tag cannot be taken (1.0.1: the registry lists it, but returns 404 for it); newest overall: 2.0.0',
    );
  });

  test.concurrent('a digest that cannot be read is left out, but not where it is needed', async () => {
    const { exitCode, json, stderr } = await ask({ image: 'fleet.example.com/acme/headless:1.0.0' });
    expect([exitCode, json.tag, json.digest]).toEqual([0, '1.0.1', undefined]);
    expect(stderr).toContain('The digest of fleet.example.com/acme/headless:1.0.1 is not known');
    const pinned = await ask({ image: `fleet.example.com/acme/headless:1.0.0@${sha('old')}` });
    expect([pinned.exitCode, pinned.json.status]).toEqual([5, 'unknown']);
  });

  test('two kinds of post-releases: one is taken, and a warning names the other', async () => {
    await publish('acme/rivals', '1.0.0', '1.0.0-hotfix.3', '1.0.0-patch.1');
    const { json, stderr } = await ask({ image: 'acme/rivals:1.0.0' });
    expect(json.tag).toBe('1.0.0-patch.1');
    expect(stderr).toContain('acme/rivals:1.0.0-patch.1 and 1.0.0-hotfix.3 have the same version');
  });

  test.concurrent('verbose tells of every tag why it is, or is not, the one', async () => {
    const { stderr } = await runText('latest', { image: 'fleet.example.com/acme/why:1.0.0' }, { internet }, [
      '--verbose',
    ]);
    expect(stderr).toContain(
      [
        'fleet.example.com/acme/why:1.0.0: 5 tags, the newest first',
        '2.0.0: a newer major version, which --strategy bugfix does not include',
        '1.1.0: a newer minor version, which --strategy bugfix does not include',
        '1.0.1: a newer bugfix version',
        '1.0.0: the current tag',
        'latest: no version is in it',
      ].join('\n'),
    );
    const inputs = { image: 'fleet.example.com/acme/why:1.0.0' };
    const debugged = await runCommandAction('latest', inputs, { internet, env: { RUNNER_DEBUG: '1' } });
    expect(debugged.rawStdout).toContain('::debug::latest: no version is in it');
    const plain = await runCommandAction('latest', inputs, { internet });
    expect(plain.rawStdout).not.toContain('no version is in it');
    const quiet = await runText('latest', { image: 'fleet.example.com/acme/why:1.0.0' }, { internet });
    expect(quiet.stderr).toBe('');
    expect(quiet.stdout).toMatch(
      /^STATUS +IMAGE +NEWER TAG +REASON\nnewer version +fleet\.example\.com\/acme\/why:1\.0\.0 +1\.0\.1 +a newer/,
    );
  });
});

describe.each<RegistryOptions['kind']>(available() ? ['memory', 'distribution'] : ['memory'])(
  'a %s registry',
  (kind) => {
    test('lists, and tells the digest', async () => {
      const registry = await startRegistry({ kind });
      try {
        for (const tag of ['v1.0.0', 'v1.0.0-hotfix.2', 'v1.0.0-hotfix.10', 'v1.1.0-rc.1', 'v1.1.0']) {
          await pushImage(registry, 'acme/app', tag);
        }
        const { digest } = await pushImage(registry, 'acme/app', 'v1.0.0-hotfix.10');
        const of = async (strategy: string) =>
          (await runJson('latest', { registry: registry.host, image: 'acme/app:v1.0.0', strategy })).json;
        expect(await of('patch')).toMatchObject({ tag: 'v1.0.0-hotfix.10', digest, newest: 'v1.1.0' });
        expect(await of('major')).toMatchObject({ tag: 'v1.1.0', step: 'minor' });
      } finally {
        await registry.stop();
      }
    });
  },
);

describe('which tags', () => {
  test('include, exclude and prerelease', async () => {
    await publish('acme/chosen', '1.0.0', '1.0.1', '1.0.2', '2.0.0-rc.1');
    const image = 'acme/chosen:1.0.0';
    expect((await ask({ image, exclude: '2$' })).json.tag).toBe('1.0.1');
    expect((await ask({ image, include: '^1\\.0\\.1$' })).json.tag).toBe('1.0.1');
    expect((await ask({ image, strategy: 'major', prerelease: 'true' })).json.tag).toBe('2.0.0-rc.1');
    expect((await ask({ image, strategy: 'major' })).json.tag).toBe('1.0.2');
  });

  test('min-age on Docker Hub: since the push, by its API; the younger ones wait', async () => {
    const name = 'acme/aged';
    for (const [tag, days] of [
      ['1.0.0', 30],
      ['1.0.1', 9],
      ['1.0.2', 1],
    ] as const) {
      await internet.hub.image(name, tag, { created: daysAgo(days) });
    }
    const ageOf = async (age: string) => (await ask({ image: `${name}:1.0.0`, 'min-age': age })).json;
    expect(await ageOf('7d')).toMatchObject({ tag: '1.0.1', pending: ['1.0.2'] });
    expect((await ageOf('7d')).reason).toMatch(
      /^a newer bugfix version, pushed [-\d]+ [:\d]+ UTC; too young for --min-age: 1\.0\.2 \(pushed [-\d]+ [:\d]+ UTC\)$/,
    );
    expect(await ageOf('1h')).toMatchObject({ tag: '1.0.2', pending: [] });
    expect(await ageOf('20d')).toMatchObject({ tag: '1.0.0', status: 'up-to-date', pending: ['1.0.2', '1.0.1'] });
    expect(requestsAbout(internet.requests, name).filter((line) => /GET registry-1.*manifests/.test(line))).toEqual([]);
  });

  test('min-age elsewhere: since the image was created; what has no date is old enough, with a warning', async () => {
    const name = 'acme/aged';
    await internet.ghcr.image(name, '1.0.0');
    await internet.ghcr.image(name, '1.0.1', { created: daysAgo(9), platforms: ['linux/amd64', 'linux/arm64'] });
    await internet.ghcr.image(name, '1.0.2', { created: daysAgo(1) });
    await internet.ghcr.image(name, '1.1.0', { created: '1970-01-01T00:00:00Z' });
    const image = `ghcr.io/${name}:1.0.0`;
    expect((await ask({ image, 'min-age': '7d' })).json).toMatchObject({ tag: '1.0.1', pending: ['1.0.2'] });
    const { json, stderr } = await ask({ image, 'min-age': '7d', strategy: 'minor' });
    expect(json.tag).toBe('1.1.0');
    expect(stderr).toContain('ghcr.io/acme/aged:1.1.0 has no date, neither of its push nor of its creation');
  });

  test('platform: only tags that have it', async () => {
    const name = 'acme/platforms';
    await internet.ghcr.image(name, '1.0.0');
    await internet.ghcr.image(name, '1.0.1', { platforms: ['linux/amd64', 'linux/arm64'] });
    await internet.ghcr.image(name, '1.0.2', { platforms: ['linux/amd64', 'linux/s390x'] });
    const image = `ghcr.io/${name}:1.0.0`;
    expect((await ask({ image })).json.tag).toBe('1.0.2');
    expect((await ask({ image, platform: 'linux/arm64' })).json.tag).toBe('1.0.1');
    expect((await ask({ image, platform: 'linux/arm/v7' })).json.status).toBe('up-to-date');
  });
});

describe('many images', () => {
  test('100 images over 40 repositories: 40 lists, and an answer for each, in order', async () => {
    const images = Array.from({ length: 100 }, (_, at) => `fleet.example.com/many/r${at % 40}:1.${at % 2}.0`);
    const { exitCode, json } = await ask({ image: images.join('\n'), strategy: 'major' });
    const results = json.results as { image: string; tag: string }[];
    const distinct = [...new Set(images)];
    expect([exitCode, results.map(({ image }) => image)]).toEqual([0, distinct]);
    expect(new Set(results.map(({ tag }) => tag))).toEqual(new Set(['2.0.0']));
    const asked = internet.requests.filter(({ path }) => path.startsWith('/v2/many/'));
    expect(asked.filter(({ path }) => path.includes('/tags/list'))).toHaveLength(40);
  });

  test.concurrent('one that fails does not end the others: the exit code is that of the first failure', async () => {
    const names = ['fine:1.0.0', 'missing:1.0.0', 'fine:2.0.0', 'limited:1.0.0', 'denied:1.0.0', 'fine:latest'];
    const image = names.map((name) => `fleet.example.com/mixed/${name}`).join(',');
    const { exitCode, json, stderr } = await ask({ image });
    const results = json.results as { status: string; exitCode?: number }[];
    expect(results.map(({ status }) => status)).toEqual([
      ...['update', 'not-found', 'up-to-date', 'unknown', 'unknown', 'unsupported'],
    ]);
    expect(results.map((one) => one.exitCode)).toEqual([undefined, 3, undefined, 5, 4, undefined]);
    expect([exitCode, json.updateAvailable]).toEqual([3, true]);
    expect(stderr).toContain('What to do: ');
    expect(stderr.match(/^Error: .*mixed\/(?:missing|limited|denied)/gm)).toHaveLength(3);
    const { stdout } = await runText('latest', { image }, { internet });
    expect(stdout).toMatch(/^not found +fleet\.example\.com\/mixed\/missing:1\.0\.0 +404 Not Found; “NAME_UNKNOWN”$/m);
  });

  test.concurrent('in a workflow: outputs, a matrix of updates, and a table with those first', async () => {
    const image = ['app:2.0.0', 'app:1.0.0', 'app:latest'].map((name) => `fleet.example.com/flow/${name}`).join('\n');
    const step = await runCommandAction('latest', { image, strategy: 'minor' }, { internet });
    expect([step.exitCode, step.outputs['update-available'], step.outputs.tag]).toEqual([0, 'true', undefined]);
    expect(JSON.parse(step.outputs.matrix ?? '')).toEqual({
      include: [
        {
          image: 'fleet.example.com/flow/app:1.0.0',
          tag: '1.1.0',
          fullImage: 'fleet.example.com/flow/app:1.1.0',
          digest: sha('flow/app:1.1.0'),
          step: 'minor',
          where: '',
        },
      ],
    });
    expect(JSON.parse(step.outputs.results ?? '')).toHaveLength(3);
    const order = [...step.summary.matchAll(/^\| \S+ ([a-z ]+) \|/gm)].map(([, status]) => status);
    expect(order).toEqual(['newer version', 'not comparable', 'up to date']);
    const words = '3 images: 1 newer version, 1 up to date, 1 not comparable';
    expect(readable(step.summary)).toContain(words);
    expect(step.log).toContain(`\n\n${words}`);
  });

  test.concurrent('the summary has words and icons, and missing tags are counted apart', async () => {
    const names = ['app:2.0.0', 'app:1.0.0', 'absent:7.7.7', 'missing:1.0.0', 'denied:1.0.0'];
    const image = names.map((name) => `fleet.example.com/words/${name}`).join('\n');
    const { summary } = await runCommandAction('latest', { image }, { internet });
    const [title, , head, , ...rows] = readable(summary).split('\n');
    expect(title).toBe('### ❌ 5 images: 1 newer version, 1 up to date, 1 missing, 1 not found, 1 error');
    expect(head).toBe('| Status | Image | Newer tag | Reason |');
    expect(
      rows.slice(0, 5).map((row) => row.split(' | ').map((cell) => cell.replace(/^\| | \|$|<\/?code>/g, ''))),
    ).toEqual([
      [
        '⬆️ newer version',
        'fleet.example.com/words/app:1.0.0',
        '1.0.1',
        'a newer bugfix version; newest overall: 2.0.0',
      ],
      ['❌ missing', 'fleet.example.com/words/absent:7.7.7', '', 'the registry has no tag 7.7.7'],
      ['⚠️ error', 'fleet.example.com/words/denied:1.0.0', '', expect.stringContaining('403 Forbidden')],
      ['❌ not found', 'fleet.example.com/words/missing:1.0.0', '', expect.stringContaining('404 Not Found')],
      ['✅ up to date', 'fleet.example.com/words/app:2.0.0', '', 'no newer version within bugfix'],
    ]);
    const newer = await runCommandAction('latest', { image: 'fleet.example.com/words/app:1.0.0' }, { internet });
    expect(readable(newer.summary)).toMatch(/^### ⬆️ fleet\.example\.com\/words\/app:1\.0\.0: newer version 1\.0\.1 /);
  });

  test.concurrent('of a single image there are outputs of its own', async () => {
    const step = await runCommandAction('latest', { image: 'fleet.example.com/flow/one:1.0.0' }, { internet });
    expect(step.outputs).toMatchObject({
      tag: '1.0.1',
      image: 'fleet.example.com/flow/one:1.0.1',
      digest: sha('flow/one:1.0.1'),
      status: 'update',
      step: 'bugfix',
      'update-available': 'true',
    });
    const failed = await runCommandAction('latest', { image: 'fleet.example.com/flow/failing:1.0.0' }, { internet });
    expect([failed.exitCode, failed.outputs.status, failed.outputs.tag]).toEqual([5, 'unknown', '']);
    expect(failed.outputs['update-available']).toBeUndefined();
  });
});

describe('files', () => {
  const files = {
    Dockerfile:
      'ARG TAG=1.0.0\nFROM fleet.example.com/files/base:${TAG} AS base\nFROM base\nCOPY --from=fleet.example.com/files/tool:1.1.0 /x /y\n',
    'compose.yaml':
      'services:\n  app:\n    image: fleet.example.com/files/app:${TAG:-1.0.0}\n  other:\n    image: ${OTHER}\n',
    'values.yaml':
      'image:\n  registry: fleet.example.com\n  repository: files/app\n  tag: 1.0.0\nsidecar:\n  image: {repository: acme/charted}\n',
    'kustomization.yaml': 'images:\n- name: app\n  newName: fleet.example.com/files/kustom\n  newTag: 2.0.0\n',
  };

  test.concurrent('all that a folder names, each image once, with file and line', async () => {
    const cwd = await folders.create(files);
    const { exitCode, json, stderr } = await ask(
      { image: '.', namespace: 'ignored', registry: 'other.example.com' },
      { cwd },
    );
    const results = json.results as { image: string; status: string; tag?: string; where: string[] }[];
    expect(exitCode).toBe(0);
    expect(results.map(({ image, status, tag, where }) => [image, status, tag, where])).toEqual([
      ['fleet.example.com/files/base:1.0.0', 'update', '1.0.1', ['Dockerfile:2']],
      ['fleet.example.com/files/tool:1.1.0', 'up-to-date', '1.1.0', ['Dockerfile:4']],
      ['fleet.example.com/files/app:1.0.0', 'update', '1.0.1', ['compose.yaml:3', 'values.yaml:4']],
      ['${OTHER}', 'unknown', undefined, ['compose.yaml:5']],
      ['fleet.example.com/files/kustom:2.0.0', 'up-to-date', '2.0.0', ['kustomization.yaml:4']],
      ['acme/charted', 'unsupported', undefined, ['values.yaml:6']],
    ]);
    expect(stderr).toContain(
      'compose.yaml:5: ${OTHER} could not be looked up: the variable OTHER has no value in this file',
    );
  });

  test.concurrent('the table tells where each stands, and the sentence how many are newer', async () => {
    const cwd = await folders.create(files);
    const image = 'Dockerfile,compose.yaml,values.yaml';
    const { stdout } = await runText('latest', { image }, { internet, cwd });
    expect(stdout).toMatch(/^STATUS +IMAGE +NEWER TAG +REASON +WHERE\n/);
    expect(stdout).toMatch(/^newer version .*files\/app:1\.0\.0 .* compose\.yaml:3 and 1 more$/m);
    expect(stdout).toMatch(/\n\n5 images: 2 newer versions, 1 up to date, 1 not comparable, 1 not known\n$/);
  });

  test.concurrent('what is kept in the folder itself names no image', async () => {
    const cwd = await folders.create({ 'compose.yaml': `image: fleet.example.com/kept/app:1.0.0@${sha('old')}\n` });
    await ask({ image: 'fleet.example.com/kept/app:1.0.0', strategy: 'digest', 'cache-dir': 'kept' }, { cwd });
    for (const _time of [1, 2]) {
      const { json } = await ask({ image: '.', 'cache-dir': 'kept' }, { cwd });
      expect([json.image, json.where]).toEqual([expect.stringContaining('kept/app:1.0.0@'), ['compose.yaml:1']]);
    }
  });

  test.concurrent('a file beside images; in it names are Docker’s, whatever registry is', async () => {
    for (const tag of ['1.0.0', '1.0.1']) await internet.hub.image('library/official', tag);
    const cwd = await folders.create({ 'running.txt': '# in use\nofficial:1.0.0 Not/A/Name:1\n' });
    const { json } = await ask({ image: 'running.txt,acme/x:1.0.0', registry: 'fleet.example.com' }, { cwd });
    const results = json.results as { image: string; status: string; fullImage?: string }[];
    expect(results.map(({ image, status, fullImage }) => [image, status, fullImage])).toEqual([
      ['official:1.0.0', 'update', 'official:1.0.1'],
      ['Not/A/Name:1', 'unknown', undefined],
      ['fleet.example.com/acme/x:1.0.0', 'update', 'fleet.example.com/acme/x:1.0.1'],
    ]);
  });

  test.concurrent('a file without any image says so', async () => {
    const cwd = await folders.create({ 'none.yaml': 'a: 1\n' });
    const { stdout, exitCode } = await runText('latest', { image: 'none.yaml' }, { internet, cwd });
    expect([exitCode, stdout]).toEqual([0, 'the files name no image\n']);
    const step = await ask({ image: 'none.yaml' }, { cwd });
    expect(step.json).toEqual({ updateAvailable: false, results: [] });
  });

  test.concurrent.each([
    [
      { 'deployment.yaml': 'a: 1\nimage: "{{ .Values.image }}"\n' },
      'deployment.yaml:2 cannot be read: it contains {{ }}',
    ],
    [{ 'b.yaml': 'a: [\n' }, 'b.yaml:'],
    [{ 'readme.md': 'x' }, 'has no Dockerfile, YAML or JSON file'],
  ])('what cannot be read is refused, and nothing is asked %#', async (content, words) => {
    const cwd = await folders.create(content as Record<string, string>);
    const { exitCode, json } = await ask({ image: 'fleet.example.com/never/asked:1.0.0,.' }, { cwd });
    expect([exitCode, json.error]).toEqual([64, expect.stringContaining(words)]);
    expect(requestsAbout(internet.requests, 'never/asked')).toEqual([]);
  });
});

describe('credentials', () => {
  test.concurrent('go to their own registry; others get what the Docker config has for them', async () => {
    internet.generic.auth = 'basic';
    internet.generic.users.set('ada', 'generic-secret');
    await internet.generic.image('private/app', '1.0.0');
    await internet.generic.image('private/app', '1.0.1');
    const config = await folders.dockerConfig({
      auths: { 'other.example.com': { auth: Buffer.from('eve:other-secret').toString('base64') } },
    });
    const image = [
      'registry.example.com/private/app:1.0.0',
      'other.example.com/creds/a:1.0.0',
      'fleet.example.com/creds/b:1.0.0',
    ];
    const inputs = {
      image: image.join(','),
      registry: 'registry.example.com',
      username: 'ada',
      password: 'generic-secret',
    };
    const { exitCode, json } = await ask(inputs, { env: config });
    expect([exitCode, (json.results as { tag: string }[]).map(({ tag }) => tag)]).toEqual([
      0,
      ['1.0.1', '1.0.1', '1.0.1'],
    ]);
    const sent = (about: string) =>
      recordsAbout(internet.requests, about).map(({ headers }) => headers.authorization ?? '');
    const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;
    expect(new Set(sent('creds/b'))).toEqual(new Set(['']));
    expect(sent('creds/a')).not.toContain(basic('ada:generic-secret'));
    expect(sent('private/app')).toContain(basic('ada:generic-secret'));
    expect(sent('private/app')).not.toContain(basic('eve:other-secret'));
  });
});

describe('a registry that fails', () => {
  test.concurrent.each([
    ['missing', 3, 'not-found'],
    ['denied', 4, 'unknown'],
    ['limited', 5, 'unknown'],
    ['failing', 5, 'unknown'],
  ])('%s: exit code %d, and not “up to date”', async (name, code, status) => {
    const { exitCode, json, stdout } = await ask({ image: `fleet.example.com/faults/${name}:1.0.0` });
    expect([exitCode, json.status, json.updateAvailable]).toEqual([code, status, undefined]);
    expect(stdout).not.toContain('up-to-date');
  });

  test.concurrent('nobody there: exit code 6', async () => {
    const { exitCode, json } = await ask({ image: 'localhost:1/acme/app:1.0.0' });
    expect([exitCode, json.status]).toEqual([6, 'unknown']);
  });
});

describe('wrong usage', () => {
  test.concurrent.each<[Record<string, string>, string]>([
    [{}, 'image is required'],
    [{ image: 'Acme/App:1' }, "is not an image's name"],
    [{ image: './nothing.yaml' }, 'image: the file "./nothing.yaml" does not exist'],
    [{ image: 'acme/app:1.0.0', strategy: 'bug' }, 'which is not one of patch, bugfix, minor, major, digest'],
    [{ image: 'acme/app:1.0.0', strategy: 'digest', include: '^1' }, 'include chooses among tags'],
    [{ image: 'acme/app:1.0.0', strategy: 'digest', prerelease: 'true' }, 'prerelease chooses among tags'],
    [{ image: 'acme/app:1.0.0', platform: 'arm64' }, 'is not a platform'],
    [{ image: 'acme/app:1.0.0', username: 'ada' }, '--username is given, and --password is not'],
    [{ image: 'acme/app:1.0.0', 'min-age': 'old' }, 'which is not a duration'],
  ])('%j', async (inputs, words) => {
    const { exitCode, json } = await runJson('latest', inputs);
    expect([exitCode, json.error]).toEqual([64, expect.stringContaining(words)]);
  });
});
