import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { CliOptions, Misbehaviour } from '../../sandbox/index.js';
import { readJournal } from '../../src/retention/journal.js';
import { documentOf, imageIndex, ociIndex, ociManifest } from '../support/manifests.js';
import { changes, type DeleteRun, deleteCli, deleteImages, deleteRefusals } from './support/delete.js';
import { useFolders, useInternet } from './support/surroundings.js';
import { until } from './support/together.js';

const host = 'registry.example.com';
const folders = useFolders();
let count = 0;

const internet = await useInternet();

const digestOf = (path: string, tag: string) => internet.generic.registry.ledger.tagged(path).get(tag)?.digest ?? '';

/** A repository of its own with the tags 1.0 and 2.0, and 3.0 on the same manifest as 1.0. */
async function given() {
  count += 1;
  const path = `acme/faulty-${count}`;
  const digest = await internet.generic.image(path, '1.0', { content: path });
  await internet.generic.image(path, '3.0', { content: path });
  await internet.generic.image(path, '2.0');
  const cwd = await folders.create();
  return {
    path,
    digest,
    cwd,
    at: (reference: string) => `/v2/${path}/manifests/${reference}`,
    changes: () => changes(internet.requests.filter((one) => one.path.startsWith(`/v2/${path}/`))),
    /** Deletes these tags and digests. */
    run: (references = ['1.0'], more: Partial<Pick<CliOptions, 'signalWhen'>> = {}) => {
      const images = references.map((one) => `${host}/${path}${one.includes(':') ? '@' : ':'}${one}`);
      const args = [...images.flatMap((image) => ['--image', image]), '--journal', 'journal', '--timeout', '6s'];
      return deleteImages(args, { internet, cwd, ...more });
    },
    /** The same, with more time for what is tried again, and further arguments. */
    runIn: (timeout: string, references: readonly string[], ...more: readonly string[]) => {
      const images = references.flatMap((one) => ['--image', `${host}/${path}:${one}`]);
      return deleteImages([...images, '--journal', 'journal', '--timeout', timeout, ...more], { internet, cwd });
    },
    /** From the first delete on, which is answered so, the tag is on this digest. */
    moveAtDelete(tag: string, digest: string, mediaType: string, answer?: Misbehaviour) {
      const at = (reference: string) => `/v2/${path}/manifests/${reference}`;
      let begun = false;
      const begin = () => {
        begun = true;
        return answer;
      };
      internet.inject({ host, method: 'DELETE', path: at('1.0'), answer: begin });
      const headers = { 'content-type': mediaType, 'docker-content-digest': digest };
      internet.inject({
        host,
        method: 'HEAD',
        path: at(tag),
        answer: () => (begun ? { status: 200, headers } : undefined),
      });
    },
  };
}

const faults: readonly (readonly [string, Misbehaviour, number])[] = [
  ['401', { status: 401 }, 2],
  ['403', { status: 403 }, 4],
  ['429', { status: 429, headers: { 'retry-after': '3600' } }, 5],
  ['500', { status: 500 }, 5],
  ['reset', 'reset', 6],
  [
    'a body that is cut',
    { cut: { headers: { 'content-type': 'application/json' }, body: '{"tags":[]}', after: 3 } },
    6,
  ],
];
const requests: readonly (readonly [string, string, (path: string, digest: string) => string])[] = [
  ['the tag', 'HEAD', (path) => `/v2/${path}/manifests/1.0`],
  ['another tag', 'HEAD', (path) => `/v2/${path}/manifests/2.0`],
  ['the list', 'GET', (path) => `/v2/${path}/tags/list`],
  ['the manifest', 'GET', (path, digest) => `/v2/${path}/manifests/${digest}`],
  ['the delete', 'DELETE', (path) => `/v2/${path}/manifests/1.0`],
];

// In one block, so that all of them wait at the same time.
describe('a request that fails', () => {
  test.concurrent.each(
    requests.flatMap(([what, method, pathOf]) =>
      faults
        // A HEAD has no body that could be cut.
        .filter(([fault]) => method !== 'HEAD' || !fault.includes('cut'))
        .map(([fault, answer, exitCode]) => ({ what, fault, method, pathOf, answer, exitCode })),
    ),
  )('$what is answered with $fault: its exit code, nothing deleted, nothing written', async (row) => {
    const { method, pathOf, answer, exitCode } = row;
    const { path, digest, run, changes } = await given();
    internet.inject({ host, method, path: pathOf(path, digest), answer });
    const result: DeleteRun = await run();
    expect(result.exitCode).toBe(exitCode);
    expect(result.json).toMatchObject({ status: 'error', exitCode: exitCode });
    const sent = changes();
    if (method !== 'DELETE') expect(sent).toEqual([]);
    for (const line of sent) expect(line).toMatch(/^DELETE \S+\/manifests\/1\.0 /);
    expect(sent.some((line) => line.endsWith(' 202'))).toBe(false);
    const uncertain = method === 'DELETE' && exitCode > 4;
    expect(result.stderr.includes('keep the journal journal')).toBe(uncertain);
  });
});

describe('a registry that deletes no tags', () => {
  test.concurrent.each(deleteRefusals)('as %s says: the manifest goes with all its tags', async (_name, answer) => {
    const { run, at, digest, changes } = await given();
    internet.inject({ host, method: 'DELETE', path: at('1.0'), answer });
    expect((await run(['1.0', '3.0'])).json).toMatchObject({ deletedCount: 2 });
    expect(changes().slice(1)).toEqual([`DELETE ${at(digest)} 202`]);
  });

  test.concurrent.each(deleteRefusals)(
    'and no manifests, as %s says: exit code 7, nothing changes',
    async (_name, answer) => {
      const { run, path, changes, cwd } = await given();
      internet.inject({ host, method: 'DELETE', path: new RegExp(`^/v2/${path}/manifests/`), answer });
      const { exitCode, json } = await run(['1.0', '3.0']);
      expect([exitCode, json.error]).toEqual([7, expect.stringContaining('the registry does not support this')]);
      expect(changes()).toHaveLength(2);
      expect(readdirSync(cwd)).toEqual([]);
    },
  );

  test.concurrent.each(faults)('the delete of the digest is answered with %s', async (_name, answer, exitCode) => {
    const { run, at, digest, changes } = await given();
    internet.inject({ host, method: 'DELETE', path: at('1.0'), answer: { status: 400 } });
    internet.inject({ host, method: 'DELETE', path: at(digest), answer });
    expect((await run(['1.0', '3.0'])).exitCode).toBe(exitCode);
    for (const line of changes()) expect(line).toMatch(/^DELETE /);
    expect(changes().some((line) => line.endsWith(' 202'))).toBe(false);
  });

  test.concurrent('an index that stays and cannot be read: nothing is deleted', async () => {
    const { run, at, path, changes } = await given();
    const index = await internet.generic.image(path, 'multi', { platforms: ['linux/amd64', 'linux/arm64'] });
    internet.inject({ host, method: 'DELETE', path: at('1.0'), answer: { status: 405 } });
    internet.inject({ host, method: 'GET', path: at(index), answer: { status: 403 } });
    expect((await run(['1.0', '3.0'])).exitCode).toBe(4);
    expect(changes()).toEqual([`DELETE ${at('1.0')} 405`]);
  });
});

describe('a tag that is listed and not served', () => {
  const words = JSON.stringify({ errors: [{ code: 'UNKNOWN', message: 'the blob is lost' }] });
  const answers: readonly (readonly [string, Misbehaviour])[] = [
    ['404', { status: 404, body: '{}' }],
    ['500', { status: 500, headers: { 'content-type': 'application/json' }, body: words }],
  ];
  const unread = (at: string, methods: readonly string[], answer: Misbehaviour) => {
    for (const method of methods) internet.inject({ host, method, path: at, answer });
  };
  const ways: readonly (readonly [string, readonly string[]])[] = [
    ['HEAD and GET', ['HEAD', 'GET']],
    ['GET alone, the digest too', ['GET']],
  ];

  describe.each(answers)('%s', (_status, answer) => {
    test.concurrent.each(ways)('%s: its name goes, nothing else; no journal has it', async (_way, methods) => {
      const { path, digest, changes, at, runIn, cwd } = await given();
      unread(at('2.0'), methods, answer);
      if (methods.length === 1) unread(at(digestOf(path, '2.0')), ['GET'], answer);
      const planned = await runIn('60s', ['2.0', '1.0'], '--dry-run');
      expect([planned.exitCode, changes()]).toEqual([0, []]);
      expect(planned.stderr).toContain(`${path}:2.0 is listed, but cannot be read`);

      const { exitCode, json, stderr } = await runIn('60s', ['2.0', '1.0']);

      expect(exitCode).toBe(0);
      expect(stderr).toContain('only its name is deleted, and it is not in the journal');
      expect(json.deleted).toMatchObject([{ tag: '2.0' }, { tag: '1.0', digest }]);
      expect([...changes()].sort()).toEqual([`DELETE ${at('1.0')} 202`, `DELETE ${at('2.0')} 202`]);
      expect(readJournal(readFileSync(join(cwd, 'journal'), 'utf8')).entries).toMatchObject([{ digest }]);
    });

    test.concurrent('alone: no journal; other tags that are not served do not matter', async () => {
      const { changes, at, runIn, cwd } = await given();
      unread(at('2.0'), ['HEAD', 'GET'], answer);
      unread(at('3.0'), ['HEAD', 'GET'], answer);
      const { exitCode, json } = await runIn('60s', ['2.0']);
      expect([exitCode, json.deletedCount, json.journal]).toEqual([0, 1, null]);
      expect(changes()).toEqual([`DELETE ${at('2.0')} 202`]);
      expect(readdirSync(cwd)).toEqual([]);
    });

    test.concurrent('on a registry that deletes no tags it stays: exit code 7, nothing is deleted', async () => {
      const { changes, at, runIn, path } = await given();
      unread(at('2.0'), ['HEAD', 'GET'], answer);
      internet.inject({
        host,
        method: 'DELETE',
        path: new RegExp(`^/v2/${path}/manifests/\\d`),
        answer: { status: 405 },
      });
      const { exitCode, json } = await runIn('60s', ['1.0', '3.0', '2.0']);
      expect([exitCode, json.error]).toEqual([7, expect.stringContaining('the manifest of this tag cannot be read')]);
      expect(changes()).toEqual([`DELETE ${at('1.0')} 405`]);
    });

    test.concurrent('one that is pushed meanwhile is left alone', async () => {
      const { changes, at, runIn } = await given();
      internet.inject({ host, method: 'HEAD', path: at('2.0'), times: 1, answer: { status: 404 } });
      internet.inject({ host, method: 'GET', path: at('2.0'), answer });
      const { exitCode, json } = await runIn('60s', ['2.0']);
      expect([exitCode, json.moved, changes()]).toEqual([1, [expect.stringContaining(':2.0')], []]);
    });
  });

  test.concurrent('404 to its delete too: exit code 3, or fine with missing-ok', async () => {
    const { at, runIn } = await given();
    unread(at('2.0'), ['HEAD', 'GET', 'DELETE'], { status: 404 });
    const { exitCode, json } = await runIn('60s', ['2.0']);
    expect([exitCode, json.error]).toEqual([3, expect.stringContaining('returns 404 for the delete too')]);
    expect(json).toMatchObject({ deletedCount: 0, missing: [expect.stringContaining(':2.0')] });
    expect((await runIn('60s', ['2.0'], '--missing-ok')).exitCode).toBe(0);
  });

  test.concurrent.each([
    ['not listed', 'HEAD', false, 500],
    ['given by GET all the same', 'HEAD', true, 500],
    ['answered with 503', '', true, 503],
  ] as const)('one that is %s is an error, and stays: exit code 5', async (_what, method, isListed, status) => {
    const { changes, at, runIn } = await given();
    const tag = isListed ? '2.0' : 'never';
    internet.inject({ host, ...(method === '' ? {} : { method }), path: at(tag), answer: { status } });
    expect([(await runIn('60s', [tag])).exitCode, changes()]).toEqual([5, []]);
  });
});

describe('what changes meanwhile', () => {
  test.concurrent('a tag that moved since is left alone, the others go', async () => {
    const { run, at, changes } = await given();
    let looks = 0;
    internet.inject({
      host,
      method: 'HEAD',
      path: at('1.0'),
      answer: () => {
        looks += 1;
        const headers = {
          'content-type': ociManifest,
          'docker-content-digest': `sha256:${'e'.repeat(64)}`,
        };
        return looks === 1 ? undefined : { status: 200, headers };
      },
    });
    const { exitCode, json, stderr } = await run(['1.0', '2.0']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('pushed again meanwhile');
    expect(json).toMatchObject({ deletedCount: 1, moved: [expect.stringContaining(':1.0')] });
    expect(changes()).toEqual([`DELETE ${at('2.0')} 202`]);
  });

  test.concurrent('a tag that stays and is moved onto what would go with all its tags: it is left alone', async () => {
    const { run, digest, moveAtDelete, changes, at } = await given();
    moveAtDelete('2.0', digest, ociManifest, { status: 400 });
    const { exitCode, json, stderr } = await run(['1.0', '3.0']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('2.0 needs it now');
    expect(json).toMatchObject({
      deletedCount: 0,
      moved: [],
      needed: [expect.stringMatching(/:1\.0$/), expect.stringMatching(/:3\.0$/)],
    });
    expect(changes()).toEqual([`DELETE ${at('1.0')} 400`]);
  });

  test.concurrent('a tag that stays and is moved onto an index that lists what was named: it is left alone', async () => {
    const { run, digest, moveAtDelete, changes, at } = await given();
    const index = documentOf(imageIndex([{ mediaType: ociManifest, digest, size: 1 }]));
    moveAtDelete('2.0', index.digest, ociIndex);
    const answer = { status: 200, headers: { 'content-type': ociIndex }, body: index.bytes };
    internet.inject({ host, method: 'GET', path: at(index.digest), answer });
    const { exitCode, json, stderr } = await run(['1.0', '3.0', digest]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('2.0 needs it now');
    expect(json).toMatchObject({
      deletedCount: 2,
      missing: [],
      moved: [],
      needed: [expect.stringContaining(`@${digest}`)],
    });
    expect(changes()).toEqual([`DELETE ${at('1.0')} 202`, `DELETE ${at('3.0')} 202`]);
  });

  test.concurrent('a failure after the first delete says what was deleted', async () => {
    const { run, at } = await given();
    internet.inject({ host, method: 'DELETE', path: at('2.0'), answer: { status: 403 } });
    const { exitCode, json } = await run(['1.0', '2.0']);
    expect(exitCode).toBe(4);
    expect(json).toMatchObject({ status: 'error', deletedCount: 1, deleted: [{ tag: '1.0' }], journal: 'journal' });
  });

  test.concurrent('a registry that takes the manifest away with the tag is found out', async () => {
    const { run, at, cwd } = await given();
    let deleted = false;
    internet.inject({
      host,
      path: new RegExp(`${at('[13].0')}$`),
      answer: ({ method }) => {
        if (method === 'DELETE') deleted = true;
        return deleted && method === 'HEAD' ? { status: 404 } : undefined;
      },
    });
    const { exitCode, json } = await run();
    expect(exitCode).toBe(5);
    expect(json.error).toContain(':3.0 after the deletes: it is deleted too');
    expect(readJournal(readFileSync(join(cwd, 'journal'), 'utf8')).complete).toBe(true);
  });

  test.concurrent('404 to the delete of what is still there is no success', async () => {
    const { run, at } = await given();
    internet.inject({ host, method: 'DELETE', path: at('1.0'), answer: { status: 404 } });
    const { exitCode, json } = await run();
    expect(exitCode).toBe(7);
    expect(json.error).toContain('still has it');
  });

  test.concurrent('an answer that is lost: the repeated delete finds it gone, and that is success', async () => {
    const { run, at } = await given();
    internet.inject({ host, method: 'DELETE', path: at('1.0'), times: 1, answer: { lose: true } });
    expect(await run()).toMatchObject({ exitCode: 0, json: { deletedCount: 1 } });
  });

  test.concurrent('killed at the first delete: the journal is whole', async () => {
    const { run, at, cwd, digest } = await given();
    let seen = '';
    internet.inject({
      host,
      method: 'DELETE',
      path: at('1.0'),
      answer: () => {
        seen = readFileSync(join(cwd, 'journal'), 'utf8');
        return 'hang';
      },
    });
    const happened = until(() => seen !== '');
    await expect(run(['1.0'], { signalWhen: { happened, signal: 'SIGKILL' } })).rejects.toThrow('exit code null');
    expect(readFileSync(join(cwd, 'journal'), 'utf8')).toBe(seen);
    expect(readJournal(seen)).toMatchObject({ complete: true, entries: [{ digest, tags: ['1.0'] }] });
  });
});

describe('Docker Hub', () => {
  const secret = 'dckr_pat_0123456789';
  const env = { IMAGE_GATE_USERNAME: 'ada', IMAGE_GATE_PASSWORD: secret };

  test.concurrent('a tag goes by its API, its neighbour on the same digest stays; no manifest is deleted', async () => {
    internet.hub.users.set('ada', secret);
    internet.hub.repository('ada/app', { members: ['ada'] });
    await internet.hub.image('ada/app', '1.0', { content: 'same' });
    await internet.hub.image('ada/app', 'stable', { content: 'same' });
    internet.forget();
    const cwd = await folders.create();
    const { exitCode, json, stderr } = await deleteImages(['ada/app:1.0'], { internet, cwd, env });
    expect(stderr).not.toContain('Error');
    expect(exitCode).toBe(0);
    expect(json).toMatchObject({ deleted: [{ image: 'ada/app:1.0', tag: '1.0' }] });
    const sent = internet.requests.filter(({ method }) => method === 'DELETE').map(({ host, path }) => host + path);
    expect(sent).toEqual(['hub.docker.com/v2/repositories/ada/app/tags/1.0/']);
    const again = await deleteImages(['ada/app:1.0'], { internet, cwd, env });
    expect(again.exitCode).toBe(3);
    expect((await deleteImages(['ada/app:stable', '--dry-run'], { internet, cwd, env })).exitCode).toBe(0);
  });
});

describe('what is refused before the first delete is reported image by image', () => {
  const outputOf = (images: readonly string[], cwd: string, ...more: readonly string[]) =>
    deleteCli(['--yes', ...images.flatMap((image) => ['--image', `${host}/${image}`]), ...more], { internet, cwd });

  test.each([[[]], [['--dry-run']]])('one repository of two cannot be read, %j', async (flags) => {
    const [one, other] = [await given(), await given()];
    internet.inject({ host, path: `/v2/${other.path}/tags/list?n=1000`, answer: { status: 403 } });
    const images = [`${one.path}:2.0`, `${other.path}:2.0`];
    const { exitCode, stdout, stderr } = await outputOf(images, one.cwd, ...flags);
    expect(exitCode).toBe(4);
    for (const image of images) expect(stdout).toMatch(new RegExp(`^not deleted +${host}/${image}`, 'm'));
    expect(stdout + stderr).toContain(`${images.map((image) => `${host}/${image}`).join(', ')} not deleted`);
    expect(stderr).toContain('403 Forbidden');
    expect([one.changes(), other.changes(), readdirSync(one.cwd)]).toEqual([[], [], []]);
  });

  test('a manifest that another tag is on, and one that does not exist', async () => {
    const { path, digest, cwd, run } = await given();
    const refused = await outputOf([`${path}@${digest}`], cwd);
    expect(refused).toMatchObject({ exitCode: 7, stdout: expect.stringMatching(/^not deleted /m) });
    expect(refused.stdout + refused.stderr).toContain(`${host}/${path}@${digest} not deleted`);

    const missing = await outputOf([`${path}:1.0`, `${path}:none`], cwd);
    expect(missing.exitCode).toBe(3);
    expect(missing.stdout).toMatch(/^not found .*none/m);
    expect(missing.stdout + missing.stderr).toContain(`${host}/${path}:1.0 not deleted, 1 not found`);

    internet.inject({ host, method: 'DELETE', path: new RegExp(`^/v2/${path}/`), answer: { status: 405 } });
    const unsupported = await run(['1.0', '3.0', '2.0']);
    expect(unsupported.json).toMatchObject({ exitCode: 7, deleted: [], deletedCount: 0 });
    expect(unsupported.json.notDeleted).toEqual(['1.0', '3.0', '2.0'].map((tag) => `${host}/${path}:${tag}`));
  });
});
