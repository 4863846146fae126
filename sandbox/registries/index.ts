import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Authority, type Certificate, createAuthority } from '../certificates.js';
import type { Answer, Host, IncomingRequest, RecordedRequest } from '../exchange.js';
import { forwardTo } from '../forwarding.js';
import { temporaryFolder } from '../temporary.js';
import { basicChallenge, bearerChallenge } from './challenges.js';
import { startDistribution } from './distribution.js';
import { startFront } from './front.js';
import { createLedger, type Ledger } from './ledger.js';
import { adopt } from './memory/adopting.js';
import type { Store } from './memory/store.js';
import { createMemoryRegistry } from './memory.js';
import { createTokenService } from './token-service.js';

export interface RegistryOptions {
  readonly kind: 'memory' | 'distribution';
  /** Default `anonymous`. */
  readonly auth?: 'anonymous' | 'htpasswd' | 'token';
  /** Name → password; default `{ ada: 'secret' }`. */
  readonly users?: Readonly<Record<string, string>>;
  /** Serves HTTPS with a certificate of a private CA, valid for 127.0.0.1 and localhost. */
  readonly tls?: boolean;
  /** True if tags, manifests and blobs can be deleted; `manifests`: by digest alone, in memory only. Default true. */
  readonly deletes?: boolean | 'manifests';
  /** False for a registry without the referrers API, as distribution 2.8 is; in memory only. Default true. */
  readonly referrers?: boolean;
  /** The address of another registry that this one is a pull-through cache of; `distribution` only. */
  readonly cacheOf?: string;
  /** The folder that it stores in, and that it leaves; `distribution` only. Default a temporary one. */
  readonly data?: string;
  /** The initial content of a registry in memory. */
  readonly contents?: Store;
}

export interface RunningRegistry {
  readonly kind: 'memory' | 'distribution';
  /** `127.0.0.1:port` */
  readonly host: string;
  readonly url: string;
  /** Path of the CA's certificate, PEM; with `tls` only. */
  readonly ca?: string;
  /** Every request that came in, token requests too. */
  readonly requests: RecordedRequest[];
  /** The content that was pushed through `url` or adopted, and not deleted. */
  readonly ledger: Ledger;
  /** The content of a registry in memory; empty for other kinds. */
  readonly contents: Store;
  /** Puts the contents of a store into a registry in memory at once, with the dates in the configs. */
  adopt(store: Store): void;
  /** An `Authorization` header with every right on that repository; `undefined` if none is required. */
  authorization(repository: string): string | undefined;
  /** The address of the registry itself, without the recording in front and without TLS: for benchmarks. */
  readonly directUrl: string;
  stop(): Promise<void>;
}

const SERVICE = 'image-gate-sandbox';
const REALM = 'Image Gate sandbox';

let made: Promise<{ readonly authority: Authority; readonly certificate: Certificate }> | undefined;

/** One authority and one certificate for all registries of the process: making them takes longer than all the rest. */
function shared() {
  made ??= createAuthority().then(async (authority) => ({
    authority,
    certificate: await authority.issue(['127.0.0.1', 'localhost']),
  }));
  return made;
}

/** Starts a registry on a free loopback port. A server of the sandbox in front of either kind records the requests. */
export async function startRegistry(options: RegistryOptions): Promise<RunningRegistry> {
  const {
    kind,
    auth = 'anonymous',
    users = { ada: 'secret' },
    tls = false,
    deletes = true,
    referrers = true,
  } = options;
  const [user = '', password = ''] = Object.entries(users)[0] ?? [];
  const { authority, certificate } = await shared();
  const front = await startFront(tls ? certificate : undefined);
  const realm = `${front.url}/token`;
  const contents: Store = new Map();
  const tokens = createTokenService({ issuer: SERVICE, service: SERVICE, users, certificate });

  async function start(): Promise<Behind> {
    if (kind === 'distribution') {
      const token = { realm, service: SERVICE, issuer: SERVICE, ca: authority.cert };
      return distribution({
        deletes: deletes !== false,
        ...(options.data !== undefined && { data: options.data }),
        ...(options.cacheOf !== undefined && { cacheOf: options.cacheOf }),
        ...(auth === 'htpasswd' && { users }),
        ...(auth === 'token' && { token }),
      });
    }
    const registry = createMemoryRegistry({ deletes, referrers }, contents);
    return { answer: async (request) => challenge(request) ?? registry(request), url: front.url, stop: async () => {} };
  }

  function challenge(request: IncomingRequest): Answer | undefined {
    if (auth === 'htpasswd') return basicChallenge(request, users, REALM);
    if (auth === 'token') return bearerChallenge(request, { realm, service: SERVICE, certificate: certificate.cert });
    return undefined;
  }

  const behind = await start().catch(async (error: unknown) => {
    await front.stop();
    throw error;
  });
  const issuesTokens = (request: IncomingRequest): boolean => auth === 'token' && request.url.pathname === '/token';
  const ledger = createLedger();
  if (options.contents !== undefined) adopt(options.contents, contents, ledger);
  const answer = ledger.keeping(behind.answer);
  front.answerWith((request) => (issuesTokens(request) ? tokens.answer(request) : answer(request)));
  const folder = tls ? await temporaryFolder() : undefined;
  const ca = folder && join(folder.path, 'ca.pem');
  if (ca !== undefined) await writeFile(ca, authority.cert);

  return {
    kind,
    host: front.host,
    url: front.url,
    ...(ca !== undefined && { ca }),
    requests: front.requests,
    ledger,
    contents,
    adopt: (store) => adopt(store, contents, ledger),
    authorization(repository) {
      if (auth === 'anonymous') return undefined;
      if (auth === 'htpasswd') return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
      const access = [{ type: 'repository', name: repository, actions: ['pull', 'push', 'delete', '*'] }];
      return `Bearer ${tokens.sign(access, user)}`;
    },
    directUrl: behind.url,
    async stop() {
      await front.stop();
      await behind.stop();
      await folder?.remove();
    },
  };
}

interface Behind {
  readonly answer: Host;
  readonly url: string;
  stop(): Promise<void>;
}

async function distribution(options: Parameters<typeof startDistribution>[0]): Promise<Behind> {
  const registry = await startDistribution(options);
  const forwarder = forwardTo(registry.url);
  return {
    answer: forwarder.forward,
    url: registry.url,
    async stop() {
      forwarder.stop();
      await registry.stop();
    },
  };
}
