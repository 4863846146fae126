import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type ImageSpec, pusher, pushImage, type RunningRegistry } from '../../sandbox/index.js';
import { readJournal } from '../../src/retention/journal.js';
import { imageIndex, ociIndex, ociManifest } from '../support/manifests.js';
import { changes, deleteCli, deleteImages } from './support/delete.js';
import { registryKinds, useFolders, useRegistry } from './support/surroundings.js';

const folders = useFolders();
const running = new Map<string, RunningRegistry>();
let count = 0;

for (const kind of registryKinds) {
  running.set(kind, await useRegistry({ kind }));
  running.set(`${kind} disabled`, await useRegistry({ kind, deletes: false }));
}

/** A repository of its own in a registry of that kind, and a working directory. */
async function given(kind: string) {
  const registry = running.get(kind);
  if (registry === undefined) throw new Error(`there is no ${kind} registry`);
  count += 1;
  const path = `acme/app-${count}`;
  const name = `${registry.host}/${path}`;
  const cwd = await folders.create();
  const url = (reference: string) => new URL(`/v2/${path}/manifests/${reference}`, registry.url);
  return {
    registry,
    path,
    name,
    cwd,
    push: (tag: string, spec: ImageSpec = {}) => pushImage(registry, path, tag, { content: path, ...spec }),
    manifests: pusher(registry, path),
    run: (...args: string[]) => deleteImages(args, { cwd }),
    /** The status of a manifest and all that it lists, as a pull would ask. */
    async pulls(reference: string): Promise<boolean> {
      const accept = [ociIndex, ociManifest].join(', ');
      const answer = await fetch(url(reference), { headers: { accept } });
      if (answer.status !== 200) return false;
      const content = (await answer.json()) as { manifests?: { digest: string }[] };
      for (const { digest } of content.manifests ?? []) {
        if ((await fetch(url(digest), { headers: { accept } })).status !== 200) return false;
      }
      return true;
    },
    /** What was changed since the last call. */
    changes: () => changes(registry.requests.filter((one) => one.path.startsWith(`/v2/${path}/`))),
    forget: () => void registry.requests.splice(0),
    journals: async () => (await readdir(cwd)).filter((file) => file.endsWith('.jsonl')),
  };
}

describe.each(registryKinds)('%s registry', (kind) => {
  const tagsAlone = kind === 'memory';

  test('a tag that is alone on its manifest goes, its neighbour stays, the journal has the bytes', async () => {
    const { name, path, push, run, pulls, cwd, journals } = await given(kind);
    const { digest } = await push('1.0', { content: 'one' });
    await push('2.0', { content: 'two' });

    const { exitCode, json, stderr } = await run(`${name}:1.0`);

    expect(stderr).not.toContain('Error');
    expect(exitCode).toBe(0);
    expect(json).toMatchObject({
      deleted: [{ image: `${name}:1.0`, repository: name, tag: '1.0', digest }],
      deletedCount: 1,
    });
    expect(await pulls('1.0')).toBe(false);
    expect(await pulls('2.0')).toBe(true);
    const [file = ''] = await journals();
    expect(file).toMatch(/^image-gate-journal-\d{8}T\d{9}Z\.jsonl$/);
    expect(json.journal).toBe(file);
    expect((await stat(join(cwd, file))).mode & 0o777).toBe(0o600);
    const journal = readJournal(await readFile(join(cwd, file), 'utf8'));
    expect(journal).toMatchObject({ complete: true, entries: [{ repository: path, digest, tags: ['1.0'] }] });
  });

  test('of forty tags a line of progress now and then, not one a tag', async () => {
    const { name, push, run } = await given(kind);
    const tags = Array.from({ length: 40 }, (_, at) => `1.${at}`);
    for (const tag of tags) await push(tag, { content: tag });

    const begun = Date.now();
    const { exitCode, json, stderr } = await run(tags.map((tag) => `${name}:${tag}`).join(','));

    expect(exitCode).toBe(0);
    expect(json.deletedCount).toBe(40);
    const said = stderr.split('\n').filter((line) => line !== '' && !line.startsWith('Journal'));
    expect(said.length).toBeLessThanOrEqual(1 + (Date.now() - begun) / 5000);
  });

  test('a digest that another tag shares', async () => {
    const { name, push, run, pulls, changes, forget, journals } = await given(kind);
    await push('1.0');
    await push('stable');
    forget();

    const { exitCode, json, stderr } = await run(`${name}:1.0`);

    expect(await pulls('stable')).toBe(true);
    expect(changes().filter((line) => line.startsWith('PUT'))).toEqual([]);
    if (tagsAlone) {
      expect(exitCode).toBe(0);
      expect(await pulls('1.0')).toBe(false);
    } else {
      expect(exitCode).toBe(7);
      expect(json.error).toContain(`${name}:stable is on the same one`);
      expect(stderr).toContain('name these tags too');
      expect(await pulls('1.0')).toBe(true);
      expect(await journals()).toEqual([]);
    }
  });

  test('both tags named: both gone', async () => {
    const { name, push, run, pulls, changes, forget } = await given(kind);
    const { digest } = await push('1.0');
    await push('stable');
    forget();

    const { exitCode, json } = await run(`${name}:1.0`, '--image', `${name}:stable`);

    expect(exitCode).toBe(0);
    expect(json.deletedCount).toBe(2);
    expect([await pulls('1.0'), await pulls('stable')]).toEqual([false, false]);
    const byDigest = changes().filter((line) => line.includes(digest));
    expect(byDigest).toHaveLength(tagsAlone ? 0 : 1);
  });

  test('a digest goes when all its tags are named, and not before', async () => {
    const { name, push, run, pulls } = await given(kind);
    const { digest } = await push('1.0');
    const refused = await run(`${name}@${digest}`);
    expect(refused.exitCode).toBe(7);
    expect(refused.json.error).toContain(`${name}:1.0 is on the same one`);
    expect(await pulls('1.0')).toBe(true);
    const done = await run(`${name}@${digest}`, '--image', `${name}:1.0`);
    expect(done).toMatchObject({ exitCode: 0, json: { deletedCount: 2, missing: [] } });
    expect(await pulls(digest)).toBe(false);
  });

  test.each([false, true])('a child of an index that stays is refused (nested: %s)', async (nested) => {
    const { name, push, run, pulls, changes, forget } = await given(kind);
    const index = await push('multi', { platforms: ['linux/amd64', 'linux/arm64'], nested });
    forget();
    const { exitCode, json } = await run(`${name}@${index.manifests[0]?.digest}`);
    expect(exitCode).toBe(7);
    expect(json.error).toContain(`a part of ${name}:multi`);
    expect(changes()).toEqual([]);
    expect(await pulls('multi')).toBe(true);
  });

  test('a tag on the child of an index that stays', async () => {
    const { name, push, run, pulls, registry, path } = await given(kind);
    const index = await push('multi', { platforms: ['linux/amd64', 'linux/arm64'] });
    const child = index.manifests[0]?.digest ?? '';
    const body = await fetch(new URL(`/v2/${path}/manifests/${child}`, registry.url), {
      headers: { accept: ociManifest },
    });
    await fetch(new URL(`/v2/${path}/manifests/amd64`, registry.url), {
      method: 'PUT',
      headers: { 'content-type': ociManifest },
      body: await body.arrayBuffer(),
    });
    const { exitCode } = await run(`${name}:amd64`);
    expect(exitCode).toBe(tagsAlone ? 0 : 7);
    expect(await pulls('multi')).toBe(true);
  });

  test('an index: its children are in the journal before it', async () => {
    const { name, push, run, cwd } = await given(kind);
    const index = await push('multi', { platforms: ['linux/amd64', 'linux/arm64'], attestation: true });
    const { exitCode } = await run(`${name}:multi`, '--journal', 'kept.jsonl');
    expect(exitCode).toBe(0);
    const { entries } = readJournal(await readFile(join(cwd, 'kept.jsonl'), 'utf8'));
    expect(entries).toHaveLength(index.manifests.length + 1);
    expect(entries.at(-1)).toMatchObject({ digest: index.digest, tags: ['multi'] });
  });

  test('deletes disabled: exit 7, and what to switch on', async () => {
    const { name, push, run, pulls, journals } = await given(`${kind} disabled`);
    const { digest } = await push('1.0');
    for (const image of [`${name}:1.0`, `${name}@${digest},${name}:1.0`]) {
      const { exitCode, stderr } = await run(image);
      expect(exitCode).toBe(7);
      expect(stderr).toContain('storage.delete.enabled: true');
    }
    expect(await pulls('1.0')).toBe(true);
    expect(await journals()).toEqual([]);
  });

  test('a dry run changes nothing, writes nothing, and plans the same', async () => {
    const { name, push, run, changes, forget, journals } = await given(kind);
    await push('1.0', { content: 'one' });
    forget();
    const planned = await deleteImages(['--dry-run', `${name}:1.0`, '--missing-ok', '--image', `${name}:0.9`]);
    expect(planned.exitCode).toBe(0);
    expect(changes()).toEqual([]);
    expect(await journals()).toEqual([]);
    const done = await run(`${name}:1.0`, '--missing-ok', '--image', `${name}:0.9`);
    expect(done.json).toMatchObject({ deleted: planned.json.deleted, missing: planned.json.missing });
    expect(done.json.missing).toEqual([`${name}:0.9`]);
  });

  test('one that is missing: exit 3 and nothing deleted; with missing-ok fine, also when all are', async () => {
    const { name, push, run, pulls, journals } = await given(kind);
    await push('1.0');
    const refused = await run(`${name}:1.0`, '--image', `${name}:nope`);
    expect(refused.exitCode).toBe(3);
    expect(refused.json.error).toContain(`${name}:nope`);
    expect(await pulls('1.0')).toBe(true);
    const fine = await run(`${name}:nope`, '--missing-ok', '--image', `${name}-never:1`);
    expect(fine).toMatchObject({ exitCode: 0, json: { deletedCount: 0, journal: null } });
    expect(await journals()).toEqual([]);
  });

  test('signatures by fallback tag: the index is made true again after each of them', async () => {
    const { name, push, run, manifests, path, registry } = await given(kind);
    const subject = await push('1.0');
    const sign = (tag: string) => push(tag, { subject, content: tag, artifactType: 'application/x.sig' });
    const signatures = [await sign('first'), await sign('second')];
    const tag = subject.digest.replace(':', '-');
    await manifests.manifest(imageIndex(signatures) as never, tag);
    const going = [':first', ':second', ...signatures.map(({ digest }) => `@${digest}`)];
    const { exitCode, stderr } = await run(going.map((one) => `${name}${one}`).join(','));
    expect(stderr).not.toContain('Error');
    expect(exitCode).toBe(0);
    const url = new URL(`/v2/${path}/manifests/${tag}`, registry.url);
    const answer = await fetch(url, { headers: { accept: ociIndex } });
    expect(await answer.json()).toEqual(imageIndex([]));
  });

  test('a journal that exists is refused before any request', async () => {
    const { name, push, run, registry, forget } = await given(kind);
    await push('1.0');
    forget();
    expect((await run(`${name}:1.0`, '--journal', '/dev/null')).exitCode).toBe(64);
    expect(registry.requests).toEqual([]);
  });
});

describe('without a terminal', () => {
  test('it refuses without --yes, and asks nobody; a dry run needs none', async () => {
    const { name, push, registry, forget, changes } = await given('memory');
    await push('1.0');
    forget();
    const refused = await deleteCli([`${name}:1.0`]);
    expect(refused.exitCode).toBe(64);
    expect(refused.stderr).toContain('--yes');
    expect(registry.requests).toEqual([]);
    expect((await deleteCli([`${name}:1.0`, '--dry-run'])).exitCode).toBe(0);
    expect(changes()).toEqual([]);
  });
});

describe('usage', () => {
  const digest = `sha256:${'a'.repeat(64)}`;
  test.each([
    [[], '--image is required: the images to delete'],
    [['acme/app'], 'has no tag and no digest'],
    [[`acme/app:1@${digest}`], 'a tag and a digest'],
    [['acme/app:1', '--image', 'quay.io/acme/app:1'], 'several registries'],
    [['ghcr.io/acme/app:1'], 'no credentials were given', 2],
    [['123456789012.dkr.ecr.eu-central-1.amazonaws.com/app:1'], 'deletes only via the API of AWS', 7],
  ])('%j', async (args, words, exitCode = 64) => {
    const run = await deleteImages([...(args as string[])]);
    expect(run.exitCode).toBe(exitCode);
    expect(run.json.error).toContain(words);
  });
});
