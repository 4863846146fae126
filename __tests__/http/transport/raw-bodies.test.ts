import { createHash } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createHttp, type Http } from '../../../src/http/client/http.js';
import { type Loopback, startProxy, startServer, startTlsServer } from '../../support/servers.js';

const long = 9 * 1024 * 1024 + 7;
/** No two chunks of it are alike. */
const content = Buffer.alloc(long);
for (let at = 0; at + 4 <= long; at += 4) content.writeUInt32LE(Math.imul(at, 2654435761) >>> 0, at);

const open: Http[] = [];
afterEach(() => {
  for (const http of open.splice(0)) http.close();
});

function client(signal = new AbortController().signal): Http {
  const http = createHttp({
    signal,
    deadline: new Date(Date.now() + 20_000),
    now: () => new Date(),
    trace: () => undefined,
    random: () => 0,
  });
  open.push(http);
  return http;
}

const get = ({ origin }: Pick<Loopback, 'origin'>) =>
  ({ method: 'GET', url: new URL('/blob', origin), expects: long }) as const;
const whole: RequestListener = (_request, answer) => void answer.end(content);
const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** Reads as copies do: it uses a chunk and the one before it. */
async function read(http: Http, server: Pick<Loopback, 'origin'>, pause = async () => {}) {
  const { content: chunks, status } = await http.download(get(server));
  const hash = createHash('sha256');
  const memory = new Set<unknown>();
  let held: Buffer | undefined;
  let length = 0;
  for await (const chunk of chunks ?? []) {
    await pause();
    if (held !== undefined) hash.update(held);
    memory.add(chunk.buffer);
    length += chunk.length;
    held = chunk;
  }
  if (held !== undefined) hash.update(held);
  return { status, length, digest: hash.digest('hex'), buffers: memory.size };
}

const same = { status: 200, length: long, digest: digestOf(content) };
const servers: readonly [string, (listener: RequestListener) => Promise<Loopback>][] = [
  ['plain HTTP', startServer],
  ['TLS', (listener) => startTlsServer(['127.0.0.1'], listener)],
];

describe.each(servers)('a long body by %s', (_name, start) => {
  it.each([
    ['fast', async () => {}],
    ['slow', () => new Promise<void>((resolve) => setTimeout(resolve, 2))],
  ])('is read into few buffers by a %s reader, and is what was sent', async (_pace, pause) => {
    const found = await read(client(), await start(whole), pause);
    expect(found).toMatchObject(same);
    expect(found.buffers).toBeLessThanOrEqual(7);
  });

  it('comes after a redirect and a refusal, on the existing connection', async () => {
    const server = await start((request, answer) => {
      if (server.requests.length === 1) return void answer.writeHead(503, { 'retry-after': '0' }).end('later');
      if (request.url === '/blob') return void answer.writeHead(307, { location: '/moved' }).end();
      answer.end(content);
    });
    expect(await read(client(), server)).toMatchObject(same);
    expect(server.requests).toHaveLength(3);
    expect(server.connections()).toBe(1);
  });

  it('that is cut is a fault, never a short body', async () => {
    const server = await start((_request, answer) => {
      answer.writeHead(200, { 'content-length': String(long) });
      answer.write(content.subarray(0, long - 1), () => answer.destroy());
    });
    await expect(read(client(), server)).rejects.toThrow(/aborted|prematurely|hang up/);
  });

  it('gives the place back and closes the connection when the reader leaves early', async () => {
    const server = await start(whole);
    const http = client();
    // More than the places of one host.
    for (let turn = 0; turn < 20; turn += 1) {
      for await (const _chunk of (await http.download(get(server))).content ?? []) break;
    }
    while (server.open() > 0) await new Promise((resolve) => setImmediate(resolve));
  });

  it('ends with the command', async () => {
    const server = await start((_request, answer) => {
      answer.writeHead(200, { 'content-length': String(long) }).write(content.subarray(0, 5_000_000));
    });
    const ending = new AbortController();
    const { content: chunks } = await client(ending.signal).download(get(server));
    const reading = (async () => {
      for await (const _chunk of chunks ?? []) setImmediate(() => ending.abort(new Error('cancelled')));
    })();
    await expect(reading).rejects.toThrow();
  });

  it('is no longer than its length', async () => {
    const server = await start((request) => {
      request.socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${long}\r\n\r\n`);
      request.socket.write(content);
      request.socket.write('HTTP/1.1 200 OK\r\n\r\nmore');
    });
    expect(await read(client(), server)).toMatchObject(same);
  });

  it.each<[string, RequestListener]>([
    [
      'without a length',
      (_request, answer) => void answer.writeHead(200, { 'transfer-encoding': 'chunked' }).end(content),
    ],
    [
      'until the connection ends',
      (request) => void request.socket.end(Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\n\r\n'), content])),
    ],
  ])('that comes %s is read by Node', async (_way, listener) => {
    expect(await read(client(), await start(listener))).toMatchObject(same);
  });

  it('may be short after all', async () => {
    const server = await start((_request, answer) => void answer.end('short'));
    expect(await read(client(), server)).toMatchObject({ length: 5, digest: digestOf(Buffer.from('short')) });
  });
});

it('goes through a proxy as everything does', async () => {
  const before = process.env.HTTPS_PROXY;
  const server = await startTlsServer(['registry.test'], whole);
  const proxy = await startProxy(server.port);
  process.env.HTTPS_PROXY = proxy.origin;
  try {
    expect(await read(client(), { origin: 'https://registry.test' })).toMatchObject(same);
    expect(proxy.targets).toEqual(['registry.test:443']);
  } finally {
    if (before === undefined) delete process.env.HTTPS_PROXY;
    else process.env.HTTPS_PROXY = before;
  }
});
