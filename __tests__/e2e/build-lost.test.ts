import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import {
  type ActionResult,
  type Fault,
  type Internet,
  type Misbehaviour,
  type RunSpec,
  startInternet,
} from '../../sandbox/index.js';
import { sampled } from '../support/thorough.js';
import { buildToken, errorOf, pipelineApp, type WorkflowApp, workflowApp } from './support/builds.js';
import { createFolders } from './support/files.js';
import { createTogether, until } from './support/together.js';

const github = 'api.github.com';
const bitbucket = 'api.bitbucket.org';
/** The machine may be busy. */
const patient = { timeoutMs: 120_000 };
const folders = createFolders();
const { test, begin } = createTogether(6);
let internet: Internet;

beforeAll(async () => {
  internet = await startInternet();
  internet.actions.tokens.writers.add(buildToken);
  internet.actions.logins.set(buildToken, 'ada').set('eves-token', 'eve');
  internet.bitbucket.tokens.add(buildToken);
  begin();
});
afterAll(async () => {
  await Promise.all([internet.stop(), folders.remove()]);
});

function disturbDispatch({ workflowPath }: WorkflowApp, answer: Fault['answer'], times = 1): void {
  internet.inject({ host: github, method: 'POST', path: `${workflowPath}/dispatches`, times, answer });
}

/** The dispatches as they were sent, with the statuses of their answers. */
function dispatches(one: WorkflowApp): string[] {
  return one.requests(github).filter((line) => line.startsWith('POST'));
}

function expectReady(result: ActionResult, one: WorkflowApp): void {
  expect(errorOf(result)).toBe('');
  expect(result.exitCode).toBe(0);
  expect(result.outputs).toMatchObject({ ready: 'true', 'build-conclusion': 'success', 'build-url': one.page() });
}

describe('a dispatch that is turned away', () => {
  const secondary = JSON.stringify({ message: 'You have exceeded a secondary rate limit. Please wait a few minutes.' });
  const limits: readonly [string, Misbehaviour][] = [
    ['429', { status: 429, headers: { 'retry-after': '1' } }],
    ['403', { status: 403, headers: { 'retry-after': '1', 'content-type': 'application/json' }, body: secondary }],
    ['503', { status: 503, headers: { 'retry-after': '1' } }],
    [
      '503-page',
      { status: 503, headers: { 'retry-after': '1', 'content-type': 'text/html' }, body: '<html>busy</html>' },
    ],
  ];
  for (const [name, answer] of sampled(limits, [3])) {
    test(`${name}: is sent again after the wait, and there is one run`, async () => {
      const one = workflowApp(internet, `away-${name}`);
      disturbDispatch(one, answer, 2);

      const result = await one.step();

      expectReady(result, one);
      expect(dispatches(one)).toHaveLength(3);
      expect(one.runs()).toHaveLength(1);
      expect(result.annotations).toEqual([]);
    });
  }

  test('for longer than there is time: a failure at once, and no run is looked for', async () => {
    const one = workflowApp(internet, 'away-long');
    disturbDispatch(one, { status: 503, headers: { 'retry-after': '7200' } });

    const result = await one.step();

    expect(result.exitCode).toBe(5);
    expect(errorOf(result)).toContain('the next try would be in');
    expect(one.requests(github)).toHaveLength(1);
  });
});

describe('a build repository that has been renamed', () => {
  test('is dispatched under its number, followed and cancelled there, and a warning says so', async () => {
    const one = workflowApp(internet, 'renamed-now', { inputs: ['repo'] });
    internet.actions.renamed.set('acme/renamed-once', one.repository);

    const result = await one.step({
      'build-repository': 'acme/renamed-once',
      'build-ref': '',
      'build-inputs': 'repo={repo}',
    });

    expectReady(result, one);
    expect(one.runs()).toHaveLength(1);
    expect(result.annotations.map(({ kind, message }) => [kind, message])).toEqual([
      ['warning', expect.stringContaining('acme/renamed-once has been renamed or moved')],
    ]);
  });

  test('has its lost run looked for under its number', async () => {
    const one = workflowApp(internet, 'renamed-lost-now');
    internet.actions.renamed.set('acme/renamed-lost', one.repository);
    const id = internet.github.repositories.get(one.repository)?.id;
    const path = `/repositories/${id}/actions/workflows/build.yml/dispatches`;
    internet.inject({ host: github, method: 'POST', path, times: 1, answer: { lose: true } });

    const result = await one.step({ 'build-repository': 'acme/renamed-lost' });

    expectReady(result, one);
    expect(one.runs()).toHaveLength(1);
  });
});

describe('a neighbour’s run, where the answer was lost and nothing has begun', () => {
  const neighbours: readonly [string, RunSpec][] = [
    ['at another branch', { ref: 'develop' }],
    ['by a push', { event: 'push' }],
    ['with another service', { inputs: { service: 'web' } }],
    ['by somebody else', { token: 'eves-token' }],
  ];
  for (const [at, [what, spec]] of sampled([...neighbours.entries()], [2])) {
    test(`${what} is not taken`, async () => {
      const isTitled = spec.inputs !== undefined;
      const one = workflowApp(internet, `neighbour-${at}`, {
        branches: ['main', 'develop'],
        inputs: ['service'],
        ...(isTitled && { runName: ({ service }: Readonly<Record<string, string>>) => `Build ${service}` }),
      });
      disturbDispatch(one, () => {
        internet.actions.start(one.repository, 'build.yml', { plan: { hang: true }, token: buildToken, ...spec });
        return { status: 502 };
      });

      // A run is searched for as long: longer than a lone one has to stay alone before it is taken.
      const result = await one.step({ 'build-inputs': 'service=api', 'build-timeout': '15s' }, patient);

      expect(result.exitCode).toBe(5);
      expect(errorOf(result)).toContain('502 Bad Gateway');
      expect(result.outputs['build-url']).toBe('');
      expect(one.runs().map(({ cancelled }) => cancelled)).toEqual([false]);
    });
  }

  test('that does the same is awaited, and left alone when we are cancelled', async () => {
    const one = workflowApp(internet, 'neighbour-same', {
      inputs: ['image'],
      runName: ({ image }) => `Build ${image}`,
    });
    disturbDispatch(one, () => {
      internet.actions.start(one.repository, 'build.yml', { plan: { hang: true }, inputs: { image: one.image } });
      return { status: 502 };
    });
    const happened = until(() => one.requests(github).some((line) => / 200$/.test(line) && /\/runs\/\d+ /.test(line)));

    const result = await one.step({ 'build-inputs': 'image={image}' }, { signalWhen: { happened, signal: 'SIGINT' } });

    expect(result.exitCode).toBe(130);
    expect(errorOf(result)).toContain(
      `the run ${one.page()} was found by its title or its time and may belong to somebody else`,
    );
    expect(one.run().cancelled).toBe(false);
  });
});

describe('a runner whose clock is wrong', () => {
  const clocks = [
    ['fast', 10],
    ['slow', -10],
    ['a day off', 24 * 60],
  ] as const;
  for (const [name, minutes] of sampled(clocks, [1])) {
    test(`${name}: the run whose answer was lost is found, and an older one is not`, async () => {
      const one = workflowApp(internet, `clock-${name.replaceAll(' ', '-')}`);
      const createdAt = new Date(Date.now() - 30_000);
      internet.actions.start(one.repository, 'build.yml', { createdAt, plan: { queuedMs: 0, conclusion: 'failure' } });
      disturbDispatch(one, { lose: true });
      const preload = join(await folders.create(), 'clock.cjs');
      await writeFile(
        preload,
        `const Real = Date; const off = ${minutes * 60_000};
        globalThis.Date = class extends Real {
          constructor(...given) { super(...(given.length === 0 ? [Real.now() + off] : given)); }
          static now() { return Real.now() + off; }
        };`,
      );

      const result = await one.step({}, { env: { NODE_OPTIONS: `--require=${preload}` } });

      const [, own] = one.runs();
      expect(result.exitCode).toBe(0);
      expect(result.outputs).toMatchObject({ ready: 'true', 'build-url': own && one.page(own) });
    });
  }
});

describe('a neighbour’s pipeline, where the answer was lost and nothing has begun', () => {
  const develop = { type: 'pipeline_ref_target', ref_type: 'branch', ref_name: 'develop' };
  const image = { selector: { type: 'custom', pattern: 'image' } };
  const api = { key: 'SERVICE', value: 'api' };
  const neighbours: readonly [string, object, readonly object[]][] = [
    ['with other variables', { ...develop, ...image }, [{ key: 'SERVICE', value: 'web' }]],
    ['with a variable more', { ...develop, ...image }, [api, { key: 'DRY_RUN', value: '1' }]],
    ['with a secured variable', { ...develop, ...image }, [{ ...api, secured: true }]],
    ['at a tag', { ...develop, ...image, ref_type: 'tag', ref_name: 'v1' }, [api]],
    ['at no ref', { type: 'pipeline_commit_target', ...image }, [api]],
  ];
  for (const [at, [what, target, variables]] of sampled([...neighbours.entries()], [2])) {
    test(`${what} is neither taken nor stopped`, async () => {
      const one = pipelineApp(internet, `neighbours-${at}`, { custom: ['image'] });
      internet.bitbucket.repositories.get(one.repository)?.tags.set('v1', one.commit);
      const answer = (): Misbehaviour => {
        const commit = { type: 'commit', hash: one.commit };
        internet.pipelines.start(one.repository, { target: { ...target, commit }, variables, plan: { hang: true } });
        return { status: 502 };
      };
      internet.inject({ host: bitbucket, method: 'POST', path: `${one.path}/`, times: 1, answer });

      const result = await one.step({ 'build-pipeline': 'image', 'build-inputs': 'SERVICE=api' });

      expect(result.exitCode).toBe(5);
      expect(errorOf(result)).toContain('502 Bad Gateway');
      expect(one.pipelines().map(({ stopped }) => stopped)).toEqual([false]);
      expect(result.outputs['build-url']).toBe('');
    });
  }

  test('that does the same is awaited', async () => {
    const one = pipelineApp(internet, 'neighbours-same', { custom: ['image'] });
    internet.inject({ host: bitbucket, method: 'POST', path: `${one.path}/`, times: 1, answer: { lose: true } });

    const result = await one.step({ 'build-pipeline': 'image', 'build-inputs': 'SERVICE=api' });

    expect(result.exitCode).toBe(0);
    expect(one.pipelines()).toHaveLength(1);
  });
});

describe('the start of a pipeline that is turned away', () => {
  for (const status of sampled([429, 503], [1])) {
    test(`${status} with Retry-After: is sent again after the wait, and there is one pipeline`, async () => {
      const one = pipelineApp(internet, `away-pipeline-${status}`);
      const answer = { status, headers: { 'retry-after': '1' } };
      internet.inject({ host: bitbucket, method: 'POST', path: `${one.path}/`, times: 1, answer });

      const result = await one.step();

      expect(result.exitCode).toBe(0);
      expect(one.pipelines()).toHaveLength(1);
      expect(result.annotations).toEqual([]);
    });
  }
});

describe('while a build is awaited', () => {
  const page = { headers: { 'content-type': 'text/html' }, body: '<html><title>Sign in</title></html>' };
  const secondary = JSON.stringify({ message: 'You have exceeded a secondary rate limit.' });
  const faults: readonly [string, Misbehaviour, number][] = [
    ['404 twice', { status: 404, headers: { 'content-type': 'application/json' }, body: '{"message":"Not Found"}' }, 2],
    ['401 once', { status: 401 }, 1],
    ['403 twice', { status: 403 }, 2],
    ['a secondary limit', { status: 403, headers: { 'retry-after': '1' }, body: secondary }, 1],
    ['429 with a date', { status: 429, headers: { 'retry-after': new Date(Date.now() + 1000).toUTCString() } }, 1],
    ['502 and a page', { status: 502, ...page }, 5],
    ['503 and a page', { status: 503, ...page, headers: { ...page.headers, 'retry-after': '1' } }, 1],
    ['a page that says 200', { status: 200, ...page }, 2],
    ['a page that says 404', { status: 404, ...page }, 2],
    ['an empty answer', { status: 200 }, 2],
    ['resets', 'reset', 6],
  ];
  for (const [at, [what, answer, times]] of sampled([...faults.entries()], [0, 3, 7, 10])) {
    test(`${what} does not end the wait for a run`, async () => {
      const one = workflowApp(internet, `awaited-${at}`);
      const path = new RegExp(`/repos/${one.repository}/actions/runs/\\d+$`);
      internet.inject({ host: github, method: 'GET', path, times, answer });

      expectReady(await one.step(), one);
    });

    test(`${what} does not end the wait for a pipeline`, async () => {
      const one = pipelineApp(internet, `awaited-pipeline-${at}`);
      const path = new RegExp(`${one.path}/%7B[0-9a-f-]+%7D$`, 'i');
      internet.inject({ host: bitbucket, method: 'GET', path, times, answer });

      const result = await one.step();

      expect(errorOf(result)).toBe('');
      expect(result.outputs).toMatchObject({ ready: 'true', 'build-conclusion': 'success', 'build-url': one.page() });
    });
  }
});

describe('a host that breaks the first connection of each request', () => {
  /** A start is carried out all the same: only its answer is lost. */
  const once = (): Fault['answer'] => {
    const seen = new Set<string>();
    return ({ method, path }) => {
      const request = `${method} ${path.replace(/\?.*/, '')}`;
      if (seen.has(request)) return undefined;
      seen.add(request);
      return method === 'POST' ? { lose: true } : 'reset';
    };
  };

  test('GitHub: the run is found and awaited, and the only one', async () => {
    const one = workflowApp(internet, 'breaks-run', { plan: { queuedMs: 0, runningMs: 0, conclusion: 'failure' } });
    internet.inject({ host: github, path: new RegExp(`/${one.repository}(?:/|$)`), answer: once() });

    const result = await one.step({ 'build-ref': '' }, patient);

    expect(errorOf(result)).toContain(
      `the build of ${one.image} failed: ${one.page()}; job “build” failure: ${one.page()}/job/`,
    );
    expect([result.exitCode, one.runs().length]).toEqual([1, 1]);
  });

  test('Bitbucket: the pipeline is found and awaited, and the only one', async () => {
    const one = pipelineApp(internet, 'breaks-pipeline', { plan: { pendingMs: 0, runningMs: 0, result: 'FAILED' } });
    internet.inject({ host: bitbucket, path: new RegExp(`/${one.repository}(?:/|$)`), answer: once() });

    const result = await one.step({}, patient);

    expect(errorOf(result)).toContain(`the build of ${one.image} failed: ${one.page()}; step “Build” failed`);
    expect([result.exitCode, one.pipelines().length]).toEqual([1, 1]);
  });
});
