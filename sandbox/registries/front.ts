import { createServer as createPlainServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Certificate } from '../certificates.js';
import type { Host, RecordedRequest } from '../exchange.js';
import { listener } from '../serving.js';

/** A server on a free loopback port that records requests. It answers 503 until it is configured. */
export interface Front {
  /** `127.0.0.1:port` */
  readonly host: string;
  readonly url: string;
  readonly requests: RecordedRequest[];
  answerWith(host: Host): void;
  stop(): Promise<void>;
}

/** With a certificate it serves HTTPS. */
export async function startFront(certificate: Certificate | undefined): Promise<Front> {
  const requests: RecordedRequest[] = [];
  let answer: Host = async () => ({ status: 503 });
  const serve = listener({ requests, answer: (request) => answer(request) });
  const server = certificate === undefined ? createPlainServer(serve) : createSecureServer(certificate, serve);
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    url: `${certificate === undefined ? 'http' : 'https'}://${host}`,
    requests,
    answerWith(host) {
      answer = host;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
