import { createServer as createTcpServer, Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { connectTls, endpointOf, proxyAuthorization, proxyOf } from '../../../src/http/transport/tunnel.js';
import { startProxy, startServer, startTlsServer } from '../../support/servers.js';

const names = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY', 'no_proxy', 'NO_PROXY'];
const kept = names.map((name) => [name, process.env[name]] as const);

beforeEach(() => {
  for (const name of names) delete process.env[name];
});
afterEach(() => {
  for (const [name, value] of kept) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
});

describe('endpointOf', () => {
  it.each([
    ['https://a.test', 'a.test', 443],
    ['http://a.test', 'a.test', 80],
    ['https://a.test:8443/x', 'a.test', 8443],
    ['https://a.test:443', 'a.test', 443],
    ['https://127.0.0.1:5000', '127.0.0.1', 5000],
    ['https://[::1]:5000', '::1', 5000],
    ['https://[::1]', '::1', 443],
  ])('%s: %s and %i', (url, host, port) => expect(endpointOf(new URL(url))).toEqual({ host, port }));
});

describe('proxyOf', () => {
  it.each<[string, Record<string, string>, string, string | undefined]>([
    ['none', {}, 'https://a.test', undefined],
    ['of https', { HTTPS_PROXY: 'http://p.test:3128' }, 'https://a.test', 'http://p.test:3128/'],
    [
      'in small letters first',
      { https_proxy: 'http://s.test', HTTPS_PROXY: 'http://p.test' },
      'https://a.test',
      'http://s.test/',
    ],
    ['of https not for http', { HTTPS_PROXY: 'http://p.test' }, 'http://a.test', undefined],
    ['of http', { HTTP_PROXY: 'http://p.test' }, 'http://a.test', 'http://p.test/'],
    ['without a scheme', { HTTPS_PROXY: 'p.test:3128' }, 'https://a.test', 'http://p.test:3128/'],
    ['not for this host', { HTTPS_PROXY: 'http://p.test', NO_PROXY: 'b.test,a.test' }, 'https://a.test', undefined],
    ['not for this domain', { HTTPS_PROXY: 'http://p.test', NO_PROXY: '.test' }, 'https://a.test', undefined],
    ['but for another host', { HTTPS_PROXY: 'http://p.test', NO_PROXY: 'b.test' }, 'https://a.test', 'http://p.test/'],
    ['not for loopback', { HTTPS_PROXY: 'http://p.test' }, 'https://localhost:5000', undefined],
  ])('%s: %j', (_name, environment, url, expected) => {
    Object.assign(process.env, environment);
    expect(proxyOf(new URL(url))?.href).toBe(expected);
  });
});

describe('proxyAuthorization', () => {
  const basic = (pair: string) => ({ 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` });
  it.each([
    ['http://p.test', {}],
    ['http://ann@p.test', basic('ann:')],
    ['http://ann:secret@p.test', basic('ann:secret')],
    ['http://us%65r:p%40ss%3A@p.test', basic('user:p@ss:')],
    ['http://gr%C3%B6%C3%9Fe:x@p.test', basic('größe:x')],
  ])('%s', (proxy, expected) => expect(proxyAuthorization(new URL(proxy))).toEqual(expected));
});

describe('connectTls', () => {
  const stops: (() => Promise<unknown>)[] = [];
  afterEach(async () => void (await Promise.all(stops.splice(0).map((stop) => stop()))));
  const never = new AbortController().signal;

  it('gives a connection that is ready, by the name of the host', async () => {
    const server = await startTlsServer(['registry.test'], (_request, answer) => void answer.end());
    process.env.HTTPS_PROXY = (await startProxy(server.port)).origin;
    const socket = await connectTls(new URL('https://registry.test:8443/x'), never);
    expect([socket.authorized, socket.getProtocol(), (socket as { servername?: string }).servername]).toEqual([
      true,
      'TLSv1.3',
      'registry.test',
    ]);
    socket.destroy();
  });

  it('does not hold small pieces back until others have been acknowledged', async () => {
    const server = await startTlsServer(['127.0.0.1'], (_request, answer) => void answer.end());
    const setNoDelay = jest.spyOn(Socket.prototype, 'setNoDelay');
    const socket = await connectTls(new URL(`https://127.0.0.1:${server.port}`), never);
    expect(setNoDelay.mock.contexts.includes(socket)).toBe(true);
    setNoDelay.mockRestore();
    socket.destroy();
  });

  it('sends the proxy the host and port, and the credentials', async () => {
    const server = await startTlsServer(['127.0.0.1', 'a.test'], (_request, answer) => void answer.end());
    const proxy = await startProxy(server.port);
    process.env.HTTPS_PROXY = proxy.origin;
    for (const origin of ['https://a.test', 'https://a.test:5000']) {
      (await connectTls(new URL(origin), never)).destroy();
    }
    expect(proxy.targets).toEqual(['a.test:443', 'a.test:5000']);
  });

  it.each([403, 407, 502])('fails where the proxy answers %i, and shows no password', async (status) => {
    const proxy = await startProxy(1, status);
    process.env.HTTPS_PROXY = proxy.origin.replace('//', '//ann:hunter2@');
    await expect(connectTls(new URL('https://a.test'), never)).rejects.toThrow(
      `the proxy 127.0.0.1:${proxy.port} answered ${status} to CONNECT a.test:443`,
    );
  });

  it('fails where the proxy is not there', async () => {
    process.env.HTTPS_PROXY = 'http://127.0.0.1:1';
    await expect(connectTls(new URL('https://a.test'), never)).rejects.toThrow('ECONNREFUSED');
  });

  it('fails where the server does not speak TLS', async () => {
    const { port } = await startServer((_request, answer) => void answer.end());
    await expect(connectTls(new URL(`https://127.0.0.1:${port}`), never)).rejects.toThrow(/wrong version number/i);
  });

  /** A server that takes connections and says nothing. */
  async function mute() {
    const sockets: Socket[] = [];
    let closed = 0;
    const server = createTcpServer((socket) => {
      sockets.push(socket);
      socket
        .on('error', () => undefined)
        .on('close', () => {
          closed += 1;
        });
      socket.resume();
    });
    stops.push(() => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(resolve));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    return { origin: `https://127.0.0.1:${port}`, count: () => sockets.length, closed: () => closed };
  }
  const until = async (condition: () => boolean) => {
    for (let turn = 0; turn < 60 && !condition(); turn += 1) await new Promise((resolve) => setTimeout(resolve, 5));
    return condition();
  };

  it('ends a connection that is not ready when the pool is closed', async () => {
    const server = await mute();
    const closing = new AbortController();
    const pending = connectTls(new URL(server.origin), closing.signal);
    expect(await until(() => server.count() === 1)).toBe(true);
    closing.abort(new Error('closed'));
    await expect(pending).rejects.toThrow('closed');
    expect(await until(() => server.closed() === 1)).toBe(true);
  });

  it('opens none after the pool was closed', async () => {
    const server = await mute();
    const pending = connectTls(new URL(server.origin), AbortSignal.abort(new Error('closed')));
    const ended = pending.then(
      () => 'connected',
      (error: Error) => error.message,
    );
    const late = new Promise((resolve) => setTimeout(() => resolve('still waiting'), 200));
    expect(await Promise.race([ended, late])).toBe('closed');
    expect(await until(() => server.closed() === server.count())).toBe(true);
  });
});
