import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { RecordedRequest } from './exchange.js';
import type { Breakage } from './faults.js';

/** The TCP socket under a TLS one: only it can be reset. Filled in where TLS is ended. */
const carriers = new WeakMap<Duplex, Socket>();

/** Remembers that `secure` runs over `carrier`. */
export function carriedBy(secure: Duplex, carrier: Socket): void {
  carriers.set(secure, carrier);
}

/** Answers as a broken server would. */
export function misbehave(fault: Breakage, socket: Socket, response: ServerResponse, record: RecordedRequest): void {
  const carrier = carriers.get(socket) ?? socket;
  if (fault === 'reset') return void carrier.resetAndDestroy();
  if (fault === 'hang') return;
  if ('cut' in fault) {
    const body = Buffer.from(fault.cut.body);
    record.status = fault.cut.status ?? 200;
    response.writeHead(record.status, { ...fault.cut.headers, 'content-length': body.length });
    response.flushHeaders();
    const part = body.subarray(0, fault.cut.after);
    if (part.length === 0) socket.write('', () => carrier.destroySoon());
    else response.write(part, () => carrier.destroySoon());
    return;
  }
  record.status = 200;
  if ('slow' in fault) {
    const body = Buffer.from(fault.slow.body);
    response.writeHead(200, { ...fault.slow.headers, 'content-length': body.length });
    drip(response, fault.slow.bytesPerSecond, body);
    return;
  }
  response.writeHead(200, { 'content-type': 'application/json' });
  flood(response);
}

/** Sends in ticks of 50 ms or one byte, whichever is longer. */
function drip(response: ServerResponse, bytesPerSecond: number, body: Buffer): void {
  const tick = Math.max(50, 1000 / bytesPerSecond);
  const share = Math.max(1, Math.round((bytesPerSecond * tick) / 1000));
  let sent = 0;
  const timer = setInterval(() => {
    const next = body.subarray(sent, sent + share);
    sent += next.length;
    if (sent < body.length) return void response.write(next);
    clearInterval(timer);
    response.end(next);
  }, tick);
  response.on('close', () => clearInterval(timer));
  response.flushHeaders();
}

/** Spaces, which even a JSON parser would go on waiting through, as fast as the client takes them. */
function flood(response: ServerResponse): void {
  // An answer to HEAD has no body: Node takes the writes and throws them away, without end.
  if (response.req.method === 'HEAD') return void response.end();
  const chunk = Buffer.alloc(64 * 1024, ' ');
  const pour = (): void => {
    while (!response.destroyed && response.write(chunk)) {
      // until the socket's buffer is full
    }
  };
  response.on('drain', pour);
  pour();
}
