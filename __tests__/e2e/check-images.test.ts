import { beforeEach, describe, expect, it } from '@jest/globals';
import { runCli } from '../../sandbox/index.js';
import { actionFile, inEnvironment } from './support/story.js';
import { useFolders, useInternet } from './support/surroundings.js';

const internet = await useInternet();
const folders = useFolders();
const digests = {
  nginx: await internet.hub.image('library/nginx', '1.27'),
  app: await internet.generic.image('acme/app', '1.0'),
};
beforeEach(() => {
  internet.forget();
  internet.generic.auth = 'anonymous';
});

const check = (args: readonly string[], more: { cwd?: string; env?: Record<string, string> } = {}) =>
  runCli({ args: ['check', '--json', ...args], internet, ...more });
const requests = () => internet.requests.map(({ method, host }) => `${method} ${host}`);
const heads = () => internet.requests.filter(({ method, path }) => method === 'HEAD' && path.includes('/manifests/'));

describe('check IMAGE:TAG', () => {
  it('takes one token and one HEAD on Docker Hub, in Docker’s short form', async () => {
    const { exitCode, stdout } = await check(['nginx:1.27']);
    expect(JSON.parse(stdout)).toMatchObject({
      image: 'nginx:1.27',
      tag: '1.27',
      ready: true,
      status: 'ready',
      digest: digests.nginx,
      pinned: `nginx@${digests.nginx}`,
    });
    expect(exitCode).toBe(0);
    expect(requests()).toEqual(['GET auth.docker.io', 'HEAD registry-1.docker.io']);
    expect(internet.requests[1]?.path).toBe('/v2/library/nginx/manifests/1.27');
  });

  it('has neither a commit nor a source in its answer', async () => {
    const answer = JSON.parse((await check(['nginx:1.27'])).stdout);
    for (const key of ['commit', 'repository', 'reference', 'where']) expect(answer).not.toHaveProperty(key);
    const { stdout } = await runCli({ args: ['check', 'nginx:1.27'], internet });
    expect(stdout.split('\n')[0]?.split(/\s+/)).toEqual(['STATUS', 'IMAGE', 'DIGEST']);
  });

  it.each([
    ['docker.io/library/nginx:1.27', 'nginx:1.27'],
    ['index.docker.io/nginx:1.27', 'nginx:1.27'],
    [`nginx@${digests.nginx}`, `nginx@${digests.nginx}`],
    [`nginx:1.27@${digests.nginx}`, `nginx:1.27@${digests.nginx}`],
  ])('%s is %s', async (given, image) => {
    const { exitCode, stdout } = await check([given]);
    expect({ exitCode, ...JSON.parse(stdout) }).toMatchObject({ exitCode: 0, image, digest: digests.nginx });
    expect(heads()).toHaveLength(1);
  });

  it('is not ready with exit code 1, and says what there is not', async () => {
    const missing = await check(['nginx:9.9']);
    expect(missing.exitCode).toBe(1);
    expect(JSON.parse(missing.stdout)).toMatchObject({ ready: false, reason: 'the registry has no such tag' });
    const digest = `sha256:${'0'.repeat(64)}`;
    expect(JSON.parse((await check([`nginx@${digest}`])).stdout)).toMatchObject({
      ready: false,
      reason: 'the registry has no such digest',
    });
  });

  it('asks of each distinct image once, wherever and however often it is named', async () => {
    const given = ['nginx:1.27', 'docker.io/nginx:1.27', 'library/nginx:1.27', 'registry.example.com/acme/app:1.0'];
    const { exitCode, stdout } = await check(given);
    expect(JSON.parse(stdout).results.map(({ image }: { image: string }) => image)).toEqual([
      'nginx:1.27',
      'registry.example.com/acme/app:1.0',
    ]);
    expect(exitCode).toBe(0);
    expect([...requests()].sort()).toEqual([
      'GET auth.docker.io',
      'HEAD registry-1.docker.io',
      'HEAD registry.example.com',
    ]);
  });

  it('takes one token for a repository with several tags', async () => {
    await internet.hub.image('library/nginx', '1.28');
    internet.forget();
    expect((await check(['nginx:1.27', 'nginx:1.28'])).exitCode).toBe(0);
    expect([...requests()].sort()).toEqual([
      'GET auth.docker.io',
      'HEAD registry-1.docker.io',
      'HEAD registry-1.docker.io',
    ]);
  });

  it('is refused once by a registry that nobody knows, however many images are there', async () => {
    internet.generic.auth = 'bearer';
    await Promise.all(['a', 'b', 'c', 'd'].map((name) => internet.generic.image(`acme/${name}`, '1.0')));
    internet.forget();
    const images = ['a', 'b', 'c', 'd'].map((name) => `registry.example.com/acme/${name}:1.0`);
    expect((await check(images)).exitCode).toBe(0);
    expect(heads().map(({ status }) => status)).toEqual([401, 200, 200, 200, 200]);
    expect(requests().filter((request) => request === 'GET auth.example.com')).toHaveLength(4);
  });

  it('needs no source in the action either, and sets the single outputs', async () => {
    const { runAction } = await import('../../sandbox/index.js');
    const { exitCode, outputs } = await runAction({
      action: actionFile,
      internet,
      inputs: { image: 'nginx:1.27' },
    });
    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({ ready: 'true', image: 'nginx:1.27', pinned: `nginx@${digests.nginx}`, commit: '' });
    expect(requests()).toEqual(['GET auth.docker.io', 'HEAD registry-1.docker.io']);
  });
});

describe('check, what the words mean', () => {
  const files = { 'compose.yaml': 'services:\n  web:\n    image: nginx:1.27\n', images: 'nginx:1.27\n' };

  it.each<[string, string[], RegExp]>([
    [
      'an image and a name',
      ['nginx:1.27', 'acme/app'],
      /"nginx:1.27" is an image or a file, and "acme\/app" is neither/,
    ],
    [
      'a name and an image',
      ['acme/app', 'nginx:1.27'],
      /"acme\/app" is a source repository, and "nginx:1.27" an image/,
    ],
    ['a list of both', ['nginx:1.27,acme/app'], /mixes images and source repositories/],
    ['three names', ['acme/app', 'main', 'x'], /unexpected argument "x"/],
    ['a name that is a file too', ['images'], /"images" may be a source repository, and is a file or folder here/],
    ['the same as an input', ['--image', 'images'], /image "images" may be a repository, and is a file or folder here/],
    ['a file that is not there', ['missing.yaml'], /the file "missing.yaml" does not exist/],
    ['a folder that is not there', ['k8s/'], /the file "k8s\/" does not exist/],
    ['an image with a commit', ['nginx:1.27', '--repo', 'acme/app'], /repo is given, and every image has a tag/],
    ['an image and a template', ['nginx:1.27', '--tag', '{sha}'], /tag is given, and every image has a tag/],
    [
      'an image that is to be built',
      ['nginx:1.27', '--build-command', 'make'],
      /--build-command is given, and nginx:1.27 has no commit/,
    ],
    [
      'a file that is to be built',
      ['compose.yaml', '--build-command', 'make'],
      /--build-command is given, and nginx:1.27 has no commit/,
    ],
    ['a revision of nobody', ['nginx:1.27', '--verify-revision'], /repo is required/],
    [
      'files to prune',
      ['compose.yaml', '--prune-keep', '3', '--yes'],
      /--prune-keep is given, and --image names a file/,
    ],
    [
      'several registries to prune',
      ['nginx:1.27', 'registry.example.com/acme/app:1.0', '--prune-keep', '3', '--yes'],
      /--prune-keep is given, and the images are in several registries/,
    ],
    ['no image’s name', ['NGINX:1.27'], /"NGINX" is not an image's name/],
    ['no tag', ['nginx:'], /is not a tag/],
    ['no digest', ['nginx@sha256:1'], /is not a digest/],
  ])('%s: %j is refused before anything is sent', async (_name, args, says) => {
    const { exitCode, stderr } = await check(args, { cwd: await folders.create(files) });
    expect(stderr).toMatch(says);
    expect(exitCode).toBe(64);
    expect(requests()).toEqual([]);
  });

  it.each([['./images'], ['compose.yaml'], ['./'], ['.']])('%s is a file or folder', async (word) => {
    const { exitCode, stdout } = await check([word], { cwd: await folders.create(files) });
    expect(JSON.parse(stdout)).toMatchObject({ image: 'nginx:1.27', ready: true });
    expect(exitCode).toBe(0);
  });

  it('--repo is the repository, whatever is here', async () => {
    const { exitCode, stdout } = await check(
      ['--repo', 'images', '--ref', 'a'.repeat(40), '--registry', 'registry.example.com', '--namespace', 'acme'],
      { cwd: await folders.create(files) },
    );
    expect(JSON.parse(stdout)).toMatchObject({ image: 'registry.example.com/acme/images:aaaaaaa', ready: false });
    expect(exitCode).toBe(1);
  });
});

describe('check REPO SHA', () => {
  const sha = '660cbcf4a1d0f2e39b7c58d6e1f0a2b3c4d5e6f7';
  const there = ['--registry', 'registry.example.com', '--namespace', 'acme'];

  it('needs no owner, and asks no source', async () => {
    await internet.generic.image('acme/svc', '660cbcf');
    internet.forget();
    const { exitCode, stdout } = await check(['svc', sha, ...there]);
    expect(JSON.parse(stdout)).toMatchObject({
      image: 'registry.example.com/acme/svc:660cbcf',
      commit: sha,
      ready: true,
    });
    expect(exitCode).toBe(0);
    expect(requests()).toEqual(['HEAD registry.example.com']);
  });

  it('needs an owner where the source has to be asked', async () => {
    const { exitCode, stderr } = await check(['svc', 'main', ...there]);
    expect(stderr).toContain('--owner is required for --repo "svc"');
    expect(exitCode).toBe(64);
  });

  it('hints at a namespace that was lost', async () => {
    const { exitCode, stdout } = await check(['acme/svc', sha, '--registry', 'registry.example.com']);
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout).reason).toBe(
      'the registry has no such tag; --namespace is empty, so the image of acme/svc is registry.example.com/svc: ' +
        'give --namespace acme for registry.example.com/acme/svc',
    );
  });

  it('asks no source for a tag that does not depend on it', async () => {
    const { exitCode, stdout } = await check(['acme/app', 'main', ...there, '--tag', '1.0']);
    expect(JSON.parse(stdout)).toMatchObject({ ready: true, repository: 'acme/app', reference: 'main' });
    expect(JSON.parse(stdout)).not.toHaveProperty('commit');
    expect(exitCode).toBe(0);
    expect(requests()).toEqual(['HEAD registry.example.com']);
  });

  it('asks for the same commit in several repositories, of which the source is asked once', async () => {
    internet.github.repository('acme', 'svc', { branches: { main: sha } });
    await internet.hub.image('acme/svc', '660cbcf');
    internet.forget();
    const { exitCode, stdout } = await check([
      ...['acme/svc', 'main', '--tag', '{short-sha}'],
      ...['--image', 'registry.example.com/acme/svc,docker.io/acme/svc,registry.example.com/acme/none'],
    ]);
    const { results } = JSON.parse(stdout);
    expect(results.map(({ image, ready, commit }: Record<string, unknown>) => [image, ready, commit])).toEqual([
      ['registry.example.com/acme/svc:660cbcf', true, sha],
      ['acme/svc:660cbcf', true, sha],
      ['registry.example.com/acme/none:660cbcf', false, sha],
    ]);
    expect(exitCode).toBe(1);
    expect(requests().filter((request) => request.endsWith('api.github.com'))).toHaveLength(2);
  });

  it('compares the revision of an image with a tag, where the commit is known', async () => {
    const labels = { 'org.opencontainers.image.revision': sha };
    await internet.generic.image('acme/labelled', 'stable', { labels });
    const given = ['registry.example.com/acme/labelled:stable', '--verify-revision', '--repo', 'acme/svc'];
    expect((await check([...given, '--ref', sha])).exitCode).toBe(0);
    const other = await check([...given, '--ref', 'a'.repeat(40)]);
    expect(JSON.parse(other.stdout).reason).toContain(`is ${sha}, not ${'a'.repeat(40)}`);
    expect(other.exitCode).toBe(1);
  });

  it('prunes the repository of an image with a tag, which is kept', async () => {
    for (const tag of ['1.0', '1.1', '1.2']) {
      await internet.generic.image('acme/pruned', tag, { created: `2026-01-0${tag.at(-1)}T00:00:00Z`, content: tag });
    }
    const args = ['registry.example.com/acme/pruned:1.0', '--prune-keep', '1', '--yes'];
    const { exitCode, stdout } = await check(args);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ ready: true, pruned: { deletedCount: 1, keptCount: 2 } });
    expect((await check(['registry.example.com/acme/pruned:1.0'])).exitCode).toBe(0);
    expect((await check(['registry.example.com/acme/pruned:1.1'])).exitCode).toBe(1);
  });

  it('reads its list from the environment too', async () => {
    const env = inEnvironment({ image: 'nginx:1.27\nregistry.example.com/acme/app:1.0' });
    expect((await check([], { env })).exitCode).toBe(0);
    expect(heads()).toHaveLength(2);
  });
});
