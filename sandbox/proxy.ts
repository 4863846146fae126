import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';
import type { Certificate } from './certificates.js';
import type { Answer, IncomingRequest, RecordedRequest } from './exchange.js';
import type { Breakage } from './faults.js';
import { carriedBy } from './misbehaving.js';
import { listener } from './serving.js';

const TLS_HANDSHAKE = 0x16;

export interface ProxyOptions {
  /** Valid for every known host. */
  readonly certificate: Certificate;
  knows(hostname: string): boolean;
  answer(request: IncomingRequest): Promise<Answer | Breakage>;
  readonly requests: RecordedRequest[];
  /** Gets the host name of each tunnel that is opened. */
  readonly tunnels: string[];
}

export interface Proxy {
  /** `http://127.0.0.1:port`, for `HTTPS_PROXY` and `HTTP_PROXY`. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * An HTTP proxy on loopback that is at the same time every server behind it. It ends TLS itself and hands the
 * connection to its own `node:http` server, so a reset or a cut by that server is a reset or a cut for the client.
 * Unknown hosts get what a proxy answers for a name that does not resolve: 502. Nothing leaves the machine.
 */
export async function startProxy(options: ProxyOptions): Promise<Proxy> {
  const secureContext = createSecureContext(options.certificate);
  const sockets = new Set<Socket>();
  const server = createServer({ keepAliveTimeout: 0 }, listener(options));

  server.on('connection', (socket: Socket) => {
    if (socket instanceof TLSSocket) return;
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('connect', (request, socket: Socket, head: Buffer) => {
    const hostname = (request.url ?? '').replace(/:\d+$/, '');
    socket.on('error', () => socket.destroy());
    if (!options.knows(hostname)) {
      socket.end(`HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`);
      return;
    }
    options.tunnels.push(hostname);
    if (head.length > 0) socket.unshift(head);
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    socket.once('readable', () => {
      const first: Buffer | null = socket.read();
      if (first === null) return void socket.destroy();
      socket.unshift(first);
      server.emit('connection', first[0] === TLS_HANDSHAKE ? endTls(socket) : socket);
    });
  });

  function endTls(socket: Socket): TLSSocket {
    const secure = new TLSSocket(socket, { isServer: true, secureContext });
    secure.on('error', () => socket.destroy());
    secure.on('close', () => socket.destroy());
    carriedBy(secure, socket);
    return secure;
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
