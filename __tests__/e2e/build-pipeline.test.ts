import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import {
  type ActionResult,
  type Fault,
  type IncomingRequest,
  type Internet,
  type Misbehaviour,
  type PipelineSpec,
  startInternet,
} from '../../sandbox/index.js';
import { sampled } from '../support/thorough.js';
import {
  buildToken,
  errorOf,
  type PipelineApp,
  pipelineApp,
  registry,
  resultsOf,
  withoutRepeats,
} from './support/builds.js';
import { commitOf } from './support/check.js';
import { createTogether } from './support/together.js';
import { linksIn, readable, visible } from './support/visible.js';

const bitbucket = 'api.bitbucket.org';
/** May see pipelines, and not start them. */
const readerToken = 'reader-token-0123456789abcdef';
const email = 'ada@example.com';
const { test, begin } = createTogether(6);
let internet: Internet;

beforeAll(async () => {
  internet = await startInternet();
  internet.bitbucket.tokens.add(buildToken).add(readerToken);
  internet.bitbucket.users.set(email, buildToken);
  internet.pipelines.scopes.set(readerToken, ['repository', 'pipeline']);
  begin();
});
afterAll(() => internet.stop());

const atOnce = { pendingMs: 0, runningMs: 0 };
const develop = { type: 'pipeline_ref_target', ref_type: 'branch', ref_name: 'develop' };

/** The requests to Pipelines, without queries, and with `{uuid}` for the pipeline's. */
function asked(one: PipelineApp): string[] {
  return one
    .requests(bitbucket)
    .filter((line) => line.includes(one.path))
    .map((line) =>
      line
        .replace(one.path, '')
        .replace(/\?.*(?= )/, '')
        .replace(/%7B[0-9a-f-]{36}%7D/i, '{uuid}'),
    );
}

function bodyOf(one: PipelineApp): unknown {
  const [record] = one.records(bitbucket).filter(({ method }) => method === 'POST');
  return record?.body === undefined ? undefined : JSON.parse(record.body);
}

function posts(one: PipelineApp): string[] {
  return asked(one).filter((line) => line.startsWith('POST'));
}

function disturb(one: PipelineApp, method: string, path: RegExp, answer: Fault['answer'], times = 1): void {
  const whole = new RegExp(`${one.path.replaceAll('.', '\\.')}${path.source}`);
  internet.inject({ host: bitbucket, method, path: whole, times, answer });
}

function expectReady(result: ActionResult, one: PipelineApp): void {
  expect(errorOf(result)).toBe('');
  expect(result.exitCode).toBe(0);
  expect(result.outputs).toMatchObject({ ready: 'true', 'build-conclusion': 'success', 'build-url': one.page() });
}

describe('the default pipeline', () => {
  test('is started for the branch with its commit pinned, awaited, and the registry asked again', async () => {
    const one = pipelineApp(internet, 'default', { plan: { pendingMs: 400, runningMs: 400 } });

    const result = await one.step();

    expectReady(result, one);
    expect(bodyOf(one)).toEqual({ target: { ...develop, commit: { type: 'commit', hash: one.commit } } });
    expect(withoutRepeats(asked(one))).toEqual(['GET / 200', 'POST / 201', 'GET /{uuid} 200']);
    expect(one.requests(bitbucket).find((line) => line.includes('/pipelines/?'))).toBe(
      `GET ${one.path}/?target.commit.hash=${one.commit}&sort=-created_on&pagelen=10 200`,
    );
    expect(one.requests(registry).filter((line) => line.startsWith('HEAD') && line.includes('/manifests/'))).toEqual([
      `HEAD /v2/acme/default/manifests/${one.tag} 404`,
      `HEAD /v2/acme/default/manifests/${one.tag} 200`,
    ]);
    expect(result.log).toContain(`${one.image}: started the pipeline ${one.page()}\n`);
    expect(result.log).toContain(`pipeline ${one.page()}: PENDING\n`);
    expect(result.annotations).toEqual([]);
    expect(linksIn(result.summary)).toEqual([one.page()]);
    expect(resultsOf(result)[0]).toMatchObject({ buildUrl: one.page(), buildConclusion: 'success', ready: true });
  });

  test('of a tag is started for the tag', async () => {
    const one = pipelineApp(internet, 'tag');
    internet.bitbucket.repositories.get(one.repository)?.tags.set('v1.2.0', one.commit);

    const result = await one.step({ ref: 'v1.2.0' });

    expectReady(result, one);
    const target = { type: 'pipeline_ref_target', ref_type: 'tag', ref_name: 'v1.2.0' };
    expect(bodyOf(one)).toEqual({ target: { ...target, commit: { type: 'commit', hash: one.commit } } });
  });

  test('of a commit is started for the commit', async () => {
    const one = pipelineApp(internet, 'commit');

    expectReady(await one.step({ ref: one.commit }), one);
    const commit = { type: 'commit', hash: one.commit };
    expect(bodyOf(one)).toEqual({ target: { type: 'pipeline_commit_target', commit } });
  });
});

describe('a custom pipeline', () => {
  test('is started by its name, with variables whose placeholders are filled in', async () => {
    const one = pipelineApp(internet, 'custom', { custom: ['build image'] });
    const variables =
      'COMMIT={commit}\nSHORT={short-sha}\nREF={ref}\nREPO={repo}\nIMAGE={image}\nTAG={tag}\nTEXT=a b=c';

    const result = await one.step({ 'build-pipeline': 'build image', 'build-inputs': variables });

    expectReady(result, one);
    expect(bodyOf(one)).toEqual({
      target: {
        ...develop,
        commit: { type: 'commit', hash: one.commit },
        selector: { type: 'custom', pattern: 'build image' },
      },
      variables: [
        { key: 'COMMIT', value: one.commit },
        { key: 'SHORT', value: one.tag },
        { key: 'REF', value: 'develop' },
        { key: 'REPO', value: 'custom' },
        { key: 'IMAGE', value: one.image },
        { key: 'TAG', value: one.tag },
        { key: 'TEXT', value: 'a b=c' },
      ],
    });
  });

  test('that is not in bitbucket-pipelines.yml: the server’s words, and what to check', async () => {
    const one = pipelineApp(internet, 'custom-unknown', { custom: ['image'] });

    const result = await one.step({ 'build-pipeline': 'imgae' });

    expect(result.exitCode).toBe(5);
    expect(errorOf(result)).toContain('There is no custom pipeline "imgae" in bitbucket-pipelines.yml');
    expect(errorOf(result)).toContain('that it has the custom pipeline');
    expect(one.pipelines()).toEqual([]);
  });
});

describe('a pipeline that runs already', () => {
  /** Longer than a step takes to look for it on a busy machine. */
  const long = { pendingMs: 0, runningMs: 10_000 };
  const start = (one: PipelineApp, spec: Partial<PipelineSpec>) =>
    internet.pipelines.start(one.repository, { target: develop, plan: long, ...spec });

  test('for the commit is joined: nothing is started', async () => {
    const one = pipelineApp(internet, 'joined');
    const running = start(one, {});

    const result = await one.step();

    expectReady(result, one);
    expect(posts(one)).toEqual([]);
    expect(one.pipelines()).toEqual([running]);
    expect(withoutRepeats(asked(one))).toEqual(['GET / 200', 'GET /{uuid} 200']);
    expect(result.log).toContain(`${one.image}: joined the pipeline ${one.page()}\n`);
  });

  test('with the same custom name is joined', async () => {
    const one = pipelineApp(internet, 'joined-custom', { custom: ['image'] });
    start(one, { target: { ...develop, selector: { type: 'custom', pattern: 'image' } } });

    expectReady(await one.step({ 'build-pipeline': 'image' }), one);
    expect(posts(one)).toEqual([]);
  });

  const endless = { ...long, hang: true };
  const custom = { ...develop, selector: { type: 'custom', pattern: 'nightly' } };
  const others: readonly [string, Partial<PipelineSpec>, Readonly<Record<string, string>>][] = [
    ['with a custom name, where the default is wanted', { target: custom }, {}],
    ['with another custom name', { target: custom }, { 'build-pipeline': 'image' }],
    ['with the default selector, where a custom one is wanted', {}, { 'build-pipeline': 'image' }],
    [
      'for a pull request, where a push’s is wanted',
      {
        target: { ...develop, type: 'pipeline_pullrequest_target', selector: { type: 'pull-requests', pattern: '**' } },
      },
      {},
    ],
    ['that waits for somebody', { plan: { ...atOnce, pause: true } }, {}],
    ['that has ended', { plan: { ...atOnce, result: 'FAILED' } }, {}],
    ['for another commit', { target: { ...develop, commit: { type: 'commit', hash: commitOf('another') } } }, {}],
  ];
  for (const [at, [what, spec, inputs]] of sampled([...others.entries()], [1, 6])) {
    test(`${what} is not joined`, async () => {
      const one = pipelineApp(internet, `not-joined-${at}`, { custom: ['image', 'nightly'] });
      internet.bitbucket.repositories.get(one.repository)?.commits.add(commitOf('another'));
      const other = start(one, { plan: endless, ...spec });

      const result = await one.step(inputs);

      const own = one.pipelines().find((pipeline) => pipeline !== other);
      expect(posts(one)).toEqual(['POST / 201']);
      expect(result.exitCode).toBe(0);
      expect(result.outputs).toMatchObject({ ready: 'true', 'build-url': one.page(own) });
      expect(other.stopped).toBe(false);
    });
  }
});

describe('only SUCCESSFUL is success', () => {
  const ends: readonly [string, string][] = [
    ['FAILED', 'failure'],
    ['ERROR', 'error'],
    ['STOPPED', 'cancelled'],
    ['EXPIRED', 'timed_out'],
    ['SUPERSEDED', 'superseded'],
  ];
  for (const [result, conclusion] of sampled(ends, [0])) {
    test(`${result}: the step fails, with the steps that did not succeed`, async () => {
      const steps = [
        { name: 'Lint', result: 'SUCCESSFUL' },
        { name: 'Build | push', result },
      ];
      const one = pipelineApp(internet, `ends-${conclusion.replace('_', '-')}`, { plan: { ...atOnce, result, steps } });

      const ran = await one.step();

      const verdict = conclusion === 'failure' ? 'failed' : `ended with ${conclusion}`;
      const message = `the build of ${one.image} ${verdict}: ${one.page()}; step “Build | push” ${result.toLowerCase()}`;
      expect(ran.exitCode).toBe(1);
      expect(errorOf(ran)).toBe(`${message}\nWhat to do: Fix the build, and run this step again.`);
      expect(ran.outputs).toMatchObject({
        ready: 'false',
        status: 'not-ready',
        'build-url': one.page(),
        'build-conclusion': conclusion,
      });
      expect(readable(ran.summary)).toContain(message);
      expect(linksIn(ran.summary)).toEqual([one.page()]);
      expect(one.requests(registry)).toEqual([`HEAD /v2/${one.repository}/manifests/${one.tag} 404`]);
    });
  }

  for (const stage of sampled(['PAUSED', 'HALTED'], [0])) {
    test(`${stage}: a clear end, and not a wait of half an hour`, async () => {
      const one = pipelineApp(internet, `ends-${stage.toLowerCase()}`, { plan: { ...atOnce, pause: stage } });

      const result = await one.step();

      expect(result.exitCode).toBe(1);
      expect(errorOf(result)).toContain(
        `the build of ${one.image} ended with ${stage}: ${one.page()}; it is waiting for a manual step`,
      );
      expect(result.outputs).toMatchObject({ ready: 'false', 'build-url': one.page(), 'build-conclusion': stage });
      expect(one.pipelines().map(({ stopped }) => stopped)).toEqual([false]);
    });
  }

  const states = [
    { name: 'PARSING' },
    { type: 'pipeline_state_2027' },
    { name: 'IN_PROGRESS', stage: { name: 'WARMING_UP' } },
    { name: 'IN_PROGRESS' },
  ];
  for (const state of sampled(states, [1])) {
    const words = JSON.stringify(state);
    test(`${words}: is waited for`, async () => {
      const one = pipelineApp(internet, `pending-${commitOf(words).slice(0, 7)}`);
      const body = () => JSON.stringify({ uuid: one.pipelines()[0]?.uuid, build_number: 1, state });
      const headers = { 'content-type': 'application/json' };
      disturb(one, 'GET', /\/%7B[0-9a-f-]+%7D$/, () => ({ status: 200, headers, body: body() }));

      expectReady(await one.step(), one);
      const polls = asked(one).filter((line) => line.startsWith('GET /{uuid} '));
      expect(polls.length).toBeGreaterThan(1);
      expect(withoutRepeats(polls)).toEqual(['GET /{uuid} 200']);
    });
  }

  test('a green pipeline without an image: not ready', async () => {
    const one = pipelineApp(internet, 'green', { onSuccess: () => undefined });

    const result = await one.step();

    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ ready: 'false', 'build-conclusion': 'success', pinned: '' });
    expect(resultsOf(result)[0]?.reason).toBe(
      `the registry has no such tag, although its build succeeded (${one.page()})`,
    );
  });

  test('out of time: a failure that links to the pipeline, which goes on', async () => {
    const one = pipelineApp(internet, 'timeout', { plan: { hang: true } });

    const result = await one.step({ 'build-timeout': '1s' });

    expect(result.exitCode).toBe(6);
    expect(errorOf(result)).toContain(`pipeline ${one.page()}: not finished after 1 s, it is RUNNING`);
    expect(result.outputs).toMatchObject({ ready: 'false', 'build-url': one.page() });
    expect(one.pipelines()[0]?.stopped).toBe(false);
  });
});

describe('a lost answer', () => {
  for (const [name, answer] of [
    ['reset', { lose: true }],
    ['502', { lose: true, instead: { status: 502 } }],
    ['cut', { lose: true, instead: { cut: { status: 201, body: '{"uuid":"{1}"}', after: 3 } } }],
  ] as const) {
    test(`${name}: the pipeline is found, and not started twice`, async () => {
      const one = pipelineApp(internet, `lost-${name}`);
      disturb(one, 'POST', /\/$/, answer);

      const result = await one.step();

      expectReady(result, one);
      expect(one.pipelines()).toHaveLength(1);
      expect(posts(one)).toHaveLength(1);
      expect(result.annotations).toEqual([
        expect.objectContaining({
          kind: 'warning',
          message: 'The answer to the start of the pipeline was lost; it was found by its commit.',
        }),
      ]);
    });
  }

  for (const [name, answer, exitCode] of [
    ['reset', 'reset', 6],
    ['503', { status: 503 }, 5],
  ] as const) {
    test(`${name}, and there is no pipeline: a failure, and one request to start it`, async () => {
      const one = pipelineApp(internet, `lost-for-good-${name}`);
      disturb(one, 'POST', /\/$/, answer);

      const result = await one.step();

      expect(result.exitCode).toBe(exitCode);
      expect(posts(one)).toHaveLength(1);
      expect(one.pipelines()).toEqual([]);
      expect(result.outputs.ready).toBe('false');
    });
  }
});

describe('a refusal', () => {
  test('of a token without pipeline:write names that right, and nothing is started', async () => {
    const one = pipelineApp(internet, 'refused-scope');

    const result = await one.step({ 'source-token': readerToken });

    expect(result.exitCode).toBe(4);
    expect(errorOf(result)).toContain('403 Forbidden');
    expect(errorOf(result)).toContain('Your credentials lack one or more required privilege scopes.');
    expect(errorOf(result)).toContain(
      'The token needs pipeline:write (access token), or read:pipeline:bitbucket and write:pipeline:bitbucket (API token).',
    );
    expect(one.pipelines()).toEqual([]);
  });

  test('where Pipelines is not switched on', async () => {
    const one = pipelineApp(internet, 'refused-disabled');
    const body = {
      type: 'error',
      error: { message: 'Bad request', detail: 'Pipelines is not enabled for this repository' },
    };
    const headers = { 'content-type': 'application/json' };
    disturb(one, 'POST', /\/$/, { status: 400, headers, body: JSON.stringify(body) });

    const result = await one.step();

    expect(result.exitCode).toBe(5);
    expect(errorOf(result)).toContain('Pipelines is not enabled for this repository');
    expect(errorOf(result)).toContain('Check that Pipelines is enabled');
    expect(posts(one)).toEqual(['POST / 400']);
  });

  for (const method of sampled(['GET', 'POST'], [1])) {
    test(`with a page of a proxy to the ${method}: not “no such repository”`, async () => {
      const one = pipelineApp(internet, `refused-page-${method.toLowerCase()}`);
      const page = { status: 404, headers: { 'content-type': 'text/html' }, body: '<html><title>Blocked</title>' };
      disturb(one, method, /\/(?:\?.*)?$/, page);

      const result = await one.step();

      expect(result.exitCode).toBe(5);
      expect(errorOf(result)).toContain('404 Not Found; an HTML page titled “Blocked”');
      expect(one.pipelines()).toEqual([]);
    });
  }

  test('of a token that is wrong', async () => {
    const one = pipelineApp(internet, 'refused-token');

    const result = await one.step({ 'build-token': 'wrong-token-0123456789' });

    expect(result.exitCode).toBe(2);
    expect(errorOf(result)).toContain('401 Unauthorized');
    expect(errorOf(result)).toContain('an API token with the account’s e-mail as source-username');
    expect(posts(one)).toEqual([]);
  });
});

describe('credentials', () => {
  test('an API token with its e-mail goes by Basic', async () => {
    const one = pipelineApp(internet, 'basic');

    const result = await one.step({ 'source-username': email });

    expectReady(result, one);
    const basic = `Basic ${Buffer.from(`${email}:${buildToken}`).toString('base64')}`;
    const sent = one.records(bitbucket).map(({ headers }) => headers.authorization);
    expect(new Set(sent)).toEqual(new Set([basic]));
    expect(visible(result)).not.toContain(buildToken);
    expect(visible(result)).not.toContain(basic.slice(6));
  });

  test('a build-token of its own: the source is read with one, the pipeline started with the other', async () => {
    const one = pipelineApp(internet, 'two-tokens');

    const result = await one.step({ 'source-token': readerToken, 'build-token': buildToken });

    expectReady(result, one);
    const tokens = one
      .records(bitbucket)
      .map(({ path, headers }) => [path.includes('/pipelines'), headers.authorization]);
    expect(new Set(tokens.map((pair) => pair.join()))).toEqual(
      new Set([`false,Bearer ${readerToken}`, `true,Bearer ${buildToken}`]),
    );
    expect(visible(result)).not.toContain(buildToken);
    expect(result.masks).toEqual(expect.arrayContaining([buildToken, readerToken]));
  });

  test('are not shown when the server gives them back', async () => {
    const one = pipelineApp(internet, 'echo');
    disturb(one, 'POST', /\/$/, ({ headers }: IncomingRequest): Misbehaviour => {
      const body = JSON.stringify({ type: 'error', error: { message: `you said ${headers.authorization}` } });
      return { status: 400, headers: { 'content-type': 'application/json' }, body };
    });

    const result = await one.step({}, { env: { RUNNER_DEBUG: '1' } });

    expect(errorOf(result)).toContain('you said Bearer ***');
    expect(visible(result)).not.toContain(buildToken);
  });
});

describe('nothing is asked of Pipelines', () => {
  test('when the image is ready', async () => {
    const one = pipelineApp(internet, 'already');
    await one.push();

    const result = await one.step();

    expect(result.outputs.ready).toBe('true');
    expect(asked(one)).toEqual([]);
  });

  test('when the registry answers 401', async () => {
    const one = pipelineApp(internet, 'unknown');
    internet.inject({ host: registry, path: /\/acme\/unknown\//, answer: { status: 401 } });

    const result = await one.step();

    expect(result.exitCode).toBe(2);
    expect(result.outputs).not.toHaveProperty('ready');
    expect(asked(one)).toEqual([]);
  });

  const wrong: readonly [string, Readonly<Record<string, string>>, RegExp][] = [
    ['another source', { source: 'gitlab' }, /build-pipeline builds on Bitbucket, and source is gitlab/],
    ['no token', { 'source-token': '' }, /build-token is required for build-pipeline\n.*pipeline:write/],
    ['variables for the default pipeline', { 'build-inputs': 'a=1' }, /only a custom pipeline takes variables/],
    ['a ref to dispatch at', { 'build-ref': 'main' }, /build-ref is given, and there is no build-workflow to use it/],
    ['a second way to build', { 'build-command': 'make' }, /build-pipeline and build-command are both given/],
    ['an unknown placeholder', { 'build-pipeline': 'image', 'build-inputs': 'A={sha}' }, /unknown placeholder \{sha\}/],
  ];
  for (const [at, [what, inputs, says]] of sampled([...wrong.entries()], [2])) {
    test(`when the inputs are wrong: ${what}`, async () => {
      const one = pipelineApp(internet, `wrong-${at}`);

      const result = await one.step(inputs);

      expect(result.exitCode).toBe(64);
      expect(errorOf(result)).toMatch(says);
      expect(result.outputs).toEqual({});
      expect([...one.requests(bitbucket), ...one.requests(registry), ...one.requests('gitlab.com')]).toEqual([]);
    });
  }
});

describe('several repositories', () => {
  test('are built together, and each has its own outcome', async () => {
    const fails = pipelineApp(internet, 'fleet-fails', { plan: { ...atOnce, result: 'FAILED' } });
    const works = pipelineApp(internet, 'fleet-works');
    const there = pipelineApp(internet, 'fleet-there');
    await there.push();

    const result = await fails.step({ repo: 'acme/fleet-fails, acme/fleet-works, acme/fleet-there' });

    expect(result.exitCode).toBe(1);
    expect(resultsOf(result)).toEqual([
      expect.objectContaining({
        repository: 'acme/fleet-fails',
        ready: false,
        buildUrl: fails.page(),
        buildConclusion: 'failure',
      }),
      expect.objectContaining({
        repository: 'acme/fleet-works',
        ready: true,
        buildUrl: works.page(),
        buildConclusion: 'success',
      }),
      expect.objectContaining({ repository: 'acme/fleet-there', ready: true }),
    ]);
    expect(result.outputs).toMatchObject({ ready: 'false' });
    expect(posts(there)).toEqual([]);
  });
});
