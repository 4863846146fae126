import { describe, expect, it } from '@jest/globals';
import { readCheckRequest } from '../../../src/commands/check/request.js';
import type { Entry, Origin, Target } from '../../../src/commands/check/targets.js';
import { formatRepository } from '../../../src/images/name.js';
import type { Workflow } from '../../../src/lib/workflow.js';
import { contextOf, headCommit, inputsOf, workflowOf } from '../../support/check.js';
import { rejectionOf } from '../../support/failures.js';
import { shaA } from '../../support/manifests.js';

const plan = (given: Record<string, string>, workflow: Workflow | undefined = workflowOf()) =>
  readCheckRequest(inputsOf(given), contextOf(workflow));
const outside = (given: Record<string, string>) => readCheckRequest(inputsOf(given), contextOf(undefined));
const isTarget = (entry: Entry): entry is Target => entry.kind === 'image';
const targetsOf = async (request: ReturnType<typeof plan>) => (await request).entries.filter(isTarget);
const originsOf = async (request: ReturnType<typeof plan>): Promise<readonly (Origin | undefined)[]> =>
  (await targetsOf(request)).map(({ origin }) => origin);
/** As much as any check needs outside of a workflow. */
const enough = { repo: 'acme/app', ref: 'main', namespace: 'acme' };

describe('readCheckRequest, in a workflow', () => {
  it('is about the workflow’s own commit, with its token, at its server', async () => {
    const { entries, source } = await plan({ namespace: 'acme' });
    expect(source?.kind.name).toBe('github');
    expect(source?.url?.href).toBe('https://api.github.com/');
    expect(source?.token).toBe('workflow-token');
    expect(entries).toMatchObject([
      {
        origin: {
          name: 'App',
          repository: 'Acme/App',
          ref: { kind: 'commit', sha: headCommit },
          refName: 'main',
        },
        image: { registry: { host: 'docker.io', plainHttp: false }, path: 'acme/app' },
      },
    ]);
  });

  it.each<[string, Record<string, string>, Partial<Workflow>, unknown, string]>([
    ['the repository is named in other letters', { repo: 'acme/APP' }, {}, { kind: 'commit', sha: headCommit }, 'main'],
    ['the repository is named without its owner', { repo: 'app' }, {}, { kind: 'commit', sha: headCommit }, 'main'],
    ['a ref is given', { ref: 'develop' }, {}, { kind: 'name', name: 'develop' }, 'develop'],
    ['a SHA is given', { ref: 'A'.repeat(40) }, {}, { kind: 'commit', sha: 'a'.repeat(40) }, 'a'.repeat(40)],
    [
      'the merge of a pull request is given',
      { ref: 'refs/pull/7/merge' },
      { ref: 'refs/pull/7/merge', refName: 'feature' },
      { kind: 'commit', sha: headCommit },
      'feature',
    ],
    ['there is no name for the ref', {}, { refName: '' }, { kind: 'commit', sha: headCommit }, headCommit],
    ['the ref of the branch is given', { ref: 'refs/heads/main' }, {}, { kind: 'branch', name: 'main' }, 'main'],
  ])('when %s', async (_name, given, workflow, ref, refName) => {
    const [origin] = await originsOf(plan({ namespace: 'acme', ...given }, workflowOf(workflow)));
    expect(origin).toMatchObject({ ref, refName });
  });

  it.each<[string, Record<string, string>, Partial<Workflow>, string | undefined]>([
    ['goes to its own server', {}, {}, 'workflow-token'],
    [
      'goes to its own server by its address',
      { 'source-url': 'https://ghe.test/api/v3/' },
      { apiUrl: 'https://ghe.test/api/v3' },
      'workflow-token',
    ],
    ['goes to no other server', { 'source-url': 'https://ghe.test/api/v3' }, {}, undefined],
    ['goes to no other kind of source', { source: 'gitea', 'source-url': 'https://api.github.com' }, {}, undefined],
    ['gives way to source-token', { 'source-token': 'mine' }, {}, 'mine'],
    ['may be absent', {}, { token: undefined }, undefined],
  ])('the workflow’s token %s', async (_name, given, workflow, expected) => {
    const { source } = await plan({ namespace: 'acme', repo: 'x', ref: 'main', ...given }, workflowOf(workflow));
    expect(source?.token).toBe(expected);
  });

  it.each([
    [{}, 'Acme/other'],
    [{ owner: 'team' }, 'team/other'],
  ])('takes the workflow’s owner for a repository without one: %j', async (given, expected) => {
    const origins = await originsOf(plan({ repo: 'other', ref: 'main', namespace: 'acme', ...given }));
    expect(origins).toMatchObject([{ repository: expected }]);
  });

  it('does not read the event where a ref is given', async () => {
    const workflow = workflowOf({
      commit: () => {
        throw new Error('read');
      },
    });
    expect(await originsOf(plan({ namespace: 'acme', ref: 'main' }, workflow))).toMatchObject([{ refName: 'main' }]);
  });
});

describe('readCheckRequest, the image', () => {
  it.each<[Record<string, string>, string]>([
    [{}, 'acme/app'],
    [{ repo: 'Acme/SaaS.App' }, 'acme/saas.app'],
    [{ registry: 'ghcr.io' }, 'ghcr.io/acme/app'],
    [{ registry: 'ghcr.io', namespace: '', repo: 'Acme/App' }, 'ghcr.io/acme/app'],
    [{ registry: 'localhost:5000', namespace: '' }, 'localhost:5000/app'],
    [{ registry: 'localhost:5000', namespace: 'a/b' }, 'localhost:5000/a/b/app'],
    [{ image: 'nginx' }, 'acme/nginx'],
    [{ image: 'other/name', namespace: 'ignored' }, 'other/name'],
    [{ image: 'ghcr.io/x/y' }, 'ghcr.io/x/y'],
    [{ image: 'ghcr.io/x/y', registry: 'ghcr.io', username: 'u', password: 'p' }, 'ghcr.io/x/y'],
    [{ image: 'x/y', registry: 'ghcr.io', username: 'u', password: 'p' }, 'ghcr.io/x/y'],
  ])('%j: %s', async (given, expected) => {
    const [target] = await targetsOf(outside({ ...enough, ...given }));
    expect(target && formatRepository(target.image)).toBe(expected);
  });

  it('has one target for each repository, in order', async () => {
    const targets = await targetsOf(outside({ ...enough, repo: 'acme/b, acme/a\nteam/c' }));
    expect(targets.map(({ origin, image }) => [origin?.repository, image.path])).toEqual([
      ['acme/b', 'acme/b'],
      ['acme/a', 'acme/a'],
      ['team/c', 'acme/c'],
    ]);
  });

  it('takes a git remote’s name from its URL', async () => {
    const given = { source: 'git', 'source-url': 'https://git.test/team/My-App.git/', ref: 'main', namespace: 'acme' };
    expect((await outside(given)).entries).toMatchObject([
      { origin: { name: 'My-App', repository: 'My-App' }, image: { path: 'acme/my-app' } },
    ]);
  });

  it('reads the template and the platforms', async () => {
    const { template, platforms } = await outside({ ...enough, tag: 'v{sha}', platforms: 'linux/amd64, linux/arm64' });
    expect(template).toEqual([{ kind: 'text', text: 'v' }, { kind: 'sha' }]);
    expect(platforms.map(({ architecture }) => architecture)).toEqual(['amd64', 'arm64']);
  });
});

describe('readCheckRequest, refusals', () => {
  const onGit = { source: 'git', 'source-url': 'https://git.test/a.git' };

  it.each<[string, Record<string, string>]>([
    ['repo is required', { repo: '' }],
    ['repo "a b" is not the name of a repository', { repo: 'acme/x, a b' }],
    ['repo "acme/.." is not the name', { repo: 'acme/..' }],
    ['repo "acme//app" is not the name', { repo: 'acme//app' }],
    ['repo "-x" is not the name', { repo: '-x' }],
    ['repo "a?b" is not the name', { repo: 'a?b' }],
    ['owner is required for repo "app"', { repo: 'app' }],
    ['owner ".." is not a name', { repo: 'app', owner: '..' }],
    ['owner "a b" is not a name', { repo: 'app', owner: 'a b' }],
    ['ref is required', { ref: '' }],
    ['ref "a..b" is not a ref', { ref: 'a..b' }],
    ['ref "refs/pull/7/merge" is neither', { ref: 'refs/pull/7/merge' }],
    ['"a b" is not', { registry: 'a b' }],
    ['namespace is required for images in docker.io', { namespace: '' }],
    ['"Acme/app" is not an image', { namespace: 'Acme' }],
    ['"a//app" is not an image', { namespace: 'a/' }],
    ['image names the images, and repo names 2 repositories', { image: 'x/y', repo: 'acme/a,acme/b' }],
    ['repo is given, and every image has a tag or a digest of its own', { image: 'x/y:1' }],
    ['ref is given, and every image has a tag', { image: 'x/y:1', repo: '' }],
    ['tag is given, and every image has a tag', { image: `x/y@${shaA}`, repo: '', ref: '', tag: '1.0' }],
    ['unknown placeholder', { tag: '{x}' }],
    ['is not a platform', { platforms: 'linux' }],
    ['timeout is not longer than wait', { wait: '5m', timeout: '5m' }],
    ['source-url is required for source: gitea', { source: 'gitea' }],
    ['source-url is required for source: bitbucket-server', { source: 'bitbucket-server' }],
    ['source-url is required for source: git', { source: 'git' }],
    ['is not a URL that source: gitlab can use', { source: 'gitlab', 'source-url': 'gitlab.test' }],
    ['is not a URL that source: gitlab can use', { source: 'gitlab', 'source-url': 'ssh://git@gitlab.test' }],
    ['is not a URL that source: git can use', { source: 'git', 'source-url': 'ext::sh -c id' }],
    ['source-url contains credentials', { source: 'gitlab', 'source-url': 'https://u:p@gitlab.test' }],
    ['source-url contains credentials', { source: 'git', 'source-url': 'https://token@git.test/a' }],
    ['source-url contains credentials', { source: 'git', 'source-url': 'ssh://git:pw@git.test/a' }],
    ['has no host that can be used', { source: 'git', 'source-url': 'ssh://-oProxyCommand=x/a' }],
    ['has no host that can be used', { source: 'git', 'source-url': 'ssh://-x@git.test/a' }],
    ['has a query or a fragment', { source: 'gitlab', 'source-url': 'https://gitlab.test/?private_token=x' }],
    ['source: git has one remote', { ...onGit, repo: 'a,b' }],
    ['source-username is given, and source-token is not', { source: 'bitbucket', 'source-username': 'ann' }],
    ['source-username has a colon', { source: 'bitbucket', 'source-username': 'a:b', 'source-token': 't' }],
    ['source-username does not apply to source: github', { 'source-username': 'ann', 'source-token': 't' }],
    ['source-token has characters that no token has', { 'source-token': 'a b' }],
    ['source-token has characters that no token has', { 'source-token': 'ä' }],
  ])('%s: %j', async (words, given) => {
    const failure = await rejectionOf(outside({ ...enough, ...given }));
    expect(failure).toMatchObject({ kind: 'usage', exitCode: 64 });
    expect(failure.message).toContain(words);
  });

  it('shows no credentials of a URL that it refuses', async () => {
    const given = { ...enough, source: 'git', 'source-url': 'https://u:hunter2@git.test' };
    const failure = await rejectionOf(outside(given));
    expect(`${failure.message} ${failure.advice}`).not.toContain('hunter2');
  });

  it.each<[string, Record<string, string>]>([
    ['a remote as scp takes it', { source: 'git', 'source-url': 'git@git.test:a/b.git', repo: '' }],
    ['ssh with a user', { source: 'git', 'source-url': 'ssh://git@git.test/a.git' }],
    ['a file', { source: 'git', 'source-url': 'file:///srv/a.git' }],
    ['a user of Bitbucket', { source: 'bitbucket', 'source-username': 'ann@acme.test', 'source-token': 't' }],
    ['a personal project', { source: 'bitbucket-server', 'source-url': 'https://bb.test', repo: '~ann/app' }],
    ['a group of groups', { source: 'gitlab', repo: 'a/b/c/app' }],
    ['a name that begins with a dot', { repo: 'acme/.github', image: 'x/y' }],
  ])('takes %s', async (_name, given) => expect((await outside({ ...enough, ...given })).entries).toHaveLength(1));

  it.each<[string, Record<string, string>]>([
    ['another repository', { repo: 'acme/other' }],
    ['another server', { repo: 'acme/app', 'source-url': 'https://ghe.test/api/v3' }],
    ['another kind of source', { repo: 'acme/app', source: 'bitbucket' }],
  ])('needs a ref for %s', async (_name, given) => {
    expect((await rejectionOf(plan({ namespace: 'acme', ...given }))).message).toContain('ref is required');
  });
});
