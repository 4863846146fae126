import { describe, expect, it } from '@jest/globals';
import { pipelineBuilder } from '../../src/builders/pipeline.js';
import type { PipelineOrder } from '../../src/builders/pipeline-api.js';
import { basicHeader } from '../../src/http/headers.js';
import type { HttpAnswer } from '../../src/http/message.js';
import { Failure } from '../../src/lib/errors.js';
import { buildOrder, buildSettings, uuid } from '../support/builders.js';
import { headCommit } from '../support/check.js';
import { elapse, useFakeClock } from '../support/clock.js';
import { rejectionOf } from '../support/failures.js';
import { answerOf, fakeHttp } from '../support/http.js';

const begun = '2026-03-01T12:00:00Z';
const api = 'https://api.bitbucket.org/2.0/repositories/Acme/App/pipelines';
const page = 'https://bitbucket.org/Acme/App/pipelines/results/12';
const requests = {
  list: `GET ${api}/?target.commit.hash=${headCommit}&sort=-created_on&pagelen=10`,
  start: `POST ${api}/`,
  one: `GET ${api}/%7B7%7D`,
  steps: `GET ${api}/%7B7%7D/steps/`,
  stop: `POST ${api}/%7B7%7D/stopPipeline`,
};
type Name = keyof typeof requests;
const names = (lines: readonly string[]) =>
  lines.map((line) => (Object.keys(requests) as Name[]).find((name) => requests[name] === line) ?? line);

const running = { name: 'IN_PROGRESS', stage: { name: 'RUNNING' } };
const onMain = { ref_type: 'branch', ref_name: 'main', commit: { type: 'commit', hash: headCommit } };
const completed = (result: string) => ({ name: 'COMPLETED', result: { name: result } });
const pipeline = (state: unknown = running, more: object = {}) => ({
  uuid: '{7}',
  build_number: 12,
  state,
  target: onMain,
  created_on: begun,
  ...more,
});
const selected = (type: string, pattern: string) => ({ target: { ...onMain, selector: { type, pattern } } });
const ofCustom = (pattern: string) => selected('custom', pattern);
const json = (status: number, body: unknown) =>
  answerOf(status, { headers: { 'content-type': 'application/json' }, body });
const listOf = (...values: unknown[]) => json(200, { values });
const none = listOf();
const started = json(201, pipeline());
const success = json(200, pipeline(completed('SUCCESSFUL')));
const lost = new Failure('network', { operation: 'POST x', reason: 'connection reset' });

type Answers = Partial<Record<Name, readonly (HttpAnswer | Error)[]>>;

/** A Bitbucket that has these answers to each request, of which the last stays. Any other request fails the test. */
function bitbucket(answers: Answers) {
  const counts = new Map<string, number>();
  return fakeHttp(({ method, url }) => {
    const line = `${method} ${url.href}`;
    const list = (Object.keys(requests) as Name[]).flatMap((name) =>
      requests[name] === line ? [answers[name]] : [],
    )[0];
    if (list === undefined) throw new Error(`not expected: ${line}`);
    const count = counts.get(line) ?? 0;
    counts.set(line, count + 1);
    const answer = list[Math.min(count, list.length - 1)];
    if (answer === undefined || answer instanceof Error) throw answer;
    return answer;
  });
}

function build(
  answers: Answers,
  wanted: Partial<PipelineOrder> = {},
  more: Parameters<typeof buildSettings>[0] = {},
  order = buildOrder,
) {
  const http = bitbucket(answers);
  const settings = buildSettings({ http, ...more });
  const whole: PipelineOrder = {
    base: 'https://api.bitbucket.org/2.0',
    username: undefined,
    token: 't0ken',
    custom: undefined,
    variables: [],
    ...wanted,
  };
  return { http, settings, outcome: pipelineBuilder(whole, settings).build(order) };
}

useFakeClock(begun);

describe('pipelineBuilder, start', () => {
  it('starts the pipeline of the branch at the commit, with three requests and one for each look', async () => {
    const { http, settings, outcome } = build({ list: [none], start: [started], one: [success] });
    expect(await elapse(outcome)).toBe(0);
    expect(await outcome).toEqual({ conclusion: 'success', url: page, failures: [] });
    expect(names(http.lines())).toEqual(['list', 'start', 'one']);
    expect(settings.lines.info).toEqual([`acme/app:660cbcf: started the pipeline ${page}`]);
    expect(await settings.stopHandlers()).toEqual([]);
  });

  const pinned = { type: 'commit', hash: headCommit };
  const custom = { selector: { type: 'custom', pattern: 'image' } };
  it.each<[string, object, Partial<PipelineOrder>, unknown]>([
    ['a branch', {}, {}, { type: 'pipeline_ref_target', ref_type: 'branch', ref_name: 'main', commit: pinned }],
    [
      'a tag',
      { ref: 'v1', refKind: 'tag' },
      {},
      { type: 'pipeline_ref_target', ref_type: 'tag', ref_name: 'v1', commit: pinned },
    ],
    ['a commit', { refKind: undefined }, {}, { type: 'pipeline_commit_target', commit: pinned }],
    [
      'a custom pipeline of a branch',
      {},
      { custom: 'image' },
      { type: 'pipeline_ref_target', ref_type: 'branch', ref_name: 'main', commit: pinned, ...custom },
    ],
    [
      'a custom pipeline of a commit',
      { refKind: undefined },
      { custom: 'image' },
      { type: 'pipeline_commit_target', commit: pinned, ...custom },
    ],
  ])('names the target: %s', async (_name, order, wanted, target) => {
    const answers = { list: [none], start: [started], one: [success] };
    const { http, outcome } = build(answers, wanted, {}, { ...buildOrder, ...order });
    await elapse(outcome);
    const sent = http.requests.find(({ method }) => method === 'POST');
    expect(JSON.parse(String(sent?.body ?? ''))).toEqual({ target });
    expect(sent?.headers?.['content-type']).toBe('application/json');
  });

  it('sends the variables, filled in', async () => {
    const variables = [
      ['IMAGE', '{image}'],
      ['ID', '{build-id}'],
    ] as const;
    const { http, outcome } = build({ list: [none], start: [started], one: [success] }, { custom: 'image', variables });
    await elapse(outcome);
    expect(JSON.parse(String(http.requests.find(({ method }) => method === 'POST')?.body ?? '')).variables).toEqual([
      { key: 'IMAGE', value: 'acme/app:660cbcf' },
      { key: 'ID', value: expect.stringMatching(uuid) },
    ]);
  });

  it.each([
    ['Bearer with a token alone', {}, 'Bearer t0ken'],
    ['Basic with a name', { username: 'ann@acme.test' }, basicHeader('ann@acme.test', 't0ken')],
    ['not at all without a token', { token: undefined }, undefined],
  ])('logs in by %s', async (_name, wanted, authorization) => {
    const { http, outcome } = build({ list: [none], start: [started], one: [success] }, wanted);
    await elapse(outcome);
    expect(new Set(http.requests.map(({ headers }) => headers?.authorization))).toEqual(new Set([authorization]));
  });

  it.each<[Name, number, string, string]>([
    ['list', 401, 'authentication', 'access token'],
    ['list', 403, 'denied', 'pipeline:write'],
    ['list', 404, 'not-found', 'owner and repo'],
    ['start', 401, 'authentication', 'access token'],
    ['start', 403, 'denied', 'pipeline:write'],
    ['start', 400, 'server', 'Pipelines is enabled'],
  ])('fails where %s is answered by %i, and asks nothing more', async (name, status, kind, advice) => {
    const refusal = json(status, { error: { message: 'no' } });
    const { http, settings, outcome } = build({ list: [none], start: [started], [name]: [refusal] });
    expect(await elapse(outcome)).toBe(0);
    const failure = await rejectionOf(outcome);
    const asked = requests[name].replace(/\?.*/, '');
    expect(failure.kind).toBe(kind);
    expect(failure.message).toMatch(new RegExp(`^${asked.replace(/[.?/]/g, '\\$&')}: ${status} .*; “no”$`));
    expect(failure.advice).toContain(advice);
    expect(names(http.lines()).at(-1)).toBe(name);
    expect(settings.lines.warn).toEqual([]);
  });
});

describe('pipelineBuilder, one that runs already', () => {
  it.each<[string, unknown, string | undefined]>([
    ['by a push', pipeline(), undefined],
    ['not begun yet', pipeline({ name: 'PENDING' }), undefined],
    ['in a state of tomorrow', pipeline({ name: 'DREAMING' }), undefined],
    ['of the same name', pipeline(running, ofCustom('image')), 'image'],
    ['of a branch', pipeline(running, selected('branches', 'main')), undefined],
    ['of the default section', pipeline(running, { target: { ...onMain, selector: { type: 'default' } } }), undefined],
    ['at a branch in capitals', pipeline(running, { target: { ...onMain, ref_type: 'BRANCH' } }), undefined],
    [
      'of a list that does not repeat its commit',
      pipeline(running, { target: { ...onMain, commit: null } }),
      undefined,
    ],
  ])('is joined: %s', async (_name, one, custom) => {
    const { http, settings, outcome } = build({ list: [listOf(one)], one: [success] }, { custom });
    await elapse(outcome);
    expect(await outcome).toEqual({ conclusion: 'success', url: page, failures: [] });
    expect(names(http.lines())).toEqual(['list', 'one']);
    expect(settings.lines.info).toEqual([`acme/app:660cbcf: joined the pipeline ${page}`]);
  });

  it.each<[string, unknown, string | undefined]>([
    ['one that has ended', pipeline(completed('SUCCESSFUL')), undefined],
    ['one that waits for a person', pipeline({ name: 'IN_PROGRESS', stage: { name: 'PAUSED' } }), undefined],
    ['a custom one, where that of the push is wanted', pipeline(running, ofCustom('image')), undefined],
    ['that of the push, where a custom one is wanted', pipeline(), 'image'],
    ['another custom one', pipeline(running, ofCustom('other')), 'image'],
    ['that of a pull request', pipeline(running, selected('pull-requests', '**')), undefined],
    ['one of a kind of tomorrow', pipeline(running, selected('merge-queues', 'main')), undefined],
    [
      'one with a variable, where none is given',
      pipeline(running, { variables: [{ key: 'A', value: '1' }] }),
      undefined,
    ],
    [
      'one for another commit',
      pipeline(running, { target: { ...onMain, commit: { hash: 'a'.repeat(40) } } }),
      undefined,
    ],
  ])('is not joined: %s', async (_name, one, custom) => {
    const { http, outcome } = build({ list: [listOf(one)], start: [started], one: [success] }, { custom });
    await elapse(outcome);
    expect(http.lines()).toContain(requests.start);
  });

  it('is left alone when we are stopped', async () => {
    const stop = new AbortController();
    const { settings, outcome } = build(
      { list: [listOf(pipeline())], one: [json(200, pipeline())] },
      {},
      { signal: stop.signal },
    );
    setTimeout(() => stop.abort(lost), 4000);
    expect(await elapse(outcome)).toBe(4000);
    expect(await rejectionOf(outcome)).toBe(lost);
    const last = bitbucket({});
    expect(await settings.stopHandlers(last)).toEqual([
      `the pipeline ${page} was joined, not started here: it continues`,
    ]);
    expect(last.requests).toEqual([]);
  });
});

describe('pipelineBuilder, an answer that is lost', () => {
  const before = pipeline(completed('FAILED'), { uuid: '{6}', build_number: 11 });
  const at = (seconds: number) => ({ created_on: new Date(Date.parse(begun) + seconds * 1000).toISOString() });

  it.each<[string, HttpAnswer | Error]>([
    ['the connection broke', lost],
    ['the server failed', json(503, {})],
    ['the answer is a page', answerOf(201, { body: '<html>' })],
  ])('finds the pipeline by its commit where %s', async (_name, answer) => {
    const lists = [listOf(before), listOf(pipeline(), before)];
    const { http, settings, outcome } = build({ list: lists, start: [answer], one: [success] });
    await elapse(outcome);
    expect(await outcome).toEqual({ conclusion: 'success', url: page, failures: [] });
    expect(names(http.lines())).toEqual(['list', 'start', 'list', 'one']);
    expect(settings.lines.warn).toEqual([
      'The answer to the start of the pipeline was lost; it was found by its commit.',
    ]);
  });

  it.each<[string, unknown[], string | undefined]>([
    ['there is none', [], undefined],
    ['it was there before', [before], undefined],
    ['it is a custom one', [pipeline(running, ofCustom('image'))], undefined],
    ['it is another custom one', [pipeline(running, ofCustom('other'))], 'image'],
    ['it is older', [pipeline(running, at(-3))], undefined],
  ])('fails with it where %s, and does not start again', async (_name, later, custom) => {
    const { http, settings, outcome } = build({ list: [listOf(before), listOf(...later)], start: [lost] }, { custom });
    expect(await elapse(outcome)).toBe(12_000);
    expect(await rejectionOf(outcome)).toBe(lost);
    expect(names(http.lines())).toEqual(['list', 'start', 'list', 'list', 'list', 'list', 'list']);
    expect(await settings.stopHandlers()).toEqual([]);
    expect(settings.lines.warn).toEqual([]);
  });

  it('looks for nothing when it is stopped', async () => {
    const stop = new AbortController();
    const http = fakeHttp(({ method }) => {
      if (method === 'GET') return none;
      stop.abort(lost);
      throw new Failure('network', { operation: 'x', reason: 'aborted' });
    });
    const { outcome, settings } = build({}, {}, { http, signal: stop.signal });
    await elapse(outcome);
    expect(await rejectionOf(outcome)).toBe(lost);
    expect(names(http.lines()).at(-1)).toBe('start');
    expect(await settings.stopHandlers()).toEqual(['a pipeline in Acme/App was being started: it may still run']);
  });
});

describe('pipelineBuilder, the end', () => {
  it('reports the first error of Bitbucket', async () => {
    const error = { name: 'ERROR', error: { message: 'The bitbucket-pipelines.yml\nis not valid' } };
    const one = [json(200, pipeline({ name: 'COMPLETED', result: error }))];
    const { outcome } = build({ list: [none], start: [started], one, steps: [json(200, { values: [] })] });
    await elapse(outcome);
    expect(await outcome).toEqual({
      conclusion: 'error',
      url: page,
      failures: ['The bitbucket-pipelines.yml is not valid'],
    });
  });

  it.each([
    ['FAILED', 'failure'],
    ['ERROR', 'error'],
    ['STOPPED', 'cancelled'],
    ['EXPIRED', 'timed_out'],
    ['EXPLODED', 'exploded'],
  ])('%s is %s, with the steps that failed', async (result, conclusion) => {
    const steps = json(200, {
      values: [
        { name: 'Test', state: completed('SUCCESSFUL') },
        { name: 'Build\n::error::', state: completed('FAILED') },
        { name: 'Later', state: { name: 'PENDING' } },
        { state: completed('ERROR') },
      ],
    });
    const answers = { list: [none], start: [started], one: [json(200, pipeline(completed(result)))], steps: [steps] };
    const { outcome } = build(answers);
    await elapse(outcome);
    expect(await outcome).toEqual({
      conclusion,
      url: page,
      failures: ['step “Build ::error::” failed', 'step “” error'],
    });
  });

  it.each<[string, HttpAnswer]>([
    ['cannot be read', json(403, {})],
    ['are a page', answerOf(200, { body: '<html>' })],
    ['are no list', json(200, { values: null })],
  ])('does without the steps where they %s', async (_name, steps) => {
    const failed = json(200, pipeline(completed('FAILED')));
    const { outcome } = build({ list: [none], start: [started], one: [failed], steps: [steps] });
    await elapse(outcome);
    expect(await outcome).toEqual({ conclusion: 'failure', url: page, failures: [] });
  });

  it.each(['PAUSED', 'HALTED'])('%s is no success: a user has to continue', async (stage) => {
    const halted = json(200, pipeline({ name: 'IN_PROGRESS', stage: { name: stage } }));
    const { http, outcome } = build({ list: [none], start: [started], one: [json(200, pipeline()), halted] });
    expect(await elapse(outcome)).toBe(3000);
    expect(await outcome).toEqual({
      conclusion: stage,
      url: page,
      failures: ['it is waiting for a manual step'],
    });
    expect(names(http.lines()).slice(-2)).toEqual(['one', 'one']);
  });

  it('is waited for through faults, which are reported', async () => {
    const pending = json(200, pipeline({ name: 'PENDING' }));
    const one = [pending, json(502, {}), json(200, pipeline()), success];
    const { settings, outcome } = build({ list: [none], start: [started], one });
    expect(await elapse(outcome)).toBe(3000 + 3900 + 5070);
    expect((await outcome).conclusion).toBe('success');
    const [, first, fault, last] = settings.lines.info;
    expect([first, last]).toEqual([`pipeline ${page}: PENDING`, `pipeline ${page}: RUNNING`]);
    expect(fault).toContain('502 Bad Gateway');
  });

  it('that does not come in time is a failure, and the pipeline is left alone', async () => {
    const answers = { list: [none], start: [started], one: [json(200, pipeline())] };
    const { settings, outcome } = build(answers, {}, { timeout: 30_000 });
    expect(await elapse(outcome)).toBe(30_000);
    expect(await rejectionOf(outcome)).toMatchObject({
      kind: 'timeout',
      message: `pipeline ${page}: not finished after 30 s, it is RUNNING`,
    });
    expect(await settings.stopHandlers(bitbucket({}))).toEqual([]);
  });

  it.each<[string, HttpAnswer | Error, string]>([
    [
      'nobody',
      lost,
      `the pipeline ${page} was started here, and the request to stop it got no answer: it may continue`,
    ],
    ['204', answerOf(204), `the pipeline ${page} was started here and has been stopped`],
    ['400', answerOf(400), `the pipeline ${page} was started here and could not be stopped (400): it continues`],
  ])('is brought about when we are stopped; answered by %s', async (_name, answer, words) => {
    const stop = new AbortController();
    const answers = { list: [none], start: [started], one: [json(200, pipeline())] };
    const { settings, outcome } = build(answers, {}, { signal: stop.signal });
    setTimeout(() => stop.abort(lost), 4000);
    await elapse(outcome);
    expect(await rejectionOf(outcome)).toBe(lost);
    const last = bitbucket({ stop: [answer] });
    expect(await settings.stopHandlers(last)).toEqual([words]);
    expect(names(last.lines())).toEqual(['stop']);
    expect(last.requests[0]?.headers?.authorization).toBe('Bearer t0ken');
  });
});

describe('pipelineBuilder, the pipelines of others', () => {
  const api1 = { key: 'SERVICE', value: 'api' };
  const service = (...variables: object[]) => ({ ...ofCustom('image'), variables });
  const image = (target: object) => ({
    ...service(api1),
    target: { ...onMain, selector: { type: 'custom', pattern: 'image' }, ...target },
  });
  const wanted = { custom: 'image', variables: [['SERVICE', 'api']] as const };

  it.each<[string, object]>([
    ['another value', service({ key: 'SERVICE', value: 'web' })],
    ['a value that only begins so', service({ key: 'SERVICE', value: 'api2' })],
    ['another variable', service({ key: 'Service', value: 'api' })],
    ['a value that cannot be seen', service({ key: 'SERVICE', secured: true })],
    ['one variable more', service(api1, { key: 'DRY_RUN', value: '1' })],
    ['one variable more that cannot be seen', service(api1, { key: 'TOKEN', secured: true })],
    ['a variable twice', service(api1, { key: 'SERVICE', value: 'web' })],
    ['no variables', service()],
    ['variables that are not shown', ofCustom('image')],
    ['another branch', image({ ref_name: 'develop' })],
    ['a tag of that name', image({ ref_type: 'tag' })],
    ['no ref', image({ ref_type: undefined, ref_name: undefined })],
    ['another commit', image({ commit: { hash: 'f'.repeat(40) } })],
    ['another custom pipeline', image({ selector: { type: 'custom', pattern: 'image2' } })],
  ])('one with %s is neither taken for the one whose start was lost, nor joined', async (_name, neighbour) => {
    const one = pipeline(running, neighbour);
    const lostStart = build({ list: [none, listOf(one)], start: [lost] }, wanted);
    await elapse(lostStart.outcome);
    expect(await rejectionOf(lostStart.outcome)).toBe(lost);
    expect(names(lostStart.http.lines())).not.toContain('stop');
    const other = build({ list: [listOf(one)], start: [started], one: [success] }, wanted);
    await elapse(other.outcome);
    expect(names(other.http.lines())).toEqual(['list', 'start', 'one']);
  });

  it('one that is the same in all is', async () => {
    const one = pipeline(running, image({}));
    const { http, outcome } = build({ list: [none, listOf(one)], start: [lost], one: [success] }, wanted);
    await elapse(outcome);
    expect(await outcome).toMatchObject({ conclusion: 'success' });
    expect(names(http.lines())).toEqual(['list', 'start', 'list', 'one']);
  });

  const atRef = (kind: string, name: string) => ({ target: { ...onMain, ref_type: kind, ref_name: name } });
  it.each<[string, object, boolean]>([
    ['the same tag', atRef('tag', 'v1'), true],
    ['the same tag, annotated', atRef('ANNOTATED_TAG', 'v1'), true],
    ['a branch of that name', atRef('branch', 'v1'), false],
    ['another tag', atRef('tag', 'v2'), false],
    ['no ref', { target: { commit: onMain.commit } }, false],
  ])('at a tag, one at %s: joined %j', async (_name, more, isJoined) => {
    const order = { ...buildOrder, ref: 'v1', refKind: 'tag' as const };
    const lists = [listOf(pipeline(running, more))];
    const { http, outcome } = build({ list: lists, start: [started], one: [success] }, {}, {}, order);
    await elapse(outcome);
    await outcome;
    expect(names(http.lines()).includes('start')).toBe(!isJoined);
  });

  it.each<[string, object, boolean]>([
    ['a branch', {}, false],
    ['a tag', atRef('tag', 'v1'), false],
    ['the commit alone', { target: { type: 'pipeline_commit_target', commit: onMain.commit } }, true],
  ])('at a commit, one at %s: joined %j', async (_name, more, isJoined) => {
    const order = { ...buildOrder, refKind: undefined };
    const lists = [listOf(pipeline(running, more))];
    const { http, outcome } = build({ list: lists, start: [started], one: [success] }, {}, {}, order);
    await elapse(outcome);
    await outcome;
    expect(names(http.lines()).includes('start')).toBe(!isJoined);
  });

  it('{build-id} keeps builds apart, also from one whose id is empty', async () => {
    const withId = { custom: 'image', variables: [['ID', '{build-id}']] as const };
    const one = pipeline(running, service({ key: 'ID', value: '' }));
    const { http, outcome } = build({ list: [listOf(one)], start: [started], one: [success] }, withId);
    await elapse(outcome);
    expect(names(http.lines())).toEqual(['list', 'start', 'one']);
  });

  it.each<[string, boolean]>([
    ['{build-id}', true],
    ['1', false],
  ])('one that was found with ID=%s is stopped with us: %j', async (value, isStopped) => {
    const stop = new AbortController();
    const http = fakeHttp(({ method, url, body }) => {
      if (method === 'POST' && url.pathname.endsWith('/pipelines/')) {
        const { variables } = JSON.parse(String(body));
        lists.push(listOf(pipeline(running, { ...ofCustom('image'), variables })));
        throw lost;
      }
      if (url.search !== '') return lists.at(-1) ?? none;
      return json(200, pipeline());
    });
    const lists = [none];
    const variables = [['ID', value]] as const;
    const { settings, outcome } = build({}, { custom: 'image', variables }, { http, signal: stop.signal });
    setTimeout(() => stop.abort(lost), 4000);
    await elapse(outcome);
    expect(await rejectionOf(outcome)).toBe(lost);
    const last = bitbucket({ stop: [answerOf(204)] });
    expect(await settings.stopHandlers(last)).toEqual([
      isStopped
        ? `the pipeline ${page} was started here and has been stopped`
        : `the pipeline ${page} was found by its commit and may belong to somebody else: it continues`,
    ]);
    expect(names(last.lines())).toEqual(isStopped ? ['stop'] : []);
  });

  it.each<[string, number, number, boolean]>([
    ['an hour ahead of', 3600, 0, false],
    ['an hour ahead of', 3600, 3601, true],
    ['ten minutes behind', -600, -599, true],
    ['ten minutes behind', -600, -610, false],
  ])('the clock of a server %s the runner counts (%i s): one of %i s is ours: %j', async (_name, ahead, at, isOurs) => {
    const later = (seconds: number) => new Date(Date.parse(begun) + seconds * 1000);
    const dated = (...values: unknown[]) =>
      answerOf(200, {
        headers: { 'content-type': 'application/json', date: later(ahead).toUTCString() },
        body: { values },
      });
    const one = pipeline(running, { created_on: later(at).toISOString() });
    const { http, outcome } = build({ list: [dated(), dated(one)], start: [lost], one: [success] });
    await elapse(outcome.catch(() => undefined));
    expect(names(http.lines()).includes('one')).toBe(isOurs);
  });
});

describe('pipelineBuilder, a start that is not answered as it should be', () => {
  it.each<[string, HttpAnswer, string]>([
    ['429', json(429, {}), 'limits the number of requests'],
    ['503 with Retry-After', answerOf(503, { headers: { 'retry-after': '9' } }), 'status page'],
    [
      'a redirect',
      answerOf(307, { headers: { location: 'https://api.bitbucket.org/2.0/repositories/acme/new/pipelines/' } }),
      'acme/new/pipelines/: give its new name as repo',
    ],
  ])('%s: turned away, so nothing is looked for', async (_name, answer, advice) => {
    const { http, outcome } = build({ list: [none], start: [answer] });
    expect(await elapse(outcome)).toBe(0);
    const failure = await rejectionOf(outcome);
    expect(failure.kind).toBe('server');
    expect(failure.advice).toContain(advice);
    expect(names(http.lines())).toEqual(['list', 'start']);
  });

  it.each<[string, object]>([
    ['no uuid', { build_number: 12 }],
    ['no number', { uuid: '{7}' }],
    ['nothing', {}],
  ])('201 with %s: the pipeline is looked for', async (_name, body) => {
    const { http, outcome } = build({ list: [none, listOf(pipeline())], start: [json(201, body)], one: [success] });
    await elapse(outcome);
    expect(await outcome).toMatchObject({ conclusion: 'success', url: page });
    expect(names(http.lines())).toEqual(['list', 'start', 'list', 'one']);
  });

  it.each<[string, readonly (HttpAnswer | Error)[]]>([
    ['502 and a page', [answerOf(502, { body: '<html>' })]],
    ['404 twice', [json(404, {}), json(404, {})]],
    ['401, then a reset', [json(401, {}), lost]],
  ])('the list is asked again after %s', async (_name, answers) => {
    const lists = [none, ...answers, listOf(pipeline())];
    const { outcome } = build({ list: lists, start: [lost], one: [success] });
    await elapse(outcome);
    expect(await outcome).toMatchObject({ conclusion: 'success' });
  });
});
