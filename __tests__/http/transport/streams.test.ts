import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { createHttp } from '../../../src/http/client/http.js';
import { rejectionOf } from '../../support/failures.js';
import { startServer } from '../../support/servers.js';

function client(signal = new AbortController().signal) {
  return createHttp({
    signal,
    deadline: new Date(Date.now() + 20_000),
    now: () => new Date(),
    trace: () => undefined,
    random: () => 0,
  });
}

async function* pieces(...texts: (string | Error)[]): AsyncGenerator<Buffer> {
  for (const text of texts) {
    if (text instanceof Error) throw text;
    yield Buffer.from(text);
  }
}

async function textOf(content: AsyncIterable<Buffer> | undefined): Promise<string> {
  const all: Buffer[] = [];
  for await (const piece of content ?? []) all.push(piece);
  return Buffer.concat(all).toString();
}

/** A server that says how each body ended. */
async function startTaking() {
  const bodies: { text: string; complete: boolean; length: string | undefined }[] = [];
  const server = await startServer((request: IncomingMessage, answer: ServerResponse) => {
    const body = { text: '', complete: false, length: request.headers['content-length'] };
    bodies.push(body);
    request.on('data', (data) => {
      body.text += data;
    });
    request.on('error', () => undefined);
    request.on('end', () => {
      body.complete = request.complete;
      answer.writeHead(201).end('taken');
    });
  });
  return { ...server, bodies };
}

const put = (origin: string) => ({ method: 'PUT' as const, url: new URL('/blob', origin) });

describe('upload', () => {
  it('sends all pieces with their length, and gives the answer', async () => {
    const { origin, bodies } = await startTaking();
    const answer = await client().upload(put(origin), { length: 6, chunks: pieces('abc', 'def') });
    expect(answer.status).toBe(201);
    expect(answer.body.toString()).toBe('taken');
    expect(bodies).toEqual([{ text: 'abcdef', complete: true, length: '6' }]);
  });

  it.each([
    ['breaks', 6, ['abc', new Error('the source broke')], 'the source broke'],
    ['is shorter than it should be', 9, ['abc', 'def'], 'the content ended after 6 of 9 bytes'],
    ['is longer than it should be', 4, ['abc', 'def'], 'the content is longer than its 4 bytes'],
  ])('a content that %s never passes for a whole one', async (_words, length, texts, message) => {
    const { origin, bodies } = await startTaking();
    const failure = await rejectionOf(client().upload(put(origin), { length, chunks: pieces(...texts) }));
    expect(failure.kind).toBe('network');
    expect(failure.message).toContain(message);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(bodies.filter(({ complete }) => complete)).toEqual([]);
  });

  it('stops where the answer comes before the end', async () => {
    const { origin } = await startServer((_request, answer) => void answer.writeHead(413).end('too large'));
    let given = 0;
    async function* endless(): AsyncGenerator<Buffer> {
      for (;;) {
        given += 1;
        yield Buffer.alloc(65_536);
      }
    }
    const answer = await client().upload(put(origin), { length: 1e12, chunks: endless() });
    expect(answer.status).toBe(413);
    expect(given).toBeLessThan(1e4);
  });

  it('is not tried again', async () => {
    const { origin, requests } = await startServer((_request, answer) => void answer.writeHead(503).end());
    expect((await client().upload(put(origin), { length: 1, chunks: pieces('a') })).status).toBe(503);
    expect(requests).toHaveLength(1);
  });
});

describe('download', () => {
  const get = (origin: string) => ({ method: 'GET' as const, url: new URL('/blob', origin) });

  it('gives the content piece by piece, and its place back at the end', async () => {
    const { origin } = await startServer((_request, answer) => void answer.writeHead(200).end('content'));
    const http = client();
    // More than the places of one host.
    for (let turn = 0; turn < 20; turn += 1)
      expect(await textOf((await http.download(get(origin))).content)).toBe('content');
    http.close();
  });

  it('gives the place back when the reader leaves early', async () => {
    const { origin } = await startServer((_request, answer) => {
      answer.writeHead(200).write(Buffer.alloc(1_000_000));
    });
    const http = client();
    for (let turn = 0; turn < 20; turn += 1) {
      for await (const _piece of (await http.download(get(origin))).content ?? []) break;
    }
    http.close();
  });

  it('tries again up to the first byte; a cut body is a fault, never a short body', async () => {
    const { origin, requests } = await startServer((_request, answer) => {
      if (requests.length === 1) return void answer.writeHead(503).end();
      answer.writeHead(200, { 'content-length': '100' }).write('some');
      setTimeout(() => answer.destroy(), 20);
    });
    const { content } = await client().download(get(origin));
    await expect(textOf(content)).rejects.toThrow('aborted');
    expect(requests).toHaveLength(2);
  });

  it('reads an answer that is no success completely', async () => {
    const { origin } = await startServer((_request, answer) => void answer.writeHead(404).end('nope'));
    const answer = await client().download(get(origin));
    expect(answer.content).toBeUndefined();
    expect(answer.body.toString()).toBe('nope');
  });
});
