import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createHttp, type Http } from '../../../src/http/client/http.js';
import { rejectionOf } from '../../support/failures.js';
import { startProxy, startServer, startTlsServer } from '../../support/servers.js';

const names = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY', 'no_proxy', 'NO_PROXY'];
const kept = names.map((name) => [name, process.env[name]] as const);
const open: Http[] = [];

beforeEach(() => {
  for (const name of names) delete process.env[name];
});
afterEach(() => {
  for (const http of open.splice(0)) http.close();
  for (const [name, value] of kept) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
});

function client(signal = new AbortController().signal): Http {
  const http = createHttp({
    signal,
    deadline: new Date(Date.now() + 200),
    now: () => new Date(),
    trace: () => undefined,
  });
  open.push(http);
  return http;
}

const get = (url: string) => ({ method: 'GET' as const, url: new URL(url) });
const hello = () =>
  startTlsServer(['registry.test', '127.0.0.1'], (request, answer) => void answer.end(`hello ${request.url}`));
const until = async (condition: () => boolean) => {
  for (let turn = 0; turn < 60 && !condition(); turn += 1) await new Promise((resolve) => setTimeout(resolve, 5));
  return condition();
};

describe('through a proxy', () => {
  it('keeps its tunnel, and requests nothing else from the proxy', async () => {
    const server = await hello();
    const proxy = await startProxy(server.port);
    process.env.HTTPS_PROXY = proxy.origin;
    const http = client();
    for (const path of ['/a', '/b', '/c']) {
      expect((await http.request(get(`https://registry.test${path}`))).body.toString()).toBe(`hello ${path}`);
    }
    expect(proxy.targets).toEqual(['registry.test:443']);
    expect(proxy.requests).toHaveLength(0);
    expect(server.connections()).toBe(1);
  });

  it('goes there with plain HTTP too, with the whole address', async () => {
    const proxy = await startProxy(1);
    process.env.HTTP_PROXY = proxy.origin.replace('//', '//us%65r:p%40ss@');
    const answer = await client().request(get('http://registry.test/a?b'));
    expect(answer.body.toString()).toBe('by the proxy: http://registry.test/a?b');
    expect(proxy.requests[0]?.headers).toMatchObject({
      host: 'registry.test',
      'proxy-authorization': `Basic ${Buffer.from('user:p@ss').toString('base64')}`,
    });
  });

  it('reports that the proxy requires authentication', async () => {
    const proxy = await startProxy(1, 407);
    process.env.https_proxy = proxy.origin;
    const failure = await rejectionOf(client().request(get('https://registry.test/')));
    expect(failure).toMatchObject({ kind: 'network', exitCode: 6 });
    expect(failure.message).toContain(
      `the proxy ${new URL(proxy.origin).host} answered 407 to CONNECT registry.test:443`,
    );
  });

  it.each([0, 1, 2])('sends one request to a proxy that answers 407 (connections opened ahead: %i)', async (ahead) => {
    const proxy = await startProxy(1, 407);
    process.env.https_proxy = proxy.origin;
    const http = client();
    if (ahead > 0) http.open(new URL('https://registry.test/'));
    if (ahead > 1) expect(await until(() => proxy.targets.length === 1 && proxy.open() === 0)).toBe(true);
    for (const path of ['/a', '/b']) {
      const failure = await rejectionOf(http.request(get(`https://registry.test${path}`)));
      expect(failure.advice).toContain('http://USER:PASSWORD@HOST:PORT');
    }
    http.open(new URL('https://registry.test/'));
    await rejectionOf(http.request(get('https://other.test/')));
    expect(proxy.targets).toEqual(['registry.test:443', 'other.test:443']);
  });

  it.each(['127.0.0.1', '*'])('does without where NO_PROXY is %s', async (noProxy) => {
    const server = await hello();
    const proxy = await startProxy(1, 407);
    process.env.HTTPS_PROXY = proxy.origin;
    process.env.NO_PROXY = noProxy;
    expect((await client().request(get(`${server.origin}/a`))).status).toBe(200);
    expect(proxy.targets).toEqual([]);
  });

  it('leaves no connection behind that the proxy never answered', async () => {
    const proxy = await startProxy(1, 0);
    process.env.HTTPS_PROXY = proxy.origin;
    const stop = new AbortController();
    const http = client(stop.signal);
    let ended: unknown;
    http.request(get('https://registry.test/')).catch((reason) => {
      ended = reason;
    });
    await until(() => proxy.targets.length === 1);
    stop.abort(new Error('time is up'));
    await until(() => ended !== undefined);
    expect(ended).toMatchObject({ message: 'time is up' });
    http.close();
    expect(await until(() => proxy.open() === 0)).toBe(true);
  });
});

describe('opened ahead', () => {
  it.each([true, false])('a connection is used, once; through a proxy: %s', async (proxied) => {
    const server = await hello();
    const proxy = await startProxy(server.port);
    if (proxied) process.env.HTTPS_PROXY = proxy.origin;
    const origin = proxied ? 'https://registry.test' : server.origin;
    const http = client();
    http.open(new URL(origin));
    http.open(new URL(origin));
    expect(await until(() => server.connections() === 1)).toBe(true);
    await http.request(get(`${origin}/a`));
    expect(server.connections()).toBe(1);
    // Node gives a connection back when the request's own end is told too, which may be after the answer's.
    await new Promise((resolve) => setTimeout(resolve, 50));
    await Promise.all([http.request(get(`${origin}/b`)), http.request(get(`${origin}/c`))]);
    expect(server.connections()).toBe(2);
    expect(server.requests).toHaveLength(3);
  });

  it('a connection that was closed meanwhile is not used', async () => {
    let greeted = 0;
    const server = await startTlsServer(['127.0.0.1'], (_request, answer) => void answer.end());
    const http = client();
    http.open(new URL(server.origin));
    await until(() => server.connections() === 1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    greeted = server.connections();
    server.hangUp();
    await until(() => server.open() === 0);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await http.request(get(server.origin))).status).toBe(200);
    expect([greeted, server.connections()]).toEqual([1, 2]);
  });

  it('an unused connection is closed at the end', async () => {
    const server = await hello();
    const http = client();
    http.open(new URL(server.origin));
    await until(() => server.open() === 1);
    http.close();
    expect(await until(() => server.open() === 0)).toBe(true);
  });

  it('opens nothing for plain HTTP', async () => {
    const server = await startServer((_request, answer) => void answer.end());
    client().open(new URL(server.origin));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(server.connections()).toBe(0);
  });

  it('does not report a fault, which the request then reports', async () => {
    const http = client();
    http.open(new URL('https://127.0.0.1:1'));
    expect((await rejectionOf(http.request(get('https://127.0.0.1:1/')))).message).toContain('ECONNREFUSED');
  });
});

describe('certificates', () => {
  it('must be for the host', async () => {
    const server = await startTlsServer(['other.test'], (_request, answer) => void answer.end());
    const failure = await rejectionOf(client().request(get(server.origin)));
    expect(failure).toMatchObject({ kind: 'network', exitCode: 6 });
    expect(failure.message).toContain("the server's certificate is not trusted");
    expect(server.requests).toHaveLength(0);
  });

  it('are reported as missing if a server does not use TLS', async () => {
    const server = await startServer((_request, answer) => void answer.end());
    const failure = await rejectionOf(client().request(get(server.origin.replace('http:', 'https:'))));
    expect(failure.message).toContain('the server does not speak TLS here');
    expect(failure.advice).toContain('http://');
  });
});
