import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import {
  type ActionResult,
  type Fault,
  type IncomingRequest,
  type Internet,
  type Misbehaviour,
  startInternet,
} from '../../sandbox/index.js';
import {
  app,
  buildToken,
  errorOf,
  registry,
  resultsOf,
  type WorkflowApp,
  withoutRepeats,
  workflowApp,
  workflowInputs,
} from './support/builds.js';
import { check, commitOf, shortOf } from './support/check.js';
import { createTogether } from './support/together.js';
import { linksIn, readable, visible } from './support/visible.js';

const github = 'api.github.com';
/** May read, and not dispatch. */
const readerToken = 'reader-token-0123456789abcdef';
/** What the sandbox’s runner gives as the workflow’s own token. */
const ownToken = 'ghs_sandboxSandboxSandboxSandboxSandbox0';
const { test, begin } = createTogether(6);
/** The GitHub of today, and a server that knows version 2022-11-28 only. */
let internet: Internet;
let older: Internet;

beforeAll(async () => {
  [internet, older] = await Promise.all([startInternet(), startInternet()]);
  older.actions.old = true;
  for (const { actions } of [internet, older]) {
    actions.tokens.writers.add(buildToken);
    actions.tokens.readers.add(readerToken).add(ownToken);
  }
  begin();
});
afterAll(() => Promise.all([internet.stop(), older.stop()]));

/** Lets the run's page in the API misbehave. */
function disturbRun({ repository }: WorkflowApp, answer: Misbehaviour, times: number): void {
  const path = new RegExp(`/repos/${repository}/actions/runs/\\d+$`);
  internet.inject({ host: github, method: 'GET', path, times, answer });
}

function disturbDispatch({ workflowPath }: WorkflowApp, answer: Fault['answer'], times = 1): void {
  internet.inject({ host: github, method: 'POST', path: `${workflowPath}/dispatches`, times, answer });
}

/** The dispatches as they were asked for, with the statuses of their answers. */
function dispatches(one: WorkflowApp): string[] {
  return one.requests(github).filter((line) => line.startsWith('POST'));
}

function bodyOf(one: WorkflowApp): { ref?: unknown; inputs?: Record<string, string> } {
  const [record] = one.records(github).filter(({ method }) => method === 'POST');
  return JSON.parse(record?.body ?? '{}');
}

function expectReady(result: ActionResult, one: WorkflowApp): void {
  expect(errorOf(result)).toBe('');
  expect(result.exitCode).toBe(0);
  expect(result.outputs).toMatchObject({ ready: 'true', 'build-conclusion': 'success', 'build-url': one.page() });
}

describe('a server that tells the run', () => {
  test('one dispatch, its run awaited, the registry asked again', async () => {
    const one = workflowApp(internet, 'told', { inputs: ['commit'], plan: { queuedMs: 2500, runningMs: 0 } });

    const result = await one.step({ 'build-inputs': 'commit={commit}' });

    expectReady(result, one);
    const { results: _all, ...outputs } = result.outputs;
    const digest = resultsOf(result)[0]?.digest;
    expect(outputs).toEqual({
      ready: 'true',
      status: 'ready',
      image: one.image,
      tag: one.tag,
      commit: one.commit,
      digest,
      pinned: `${registry}/acme/told@${digest}`,
      'build-url': one.page(),
      'build-conclusion': 'success',
    });
    expect(resultsOf(result)).toEqual([
      {
        repository: 'acme/told',
        reference: one.commit,
        commit: one.commit,
        image: one.image,
        tag: one.tag,
        ready: true,
        status: 'ready',
        digest,
        pinned: outputs.pinned,
        buildUrl: one.page(),
        buildConclusion: 'success',
      },
    ]);
    expect(withoutRepeats(one.requests(github))).toEqual([
      `POST ${one.workflowPath}/dispatches 200`,
      `GET ${one.runPath()} 200`,
    ]);
    const [post] = one.records(github);
    expect(post?.headers).toMatchObject({ 'x-github-api-version': '2026-03-10', authorization: `token ${buildToken}` });
    expect(JSON.parse(post?.body ?? '')).toEqual({ ref: 'main', inputs: { commit: one.commit } });
    const heads = one.requests(registry).filter((line) => line.includes(`manifests/${one.tag} `));
    expect(heads.filter((line) => line.startsWith('HEAD'))).toEqual([
      `HEAD /v2/acme/told/manifests/${one.tag} 404`,
      `HEAD /v2/acme/told/manifests/${one.tag} 200`,
    ]);
    expect(result.annotations).toEqual([]);
    expect(result.log).toContain(`${one.image}: dispatched build.yml in acme/told: ${one.page()}\n`);
    expect(result.log).toContain(`run ${one.page()}: queued\n`);
    expect(linksIn(result.summary)).toEqual([one.page()]);
  });

  test('on the command line: ready, JSON alone on standard output, the build in it', async () => {
    const one = workflowApp(internet, 'told-cli');
    const inputs = { ...workflowInputs, 'build-repository': one.repository, registry, namespace: 'acme' };

    const { exitCode, json } = await check({ ...inputs, repo: one.repository, ref: one.commit }, { internet });

    expect(exitCode).toBe(0);
    expect(json).toMatchObject({
      ready: true,
      'build-image': one.image,
      buildUrl: one.page(),
      buildConclusion: 'success',
    });
  });
});

describe('only success is success', () => {
  test('the step fails, with the jobs that did not succeed and their pages', async () => {
    const jobs = [
      { name: 'lint', conclusion: 'success' },
      { name: 'image (amd64)', conclusion: 'failure', step: 'Push image' },
      { name: 'deploy', conclusion: 'skipped' },
      { name: 'scan | sign', conclusion: 'failure' },
    ];
    const one = workflowApp(internet, 'ends-failure', {
      plan: { queuedMs: 0, runningMs: 0, conclusion: 'failure', jobs },
    });

    const result = await one.step();

    expect(result.exitCode).toBe(1);
    const pages = [1, 3].map((index) => `${one.page()}/job/${one.run().id * 10 + index}`);
    const message =
      `the build of ${one.image} failed: ${one.page()}; ` +
      `job “image (amd64)” failure at “Push image”: ${pages[0]}; job “scan | sign” failure: ${pages[1]}`;
    expect(errorOf(result)).toBe(`${message}\nWhat to do: Fix the build, and run this step again.`);
    expect(result.annotations[0]?.title).toBe('Image Gate: the build failed');
    expect(result.outputs).toMatchObject({
      ready: 'false',
      status: 'not-ready',
      pinned: '',
      'build-url': one.page(),
      'build-conclusion': 'failure',
    });
    expect(readable(result.summary)).toContain(message);
    expect(linksIn(result.summary)).toEqual(expect.arrayContaining([one.page(), ...pages]));
    expect(one.requests(registry)).toEqual([`HEAD /v2/${one.repository}/manifests/${one.tag} 404`]);
  });

  test('jobs with names that would be commands or markup', async () => {
    const name = '\n::error::x <img src=x> [a](b) ##[add-path]/evil';
    const jobs = [{ name, conclusion: 'failure', step: name }];
    const one = workflowApp(internet, 'ends-hostile', {
      plan: { queuedMs: 0, runningMs: 0, conclusion: 'failure', jobs },
    });

    const result = await one.step();

    expect(result.annotations.map(({ kind }) => kind)).toEqual(['error']);
    expect(result.commands.map(({ name }) => name)).not.toContain('add-path');
    expect(result.summary).not.toMatch(/<img|\[a\]\(b\)/);
  });
});

describe('a green build is not an image', () => {
  test('that is missing still: not ready, with fail-if-not-ready exit code 1', async () => {
    const one = workflowApp(internet, 'green', { onRun: () => undefined });

    const result = await one.step({ 'fail-if-not-ready': 'true' });

    const reason = `the registry has no such tag, although its build succeeded (${one.page()})`;
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({
      ready: 'false',
      status: 'not-ready',
      digest: '',
      pinned: '',
      'build-url': one.page(),
      'build-conclusion': 'success',
    });
    expect(resultsOf(result)[0]).toMatchObject({ ready: false, reason });
    expect(errorOf(result)).toBe(`${one.image} is not ready: ${reason}`);
    expect(readable(result.summary)).toContain(reason);
    expect(result.summary).not.toContain('✅');
  });

  test('where the registry cannot be asked again: unknown, not “not ready”', async () => {
    const one = workflowApp(internet, 'green-unknown', {
      onRun: () => void internet.inject({ host: registry, path: /green-unknown/, answer: { status: 403 } }),
    });

    const result = await one.step();

    expect(result.exitCode).toBe(4);
    expect(result.outputs).not.toHaveProperty('ready');
    expect(errorOf(result)).toContain('403 Forbidden');
  });
});

describe('build-timeout', () => {
  const waiting = { plan: { queuedMs: 0, statuses: ['waiting'], hang: 'waiting' } };

  test('is a failure that links to the run, which goes on', async () => {
    const one = workflowApp(internet, 'timeout', waiting);

    const result = await one.step({ 'build-timeout': '1s' });

    expect(result.exitCode).toBe(6);
    expect(errorOf(result)).toBe(
      `run ${one.page()}: not finished after 1 s, it is waiting\n` +
        'What to do: The build continues. Raise build-timeout, or see its page for what it is waiting for.',
    );
    expect(result.outputs).toMatchObject({ ready: 'false', 'build-url': one.page() });
    expect(resultsOf(result)[0]).toMatchObject({ buildUrl: one.page() });
    expect(readable(result.summary)).toContain(`run ${one.page()}: not finished after 1 s`);
    expect(linksIn(result.summary)).toContain(one.page());
    expect(one.run().cancelled).toBe(false);
  });
});

describe('a refused dispatch', () => {
  interface Refusal {
    readonly what: string;
    readonly inputs?: Readonly<Record<string, string>>;
    readonly exitCode: number;
    readonly says: readonly string[];
  }
  const rights =
    'build-token lacks a permission: it needs actions: write on the build repository (permissions: actions: write for the workflow’s own token, which reaches its own repository only).';
  const refusals: readonly Refusal[] = [
    {
      what: 'inputs that the workflow does not have',
      inputs: { 'build-inputs': 'comit={commit}\nx=1' },
      exitCode: 64,
      says: ['422', 'Unexpected inputs provided: ["comit", "x"]', 'Check build-ref (a branch or tag), build-inputs'],
    },
    {
      what: 'a token that may only read',
      inputs: { 'build-token': readerToken },
      exitCode: 4,
      says: ['403 Forbidden', 'Resource not accessible by integration', rights],
    },
  ];
  for (const [at, { what, inputs = {}, exitCode, says }] of refusals.entries()) {
    test(`${what}: the server’s own words, and nothing is built`, async () => {
      const one = workflowApp(internet, `refused-${at}`);

      const result = await one.step(inputs);

      expect(result.exitCode).toBe(exitCode);
      for (const words of says) expect(errorOf(result)).toContain(words);
      expect(readable(result.summary)).toContain(says[1]);
      expect(one.requests(github)).toHaveLength(1);
      expect(one.runs()).toEqual([]);
      expect(result.outputs).toMatchObject({ ready: 'false', 'build-url': '', 'build-conclusion': '' });
    });
  }
});

describe('a lost answer', () => {
  test('that is cut: the run is found, and nothing is built twice', async () => {
    const one = workflowApp(internet, 'lost', { inputs: ['image'], runName: ({ image }) => `build ${image}` });
    const headers = { 'content-type': 'application/json' };
    disturbDispatch(one, { lose: true, instead: { cut: { headers, body: '{"workflow_run_id":1}', after: 5 } } });

    const result = await one.step({ 'build-inputs': 'image={image}' });

    expectReady(result, one);
    expect(dispatches(one)).toHaveLength(1);
    expect(one.runs()).toHaveLength(1);
    expect(result.annotations).toEqual([
      expect.objectContaining({
        kind: 'warning',
        message: 'The response to the dispatch was lost. Looking for the run, which may have started.',
      }),
    ]);
  });
});

describe('a server that fails for a while', () => {
  test('a token that ends meanwhile: a failure that still links to the run', async () => {
    const one = workflowApp(internet, 'busy-revoked', { plan: { hang: true } });
    disturbRun(one, { status: 401 }, 3);

    const result = await one.step();

    expect(result.exitCode).toBe(2);
    expect(errorOf(result)).toContain('401 Unauthorized');
    expect(`${errorOf(result)} ${result.outputs['build-url']}`).toContain(one.page());
  });
});

describe('nothing is dispatched', () => {
  test('when the image is ready: not one request to the build’s host', async () => {
    const one = workflowApp(internet, 'already');
    const digest = await one.push();
    const pushed = one.requests(registry).length;

    const result = await one.step({ 'build-ref': '', 'build-inputs': 'commit={commit}' });

    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({ ready: 'true', digest, 'build-url': '', 'build-conclusion': '' });
    expect(one.requests(github)).toEqual([]);
    expect(one.requests(registry).slice(pushed)).toEqual([`HEAD /v2/acme/already/manifests/${one.tag} 200`]);
  });

  test('when the registry refuses: unknown is not missing', async () => {
    const one = workflowApp(internet, 'unknown');
    internet.inject({ host: registry, path: /\/acme\/unknown\//, answer: { status: 403 } });

    const result = await one.step();

    expect(result.exitCode).toBe(4);
    expect(result.outputs).not.toHaveProperty('ready');
    expect(one.requests(github)).toEqual([]);
  });
});

describe('build-inputs', () => {
  const names = ['commit', 'short', 'ref', 'repo', 'image', 'tag', 'id', 'text'];
  const values = ['{commit}', 'sha-{short-sha}', '{ref}', '{repo}', '{image}', '{tag}', '{build-id}', 'a={B} {"c":1}'];
  const ref = 'feature/{commit}-x;$(y)';
  test('as JSON: every placeholder filled in, once', async () => {
    const one = workflowApp(internet, 'inputs', { inputs: [...names, 'retries', 'force'] });
    internet.github.repositories.get(one.repository)?.branches.set(ref, one.commit);
    const given = { ...Object.fromEntries(names.map((name, at) => [name, values[at]])), retries: 3, force: true };

    const result = await one.step({ ref, tag: 'v{sha}', 'build-inputs': JSON.stringify(given, undefined, 2) });

    expect(result.exitCode).toBe(1);
    const { id, ...inputs } = bodyOf(one).inputs ?? {};
    expect(id).toMatch(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(inputs).toEqual({
      commit: one.commit,
      short: `sha-${one.tag}`,
      ref,
      repo: one.name,
      image: `${registry}/${one.repository}:v${one.commit}`,
      tag: `v${one.commit}`,
      text: 'a={B} {"c":1}',
      retries: '3',
      force: 'true',
    });
  });
});

test('wrong inputs are refused before anything is asked', async () => {
  const one = app(internet, 'wrong', { ...workflowInputs, 'build-repository': 'acme/wrong' });

  const result = await one.step({ 'build-inputs': 'a={comit}' });

  expect(result.exitCode).toBe(64);
  expect(errorOf(result)).toMatch(
    /build-inputs "a" has the unknown placeholder \{comit\}\n.*The placeholders are \{commit\}, \{short-sha\}, \{ref\}, \{repo\}, \{image\}, \{tag\}/,
  );
  expect(result.outputs).toEqual({});
  expect([...one.requests(registry), ...one.requests(github)]).toEqual([]);
});

describe('build-ref left empty', () => {
  interface Default {
    readonly what: string;
    readonly ref: string;
    readonly elsewhere?: boolean;
    readonly dispatched: string;
  }
  const defaults: readonly Default[] = [
    { what: 'a tag of the same repository', ref: 'v1.2.0', dispatched: 'v1.2.0' },
    { what: 'a branch of another repository', ref: 'feature/x', elsewhere: true, dispatched: 'trunk' },
  ];
  for (const [at, { what, ref, elsewhere = false, dispatched }] of defaults.entries()) {
    test(`${what} is dispatched at ${dispatched}`, async () => {
      const one = workflowApp(internet, `ref-${at}`, { defaultBranch: 'trunk' });
      const source = elsewhere ? `acme/ref-${at}-source` : one.repository;
      const commits = internet.github.repository('acme', `ref-${at}-source`);
      for (const hosted of [commits, internet.github.repositories.get(one.repository)]) {
        hosted?.branches.set('feature/x', one.commit);
        hosted?.tags.set('v1.2.0', one.commit);
      }
      const image = `${registry}/${one.repository}`;

      const result = await one.step({ repo: source, image, ref, 'build-ref': '' });

      expectReady(result, one);
      expect(bodyOf(one).ref).toBe(dispatched);
      const asked = one.requests(github).filter((line) => line.startsWith(`GET /repos/${one.repository} `));
      expect(asked).toHaveLength(dispatched === 'trunk' ? 1 : 0);
    });
  }

  test('in the workflow’s own repository: its own branch, without a request for it', async () => {
    const one = workflowApp(internet, 'ref-own', { branches: ['main', 'release/2'] });
    const workflow = { repository: one.repository, ref: 'refs/heads/release/2', sha: one.commit };

    const result = await one.step({ repo: '', ref: '', 'build-ref': '', 'build-repository': '' }, { workflow });

    expectReady(result, one);
    expect(bodyOf(one).ref).toBe('release/2');
    expect(one.requests(github)[0]).toBe(`POST ${one.workflowPath}/dispatches 200`);
  });

  const merge = 'refs/pull/7/merge';
  const release = 'refs/heads/release/2';
  const merged = { merged: true, base: { ref: 'release/2' } };
  const events: readonly [string, string, string, string, object, string][] = [
    ['one of a fork’s release/2', 'pull_request', merge, 'release/2', {}, 'main'],
    ['the same of a fork’s release/2', 'pull_request_target', release, 'release/2', { merged: false }, 'main'],
    ['a merged one of a fork’s main', 'pull_request', release, 'main', merged, 'release/2'],
  ];
  for (const [at, [what, eventName, ref, headRef, more, dispatched]] of events.entries())
    test(`on a pull request (${what}): ${dispatched}, never the head, which may be a fork’s`, async () => {
      const one = workflowApp(internet, `pull-request-${at}`, { branches: ['main', 'patch-1', 'release/2'] });
      const workflow = { repository: one.repository, ref, headRef, eventName };
      const event = { pull_request: { head: { sha: one.commit }, ...more } };

      const result = await one.step(
        { repo: '', ref: '', 'build-ref': '', 'build-repository': '' },
        { workflow, event },
      );

      expectReady(result, one);
      expect(bodyOf(one).ref).toBe(dispatched);
    });
});

describe('several repositories', () => {
  test('are built together, and each has its own outcome', async () => {
    const names = ['fleet-fails', 'fleet-there', 'fleet-works', 'fleet-refused'];
    const [fails, there, works, refused] = names.map((name) => app(internet, name));
    if (!fails || !there || !works || !refused) throw new Error('an app is missing');
    const builder = workflowApp(internet, 'fleet', {
      inputs: ['repo'],
      plan: ({ inputs: { repo } }) =>
        repo === fails.name ? { queuedMs: 0, runningMs: 0, conclusion: 'failure' } : { queuedMs: 700, runningMs: 700 },
      onRun: async ({ inputs: { repo = '' } }) =>
        void (await internet.generic.image(`acme/${repo}`, shortOf(builder.commit))),
    });
    internet.inject({
      host: registry,
      path: /\/acme\/fleet-refused\//,
      answer: { status: 403 },
    });
    await internet.generic.image(there.repository, builder.tag);

    const result = await builder.step({
      repo: names.join(', '),
      owner: 'acme',
      ref: builder.commit,
      'build-inputs': 'repo={repo}',
    });

    expect(result.exitCode).toBe(1);
    const runs = builder.runs();
    const page = (repo: string) => {
      const run = runs.find(({ inputs }) => inputs.repo === repo);
      return run && builder.page(run);
    };
    expect(runs.map(({ inputs }) => inputs.repo).sort()).toEqual(['fleet-fails', 'fleet-works']);
    const results = resultsOf(result);
    expect(results.map(({ repository }) => repository)).toEqual(names.map((name) => `acme/${name}`));
    expect(results[0]).toMatchObject({ ready: false, buildConclusion: 'failure', buildUrl: page('fleet-fails') });
    expect(results[1]).toMatchObject({ ready: true });
    expect(results[1]).not.toHaveProperty('buildUrl');
    expect(results[2]).toMatchObject({ ready: true, buildConclusion: 'success', buildUrl: page('fleet-works') });
    expect(results[3]).toMatchObject({ status: 'error', exitCode: 4 });
    expect(result.outputs).not.toHaveProperty('image');
    expect(result.outputs).not.toHaveProperty('build-url');
    const posts = builder.records(github).filter(({ method }) => method === 'POST');
    expect(posts).toHaveLength(2);
    expect(errorOf(result)).toContain(`failed: ${page('fleet-fails')}`);
    expect(linksIn(result.summary)).toEqual(expect.arrayContaining([page('fleet-fails'), page('fleet-works')]));
  });
});

describe('GitHub Enterprise', () => {
  const enterprise = 'github.example.com';
  const ghes = { apiUrl: `https://${enterprise}/api/v3`, serverUrl: `https://${enterprise}` };

  test('is asked where GITHUB_API_URL says, with the workflow’s own token, and nobody else is', async () => {
    const one = workflowApp(internet, 'ghes');
    const workflow = { ...ghes, repository: one.repository, token: buildToken, sha: one.commit };

    const result = await one.step({ repo: '', ref: '', 'build-token': '', 'build-repository': '' }, { workflow });

    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({
      ready: 'true',
      'build-url': `https://${enterprise}/acme/ghes/actions/runs/${one.run().id}`,
    });
    expect(one.requests(enterprise)[0]).toBe(`POST /api/v3${one.workflowPath}/dispatches 200`);
    expect(one.requests(github)).toEqual([]);
    expect(one.records(enterprise).map(({ headers }) => headers.authorization)).toEqual(
      one.records(enterprise).map(() => `token ${buildToken}`),
    );
  });

  describe('on a command line outside of a workflow', () => {
    for (const [what, env, more, expected] of [
      [
        'GITHUB_API_URL, beside a commit at Bitbucket',
        { GITHUB_API_URL: ghes.apiUrl },
        { source: 'bitbucket' },
        enterprise,
      ],
      [
        'the source’s server before GITHUB_API_URL',
        { GITHUB_API_URL: ghes.apiUrl },
        { 'source-url': 'https://api.github.com' },
        github,
      ],
    ] as const) {
      test(`it is dispatched at ${what}`, async () => {
        const one = workflowApp(internet, `cli-${what.replaceAll(/\W+/g, '-').toLowerCase()}`);
        const inputs = { ...workflowInputs, 'build-repository': one.repository, registry, namespace: 'acme', ...more };

        const { exitCode, json } = await check({ ...inputs, repo: one.repository, ref: one.commit }, { internet, env });

        expect([exitCode, json.ready]).toEqual([0, true]);
        expect(one.requests(expected)[0]).toMatch(/^POST \S+\/dispatches 200$/);
        expect(one.requests(expected === github ? enterprise : github)).toEqual([]);
      });
    }
  });

  test('the workflow’s own token is not used at another server', async () => {
    const one = workflowApp(internet, 'ghes-foreign');
    const workflow = { repository: one.repository, token: buildToken };

    const result = await one.step({ 'source-url': ghes.apiUrl, 'build-token': '' }, { workflow });

    expect(result.exitCode).toBe(64);
    expect(errorOf(result)).toContain('build-token is required for build-workflow');
    expect([...one.requests(enterprise), ...one.requests(github), ...one.requests(registry)]).toEqual([]);
  });
});

describe('secrets', () => {
  const echo = (request: IncomingRequest): Misbehaviour => ({
    status: 403,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ message: `you said ${request.headers.authorization}` }),
  });

  test('the build’s token is masked, and shown nowhere, with debug logging on', async () => {
    const one = workflowApp(internet, 'secret-fine');

    const result = await one.step({}, { env: { RUNNER_DEBUG: '1' } });

    expectReady(result, one);
    expect(result.masks).toContain(buildToken);
    expect(visible(result)).not.toContain(buildToken);
    for (const { headers } of one.records(registry)) expect(headers.authorization ?? '').not.toContain(buildToken);
  });

  test('nor when the server gives it back', async () => {
    const one = workflowApp(internet, 'secret-echo');
    disturbDispatch(one, echo);

    const result = await one.step({}, { env: { RUNNER_DEBUG: '1' } });

    expect(result.exitCode).toBe(4);
    expect(errorOf(result)).toContain('you said token ***');
    expect(visible(result)).not.toContain(buildToken);
  });

  test('nor when it comes back in the name of a job, the run’s page, or its state', async () => {
    const jobs = [{ name: `job ${buildToken}`, conclusion: 'failure' }];
    const one = workflowApp(internet, 'secret-job', {
      plan: { queuedMs: 0, runningMs: 0, conclusion: `not-${buildToken}`, jobs },
    });

    const result = await one.step({}, { env: { RUNNER_DEBUG: '1' } });

    expect(result.exitCode).toBe(1);
    expect(errorOf(result)).toContain('job “job ***” failure');
    expect(visible(result)).not.toContain(buildToken);
  });

  test('and does not follow a redirect to another host', async () => {
    const one = workflowApp(internet, 'secret-redirect');
    disturbRun(one, { status: 301, headers: { location: 'https://gitlab.com/acme/secret-redirect' } }, 1);

    await one.step({ 'build-timeout': '1s' });

    const caught = one.records('gitlab.com');
    expect(caught.map(({ headers }) => headers.authorization)).toEqual(caught.map(() => undefined));
  });

  test('nor when the dispatch is answered by a redirect', async () => {
    const one = workflowApp(internet, 'secret-moved');
    disturbDispatch(one, { status: 307, headers: { location: 'https://gitlab.com/acme/secret-moved' } });

    const result = await one.step();

    expect(result.exitCode).toBe(5);
    expect(one.requests('gitlab.com')).toEqual([]);
  });
});

describe('an older server', () => {
  /** A workflow of that server; ours has what is asked of it by its inputs. */
  const runName = ({ id, image, commit }: Readonly<Record<string, string>>) =>
    `build ${id ?? image ?? commit ?? ''} now`;

  test('refuses the new version, and accepts one dispatch; the run is found by its {build-id}', async () => {
    const one = workflowApp(older, 'old-mark', { inputs: ['id'], runName });
    older.actions.start(one.repository, 'build.yml', {
      inputs: { id: 'earlier' },
      createdAt: new Date(Date.now() - 60_000),
      plan: { conclusion: 'failure' },
    });

    const result = await one.step({ 'build-inputs': 'id={build-id}' });

    const [, own] = one.runs();
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({ ready: 'true', 'build-url': own && one.page(own) });
    expect(one.runs()).toHaveLength(2);
    expect(one.requests(github).slice(0, 5)).toEqual([
      `POST ${one.workflowPath}/dispatches 400`,
      `GET ${one.workflowPath}/runs?event=workflow_dispatch&branch=main&per_page=50 200`,
      `POST ${one.workflowPath}/dispatches 204`,
      `GET ${one.workflowPath}/runs?event=workflow_dispatch&branch=main&per_page=50 200`,
      `GET /repos/acme/old-mark/actions/runs/${own?.id} 200`,
    ]);
    const versions = one.records(github).filter(({ method }) => method === 'POST');
    expect(versions.map(({ headers }) => headers['x-github-api-version'])).toEqual(['2026-03-10', '2022-11-28']);
    expect(result.annotations).toEqual([]);
  });

  test('two callers in the same second, with {image} in the run-name: each awaits its own run', async () => {
    const repository = 'old-pair';
    const builder = workflowApp(older, repository, {
      inputs: ['id', 'who'],
      runName,
      plan: ({ inputs: { who } }) => ({
        queuedMs: 0,
        runningMs: 0,
        conclusion: who?.endsWith('good') ? 'success' : 'failure',
        // One's own is listed late: the neighbour's is seen first.
        listedAfterMs: who?.endsWith('good') ? 4000 : 0,
      }),
      onRun: async ({ inputs: { who } }) =>
        void (await older.generic.image(`acme/${who}`, shortOf(commitOf(who ?? '')))),
    });
    const inputs = {
      'build-repository': builder.repository,
      ...workflowInputs,
      'build-inputs': `id={image}\nwho={repo}`,
    };
    const good = app(older, `${repository}-good`, inputs);
    const bad = app(older, `${repository}-bad`, inputs);

    const [fine, failed] = await Promise.all([good.step(), bad.step()]);

    const page = (who: string) => builder.runs().flatMap((run) => (run.inputs.who === who ? [builder.page(run)] : []));
    expect(builder.runs()).toHaveLength(2);
    expect([fine.outputs['build-url']]).toEqual(page(good.name));
    expect([failed.outputs['build-url']]).toEqual(page(bad.name));
    expect(fine.outputs).toMatchObject({ ready: 'true', 'build-conclusion': 'success' });
    expect(failed.outputs).toMatchObject({ ready: 'false', 'build-conclusion': 'failure' });
    expect([fine.exitCode, failed.exitCode]).toEqual([0, 1]);
  });
});
