import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { runCli } from '../../sandbox/index.js';
import { useFolders, useInternet } from './support/surroundings.js';

const internet = await useInternet();
const folders = useFolders();
const sha = '660cbcf4a1d0f2e39b7c58d6e1f0a2b3c4d5e6f7';
const registry = { IMAGE_GATE_REGISTRY: 'registry.example.com', IMAGE_GATE_NAMESPACE: 'acme' };

beforeAll(async () => {
  await internet.generic.image('acme/svc', '660cbcf');
});
beforeEach(() => internet.forget());

const author = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', '-c', 'commit.gpgsign=false'];
const git = async (cwd: string, ...args: readonly string[]) =>
  (await promisify(execFile)('git', [...author, ...args], { cwd })).stdout.trim();

/** A clone on branch main with one commit, whose image is there. */
async function clone(origin: string | undefined): Promise<{ cwd: string; commit: string }> {
  const cwd = await folders.create({ 'README.md': 'text' });
  await git(cwd, 'init', '-q', '-b', 'main');
  await git(cwd, 'add', '.');
  await git(cwd, 'commit', '-qm', 'first');
  if (origin !== undefined) await git(cwd, 'remote', 'add', 'origin', origin);
  const commit = await git(cwd, 'rev-parse', 'HEAD');
  await internet.generic.image('acme/svc', commit.slice(0, 7));
  internet.forget();
  return { cwd, commit };
}

const check = (args: readonly string[], cwd: string | undefined, env: Record<string, string> = {}) =>
  runCli({ args: ['check', '--json', ...args], internet, ...(cwd && { cwd }), env: { ...registry, ...env } });

describe('check in a git clone', () => {
  it.each([
    ['https://github.com/acme/svc.git', 'acme/svc'],
    ['https://github.com/acme/svc', 'acme/svc'],
    ['git@github.com:acme/svc.git', 'acme/svc'],
    ['github.com:acme/svc', 'acme/svc'],
    ['ssh://git@gitlab.com/group/sub/svc.git', 'group/sub/svc'],
    ['git@bitbucket.org:acme/svc.git', 'acme/svc'],
    ['https://codeberg.org/acme/svc.git', 'acme/svc'],
    ['ssh://git@git.internal:2222/acme/svc.git', 'svc'],
    ['/srv/git/svc.git', 'svc'],
  ])('of %s is about HEAD and %s, and says so', async (origin, repository) => {
    const { cwd, commit } = await clone(origin);
    const { exitCode, stdout, stderr } = await check([], cwd);
    expect(JSON.parse(stdout)).toMatchObject({ repository, reference: 'main', commit, ready: true });
    expect(stderr).toContain(
      `--repo and --ref are those of the git clone in the working directory: ${repository}, commit ${commit}`,
    );
    expect(exitCode).toBe(0);
    expect(internet.requests.map(({ method, host }) => `${method} ${host}`)).toEqual(['HEAD registry.example.com']);
  });

  it('takes the commit of a detached HEAD', async () => {
    const { cwd, commit } = await clone('https://github.com/acme/svc');
    await git(cwd, 'checkout', '-q', '--detach');
    expect(JSON.parse((await check([], cwd)).stdout)).toMatchObject({ reference: commit, commit, ready: true });
  });

  it('shows nothing of credentials in the address, and does not use them', async () => {
    const { cwd } = await clone('https://ada:hunter2@github.com/acme/svc.git');
    const { exitCode, stdout, stderr } = await check(['--verbose'], cwd);
    expect(exitCode).toBe(0);
    expect(`${stdout}${stderr}`).not.toContain('hunter2');
  });

  it('makes the tag of a repository of images too', async () => {
    const { cwd, commit } = await clone('https://github.com/acme/other');
    const { stdout } = await check(['--image', 'registry.example.com/acme/svc'], cwd);
    expect(JSON.parse(stdout)).toMatchObject({
      image: `registry.example.com/acme/svc:${commit.slice(0, 7)}`,
      ready: true,
    });
  });

  it.each<[string, string[], Record<string, string>, RegExp]>([
    ['a ref is given', ['--ref', 'main'], {}, /--repo is required/],
    ['another source is given', ['--source', 'bitbucket'], {}, /--repo is required/],
    ['a repository is given', ['--repo', 'acme/svc'], {}, /ref is required/],
  ])('is not asked where %s', async (_name, args, env, says) => {
    const { cwd } = await clone('https://github.com/acme/svc');
    const { exitCode, stderr } = await check(args, cwd, env);
    expect(stderr).toMatch(says);
    expect(stderr).not.toContain('the git clone');
    expect(exitCode).toBe(64);
  });

  it.each([
    ['there is no origin', undefined],
    ['nothing is known of its protocol', 'ext::sh -c true'],
  ])('is an error with exit code 64 where %s', async (_name, origin) => {
    const { cwd } = await clone(origin);
    const { exitCode, stderr } = await check([], cwd);
    expect(stderr).toContain('repo is required');
    expect(stderr).toContain('an image with its tag or digest, which does not need one');
    expect(exitCode).toBe(64);
  });

  it('is an error with exit code 64 where there is no clone', async () => {
    const { exitCode, stderr } = await check([], await folders.create());
    expect(stderr).toContain('repo is required');
    expect(exitCode).toBe(64);
  });
});

describe('check in a pipeline', () => {
  const gitlab = { CI_PROJECT_PATH: 'acme/svc', CI_COMMIT_SHA: sha, CI_COMMIT_BRANCH: 'main' };
  const merge = 'f'.repeat(40);
  const circle = { CIRCLE_PROJECT_USERNAME: 'acme', CIRCLE_PROJECT_REPONAME: 'svc', CIRCLE_SHA1: sha };
  const jenkins = { GIT_URL: 'git@github.com:acme/svc.git', GIT_COMMIT: sha, GIT_BRANCH: 'origin/main' };

  it.each<[string, Record<string, string>, Record<string, string>]>([
    ['GitLab CI', gitlab, { repository: 'acme/svc', reference: 'main' }],
    [
      'GitLab CI',
      {
        ...gitlab,
        CI_COMMIT_SHA: merge,
        CI_COMMIT_BRANCH: '',
        CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: sha,
        CI_MERGE_REQUEST_SOURCE_BRANCH_NAME: 'feature/x',
      },
      { repository: 'acme/svc', reference: 'feature/x' },
    ],
    [
      'GitLab CI',
      { ...gitlab, CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: '', CI_COMMIT_BRANCH: '', CI_COMMIT_TAG: 'v1' },
      { repository: 'acme/svc', reference: 'v1' },
    ],
    ['GitLab CI', { ...gitlab, CI_SERVER_URL: 'https://gitlab.example.com' }, { repository: 'acme/svc' }],
    [
      'Bitbucket Pipelines',
      { BITBUCKET_REPO_FULL_NAME: 'acme/svc', BITBUCKET_COMMIT: sha, BITBUCKET_BRANCH: 'main' },
      { repository: 'acme/svc', reference: 'main' },
    ],
    ['CircleCI', circle, { repository: 'acme/svc', reference: sha }],
    [
      'GitLab CI',
      { ...gitlab, CI_SERVER_URL: 'https://gitlab.com/', CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: '' },
      { reference: 'main' },
    ],
    ['GitLab CI', { ...gitlab, CI_SERVER_URL: 'https://host.example.com/gitlab' }, { reference: 'main' }],
    [
      'Bitbucket Pipelines',
      { BITBUCKET_REPO_FULL_NAME: 'acme/svc', BITBUCKET_COMMIT: sha, BITBUCKET_TAG: 'v1' },
      { repository: 'acme/svc', reference: 'v1' },
    ],
    ['CircleCI', { ...circle, CIRCLE_BRANCH: 'feature/x' }, { reference: 'feature/x' }],
    ['CircleCI', { ...circle, CIRCLE_BRANCH: 'main', CIRCLE_TAG: 'v1' }, { reference: 'v1' }],
    ['CircleCI', { ...circle, CIRCLE_BRANCH: 'pull/7' }, { reference: sha }],
    ['CircleCI', { ...circle, CIRCLE_BRANCH: 'pull/7/head' }, { reference: sha }],
    [
      'CircleCI',
      // Of the GitHub App and of GitLab these two are not the repository's name.
      { ...circle, CIRCLE_PROJECT_USERNAME: 'U1', CIRCLE_REPOSITORY_URL: 'git@gitlab.com:acme/svc.git' },
      { repository: 'acme/svc' },
    ],
    ['Jenkins', jenkins, { repository: 'acme/svc', reference: 'main' }],
    ['Jenkins', { ...jenkins, GIT_BRANCH: 'main' }, { reference: 'main' }],
    ['Jenkins', { ...jenkins, GIT_BRANCH: 'refs/remotes/origin/feature/x' }, { reference: 'feature/x' }],
    ['Jenkins', { ...jenkins, GIT_BRANCH: 'refs/heads/main' }, { reference: 'main' }],
    ['Jenkins', { ...jenkins, GIT_BRANCH: 'upstream/main', GIT_LOCAL_BRANCH: 'main' }, { reference: 'main' }],
    ['Jenkins', { ...jenkins, GIT_BRANCH: 'detached' }, { reference: sha }],
    ['Jenkins', { ...jenkins, GIT_BRANCH: 'v1', TAG_NAME: 'v1' }, { reference: 'v1' }],
    [
      'Jenkins',
      { ...jenkins, GIT_BRANCH: 'PR-7', CHANGE_ID: '7', CHANGE_BRANCH: 'feature/x' },
      { reference: 'feature/x' },
    ],
    [
      'Jenkins',
      { ...jenkins, GIT_BRANCH: 'PR-7', CHANGE_ID: '7', CHANGE_BRANCH: 'main', CHANGE_FORK: 'ada/svc' },
      { reference: sha },
    ],
    ['Jenkins', { ...jenkins, GIT_URL: 'https://ada:hunter2@github.com/acme/svc.git' }, { repository: 'acme/svc' }],
  ])('of %s takes its repository and its commit: %j', async (from, env, expected) => {
    const { exitCode, stdout, stderr } = await check([], undefined, env);
    expect(JSON.parse(stdout)).toMatchObject({ ...expected, commit: sha, ready: true });
    expect(stderr).toContain(`--repo and --ref are those of ${from}: acme/svc, commit ${sha}`);
    expect(exitCode).toBe(0);
    expect(internet.requests.map(({ method, host }) => `${method} ${host}`)).toEqual(['HEAD registry.example.com']);
  });

  it.each([
    ['a commit that is cut', { ...gitlab, CI_COMMIT_SHA: sha.slice(0, 8) }],
    ['no name', { ...gitlab, CI_PROJECT_PATH: '' }],
    ['half a name', { CIRCLE_PROJECT_REPONAME: 'svc', CIRCLE_SHA1: sha }],
    ['an address that is none', { ...jenkins, GIT_URL: 'nowhere' }],
  ])('without what is needed (%s) is none', async (_what, env) => {
    const { exitCode, stderr } = await check([], await folders.create(), env);
    expect(exitCode).toBe(64);
    expect(stderr).toContain('repo is required');
  });

  it('counts before the clone', async () => {
    const { cwd } = await clone('https://github.com/acme/elsewhere');
    expect(JSON.parse((await check([], cwd, gitlab)).stdout)).toMatchObject({ repository: 'acme/svc', commit: sha });
  });

  it.each<[string, string[]]>([
    ['repo', ['acme/other', 'main']],
    ['ref alone', ['--ref', 'main']],
    ['repo alone', ['acme/svc']],
    ['another source', ['--source', 'gitea']],
  ])('takes nothing of it where %s is given', async (_name, args) => {
    const { stderr } = await check(args, undefined, gitlab);
    expect(stderr).not.toContain('--repo and --ref are those');
  });

  it('takes no credentials from it', async () => {
    const tokens = { CI_JOB_TOKEN: 'hunter2', CI_REGISTRY_PASSWORD: 'hunter2', CI_REGISTRY_USER: 'ann' };
    const { exitCode } = await check([], undefined, { ...gitlab, ...tokens });
    expect(exitCode).toBe(0);
    expect(JSON.stringify(internet.requests)).not.toContain(Buffer.from('ann:hunter2').toString('base64'));
    expect(internet.requests.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });

  it('is not asked about images that need no commit', async () => {
    const { exitCode, stdout, stderr } = await check(['registry.example.com/acme/svc:660cbcf'], undefined, gitlab);
    expect(JSON.parse(stdout)).not.toHaveProperty('repository');
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
  });
});

describe('repo as the address of a repository', () => {
  it.each([
    ['git@git.internal:acme/svc.git', ['--source', 'git'], 'svc'],
    ['https://github.com/acme/svc.git', [], 'acme/svc'],
    ['git@bitbucket.org:acme/svc.git', [], 'acme/svc'],
    ['https://git.internal/acme/svc', [], 'svc'],
  ])('%s %j is %s', async (address, more, repository) => {
    const { exitCode, stdout } = await check([address, sha, ...more], undefined);
    expect(JSON.parse(stdout)).toMatchObject({ repository, commit: sha, ready: true });
    expect(exitCode).toBe(0);
  });

  it('reaches git as it is, in source-url too', async () => {
    const script = `#!/bin/sh\nprintf '%s\\n' "$@" > "$(dirname "$0")/argv"\nprintf '${sha}\\trefs/heads/main\\n'\n`;
    const { folder, env } = await folders.programs({ git: script });
    const { readFile } = await import('node:fs/promises');
    for (const args of [
      ['git@git.internal:acme/svc.git', 'main'],
      ['--source', 'git', '--source-url', 'git@git.internal:acme/svc.git', '--ref', 'main'],
    ]) {
      const { exitCode, stdout } = await check(args, undefined, env);
      expect(JSON.parse(stdout)).toMatchObject({ commit: sha, ready: true });
      expect((await readFile(`${folder}/argv`, 'utf8')).split('\n')).toContain('git@git.internal:acme/svc.git');
      expect(exitCode).toBe(0);
    }
  });

  it.each([
    [
      'https://github.com/acme/svc',
      ['--source', 'gitlab'],
      /--repo is the address of a repository, and --source gitlab/,
    ],
    ['ext::sh -c true', ['--source', 'git'], /"ext::sh -c true"|is not the name of a repository/],
    ['ftp://host/acme/svc', [], /is not|is not for its host/],
    ['ssh://-oProxyCommand=x/acme/svc', ['--source', 'git'], /no host that can be used|is not/],
  ])('%s %j is refused', async (address, more, says) => {
    const { exitCode, stderr } = await check([address, sha, ...more], undefined);
    expect(stderr).toMatch(says);
    expect(exitCode).toBe(64);
    expect(internet.requests).toEqual([]);
  });
});
