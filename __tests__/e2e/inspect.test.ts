import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { type Host, pusher, pushImage, type RunningRegistry } from '../../sandbox/index.js';
import { runCommandAction, runJson, runText } from './support/listing.js';
import { requestsAbout } from './support/requests.js';
import { registryKinds, useInternet, useRegistry } from './support/surroundings.js';

const registries = new Map<string, RunningRegistry>();

const evilLabels = {
  '\u001b[31mred': '\u001b]0;owned\u0007',
  newline: 'a\n::error::injected\n##[warning]injected',
  markup: '<img src=x onerror=alert(1)> [click](https://evil.example.com) | cell `code` </code>',
  c1: '\u009b2J\u202Eback',
};
const sha = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`;
const config = JSON.stringify({
  os: 'linux',
  architecture: 'amd64',
  created: 'yesterday',
  config: { Labels: evilLabels },
});
const manifest = JSON.stringify({
  schemaVersion: 2,
  mediaType: 'application/vnd.oci.image.manifest.v1+json',
  config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest: sha(config), size: config.length },
  layers: [{ mediaType: '<b>\u001b[31m', digest: sha('layer'), size: 7 }],
});
const chart = JSON.stringify({
  schemaVersion: 2,
  config: { mediaType: 'application/vnd.cncf.helm.config.v1+json', digest: sha('{}'), size: 2 },
  layers: [],
});
const evil: Host = async ({ url }) => {
  if (url.pathname.includes('/chart/manifests/'))
    return { status: 200, headers: { 'content-type': 'application/vnd.oci.image.manifest.v1+json' }, body: chart };

  if (url.pathname.endsWith(sha(config))) return { status: 200, body: config };
  if (url.pathname.includes('/evil/manifests/')) return { status: 200, body: manifest };
  if (url.pathname.includes('/page/')) return { status: 200, body: '<html><title>Login</title></html>' };
  return { status: 404 };
};

const internet = await useInternet({ hosts: { 'odd.example.com': evil } });
for (const kind of registryKinds) registries.set(kind, await useRegistry({ kind }));

describe.each(registryKinds)('%s registry', (kind) => {
  const registry = () => {
    const found = registries.get(kind);
    if (found === undefined) throw new Error(`no ${kind} registry`);
    return found;
  };
  const ask = (image: string, more: Record<string, string> = {}) =>
    runJson('inspect', { registry: registry().host, image, ...more });

  test('an index: digest, platforms, sizes, labels, layers, attestations', async () => {
    const pushed = await pushImage(registry(), 'acme/app', '1.0', {
      platforms: ['linux/amd64', 'linux/arm64'],
      attestation: true,
      labels: { 'org.opencontainers.image.version': '1.0' },
      created: '2026-02-03T04:05:06Z',
    });
    const before = registry().requests.length;
    const { exitCode, json } = await ask('acme/app:1.0');
    expect(exitCode).toBe(0);
    expect(json).toMatchObject({
      image: `${registry().host}/acme/app:1.0`,
      digest: pushed.digest,
      mediaType: 'application/vnd.oci.image.index.v1+json',
      platforms: ['linux/amd64', 'linux/arm64'],
      created: '2026-02-03T04:05:06.000Z',
      labels: { 'org.opencontainers.image.version': '1.0' },
      images: [
        { platform: 'linux/amd64', digest: pushed.manifests[0]?.digest, layers: [{ size: expect.any(Number) }] },
        { platform: 'linux/arm64', digest: pushed.manifests[1]?.digest },
      ],
      attestations: [{ of: pushed.manifests[0]?.digest }, { of: pushed.manifests[1]?.digest }],
    });
    // The index; of two platforms manifest and config.
    expect(registry().requests.length - before).toBe(5);

    const byDigest = await ask(`acme/app@${pushed.digest}`, { platform: 'linux/arm64' });
    expect(byDigest.json).toMatchObject({ digest: pushed.manifests[1]?.digest, platforms: ['linux/arm64'] });
    const other = await ask('acme/app:1.0', { platform: 'linux/s390x' });
    expect([other.exitCode, other.json.error]).toEqual([3, expect.stringContaining('has no such platform')]);
  });

  test('several: each in its place, and the exit code of what failed', async () => {
    await pushImage(registry(), 'acme/one', 'latest', { format: 'docker', nested: true });
    const { exitCode, json } = await ask('acme/one, acme/one:none');
    expect(exitCode).toBe(3);
    expect(json.results).toEqual([
      expect.objectContaining({ image: `${registry().host}/acme/one:latest`, platforms: ['linux/amd64'] }),
      expect.objectContaining({ status: 'error', exitCode: 3 }),
    ]);
  });
});

test('outputs, and a summary, of the action', async () => {
  const digest = await internet.hub.image('acme/app', '1.0', { labels: { team: 'gate' } });
  const { outputs, summary, exitCode } = await runCommandAction(
    'inspect',
    { image: 'app:1.0', namespace: 'acme' },
    { internet },
  );
  const { results, size, ...others } = outputs;
  expect(exitCode).toBe(0);
  expect(others).toEqual({
    digest,
    'media-type': 'application/vnd.oci.image.manifest.v1+json',
    created: '2026-01-01T00:00:00.000Z',
    platforms: 'linux/amd64',
    labels: '{"team":"gate"}',
  });
  expect(Number(size)).toBeGreaterThan(100);
  expect(JSON.parse(results ?? '')).toHaveLength(1);
  expect(summary).toContain('| <code>team</code> | <code>gate</code> |');
  expect(summary).toContain(`\n\n\`\`\`text\nacme/app@${digest}\n\`\`\`\n\n| Platform | Digest |`);
  expect(summary).toMatch(/ \d+\u00a0B \|/u);
});

test('an artifact has its type: what it says it is, else that of its config', async () => {
  const inputs = { registry: 'odd.example.com', image: 'chart:1' };
  const { stdout } = await runText('inspect', inputs, { internet });
  expect(stdout).toMatch(/^artifact type +application\/vnd\.cncf\.helm\.config\.v1\+json$/m);
  const { json } = await runJson('inspect', inputs, { internet });
  expect(json.images).toEqual([
    expect.objectContaining({ artifactType: 'application/vnd.cncf.helm.config.v1+json', platform: '' }),
  ]);
  const { summary } = await runCommandAction('inspect', { ...inputs, image: 'chart:1' }, { internet });
  expect(summary).toContain('| application\\/vnd\\.cncf\\.helm');
});

test('an image that does not exist is named in the heading of the summary', async () => {
  const inputs = { from: 'odd.example.com/none:1', to: 'odd.example.com/other:1' };
  const { summary, exitCode } = await runCommandAction('copy', inputs, { internet });
  expect([exitCode, summary.split('\n')[0]]).toEqual([3, '### ❌ odd\\.example\\.com\\/none\\:1\\: not found']);
});

describe('nothing that a registry says is obeyed', () => {
  const inputs = { registry: 'odd.example.com', image: 'evil:1' };

  test('in the summary and the log', async () => {
    const { summary, log, commands, outputs } = await runCommandAction('inspect', inputs, { internet });
    expect(summary).toContain('owned');
    expect(summary).not.toMatch(/<img|<b>|\]\(https|<\/code> *<\/code>/);
    expect(`${summary}${log}`).not.toMatch(/(?![\n\r\t])\p{Cc}|\u202E/u);
    expect(commands.filter(({ name }) => name === 'error' || name === 'warning')).toEqual([]);
    expect(JSON.parse(outputs.labels ?? '')).toEqual(evilLabels);
  });

  test('on the terminal, as a table and as JSON', async () => {
    const { stdout } = await runText('inspect', inputs, { internet });
    expect(stdout).toContain('owned');
    expect(stdout).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
    expect(stdout).not.toMatch(/^\s*::|##\[/m);
    const run = await runJson('inspect', inputs, { internet });
    expect(run.stdout).not.toMatch(/(?!\n)[\p{Cc}\u202E]/u);
    expect(run.stdout).not.toMatch(/^\s*::|##\[/m);
    expect(run.json.labels).toEqual(evilLabels);
  });

  test('a web page is no image: exit code 5', async () => {
    const { exitCode, json } = await runJson('inspect', { ...inputs, image: 'page:1' }, { internet });
    expect([exitCode, json.error]).toEqual([5, expect.stringContaining('Login')]);
  });
});

test.each([
  [{}, 'image is required'],
  [{ image: 'app:1', platform: 'amd64' }, 'is not a platform'],
  [{ image: 'app:1', registry: 'ghcr.io' }, '--namespace is required for images in ghcr.io'],
])('wrong usage %#: exit code 64', async (inputs, words) => {
  const { exitCode, json } = await runJson('inspect', inputs as Record<string, string>);
  expect([exitCode, json.error]).toEqual([64, expect.stringContaining(words)]);
});

describe('the type of an artifact', () => {
  const name = 'acme/artifacts';
  const helm = 'application/vnd.cncf.helm.config.v1+json';
  const sbom = 'application/spdx+json';
  const ociManifest = 'application/vnd.oci.image.manifest.v1+json';
  const ociIndex = 'application/vnd.oci.image.index.v1+json';
  const memory = async () => {
    const registry = registries.get('memory');
    if (registry === undefined) throw new Error('no registry');
    const push = pusher(registry, name);
    const empty = await push.blob('application/vnd.oci.empty.v1+json', Buffer.from('{}'));
    const config = await push.blob(helm, Buffer.from('{"name":"chart"}'));
    const document = { schemaVersion: 2, mediaType: ociManifest, layers: [] };
    await push.manifest({ ...document, config }, 'chart');
    const typed = await push.manifest({ ...document, config: empty, artifactType: sbom }, 'sbom');
    await push.manifest({ schemaVersion: 2, mediaType: ociIndex, artifactType: 'x/y', manifests: [typed] }, 'index');
    await pushImage(registry, name, 'image');
    return registry.host;
  };

  test('is the one of its manifest, else that of its config; an image has none', async () => {
    const host = await memory();
    for (const [tag, type, ofImage] of [
      ['chart', helm, helm],
      ['sbom', sbom, sbom],
      ['index', 'x/y', sbom],
      ['image', undefined, undefined],
    ] as const) {
      const { exitCode, json } = await runJson('inspect', { image: `${host}/${name}:${tag}` });
      const [image] = json.images as { artifactType?: string }[];
      expect([exitCode, json.artifactType, image?.artifactType]).toEqual([0, type, ofImage]);
    }
  });

  test('is in the table, of one image and of several, and in the summary', async () => {
    const host = await memory();
    const one = await runText('inspect', { image: `${host}/${name}:chart` });
    expect(one.stdout).toMatch(/^artifact type +application\/vnd\.cncf\.helm\.config\.v1\+json$/m);
    const image = `${host}/${name}:chart,${host}/${name}:image,${host}/${name}:sbom`;
    const several = await runText('inspect', { image });
    expect(
      several.stdout
        .split('\n')
        .map((line) => line.split(/ {2,}/)[2])
        .slice(1, 4),
    ).toEqual([helm, 'linux/amd64', sbom]);
    const { summary } = await runCommandAction('inspect', { image });
    expect(summary).toContain('vnd\\.cncf\\.helm\\.config');
  });
});

describe('the tags on the same digest', () => {
  const secret = 'a-secret-0123456789';
  internet.ghcr.users.set('ada', secret);
  internet.harbor.users.set('robot$acme+ci', secret);
  const services = {
    'docker.io': [internet.hub, 'ada', /hub\.docker\.com\/v2\/namespaces\/acme\/repositories\/\w+\/tags/],
    'ghcr.io': [internet.ghcr, 'ada', /api\.github\.com\//],
    'harbor.example.com': [internet.harbor, 'robot$acme+ci', /\/api\/v2\.0\//],
  } as const;
  const hosts = Object.keys(services) as (keyof typeof services)[];
  const credentials = (host: keyof typeof services) =>
    host === 'docker.io' ? {} : { registry: host, username: services[host][1], password: secret };

  test.concurrent.each(hosts)('%s: by its API, which is requested once for a repository', async (host) => {
    const [accounts, , api] = services[host];
    const path = 'acme/tagged';
    for (const tag of ['1.4.0', '1.4', 'latest']) await accounts.image(path, tag, { content: 'same' });
    await accounts.image(path, 'other', { content: 'another' });
    const image = `${host}/${path}`;
    const { exitCode, json } = await runJson(
      'inspect',
      { image: `${image}:latest, ${image}:other`, ...credentials(host) },
      { internet },
    );
    expect([exitCode, json.results]).toMatchObject([0, [{ tags: ['1.4', '1.4.0', 'latest'] }, { tags: ['other'] }]]);
    const requests = requestsAbout(internet.requests, 'tagged').filter((line) => api.test(line));
    expect(requests).toEqual([expect.stringMatching(/^GET .* 200$/)]);

    const inputs = { image: `${image}:latest`, ...credentials(host) };
    const { stdout } = await runText('inspect', inputs, { internet });
    expect(stdout).toMatch(/^other tags +1\.4, 1\.4\.0$/m);
    const { summary } = await runCommandAction('inspect', inputs, { internet });
    expect(summary.replaceAll('\\', '')).toContain('Other tags: 1.4, 1.4.0');
    const alone = await runText('inspect', { ...inputs, image: `${image}:other` }, { internet });
    expect(alone.stdout).not.toContain('other tags');
  });

  test.concurrent('GHCR without credentials, and a registry without an API: no request more, and no tags', async () => {
    await internet.ghcr.image('acme/untold', '1.0');
    await internet.generic.image('acme/untold', '1.0');
    const image = 'ghcr.io/acme/untold:1.0, registry.example.com/acme/untold:1.0';
    const { exitCode, json, stderr } = await runJson('inspect', { image }, { internet });
    expect([exitCode, stderr]).toEqual([0, '']);
    for (const one of json.results as object[]) expect(one).not.toHaveProperty('tags');
    const requests = requestsAbout(internet.requests, 'untold').filter((line) => !/token|PUT|POST/.test(line));
    expect(requests.filter((line) => !/ GET .*\/(?:manifests|blobs)\//.test(` ${line}`))).toEqual([]);
  });

  test.concurrent('a list of more than ten pages is given up, and an API that fails is no error', async () => {
    internet.hub.images('acme/lengthy', 1101);
    await internet.hub.image('acme/failing', '1.0');
    internet.inject({ host: 'hub.docker.com', path: /\/failing\//, answer: { status: 403 } });
    const image = 'acme/lengthy:build-0, acme/failing:1.0';
    const { exitCode, json, stderr } = await runJson('inspect', { image }, { internet });
    expect(exitCode).toBe(0);
    for (const one of json.results as object[]) expect(one).not.toHaveProperty('tags');
    expect(stderr).toMatch(/The tags on acme\/failing@sha256:\w+ are not known: .*403/);
    const pages = requestsAbout(internet.requests, 'lengthy').filter((line) => line.includes('hub.docker.com'));
    expect(pages.length).toBeLessThanOrEqual(11);
  });
});
