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
import { createTogether, later, until } from './support/together.js';
import { linksIn, readable, visible } from './support/visible.js';

const github = 'api.github.com';
/** May read, and not dispatch. */
const readerToken = 'reader-token-0123456789abcdef';
/** What the sandbox’s runner gives as the workflow’s own token. */
const ownToken = 'ghs_sandboxSandboxSandboxSandboxSandbox0';
const { test, begin } = createTogether(24);
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

function pausesOf(one: WorkflowApp): number[] {
  const polls = one.records(github).filter(({ path }) => path === one.runPath());
  return polls.slice(1).map(({ at }, before) => Math.round(at - (polls[before]?.answeredAt ?? Number.NaN)));
}

function expectReady(result: ActionResult, one: WorkflowApp): void {
  expect(errorOf(result)).toBe('');
  expect(result.exitCode).toBe(0);
  expect(result.outputs).toMatchObject({ ready: 'true', 'build-conclusion': 'success', 'build-url': one.page() });
}

/** How long a run is searched for: longer than a lone one has to stay alone. */
const search = { 'build-timeout': '15s' };
/** The machine may be busy. */
const patient = { timeoutMs: 120_000 };

// The longest waits come first, so that all others happen meanwhile.
describe('an older server’s list that does not help in time', () => {
  test('two runs that cannot be told apart: a failure that names both, rather than the wrong run', async () => {
    const one = workflowApp(older, 'old-ambiguous', {
      plan: () => {
        older.actions.start('acme/old-ambiguous', 'build.yml', { plan: { runningMs: 100 } });
        return { listedAfterMs: 5000 };
      },
    });

    const result = await one.step(search, patient);

    const [neighbour, own] = one.runs();
    expect(result.exitCode).toBe(7);
    expect(errorOf(result)).toContain(
      `2 runs started at the same time and cannot be told apart: ${one.page(own)}, ${one.page(neighbour)}`,
    );
    expect(errorOf(result)).toContain('put it into its run-name: run-name: build ${{ inputs.id }}');
    expect(result.outputs).toMatchObject({ ready: 'false', 'build-conclusion': '' });
    expect(dispatches(one)).toEqual([
      `POST ${one.workflowPath}/dispatches 400`,
      `POST ${one.workflowPath}/dispatches 204`,
    ]);
    expect(older.actions.runs.filter(({ cancelled }) => cancelled)).toEqual([]);
  });

  test('a run that never appears: a failure, and no second dispatch', async () => {
    const one = workflowApp(older, 'old-unlisted', { plan: { listedAfterMs: Number.POSITIVE_INFINITY } });

    const result = await one.step(search, patient);

    expect(result.exitCode).toBe(5);
    expect(errorOf(result)).toContain(
      'the dispatch of build.yml in acme/old-unlisted: accepted, but no run of it has appeared',
    );
    expect(one.runs()).toHaveLength(1);
  });
});

describe('a lost answer, and no run of it', () => {
  test('one request to dispatch, and a failure that says what came back', async () => {
    const one = workflowApp(internet, 'lost-for-good');
    disturbDispatch(one, { status: 502 });

    const result = await one.step(search, patient);

    expect(result.exitCode).toBe(5);
    expect(errorOf(result)).toContain('502 Bad Gateway');
    expect(result.log).toContain('The response to the dispatch was lost. Looking for the run');
    expect(dispatches(one)).toHaveLength(1);
    expect(one.runs()).toEqual([]);
    expect(result.outputs.ready).toBe('false');
  });
});

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

  test('polls with its ETag, at growing intervals', async () => {
    const one = workflowApp(internet, 'etag', { plan: { queuedMs: 1000, runningMs: 8000 } });

    const result = await one.step();

    expectReady(result, one);
    const polls = one.records(github).filter(({ path }) => path === one.runPath());
    expect(polls.map(({ status }) => status)).toEqual([200, 200, 304, 200]);
    const [first, second, third] = polls.map(({ headers }) => headers['if-none-match']);
    expect([first, second, third]).toEqual([undefined, expect.stringMatching(/^W\/"/), expect.stringMatching(/^W\/"/)]);
    expect(third).not.toBe(second);
    const [one3, two4, three5] = pausesOf(one);
    // 3, 3.9 and 5.07 s after each answer; seen from the server the way there shortens or lengthens each a little.
    expect(one3).toBeGreaterThanOrEqual(2800);
    expect(two4).toBeGreaterThanOrEqual(3700);
    expect(three5).toBeGreaterThanOrEqual(4850);
  });
});

describe('a run that is not over', () => {
  const pending = ['in_progress', 'quarantined', 'Succès'];
  for (const status of pending) {
    test(`${status}: is waited for`, async () => {
      const one = workflowApp(internet, `pending-${status === 'Succès' ? 'odd' : status.replace('_', '-')}`);
      // A conclusion that comes too early is no conclusion.
      const conclusion = status === 'in_progress' ? 'success' : null;
      disturbRun(
        one,
        { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ status, conclusion }) },
        1,
      );

      const result = await one.step();

      expectReady(result, one);
      expect(result.log).toContain(`run ${one.page()}: ${status}\n`);
      const polls = one.requests(github).filter((line) => line.startsWith('GET'));
      expect(polls.length).toBeGreaterThan(1);
      expect(withoutRepeats(polls)).toEqual([`GET ${one.runPath()} 200`]);
    });
  }
});

describe('only success is success', () => {
  const conclusions = ['failure', 'skipped', 'superseded'];
  for (const conclusion of conclusions) {
    test(`${conclusion}: the step fails, with the jobs that did not succeed`, async () => {
      const jobs = [
        { name: 'lint', conclusion: 'success' },
        { name: 'image (amd64)', conclusion, step: 'Push image' },
        { name: 'deploy', conclusion: 'skipped' },
        { name: 'scan | sign', conclusion: 'failure' },
      ];
      const one = workflowApp(internet, `ends-${conclusion.replace('_', '-')}`, {
        plan: { queuedMs: 0, runningMs: 0, conclusion, jobs },
      });

      const result = await one.step();

      expect(result.exitCode).toBe(1);
      const [build, sign] = [1, 3].map((index) => `${one.page()}/job/${one.run().id * 10 + index}`);
      const at = conclusion === 'failure' ? ' at “Push image”' : '';
      const verdict = conclusion === 'failure' ? 'failed' : `ended with ${conclusion}`;
      const first = conclusion === 'skipped' ? '' : `job “image (amd64)” ${conclusion}${at}: ${build}; `;
      const message = `the build of ${one.image} ${verdict}: ${one.page()}; ${first}job “scan | sign” failure: ${sign}`;
      expect(errorOf(result)).toBe(`${message}\nWhat to do: Fix the build, and run this step again.`);
      expect(result.annotations[0]?.title).toBe('Image Gate: the build failed');
      expect(result.outputs).toMatchObject({
        ready: 'false',
        status: 'not-ready',
        pinned: '',
        'build-url': one.page(),
        'build-conclusion': conclusion,
      });
      expect(readable(result.summary)).toContain(message);
      expect(linksIn(result.summary)).toContain(one.page());
      expect(one.requests(registry)).toEqual([`HEAD /v2/${one.repository}/manifests/${one.tag} 404`]);
    });
  }

  test('the summary links to the jobs', async () => {
    const jobs = ['one', 'two'].map((name) => ({ name, conclusion: 'failure' }));
    const one = workflowApp(internet, 'ends-linked', {
      plan: { queuedMs: 0, runningMs: 0, conclusion: 'failure', jobs },
    });

    const result = await one.step();

    const pages = [0, 1].map((index) => `${one.page()}/job/${one.run().id * 10 + index}`);
    expect(linksIn(result.summary)).toEqual(expect.arrayContaining(pages));
  });

  test('a run whose jobs cannot be read: its conclusion and its page all the same', async () => {
    const one = workflowApp(internet, 'ends-jobless', { plan: { queuedMs: 0, runningMs: 0, conclusion: 'failure' } });
    internet.inject({
      host: github,
      path: new RegExp(`/${one.repository}/actions/runs/\\d+/jobs`),
      answer: { status: 403 },
    });

    const result = await one.step();

    expect(result.exitCode).toBe(1);
    expect(errorOf(result)).toMatch(`the build of ${one.image} failed: ${one.page()}\n`);
    expect(result.outputs['build-conclusion']).toBe('failure');
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
  for (const [strict, exitCode] of [
    ['false', 0],
    ['true', 1],
  ] as const) {
    test(`that is missing still: not ready, with fail-if-not-ready ${strict} exit code ${exitCode}`, async () => {
      const one = workflowApp(internet, `green-${strict}`, { onRun: () => undefined });

      const result = await one.step({ 'fail-if-not-ready': strict });

      const reason = `the registry has no such tag, although its build succeeded (${one.page()})`;
      expect(result.exitCode).toBe(exitCode);
      expect(result.outputs).toMatchObject({
        ready: 'false',
        status: 'not-ready',
        digest: '',
        pinned: '',
        'build-url': one.page(),
        'build-conclusion': 'success',
      });
      expect(resultsOf(result)[0]).toMatchObject({ ready: false, reason });
      expect(errorOf(result)).toBe(strict === 'true' ? `${one.image} is not ready: ${reason}` : '');
      expect(readable(result.summary)).toContain(reason);
      expect(result.summary).not.toContain('✅');
    });
  }

  test('that appears late, with wait: ready', async () => {
    const one = workflowApp(internet, 'green-late', { onRun: () => undefined });

    const running = one.step({ wait: '30s' });
    await until(() => one.runs()[0]?.status === 'completed');
    await later(2500);
    await one.push();

    expectReady(await running, one);
  });

  test('whose platform is missing: not ready, and the platform named', async () => {
    const one = workflowApp(internet, 'green-platform');

    const result = await one.step({ platforms: 'linux/amd64, linux/arm64' });

    expect(result.outputs).toMatchObject({ ready: 'false', 'build-conclusion': 'success', pinned: '' });
    expect(resultsOf(result)[0]?.reason).toMatch(/linux\/arm64.*although its build succeeded/);
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
    expect(result.outputs.ready).toBe('false');
    expect(readable(result.summary)).toContain(`run ${one.page()}: not finished after 1 s`);
    expect(one.run().cancelled).toBe(false);
  });

  test('leaves the page of the run in build-url and in results, and a link in the summary', async () => {
    const one = workflowApp(internet, 'timeout-link', waiting);

    const result = await one.step({ 'build-timeout': '1s' });

    expect(result.outputs['build-url']).toBe(one.page());
    expect(resultsOf(result)[0]).toMatchObject({ buildUrl: one.page() });
    expect(linksIn(result.summary)).toContain(one.page());
  });
});

describe('a refused dispatch', () => {
  interface Refusal {
    readonly what: string;
    readonly inputs?: Readonly<Record<string, string>>;
    readonly dispatchable?: boolean;
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
      what: 'a ref that is not there',
      inputs: { 'build-ref': 'nowhere' },
      exitCode: 64,
      says: ['422', 'No ref found for: nowhere'],
    },
    {
      what: 'no workflow_dispatch',
      dispatchable: false,
      exitCode: 64,
      says: [
        '422',
        "Workflow does not have 'workflow_dispatch' trigger",
        'that the workflow has on: workflow_dispatch',
      ],
    },
    {
      what: 'a token that may only read',
      inputs: { 'build-token': readerToken },
      exitCode: 4,
      says: ['403 Forbidden', 'Resource not accessible by integration', rights],
    },
    {
      what: 'a workflow that is not there',
      inputs: { 'build-workflow': 'biuld.yml' },
      exitCode: 3,
      says: [
        '404 Not Found',
        'the dispatch of biuld.yml in',
        'Check build-repository and build-workflow',
        'lacks actions: write',
      ],
    },
    {
      what: 'a token that is wrong',
      inputs: { 'build-token': 'wrong-token-0123456789' },
      exitCode: 2,
      says: ['401 Unauthorized', 'Bad credentials', 'build-token is wrong or has expired.'],
    },
  ];
  for (const [at, { what, inputs = {}, dispatchable = true, exitCode, says }] of refusals.entries()) {
    test(`${what}: the server’s own words, and nothing is built`, async () => {
      const one = workflowApp(internet, `refused-${at}`, { dispatchable });

      const result = await one.step(inputs);

      expect(result.exitCode).toBe(exitCode);
      for (const words of says) expect(errorOf(result)).toContain(words);
      expect(readable(result.summary)).toContain(says[1]);
      expect(one.requests(github)).toHaveLength(1);
      expect(one.runs()).toEqual([]);
      expect(result.outputs).toMatchObject({ ready: 'false', 'build-url': '', 'build-conclusion': '' });
    });
  }

  const page = { 'content-type': 'text/html' };
  const odd = [
    {
      name: 'a page of a proxy: not “no such workflow”',
      answer: { status: 404, headers: page, body: '<html><title>Blocked</title>' },
      exitCode: 5,
      says: ['404 Not Found; an HTML page titled “Blocked”', 'no proxy or login page answers in its place'],
    },
    {
      name: 'single sign-on: how to authorize the token',
      answer: {
        status: 403,
        headers: {
          'content-type': 'application/json',
          'x-github-sso': 'required; url=https://github.com/orgs/acme/sso',
        },
        body: '{"message":"Resource protected by organization SAML enforcement."}',
      },
      exitCode: 4,
      says: [
        '403 Forbidden; “Resource protected by organization SAML enforcement.”',
        'Authorize the token for the single sign-on (SAML SSO) of the organization: https://github.com/orgs/acme/sso',
      ],
    },
  ];
  for (const [at, { name, answer, exitCode, says }] of odd.entries()) {
    for (const [what, path, inputs] of [
      ['dispatch', 'dispatches', {}],
      ['default branch', '', { 'build-ref': '' }],
    ] as const) {
      test(`${name} (${what})`, async () => {
        const one = workflowApp(internet, `refused-odd-${at}-${what.slice(0, 7)}`);
        const whole = path === '' ? `/repos/${one.repository}` : `${one.workflowPath}/${path}`;
        internet.inject({ host: github, path: whole, answer });

        const result = await one.step(inputs);

        expect(result.exitCode).toBe(exitCode);
        for (const words of says) expect(errorOf(result)).toContain(words);
        expect(one.runs()).toEqual([]);
      });
    }
  }

  test('a limit: the server’s words, and not asked again blindly', async () => {
    const one = workflowApp(internet, 'refused-limit');
    const body = JSON.stringify({ message: 'You have exceeded a secondary rate limit.' });
    disturbDispatch(one, { status: 403, headers: { 'content-type': 'application/json', 'retry-after': '1' }, body }, 9);

    const result = await one.step();

    expect(result.exitCode).toBe(5);
    expect(errorOf(result)).toContain('You have exceeded a secondary rate limit.');
    expect(one.runs()).toEqual([]);
  });

  test('the default branch of a repository that cannot be read', async () => {
    const one = workflowApp(internet, 'refused-default');

    const result = await one.step({ 'build-ref': '', 'build-repository': 'acme/refused-nowhere' });

    expect(result.exitCode).toBe(3);
    expect(errorOf(result)).toContain('GET https://api.github.com/repos/acme/refused-nowhere: 404 Not Found');
    expect(errorOf(result)).toContain('Check build-repository');
  });
});

describe('a lost answer', () => {
  const lost: readonly [string, Misbehaviour][] = [
    ['502', { lose: true, instead: { status: 502 } }],
    [
      'cut',
      {
        lose: true,
        instead: { cut: { headers: { 'content-type': 'application/json' }, body: '{"workflow_run_id":1}', after: 5 } },
      },
    ],
  ];
  for (const [name, answer] of lost) {
    test(`${name}: the run is found, and nothing is built twice`, async () => {
      const one = workflowApp(internet, `lost-${name}`, {
        inputs: ['image'],
        runName: ({ image }) => `build ${image}`,
      });
      disturbDispatch(one, answer);

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
  }

  test('while another run of the workflow begins: ours is found by its mark', async () => {
    const one = workflowApp(internet, 'lost-neighbour', {
      inputs: ['id'],
      runName: ({ id }) => `build ${id}`,
      plan: () => ({ queuedMs: 0, runningMs: 0, listedAfterMs: 4000 }),
    });
    disturbDispatch(one, (request: IncomingRequest): Misbehaviour => {
      internet.actions.start(one.repository, 'build.yml', {
        inputs: { id: `not-${request.method}` },
        plan: { queuedMs: 0, runningMs: 0, conclusion: 'failure' },
      });
      return { lose: true };
    });

    const result = await one.step({ 'build-inputs': 'id={build-id}' });

    const [, own] = one.runs();
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({ ready: 'true', 'build-url': one.page(own), 'build-conclusion': 'success' });
  });
});

describe('the new version, answered by 204', () => {
  test('the run is found, and nothing is dispatched again', async () => {
    const one = workflowApp(internet, 'no-content', { inputs: ['id'], runName: ({ id }) => `build ${id}` });
    disturbDispatch(one, { lose: true, instead: { status: 204 } });

    const result = await one.step({ 'build-inputs': 'id={build-id}' });

    expectReady(result, one);
    expect(one.requests(github).map((line) => line.replace(/\?.*(?= )/, ''))).toEqual([
      `POST ${one.workflowPath}/dispatches 204`,
      `GET ${one.workflowPath}/runs 200`,
      expect.stringContaining(`GET ${one.runPath()} `),
      ...one.requests(github).slice(3),
    ]);
    expect(result.annotations).toEqual([]);
  });

  test('and 200 without an id: the same', async () => {
    const one = workflowApp(internet, 'no-id', { inputs: ['id'], runName: ({ id }) => `build-${id}` });
    const headers = { 'content-type': 'application/json' };
    disturbDispatch(one, { lose: true, instead: { status: 200, headers, body: '{}' } });

    const result = await one.step({ 'build-inputs': 'id={build-id}' });

    expectReady(result, one);
    expect(dispatches(one)).toHaveLength(1);
  });

  test('without a mark: the lone run is believed after nine seconds, and a warning says how to be sure', async () => {
    const one = workflowApp(internet, 'no-content-alone');
    disturbDispatch(one, { lose: true, instead: { status: 204 } });

    const result = await one.step();

    expectReady(result, one);
    expect(result.durationMs).toBeGreaterThan(9000);
    expect(result.annotations).toEqual([
      expect.objectContaining({
        kind: 'warning',
        message: `The run ${one.page()} was identified only by its start time. Put {build-id} into the workflow’s run-name to identify it reliably.`,
      }),
    ]);
  });
});

describe('a server that fails for a while', () => {
  test('500s while polling are waited through', async () => {
    const one = workflowApp(internet, 'busy-500');
    disturbRun(one, { status: 500 }, 5);

    const result = await one.step();

    expectReady(result, one);
    expect(one.requests(github).filter((line) => line.endsWith(' 500'))).toHaveLength(5);
  });

  test('resets while polling are waited through', async () => {
    const one = workflowApp(internet, 'busy-reset');
    disturbRun(one, 'reset', 5);

    expectReady(await one.step(), one);
  });

  for (const [status, name] of [
    [429, 'Too Many Requests'],
    [403, 'a secondary limit'],
  ] as const) {
    test(`${status} (${name}) with Retry-After: asked again no earlier`, async () => {
      const one = workflowApp(internet, `busy-${status}`);
      disturbRun(one, { status, headers: { 'retry-after': '2' } }, 1);

      const result = await one.step();

      expectReady(result, one);
      expect(pausesOf(one)[0]).toBeGreaterThanOrEqual(2000);
    });
  }

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

  const unknown: readonly [string, Misbehaviour, number][] = [
    ['401', { status: 401 }, 2],
    ['403', { status: 403 }, 4],
    ['503', { status: 503, headers: { 'retry-after': '3600' } }, 5],
  ];
  for (const [name, answer, exitCode] of unknown) {
    test(`when the registry answers ${name}: unknown is not missing`, async () => {
      const one = workflowApp(internet, `unknown-${name}`);
      internet.inject({ host: registry, path: new RegExp(`/unknown-${name}/`), answer });

      const result = await one.step();

      expect(result.exitCode).toBe(exitCode);
      expect(result.outputs).not.toHaveProperty('ready');
      expect(one.requests(github)).toEqual([]);
    });
  }

  test('when the source does not have the ref', async () => {
    const one = workflowApp(internet, 'unknown-ref');

    const result = await one.step({ ref: 'nowhere' });

    expect(result.exitCode).toBe(3);
    expect(dispatches(one)).toEqual([]);
  });
});

describe('build-inputs', () => {
  const names = ['commit', 'short', 'ref', 'repo', 'image', 'tag', 'id', 'text'];
  const values = ['{commit}', 'sha-{short-sha}', '{ref}', '{repo}', '{image}', '{tag}', '{build-id}', 'a={B} {"c":1}'];
  const ref = 'feature/{commit}-x;$(y)';
  const forms: readonly [string, string][] = [
    ['lines', names.map((name, at) => `${name} = ${values[at]}`).join('\n')],
    [
      'JSON',
      JSON.stringify(
        { ...Object.fromEntries(names.map((name, at) => [name, values[at]])), retries: 3, force: true },
        undefined,
        2,
      ),
    ],
  ];
  for (const [form, text] of forms) {
    test(`as ${form}: every placeholder filled in, once`, async () => {
      const one = workflowApp(internet, `inputs-${form.toLowerCase()}`, { inputs: [...names, 'retries', 'force'] });
      internet.github.repositories.get(one.repository)?.branches.set(ref, one.commit);

      const result = await one.step({ ref, tag: 'v{sha}', 'build-inputs': text });

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
        ...(form === 'JSON' ? { retries: '3', force: 'true' } : {}),
      });
    });
  }

  test('25 are sent', async () => {
    const many = Array.from({ length: 25 }, (_value, at) => `n${at}`);
    const one = workflowApp(internet, 'inputs-25', { inputs: many });

    const result = await one.step({ 'build-inputs': many.map((name) => `${name}=1`).join('\n') });

    expectReady(result, one);
    expect(Object.keys(bodyOf(one).inputs ?? {})).toEqual(many);
  });
});

describe('wrong inputs are refused before anything is asked', () => {
  const build = { ...workflowInputs, 'build-repository': 'acme/wrong' };
  const many = Array.from({ length: 26 }, (_value, at) => `n${at}=1`).join('\n');
  const wrong: readonly [string, Readonly<Record<string, string>>, RegExp][] = [
    ['26 inputs', { 'build-inputs': many }, /build-inputs has 26 entries; 25 are the most/],
    [
      'an unknown placeholder',
      { 'build-inputs': 'a={comit}' },
      /build-inputs "a" has the unknown placeholder \{comit\}\n.*It takes \{commit\}, \{short-sha\}, \{ref\}, \{repo\}, \{image\}, \{tag\}/,
    ],
    [
      'a commit as build-ref',
      { 'build-ref': commitOf('x') },
      /build-ref is a commit\n.*Pass the commit in build-inputs: 'commit=\{commit\}'/,
    ],
    ['a token with a line break', { 'build-token': 'one\ntwo' }, /build-token contains a line break/],
    ['a build-timeout without a unit', { 'build-timeout': '30' }, /build-timeout is "30", which is not a duration/],
  ];
  for (const [what, inputs, says] of wrong) {
    test(what, async () => {
      const one = app(internet, `wrong-${shortOf(commitOf(what))}`, build);

      const result = await one.step(inputs);

      expect(result.exitCode).toBe(64);
      expect(errorOf(result)).toMatch(says);
      expect(result.outputs).toEqual({});
      expect([...one.requests(registry), ...one.requests(github)]).toEqual([]);
    });
  }

  test('no token, outside of GitHub', async () => {
    const one = app(internet, 'wrong-tokenless', { ...build, 'build-token': '', 'github-token': '' });

    const result = await one.step();

    expect(result.exitCode).toBe(64);
    expect(errorOf(result)).toMatch(
      /build-token is required for build-workflow\n.*actions: write on the build repository/,
    );
    expect(one.requests(registry)).toEqual([]);
  });

  test('no repository, outside of a workflow', async () => {
    const inputs = { ...workflowInputs, registry, namespace: 'acme', repo: 'acme/wrong-nowhere', ref: commitOf('x') };

    const { exitCode, json } = await check(inputs, { internet });

    expect(exitCode).toBe(64);
    expect(json.error).toBe(
      '--build-repository is required: there is no workflow, pipeline or git clone to take it from',
    );
  });
});

describe('build-workflow takes', () => {
  for (const given of ['.github/workflows/build.yml', './.github/workflows/build.yml', 'the number']) {
    test(given, async () => {
      const name = `named-${shortOf(commitOf(given))}`;
      const one = workflowApp(internet, name);
      const id = internet.actions.workflows.find(({ repository }) => repository === one.repository)?.id;

      const result = await one.step({ 'build-workflow': given === 'the number' ? String(id) : given });

      expectReady(result, one);
      const file = given === 'the number' ? String(id) : 'build.yml';
      expect(one.requests(github)[0]).toBe(`POST /repos/acme/${name}/actions/workflows/${file}/dispatches 200`);
    });
  }
});

describe('build-ref left empty', () => {
  interface Default {
    readonly what: string;
    readonly ref: string;
    readonly elsewhere?: boolean;
    readonly dispatched: string;
  }
  const defaults: readonly Default[] = [
    { what: 'a branch of the same repository', ref: 'feature/x', dispatched: 'feature/x' },
    { what: 'a tag of the same repository', ref: 'v1.2.0', dispatched: 'v1.2.0' },
    { what: 'a full ref of the same repository', ref: 'refs/heads/feature/x', dispatched: 'feature/x' },
    { what: 'a commit of the same repository', ref: 'commit', dispatched: 'trunk' },
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

      const result = await one.step({ repo: source, image, ref: ref === 'commit' ? one.commit : ref, 'build-ref': '' });

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
    ['a pull request', 'pull_request', merge, 'patch-1', {}, 'main'],
    ['one of a fork’s release/2', 'pull_request', merge, 'release/2', {}, 'main'],
    ['the same of a fork’s release/2', 'pull_request_target', release, 'release/2', { merged: false }, 'main'],
    ['a merged one', 'pull_request', release, 'patch-1', merged, 'release/2'],
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

  test('the workflow’s own token builds at its own server also when the commit is at Bitbucket', async () => {
    const one = workflowApp(internet, 'ghes-bitbucket');
    const workflow = { ...ghes, repository: one.repository, token: buildToken };

    const result = await one.step({ source: 'bitbucket', 'build-token': '' }, { workflow });

    expect(result.outputs.ready).toBe('true');
    expect(one.requests(enterprise)[0]).toBe(`POST /api/v3${one.workflowPath}/dispatches 200`);
  });

  describe('on a command line outside of a workflow', () => {
    for (const [what, env, more, expected] of [
      ['GITHUB_API_URL', { GITHUB_API_URL: ghes.apiUrl }, {}, enterprise],
      [
        'GITHUB_API_URL, beside a commit at Bitbucket',
        { GITHUB_API_URL: ghes.apiUrl },
        { source: 'bitbucket' },
        enterprise,
      ],
      ['the source’s server', {}, { 'source-url': ghes.apiUrl }, enterprise],
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

  for (const mark of ['build-id', 'image']) {
    test(`two callers in the same second, with {${mark}} in the run-name: each awaits its own run`, async () => {
      const repository = `old-pair-${mark}`;
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
        'build-inputs': `id={${mark}}\nwho={repo}`,
      };
      const good = app(older, `${repository}-good`, inputs);
      const bad = app(older, `${repository}-bad`, inputs);

      const [fine, failed] = await Promise.all([good.step(), bad.step()]);

      const page = (who: string) =>
        builder.runs().flatMap((run) => (run.inputs.who === who ? [builder.page(run)] : []));
      expect(builder.runs()).toHaveLength(2);
      expect([fine.outputs['build-url']]).toEqual(page(good.name));
      expect([failed.outputs['build-url']]).toEqual(page(bad.name));
      expect(fine.outputs).toMatchObject({ ready: 'true', 'build-conclusion': 'success' });
      expect(failed.outputs).toMatchObject({ ready: 'false', 'build-conclusion': 'failure' });
      expect([fine.exitCode, failed.exitCode]).toEqual([0, 1]);
    });
  }

  test('an image whose name begins like ours does not stand for ours', async () => {
    const one = workflowApp(older, 'old-prefix', {
      inputs: ['id'],
      runName,
      plan: () => {
        const id = `${registry}/acme/old-prefix:v1.20`;
        older.actions.start('acme/old-prefix', 'build.yml', {
          inputs: { id },
          plan: { queuedMs: 0, runningMs: 0, conclusion: 'failure' },
        });
        return { queuedMs: 0, runningMs: 0, listedAfterMs: 4000 };
      },
      onRun: async ({ inputs: { id = '' } }) =>
        void (await older.generic.image('acme/old-prefix', id.split(':').pop() ?? '')),
    });

    const result = await one.step({ tag: 'v1.2', 'build-inputs': 'id={image}' });

    expect(result.outputs).toMatchObject({ ready: 'true', 'build-conclusion': 'success' });
  });

  test('a run that was there before is not taken for ours, which comes alone', async () => {
    const one = workflowApp(older, 'old-before');
    older.actions.start(one.repository, 'build.yml', { plan: { queuedMs: 0, runningMs: 0, conclusion: 'failure' } });

    const result = await one.step();

    const [, own] = one.runs();
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({ ready: 'true', 'build-url': own && one.page(own) });
    expect(result.annotations.map(({ kind, message }) => `${kind}: ${message}`)).toEqual([
      expect.stringMatching(/^warning: The run \S+ was identified only by its start time. Put \{build-id\} into/),
    ]);
  });

  test('a token that may only read is told so, and nothing is built', async () => {
    const one = workflowApp(older, 'old-reader');

    const result = await one.step({ 'build-token': readerToken });

    expect(result.exitCode).toBe(4);
    expect(errorOf(result)).toContain('Resource not accessible by integration');
    expect(errorOf(result)).toContain('it needs actions: write');
    expect(one.runs()).toEqual([]);
  });

  test('a list that it refuses before the dispatch: that is said, and nothing is dispatched or looked for', async () => {
    const one = workflowApp(older, 'old-listless');
    older.inject({ host: github, path: /\/old-listless\/.*\/runs\?/, answer: { status: 403 } });

    const result = await one.step();

    expect(result.exitCode).toBe(4);
    expect(dispatches(one)).toEqual([`POST ${one.workflowPath}/dispatches 400`]);
    expect(result.log).not.toContain('The response to the dispatch was lost');
  });

  test('an answer that is lost there: found, and dispatched once', async () => {
    const one = workflowApp(older, 'old-lost', { inputs: ['id'], runName });
    const answer = ({ headers }: IncomingRequest): Misbehaviour | undefined =>
      headers['x-github-api-version'] === '2022-11-28' ? { lose: true } : undefined;
    older.inject({ host: github, method: 'POST', path: `${one.workflowPath}/dispatches`, times: 1, answer });

    const result = await one.step({ 'build-inputs': 'id={build-id}' });

    expectReady(result, one);
    expect(one.runs()).toHaveLength(1);
    expect(dispatches(one)).toHaveLength(2);
  });
});
