import { describe, expect, test } from '@jest/globals';
import { pushImage } from '../../sandbox/index.js';
import type { Subject } from './support/copying.js';
import { copy, referrersAt } from './support/copying.js';
import { deleteImages } from './support/delete.js';
import { prune, restore, tagsOf } from './support/prune.js';
import { type SignedPlace, signedPlaces, useSignedImages } from './support/signed-images.js';
import { attachBundle, provenanceOf, sigstore } from './support/signing.js';

const { folders, registryOf, given, check, requires } = await useSignedImages();
const kinds = signedPlaces.filter((kind) => kind !== 'ghcr');

/** Signs an image of the repository as actions/attest does. @returns the referrer */
const attest = ({ target, path }: SignedPlace, subject: Subject) =>
  attachBundle(target, path, subject, provenanceOf(sigstore, subject.digest));

async function isVerified(image: string): Promise<boolean> {
  const { exitCode, json, stderr } = await check([image, ...requires.provenance()]);
  if (exitCode !== 0 && exitCode !== 1) throw new Error(stderr);
  return json.verified === true;
}

/** By API in memory, by the index at the tag in the real one. */
describe.each(kinds)('an image with a bundle of cosign 3: %s', (kind) => {
  const registry = registryOf(kind);

  test.each(kinds)('is verified where it was copied to: %s', async (to) => {
    const place = await given(kind);
    await attest(place, place.subject);
    const copied = `${registryOf(to).host}/copied/${kind}/${place.path}:prod`;
    expect((await copy({ from: place.image, to: copied })).exitCode).toBe(0);
    expect(await isVerified(copied)).toBe(true);
  });

  test('prune takes the bundle of an image that goes, and leaves that of one that stays; restore brings it back', async () => {
    const place = await given(kind, { created: '2026-01-01T00:00:00Z' });
    const stays = await pushImage(registry, place.path, '2.0', { created: '2026-02-01T00:00:00Z' });
    const [gone, kept] = [await attest(place, place.subject), await attest(place, stays)];
    const cwd = await folders.create();
    const name = place.image.replace(/:1\.0$/, '');
    const pruned = await prune([name, '--keep', '1'], { cwd });
    expect([pruned.exitCode, tagsOf(pruned, 'deleted')[0]]).toEqual([0, '1.0']);
    const listed = ({ digest }: Subject) => referrersAt(registry, place.path, digest);
    expect([await listed(place.subject), await listed(stays)]).toEqual([[], [kept.digest]]);
    expect(await isVerified(`${name}:2.0`)).toBe(true);

    const journal = String(pruned.json.journal ?? '');
    expect((await restore([journal], { cwd })).exitCode).toBe(0);
    expect(await listed(place.subject)).toEqual([gone.digest]);
    expect(await isVerified(`${name}:1.0`)).toBe(true);
  });

  test('delete of a bundle leaves the image, and no other bundle; of an image, those of the others', async () => {
    const place = await given(kind);
    const other = await pushImage(registry, place.path, '2.0');
    const [bundle] = [await attest(place, place.subject), await attest(place, other)];
    const cwd = await folders.create();
    const name = place.image.replace(/:1\.0$/, '');
    expect(await isVerified(`${name}:1.0`)).toBe(true);
    expect((await deleteImages(['--image', `${name}@${bundle.digest}`], { cwd })).exitCode).toBe(0);
    expect([await isVerified(`${name}:1.0`), await isVerified(`${name}:2.0`)]).toEqual([false, true]);
    expect((await deleteImages(['--image', `${name}:1.0`], { cwd })).exitCode).toBe(0);
    expect(await isVerified(`${name}:2.0`)).toBe(true);
  });
});
