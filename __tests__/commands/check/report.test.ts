import { describe, expect, it } from '@jest/globals';
import type { Checked, Failed, Outcome } from '../../../src/commands/check/outcome.js';
import { reportCheck } from '../../../src/commands/check/report.js';
import { Failure, type FailureKind } from '../../../src/lib/errors.js';
import { headCommit } from '../../support/check.js';
import { shaA } from '../../support/manifests.js';

const target = (name: string) => ({
  kind: 'image' as const,
  image: { registry: { host: 'docker.io', plainHttp: false }, path: `acme/${name}` },
  origin: {
    name,
    repository: `acme/${name}`,
    ref: { kind: 'name' as const, name: 'main' },
    refName: 'main',
  },
  where: [],
});
const checked = (name: string) => ({
  kind: 'checked' as const,
  target: target(name),
  commit: headCommit,
  tag: '660cbcf',
  image: `acme/${name}:660cbcf`,
});
const ready = (name = 'app'): Checked => ({
  ...checked(name),
  ready: true,
  digest: shaA,
  pinned: `acme/${name}@${shaA}`,
});
const waiting = (name = 'app', reason = 'the registry has no such tag'): Checked => ({
  ...checked(name),
  ready: false,
  reason,
});
const failed = (name = 'app', kind: FailureKind = 'denied'): Failed => ({
  kind: 'failed',
  target: target(name),
  failure: new Failure(kind, { operation: 'GET x', reason: '403', advice: `ask for ${name}` }),
  known: {},
});
const report = (outcomes: readonly Outcome[], failIfNotReady = false) => reportCheck({ outcomes, failIfNotReady });

describe('reportCheck, exit code and headline', () => {
  it.each<[string, Outcome[], boolean, number, string]>([
    ['ready', [ready()], true, 0, 'acme/app:660cbcf is ready'],
    ['not ready', [waiting()], false, 0, 'acme/app:660cbcf is not ready: the registry has no such tag'],
    ['not ready, and that fails', [waiting()], true, 1, 'acme/app:660cbcf is not ready: the registry has no such tag'],
    ['failed', [failed()], false, 4, 'the image of app could not be checked'],
    ['all ready', [ready('a'), ready('b')], true, 0, '2 of 2 images are ready'],
    [
      'one of two',
      [ready('a'), waiting('b')],
      true,
      1,
      '1 of 2 images is ready, 1 not ready: acme/b:660cbcf (the registry has no such tag)',
    ],
    [
      'two of three',
      [waiting('a'), ready('b'), waiting('c')],
      true,
      1,
      '1 of 3 images is ready, 2 not ready: acme/a:660cbcf (the registry has no such tag), acme/c:660cbcf (the registry has no such tag)',
    ],
    ['one failed', [ready('a'), failed('b'), waiting('c')], true, 4, '1 of 3 images is ready, 1 not ready, 1 error'],
    [
      'two failed: the first counts',
      [failed('a', 'network'), failed('b', 'denied')],
      false,
      6,
      '0 of 2 images are ready, 2 errors',
    ],
  ])('%s', (_name, outcomes, failIfNotReady, exitCode, headline) => {
    expect(report(outcomes, failIfNotReady)).toMatchObject({ exitCode, headline });
  });
});

describe('reportCheck, outputs', () => {
  const unbuilt = { 'build-url': '', 'build-conclusion': '' };
  const common = { image: 'acme/app:660cbcf', tag: '660cbcf', commit: headCommit };

  it.each<[string, Outcome[], Record<string, string>]>([
    [
      'ready',
      [ready()],
      { ready: 'true', status: 'ready', ...common, digest: shaA, pinned: `acme/app@${shaA}`, ...unbuilt },
    ],
    ['not ready', [waiting()], { ready: 'false', status: 'not-ready', ...common, digest: '', pinned: '', ...unbuilt }],
    ['failed: ready is not set', [failed()], {}],
    ['all ready', [ready('a'), ready('b')], { ready: 'true', status: 'ready' }],
    ['one of two', [ready('a'), waiting('b')], { ready: 'false', status: 'not-ready' }],
    ['one failed: ready is not set', [ready('a'), failed('b')], {}],
  ])('%s', (_name, outcomes, expected) => {
    const { results, ...others } = report(outcomes).outputs;
    expect(others).toEqual(expected);
    expect(JSON.parse(results ?? '')).toHaveLength(outcomes.length);
  });

  it('has results in the order of the inputs', () => {
    expect(JSON.parse(report([failed('c'), ready('a'), waiting('b')]).outputs.results ?? '')).toEqual([
      { repository: 'acme/c', reference: 'main', status: 'error', error: 'GET x: 403', exitCode: 4 },
      {
        repository: 'acme/a',
        reference: 'main',
        ...{ ...common, image: 'acme/a:660cbcf' },
        ready: true,
        status: 'ready',
        digest: shaA,
        pinned: `acme/a@${shaA}`,
      },
      {
        repository: 'acme/b',
        reference: 'main',
        ...{ ...common, image: 'acme/b:660cbcf' },
        ready: false,
        status: 'not-ready',
        reason: 'the registry has no such tag',
      },
    ]);
  });
});

describe('reportCheck, JSON', () => {
  it('is the result alone of a single repository, a superset of `doq images`', () => {
    expect(report([ready()]).json).toMatchObject({
      repository: 'acme/app',
      reference: 'main',
      image: 'acme/app:660cbcf',
      ready: true,
      status: 'ready',
      'build-image': null,
    });
    expect(report([failed()]).json).toMatchObject({ status: 'error', error: 'GET x: 403', exitCode: 4 });
  });

  it('is a summary with the list of several', () => {
    expect(report([ready('a'), ready('b')]).json).toMatchObject({
      ready: true,
      status: 'ready',
      results: [{ repository: 'acme/a' }, { repository: 'acme/b' }],
    });
    expect(report([ready('a'), waiting('b')]).json).toMatchObject({ ready: false, status: 'not-ready' });
    expect(report([ready('a'), failed('b')]).json).toEqual({
      status: 'error',
      results: [expect.anything(), expect.anything()],
    });
  });
});

describe('reportCheck, for people', () => {
  it('has a row for each', () => {
    expect(report([ready('a'), waiting('b'), failed('c')]).table).toEqual({
      columns: ['status', 'image', 'ref', 'commit', 'digest'],
      rows: [
        [
          { text: 'ready', tone: 'good' },
          { text: 'acme/a:660cbcf' },
          { text: 'main' },
          { text: '660cbcf00112' },
          { text: shaA.slice(0, 19) },
        ],
        [
          { text: 'not ready', tone: 'bad' },
          { text: 'acme/b:660cbcf' },
          { text: 'main' },
          { text: '660cbcf00112' },
          { text: '' },
        ],
        [{ text: 'error', tone: 'bad' }, { text: 'c' }, { text: 'main' }, { text: '' }, { text: '' }],
      ],
    });
  });

  it('has a summary with what to deploy, what is missing and what to do', () => {
    const { summary } = report([ready('a'), waiting('b', 'it has no linux/arm64'), failed('c')]);
    expect(summary).toContain('### ❌ 1 of 3 images is ready\\, 1 not ready\\, 1 error\n');
    expect(summary).toMatch(/\| ✅ ready \| .*acme\\\/a/);
    expect(summary).toContain('- acme\\/b\\:660cbcf is not ready\\: it has no linux\\/arm64');
    expect(summary).toContain('ask for c');
    expect(summary).toContain(`\`\`\`text\nacme/a@${shaA}\n\`\`\``);
  });

  it('has a short title in the summary, and repeats nothing', () => {
    const page = 'https://github.com/acme/app/actions/runs/7';
    const failure = new Failure('timeout', { operation: `run ${page}`, reason: 'not finished after 3 s' });
    const unfinished = { conclusion: '', url: page, failures: [] };
    const titleOf = (outcomes: Outcome[]) => report(outcomes).summary.split('\n')[0]?.replaceAll('\\', '');
    expect(titleOf([waiting('a')])).toBe('### ⏳ acme/a:660cbcf is not ready: the registry has no such tag');
    expect(titleOf([waiting('a'), ready('b')])).toBe('### ⏳ 1 of 2 images is ready, 1 not ready');
    const broken = { ...waiting('a', `the registry has no such tag; the build: ${failure.message}`), failure };
    expect(titleOf([{ ...broken, build: unfinished }])).toBe(
      '### ❌ acme/a:660cbcf is not ready, and its build has not finished',
    );
    expect(titleOf([{ ...waiting('a'), failure: failed().failure }])).toBe(
      '### ❌ acme/a:660cbcf is not ready, and its build failed',
    );
    const { summary } = report([{ ...broken, build: unfinished }]);
    expect(summary.match(/not finished after 3 s/g)).toHaveLength(1);
    expect(summary).toContain(`<a href="${page}">not finished</a>`);
    const vain = {
      ...waiting('a', 'it has none, although its build succeeded'),
      build: { ...unfinished, conclusion: 'success' },
    };
    expect(titleOf([vain])).toBe('### ⏳ acme/a:660cbcf is not ready, although its build succeeded');
    expect(report([vain]).summary).toContain('it has none\\, although');
  });

  it('escapes everything from outside in the summary', () => {
    const nasty = 'x | <script>\n# [a](b)';
    const outcome = {
      ...waiting('app', nasty),
      target: { ...target('app'), origin: { ...target('app').origin, refName: nasty, repository: nasty } },
    };
    const { summary } = report([
      outcome,
      { ...failed(), failure: new Failure('server', { operation: '', reason: nasty, advice: nasty }) },
    ]);
    expect(summary).not.toContain('<script>');
    expect(summary).not.toContain('[a](b)');
    for (const row of summary.split('\n').filter((line) => line.startsWith('| '))) {
      expect(row.replace(/\\\|/g, '').split('|')).toHaveLength(7);
    }
  });

  it('gives the same advice once', () => {
    expect(
      report([failed('a'), { ...failed('b'), failure: failed('a').failure }]).summary.match(/What to do/g),
    ).toHaveLength(1);
  });
});

describe('reportCheck, builds', () => {
  const page = 'https://github.com/acme/app/actions/runs/7';
  const built = { conclusion: 'success', url: page, failures: [] };
  const broken = { conclusion: 'failure', url: page, failures: ['job “x” failure'] };
  const buildFailure = new Failure('build', {
    operation: 'the build of acme/app:660cbcf failed',
    reason: page,
    advice: 'See what failed.',
  });

  it.each<[string, Outcome, Record<string, string>, unknown]>([
    [
      'a success',
      { ...ready(), build: built },
      { ready: 'true', 'build-url': page, 'build-conclusion': 'success' },
      'acme/app:660cbcf',
    ],
    [
      'a success without an image',
      { ...waiting(), build: built },
      { ready: 'false', 'build-url': page, 'build-conclusion': 'success' },
      'acme/app:660cbcf',
    ],
    [
      'a build that failed',
      { ...waiting(), build: broken, failure: buildFailure },
      { ready: 'false', 'build-url': page, 'build-conclusion': 'failure' },
      null,
    ],
    [
      'a build without a page',
      { ...ready(), build: { conclusion: 'success', failures: [] } },
      { ready: 'true', 'build-url': '', 'build-conclusion': 'success' },
      'acme/app:660cbcf',
    ],
    [
      'a build that could not be started',
      { ...waiting(), failure: failed().failure },
      { ready: 'false', 'build-url': '', 'build-conclusion': '' },
      null,
    ],
    ['no build', ready(), { ready: 'true', 'build-url': '', 'build-conclusion': '' }, null],
  ])('has the outputs and the JSON of %s', (_name, outcome, outputs, buildImage) => {
    const { outputs: all, json } = report([outcome]);
    expect(all).toMatchObject(outputs);
    expect(json).toMatchObject({ 'build-image': buildImage });
    const [result] = JSON.parse(all.results ?? '');
    const { buildUrl: url = '', buildConclusion: conclusion = '' } = result;
    expect({ ready: String(result.ready), 'build-url': url, 'build-conclusion': conclusion }).toEqual(outputs);
    expect(result).not.toHaveProperty('build-image');
  });

  it('has no outputs of a build for several, and each in the results', () => {
    const { outputs, json } = report([{ ...ready('a'), build: built }, ready('b'), failed('c')]);
    expect(Object.keys(outputs)).toEqual(['results']);
    expect(json).toMatchObject({
      results: [
        { repository: 'acme/a', 'build-image': 'acme/a:660cbcf', buildUrl: page, buildConclusion: 'success' },
        { repository: 'acme/b', 'build-image': null },
        { repository: 'acme/c', 'build-image': null },
      ],
    });
  });

  it.each<[string, Outcome[], boolean, number, string]>([
    [
      'a failed build fails',
      [{ ...waiting(), build: broken, failure: buildFailure }],
      false,
      1,
      'acme/app:660cbcf is not ready: the registry has no such tag',
    ],
    [
      'a success without an image does not of itself',
      [{ ...waiting(), build: built }],
      false,
      0,
      'acme/app:660cbcf is not ready: the registry has no such tag',
    ],
    [
      'what could not be started fails with its own code',
      [{ ...waiting(), failure: failed().failure }],
      false,
      4,
      'acme/app:660cbcf is not ready: the registry has no such tag',
    ],
    [
      'one of two',
      [ready('a'), { ...waiting('b'), failure: buildFailure }],
      false,
      1,
      '1 of 2 images is ready, 1 not ready: acme/b:660cbcf (the registry has no such tag)',
    ],
  ])('%s', (_name, outcomes, failIfNotReady, exitCode, headline) => {
    const made = report(outcomes, failIfNotReady);
    expect(made).toMatchObject({ exitCode, headline });
    expect(made.failures).toEqual(outcomes.flatMap(({ failure }) => failure ?? []));
  });

  it('has a column of builds in the summary, with links', () => {
    const nasty = { conclusion: 'x | <b>', url: 'javascript:alert(1)', failures: [] };
    const { summary } = report([
      { ...ready('a'), build: built },
      ready('b'),
      { ...waiting('c'), build: nasty, failure: buildFailure },
      failed('d'),
      { ...ready('e'), build: { conclusion: 'success', failures: [] } },
    ]);
    const rows = summary.split('\n').filter((line) => line.startsWith('| '));
    expect(rows[0]).toBe('| Status | Source repository | Ref | Commit | Image | Build |');
    const cells = rows.slice(2, 7).map((row) =>
      row
        .split(/(?<!\\)\|/)
        .at(-2)
        ?.trim(),
    );
    expect(cells).toEqual([`<a href="${page}">success</a>`, '', 'x \\| &lt;b&gt;', '', 'success']);
    expect(rows.slice(0, 7).map((row) => row.split(/(?<!\\)\|/).length)).toEqual(Array(7).fill(8));
  });

  it('has none without builds', () => {
    expect(report([ready()]).summary).toContain('| Status | Source repository | Ref | Commit | Image |\n');
  });

  it.each([headCommit, headCommit.slice(0, 7).toUpperCase()])('has no ref that is the commit: %s', (refName) => {
    const one = ready();
    const { summary, table } = report([
      { ...one, target: { ...target('app'), origin: { ...target('app').origin, refName } } },
    ]);
    expect(summary).toContain('| Status | Source repository | Commit | Image |\n');
    expect(table.columns).toEqual(['status', 'image', 'commit', 'digest']);
  });

  it('reports in the summary the error and the next step', () => {
    const { summary } = report([{ ...waiting(), build: broken, failure: buildFailure }]);
    expect(summary).toContain('failed\\: https\\:\\/\\/github\\.com');
    expect(summary).toContain('See what failed\\.');
  });
});
