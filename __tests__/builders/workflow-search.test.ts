import { describe, expect, it } from '@jest/globals';
import { findRun, listRuns, type Wanted } from '../../src/builders/workflow-search.js';
import { createGitHubApi } from '../../src/http/octokit.js';
import { buildSettings } from '../support/builders.js';
import { elapse, useFakeClock } from '../support/clock.js';
import { rejectionOf } from '../support/failures.js';
import { answerOf, fakeHttp } from '../support/http.js';

const begun = '2026-03-01T12:00:00Z';
const workflowPath = '/repos/acme/app/actions/workflows/build.yml';
const listed = `GET https://api.github.com${workflowPath}/runs?event=workflow_dispatch&per_page=50`;
const pageOf = (id: number) => `https://github.com/acme/app/actions/runs/${id}`;

/** A run as GitHub lists it, that began with the dispatch. */
const run = (id: number, more: object = {}) => ({
  id,
  html_url: pageOf(id),
  display_title: 'Build',
  name: 'build',
  created_at: begun,
  ...more,
});
const titled = (id: number, display_title: string) => run(id, { display_title });
const json = { headers: { 'content-type': 'application/json' } };

function setUp(pages: readonly (readonly unknown[])[]) {
  const http = fakeHttp((_request, count) =>
    answerOf(200, { ...json, body: { workflow_runs: pages[Math.min(count, pages.length) - 1] } }),
  );
  return { http, api: createGitHubApi(http, 'https://api.github.com', 'token') };
}

describe('findRun', () => {
  useFakeClock(begun);

  async function find(pages: readonly (readonly unknown[])[], wanted: Partial<Wanted> = {}) {
    const { http, api } = setUp(pages);
    const settings = buildSettings();
    const all = { workflowPath, before: undefined, dispatchedAt: new Date(begun), sureMarks: [], marks: [], ...wanted };
    const outcome = findRun(api, all, settings);
    const milliseconds = await elapse(outcome);
    return { outcome, milliseconds, count: http.requests.length, settings, lines: http.lines() };
  }

  const old = (id: number, seconds: number) =>
    run(id, { created_at: new Date(Date.parse(begun) - seconds * 1000).toISOString() });

  it.each<[string, (readonly unknown[])[], Partial<Wanted>, number | undefined, number]>([
    ['a sure mark at once', [[titled(1, 'x'), titled(2, 'build id-7')]], { sureMarks: ['id-7'] }, 2, 0],
    ['a sure mark in the name', [[run(1, { name: 'id-7' })]], { sureMarks: ['id-7'] }, 1, 0],
    ['a sure mark that appears late', [[], [run(1)], [run(1), titled(2, 'id-7')]], { sureMarks: ['id-7'] }, 2, 6000],
    ['a lone run after a while', [[run(1)]], {}, 1, 9000],
    ['a lone run that appears late', [[], [], [run(1)]], {}, 1, 15_000],
    ['a lone run beside old ones', [[run(3), old(2, 3), old(1, 60)]], {}, 3, 9000],
    ['a run of a clock that is a little behind', [[old(1, 2)]], {}, 1, 9000],
    ['a lone run beside those from before', [[run(2), run(1)]], { before: new Set([1]) }, 2, 9000],
    ['a run that replaced another', [[run(1)], [run(1)], [run(2)]], {}, 2, 15_000],
    ['the one with a mark', [[titled(1, 'v2'), titled(2, 'v1')]], { marks: ['v1'] }, 2, 9000],
    ['the one with the first mark', [[titled(1, 'v1'), titled(2, 'abc')]], { marks: ['abc', 'v1'] }, 2, 9000],
    ['the one that is alone in the end', [[run(1), run(2)], [run(2)]], {}, 2, 12_000],
    ['nothing', [[]], {}, undefined, 60_000],
    ['nothing but old ones', [[old(1, 3)]], {}, undefined, 60_000],
    ['nothing but those from before', [[run(1)]], { before: new Set([1]) }, undefined, 60_000],
    ['nothing that could be read', [[{ id: '1', html_url: 'x' }, { id: 1 }, {}]], {}, undefined, 60_000],
    [
      'a run whose title only begins like the image',
      [[titled(1, 'a/b:v1.1')], [titled(1, 'a/b:v1.1'), titled(2, 'a/b:v1')]],
      { sureMarks: ['a/b:v1'] },
      2,
      3000,
    ],
  ])('finds %s', async (_name, pages, wanted, id, time) => {
    const found = await find(pages, wanted);
    expect((await found.outcome)?.id).toBe(id);
    expect([found.milliseconds, found.count]).toEqual([time, time / 3000 + 1]);
    expect(new Set(found.lines)).toEqual(new Set([listed]));
  });

  it('gives the page and the time of the run', async () => {
    const { outcome } = await find([[titled(1, 'id-7')]], { sureMarks: ['id-7'] });
    expect(await outcome).toEqual({ id: 1, url: pageOf(1), title: 'id-7 build', createdAt: new Date(begun) });
  });

  it('warns of a run that was found by its time alone', async () => {
    expect((await find([[run(1)]])).settings.lines.warn).toEqual([
      `The run ${pageOf(1)} was found by its time: put {build-id} into the workflow’s run-name to be sure of it.`,
    ]);
    expect((await find([[titled(1, 'id-7')]], { sureMarks: ['id-7'] })).settings.lines.warn).toEqual([]);
  });

  it('takes a run that came at the very last', async () => {
    const { outcome, milliseconds } = await find([...Array(20).fill([]), [run(1)]]);
    expect([(await outcome)?.id, milliseconds]).toEqual([1, 60_000]);
  });

  it.each([
    ['without marks', [run(1), run(2)], {}],
    ['with the same mark', [titled(1, 'v1'), titled(2, 'v1'), titled(3, 'v2')], { marks: ['v1'] }],
  ])('refuses to guess among several %s', async (_name, runs, wanted) => {
    const { outcome, milliseconds } = await find([runs], wanted);
    const pages = runs.map(({ html_url }) => html_url).join(', ');
    expect(await rejectionOf(outcome)).toMatchObject({
      kind: 'unsupported',
      exitCode: 7,
      message: `the run of https://api.github.com${workflowPath}: ${runs.length} runs began at the same time, and none can be told from the others: ${pages}`,
      advice: expect.stringContaining('run-name: build ${{ inputs.id }}'),
    });
    expect(milliseconds).toBe(60_000);
  });

  it('ends with the signal', async () => {
    const stop = new AbortController();
    const { api } = setUp([[]]);
    const wanted = { workflowPath, before: undefined, dispatchedAt: new Date(begun), sureMarks: [], marks: [] };
    setTimeout(() => stop.abort(new Error('stopped')), 4000);
    const outcome = findRun(api, wanted, buildSettings({ signal: stop.signal }));
    expect(await elapse(outcome)).toBe(4000);
    await expect(outcome).rejects.toThrow('stopped');
  });
});

describe('listRuns', () => {
  it.each([[{}], [{ workflow_runs: null }], [{ workflow_runs: 'x' }], [{ workflow_runs: [] }]])(
    'has none in %j',
    async (body) => {
      const http = fakeHttp(() => answerOf(200, { ...json, body }));
      expect(await listRuns(createGitHubApi(http, 'https://ghe.test/api/v3', undefined), workflowPath)).toEqual([]);
      expect(http.lines()).toEqual([listed.replace('api.github.com', 'ghe.test/api/v3')]);
    },
  );

  it.each([
    [401, 'authentication'],
    [404, 'not-found'],
    [502, 'server'],
  ])('fails with %i', async (status, kind) => {
    const http = fakeHttp(() => answerOf(status, { ...json, body: { message: 'no' } }));
    const failure = await rejectionOf(listRuns(createGitHubApi(http, 'https://api.github.com', 'x'), workflowPath));
    expect(failure.kind).toBe(kind);
    expect(failure.message).toContain(`GET https://api.github.com${workflowPath}/runs`);
    expect(failure.message).toContain(`: ${status}`);
  });
});
