import { expect, it } from '@jest/globals';
import { createHttp } from '../../../src/http/client/http.js';
import { digestOf } from '../../../src/images/digest.js';
import { parseRegistry, repositoryName } from '../../../src/images/name.js';
import { anonymous } from '../../../src/registries/auth/credentials.js';
import { connectRegistry } from '../../../src/registries/registry.js';
import { rejectionOf } from '../../support/failures.js';
import { startServer } from '../../support/servers.js';

const bytes = Buffer.from('0123456789');

it('a rest that begins elsewhere than requested is refused, and keeps no place at the host', async () => {
  const { origin } = await startServer((request, answer) => {
    if (request.url?.includes('/manifests/')) return void answer.writeHead(404).end();
    if (request.headers.range !== undefined) {
      answer.writeHead(206, { 'content-range': 'bytes 0-9/10', 'content-length': '10' }).end(bytes);
      return;
    }
    answer.writeHead(200, { 'content-length': '10' });
    answer.write(bytes.subarray(0, 5), () => answer.destroy());
  });
  const http = createHttp({
    signal: AbortSignal.timeout(10_000),
    deadline: new Date(Date.now() + 10_000),
    now: () => new Date(),
    trace: () => undefined,
  });
  const name = parseRegistry(origin);
  const settings = {
    http,
    credentials: anonymous,
    now: () => new Date(),
    mask: () => undefined,
    warn: () => undefined,
  };
  const repository = connectRegistry(name, settings).repository(repositoryName(name, 'acme/app'));
  const read = async () => {
    const pieces: Buffer[] = [];
    const blob = { mediaType: 'application/octet-stream', digest: digestOf(bytes), size: bytes.length };
    for await (const piece of repository.blob(blob)) pieces.push(piece);
    return pieces;
  };
  const failures = await Promise.all(Array.from({ length: 8 }, () => rejectionOf(read())));
  for (const { kind, message } of failures) {
    expect(kind).toBe('server');
    expect(message).toContain('206 with the range bytes 0-9/10');
  }
  expect(await repository.head('1')).toBeUndefined();
  http.close();
});
