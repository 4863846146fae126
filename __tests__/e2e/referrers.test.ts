import { readdir } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { type ImageSpec, pusher, pushImage, type RunningRegistry } from '../../sandbox/index.js';
import { imageIndex, ociIndex, ociManifest } from '../support/manifests.js';
import { digestAt, refer, referrersAt, type Subject } from './support/copying.js';
import { changes, deleteImages } from './support/delete.js';
import { prune, restore, tagsOf } from './support/prune.js';
import { lookingAt } from './support/pulling.js';
import { registryKinds, useFolders, useInternet, useRegistry } from './support/surroundings.js';

/** In memory with the referrers API; the real one (distribution 2) without it. */
const running = new Map<string, RunningRegistry>();
for (const kind of registryKinds) running.set(kind, await useRegistry({ kind }));
const folders = useFolders();
const internet = await useInternet();
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
    expect([restored.exitCode, restored.stderr]).toEqual([0, expect.stringContaining('is not an index of referrers')]);
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

const days = (number: number) => `2026-01-${String(number).padStart(2, '0')}T00:00:00Z`;

/** What a prune deletes that has no tag. */
const clearedBy = ({ json }: { json: Readonly<Record<string, unknown>> }) =>
  (json.cleared as { digest: string }[]).map(({ digest }) => digest).sort();
const digests = (...all: Subject[]) => all.map(({ digest }) => digest).sort();

describe('prune where there is a referrers API: what refers to images that go, and has no tag', () => {
  test('goes with them, at any depth; what refers to images that stay stays; restore puts all back', async () => {
    const { push, sign, referrers, prune: run, restore: back, has, changes: changed } = await given('memory');
    const platforms = ['linux/amd64', 'linux/arm64'];
    const old = await push('1.0', { created: days(1), platforms, content: 'old' });
    const plain = await push('1.1', { created: days(2) });
    const kept = await push('2.0', { created: days(3), platforms, content: 'new' });
    const [child] = old.manifests;
    const [keptChild] = kept.manifests;
    if (child === undefined || keptChild === undefined) throw new Error('indexes without children');
    const signed = [await sign(old), await sign(plain)] as const;
    const sbom = await sign(child, 'sbom');
    const countersigned = await sign(sbom, 'countersigned');
    const staying = [await sign(kept), await sign(keptChild, 'sbom')];
    const going = digests(...signed, sbom, countersigned);

    const planned = await run('--keep', '1', '--dry-run');
    expect([clearedBy(planned), changed().filter((line) => line.startsWith('DELETE'))]).toEqual([going, []]);
    const pruned = await run('--keep', '1');

    expect(pruned.stderr).not.toContain('Error');
    expect([pruned.exitCode, clearedBy(pruned)]).toEqual([0, going]);
    for (const one of [...signed, sbom, countersigned]) expect(await has(one)).toBe(false);
    for (const one of staying) expect(await has(one)).toBe(true);
    const restored = await back();
    expect(restored.exitCode).toBe(0);
    expect(await referrers(old)).toEqual([signed[0].digest]);
    expect([await referrers(plain), await referrers(child)]).toEqual([[signed[1].digest], [sbom.digest]]);
    expect(await referrers(sbom)).toEqual([countersigned.digest]);
  });

  test('stays where something that stays needs it', async () => {
    const { push, sign, prune: run, has, manifests, name } = await given('memory');
    const platforms = ['linux/amd64', 'linux/arm64'];
    const old = await push('1.0', { created: days(3), platforms, content: 'same' });
    const other = await push('1.1', { created: days(2) });
    const kept = await push('2.0', { created: days(3), platforms: [...platforms, 'linux/riscv64'], content: 'same' });
    const [shared] = old.manifests;
    expect(kept.manifests).toContainEqual(shared);
    if (shared === undefined) throw new Error('an index without children');
    // Of a child that both indexes list; in use; tagged and protected; listed by an index that refers to what stays.
    const ofShared = await sign(shared, 'shared');
    const inUse = await sign(other, 'in use');
    const tagged = await push('release-signature', { subject: other, created: days(1), content: 'tagged' });
    const ofTagged = await sign(tagged, 'of a tagged one');
    const listed = await sign(other, 'listed');
    const subject = { mediaType: kept.mediaType, digest: kept.digest, size: kept.size };
    const bundle = await manifests.manifest({ ...imageIndex([listed], { subject }), mediaType: kept.mediaType });
    const plain = await sign(other, 'plain');

    const rules = ['--keep', '1', '--protect', '^release-', '--in-use', `${name}@${inUse.digest}`];
    const pruned = await run(...rules);

    expect([pruned.exitCode, tagsOf(pruned, 'deleted')]).toEqual([0, ['1.0', '1.1']]);
    expect(clearedBy(pruned)).toEqual([plain.digest]);
    for (const one of [ofShared, inUse, tagged, ofTagged, listed, bundle]) expect(await has(one)).toBe(true);
  });

  test('what an index lists is a part of it, and stays without a tag, also where it refers to a neighbour', async () => {
    const { push, prune: run, manifests, has, sign } = await given('memory');
    const image = await push('base', { created: days(1) });
    const attestation = await sign(image, 'provenance');
    const index = imageIndex([image, attestation]);
    await manifests.manifest({ ...index, mediaType: index.mediaType as string }, '1.0');
    await push('2.0', { created: days(3) });
    const pruned = await run('--keep', '1');
    expect([pruned.exitCode, tagsOf(pruned, 'deleted'), clearedBy(pruned)]).toEqual([0, ['1.0', 'base'], []]);
    expect(await has(attestation)).toBe(true);
  });

  test('where nothing goes, nobody is asked', async () => {
    const { push, sign, prune: run, registry, path } = await given('memory');
    await sign(await push('1.0'));
    registry.requests.splice(0);
    await run('--keep', '1');
    expect(registry.requests.filter((one) => one.path.startsWith(`/v2/${path}/referrers/`))).toEqual([]);
  });
});

test.each(withoutApi)('prune where there is no referrers API asks once: %s', async (kind) => {
  const { push, sign, prune: run, registry, path, has } = await given(kind);
  const old = [await push('1.0', { created: days(1) }), await push('1.1', { created: days(2) })];
  const signed = [];
  for (const image of old) signed.push(await sign(image));
  await push('2.0', { created: days(3) });
  registry.requests.splice(0);
  const pruned = await run('--keep', '1');
  expect([pruned.exitCode, clearedBy(pruned)]).toEqual([0, []]);
  expect(registry.requests.filter((one) => one.path.startsWith(`/v2/${path}/referrers/`))).toHaveLength(1);
  for (const one of signed) expect(await has(one)).toBe(true);
});

describe('prune and a referrers API that misbehaves', () => {
  const host = 'registry.example.com';

  /** 1.0 with a signature goes, 2.0 stays. */
  async function pruned(prepare: (path: string, image: Subject, signed: Subject, kept: string) => void) {
    count += 1;
    const path = `acme/referred-${count}`;
    const { registry } = internet.generic;
    const image = await pushImage(registry, path, '1.0', { created: days(1) });
    const { digest } = await pushImage(registry, path, '2.0', { created: days(2) });
    const signed = await refer({ url: registry.url }, path, image, signature);
    const countersigned = await refer({ url: registry.url }, path, signed, signature);
    prepare(path, image, signed, digest);
    const cwd = await folders.create();
    const run = await prune([`${host}/${path}`, '--keep', '1', '--timeout', '60s'], { internet, cwd });
    const { ledger } = registry;
    const left = [signed, countersigned].filter((one) => ledger.manifests(path).has(one.digest)).length;
    return { run, left, tags: [...ledger.tagged(path).keys()], signed, countersigned };
  }

  test.each([403, 500, 401])('%i: a warning, the images go, what refers to them stays', async (status) => {
    const { run, left, tags } = await pruned((path) => {
      internet.inject({ host, path: new RegExp(`^/v2/${path}/referrers/`), answer: { status } });
    });
    expect([run.exitCode, left, tags]).toEqual([0, 2, ['2.0']]);
    expect(run.stderr).toContain('Warning: the referrers of deleted images could not be read');
  });

  test('it lists what refers to something else, or to nothing: that stays', async () => {
    const { run, left, tags } = await pruned((path, image, _signed, kept) => {
      const entry = { mediaType: ociManifest, digest: kept, size: 1 };
      const body = JSON.stringify(imageIndex([entry]));
      const answer = { status: 200, headers: { 'content-type': ociIndex }, body };
      internet.inject({ host, path: `/v2/${path}/referrers/${image.digest}`, answer });
    });
    expect([run.exitCode, left, tags, clearedBy(run)]).toEqual([0, 2, ['2.0'], []]);
  });

  test('somebody tags the image again while it goes: its signatures stay', async () => {
    const { run, left } = await pruned((path, image) => {
      let isGone = false;
      const onceGone = (answer: object) => () => (isGone ? { status: 200, ...answer } : undefined);
      internet.inject({
        host,
        method: 'DELETE',
        path: `/v2/${path}/manifests/1.0`,
        answer: () => {
          isGone = true;
          return undefined;
        },
      });
      const body = JSON.stringify({ name: path, tags: ['1.0', '2.0'] });
      const list = { headers: { 'content-type': 'application/json' }, body };
      internet.inject({ host, path: `/v2/${path}/tags/list?n=1000`, answer: onceGone(list) });
      const headers = { 'content-type': ociManifest, 'docker-content-digest': image.digest };
      internet.inject({ host, method: 'HEAD', path: `/v2/${path}/manifests/1.0`, answer: onceGone({ headers }) });
    });
    expect([run.exitCode, left, clearedBy(run)]).toEqual([0, 2, []]);
  });

  test('the image is refused: its signatures stay', async () => {
    const { run, left } = await pruned((path) => {
      internet.inject({ host, method: 'DELETE', path: `/v2/${path}/manifests/1.0`, answer: { status: 403 } });
    });
    expect([run.exitCode, left]).toEqual([4, 2]);
  });

  test('a signature cannot be read for the journal: nothing is deleted', async () => {
    const { run, left, tags } = await pruned((path, _image, signed) => {
      let reads = 0;
      const answer = () => {
        reads += 1;
        return reads > 1 ? { status: 403 } : undefined;
      };
      internet.inject({ host, method: 'GET', path: `/v2/${path}/manifests/${signed.digest}`, answer });
    });
    expect([run.exitCode, left, tags.sort()]).toEqual([4, 2, ['1.0', '2.0']]);
  });
});
