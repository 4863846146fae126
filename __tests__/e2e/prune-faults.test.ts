import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type Internet, type Misbehaviour, withLatency } from '../../sandbox/index.js';
import { readJournal } from '../../src/retention/journal.js';
import { ociIndex, ociManifest } from '../support/manifests.js';
import { changes, deleteRefusals } from './support/delete.js';
import { prune, reasonsOf, restore, tagsOf } from './support/prune.js';
import { useFolders, useInternet } from './support/surroundings.js';

const host = 'registry.example.com';
const folders = useFolders();
let count = 0;

const internet = await useInternet();

/** A repository of its own: an index `3.0` that stays with keep 1, and `2.0` and `1.0`, which go. */
async function given() {
  count += 1;
  const path = `acme/pruned-${count}`;
  const push = (tag: string, month: number, spec: object = {}) =>
    internet.generic.image(path, tag, { created: `2026-0${month}-01T00:00:00Z`, content: `${path} ${tag}`, ...spec });
  const digests = {
    '3.0': await push('3.0', 3, { platforms: ['linux/amd64', 'linux/arm64'], nested: true }),
    '2.0': await push('2.0', 2),
    '1.0': await push('1.0', 1),
  };
  const cwd = await folders.create();
  const at = (reference: string) => `/v2/${path}/manifests/${reference}`;
  const sent = () => internet.requests.filter((one) => one.path.startsWith(`/v2/${path}/`));
  return {
    path,
    push,
    digests,
    cwd,
    at,
    sent,
    changes: () => changes(sent()),
    inject: (
      method: string,
      where: string | RegExp,
      answer: Parameters<Internet['inject']>[0]['answer'],
      times?: number,
    ) => internet.inject({ host, method, path: where, answer, ...(times === undefined ? {} : { times }) }),
    run: (...args: string[]) =>
      prune([`${host}/${path}`, '--keep', '1', ...args], {
        internet,
        cwd,
        env: { IMAGE_GATE_JOURNAL: 'journal', IMAGE_GATE_TIMEOUT: '5s' },
      }),
  };
}

type Given = Awaited<ReturnType<typeof given>>;

const faults: readonly (readonly [string, Misbehaviour, number])[] = [
  ['401', { status: 401 }, 2],
  ['403', { status: 403 }, 4],
  ['429', { status: 429, headers: { 'retry-after': '3600' } }, 5],
  ['500', { status: 500 }, 5],
  ['a reset', 'reset', 6],
  ['an endless wait', 'hang', 6],
  [
    'a body that is cut',
    { cut: { headers: { 'content-type': ociManifest }, body: '{"schemaVersion":2}', after: 5 } },
    6,
  ],
  ['a page', { status: 200, headers: { 'content-type': 'text/html' }, body: '<html><title>Sign in</title></html>' }, 5],
  [
    'another manifest than its digest says',
    {
      status: 200,
      headers: { 'content-type': ociManifest, 'docker-content-digest': `sha256:${'e'.repeat(64)}` },
      body: JSON.stringify({ schemaVersion: 2, mediaType: ociManifest, config: {}, layers: [] }),
    },
    5,
  ],
];
/** The same answer without the repeats of a retry: refused, broken, cut, foreign and false. */
const someFaults = faults.filter(([name]) => !['401', '429', 'a reset', 'an endless wait'].includes(name));
/** Who reads it, and the faults that its answer has: all for the first of each kind of answer. */
const reads: readonly (readonly [string, (given: Given) => string | RegExp, typeof faults])[] = [
  // To a list a manifest is an object without tags, and that is an empty repository.
  ['the list', ({ path }) => `/v2/${path}/tags/list`, faults.filter(([name]) => !name.startsWith('another manifest'))],
  ['a manifest that goes', ({ at }) => at('1.0'), faults],
  ['a manifest that stays', ({ at }) => at('3.0'), someFaults],
  // The index in the index: the only one that is requested by a digest of its own before the journal.
  ['a nested index', ({ path }) => new RegExp(`/v2/${path}/manifests/sha256:`), someFaults],
  ['a config', ({ path }) => new RegExp(`/v2/${path}/blobs/`), someFaults],
  ['a manifest for the journal', ({ at, digests }) => at(digests['1.0']), someFaults],
];

// In one block, so that all of them wait at the same time.
describe('a read that fails', () => {
  test.concurrent.each(
    reads.flatMap(([what, whereOf, its]) =>
      its.map(([fault, answer, exitCode]) => ({ what, fault, whereOf, answer, exitCode })),
    ),
  )('$what is answered with $fault: its exit code, nothing deleted, nothing written', async (row) => {
    const { whereOf, answer, exitCode } = row;
    const one = await given();
    one.inject('GET', whereOf(one), answer);
    const result = await one.run();
    expect(result.exitCode).toBe(exitCode);
    expect(result.json).toMatchObject({ status: 'error' });
    expect(one.changes()).toEqual([]);
    expect(readdirSync(one.cwd)).toEqual([]);
  });
});

describe('a list that is cut short', () => {
  test.concurrent.each([
    ['its next page fails', { status: 500 }, 5],
    [
      'its next page is no list',
      { status: 200, headers: { 'content-type': 'application/json' }, body: '{"tags":"1.0"}' },
      5,
    ],
    [
      'its next page is cut',
      { cut: { headers: { 'content-type': 'application/json' }, body: '{"tags":[]}', after: 3 } },
      6,
    ],
  ] as const)('%s: nothing deleted', async (_name, answer, exitCode) => {
    const { path, inject, run, changes: changed } = await given();
    inject('GET', `/v2/${path}/tags/list?n=1000`, {
      status: 200,
      headers: { 'content-type': 'application/json', link: `</v2/${path}/tags/list?n=1000&last=2.0>; rel="next"` },
      body: JSON.stringify({ name: path, tags: ['1.0', '2.0'] }),
    });
    inject('GET', `/v2/${path}/tags/list?n=1000&last=2.0`, answer);
    expect((await run()).exitCode).toBe(exitCode);
    expect(changed()).toEqual([]);
  });
});

describe('the journal', () => {
  test.concurrent('a folder that cannot be written to: nothing deleted', async () => {
    const { run, changes: changed } = await given();
    const result = await run('--journal', 'nowhere/journal');
    expect(result).toMatchObject({ exitCode: 64, json: { error: expect.stringContaining('cannot be written') } });
    expect(changed()).toEqual([]);
  });

  test.concurrent('is whole and on the disk at the first delete', async () => {
    const { inject, run, at, cwd } = await given();
    let seen = '';
    inject('DELETE', at('1.0'), () => {
      seen = readFileSync(join(cwd, 'journal'), 'utf8');
      return undefined;
    });
    expect((await run()).exitCode).toBe(0);
    const { complete, entries } = readJournal(seen);
    expect(complete).toBe(true);
    expect(entries.flatMap(({ tags }) => tags).sort()).toEqual(['1.0', '2.0']);
  });
});

describe('what changes between plan and delete', () => {
  const head = (digest: string) => ({
    status: 200,
    headers: { 'content-type': ociManifest, 'docker-content-digest': digest },
  });
  const other = `sha256:${'e'.repeat(64)}`;

  test.concurrent.each([
    ['deletes tags', undefined],
    ['deletes digests only', { status: 400 }],
  ])('a tag that was pushed again stays, on a registry that %s', async (_name, refusal) => {
    const { inject, run, at, digests, changes: changed } = await given();
    if (refusal !== undefined) inject('DELETE', at('2.0'), refusal);
    inject('HEAD', at('1.0'), head(other));
    const result = await run();
    expect(result.exitCode).toBe(0);
    expect(tagsOf(result, 'deleted')).toEqual(['2.0']);
    expect(reasonsOf(result, 'kept')['1.0']).toBe('it was pushed again meanwhile');
    const done = changed().filter((line) => line.endsWith(' 202'));
    expect(done).toEqual([`DELETE ${at(refusal === undefined ? '2.0' : digests['2.0'])} 202`]);
  });

  test.concurrent('a digest that was tagged meanwhile stays, where it would go with all its tags', async () => {
    const { inject, run, at, path, push, digests, changes: changed } = await given();
    inject('DELETE', new RegExp(`/v2/${path}/manifests/[^:]+$`), { status: 405 });
    let planned = false;
    inject('GET', at(digests['1.0']), () => {
      planned = true;
      return undefined;
    });
    inject('GET', `/v2/${path}/tags/list?n=1000`, () =>
      planned
        ? {
            status: 200,
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ name: path, tags: ['1.0', '2.0', '3.0', 'promoted', 'composed'] }),
          }
        : undefined,
    );
    await push('elsewhere', 1);
    inject('HEAD', at('promoted'), head(digests['1.0']));
    inject('HEAD', at('composed'), {
      status: 200,
      headers: { 'content-type': ociIndex, 'docker-content-digest': other },
    });
    const index = {
      schemaVersion: 2,
      mediaType: ociIndex,
      manifests: [{ mediaType: ociManifest, digest: digests['2.0'], size: 1 }],
    };
    inject('GET', at(other), {
      status: 200,
      headers: { 'content-type': index.mediaType },
      body: JSON.stringify(index),
    });
    const result = await run('--exclude', 'elsewhere');
    // The bytes of the new index are not what its digest says: what cannot be read might need anything.
    expect(result.exitCode).toBe(5);
    expect(changed().filter((line) => line.endsWith(' 202'))).toEqual([]);
  });

  test.concurrent('… and so does one that a new index lists', async () => {
    const { inject, run, at, path, digests, changes: changed } = await given();
    inject('DELETE', new RegExp(`/v2/${path}/manifests/[^:]+$`), { status: 405 });
    const mediaType = ociIndex;
    const manifests = [{ mediaType: ociManifest, digest: digests['2.0'], size: 1 }];
    const body = JSON.stringify({ schemaVersion: 2, mediaType, manifests });
    const { createHash } = await import('node:crypto');
    const digest = `sha256:${createHash('sha256').update(body).digest('hex')}`;
    let planned = false;
    inject('GET', at(digests['1.0']), () => {
      planned = true;
      return undefined;
    });
    const listed = { name: path, tags: ['1.0', '2.0', '3.0', 'promoted', 'composed'] };
    inject('GET', `/v2/${path}/tags/list?n=1000`, () =>
      planned
        ? { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(listed) }
        : undefined,
    );
    inject('HEAD', at('promoted'), head(digests['1.0']));
    inject('HEAD', at('composed'), {
      status: 200,
      headers: { 'content-type': mediaType, 'docker-content-digest': digest },
    });
    inject('GET', at(digest), { status: 200, headers: { 'content-type': mediaType }, body });
    const result = await run();
    expect(result.exitCode).toBe(0);
    expect(reasonsOf(result, 'kept')).toMatchObject({
      '1.0': 'promoted needs it now',
      '2.0': 'composed needs it now',
    });
    expect(changed().filter((line) => line.endsWith(' 202'))).toEqual([]);
    expect(result.json).toMatchObject({ deletedCount: 0, journal: null });
  });

  test.concurrent('a kept tag that is gone afterwards is found out', async () => {
    const { inject, run, at } = await given();
    let deleted = false;
    inject('DELETE', at('2.0'), () => {
      deleted = true;
      return undefined;
    });
    inject('HEAD', at('3.0'), () => (deleted ? { status: 404 } : undefined));
    const result = await run();
    expect(result.exitCode).toBe(5);
    expect(result.json.error).toContain(':3.0 after the deletes: it is deleted too');
    expect(result.json).toMatchObject({ deletedCount: 2, journal: 'journal' });
  });
});

describe('deletes that fail', () => {
  test.concurrent.each([
    ['401', { status: 401 }, 2, []],
    ['403', { status: 403 }, 4, ['2.0']],
    ['500', { status: 500 }, 5, ['2.0']],
    ['a reset', 'reset', 6, []],
  ] as const)('the first is answered with %s', async (_name, answer, exitCode, deleted) => {
    const { inject, run, at, cwd } = await given();
    inject('DELETE', at('1.0'), answer);
    const result = await run('--timeout', '20s');
    expect(result.exitCode).toBe(exitCode);
    expect(tagsOf(result, 'deleted')).toEqual(deleted);
    expect(tagsOf(result, 'failed')).toContain('1.0');
    expect(readdirSync(cwd)).toEqual(exitCode === 2 ? [] : ['journal']);
  });

  test.concurrent.each(deleteRefusals)(
    'the registry deletes nothing, as %s says: exit code 7',
    async (_name, answer) => {
      const { inject, run, path, cwd } = await given();
      inject('DELETE', new RegExp(`/v2/${path}/manifests/`), answer);
      const result = await run();
      expect(result).toMatchObject({ exitCode: 7, json: { deletedCount: 0, journal: null } });
      expect(result.json.error).toContain('the registry does not support this');
      expect(readdirSync(cwd)).toEqual([]);
    },
  );

  test.concurrent.each([401, 403, 412, 500])('%i to each: three are tried, one after the other', async (status) => {
    const { inject, run, path, push, changes: changed } = await given();
    for (let at = 1; at <= 9; at += 1) await push(`0.${at}`, 1);
    inject('DELETE', new RegExp(`/v2/${path}/manifests/`), { status, body: '{}' });
    await run('--timeout', '30s');
    const tried = new Set(changed().map((line) => line.split(' ')[1]));
    expect(tried.size).toBe(status === 401 ? 1 : 3);
  });

  test.concurrent.each<[string, (given: Given) => readonly (readonly [string | RegExp, string])[]]>([
    [
      'no tags, and the oldest manifest is locked',
      ({ path, at, digests }) => [
        [at(digests['1.0']), 'This image is locked.'],
        [new RegExp(`/v2/${path}/manifests/\\d`), 'Tags are not deleted here.'],
      ],
    ],
    [
      'tags, and the oldest is immutable',
      ({ path, at }) => [
        [at('1.0'), 'The tag is immutable.'],
        [new RegExp(`/v2/${path}/manifests/sha256:`), 'A tag is on it.'],
      ],
    ],
  ])('a registry that deletes %s: the others go', async (_name, refusalsOf) => {
    const one = await given();
    for (const [where, message] of refusalsOf(one)) {
      const body = JSON.stringify({ errors: [{ code: 'UNSUPPORTED', message }] });
      one.inject('DELETE', where, { status: 405, headers: { 'content-type': 'application/json' }, body });
    }
    const result = await one.run();
    expect(result.exitCode).toBe(7);
    expect([tagsOf(result, 'deleted'), tagsOf(result, 'failed')]).toEqual([['2.0'], ['1.0']]);
  });

  test.concurrent('one that is refused among others does not keep them; ten in a row end it', async () => {
    const { inject, run, at, push } = await given();
    for (const tag of ['0.1', '0.2', '0.3', '0.4', '0.5', '0.6', '0.7', '0.8']) await push(tag, 1);
    inject('DELETE', at('0.2'), { status: 403 });
    const result = await run();
    expect(result.exitCode).toBe(4);
    expect(tagsOf(result, 'failed')).toEqual(['0.2']);
    expect(result.json).toMatchObject({ deletedCount: 9, journal: 'journal' });

    const second = await given();
    for (let at = 1; at <= 30; at += 1) await second.push(`0.${at}`, 1);
    const refuse = second.inject('DELETE', new RegExp(`/v2/${second.path}/manifests/0\\.`), { status: 403 });
    const stopped = await second.run();
    refuse();
    expect(stopped.exitCode).toBe(4);
    expect(second.changes().filter((line) => line.endsWith(' 403')).length).toBeLessThan(16);
    expect(Object.values(reasonsOf(stopped, 'failed'))).toContain('not tried after the error before');
  });

  test.concurrent('a limit in the middle slows the run without failing it; 404 to a repeated delete is success', async () => {
    const { inject, run, at } = await given();
    inject('DELETE', at('1.0'), { status: 429, headers: { 'retry-after': '1' } }, 1);
    inject('DELETE', at('2.0'), { lose: true }, 1);
    const result = await run('--timeout', '20s');
    expect(result).toMatchObject({ exitCode: 0, json: { deletedCount: 2, failed: [] } });
    expect(result.durationMs).toBeGreaterThan(950);
  });

  test.concurrent('cancelled in the middle: what was deleted is told, and the journal is there', async () => {
    const { inject, at, path, cwd } = await given();
    let reached = (): void => undefined;
    const happened = new Promise<void>((resolve) => {
      reached = resolve;
    });
    inject('DELETE', at('2.0'), () => {
      reached();
      return 'hang';
    });
    const result = await prune([`${host}/${path}`, '--keep', '1', '--journal', 'journal'], {
      internet,
      cwd,
      signalWhen: { happened, signal: 'SIGINT' },
    });
    expect(result.exitCode).toBe(130);
    expect(tagsOf(result, 'deleted')).toEqual(['1.0']);
    expect(result.json).toMatchObject({ status: 'error', journal: 'journal' });
    expect(result.stderr).toContain('cancelled by SIGINT');
  });
});

describe('a long run', () => {
  test('renews the registry’s tokens as they end', async () => {
    const { path, cwd, push } = await given();
    for (let at = 0; at < 40; at += 1) await push(`0.${at}`, 1);
    const far = await withLatency(internet.proxyUrl, 60);
    internet.generic.users.set('ada', 'a-secret');
    internet.generic.repository(path, { private: true, members: ['ada'] });
    Object.assign(internet.generic, { auth: 'bearer', lifetime: 1 });
    internet.forget();
    const credentials = { IMAGE_GATE_USERNAME: 'ada', IMAGE_GATE_PASSWORD: 'a-secret' };
    const env = { HTTPS_PROXY: far.url, IMAGE_GATE_REGISTRY: host, ...credentials };
    const result = await prune([`${host}/${path}`, '--keep', '1'], { internet, cwd, env });
    Object.assign(internet.generic, { auth: 'anonymous', lifetime: 300 });
    await far.stop();
    expect(result).toMatchObject({ exitCode: 0, json: { deletedCount: 42, failed: [] } });
    const tokens = internet.requests.filter(({ path: asked }) => asked.startsWith('/token'));
    expect(tokens.length).toBeGreaterThanOrEqual(2);
    expect(tokens.length).toBeLessThan(20);
  });
});

describe('restore', () => {
  test.concurrent.each([
    ['401', { status: 401 }, 2],
    ['403', { status: 403 }, 4],
    ['500', { status: 500 }, 5],
    ['a reset', 'reset', 6],
  ] as const)(
    'a put that is answered with %s is no loss, and a second run ends it',
    async (_name, answer, exitCode) => {
      const { inject, run, at, cwd } = await given();
      await run();
      const right = inject('PUT', at('2.0'), answer);
      const first = await restore(['journal', '--timeout', '6s'], { internet, cwd });
      expect(first).toMatchObject({ exitCode, json: { status: 'error', lost: [] } });
      right();
      const second = await restore(['journal'], { internet, cwd });
      expect(second.exitCode).toBe(0);
      expect([...tagsOf(second, 'restored'), ...tagsOf(second, 'there')].sort()).toEqual(['1.0', '2.0']);
    },
  );
});
