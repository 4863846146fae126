import { createServer, request } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface Latency {
  /** A proxy URL to use instead of the one that was given. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Puts every host behind a proxy `roundTripMs` milliseconds away. Opening a connection takes one round trip (the
 * client's own way to the proxy stands for the TCP handshake), every byte takes half a round trip each way, and order
 * is kept. Bandwidth is not limited.
 */
export async function withLatency(proxyUrl: string, roundTripMs: number): Promise<Latency> {
  const upstreamProxy = new URL(proxyUrl);
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.setNoDelay(true).on('close', () => sockets.delete(socket));
  };

  const server = createServer((_request, response) => {
    response.writeHead(501, { 'content-type': 'text/plain' }).end('this proxy only tunnels\n');
  });
  server.on('connection', keep);
  server.on('connect', (asked, client: Socket, head: Buffer) => {
    const arrived = performance.now();
    client.on('error', () => client.destroy());
    const tunnel = request({
      host: upstreamProxy.hostname,
      port: upstreamProxy.port,
      method: 'CONNECT',
      path: asked.url,
      headers: { host: asked.url },
      agent: false,
    });
    tunnel.on('error', () => client.destroy());
    tunnel.on('connect', (answer, upstream) => {
      keep(upstream);
      upstream.on('error', () => {});
      const left = Math.max(0, roundTripMs - (performance.now() - arrived));
      setTimeout(() => {
        if (answer.statusCode !== 200) {
          client.end(`HTTP/1.1 ${answer.statusCode} ${answer.statusMessage}\r\ncontent-length: 0\r\n\r\n`);
          upstream.destroy();
          return;
        }
        client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
        if (head.length > 0) client.unshift(head);
        delayed(client, upstream, roundTripMs / 2);
        delayed(upstream, client, roundTripMs / 2);
      }, left);
    });
    tunnel.end();
  });

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** Timers of equal length fire in the order they were set, which keeps the bytes in order. */
function delayed(from: Socket, to: Socket, delayMs: number): void {
  let broken = false;
  from.on('data', (bytes: Buffer) => setTimeout(() => to.destroyed || to.write(bytes), delayMs));
  from.on('end', () => setTimeout(() => to.destroyed || to.end(), delayMs));
  from.on('error', () => {
    broken = true;
  });
  from.on('close', () =>
    setTimeout(() => {
      if (to.destroyed) return;
      if (broken) to.resetAndDestroy();
      else to.destroySoon();
    }, delayMs),
  );
}
