import { describe, expect, it } from '@jest/globals';
import { readWorkflow } from '../../src/lib/workflow.js';
import { failureOf } from '../support/failures.js';
import { temporaryFiles } from '../support/files.js';

const files = temporaryFiles();
const merge = 'A'.repeat(40);
const head = '660CBCF00112233445566778899aabbccddeeff0';
const environment = {
  GITHUB_REPOSITORY: 'acme/app',
  GITHUB_SHA: merge,
  GITHUB_REF: 'refs/heads/main',
  GITHUB_REF_NAME: 'main',
  GITHUB_API_URL: 'https://ghe.test/api/v3',
};

describe('readWorkflow', () => {
  it('reads a push', () => {
    const workflow = readWorkflow(environment, 'token');
    expect(workflow).toMatchObject({
      repository: 'acme/app',
      ref: 'refs/heads/main',
      refName: 'main',
      apiUrl: 'https://ghe.test/api/v3',
      token: 'token',
    });
    expect(workflow?.commit()).toBe(merge.toLowerCase());
  });

  it('does with little', () => {
    expect(readWorkflow({ GITHUB_REPOSITORY: 'acme/app', GITHUB_SHA: merge }, '')).toMatchObject({
      ref: '',
      refName: '',
      apiUrl: 'https://api.github.com',
      token: undefined,
    });
  });

  it.each([{}, { GITHUB_REPOSITORY: 'acme/app' }, { GITHUB_SHA: merge }, { GITHUB_REPOSITORY: '', GITHUB_SHA: merge }])(
    'is nothing with %j',
    (given) => {
      expect(readWorkflow(given, 'token')).toBeUndefined();
    },
  );
});

describe('readWorkflow, on a pull request', () => {
  const onPullRequest = (event: unknown, name = 'pull_request') =>
    readWorkflow(
      {
        ...environment,
        GITHUB_EVENT_NAME: name,
        GITHUB_EVENT_PATH: files.write('event.json', event),
        GITHUB_HEAD_REF: 'feature',
      },
      undefined,
    );

  it.each(['pull_request', 'pull_request_target', 'pull_request_review'])(
    'takes the head of %s, not the merge',
    (name) => {
      const workflow = onPullRequest({ pull_request: { head: { sha: head } } }, name);
      expect(workflow?.commit()).toBe(head.toLowerCase());
      expect(workflow?.refName).toBe('feature');
    },
  );

  it.each<[string, string, object, string | undefined]>([
    ['pull_request', 'refs/heads/main', {}, 'main'],
    ['pull_request', 'refs/pull/7/merge', {}, undefined],
    ['pull_request', 'refs/pull/7/merge', { merged: false, base: { ref: 'release/2' } }, undefined],
    ['pull_request_review', 'refs/pull/7/merge', {}, undefined],
    ['pull_request', 'refs/pull/7/merge', { merged: true, base: { ref: 'release/2' } }, 'release/2'],
    ['pull_request', 'refs/pull/7/merge', { merged: true }, undefined],
    ['pull_request_target', 'refs/heads/main', {}, undefined],
    ['pull_request_target', 'refs/heads/main', { merged: false, base: { ref: 'main' } }, undefined],
    ['pull_request_target', 'refs/heads/main', { merged: true, base: { ref: 7 } }, 'main'],
    ['pull_request_target', 'refs/heads/main', { merged: 'true' }, undefined],
  ])('%s at %s with %j was merged into %j', (name, ref, more, branch) => {
    const path = files.write('event.json', { pull_request: { head: { sha: head }, ...more } });
    const given = { ...environment, GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: path, GITHUB_REF: ref };
    expect(readWorkflow(given, undefined)?.mergedInto?.()).toBe(branch);
  });

  it('knows of no merge where there is no pull request', () => {
    expect(onPullRequest('not JSON')?.mergedInto?.()).toBe('main');
    expect(onPullRequest('not JSON', 'push')).not.toHaveProperty('mergedInto');
  });

  it('does not read the event of anything else', () => {
    expect(onPullRequest('not JSON', 'push')?.commit()).toBe(merge.toLowerCase());
  });

  it.each<[string, unknown]>([
    ['not JSON', 'not JSON'],
    ['null', 'null'],
    ['no pull request', {}],
    ['no SHA', { pull_request: { head: {} } }],
    ['a short SHA', { pull_request: { head: { sha: '660cbcf' } } }],
    ['a SHA with more behind it', { pull_request: { head: { sha: `${head}\nx` } } }],
  ])('refuses an event with %s, when the commit is wanted', (_name, event) => {
    const workflow = onPullRequest(event);
    const failure = failureOf(() => workflow?.commit());
    expect(failure).toMatchObject({ kind: 'usage', exitCode: 64 });
    expect(failure.message).toContain('event.json');
    expect(failure.advice).toContain('github.event.pull_request.head.sha');
  });

  it('refuses an event that is not there', () => {
    const workflow = readWorkflow({ ...environment, GITHUB_EVENT_NAME: 'pull_request' }, undefined);
    expect(failureOf(() => workflow?.commit()).message).toContain('GITHUB_EVENT_PATH is ""');
  });
});
