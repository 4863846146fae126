import { describe, expect, it } from '@jest/globals';
import { workflowBuilder } from '../../src/builders/workflow.js';
import type { HttpAnswer, HttpRequest } from '../../src/http/message.js';
import { Failure } from '../../src/lib/errors.js';
import { buildOrder, buildSettings, uuid } from '../support/builders.js';
import { elapse, useFakeClock } from '../support/clock.js';
import { rejectionOf } from '../support/failures.js';
import { answerOf, fakeHttp } from '../support/http.js';

const begun = '2026-03-01T12:00:00Z';
const api = 'https://api.github.com/repos/acme/infra';
const workflow = `${api}/actions/workflows/build.yml`;
const page = (id: number) => `https://github.com/acme/infra/actions/runs/${id}`;
const dispatched = 'the dispatch of build.yml in acme/infra';

const requests = {
  dispatch: `POST ${workflow}/dispatches`,
  runs: `GET ${workflow}/runs?event=workflow_dispatch&branch=main&per_page=50`,
  user: 'GET https://api.github.com/user',
  workflow: `GET ${workflow}`,
  run: `GET ${api}/actions/runs/7`,
  jobs: `GET ${api}/actions/runs/7/jobs?filter=latest&per_page=100`,
  repository: `GET ${api}`,
  cancel: `POST ${api}/actions/runs/7/cancel`,
};
type Name = keyof typeof requests;

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  answerOf(status, { headers: { 'content-type': 'application/json', ...headers }, body });
const lost = new Failure('network', { operation: 'POST x', reason: 'connection reset' });
const started = json(200, { workflow_run_id: 7, html_url: page(7) });
const success = json(200, { status: 'completed', conclusion: 'success' });
const runs = (...list: object[]) =>
  json(200, {
    workflow_runs: list.map((more) => ({ id: 7, html_url: page(7), created_at: begun, display_title: 'x', ...more })),
  });

type Answers = Partial<Record<Name, readonly (HttpAnswer | Error)[]>>;

/** A GitHub that has these answers to each request, of which the last stays. Any other request fails the test. */
function gitHub(given: Answers) {
  const answers: Answers = { user: [json(403, {})], workflow: [json(200, { name: 'x' })], ...given };
  const counts = new Map<string, number>();
  return fakeHttp(({ method, url }) => {
    const line = `${method} ${url.href}`;
    const name = (Object.keys(requests) as Name[]).find((one) => requests[one] === line);
    const list = name && answers[name];
    if (list === undefined) throw new Error(`not expected: ${line}`);
    const count = counts.get(line) ?? 0;
    counts.set(line, count + 1);
    const answer = list[Math.min(count, list.length - 1)];
    if (answer === undefined || answer instanceof Error) throw answer;
    return answer;
  });
}

interface More {
  readonly ref?: string | undefined;
  readonly inputs?: readonly (readonly [string, string])[];
  readonly timeout?: number;
  readonly signal?: AbortSignal;
}

function build(answers: Answers, more: More = {}) {
  const { ref = 'main', inputs = [], ...others } = more;
  const http = gitHub(answers);
  const settings = buildSettings({ http, ...others });
  const wanted = { base: 'https://api.github.com', token: 't0ken', repository: 'acme/infra', workflow: 'build.yml' };
  const builder = workflowBuilder({ ...wanted, ref: () => ('ref' in more ? more.ref : ref), inputs }, settings);
  return { http, settings, outcome: builder.build(buildOrder) };
}

const bodyOf = (request: HttpRequest | undefined) => JSON.parse(String(request?.body ?? ''));
const names = (lines: readonly string[]) =>
  lines.map((line) => (Object.keys(requests) as Name[]).find((name) => requests[name] === line));

useFakeClock(begun);

describe('workflowBuilder, dispatch', () => {
  it('sends ref and inputs, filled in, with the version that answers with the run', async () => {
    const inputs = [
      ['image', '{image}'],
      ['text', '{commit} {ref} {repo} {tag} {short-sha}'],
      ['id', '{build-id}'],
      ['again', '{build-id}'],
    ] as const;
    const { http, outcome } = build({ dispatch: [started], run: [success] }, { inputs });
    await elapse(outcome);
    expect(await outcome).toEqual({ conclusion: 'success', url: page(7), failures: [] });
    expect(names(http.lines())).toEqual(['dispatch', 'run']);
    const [dispatch] = http.requests;
    const { ref, inputs: sent, ...others } = bodyOf(dispatch);
    expect([ref, others]).toEqual(['main', {}]);
    expect(sent).toEqual({
      image: 'acme/app:660cbcf',
      text: `${buildOrder.commit} main App 660cbcf 660cbcf`,
      id: expect.stringMatching(uuid),
      again: sent.id,
    });
    expect(dispatch?.headers).toMatchObject({
      authorization: 'token t0ken',
      'x-github-api-version': '2026-03-10',
      'content-type': expect.stringContaining('application/json'),
    });
  });

  it('gives every build an id of its own', async () => {
    const http = gitHub({ dispatch: [started], run: [success] });
    const wanted = { base: 'https://api.github.com', token: 't', repository: 'acme/infra', workflow: 'build.yml' };
    const inputs = [['id', '{build-id}']] as const;
    const builder = workflowBuilder({ ...wanted, ref: () => 'main', inputs }, buildSettings({ http }));
    await elapse(Promise.all([builder.build(buildOrder), builder.build(buildOrder)]));
    const sent = http.requests.filter(({ method }) => method === 'POST').map((request) => bodyOf(request).inputs.id);
    expect(new Set(sent).size).toBe(2);
  });

  it('requests the default branch without a ref', async () => {
    const answers = { repository: [json(200, { default_branch: 'trunk' })], dispatch: [started], run: [success] };
    const { http, outcome } = build(answers, { ref: undefined });
    await elapse(outcome);
    expect(names(http.lines())).toEqual(['repository', 'dispatch', 'run']);
    expect(bodyOf(http.requests[1])).toEqual({ ref: 'trunk', inputs: {} });
  });

  it('names the workflow in the address as one part', async () => {
    const http = fakeHttp(() => json(404, {}));
    const wanted = { base: 'https://ghe.test/api/v3/', token: 't', repository: 'a/b', workflow: 'my build.yml' };
    const builder = workflowBuilder({ ...wanted, ref: () => 'x', inputs: [] }, buildSettings({ http }));
    await elapse(rejectionOf(builder.build(buildOrder)));
    expect(http.lines()).toEqual([
      'POST https://ghe.test/api/v3/repos/a/b/actions/workflows/my%20build.yml/dispatches',
    ]);
  });

  it.each<[number, object, string, string, string]>([
    [
      401,
      { message: 'Bad credentials' },
      'authentication',
      '401 Unauthorized; “Bad credentials”',
      'build-token is wrong or has expired.',
    ],
    [
      403,
      { message: 'Resource not accessible' },
      'denied',
      '403 Forbidden; “Resource not accessible”',
      'actions: write',
    ],
    [404, { message: 'Not Found' }, 'not-found', '404 Not Found; “Not Found”', 'build-repository and build-workflow'],
    [429, {}, 'server', '429 Too Many Requests', 'limits'],
    [400, { message: 'odd' }, 'server', '400 Bad Request; “odd”', 'address'],
  ])('fails with %i, without another try', async (status, body, kind, answered, advice) => {
    const { http, settings, outcome } = build({ dispatch: [json(status, body)] });
    expect(await elapse(outcome)).toBe(0);
    const failure = await rejectionOf(outcome);
    expect(failure).toMatchObject({ kind, message: `${dispatched}: ${answered}` });
    expect(failure.advice).toContain(advice);
    expect(names(http.lines())).toEqual(['dispatch']);
    expect(settings.lines.warn).toEqual([]);
    expect(await settings.stopHandlers()).toEqual([]);
  });

  it.each<[string, HttpAnswer, string, string]>([
    [
      'a page of a proxy',
      answerOf(404, { headers: { 'content-type': 'text/html' }, body: '<html><title>Blocked</title>' }),
      '404 Not Found; an HTML page titled “Blocked”',
      'no proxy or login page answers in its place',
    ],
    [
      'single sign-on',
      json(403, { message: 'SAML' }, { 'x-github-sso': 'required; url=https://github.com/orgs/acme/sso' }),
      '403 Forbidden; “SAML”',
      'Authorize the token for the single sign-on (SAML SSO) of the organization: https://github.com/orgs/acme/sso',
    ],
  ])('shows %s, which answers the dispatch or the look for the default branch', async (_name, answer, said, advice) => {
    for (const [given, more] of [
      [{ dispatch: [answer] }, {}],
      [{ repository: [answer] }, { ref: undefined }],
    ] as const) {
      const { outcome } = build(given, more);
      await elapse(outcome);
      const failure = await rejectionOf(outcome);
      expect(failure.message).toContain(said);
      expect(failure.advice).toContain(advice);
    }
  });

  it('takes a 422 as wrong usage', async () => {
    const message = 'No ref found for: nope';
    const { outcome } = build({ dispatch: [json(422, { message })] });
    await elapse(outcome);
    expect(await rejectionOf(outcome)).toMatchObject({
      kind: 'usage',
      exitCode: 64,
      message: `${dispatched}: 422 Unprocessable Entity; “${message}”`,
      advice: expect.stringMatching(/^Check build-ref \(a branch or tag\), build-inputs.*on: workflow_dispatch/),
    });
  });

  it('looks for the run that an answer does not name', async () => {
    const { http, outcome } = build({ dispatch: [json(200, {})], runs: [runs({})], run: [success] });
    expect(await elapse(outcome)).toBe(9000);
    expect((await outcome).url).toBe(page(7));
    expect(names(http.lines())).toEqual(['dispatch', 'runs', 'user', 'workflow', 'runs', 'runs', 'runs', 'run']);
  });

  it('fails where the build repository is not there', async () => {
    const { http, outcome } = build({ repository: [json(404, { message: 'Not Found' })] }, { ref: undefined });
    await elapse(outcome);
    expect(await rejectionOf(outcome)).toMatchObject({
      kind: 'not-found',
      message: `${requests.repository}: 404 Not Found; “Not Found”`,
    });
    expect(http.requests).toHaveLength(1);
  });
});

describe('workflowBuilder, a server that does not answer with the run', () => {
  const date = { date: 'Sun, 01 Mar 2026 12:05:00 GMT' };
  const later = { created_at: '2026-03-01T12:05:01Z' };

  it('looks for it, by the server’s clock', async () => {
    const answers = {
      dispatch: [json(204, '', date)],
      runs: [runs({ id: 6 }), runs({ ...later, display_title: 'build acme/app:660cbcf' }, { id: 6 })],
      run: [success],
    };
    const { http, settings, outcome } = build(answers, { inputs: [['image', '{image}']] });
    expect(await elapse(outcome)).toBe(3000);
    expect((await outcome).url).toBe(page(7));
    expect(names(http.lines())).toEqual(['dispatch', 'runs', 'runs', 'run']);
    expect(settings.lines.warn).toEqual([]);
  });

  it('believes no mark that was not given to it', async () => {
    const answers = {
      dispatch: [json(204, '', date)],
      runs: [runs({ ...later, display_title: 'acme/app:660cbcf' })],
      run: [success],
    };
    const { settings, outcome } = build(answers);
    expect(await elapse(outcome)).toBe(9000);
    expect((await outcome).conclusion).toBe('success');
    expect(settings.lines.warn).toHaveLength(1);
  });

  it('is dispatched with the old version where it does not know the new one', async () => {
    const answers = {
      dispatch: [json(400, { message: 'Version "2026-03-10" is not a supported version.' }), json(204, '')],
      runs: [runs({ id: 6 }), runs({}, { id: 6 })],
      run: [success],
    };
    const { http, outcome } = build(answers);
    expect(await elapse(outcome)).toBe(9000);
    expect((await outcome).url).toBe(page(7));
    expect(names(http.lines())).toEqual([
      ...['dispatch', 'runs', 'dispatch', 'runs', 'user', 'workflow', 'runs', 'runs', 'runs', 'run'],
    ]);
    expect(http.requests[2]?.headers?.['x-github-api-version']).toBe('2022-11-28');
    expect(bodyOf(http.requests[2])).toEqual(bodyOf(http.requests[0]));
  });

  it('fails with the list of before, when nothing can have begun, and looks for nothing', async () => {
    const answers = { dispatch: [json(400, { message: 'not a supported version' })], runs: [lost] };
    const { http, settings, outcome } = build(answers);
    expect(await elapse(outcome)).toBe(0);
    expect(await rejectionOf(outcome)).toBe(lost);
    expect(names(http.lines())).toEqual(['dispatch', 'runs']);
    expect(settings.lines.warn).toEqual([]);
  });

  it('fails where no run appears, and does not dispatch again', async () => {
    const { http, outcome } = build({ dispatch: [json(204, '')], runs: [runs()] });
    expect(await elapse(outcome)).toBe(60_000);
    expect(await rejectionOf(outcome)).toMatchObject({
      kind: 'server',
      message: `${dispatched}: accepted, but no run of it has appeared`,
      advice: 'See the workflow’s page. The workflow is not dispatched a second time.',
    });
    expect(http.lines().filter((line) => line === requests.dispatch)).toHaveLength(1);
  });
});

describe('workflowBuilder, an answer that is lost', () => {
  it.each<[string, HttpAnswer]>([
    ['429', json(429, {}, { 'retry-after': '9' })],
    ['403 of a secondary limit', json(403, { message: 'You have exceeded a secondary rate limit.' })],
    ['503 with Retry-After', json(503, {}, { 'retry-after': '9' })],
  ])('looks for no run where the dispatch was turned away: %s', async (_name, answer) => {
    const { http, outcome } = build({ dispatch: [answer] });
    expect(await elapse(outcome)).toBe(0);
    expect((await rejectionOf(outcome)).kind).toBe('server');
    expect(names(http.lines())).toEqual(['dispatch']);
  });

  it.each<[string, readonly (HttpAnswer | Error)[]]>([
    ['502 and a page', [answerOf(502, { body: '<html>' })]],
    ['404 twice', [json(404, {}), json(404, {})]],
    ['401, then a reset', [json(401, {}), lost]],
  ])('looks again where the list is answered by %s', async (_name, failing) => {
    const marked = (id: string) => runs({ display_title: id });
    const http = fakeHttp(({ method, url, body }) => {
      if (method === 'POST') {
        lists.push(marked(JSON.parse(String(body)).inputs.id));
        throw lost;
      }
      if (url.pathname.endsWith('/runs/7')) return success;
      const answer = lists.length > 1 ? lists.shift() : lists[0];
      if (answer === undefined || answer instanceof Error) throw answer;
      return answer;
    });
    const lists: (HttpAnswer | Error)[] = [...failing];
    const wanted = { base: 'https://api.github.com', token: 't', repository: 'acme/infra', workflow: 'build.yml' };
    const builder = workflowBuilder({ ...wanted, ref: () => 'main', inputs }, buildSettings({ http }));
    const outcome = builder.build(buildOrder);
    expect(await elapse(outcome)).toBe(failing.length * 3000);
    expect((await outcome).conclusion).toBe('success');
  });

  it('looks for a run of after the last try, by the server’s clock', async () => {
    const ahead = 600_000;
    const there = (seconds: number) => new Date(Date.parse(begun) + ahead + seconds * 1000);
    const http = fakeHttp(async ({ method, url, onTry }) => {
      if (method === 'POST') {
        onTry?.();
        await new Promise((resume) => setTimeout(resume, 30_000));
        onTry?.();
        throw lost;
      }
      if (url.pathname.endsWith('/runs/7')) return success;
      if (!url.search.startsWith('?event')) return json(404, {});
      const neighbour = { id: 6, html_url: page(6), created_at: there(20).toISOString() };
      const ours = { id: 7, html_url: page(7), created_at: there(31).toISOString() };
      return json(200, { workflow_runs: [ours, neighbour] }, { date: there(31).toUTCString() });
    });
    const wanted = { base: 'https://api.github.com', token: 't', repository: 'acme/infra', workflow: 'build.yml' };
    const builder = workflowBuilder({ ...wanted, ref: () => 'main', inputs: [] }, buildSettings({ http }));
    const outcome = builder.build(buildOrder);
    await elapse(outcome);
    expect((await outcome).url).toBe(page(7));
  });

  it.each<[string, object, boolean]>([
    ['shows the build id', { display_title: 'the id' }, true],
    ['shows the image', { display_title: 'build acme/app:660cbcf' }, false],
    ['shows nothing', {}, false],
  ])('a run that was found and %s is cancelled with us: %j', async (_name, more, isCancelled) => {
    const stop = new AbortController();
    let list = runs();
    const http = fakeHttp(({ method, url, body }) => {
      if (method === 'POST') {
        const { id } = JSON.parse(String(body)).inputs;
        list = runs(JSON.parse(JSON.stringify(more).replace('the id', id)));
        throw lost;
      }
      if (url.pathname.endsWith('/runs/7')) return json(200, { status: 'in_progress' });
      return url.search === '' ? json(200, { name: 'x' }) : list;
    });
    const settings = buildSettings({ http, signal: stop.signal });
    const wanted = { base: 'https://api.github.com', token: 't', repository: 'acme/infra', workflow: 'build.yml' };
    const given = [...inputs, ['image', '{image}']] as const;
    const outcome = workflowBuilder({ ...wanted, ref: () => 'main', inputs: given }, settings).build(buildOrder);
    setTimeout(() => stop.abort(lost), 20_000);
    await elapse(outcome);
    expect(await rejectionOf(outcome)).toBe(lost);
    const last = gitHub({ cancel: [json(202, {})] });
    expect(await settings.stopHandlers(last)).toEqual([
      isCancelled
        ? `the run ${page(7)} was started here and has been cancelled`
        : `the run ${page(7)} was found by its title or its time and may belong to somebody else: it continues`,
    ]);
    expect(names(last.lines())).toEqual(isCancelled ? ['cancel'] : []);
  });

  const inputs = [['id', '{build-id}']] as const;
  const warning = 'The response to the dispatch was lost. Looking for the run, which may have started.';

  it.each<[string, HttpAnswer | Error]>([
    ['the connection broke', lost],
    ['the server failed', json(502, { message: 'bad gateway' })],
  ])('finds the run where %s, and does not dispatch again', async (_name, answer) => {
    const { http, settings, outcome } = build({ dispatch: [answer], runs: [runs({})], run: [success] }, { inputs });
    expect(await elapse(outcome)).toBe(9000);
    expect((await outcome).conclusion).toBe('success');
    expect(settings.lines.warn[0]).toBe(warning);
    expect(http.lines().filter((line) => line === requests.dispatch)).toHaveLength(1);
  });

  it.each<[string, HttpAnswer | Error, string, string]>([
    ['the connection broke', lost, 'network', 'POST x: connection reset'],
    ['the server failed', json(502, { message: 'no' }), 'server', `${dispatched}: 502 Bad Gateway; “no”`],
  ])('fails with it where %s and no run appears', async (_name, answer, kind, message) => {
    const { http, settings, outcome } = build({ dispatch: [answer], runs: [runs()] }, { inputs });
    expect(await elapse(outcome)).toBe(60_000);
    expect(await rejectionOf(outcome)).toMatchObject({ kind, message });
    expect(http.lines().filter((line) => line === requests.dispatch)).toHaveLength(1);
    expect(await settings.stopHandlers()).toEqual([]);
  });

  it('looks for nothing when it is stopped', async () => {
    const stop = new AbortController();
    const reason = new Failure('cancelled', { operation: 'check', reason: 'cancelled' });
    const http = fakeHttp(() => {
      stop.abort(reason);
      throw reason;
    });
    const settings = buildSettings({ http, signal: stop.signal });
    const wanted = { base: 'https://api.github.com', token: 't', repository: 'acme/infra', workflow: 'build.yml' };
    const outcome = workflowBuilder({ ...wanted, ref: () => 'x', inputs: [] }, settings).build(buildOrder);
    await elapse(outcome);
    expect(await rejectionOf(outcome)).toBe(reason);
    expect(names(http.lines())).toEqual(['dispatch']);
    expect(await settings.stopHandlers()).toEqual([
      'the dispatch of build.yml in acme/infra was not finished: its run may continue',
    ]);
  });
});

describe('workflowBuilder, a repository that has been renamed', () => {
  const numeric = 'https://api.github.com/repositories/42';
  const rest = '/actions/workflows/build.yml/dispatches';
  const redirect = (status: number, location: string) => json(status, { message: 'Moved' }, { location });

  function dispatchAt(answers: (line: string) => HttpAnswer, ref: string | undefined = 'x') {
    const http = fakeHttp(({ method, url }) => answers(`${method} ${url.href}`));
    const settings = buildSettings({ http });
    const wanted = { base: 'https://api.github.com', token: 't', repository: 'acme/infra', workflow: 'build.yml' };
    return {
      http,
      settings,
      outcome: workflowBuilder({ ...wanted, ref: () => ref, inputs: [] }, settings).build(buildOrder),
    };
  }

  it.each([307, 308])('is dispatched and followed by its number after %i', async (status) => {
    const { http, settings, outcome } = dispatchAt((line) => {
      if (line === requests.dispatch) return redirect(status, `${numeric}${rest}`);
      if (line === `POST ${numeric}${rest}`) return started;
      return line === `GET ${numeric}/actions/runs/7` ? success : json(404, {});
    });
    await elapse(outcome);
    expect((await outcome).conclusion).toBe('success');
    expect(http.requests[1]?.body).toBe(http.requests[0]?.body);
    expect(http.requests[1]?.headers).toEqual(http.requests[0]?.headers);
    expect(settings.lines.warn).toEqual([expect.stringContaining('acme/infra has been renamed or moved')]);
  });

  it('has its lost run looked for there', async () => {
    const { http, outcome } = dispatchAt((line) => {
      if (line === requests.dispatch) return redirect(307, `${numeric}${rest}`);
      if (line.startsWith(`POST ${numeric}`)) return json(502, {});
      if (line.startsWith(`GET ${numeric}/actions/workflows/build.yml/runs?`))
        return runs({ head_branch: 'x', display_title: undefined });
      return line === `GET ${numeric}/actions/runs/7` ? success : json(404, {});
    });
    await elapse(outcome);
    expect((await outcome).conclusion).toBe('success');
    expect(http.lines().filter((line) => line.startsWith('POST'))).toHaveLength(2);
  });

  it.each<[number, string]>([
    [301, `${numeric}${rest}`],
    [302, `${numeric}${rest}`],
    [307, `https://api.github.com/repos/acme/new${rest}`],
    [307, `${numeric}/actions/workflows/other.yml/dispatches`],
    [308, `${numeric}/../43${rest}?x=1`],
    [307, `${numeric}${rest}#x`],
    [307, `${api}${rest}`],
  ])('is named, and not followed, after %i to %s', async (status, location) => {
    const { http, outcome } = dispatchAt((line) =>
      line === requests.repository ? json(200, { full_name: 'acme/new' }) : redirect(status, location),
    );
    await elapse(outcome);
    expect(await rejectionOf(outcome)).toMatchObject({
      kind: 'usage',
      message: expect.stringContaining('has been renamed or moved'),
      advice: expect.stringContaining('acme/new'),
    });
    expect(names(http.lines())).toEqual(['dispatch', 'repository']);
  });

  it('is a fault of the server where the repository has the same name as before', async () => {
    const { http, outcome } = dispatchAt((line) =>
      line === requests.repository ? json(200, { full_name: 'Acme/Infra' }) : redirect(307, `${api}${rest}`),
    );
    await elapse(outcome);
    expect(await rejectionOf(outcome)).toMatchObject({
      kind: 'server',
      message: expect.stringContaining('has not been renamed'),
    });
    expect(names(http.lines())).toEqual(['dispatch', 'repository']);
  });

  it.each([
    `https://evil.test/repositories/42${rest}`,
    `https://api.github.com:8443/repositories/42${rest}`,
    `http://api.github.com/repositories/42${rest}`,
    `https://api.github.com.evil.test/repositories/42${rest}`,
  ])('is not followed to another host: %s', async (location) => {
    const { http, outcome } = dispatchAt(() => redirect(307, location));
    await elapse(outcome);
    expect((await rejectionOf(outcome)).kind).toBe('server');
    expect(names(http.lines())).toEqual(['dispatch']);
  });

  it('is followed once', async () => {
    const { http, outcome } = dispatchAt((line) =>
      line.startsWith('POST') ? redirect(307, `${numeric}${rest}`) : json(404, {}),
    );
    await elapse(outcome);
    expect((await rejectionOf(outcome)).kind).toBe('usage');
    expect(http.lines().filter((line) => line.startsWith('POST'))).toHaveLength(2);
  });
});

describe('workflowBuilder, the run', () => {
  it.each<[string, HttpAnswer | Error]>([
    ['a reset', lost],
    ['a page', answerOf(200, { headers: { 'content-type': 'text/html' }, body: '<html>' })],
    ['502', json(502, {})],
  ])('that failed ends with its conclusion also where its jobs are answered by %s', async (_name, jobs) => {
    const failed = json(200, { status: 'completed', conclusion: 'failure' });
    const { outcome } = build({ dispatch: [started], run: [failed], jobs: [jobs] });
    await elapse(outcome);
    expect(await outcome).toEqual({ conclusion: 'failure', url: page(7), failures: [] });
  });

  it.each([null, undefined, ''])('without a conclusion (%j) ends with “unknown”', async (conclusion) => {
    const jobs = { jobs: [{ name: 'build', conclusion, html_url: page(7) }] };
    const answers = {
      dispatch: [started],
      run: [json(200, { status: 'completed', conclusion })],
      jobs: [json(200, jobs)],
    };
    const { outcome } = build(answers);
    await elapse(outcome);
    expect(await outcome).toMatchObject({ conclusion: 'unknown', failures: [`job “build” unknown: ${page(7)}`] });
  });

  it('is followed to its end, for nothing of the rate limit while nothing changes', async () => {
    const answers = {
      dispatch: [started],
      run: [
        json(200, { status: 'queued', conclusion: null }, { etag: '"1"' }),
        answerOf(304),
        json(200, { status: 'in_progress', conclusion: 'success' }, { etag: '"2"' }),
        json(502, {}),
        json(200, { status: 'completed', conclusion: 'success' }),
      ],
    };
    const { http, settings, outcome } = build(answers);
    await elapse(outcome);
    expect(await outcome).toEqual({ conclusion: 'success', url: page(7), failures: [] });
    expect(http.requests.slice(1).map(({ headers }) => headers?.['if-none-match'])).toEqual([
      undefined,
      '"1"',
      '"1"',
      '"2"',
      '"2"',
    ]);
    expect(settings.lines.info).toEqual([
      `acme/app:660cbcf: dispatched build.yml in acme/infra: ${page(7)}`,
      `run ${page(7)}: queued`,
      `run ${page(7)}: in_progress`,
      `run ${page(7)}: GET https://api.github.com/repos/acme/infra/actions/runs/7: 502 Bad Gateway`,
    ]);
  });

  it.each(['quarantined', 'Succès'])('is waited for while it is %s', async (status) => {
    const { outcome } = build({ dispatch: [started], run: [json(200, { status, conclusion: null }), success] });
    await elapse(outcome);
    expect((await outcome).conclusion).toBe('success');
  });

  it.each([
    'failure',
    'cancelled',
    'timed_out',
    'action_required',
    'neutral',
    'skipped',
    'stale',
    'startup_failure',
    'superseded',
  ])('that ends with %s is no success', async (conclusion) => {
    const answers = {
      dispatch: [started],
      run: [json(200, { status: 'completed', conclusion })],
      jobs: [json(200, { jobs: [] })],
    };
    const { outcome } = build(answers);
    await elapse(outcome);
    expect(await outcome).toEqual({ conclusion, url: page(7), failures: [] });
  });

  it.each<[string, HttpAnswer, readonly string[]]>([
    [
      'with their steps and pages',
      json(200, {
        jobs: [
          { name: 'lint', conclusion: 'success', html_url: 'https://x.test/1' },
          { name: 'later', conclusion: 'skipped' },
          {
            name: 'build\n##[error]',
            conclusion: 'failure',
            html_url: 'https://x.test/2',
            steps: [
              { name: 'Set up', conclusion: 'success' },
              { name: 'Push', conclusion: 'failure' },
            ],
          },
          { name: 'slow', conclusion: 'cancelled' },
        ],
      }),
      ['job “build # #[error]” failure at “Push”: https://x.test/2', `job “slow” cancelled: ${page(7)}`],
    ],
    ['not at all where there are none', json(200, {}), []],
    ['not at all where they cannot be read', json(403, {}), []],
  ])('names the jobs that failed, %s', async (_name, jobs, failures) => {
    const answers = {
      dispatch: [started],
      run: [json(200, { status: 'completed', conclusion: 'failure' })],
      jobs: [jobs],
    };
    const { outcome } = build(answers);
    await elapse(outcome);
    const pages = failures.length > 0 ? { pages: ['https://x.test/2', page(7)] } : {};
    expect(await outcome).toEqual({ conclusion: 'failure', url: page(7), failures, ...pages });
  });

  it('fails where it cannot be seen', async () => {
    const { outcome, settings } = build({ dispatch: [started], run: [json(404, { message: 'Not Found' })] });
    await elapse(outcome);
    expect(await rejectionOf(outcome)).toMatchObject({
      kind: 'not-found',
      message: `${requests.run}: 404 Not Found; “Not Found”`,
    });
    expect(await settings.stopHandlers()).toEqual([]);
  });

  it('fails when its time is over, and leaves it alone', async () => {
    const running = json(200, { status: 'waiting', conclusion: null });
    const { outcome, settings } = build({ dispatch: [started], run: [running] }, { timeout: 60_000 });
    expect(await elapse(outcome)).toBe(60_000);
    expect((await rejectionOf(outcome)).message).toBe(`run ${page(7)}: not finished after 60 s, it is waiting`);
    expect(await settings.stopHandlers()).toEqual([]);
  });

  it.each<[string, HttpAnswer | Error, string]>([
    [
      'nobody',
      lost,
      `the run ${page(7)} was started here, and the request to cancel it got no answer: it may continue`,
    ],
    ['202', json(202, {}), `the run ${page(7)} was started here and has been cancelled`],
    ['409', json(409, {}), `the run ${page(7)} has ended already`],
    ['403', json(403, {}), `the run ${page(7)} was started here and could not be cancelled (403): it continues`],
  ])('is cancelled when we are stopped; answered by %s', async (_name, answer, words) => {
    const stop = new AbortController();
    const reason = new Failure('cancelled', { operation: 'check', reason: 'cancelled' });
    const running = json(200, { status: 'in_progress', conclusion: null });
    const { outcome, settings } = build({ dispatch: [started], run: [running] }, { signal: stop.signal });
    setTimeout(() => stop.abort(reason), 5000);
    expect(await elapse(outcome)).toBe(5000);
    expect(await rejectionOf(outcome)).toBe(reason);
    const last = gitHub({ cancel: [answer] });
    expect(await settings.stopHandlers(last)).toEqual([words]);
    expect(names(last.lines())).toEqual(['cancel']);
    expect(last.requests[0]?.headers?.authorization).toBe('token t0ken');
  });

  it('leaves no stop note at its end', async () => {
    const { outcome, settings } = build({ dispatch: [started], run: [success] });
    await elapse(outcome);
    expect(await settings.stopHandlers()).toEqual([]);
  });
});
