import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { runCli } from '../../sandbox/index.js';
import { useFolders, useInternet } from './support/surroundings.js';

const internet = await useInternet();
const folders = useFolders();
beforeEach(() => internet.forget());

const arm = 'linux/arm64';
const both = { platforms: ['linux/amd64', arm] };
const numbers = Array.from({ length: 10 }, (_value, at) => at);
const names = numbers.map((at) => `acme/app${at}`);
const registries = [
  { host: '', images: internet.hub },
  { host: 'ghcr.io/', images: internet.ghcr },
  { host: 'registry.example.com/', images: internet.generic },
];
const digests = new Map<string, string>();
for (const { host, images } of registries) {
  for (const name of names) {
    // One is missing, and one has not the platform.
    const tag = `${host}${name}` === 'ghcr.io/acme/app3' ? '0.9' : '1.0';
    const platforms = `${host}${name}` === 'acme/app4' ? { platforms: ['linux/amd64', 'linux/s390x'] } : both;
    digests.set(`${host}${name}`, await images.image(name, tag, { ...platforms, content: `${host}${name}` }));
  }
}

const byDigest = 'registry.example.com/acme/app5';
const references = registries.flatMap(({ host }) =>
  names.map((name) => (`${host}${name}` === byDigest ? `${byDigest}@${digests.get(byDigest)}` : `${host}${name}:1.0`)),
);

/** A folder of manifests: each image in a file of its own, and the first ones in one more. */
async function manifests(): Promise<string> {
  const folder = await folders.create();
  await mkdir(join(folder, 'k8s', 'base'), { recursive: true });
  await Promise.all(references.map((image, at) => writeFile(join(folder, 'k8s', 'base', `${at}.yaml`), pod([image]))));
  await writeFile(join(folder, 'k8s', 'again.yaml'), pod(references.slice(0, 5)));
  return folder;
}

function pod(images: readonly string[]): string {
  return [
    'apiVersion: v1',
    'kind: Pod',
    'spec:',
    '  containers:',
    ...images.map((image, at) => `    - {name: c${at}, image: "${image}"}`),
    '',
  ].join('\n');
}

const check = (args: readonly string[], cwd: string) => runCli({ args: ['check', ...args], internet, cwd });

describe('check k8s/ --platforms linux/arm64', () => {
  it('checks 30 images in three registries, each once, and says where each is named', async () => {
    const { exitCode, stdout } = await check(['k8s/', '--platforms', arm, '--json'], await manifests());
    expect(exitCode).toBe(1);
    const { ready, results } = JSON.parse(stdout);
    expect(ready).toBe(false);
    expect(results).toHaveLength(30);
    expect(results.map(({ image }: { image: string }) => image).sort()).toEqual([...references].sort());
    const waiting = results.filter((result: { ready: boolean }) => !result.ready);
    expect(waiting).toMatchObject([
      { image: 'acme/app4:1.0', reason: 'it has no linux/arm64', where: ['k8s/again.yaml:9', 'k8s/base/4.yaml:5'] },
      { image: 'ghcr.io/acme/app3:1.0', reason: 'the registry has no such tag', where: ['k8s/base/13.yaml:5'] },
    ]);
    const pinned = results.find(({ image }: { image: string }) => image.startsWith(byDigest));
    expect(pinned).toMatchObject({ ready: true, pinned: `${byDigest}@${digests.get(byDigest)}` });
  });

  it('takes one HEAD for each image, and one token for each repository', async () => {
    await check(['k8s/', '--platforms', arm], await manifests());
    const heads = internet.requests.filter(({ method, path }) => method === 'HEAD' && /\/manifests\/[^/]+$/.test(path));
    const ofTags = heads.filter(({ path }) => path.endsWith('/1.0') || path.includes(digests.get(byDigest) ?? 'none'));
    expect(ofTags).toHaveLength(30);
    const tokens = internet.requests.filter(({ path }) => path.startsWith('/token'));
    expect(tokens).toHaveLength(20);
  });

  it('shows the places in the table, and in the sentence below it', async () => {
    const { stdout } = await check(['k8s/', '--platforms', arm], await manifests());
    expect(stdout.split('\n')[0]?.split(/\s+/)).toEqual(['STATUS', 'IMAGE', 'DIGEST', 'WHERE']);
    expect(stdout).toMatch(/not ready {2}ghcr\.io\/acme\/app3:1\.0 .*k8s\/base\/13\.yaml:5/);
    expect(stdout).toContain('acme/app4:1.0, in k8s/again.yaml:9, k8s/base/4.yaml:5, (it has no linux/arm64)');
  });
});

describe('check of a file', () => {
  const dockerfile = [
    'ARG VERSION=1.0',
    'FROM acme/app0:$VERSION AS build',
    'FROM scratch AS empty',
    'COPY --from=registry.example.com/acme/app1:1.0 /a /a',
    'COPY --from=empty /a /a',
    'FROM build',
    '',
  ].join('\n');

  it('leaves out the stages of a Dockerfile, and scratch', async () => {
    const { exitCode, stdout } = await check(
      ['Dockerfile', '--json'],
      await folders.create({ Dockerfile: dockerfile }),
    );
    expect(JSON.parse(stdout).results).toMatchObject([
      { image: 'acme/app0:1.0', ready: true, where: ['Dockerfile:2'] },
      { image: 'registry.example.com/acme/app1:1.0', ready: true, where: ['Dockerfile:4'] },
    ]);
    expect(exitCode).toBe(0);
  });

  it('takes a name without a tag in a file for latest, and files beside images', async () => {
    const folder = await folders.create({ 'compose.yaml': 'services:\n  web:\n    image: acme/app0\n' });
    const { exitCode, stdout } = await check(['compose.yaml', 'acme/app1:1.0', '--json'], folder);
    expect(JSON.parse(stdout).results).toMatchObject([
      { image: 'acme/app0:latest', ready: false, where: ['compose.yaml:3'] },
      { image: 'acme/app1:1.0', ready: true },
    ]);
    expect(exitCode).toBe(1);
  });

  it('is an error where the file does not say which image, and checks the others', async () => {
    const text = 'services:\n  a:\n    image: acme/app0:$' + '{TAG}\n  b:\n    image: acme/app1:1.0\n';
    const { exitCode, stdout, stderr } = await check(
      ['compose.yaml', '--json'],
      await folders.create({ 'compose.yaml': text }),
    );
    expect(JSON.parse(stdout).results).toMatchObject([
      { image: 'acme/app0:$' + '{TAG}', status: 'error', where: ['compose.yaml:3'] },
      { image: 'acme/app1:1.0', ready: true },
    ]);
    expect(stderr).toContain(
      'compose.yaml:3: the image "acme/app0:$' + '{TAG}": the variable TAG has no value in this file',
    );
    expect(exitCode).toBe(64);
  });

  it.each([
    ['values.yaml', 'image:\n  repository: acme/app0\n', 'the file has no tag for it'],
    ['pod.yaml', 'kind: Pod\nspec:\n  containers:\n    - image: Acme/App:1\n', 'is not an image'],
  ])('%s is an error too', async (name, text, says) => {
    const { exitCode, stderr } = await check([name], await folders.create({ [name]: text }));
    expect(stderr).toContain(says);
    expect(exitCode).toBe(64);
  });

  it.each([
    ['template.yaml', 'kind: Pod\nspec:\n  containers:\n    - image: {{ .Values.image }}\n'],
    ['broken.yaml', 'a: [\n'],
  ])('%s, which cannot be read, is refused as a whole', async (name, text) => {
    const { exitCode } = await check([name], await folders.create({ [name]: text }));
    expect(exitCode).toBe(64);
    expect(internet.requests).toEqual([]);
  });

  it('never takes the credentials to a registry that a file names', async () => {
    const folder = await folders.create({ 'pod.yaml': pod(['registry.example.com/acme/app0:1.0']) });
    const { exitCode } = await runCli({
      args: ['check', 'pod.yaml'],
      internet,
      cwd: folder,
      env: { IMAGE_GATE_USERNAME: 'ann', IMAGE_GATE_PASSWORD: 'hunter2' },
    });
    expect(exitCode).toBe(0);
    expect(internet.requests.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });
});
