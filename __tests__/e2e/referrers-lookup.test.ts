import { describe, expect, test } from '@jest/globals';
import { type Answer, pusher } from '../../sandbox/index.js';
import { imageIndex, ociConfig, ociIndex, ociManifest } from '../support/manifests.js';
import { copy, referrersAt } from './support/copying.js';
import { json, oddRegistry } from './support/odd-registry.js';
import { requestsAbout } from './support/requests.js';
import { registryKinds, useInternet, useRegistry } from './support/surroundings.js';

const host = 'signed.example.com';
const elsewhere = 'elsewhere.example.com';
const list = (manifests: object[]): Answer => ({
  ...json(200, imageIndex(manifests)),
  headers: { 'content-type': ociIndex },
});
/** What the referrers API of each repository answers. */
const answers: Record<string, Answer> = {
  empty: list([]),
  'see-other': { status: 303, headers: { location: `https://${elsewhere}/-/v2/packages/sha256` } },
  temporary: { status: 307, headers: { location: `https://${elsewhere}/v2/x/referrers/sha256:1` } },
  missing: json(404, { errors: [{ code: 'MANIFEST_UNKNOWN', message: 'manifest unknown' }] }),
};
const registry = oddRegistry(({ url }) => answers[/^\/v2\/lookup\/([^/]+)\/referrers\//.exec(url.pathname)?.[1] ?? '']);
const internet = await useInternet({
  hosts: { [host]: registry.host, [elsewhere]: async () => ({ status: 429, headers: { 'retry-after': '3600' } }) },
});
const targets = new Map(
  await Promise.all(registryKinds.map(async (kind) => [kind, await useRegistry({ kind })] as const)),
);

describe('a signature at the fallback tag goes along with its image', () => {
  test.concurrent.each(Object.keys(answers))('where the API answers: %s', async (name) => {
    const path = `lookup/${name}`;
    const digest = registry.image(path, '1.0');
    const subject = { mediaType: ociManifest, digest, size: 1 };
    const signature = registry.image(path, 'sig', { more: { subject, artifactType: 'application/x-signature' } });
    // As go-containerregistry writes it: with the type of the config.
    registry.put(
      path,
      digest.replace(':', '-'),
      imageIndex([{ ...subject, digest: signature, artifactType: ociConfig }]),
      ociIndex,
    );
    for (const [kind, target] of targets) {
      const to = `${path}-${kind}`;
      const { exitCode, stderr } = await copy(
        { from: `${host}/${path}:1.0`, to: `${target.host}/${to}:1.0` },
        { internet },
      );
      expect({ kind, exitCode, stderr: exitCode === 0 ? '' : stderr }).toEqual({ kind, exitCode: 0, stderr: '' });
      expect(await referrersAt(target, to, digest)).toEqual([signature]);
      if (kind === 'distribution') {
        const at = `${target.url}/v2/${to}/manifests/${digest.replace(':', '-')}`;
        const { manifests } = (await (await fetch(at, { headers: { accept: ociIndex } })).json()) as {
          manifests: object[];
        };
        expect(manifests).toEqual([expect.objectContaining({ artifactType: 'application/x-signature' })]);
      }
    }
    const asked = requestsAbout(internet.requests, path).filter((line) => line.includes(digest.slice(7)));
    expect(asked.filter((line) => line.includes('/referrers/')).length).toBe(targets.size);
    expect(asked.filter((line) => /\/manifests\/sha256-[0-9a-f]{64} 200$/.test(line)).length).toBe(targets.size);
    expect(internet.requests.filter((one) => one.host === elsewhere)).toEqual([]);
  });

  test.concurrent('from GHCR, which is not asked for its API', async () => {
    const path = 'acme/signed-here';
    internet.ghcr.repository(path, { private: false, members: [] });
    const digest = await internet.ghcr.image(path, '1.0');
    const push = pusher({ url: internet.ghcr.registry.url }, path);
    const config = await push.blob('application/vnd.oci.empty.v1+json', Buffer.from('{}'));
    const subject = { mediaType: ociManifest, digest, size: 1 };
    const signature = await push.manifest({
      schemaVersion: 2,
      mediaType: ociManifest,
      artifactType: 'application/x-signature',
      config,
      layers: [],
      subject,
    });
    await push.manifest(imageIndex([signature]), digest.replace(':', '-'));
    const target = targets.get('memory');
    if (target === undefined) throw new Error('there is no registry in memory');
    const { exitCode } = await copy({ from: `ghcr.io/${path}:1.0`, to: `${target.host}/${path}:1.0` }, { internet });
    expect([exitCode, await referrersAt(target, path, digest)]).toEqual([0, [signature.digest]]);
    const lines = requestsAbout(internet.requests, path);
    expect(lines.filter((line) => line.includes('/referrers/'))).toEqual([]);
    expect(lines).toContain(`GET ghcr.io/v2/${path}/manifests/${digest.replace(':', '-')} 200`);
  });
});
