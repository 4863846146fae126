import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { usageFailure } from '../../lib/errors.js';
import { inputName } from '../../lib/input-names.js';
import type { createApp } from './app.js';

export interface RunningServer {
  /** `http://127.0.0.1:4006` */
  readonly address: string;
  /** Answers what has been requested, for some seconds at most, and takes nothing more. */
  stop(): Promise<void>;
}

/** The time that a client may take to send its request, in milliseconds. */
const requestTime = 10_000;
/** The time that a connection may do nothing: a client that does not read its answer is cut off. */
const idleTime = 60_000;
/** The time that answers that are on their way may take at the end. */
const graceTime = 10_000;

/** @throws Failure (usage) for an address that cannot be listened on */
export async function startServer(
  app: ReturnType<typeof createApp>,
  host: string,
  port: number,
): Promise<RunningServer> {
  const server = createServer(
    {
      requestTimeout: requestTime,
      headersTimeout: requestTime,
      connectionsCheckingInterval: 5000,
      keepAliveTimeout: 65_000,
    },
    getRequestListener(app.fetch, { overrideGlobalObjects: false }),
  );
  server.setTimeout(idleTime);
  await listen(server, host, port);
  const { address, family, port: taken } = server.address() as AddressInfo;
  return {
    address: `http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      // A connection is idle as soon as its last answer has been sent.
      const idle = setInterval(() => server.closeIdleConnections(), 50);
      const timer = setTimeout(() => server.closeAllConnections(), graceTime);
      await closed;
      clearInterval(idle);
      clearTimeout(timer);
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (fault: NodeJS.ErrnoException) => {
      const reason = fault.code === 'EADDRINUSE' ? 'another process listens there' : fault.message;
      reject(
        usageFailure(
          `${host}:${port} cannot be listened on: ${reason}`,
          `Choose another ${inputName('port')} or ${inputName('host')}; port 0 selects a free one.`,
        ),
      );
    });
    server.listen(port, host, resolve);
  });
}
