import { describe, expect, it } from '@jest/globals';
import type { BuildOrder } from '../../../src/builders/builder.js';
import { readCheckRequest } from '../../../src/commands/check/request.js';
import { basicHeader } from '../../../src/http/headers.js';
import type { Workflow } from '../../../src/lib/workflow.js';
import { buildOrder, buildSettings } from '../../support/builders.js';
import { contextOf, headCommit, inputsOf, workflowOf } from '../../support/check.js';
import { rejectionOf } from '../../support/failures.js';
import { answerOf, fakeHttp } from '../../support/http.js';
import { fakeExecute } from '../../support/processes.js';

type Given = Readonly<Record<string, string>>;

async function plan(given: Given, workflow: Workflow | undefined = workflowOf()) {
  return (await readCheckRequest(inputsOf({ namespace: 'acme', ...given }), contextOf(workflow))).build;
}
async function outside(given: Given) {
  const inputs = inputsOf({ namespace: 'acme', repo: 'acme/app', ref: 'main', ...given });
  return (await readCheckRequest(inputs, contextOf(undefined))).build;
}
const onBitbucket = { source: 'bitbucket', repo: 'acme/app', ref: 'main' };
const asked = { 'build-workflow': 'build.yml' };

/** What the builder of this plan asks first, on a server that refuses everything. */
async function firstRequest(made: Awaited<ReturnType<typeof plan>>, order: Partial<BuildOrder> = {}) {
  const http = fakeHttp(() => answerOf(404, { headers: { 'content-type': 'application/json' }, body: {} }));
  const builder = await made?.create(buildSettings({ http }));
  await rejectionOf(builder?.build({ ...buildOrder, ...order }) ?? Promise.reject(new Error('nothing is built')));
  const [line] = http.lines();
  return { line, headers: http.requests[0]?.headers, body: JSON.parse(String(http.requests[0]?.body ?? '{}')) };
}

describe('planBuild, refusals', () => {
  it.each<[string, Given]>([
    ['build-workflow and build-pipeline are both given', { ...asked, 'build-pipeline': 'default' }],
    ['build-workflow and build-command are both given', { ...asked, 'build-command': 'make' }],
    ['build-pipeline and build-command are both given', { 'build-pipeline': 'default', 'build-command': 'make' }],
    ['build-repository is given, and there is no build-workflow to use it', { 'build-repository': 'a/b' }],
    ['build-ref is given, and there is no build-workflow to use it', { 'build-ref': 'main' }],
    ['build-inputs is given, and there is no build-workflow or build-pipeline to use it', { 'build-inputs': 'a=b' }],
    ['build-token is given, and there is no build-workflow or build-pipeline to use it', { 'build-token': 't' }],
    [
      'build-repository is given, and there is no build-workflow',
      { 'build-command': 'make', 'build-repository': 'a/b' },
    ],
    ['build-inputs is given, and there is no build-workflow', { 'build-command': 'make', 'build-inputs': 'a=b' }],
    ['build-token is given, and there is no build-workflow', { 'build-command': 'make', 'build-token': 't' }],
    [
      'build-ref is given, and there is no build-workflow',
      { ...onBitbucket, 'source-token': 't', 'build-pipeline': 'default', 'build-ref': 'main' },
    ],
    [
      'build-repository is given, and there is no build-workflow',
      { ...onBitbucket, 'source-token': 't', 'build-pipeline': 'default', 'build-repository': 'a/b' },
    ],
    ['build-inputs has the line "x"', { ...asked, 'build-inputs': 'x' }],
    ['build-inputs "a" has the unknown placeholder {sha}', { ...asked, 'build-inputs': 'a={sha}' }],
    ['build-token has characters that no token has', { ...asked, 'build-token': 'a b' }],
    ['build-token has characters that no token has', { ...asked, 'build-token': 'ä' }],
    ['build-workflow "build" is not a workflow’s file', { 'build-workflow': 'build' }],
    ['build-workflow "../build.yml" is not', { 'build-workflow': '../build.yml' }],
    ['build-workflow "a/build.yml" is not', { 'build-workflow': 'a/build.yml' }],
    ['build-workflow ".github/workflows/../x.yml" is not', { 'build-workflow': '.github/workflows/../x.yml' }],
    ['build-workflow ".yml" is not', { 'build-workflow': '.yml' }],
    ['build-workflow "build.yml?x" is not', { 'build-workflow': 'build.yml?x' }],
    ['build-workflow "7.5" is not', { 'build-workflow': '7.5' }],
    ['build-repository "app" is not owner/name', { ...asked, 'build-repository': 'app' }],
    ['build-repository "a/b/c" is not owner/name', { ...asked, 'build-repository': 'a/b/c' }],
    ['build-repository "a/.." is not owner/name', { ...asked, 'build-repository': 'a/..' }],
    ['build-repository "a/." is not owner/name', { ...asked, 'build-repository': 'a/.' }],
    ['build-repository "../b" is not owner/name', { ...asked, 'build-repository': '../b' }],
    ['build-repository "a/b?c" is not owner/name', { ...asked, 'build-repository': 'a/b?c' }],
    ['build-ref is a commit', { ...asked, 'build-ref': headCommit }],
    ['"a..b" is not a ref', { ...asked, 'build-ref': 'a..b' }],
    ['"refs/pull/7/merge" is neither a branch nor a tag', { ...asked, 'build-ref': 'refs/pull/7/merge' }],
    ['build-pipeline builds on Bitbucket, and source is github', { 'build-pipeline': 'default' }],
    ['build-token is required for build-pipeline', { ...onBitbucket, 'build-pipeline': 'default' }],
    [
      'build-inputs is given, and only a custom pipeline takes variables',
      { ...onBitbucket, 'build-token': 't', 'build-pipeline': 'default', 'build-inputs': 'a=b' },
    ],
    ["build-command has a ' that is not closed", { 'build-command': "make 'x" }],
    ['build-command has the unknown placeholder {sha}', { 'build-command': 'make {sha}' }],
  ])('%s: %j', async (words, given) => {
    const failure = await rejectionOf(plan(given));
    expect(failure).toMatchObject({ kind: 'usage', exitCode: 64 });
    expect(failure.message).toContain(words);
  });

  it.each<[string, Given]>([
    ['build-token is required for build-workflow', { ...asked, 'build-repository': 'a/b' }],
    ['build-repository is required', { ...asked, 'build-token': 't' }],
    [
      'build-token is required for build-workflow',
      { ...asked, ...onBitbucket, 'source-token': 't', 'build-repository': 'a/b' },
    ],
  ])('%s outside of a workflow: %j', async (words, given) => {
    const failure = await rejectionOf(outside(given));
    expect(failure.kind).toBe('usage');
    expect(failure.message).toContain(words);
  });

  it('shows no token that it refuses', async () => {
    const failure = await rejectionOf(plan({ ...asked, 'build-token': 'hunter2 ' + 'x' }));
    expect(`${failure.message} ${failure.advice}`).not.toContain('hunter2');
  });

  it('builds nothing where nothing is requested', async () => {
    expect(await plan({})).toBeUndefined();
    expect(await plan({ 'build-timeout': '5m' })).toBeUndefined();
  });
});

describe('planBuild, a workflow', () => {
  it('is by default that of the own repository, at the ref itself, with the own token', async () => {
    const made = await plan(asked);
    expect(made?.token).toBe('workflow-token');
    const { line, headers, body } = await firstRequest(made, { ref: 'feature/x' });
    expect(line).toBe('POST https://api.github.com/repos/Acme/App/actions/workflows/build.yml/dispatches');
    expect(headers?.authorization).toBe('token workflow-token');
    expect(body).toEqual({ ref: 'feature/x', inputs: {} });
  });

  it.each([
    ['build.yml', 'build.yml'],
    ['build.yaml', 'build.yaml'],
    ['_my build-1.2.yml', '_my%20build-1.2.yml'],
    ['.github/workflows/build.yml', 'build.yml'],
    ['./.github/workflows/build.yml', 'build.yml'],
    ['161335', '161335'],
  ])('%s is %s in the address', async (name, part) => {
    expect((await firstRequest(await plan({ 'build-workflow': name }))).line).toBe(
      `POST https://api.github.com/repos/Acme/App/actions/workflows/${part}/dispatches`,
    );
  });

  it.each<[string, Given, Partial<BuildOrder>, string | undefined]>([
    ['the ref in its own repository', {}, {}, 'main'],
    ['a tag in its own repository', {}, { ref: 'v1', refKind: 'tag' }, 'v1'],
    ['the ref, in other letters', { 'build-repository': 'acme/APP' }, {}, 'main'],
    ['the default branch for a commit', {}, { refKind: undefined }, undefined],
    ['the default branch elsewhere', { 'build-repository': 'acme/infra' }, {}, undefined],
    ['the default branch for another source', { ...onBitbucket, 'build-token': 't' }, {}, undefined],
    ['build-ref', { 'build-ref': 'release' }, {}, 'release'],
    ['build-ref, with its area', { 'build-ref': 'refs/heads/release/1' }, {}, 'release/1'],
    ['build-ref, a tag', { 'build-ref': 'refs/tags/v1' }, { refKind: undefined }, 'v1'],
    ['build-ref elsewhere', { 'build-ref': 'trunk', 'build-repository': 'acme/infra' }, {}, 'trunk'],
  ])('is dispatched at %s', async (_name, given, order, expected) => {
    const { line, body } = await firstRequest(await plan({ ...asked, ...given }), order);
    const repository = given['build-repository'] ?? 'Acme/App';
    const address = `https://api.github.com/repos/${repository}`;
    expect(line).toBe(
      expected === undefined ? `GET ${address}` : `POST ${address}/actions/workflows/build.yml/dispatches`,
    );
    expect(body.ref).toBe(expected);
  });

  const enterprise = { apiUrl: 'https://ghe.test/api/v3' };
  it.each<[string, Given, Partial<Workflow>, string, string]>([
    ['source-token', { 'source-token': 'mine' }, {}, 'mine', 'https://api.github.com'],
    ['build-token before it', { 'source-token': 'mine', 'build-token': 'b' }, {}, 'b', 'https://api.github.com'],
    ['its own server', {}, enterprise, 'workflow-token', 'https://ghe.test/api/v3'],
    [
      'the server of the source, with its token',
      { 'source-url': 'https://other.test/api/v3/', 'source-token': 'mine', repo: 'a/b', ref: 'main' },
      enterprise,
      'mine',
      'https://other.test/api/v3',
    ],
    [
      'its own server for another source',
      { ...onBitbucket, 'source-token': 'bb' },
      enterprise,
      'workflow-token',
      'https://ghe.test/api/v3',
    ],
  ])('takes %s', async (_name, given, workflow, token, address) => {
    const made = await plan({ ...asked, ...given }, workflowOf(workflow));
    expect(made?.token).toBe(token);
    const { line, headers } = await firstRequest(made);
    expect(line).toMatch(new RegExp(`^[A-Z]+ ${address.replaceAll('.', '\\.')}/repos/`));
    expect(headers?.authorization).toBe(`token ${token}`);
  });

  it.each<[string, Given, Partial<Workflow>]>([
    ['another server', { 'source-url': 'https://other.test/api/v3', repo: 'a/b', ref: 'main' }, {}],
    ['nobody, where the step has none', {}, { token: undefined }],
  ])('takes the workflow’s token to %s', async (_name, given, workflow) => {
    expect((await rejectionOf(plan({ ...asked, ...given }, workflowOf(workflow)))).message).toBe(
      'build-token is required for build-workflow',
    );
  });

  it('is at github.com outside of a workflow', async () => {
    const made = await outside({
      ...asked,
      'build-token': 't',
      'build-repository': 'acme/app',
      'build-inputs': 'a={tag}',
    });
    const { line, body } = await firstRequest(made, { sourceRepository: 'acme/app' });
    expect(line).toBe('POST https://api.github.com/repos/acme/app/actions/workflows/build.yml/dispatches');
    expect(body).toEqual({ ref: 'main', inputs: { a: '660cbcf' } });
  });
});

describe('planBuild, a pipeline', () => {
  it.each<[string, Given, string, string]>([
    ['source-token', { 'source-token': 'mine' }, 'mine', 'Bearer mine'],
    ['build-token', { 'build-token': 'b' }, 'b', 'Bearer b'],
    ['build-token before source-token', { 'source-token': 'mine', 'build-token': 'b' }, 'b', 'Bearer b'],
    [
      'source-token with its name',
      { 'source-token': 'mine', 'source-username': 'a@b' },
      'mine',
      basicHeader('a@b', 'mine'),
    ],
  ])('takes %s', async (_name, given, token, authorization) => {
    const made = await outside({ ...onBitbucket, 'build-pipeline': 'default', ...given });
    expect(made?.token).toBe(token);
    const { line, headers } = await firstRequest(made);
    expect(line).toMatch(/^GET https:\/\/api\.bitbucket\.org\/2\.0\/repositories\/Acme\/App\/pipelines\/\?/);
    expect(headers?.authorization).toBe(authorization);
  });

  it('is at the server of the source', async () => {
    const made = await outside({
      ...onBitbucket,
      'source-url': 'https://proxy.test/bitbucket/',
      'source-token': 't',
      'build-pipeline': 'image',
      'build-inputs': '{"A": 1}',
    });
    expect((await firstRequest(made)).line).toMatch(/^GET https:\/\/proxy\.test\/bitbucket\/2\.0\/repositories\//);
  });

  it.each([
    ['default', undefined],
    ['image', { type: 'custom', pattern: 'image' }],
  ])('%s has the selector %j', async (name, selector) => {
    const made = await outside({ ...onBitbucket, 'source-token': 't', 'build-pipeline': name });
    const http = fakeHttp(({ method }) => answerOf(method === 'GET' ? 200 : 400, { body: {} }));
    const builder = await made?.create(buildSettings({ http }));
    await rejectionOf(builder?.build(buildOrder) ?? Promise.resolve());
    expect(JSON.parse(String(http.requests.at(-1)?.body ?? '{}')).target.selector).toEqual(selector);
  });
});

describe('planBuild, a command', () => {
  it('needs neither token nor repository', async () => {
    const made = await outside({ 'build-command': 'make {image} "a b"' });
    expect(made?.token).toBeUndefined();
    const { execute, calls } = fakeExecute({});
    const builder = await made?.create(buildSettings({ execute }));
    expect(await builder?.build(buildOrder)).toEqual({
      conclusion: 'success',
      failures: [],
    });
    expect(calls).toMatchObject([{ program: 'make', args: ['acme/app:660cbcf', 'a b'] }]);
  });
});
