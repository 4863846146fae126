import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type Internet, pusher } from '../../sandbox/index.js';
import { readJournal } from '../../src/retention/journal.js';
import { documentOf, imageIndex, ociIndex, ociManifest } from '../support/manifests.js';
import { prune, reasonsOf, restore, tagsOf } from './support/prune.js';
import { lookingAt } from './support/pulling.js';
import { useFolders, useInternet } from './support/surroundings.js';

const token = 'ghp_0123456789abcdefghijABCDEFGHIJ012345';
const folders = useFolders();
let count = 0;

const internet = await useInternet();
internet.ghcr.users.set('ada', token);

type Host = 'registry.example.com' | 'ghcr.io';

/** A repository of its own, dated images in it, and what is wanted to happen between the plan and the deletes. */
async function given(host: Host = 'registry.example.com') {
  count += 1;
  const path = `acme/raced-${count}`;
  const accounts = host === 'ghcr.io' ? internet.ghcr : internet.generic;
  accounts.repository(path, { members: ['ada'] });
  const cwd = await folders.create();
  const at = (reference: string) => `/v2/${path}/manifests/${reference}`;
  const inject = (method: string, where: string | RegExp, answer: Parameters<Internet['inject']>[0]['answer']) =>
    internet.inject({ host, method, path: where, answer });
  const { registry } = accounts;
  const env =
    host === 'ghcr.io'
      ? { IMAGE_GATE_REGISTRY: host, IMAGE_GATE_USERNAME: 'ada', IMAGE_GATE_PASSWORD: token }
      : { IMAGE_GATE_REGISTRY: host };
  return {
    path,
    cwd,
    at,
    inject,
    registry,
    manifests: pusher(registry, path),
    push: (tag: string, month: number, spec: object = {}) =>
      accounts.image(path, tag, { created: `2026-0${month}-01T00:00:00Z`, content: `${path} ${tag}`, ...spec }),
    looking: lookingAt(registry.url, path),
    /** From the moment at which this manifest is read by its digest, for the journal, the tag is on that digest. */
    moveWhenRead(read: string, tag: string, digest: string, mediaType = ociManifest) {
      let moved = false;
      inject('GET', at(read), () => {
        moved = true;
        return undefined;
      });
      const headers = { 'content-type': mediaType, 'docker-content-digest': digest };
      inject('HEAD', at(tag), () => (moved ? { status: 200, headers } : undefined));
    },
    run: (...args: string[]) => prune([path, '--journal', 'journal', ...args], { internet, cwd, env }),
    back: (...args: string[]) => restore(args, { internet, cwd, env }),
    done: (method: string) =>
      internet.requests
        .filter((one) => one.method === method && one.path.startsWith(`/v2/${path}/`))
        .map((one) => one.path),
  };
}

describe('a tag that existed before and is moved onto a doomed image', () => {
  test('keeps it, where it would go with all its tags', async () => {
    const { push, at, inject, moveWhenRead, run, done } = await given();
    const old = await push('1.0', 1);
    await push('prod', 2);
    await push('2.0', 3);
    inject('DELETE', at('1.0'), { status: 400 });
    moveWhenRead(old, 'prod', old);
    const result = await run('--keep', '0', '--protect', '^(prod|2)');
    expect(result.exitCode).toBe(0);
    expect(reasonsOf(result, 'kept')['1.0']).toBe('prod needs it now');
    expect(done('DELETE').filter((path) => path.includes('sha256:'))).toEqual([]);
  });

  test('keeps its signature, where tags go alone', async () => {
    const { push, moveWhenRead, run, looking } = await given();
    const old = await push('rc-1', 1);
    await push('prod', 2);
    const signature = `${old.replace(':', '-')}.sig`;
    await push(signature, 1);
    moveWhenRead(old, 'prod', old);
    const result = await run('--keep', '0', '--protect', '^prod$');
    expect(tagsOf(result, 'deleted')).toEqual(['rc-1']);
    expect(reasonsOf(result, 'kept')[signature]).toBe('the image that it refers to was kept');
    expect(await looking.digestAt(signature)).toBeDefined();
  });
});

describe('ghcr.io', () => {
  test.each([
    ['a doomed tag', 'nightly', []],
    ['a kept tag', 'latest', ['nightly']],
  ])('%s that is pushed again with the same parts keeps them', async (_name, moved, deleted) => {
    const { push, at, inject, moveWhenRead, run, looking, path } = await given('ghcr.io');
    const platforms = ['linux/amd64', 'linux/arm64'];
    const old = await push('nightly', 1, { platforms });
    await push('latest', 3);
    const parts = [...internet.packages.versions(path).values()].filter(({ tags }) => tags.size === 0);
    const listed = parts.map((part) => ({ mediaType: ociManifest, digest: part.digest, size: 1 }));
    const { bytes, digest } = documentOf(imageIndex(listed));
    moveWhenRead(old, moved, digest, ociIndex);
    inject('GET', at(digest), { status: 200, headers: { 'content-type': ociIndex }, body: bytes });
    const result = await run('--keep', '1');
    expect(result.exitCode).toBe(0);
    expect(tagsOf(result, 'deleted')).toEqual(deleted);
    expect(result.json.cleared).toEqual([]);
    for (const part of parts) expect(await looking.digestAt(part.digest)).toBe(part.digest);
  });

  test('what has no tag is in the journal before it is deleted, and comes back', async () => {
    const { push, manifests, run, back, cwd, looking, registry, path } = await given('ghcr.io');
    const old = await push('1.0', 1, { platforms: ['linux/amd64', 'linux/arm64'] });
    await push('2.0', 3);
    const config = await manifests.blob('application/vnd.oci.empty.v1+json', Buffer.from('{}'));
    const size = registry.ledger.manifests(path).get(old)?.bytes.length ?? 0;
    const signature = await manifests.manifest({
      schemaVersion: 2,
      mediaType: ociManifest,
      artifactType: 'application/x.signature',
      config,
      layers: [],
      subject: { mediaType: ociIndex, digest: old, size },
    });
    const result = await run('--keep', '1');
    expect(result.exitCode).toBe(0);
    expect((result.json.cleared as { digest: string }[]).map(({ digest }) => digest)).toContain(signature.digest);
    const { entries } = readJournal(readFileSync(join(cwd, 'journal'), 'utf8'));
    expect(entries.map(({ digest }) => digest)).toContain(signature.digest);
    expect((await back('journal')).exitCode).toBe(0);
    expect(await looking.digestAt(signature.digest)).toBe(signature.digest);
    expect(await looking.lacking('1.0')).toEqual([]);
  });

  test('one that GitHub never deletes does not keep the others, the oldest neither', async () => {
    const { push, run } = await given('ghcr.io');
    internet.packages.popular.add(await push('0.1', 1));
    for (const tag of ['0.2', '0.3', '0.4', '0.5', '0.6']) await push(tag, 2);
    await push('1.0', 3);
    const result = await run('--keep', '1');
    expect(result.exitCode).not.toBe(0);
    expect(tagsOf(result, 'failed')).toEqual(['0.1']);
    expect(tagsOf(result, 'deleted')).toHaveLength(5);
  });
});

describe('a tag that the registry has locked', () => {
  test('does not keep the others, the oldest neither, and no manifest is deleted for it', async () => {
    const { push, at, inject, run, done } = await given();
    const locked = await push('0.1', 1);
    await push('0.2', 2);
    await push('0.3', 2);
    await push('1.0', 3);
    inject('DELETE', at('0.1'), { status: 405 });
    inject('DELETE', at(locked), { status: 405 });
    const result = await run('--keep', '1');
    expect(result.exitCode).toBe(7);
    expect(tagsOf(result, 'failed')).toEqual(['0.1']);
    expect(tagsOf(result, 'deleted')).toEqual(['0.2', '0.3']);
    expect(done('DELETE').filter((path) => path.includes('sha256:'))).toEqual([at(locked)]);
  });
});

describe('the journal is kept', () => {
  test.each([
    ['404 to the second try', undefined, 0],
    ['403 to the second try', { status: 403 }, 4],
    ['401 to the second try', { status: 401 }, 2],
  ])('when the answer to the only delete is lost: %s', async (_name, second, exitCode) => {
    const { push, at, inject, run, looking, cwd } = await given();
    await push('1.0', 1);
    await push('2.0', 3);
    let tries = 0;
    inject('DELETE', at('1.0'), () => {
      tries += 1;
      return tries === 1 ? { lose: true } : second;
    });
    const result = await run('--keep', '1');
    expect(result.exitCode).toBe(exitCode);
    expect(await looking.digestAt('1.0')).toBeUndefined();
    expect(result.json.journal).toBe('journal');
    expect(readJournal(readFileSync(join(cwd, 'journal'), 'utf8')).complete).toBe(true);
  });

  test('and whole when one of several repositories cannot be written into it', async () => {
    const [one, other] = [await given(), await given()];
    for (const { push } of [one, other]) for (const tag of ['0.1', '0.2', '0.3', '0.4', '0.5']) await push(tag, 1);
    for (const { push } of [one, other]) await push('1.0', 3);
    const digest = (await one.looking.digestAt('0.1')) ?? '';
    one.inject('GET', one.at(digest), { status: 403 });
    const result = await other.run('--keep', '1', '--image', one.path);
    expect(result.exitCode).toBe(4);
    expect(result.json).toMatchObject({ deletedCount: 5, unread: [{ exitCode: 4 }] });
    expect((await one.looking.tags()).size).toBe(6);
    const restored = await other.back('journal');
    expect(restored).toMatchObject({ exitCode: 0, json: { restoredCount: 5, lost: [], failed: [] } });
  });
});

describe('what is in use', () => {
  test('an index without a tag holds its parts, which have some', async () => {
    const { push, manifests, run, looking, path } = await given();
    const parts = [await push('1.0-amd64', 1), await push('1.0-arm64', 1)];
    await push('2.0', 3);
    const index = await manifests.manifest({
      schemaVersion: 2,
      mediaType: ociIndex,
      manifests: parts.map((digest) => ({ mediaType: ociManifest, digest, size: 1 })),
    });
    const result = await run('--keep', '1', '--in-use', `registry.example.com/${path}@${index.digest}`);
    expect(result.exitCode).toBe(0);
    expect(tagsOf(result, 'blocked')).toEqual(['1.0-amd64', '1.0-arm64']);
    expect(await looking.lacking(index.digest)).toEqual([]);
  });

  test.each([
    ['k8s/prod', 'is neither a file nor a tag'],
    ['deploy', 'is neither a file nor a tag of'],
    ['1.O', 'is neither a file nor a tag of'],
    ['./running.txt', 'does not exist'],
  ])('%s, which is nothing, stops it', async (entry, words) => {
    const { push, run, looking } = await given();
    await push('1.0', 1);
    await push('2.0', 3);
    const result = await run('--keep', '1', '--in-use', entry);
    expect(result).toMatchObject({ exitCode: 64, json: { error: expect.stringContaining(words) } });
    expect((await looking.tags()).size).toBe(2);
  });
});

describe('lists and patterns', () => {
  test.each([['{}'], ['{"errors":[{"code":"TOOMANYREQUESTS","message":"slow down"}]}']])(
    'a next page that says %s is no end of the list',
    async (body) => {
      const { push, inject, run, path, done } = await given();
      await push('1.0', 1);
      await push('2.0', 3);
      const headers = { 'content-type': 'application/json' };
      inject('GET', `/v2/${path}/tags/list?n=1000`, {
        status: 200,
        headers: { ...headers, link: `</v2/${path}/tags/list?n=1000&last=2.0>; rel="next"` },
        body: JSON.stringify({ name: path, tags: ['1.0', '2.0'] }),
      });
      inject('GET', `/v2/${path}/tags/list?n=1000&last=2.0`, { status: 200, headers, body });
      expect((await run('--keep', '1')).exitCode).toBe(5);
      expect(done('DELETE')).toEqual([]);
    },
  );

  test('a date counts whichever of its tags the list has first', async () => {
    const { push, manifests, run, registry, path } = await given();
    await push('v1.1', 1);
    const newest = await push('v2.0', 3);
    const bytes = registry.ledger.manifests(path).get(newest)?.bytes;
    await manifests.manifest(JSON.parse(String(bytes)), newest.replace(':', '-'));
    const result = await run('--keep', '1');
    expect(tagsOf(result, 'deleted')).toEqual(['v1.1']);
  });

  test.each([
    [['--protect', '/^1/'], 'between slashes'],
    [['--protect', ''], 'protect is empty'],
    [['--in-use', ''], 'in-use is empty'],
    [['--max-delete', ''], 'max-delete is empty'],
    [['--dry-run='], 'dry-run is empty'],
  ])('%j is refused', async (args, words) => {
    const { push, run, looking } = await given();
    await push('1.0', 1);
    await push('2.0', 3);
    const result = await run('--keep', '1', ...args);
    expect(result).toMatchObject({ exitCode: 64, json: { error: expect.stringContaining(words) } });
    expect((await looking.tags()).size).toBe(2);
  });
});

describe('restore', () => {
  test('what somebody pushes while it runs is not written over, and one refusal does not keep the others', async () => {
    const { push, at, inject, run, back, looking } = await given();
    for (const tag of ['1.0', '1.1', '1.2', '1.3']) await push(tag, 1);
    await push('2.0', 3);
    await run('--keep', '1');
    const digest = (await looking.digestAt('2.0')) ?? '';
    let looks = 0;
    inject('HEAD', at('1.1'), () => {
      looks += 1;
      if (looks === 1) return undefined;
      return { status: 200, headers: { 'content-type': ociManifest, 'docker-content-digest': digest } };
    });
    inject('PUT', at('1.2'), { status: 403 });
    const result = await back('journal');
    expect(result.exitCode).toBe(4);
    expect(tagsOf(result, 'moved')).toEqual(['1.1']);
    expect(tagsOf(result, 'failed')).toEqual(['1.2']);
    expect(tagsOf(result, 'restored')).toEqual(['1.0', '1.3']);
    expect(result.json.error).toContain('403');
  });

  test('a journal that was cut off puts back what it has, and fails', async () => {
    const { push, run, cwd, looking, back } = await given();
    for (const tag of ['1.0', '1.1']) await push(tag, 1);
    await push('2.0', 3);
    await run('--keep', '1');
    const [head, first] = readFileSync(join(cwd, 'journal'), 'utf8').split('\n');
    const { writeFileSync } = await import('node:fs');
    writeFileSync(join(cwd, 'cut'), `${head}\n${first}\n`);
    const result = await back('cut');
    expect(result).toMatchObject({ exitCode: 64, json: { restoredCount: 1 } });
    expect(result.json.error).toContain('has no end');
    expect((await looking.tags()).size).toBe(2);
  });

  test('no credentials in the clear because a journal says so', async () => {
    const { push, run, cwd } = await given();
    await push('1.0', 1);
    await push('2.0', 3);
    await run('--keep', '1');
    const text = readFileSync(join(cwd, 'journal'), 'utf8');
    const { writeFileSync } = await import('node:fs');
    writeFileSync(join(cwd, 'plain'), text.replace('"registry":"', '"registry":"http://'));
    internet.forget();
    const result = await restore(['plain'], { internet, cwd });
    expect(result).toMatchObject({ exitCode: 64, json: { error: expect.stringContaining('without TLS') } });
    expect(internet.requests).toEqual([]);
  });
});
