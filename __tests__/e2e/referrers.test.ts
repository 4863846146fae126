import { readdir } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { type ImageSpec, pusher, pushImage, type RunningRegistry } from '../../sandbox/index.js';
import { digestAt, refer, referrersAt, type Subject } from './support/copying.js';
import { changes, deleteImages } from './support/delete.js';
import { prune, restore, tagsOf } from './support/prune.js';
import { lookingAt } from './support/pulling.js';
import { registryKinds, useFolders, useRegistry } from './support/surroundings.js';

/** In memory with the referrers API; the real one (distribution 2) without it. */
const running = new Map<string, RunningRegistry>();
for (const kind of registryKinds) running.set(kind, await useRegistry({ kind }));
const folders = useFolders();
const signature = 'application/vnd.dev.sigstore.bundle.v0.3+json';
let count = 0;

/** A repository of its own. */
async function given(kind: string) {
  const registry = running.get(kind);
  if (registry === undefined) throw new Error(`there is no ${kind} registry`);
  count += 1;
  const path = `acme/referred-${count}`;
  const name = `${registry.host}/${path}`;
  const cwd = await folders.create();
  const looking = lookingAt(registry.url, path);
  return {
    path,
    name,
    registry,
    looking,
    manifests: pusher(registry, path),
    push: (tag: string, spec: ImageSpec = {}) => pushImage(registry, path, tag, spec),
    sign: (subject: Subject, content = 'signature') => refer({ url: registry.url }, path, subject, signature, content),
    referrers: ({ digest }: Subject) => referrersAt(registry, path, digest),
    has: async ({ digest }: Subject) => (await digestAt(registry, path, digest)) !== undefined,
    tagOf: ({ digest }: Subject) => digest.replace(':', '-'),
    delete: (...references: string[]) =>
      deleteImages(
        references.flatMap((one) => ['--image', `${name}${one}`]),
        { cwd },
      ),
    prune: (...args: string[]) => prune([name, ...args], { cwd }),
    /** From the journal of the last run. */
    async restore(...args: string[]) {
      const journals = (await readdir(cwd)).filter((file) => file.endsWith('.jsonl')).sort();
      return restore([journals.at(-1) ?? '', ...args], { cwd });
    },
    changes: () => changes(registry.requests.filter((one) => one.path.startsWith(`/v2/${path}/`))),
  };
}

describe.each(registryKinds)('what delete took out of a list of referrers, restore puts back: %s', (kind) => {
  test('a signature by its digest, among others', async () => {
    const { push, sign, referrers, delete: remove, restore: back, has } = await given(kind);
    const image = await push('1.0');
    const [first, second] = [await sign(image, 'first'), await sign(image, 'second')];
    const before = await referrers(image);
    expect(before).toHaveLength(2);
    expect((await remove(`@${first.digest}`)).exitCode).toBe(0);
    expect(await referrers(image)).toEqual([second.digest]);

    const planned = await back('--dry-run');
    expect([planned.exitCode, await referrers(image)]).toEqual([0, [second.digest]]);
    const restored = await back();

    expect(restored.stderr).not.toContain('Error');
    expect(restored.exitCode).toBe(0);
    expect(await referrers(image)).toEqual(before);
    expect([await has(first), await has(second)]).toEqual([true, true]);
  });

  test('it is added to what others have listed meanwhile, once', async () => {
    const { push, sign, referrers, delete: remove, restore: back } = await given(kind);
    const image = await push('1.0');
    const first = await sign(image, 'first');
    await remove(`@${first.digest}`);
    const second = await sign(image, 'second');
    expect((await back()).exitCode).toBe(0);
    const both = [first.digest, second.digest].sort();
    expect(await referrers(image)).toEqual(both);
    expect((await back()).exitCode).toBe(0);
    expect(await referrers(image)).toEqual(both);
  });

  test('an SBOM of a platform, and a signature of that SBOM', async () => {
    const { push, sign, referrers, delete: remove, restore: back } = await given(kind);
    const { manifests } = await push('1.0', { platforms: ['linux/amd64', 'linux/arm64'] });
    const [child] = manifests;
    if (child === undefined) throw new Error('no child');
    const sbom = await sign(child, 'sbom');
    const countersigned = await sign(sbom, 'countersigned');
    expect((await remove(`@${countersigned.digest}`, `@${sbom.digest}`)).exitCode).toBe(0);
    expect([await referrers(child), await referrers(sbom)]).toEqual([[], []]);
    expect((await back()).exitCode).toBe(0);
    expect([await referrers(child), await referrers(sbom)]).toEqual([[sbom.digest], [countersigned.digest]]);
  });
});

const withoutApi = registryKinds.filter((kind) => kind === 'distribution');

describe.each(withoutApi)('the index at the fallback tag itself: %s', (kind) => {
  test('one that is another now gets the entries that it lacks; a second run finds all there', async () => {
    const { push, sign, referrers, delete: remove, restore: back, tagOf } = await given(kind);
    const image = await push('1.0');
    const first = await sign(image, 'first');
    expect((await remove(`:${tagOf(image)}`)).exitCode).toBe(0);
    const second = await sign(image, 'second');
    expect(await referrers(image)).toEqual([second.digest]);

    expect(tagsOf(await back('--dry-run'), 'restored')).toEqual([tagOf(image)]);
    const restored = await back();

    expect([restored.exitCode, tagsOf(restored, 'restored')]).toEqual([0, [tagOf(image)]]);
    expect(await referrers(image)).toEqual([first.digest, second.digest].sort());
    const again = await back();
    expect([again.exitCode, tagsOf(again, 'there')]).toEqual([0, [tagOf(image)]]);
  });

  test('what it lists is put back before it', async () => {
    const { push, sign, referrers, delete: remove, restore: back, tagOf, registry, path } = await given(kind);
    const image = await push('1.0');
    const [first, second] = [await sign(image, 'first'), await sign(image, 'second')];
    await remove(`:${tagOf(image)}`);
    await fetch(`${registry.url}/v2/${path}/manifests/${first.digest}`, { method: 'DELETE' });
    const restored = await back();
    expect(restored.exitCode).toBe(0);
    expect(await referrers(image)).toEqual([first.digest, second.digest].sort());
  });

  test('a tag that is on something else stays there', async () => {
    const { push, sign, delete: remove, restore: back, tagOf, looking } = await given(kind);
    const image = await push('1.0');
    const first = await sign(image, 'first');
    await remove(`@${first.digest}`);
    const other = await push(tagOf(image), { content: 'something else' });
    const restored = await back();
    expect([restored.exitCode, restored.stderr]).toEqual([0, expect.stringContaining('is no index of referrers')]);
    expect(await looking.digestAt(tagOf(image))).toBe(other.digest);
  });

  test('prune and restore: the index is as it was, or has what was pushed meanwhile too', async () => {
    const { push, sign, referrers, prune: run, restore: back, tagOf, looking } = await given(kind);
    const old = await push('1.0', { created: '2026-01-01T00:00:00Z' });
    await push('2.0', { created: '2026-02-01T00:00:00Z' });
    const first = await sign(old, 'first');
    const before = await looking.tags();
    const pruned = await run('--keep', '1');
    expect(tagsOf(pruned, 'deleted')).toEqual(['1.0', tagOf(old)]);
    expect((await back()).exitCode).toBe(0);
    expect(await looking.tags()).toEqual(before);

    await run('--keep', '1');
    await push('1.0', { created: '2026-01-01T00:00:00Z' });
    const second = await sign(old, 'second');
    expect((await back()).exitCode).toBe(0);
    expect(await referrers(old)).toEqual([first.digest, second.digest].sort());
  });
});
