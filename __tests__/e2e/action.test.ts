import { beforeEach, describe, expect, it } from '@jest/globals';
import { runAction } from '../../sandbox/index.js';
import { actionFile, commit, image, repository } from './support/story.js';
import { useStory } from './support/surroundings.js';

const story = await useStory();
beforeEach(() => story.internet.forget());

describe('outputs', () => {
  it('of an image that is there', async () => {
    const { outputs, exitCode, annotations } = await story.action();
    const { results, ...others } = outputs;
    expect(exitCode).toBe(0);
    expect(annotations).toEqual([]);
    const common = { image, tag: '660cbcf', digest: story.digest, pinned: `${repository}@${story.digest}`, commit };
    expect(others).toEqual({ ready: 'true', status: 'ready', ...common, 'build-url': '', 'build-conclusion': '' });
    expect(JSON.parse(results ?? '')).toEqual([
      { repository: 'loyaltoid/saas-apigateway', reference: 'develop', ...common, ready: true, status: 'ready' },
    ]);
  });

  it('of an image that is not, with fail-if-not-ready: false: the step succeeds', async () => {
    const { outputs, exitCode } = await story.action({ tag: 'v{short-sha:12}', 'fail-if-not-ready': 'false' });
    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({
      ready: 'false',
      status: 'not-ready',
      image: `${repository}:v660cbcf4a1d0`,
      digest: '',
      pinned: '',
    });
  });

  it('of an image that is not: the step fails, and the outputs are set all the same', async () => {
    const { outputs, exitCode, annotations } = await story.action({ tag: 'none' });
    expect(exitCode).toBe(1);
    expect(outputs).toMatchObject({ ready: 'false', status: 'not-ready' });
    expect(annotations).toEqual([
      expect.objectContaining({
        kind: 'error',
        message: `${repository}:none is not ready: the registry has no such tag`,
      }),
    ]);
  });

  it('of several: ready when all are, each in its place, single outputs not set', async () => {
    await story.internet.hub.image('loyaltolpi/orders', '660cbcf');
    const { outputs } = await story.action({
      repo: 'saas-apigateway\norders, missing',
      ref: commit,
      tag: '{short-sha}',
    });
    expect(outputs).not.toHaveProperty('ready');
    const results: { repository: string; status: string }[] = JSON.parse(outputs.results ?? '');
    expect(results.map((result) => [result.repository, result.status])).toEqual([
      ['loyaltoid/saas-apigateway', 'ready'],
      ['loyaltoid/orders', 'ready'],
      ['loyaltoid/missing', 'error'],
    ]);
    expect(outputs).not.toHaveProperty('image');
  });
});

describe('the workflow’s own repository', () => {
  const own = (over: Parameters<typeof runAction>[0]) =>
    runAction({ ...over, inputs: { registry: 'ghcr.io', ...over.inputs }, internet: story.internet });
  const head = '2222222222222222222222222222222222222222';

  it('takes the event’s commit without a request to GitHub', async () => {
    await story.internet.ghcr.image('acme/app', head.slice(0, 7));
    const result = await own({ action: actionFile, workflow: { repository: 'Acme/App', sha: head } });
    expect(result.outputs).toMatchObject({ ready: 'true', commit: head, image: 'ghcr.io/acme/app:2222222' });
    expect(story.requests()).toEqual(['GET ghcr.io', 'HEAD ghcr.io']);
  });

  it('takes the head of a pull request, not the merge', async () => {
    await story.internet.ghcr.image('acme/app', head.slice(0, 7));
    const workflow = {
      repository: 'acme/app',
      eventName: 'pull_request',
      ref: 'refs/pull/7/merge',
      headRef: 'feature/x',
    };
    const event = { pull_request: { head: { sha: head } } };
    for (const ref of ['', 'refs/pull/7/merge']) {
      const result = await own({ action: actionFile, workflow, event, inputs: { ref } });
      expect(result.outputs).toMatchObject({ ready: 'true', commit: head });
    }
    const byRef = await own({ action: actionFile, workflow, event, inputs: { tag: 'pr-{ref}' } });
    expect(byRef.outputs).toMatchObject({ commit: head, tag: 'pr-feature-x' });
  });

  it('says what to do when the event has no head', async () => {
    const result = await own({ action: actionFile, workflow: { eventName: 'pull_request' }, event: {} });
    expect(result.exitCode).toBe(64);
    expect(result.annotations[0]?.message).toContain("ref: '${{ github.event.pull_request.head.sha }}'");
  });

  it('asks GitHub for another ref with the workflow’s own token, on its own server only', async () => {
    story.internet.github.tokens.add('ghs_own');
    story.internet.github.repository('acme', 'app', { private: true, branches: { release: head } });
    await story.internet.ghcr.image('acme/app', head.slice(0, 7));
    const workflow = { repository: 'acme/app', token: 'ghs_own' };
    const own1 = await own({ action: actionFile, workflow, inputs: { ref: 'release' } });
    expect(own1.outputs).toMatchObject({ ready: 'true', commit: head });
    story.internet.forget();
    await own({
      action: actionFile,
      workflow,
      inputs: { ref: 'release', 'source-url': 'https://github.example.com/api/v3' },
    });
    await own({ action: actionFile, workflow, inputs: { ref: 'release', source: 'gitlab' } });
    expect(story.internet.requests.length).toBeGreaterThan(0);
    for (const { headers } of story.internet.requests) expect(headers.authorization ?? '').not.toContain('ghs_own');
  });
});

describe('IMAGE_GATE_* in the environment of a step', () => {
  it('fills inputs that are left empty, and nothing else', async () => {
    const env = { IMAGE_GATE_TAG: 'env-{short-sha}', IMAGE_GATE_NAMESPACE: 'other' };
    const { outputs } = await story.action({}, { env });
    expect(outputs.image).toBe(`${repository}:env-660cbcf`);
  });
});

describe('the summary', () => {
  it('shows what was asked and what came out, and what to deploy', async () => {
    const { summary } = await story.action();
    expect(summary).toContain('### ✅ loyaltolpi\\/saas\\-apigateway\\:660cbcf is ready');
    expect(summary).toContain('| ✅ ready |');
    expect(summary).toContain('```text\nloyaltolpi/saas-apigateway@sha256:');
  });

  it('cannot be broken by the name of a ref', async () => {
    const ref = 'x|y<img/src=a>`b`';
    story.internet.bitbucket.repository('loyaltoid', 'odd', { branches: { [ref]: commit } });
    const { summary, exitCode } = await story.action({ repo: 'odd', ref, tag: '{ref}' });
    expect(exitCode).not.toBe(1);
    expect(summary).not.toContain('<img');
    const rows = summary.split('\n').filter((line) => line.startsWith('| '));
    expect(new Set(rows.map((row) => row.replaceAll('\\|', '').split('|').length))).toEqual(new Set([7]));
  });
});
