import { describe, expect, it } from '@jest/globals';
import { createServerClock } from '../../src/builders/server-clock.js';
import { listRuns } from '../../src/builders/workflow-runs.js';
import { findRun, type Wanted } from '../../src/builders/workflow-search.js';
import { createGitHubApi } from '../../src/github/octokit.js';
import type { HttpAnswer } from '../../src/http/message.js';
import { buildSettings } from '../support/builders.js';
import { elapse, useFakeClock } from '../support/clock.js';
import { rejectionOf } from '../support/failures.js';
import { answerOf, fakeHttp } from '../support/http.js';

const begun = '2026-03-01T12:00:00Z';
const workflowPath = '/repos/acme/app/actions/workflows/build.yml';
const at = 'https://api.github.com';
const listed = `GET ${at}${workflowPath}/runs?event=workflow_dispatch&branch=main&per_page=50`;
const pageOf = (id: number) => `https://github.com/acme/app/actions/runs/${id}`;

/** A run as GitHub lists it, that began with the dispatch. */
const run = (id: number, more: object = {}) => ({
  id,
  html_url: pageOf(id),
  display_title: 'build',
  name: 'build',
  event: 'workflow_dispatch',
  head_branch: 'main',
  actor: { login: 'ada' },
  created_at: begun,
  ...more,
});
const titled = (id: number, display_title: string) => run(id, { display_title });
const json = { headers: { 'content-type': 'application/json' } };

type Page = readonly unknown[] | HttpAnswer;

/** A GitHub whose list of runs goes through these pages, of which the last stays. */
function setUp(pages: readonly Page[], login?: string, date?: string) {
  let looks = 0;
  const headers = { ...json.headers, ...(date !== undefined && { date }) };
  const http = fakeHttp(({ url }) => {
    if (url.pathname === '/user') {
      return login === undefined ? answerOf(403, { ...json, body: {} }) : answerOf(200, { ...json, body: { login } });
    }
    if (url.pathname === workflowPath) return answerOf(200, { ...json, body: { name: 'build', path: 'build.yml' } });
    const page = pages[Math.min(looks, pages.length - 1)] ?? [];
    looks += 1;
    return 'status' in page ? page : answerOf(200, { headers, body: { workflow_runs: page } });
  });
  return { http, api: createGitHubApi(http, at, 'token'), looks: () => looks };
}

/** A search for a dispatch of now, which was accepted. */
const searchFor = (wanted: Partial<Wanted>): Wanted => ({
  workflowPath,
  ref: 'main',
  clock: createServerClock(() => new Date()),
  before: undefined,
  sentAt: new Date(begun),
  accepted: true,
  buildMark: undefined,
  imageMark: undefined,
  marks: [],
  values: [],
  ...wanted,
});

describe('findRun', () => {
  useFakeClock(begun);

  async function find(pages: readonly Page[], wanted: Partial<Wanted> = {}, login?: string, date?: string) {
    const { http, api, looks } = setUp(pages, login, date);
    const settings = buildSettings();
    const outcome = findRun(api, searchFor(wanted), settings);
    const milliseconds = await elapse(outcome);
    return { outcome, milliseconds, count: looks(), settings, lines: http.lines() };
  }

  const old = (id: number, seconds: number) =>
    run(id, { created_at: new Date(Date.parse(begun) - seconds * 1000).toISOString() });

  it.each<[string, (readonly unknown[])[], Partial<Wanted>, number | undefined, number]>([
    ['a sure mark at once', [[titled(1, 'x'), titled(2, 'build id-7')]], { buildMark: 'id-7' }, 2, 0],
    ['a sure mark in the name', [[run(1, { name: 'id-7' })]], { buildMark: 'id-7' }, 1, 0],
    ['a sure mark that appears late', [[], [run(1)], [run(1), titled(2, 'id-7')]], { buildMark: 'id-7' }, 2, 6000],
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
      { imageMark: 'a/b:v1' },
      2,
      3000,
    ],
  ])('finds %s', async (_name, pages, wanted, id, time) => {
    const found = await find(pages, wanted);
    expect((await found.outcome)?.id).toBe(id);
    expect([found.milliseconds, found.count]).toEqual([time, time / 3000 + 1]);
    const others = [`GET ${at}/user`, `GET ${at}${workflowPath}`];
    expect(found.lines.filter((line) => !others.includes(line))).toEqual(Array(found.count).fill(listed));
    for (const line of others) expect(found.lines.filter((one) => one === line).length).toBeLessThan(2);
  });

  it.each([
    [{ buildMark: 'id-7' }, true],
    [{ imageMark: 'id-7' }, false],
  ])('gives the page of the run, and whether it is ours for certain: %j', async (wanted, own) => {
    const { outcome, lines } = await find([[titled(1, 'id-7')]], wanted);
    expect(await outcome).toEqual({ id: 1, url: pageOf(1), own });
    expect(lines).toEqual([listed]);
  });

  it('takes a lone run for ours, but not for certain', async () => {
    expect(await (await find([[run(1)]])).outcome).toMatchObject({ id: 1, own: false });
  });

  it('warns of a run that was found by its time alone', async () => {
    expect((await find([[run(1)]])).settings.lines.warn).toEqual([
      `The run ${pageOf(1)} was identified only by its start time. Put {build-id} into the workflow’s run-name to identify it reliably.`,
    ]);
    expect((await find([[titled(1, 'id-7')]], { buildMark: 'id-7' })).settings.lines.warn).toEqual([]);
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
      message: `the run of https://api.github.com${workflowPath}: ${runs.length} runs started at the same time and cannot be told apart: ${pages}`,
      advice: expect.stringContaining('run-name: build ${{ inputs.id }}'),
    });
    expect(milliseconds).toBe(60_000);
  });

  it('ends with the signal', async () => {
    const stop = new AbortController();
    const { api } = setUp([[]]);
    setTimeout(() => stop.abort(new Error('stopped')), 4000);
    const outcome = findRun(api, searchFor({}), buildSettings({ signal: stop.signal }));
    expect(await elapse(outcome)).toBe(4000);
    await expect(outcome).rejects.toThrow('stopped');
  });
});

const secondsLater = (seconds: number) => new Date(Date.parse(begun) + seconds * 1000).toISOString();

describe('findRun, the runs of others', () => {
  useFakeClock(begun);

  async function taken(runs: readonly unknown[], wanted: Partial<Wanted> = {}, login?: string) {
    const { api } = setUp([runs], login);
    const outcome = findRun(api, searchFor(wanted), buildSettings());
    await elapse(outcome);
    return (await outcome)?.id;
  }

  it.each<[string, object]>([
    ['at another branch', { head_branch: 'develop' }],
    ['at a branch whose name begins so', { head_branch: 'main-2' }],
    ['at a branch that is written otherwise', { head_branch: 'Main' }],
    ['at no branch', { head_branch: null }],
    ['by a push', { event: 'push' }],
    ['by a schedule', { event: 'schedule' }],
    ['by repository_dispatch', { event: 'repository_dispatch' }],
    ['by somebody else', { actor: { login: 'eve' } }],
    ['by an app', { actor: { login: 'ada[bot]' } }],
    ['of an unknown time', { created_at: null }],
  ])('are not taken: %s', async (_name, more) => {
    expect(await taken([run(1, more)], {}, 'ada')).toBeUndefined();
    expect(await taken([run(1, more)], { accepted: false }, 'ada')).toBeUndefined();
    expect(await taken([run(1, more), run(2)], {}, 'ada')).toBe(2);
  });

  it.each<[string, object, string | undefined]>([
    ['the same login', {}, 'ada'],
    ['the same login in capitals', {}, 'ADA'],
    ['a token without a login', { actor: { login: 'eve' } }, undefined],
    ['a run that does not say', { actor: null }, 'ada'],
    ['a list that does not name the ref, which it is of', { head_branch: undefined, event: undefined }, 'ada'],
  ])('are not those with %s', async (_name, more, login) => {
    expect(await taken([run(1, more)], { accepted: false }, login)).toBe(1);
  });

  const commit = '660cbcf00112233445566778899aabbccddeeff0';
  it.each<[string, string, readonly string[]]>([
    ['another image', 'Build acme/web:660cbcf', ['acme/app:660cbcf']],
    ['another build id', 'Build 0b1c', ['7d2e']],
    ['another service of the same commit', `Build web at ${commit}`, ['api', commit]],
    ['another commit of the same service', `Build api at ${'a'.repeat(40)}`, ['api', commit]],
    ['a tag that only begins so', 'Build 1.20', ['1.2']],
    ['none of the inputs', 'Build by ada', ['api']],
  ])('with a title that shows %s are not taken where the answer was lost', async (_name, title, values) => {
    const wanted = { values, marks: values.filter((value) => value === commit) };
    expect(await taken([titled(1, title)], { ...wanted, accepted: false })).toBeUndefined();
    expect(await taken([titled(1, title), run(2)], { ...wanted, accepted: false })).toBe(2);
  });

  it.each<[string, string | undefined, readonly string[]]>([
    ['all inputs', `Build api at ${commit}`, ['api', commit, '  ', '']],
    ['the only input', 'Build 1.2', ['1.2']],
    ['the workflow’s own name', 'build', ['api']],
    ['the workflow’s own path', 'build.yml', ['api']],
    ['nothing', undefined, ['api']],
  ])('are not those whose title shows %s', async (_name, display_title, values) => {
    expect(await taken([run(1, { display_title })], { values, accepted: false })).toBe(1);
  });

  it('are waited out where the dispatch was accepted: ours may be listed late', async () => {
    const late = [...Array(5).fill([titled(1, 'Build web')]), [titled(1, 'Build web'), titled(2, 'Build api')]];
    const { api } = setUp(late);
    const outcome = findRun(api, searchFor({ values: ['api'], marks: ['api'] }), buildSettings());
    expect(await elapse(outcome)).toBe(24_000);
    expect((await outcome)?.id).toBe(2);
  });
});

describe('findRun, two clocks', () => {
  useFakeClock(begun);

  it.each<[string, number]>([
    ['ten minutes ahead of', 600],
    ['ten minutes behind', -600],
    ['a day ahead of', 86_400],
    ['half a minute behind', -30],
  ])('takes the run that the server began then, with a server %s the runner', async (_name, ahead) => {
    const date = new Date(Date.parse(begun) + ahead * 1000).toUTCString();
    const runs = [run(1, { created_at: secondsLater(ahead - 20) }), run(2, { created_at: secondsLater(ahead + 1) })];
    const { api } = setUp([runs], undefined, date);
    const outcome = findRun(api, searchFor({}), buildSettings());
    expect(await elapse(outcome)).toBe(9000);
    expect((await outcome)?.id).toBe(2);
  });
});

describe('findRun, a server that fails for a while', () => {
  useFakeClock(begun);
  const marked = [titled(1, 'id-7')];

  it.each<[string, readonly HttpAnswer[], number]>([
    ['502 and a page', [answerOf(502, { body: '<html>' })], 3000],
    ['a page that says 200', [answerOf(200, { headers: { 'content-type': 'text/html' }, body: '<html>' })], 3000],
    ['404 twice', [answerOf(404, { body: '{}' }), answerOf(404, { body: '{}' })], 6000],
    ['401, then 403', [answerOf(401, { body: '{}' }), answerOf(403, { body: '{}' })], 6000],
  ])('looks again after %s', async (_name, answers, milliseconds) => {
    const { api } = setUp([...answers, marked]);
    const outcome = findRun(api, searchFor({ buildMark: 'id-7' }), buildSettings());
    expect(await elapse(outcome)).toBe(milliseconds);
    expect((await outcome)?.id).toBe(1);
  });

  it('gives up after three refusals in a row', async () => {
    const { api, looks } = setUp([answerOf(404, { body: '{}' })]);
    const outcome = findRun(api, searchFor({}), buildSettings());
    await elapse(outcome);
    expect((await rejectionOf(outcome)).kind).toBe('not-found');
    expect(looks()).toBe(3);
  });
});

describe('listRuns', () => {
  it.each([[{}], [{ workflow_runs: null }], [{ workflow_runs: 'x' }], [{ workflow_runs: [] }]])(
    'has none in %j',
    async (body) => {
      const http = fakeHttp(() => answerOf(200, { ...json, body }));
      expect(await listRuns(createGitHubApi(http, 'https://ghe.test/api/v3', undefined), searchFor({}))).toEqual([]);
      expect(http.lines()).toEqual([listed.replace('api.github.com', 'ghe.test/api/v3')]);
    },
  );

  it.each([
    [401, 'authentication'],
    [404, 'not-found'],
    [502, 'server'],
  ])('fails with %i', async (status, kind) => {
    const http = fakeHttp(() => answerOf(status, { ...json, body: { message: 'no' } }));
    const failure = await rejectionOf(listRuns(createGitHubApi(http, at, 'x'), searchFor({})));
    expect(failure.kind).toBe(kind);
    expect(failure.message).toContain(`GET https://api.github.com${workflowPath}/runs`);
    expect(failure.message).toContain(`: ${status}`);
  });
});
