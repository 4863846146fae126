import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createHttp, type Http } from '../../../src/http/client/http.js';
import { describe as describeRequest } from '../../../src/http/message.js';
import { version } from '../../../src/lib/project.js';
import { rejectionOf } from '../../support/failures.js';
import { startServer } from '../../support/servers.js';

const open: Http[] = [];
const lines: string[] = [];

// Only the client's own waits are on the fake clock: sockets have timers of Node's own.
beforeEach(() => {
  lines.length = 0;
  jest.useFakeTimers({
    doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'],
    now: new Date('2026-03-01T12:00:00Z'),
  });
});
afterEach(() => {
  for (const http of open.splice(0)) http.close();
  jest.useRealTimers();
});

function client(seconds = 600, signal = new AbortController().signal): Http {
  const now = () => new Date();
  const http = createHttp({
    signal,
    deadline: new Date(Date.now() + seconds * 1000),
    now,
    trace: (line) => lines.push(line),
    random: () => 0,
  });
  open.push(http);
  return http;
}

/** Lets the clock jump to the next timer until the promise is settled. Gives the milliseconds that went by on it. */
async function elapse(promise: Promise<unknown>): Promise<number> {
  const begun = Date.now();
  const ended = promise.then(
    () => true,
    () => true,
  );
  while (!(await Promise.race([ended, new Promise((resolve) => setImmediate(() => resolve(false)))]))) {
    if (jest.getTimerCount() > 0) jest.advanceTimersToNextTimer();
  }
  return Date.now() - begun;
}

type Answer = (request: IncomingMessage, answer: ServerResponse, count: number) => void;

function startCounting(answer: Answer) {
  let count = 0;
  return startServer((request, response) => {
    count += 1;
    answer(request, response, count);
  });
}

const statuses = (...list: number[]) =>
  startCounting(
    (_request, answer, count) => void answer.writeHead(list[Math.min(count, list.length) - 1] ?? 500).end('x'),
  );
const get = (origin: string, path = '/') => ({ method: 'GET' as const, url: new URL(path, origin) });

describe('request', () => {
  it('gives the answer as it is, of every status', async () => {
    const { origin, requests } = await startServer(
      (_request, answer) =>
        void answer.writeHead(404, { 'X-Y': 'z', 'WWW-Authenticate': ['Basic', 'Bearer'] }).end('nope'),
    );
    const answer = await client().request({ ...get(origin, '/a?b=c'), headers: { accept: 'x/y' } });
    expect(answer.status).toBe(404);
    expect(answer.body.toString()).toBe('nope');
    expect(answer.header('x-y')).toBe('z');
    expect(answer.headerValues('www-authenticate').join(', ')).toBe('Basic, Bearer');
    expect(answer.headerValues('nothing')).toEqual([]);
    expect(answer.url.href).toBe(`${origin}/a?b=c`);
    expect(requests[0]).toMatchObject({
      method: 'GET',
      url: '/a?b=c',
      headers: { accept: 'x/y', 'user-agent': `image-gate/${version}` },
    });
  });

  it('sends a body', async () => {
    const { origin } = await startServer((request, answer) => void request.pipe(answer));
    const answer = await client().request({ method: 'POST', url: new URL(origin), body: 'a=größe' });
    expect(answer.body.toString()).toBe('a=größe');
  });

  it('keeps its connection', async () => {
    const server = await statuses(200);
    const http = client();
    for (let count = 0; count < 3; count += 1) await http.request(get(server.origin));
    expect(server.connections()).toBe(1);
  });

  it('sends at most 8 requests at a time to one host', async () => {
    let most = 0;
    const inside: ServerResponse[] = [];
    const turns = async () => {
      for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    };
    const { origin } = await startServer(async (_request, answer) => {
      most = Math.max(most, inside.push(answer));
      // Time for a ninth to come before the eight are answered.
      if (inside.length === 8) await turns();
      if (inside.length >= 8) for (const one of inside.splice(0)) one.end();
    });
    const http = client();
    await Promise.all(Array.from({ length: 32 }, () => http.request(get(origin))));
    expect(most).toBe(8);
  });

  it('traces each try without the query, and knows what is pending', async () => {
    const { origin } = await statuses(200);
    const http = client();
    const asked = http.request(get(origin, '/a?token=x'));
    expect(http.pending()).toEqual([`GET ${origin}/a`]);
    await asked;
    expect(http.pending()).toEqual([]);
    expect(lines).toEqual([expect.stringMatching(new RegExp(`^GET ${origin}/a → 200, \\d+ ms$`))]);
  });
});

describe('retries', () => {
  it.each([
    ['GET', [503, 200], 2, 200, 300],
    ['HEAD', [500, 502, 200], 3, 200, 900],
    ['PUT', [504, 200], 2, 200, 300],
    ['DELETE', [503], 4, 503, 2100],
    ['GET', [503], 4, 503, 2100],
    ['GET', [429], 6, 429, 31_000],
    ['GET', [404], 1, 404, 0],
    ['GET', [401], 1, 401, 0],
    ['POST', [503, 200], 1, 503, 0],
    ['POST', [429, 200], 2, 200, 1000],
    ['PATCH', [429, 429, 200], 3, 200, 3000],
    ['PATCH', [500, 200], 1, 500, 0],
  ] as const)('%s, answered %j: %i requests, %i, %i ms', async (method, list, count, status, milliseconds) => {
    const { origin, requests } = await statuses(...list);
    const asked = client().request({ method, url: new URL(origin) });
    expect(await elapse(asked)).toBe(milliseconds);
    expect((await asked).status).toBe(status);
    expect(requests).toHaveLength(count);
  });

  it('repeats a POST that is marked as repeatable, and no GET that is marked as not', async () => {
    const one = await statuses(503, 200);
    const asked = client().request({ method: 'POST', url: new URL(one.origin), body: 'x', repeatable: true });
    await elapse(asked);
    expect((await asked).status).toBe(200);
    const other = await statuses(503, 200);
    expect((await client().request({ ...get(other.origin), repeatable: false })).status).toBe(503);
  });

  it('repeats a POST that a 503 turns away with Retry-After, and calls onTry for each try', async () => {
    const { origin, requests } = await startCounting((_request, answer, count) => {
      answer.writeHead(count === 1 ? 503 : 201, { 'retry-after': '2' }).end();
    });
    let tries = 0;
    const onTry = () => {
      tries += 1;
    };
    const asked = client().request({ method: 'POST', url: new URL(origin), onTry });
    expect(await elapse(asked)).toBeGreaterThanOrEqual(2000);
    expect((await asked).status).toBe(201);
    expect([requests.length, tries]).toEqual([2, 2]);
  });

  it('retries after a reset, and does not POST again', async () => {
    const reset: Answer = (request, answer, count) =>
      void (count === 1 ? request.socket.destroy() : answer.end('there'));
    const one = await startCounting(reset);
    const asked = client().request(get(one.origin));
    expect(await elapse(asked)).toBe(300);
    expect((await asked).body.toString()).toBe('there');
    const other = await startCounting(reset);
    expect(await rejectionOf(client().request({ method: 'POST', url: new URL(other.origin) }))).toMatchObject({
      kind: 'network',
      exitCode: 6,
    });
    expect(other.requests).toHaveLength(1);
  });

  it('retries after a body that was cut', async () => {
    const { origin } = await startCounting((_request, answer, count) => {
      answer.writeHead(200, { 'content-length': '10' });
      if (count > 1) return void answer.end('0123456789');
      answer.write('0123', () => answer.destroy());
    });
    const asked = client().request(get(origin));
    await elapse(asked);
    expect((await asked).body.toString()).toBe('0123456789');
  });

  it('reports a refused connection', async () => {
    const asked = client().request({ method: 'GET', url: new URL('http://127.0.0.1:1/x') });
    await elapse(asked);
    const failure = await rejectionOf(asked);
    expect(failure).toMatchObject({ kind: 'network', exitCode: 6 });
    expect(failure.message).toBe('GET http://127.0.0.1:1/x: connect ECONNREFUSED 127.0.0.1:1');
  });

  it.each([
    ['seconds', '7', 7000],
    ['a date against the server’s own clock', 'Thu, 01 Jan 2032 00:00:07 GMT', 7000],
  ])('waits as long as it is asked to, in %s', async (_name, retryAfter, milliseconds) => {
    const { origin } = await startCounting((_request, answer, count) => {
      const headers = { date: 'Thu, 01 Jan 2032 00:00:00 GMT', 'retry-after': retryAfter };
      void answer.writeHead(count === 1 ? 503 : 200, headers).end();
    });
    const asked = client().request(get(origin));
    expect(await elapse(asked)).toBeGreaterThanOrEqual(milliseconds);
    expect((await asked).status).toBe(200);
    expect(lines).toContainEqual(expect.stringContaining('again in 7 s, as the server requires'));
  });

  it('leaves the whole host alone while it wants that', async () => {
    const { origin } = await startCounting(
      (_request, answer, count) => void answer.writeHead(count === 1 ? 429 : 200, { 'retry-after': '5' }).end(),
    );
    const http = client();
    const first = http.request(get(origin));
    while (!lines.some((line) => line.includes('again in'))) await new Promise((resolve) => setImmediate(resolve));
    expect(await elapse(http.request(get(origin, '/other')))).toBeGreaterThanOrEqual(5000);
    expect((await first).status).toBe(200);
  });

  it('fails at once, and reports it, if the wait would be longer than the remaining time', async () => {
    const { origin, requests } = await startServer(
      (_request, answer) => void answer.writeHead(429, { 'retry-after': '60' }).end(),
    );
    const answer = await client(30).request(get(origin));
    expect(answer).toMatchObject({ status: 429, note: 'the next try would be in 60 s, and only 30 s are left' });
    expect(requests).toHaveLength(1);
  });

  it('ends with the reason of the signal, in a wait and in a request', async () => {
    const server = await startCounting((_request, answer, count) => void (count === 1 && answer.writeHead(503).end()));
    const stop = new AbortController();
    const http = client(600, stop.signal);
    const waiting = http.request(get(server.origin, '/a'));
    while (lines.length < 2) await new Promise((resolve) => setImmediate(resolve));
    const hanging = http.request(get(server.origin, '/b'));
    while (server.requests.length < 2) await new Promise((resolve) => setImmediate(resolve));
    stop.abort(new Error('time is up'));
    await expect(waiting).rejects.toThrow('time is up');
    await expect(hanging).rejects.toThrow('time is up');
    expect(http.pending()).toEqual([`GET ${server.origin}/a`, `GET ${server.origin}/b`]);
  });
});

it('sends nothing more once the signal is aborted, and closes what is under way', async () => {
  const server = await startServer((request, answer) => {
    // The second has got a half of its answer.
    if (request.url === '/half') answer.writeHead(200, { 'content-length': '10' }).write('half');
  });
  const stop = new AbortController();
  const http = client(600, stop.signal);
  const asked = ['/nothing', '/half'].map((path) =>
    expect(http.request(get(server.origin, path))).rejects.toThrow('time is up'),
  );
  while (server.requests.length < 2) await new Promise((resolve) => setImmediate(resolve));
  stop.abort(new Error('time is up'));
  await Promise.all(asked);
  await expect(http.request(get(server.origin, '/late'))).rejects.toThrow('time is up');
  while (server.open() > 0) await new Promise((resolve) => setImmediate(resolve));
  expect(server.requests).toHaveLength(2);
});

describe('redirects', () => {
  const redirect = (status: number, location: () => string) =>
    startServer(
      (request, answer) =>
        void (request.url === '/end' ? answer.end('end') : answer.writeHead(status, { location: location() }).end()),
    );
  const authorization = 'Bearer secret';

  it.each([301, 302, 303, 307, 308])('follows %i within the origin with the authorization', async (status) => {
    const { origin, requests } = await redirect(status, () => '/end');
    const answer = await client().request({ ...get(origin, '/begin'), headers: { authorization, accept: 'a' } });
    expect([answer.body.toString(), answer.url.pathname]).toEqual(['end', '/end']);
    expect(requests[1]?.headers).toMatchObject({ authorization, accept: 'a' });
  });

  it('leaves the authorization behind at another origin, also of another port', async () => {
    const other = await statuses(200);
    const { origin } = await redirect(307, () => `${other.origin}/x`);
    expect((await client().request({ ...get(origin), headers: { authorization, accept: 'a' } })).status).toBe(200);
    expect(other.requests[0]?.headers.accept).toBe('a');
    expect(other.requests[0]?.headers.authorization).toBeUndefined();
  });

  it('… and has none for where that leads, be it the same origin, or back', async () => {
    const { origin, requests } = await startServer(
      (request, answer) =>
        void (request.url === '/begin'
          ? answer.writeHead(307, { location: `${other.origin}/first` }).end()
          : answer.end('back')),
    );
    const other = await startServer((request, answer) => {
      const location = request.url === '/first' ? '/second' : `${origin}/back`;
      answer.writeHead(307, { location }).end();
    });
    const answer = await client().request({ ...get(origin, '/begin'), headers: { authorization } });
    expect(answer.body.toString()).toBe('back');
    expect(other.requests.map(({ url, headers }) => [url, headers.authorization])).toEqual([
      ['/first', undefined],
      ['/second', undefined],
    ]);
    expect(requests.map(({ url, headers }) => [url, headers.authorization])).toEqual([
      ['/begin', authorization],
      ['/back', undefined],
    ]);
  });

  it('stays at its origin if the request requires it', async () => {
    const other = await statuses(200);
    const away = await redirect(303, () => `${other.origin}/x`);
    const inside = await redirect(303, () => '/end');
    const ask = (origin: string) => client().request({ ...get(origin), sameOriginOnly: true });
    expect([(await ask(away.origin)).status, (await ask(inside.origin)).body.toString()]).toEqual([303, 'end']);
    expect(other.requests).toEqual([]);
  });

  it('does not follow with a POST', async () => {
    const { origin, requests } = await redirect(307, () => '/end');
    expect((await client().request({ method: 'POST', url: new URL(origin) })).status).toBe(307);
    expect(requests).toHaveLength(1);
  });

  it.each([
    ['a loop', '/again', 'it redirects more than 5 times', 6],
    ['plain HTTP on another host', 'http://elsewhere.test/', 'it is plain HTTP on another host', 1],
    ['another scheme', 'file:///etc/passwd', 'it is a file: address', 1],
    ['credentials', 'http://u:p@127.0.0.1/', 'it contains credentials', 1],
    ['nonsense', 'http://[', 'it redirects to an invalid address', 1],
  ])('refuses %s', async (_name, location, words, count) => {
    const { origin, requests } = await redirect(302, () => location);
    const failure = await rejectionOf(client().request(get(origin, '/begin')));
    expect(failure).toMatchObject({ kind: 'server', exitCode: 5 });
    expect(failure.message).toContain(words);
    expect(requests).toHaveLength(count);
  });
});

describe('bodies', () => {
  it('takes as many bytes as it may, and not one more', async () => {
    const { origin, requests } = await startServer((_request, answer) => void answer.end('0123456789'));
    expect((await client().request({ ...get(origin), limit: 10 })).body).toHaveLength(10);
    const failure = await rejectionOf(client().request({ ...get(origin), limit: 9 }));
    expect(failure).toMatchObject({ kind: 'server', exitCode: 5 });
    expect(failure.message).toContain('the answer is longer than 9 bytes');
    expect(requests).toHaveLength(2);
  });

  it('does not drink an endless body', async () => {
    const { origin } = await startServer((_request, answer) => {
      const chunk = Buffer.alloc(65_536);
      const sendBody = () => {
        while (!answer.destroyed && answer.write(chunk));
      };
      answer.on('drain', sendBody);
      sendBody();
    });
    expect((await rejectionOf(client().request({ ...get(origin), limit: 1_000_000 }))).message).toContain(
      'longer than 1000000 bytes',
    );
  });
});

describe('describe', () => {
  it('leaves out the query', () => {
    expect(describeRequest({ method: 'HEAD', url: new URL('https://a.test:8443/b/c?token=x#y') })).toBe(
      'HEAD https://a.test:8443/b/c',
    );
  });
});
