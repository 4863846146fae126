import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import tls from 'node:tls';
import { afterEach } from '@jest/globals';
import { type Authority, createAuthority } from '../../sandbox/certificates.js';

export interface Loopback {
  /** `http://127.0.0.1:port`, or with TLS `https://…`. */
  readonly origin: string;
  readonly port: number;
  readonly requests: readonly IncomingMessage[];
  /** How many connections have been made. */
  connections(): number;
  /** How many of them are still open. */
  open(): number;
  /** Closes them all from here. */
  hangUp(): void;
}

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

/** A server on loopback until the end of the test. */
export async function startServer(listener: RequestListener): Promise<Loopback> {
  return watch(createServer(), 'http', listener);
}

let authority: Promise<Authority> | undefined;

/** The same with TLS, by a certificate for these names that is trusted until the end of the test. */
export async function startTlsServer(names: readonly string[], listener: RequestListener): Promise<Loopback> {
  authority ??= createAuthority();
  const { cert, issue } = await authority;
  trust(cert);
  return watch(createTlsServer(await issue(names)), 'https', listener);
}

/** An HTTP proxy that tunnels every CONNECT to this port; `status` is its answer. */
export async function startProxy(
  port: number,
  status = 200,
): Promise<Loopback & { readonly targets: readonly string[] }> {
  const targets: string[] = [];
  const server = createServer();
  server.on('connect', (request, socket: Socket) => {
    targets.push(request.url ?? '');
    socket.on('error', () => undefined);
    if (status === 0) return void socket.resume().once('end', () => socket.end());
    socket.write(`HTTP/1.1 ${status} x\r\n\r\n`);
    if (status !== 200) return void socket.end();
    const onward = connect(port, '127.0.0.1');
    onward.on('error', () => socket.destroy());
    socket.on('close', () => onward.destroy());
    onward.pipe(socket).pipe(onward);
  });
  return {
    ...(await watch(server, 'http', (request, answer) => void answer.end(`by the proxy: ${request.url}`))),
    targets,
  };
}

async function watch(server: Server, scheme: string, listener: RequestListener): Promise<Loopback> {
  const requests: IncomingMessage[] = [];
  const sockets = new Set<Socket>();
  let count = 0;
  server.on('request', (request, answer) => {
    requests.push(request);
    listener(request, answer);
  });
  server.on('connection', (socket: Socket) => {
    count += 1;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const hangUp = () => {
    for (const socket of sockets) socket.destroy();
  };
  stops.push(async () => {
    hangUp();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `${scheme}://127.0.0.1:${port}`,
    port,
    requests,
    connections: () => count,
    open: () => sockets.size,
    hangUp,
  };
}

/** What NODE_EXTRA_CA_CERTS does for a process; Node asks the module's own `createSecureContext` for each connection. */
function trust(cert: string): void {
  const core = tls as { createSecureContext: typeof tls.createSecureContext };
  const original = core.createSecureContext;
  core.createSecureContext = (options) => {
    const made = original(options);
    (made.context as { addCACert(pem: string): void }).addCACert(cert);
    return made;
  };
  stops.push(async () => {
    core.createSecureContext = original;
  });
}
