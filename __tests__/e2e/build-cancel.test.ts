import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import {
  type ActionOptions,
  type ActionResult,
  type Internet,
  type Misbehaviour,
  startInternet,
} from '../../sandbox/index.js';
import { sampled } from '../support/thorough.js';
import {
  app,
  buildToken,
  errorOf,
  pipelineApp,
  registry,
  resultsOf,
  type WorkflowApp,
  workflowApp,
  workflowInputs,
} from './support/builds.js';
import { check } from './support/check.js';
import { createFolders } from './support/files.js';
import { createTogether, until } from './support/together.js';
import { linksIn, readable } from './support/visible.js';

const github = 'api.github.com';
const bitbucket = 'api.bitbucket.org';
const folders = createFolders();
const { test, begin } = createTogether(8);
let internet: Internet;
let older: Internet;

beforeAll(async () => {
  [internet, older] = await Promise.all([startInternet(), startInternet()]);
  older.actions.old = true;
  for (const one of [internet, older]) {
    one.actions.tokens.writers.add(buildToken);
    one.bitbucket.tokens.add(buildToken);
  }
  begin();
});
afterAll(async () => {
  await Promise.all([internet.stop(), older.stop(), folders.remove()]);
});

/** Runs a step, sends it a signal as soon as that is so, and awaits its end. */
function cancelled(
  step: (more: Partial<ActionOptions>) => Promise<ActionResult>,
  when: () => boolean,
  signal: NodeJS.Signals = 'SIGINT',
): Promise<ActionResult> {
  return step({ signalWhen: { happened: until(when), signal } });
}

function expectCancelled(result: ActionResult): void {
  expect([result.exitCode, result.signal]).toEqual([130, null]);
  expect(result.outputs).not.toHaveProperty('ready');
  expect(result.annotations.map(({ kind, title }) => [kind, title])).toEqual([['error', 'Image Gate: cancelled']]);
  expect(result.summary).toContain('### ❌ Image Gate');
  expect(readable(result.summary)).toContain(errorOf(result).split('\n')[0]);
}

/** What the step says, without what it was waiting for at that moment: a signal comes between two requests or within one. */
function saidBy(result: ActionResult): string {
  return withoutPending(errorOf(result));
}

function withoutPending(message: string): string {
  return message.replace(/, waiting for [A-Z]+ [^\s,;]+(?:, [A-Z]+ [^\s,;]+)*/, '');
}

/** Whether the run has been asked for, and that was answered. */
function polled(one: WorkflowApp): () => boolean {
  return () =>
    one.records(github).some(({ path, answeredAt }) => /\/actions\/runs\/\d+$/.test(path) && answeredAt !== undefined);
}

const hanging = { plan: { hang: true } };

describe('a workflow’s run', () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    test(`${signal}: is cancelled, and the step says so with a link to it`, async () => {
      const one = workflowApp(internet, `run-${signal.toLowerCase()}`, hanging);

      const result = await cancelled((more) => one.step({}, more), polled(one), signal);

      expectCancelled(result);
      expect(saidBy(result)).toBe(
        `check: cancelled by ${signal}; the run ${one.page()} was started here and has been cancelled`,
      );
      expect(one.run().cancelled).toBe(true);
      expect(one.requests(github).filter((line) => line.startsWith('POST'))).toEqual([
        `POST ${one.workflowPath}/dispatches 200`,
        `POST ${one.runPath()}/cancel 202`,
      ]);
    });
  }

  test('on the command line: exit code 130, the run cancelled, and JSON that says so', async () => {
    const one = workflowApp(internet, 'run-cli', hanging);
    const inputs = { ...workflowInputs, 'build-repository': one.repository, registry, namespace: 'acme' };
    const happened = until(polled(one));

    const run = await check(
      { ...inputs, repo: one.repository, ref: one.commit },
      { internet, signalWhen: { happened, signal: 'SIGINT' } },
    );

    const error = `check: cancelled by SIGINT; the run ${one.page()} was started here and has been cancelled`;
    expect([run.exitCode, run.signal]).toEqual([130, null]);
    expect({ ...run.json, error: withoutPending(String(run.json.error)) }).toEqual({
      status: 'error',
      error,
      exitCode: 130,
    });
    expect(withoutPending(run.stderr)).toMatch(
      /^Error: check: cancelled by SIGINT; the run https.* has been cancelled$/m,
    );
    expect(one.run().cancelled).toBe(true);
  });

  const refusals: readonly [string, Misbehaviour, string][] = [
    ['409', { status: 409 }, 'has ended already'],
    ['500', { status: 500 }, 'was started here and could not be cancelled (500): it continues'],
    ['403', { status: 403 }, 'was started here and could not be cancelled (403): it continues'],
  ];
  for (const [name, answer, says] of sampled(refusals, [0, 2])) {
    test(`the cancelling is answered by ${name}: that is said`, async () => {
      const one = workflowApp(internet, `run-refused-${name}`, hanging);
      internet.inject({ host: github, path: new RegExp(`/${one.repository}/.*/cancel$`), answer });

      const result = await cancelled((more) => one.step({}, more), polled(one));

      expectCancelled(result);
      expect(saidBy(result)).toBe(`check: cancelled by SIGINT; the run ${one.page()} ${says}`);
    });
  }

  for (const [name, answer] of [
    ['never', 'hang'],
    ['by a reset', 'reset'],
  ] as const) {
    test(`the cancelling is answered ${name}: the step ends in time, and still links to the run`, async () => {
      const one = workflowApp(internet, `run-cancel-${answer}`, hanging);
      internet.inject({ host: github, path: new RegExp(`/${one.repository}/.*/cancel$`), answer });

      const result = await cancelled((more) => one.step({}, more), polled(one));

      expectCancelled(result);
      expect(errorOf(result)).toContain(one.page());
      expect(errorOf(result)).not.toContain('has been cancelled');
    });
  }

  test('that has ended, while the registry is asked again: it is not cancelled', async () => {
    const one = workflowApp(internet, 'run-over', { onRun: () => undefined });
    const looks = () => one.requests(registry).filter((line) => line.startsWith('HEAD')).length;

    const result = await cancelled(
      (more) => one.step({ wait: '5m' }, more),
      () => looks() >= 2,
    );

    expectCancelled(result);
    expect(saidBy(result)).toBe('check: cancelled by SIGINT');
    expect(one.requests(github).filter((line) => line.includes('/cancel'))).toEqual([]);
  });

  test('several at once: each is cancelled, and each is named', async () => {
    const names = ['several-a', 'several-b', 'several-c'];
    const one = workflowApp(internet, 'several', { ...hanging, inputs: ['repo'] });
    const started = () =>
      new Set(
        one
          .requests(github)
          .filter((line) => /^GET .*\/runs\/\d+ /.test(line))
          .map((line) => line.split(' ')[1]),
      ).size;

    const result = await cancelled(
      (more) => one.step({ repo: names.join(), owner: 'acme', 'build-inputs': 'repo={repo}' }, more),
      () => started() === 3,
    );

    expectCancelled(result);
    expect(one.runs().map((run) => run.cancelled)).toEqual([true, true, true]);
    for (const run of one.runs())
      expect(errorOf(result)).toContain(`the run ${one.page(run)} was started here and has been cancelled`);
  });

  test('beside a dispatch that was refused: nothing is said to be under way that is not', async () => {
    const one = workflowApp(internet, 'beside', {
      ...hanging,
      inputs: ['repo'],
    });
    const path = `${one.workflowPath}/dispatches`;
    internet.inject({ host: github, path, times: 1, answer: { status: 422 } });

    const result = await cancelled(
      (more) => one.step({ repo: 'beside-a, beside-b', owner: 'acme', 'build-inputs': 'repo={repo}' }, more),
      polled(one),
    );

    expectCancelled(result);
    expect(saidBy(result)).toBe(
      `check: cancelled by SIGINT; the run ${one.page()} was started here and has been cancelled`,
    );
  });

  test('whose time is over is cancelled too, when the whole step’s time is over', async () => {
    const one = workflowApp(internet, 'run-timeout', hanging);

    const result = await one.step({ timeout: '5s', 'build-timeout': '4m' });

    expect(result.exitCode).toBe(6);
    expect(errorOf(result)).toContain('check: timed out after 5 s');
    expect(errorOf(result)).toContain(`the run ${one.page()} was started here and has been cancelled`);
    expect(one.run().cancelled).toBe(true);
  });
});

describe('the summary of a step that was cancelled', () => {
  test('links to the run', async () => {
    const one = workflowApp(internet, 'run-linked', hanging);

    const result = await cancelled((more) => one.step({}, more), polled(one));

    expect(linksIn(result.summary)).toContain(one.page());
  });
});

describe('a dispatch', () => {
  test('that is in flight: the step ends in time, and says that its run may continue', async () => {
    const one = workflowApp(internet, 'flight', hanging);
    internet.inject({ host: github, path: `${one.workflowPath}/dispatches`, answer: { lose: true, instead: 'hang' } });

    const result = await cancelled(
      (more) => one.step({}, more),
      () => one.runs().length === 1,
    );

    expectCancelled(result);
    expect(errorOf(result)).toContain(
      'the dispatch of build.yml in acme/flight was not finished: its run may continue',
    );
  });

  test('whose run is looked for: the same', async () => {
    const one = workflowApp(older, 'searching', { plan: { hang: true, listedAfterMs: Number.POSITIVE_INFINITY } });
    const searched = () => one.requests(github).filter((line) => /\/runs\?.* 200$/.test(line)).length;

    const result = await cancelled(
      (more) => one.step({}, more),
      () => searched() >= 2,
    );

    expectCancelled(result);
    expect(errorOf(result)).toContain(
      'the dispatch of build.yml in acme/searching was not finished: its run may continue',
    );
  });

  test('whose answer was lost, and whose run is looked for: the same', async () => {
    const one = workflowApp(internet, 'lost', { plan: { hang: true, listedAfterMs: Number.POSITIVE_INFINITY } });
    internet.inject({ host: github, path: `${one.workflowPath}/dispatches`, answer: { lose: true } });
    const searched = () => one.requests(github).filter((line) => /\/runs\?.* 200$/.test(line)).length;

    const result = await cancelled(
      (more) => one.step({}, more),
      () => searched() >= 1,
    );

    expect([result.exitCode, result.signal]).toEqual([130, null]);
    expect(errorOf(result)).toContain('the dispatch of build.yml in acme/lost was not finished: its run may continue');
  });
});

describe('a pipeline', () => {
  const polledAt = (one: ReturnType<typeof pipelineApp>) => () =>
    one.requests(bitbucket).some((line) => /^GET \S+\/pipelines\/%7B\S+%7D 200$/i.test(line));

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    test(`${signal}: that was started here is stopped`, async () => {
      const one = pipelineApp(internet, `pipeline-${signal.toLowerCase()}`, hanging);

      const result = await cancelled((more) => one.step({}, more), polledAt(one), signal);

      expectCancelled(result);
      expect(saidBy(result)).toBe(
        `check: cancelled by ${signal}; the pipeline ${one.page()} was started here and has been stopped`,
      );
      expect(one.pipelines().map(({ stopped }) => stopped)).toEqual([true]);
    });
  }

  test('that was joined is not stopped', async () => {
    const one = pipelineApp(internet, 'pipeline-joined', hanging);
    const target = { type: 'pipeline_ref_target', ref_type: 'branch', ref_name: 'develop' };
    internet.pipelines.start(one.repository, { target });

    const result = await cancelled((more) => one.step({}, more), polledAt(one));

    expectCancelled(result);
    expect(saidBy(result)).toBe(
      `check: cancelled by SIGINT; the pipeline ${one.page()} was joined, not started here: it continues`,
    );
    expect(one.requests(bitbucket).filter((line) => line.startsWith('POST'))).toEqual([]);
    expect(one.pipelines().map(({ stopped }) => stopped)).toEqual([false]);
  });

  const refused = [
    ['400', { status: 400 }],
    ['500', { status: 500 }],
  ] as const;
  for (const [name, answer] of sampled(refused, [0])) {
    test(`the stopping is answered by ${name}: that is said`, async () => {
      const one = pipelineApp(internet, `pipeline-refused-${name}`, hanging);
      internet.inject({ host: bitbucket, path: new RegExp(`/${one.repository}/.*/stopPipeline$`), answer });

      const result = await cancelled((more) => one.step({}, more), polledAt(one));

      expectCancelled(result);
      expect(saidBy(result)).toBe(
        `check: cancelled by SIGINT; the pipeline ${one.page()} was started here and could not be stopped (${name}): it continues`,
      );
    });
  }

  test('the stopping is answered never: the step ends in time, and still links to the pipeline', async () => {
    const one = pipelineApp(internet, 'pipeline-hang', hanging);
    internet.inject({ host: bitbucket, path: new RegExp(`/${one.repository}/.*/stopPipeline$`), answer: 'hang' });

    const result = await cancelled((more) => one.step({}, more), polledAt(one));

    expectCancelled(result);
    expect(errorOf(result)).toContain(one.page());
    expect(errorOf(result)).not.toContain('has been stopped');
  });

  test('whose start is in flight: the step says that it may still run', async () => {
    const one = pipelineApp(internet, 'pipeline-flight', hanging);
    internet.inject({ host: bitbucket, method: 'POST', path: `${one.path}/`, answer: { lose: true, instead: 'hang' } });

    const result = await cancelled(
      (more) => one.step({}, more),
      () => one.pipelines().length === 1,
    );

    expectCancelled(result);
    expect(errorOf(result)).toMatch(/pipeline.*acme\/pipeline-flight.*may still run/);
  });

  test('several at once, one joined: only our own is stopped', async () => {
    const own = pipelineApp(internet, 'pipelines-own', hanging);
    const joined = pipelineApp(internet, 'pipelines-joined', hanging);
    const target = { type: 'pipeline_ref_target', ref_type: 'branch', ref_name: 'develop' };
    internet.pipelines.start(joined.repository, { target });

    const result = await cancelled(
      (more) => own.step({ repo: `${own.repository}, ${joined.repository}` }, more),
      () => polledAt(own)() && polledAt(joined)(),
    );

    expectCancelled(result);
    expect(errorOf(result)).toContain(`the pipeline ${own.page()} was started here and has been stopped`);
    expect(errorOf(result)).toContain(`the pipeline ${joined.page()} was joined, not started here: it continues`);
    expect([...own.pipelines(), ...joined.pipelines()].map(({ stopped }) => stopped)).toEqual([true, false]);
  });
});

describe('a program', () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    test(`${signal}: is left to itself, and does not keep the step from ending`, async () => {
      const one = app(internet, `program-${signal.toLowerCase()}`);
      const folder = await folders.create();
      const { folder: tools } = await folders.programs({
        tool: `#!/bin/sh\n: > '${join(folder, 'begun')}'\nexec sleep 20\n`,
      });

      const result = await cancelled(
        (more) => one.step({ 'build-command': join(tools, 'tool') }, more),
        () => existsSync(join(folder, 'begun')),
        signal,
      );

      expectCancelled(result);
      expect(saidBy(result)).toBe(
        `check: cancelled by ${signal}; the program ${join(tools, 'tool')} was still running, and continues to run`,
      );
    });
  }

  test('beside one that has failed: only the one that runs is named', async () => {
    const one = app(internet, 'programs');
    const folder = await folders.create();
    const { folder: tools } = await folders.programs({
      tool: `#!/bin/sh\ncase $1 in\nquick) exit 3;;\n*) sleep 1; : > '${join(folder, 'begun')}'; exec sleep 20;;\nesac\n`,
    });

    const result = await cancelled(
      (more) =>
        one.step({ repo: 'quick, slow', owner: 'acme', 'build-command': `${join(tools, 'tool')} {repo}` }, more),
      () => existsSync(join(folder, 'begun')),
    );

    expectCancelled(result);
    expect(errorOf(result).match(/was still running/g)).toHaveLength(1);
    expect(resultsOf(result)).toEqual([]);
  });
});
