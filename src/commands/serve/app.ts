import { createHash, timingSafeEqual } from 'node:crypto';
import { type Context as Exchange, Hono } from 'hono';
import type { RegistryName } from '../../images/name.js';
import type { Strategy } from '../../images/version-step.js';
import { asFailure, Failure } from '../../lib/errors.js';
import type { Answers } from './answers.js';
import type { Metrics } from './metrics.js';
import { openApiDocument } from './openapi.js';
import { badRequest, problemOf, problemType } from './problem.js';
import { type createReadiness, readyFor } from './readiness.js';
import {
  booleanIn,
  imageInPath,
  platformsIn,
  readQuery,
  referenceInPath,
  restOf,
  strategyIn,
} from './requested-image.js';
import { type Route, routes } from './routes.js';

export interface AppSettings {
  readonly answers: Answers;
  readonly readiness: ReturnType<typeof createReadiness>;
  readonly metrics: Metrics;
  /** The page, for these parameters. */
  readonly page: (query: ReadonlyMap<string, string>) => Promise<Page>;
  readonly health: () => Health;
  /** The registries that may get requests, by host. */
  readonly registries: () => ReadonlyMap<string, RegistryName>;
  readonly token: string | undefined;
  /** For requests without a strategy. */
  readonly strategy: Strategy;
  readonly prerelease: boolean;
  /** Milliseconds between two refreshes of a list. */
  readonly every: number;
  readonly now: () => Date;
  readonly log: (line: string) => void;
  /** Takes secrets out of what is sent. */
  readonly redact: (text: string) => string;
}

export interface Page {
  readonly html: string;
  /** Of its Content-Security-Policy. */
  readonly policy: string;
}

export interface Health {
  readonly status: 'ok' | 'starting' | 'degraded';
  readonly reason?: string;
}

/** Answers of a list that is late are good for so many seconds. */
const shortest = 5;

/** The service: routes, tokens, errors. */
export function createApp(settings: AppSettings): Hono {
  const { answers, readiness, metrics, registries, token, now } = settings;
  const app = new Hono();
  app.use(async (exchange, next) => {
    await next();
    exchange.header('x-content-type-options', 'nosniff');
  });
  const document = JSON.stringify(openApiDocument(token !== undefined));

  const add = (route: Route, handle: (exchange: Exchange, url: URL) => Promise<Response> | Response) =>
    app.all(route.pattern, (exchange) => answerTo(exchange, route, handle));

  async function answerTo(
    exchange: Exchange,
    route: Route,
    handle: (exchange: Exchange, url: URL) => Promise<Response> | Response,
  ): Promise<Response> {
    const begun = performance.now();
    const response = await attempt(exchange, route, handle);
    metrics.answered(route.id, response.status, (performance.now() - begun) / 1000);
    return response;
  }

  async function attempt(exchange: Exchange, route: Route, handle: Parameters<typeof add>[1]): Promise<Response> {
    try {
      if (exchange.req.method !== 'GET' && exchange.req.method !== 'HEAD') return notAllowed(exchange);
      if (route.isOpen !== true && !isAuthorized(exchange.req.header('authorization'), token)) return unauthorized();
      return await handle(exchange, new URL(exchange.req.url));
    } catch (thrown) {
      return problemResponse(asFailure(thrown));
    }
  }

  const newer = (prefix: string, known: NonNullable<Route['query']>) => async (exchange: Exchange, url: URL) => {
    const image = imageInPath(restOf(url, prefix), registries());
    const query = readQuery(url, known);
    const { status, type, body, etag, list } = await answers.answer({
      image,
      strategy: strategyIn(query, settings.strategy),
      prerelease: booleanIn(query, 'prerelease', settings.prerelease),
    });
    const left = Math.ceil((list.fetched.getTime() + settings.every - now().getTime()) / 1000);
    const seconds = list.stale === undefined ? Math.max(shortest, left) : shortest;
    const headers = { etag, 'cache-control': cacheControl(seconds) };
    if (isKnown(exchange.req.header('if-none-match'), etag)) return new Response(null, { status: 304, headers });
    return new Response(body, { status, headers: { ...headers, 'content-type': type } });
  };

  /** An answer that requires a token is private. */
  const cacheControl = (seconds: number) => `${token === undefined ? 'public' : 'private'}, max-age=${seconds}`;

  add(routes.newer, newer('/images/', routes.newer.query));
  add(routes.newerOfOne, newer('/image/', routes.newerOfOne.query));
  add(routes.ready, async (_exchange, url) => {
    const image = referenceInPath(restOf(url, '/ready/'), registries());
    const answer = await readiness(image, platformsIn(readQuery(url, routes.ready.query)));
    return text(settings.redact(JSON.stringify(answer)), 200, { 'cache-control': cacheControl(readyFor / 1000) });
  });
  add(routes.page, async (_exchange, url) => {
    const { html, policy } = await settings.page(readQuery(url, routes.page.query));
    return new Response(settings.redact(html), {
      headers: {
        'content-type': routes.page.answers['200'].type,
        'content-security-policy': policy,
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      },
    });
  });
  add(routes.healthz, () => json({ status: 'ok' } satisfies Health, 200, noStore));
  add(routes.readyz, () => {
    const health = settings.health();
    return json(health, health.status === 'starting' ? 503 : 200, noStore);
  });
  add(
    routes.metrics,
    async () => new Response(await metrics.text(), { headers: { 'content-type': metrics.contentType } }),
  );
  add(routes.openapi, () => new Response(document, { headers: { 'content-type': 'application/json' } }));
  app.notFound(() =>
    problemResponse(
      new Failure('not-found', {
        operation: '',
        reason: 'no such route',
        advice: 'GET /openapi.json describes the routes.',
      }),
    ),
  );
  app.onError((thrown) => problemResponse(asFailure(thrown)));
  return app;

  function problemResponse(failure: Failure): Response {
    const problem = problemOf(failure);
    if (problem.status >= 500) settings.log(`${problem.status}: ${problem.detail}`);
    const retry = problem.status === 503 || problem.status === 504 ? { 'retry-after': '10' } : {};
    return text(settings.redact(JSON.stringify(problem)), problem.status, { ...noStore, ...retry }, problemType);
  }
}

const noStore = { 'cache-control': 'no-store' };

function json(value: unknown, status: number, headers: Record<string, string>, type?: string): Response {
  return text(JSON.stringify(value), status, headers, type);
}

function text(body: string, status: number, headers: Record<string, string>, type = 'application/json'): Response {
  return new Response(`${body}\n`, { status, headers: { ...headers, 'content-type': type } });
}

function notAllowed({ req }: Exchange): Response {
  const problem = problemOf(badRequest(`${req.method} is not supported here`, 'Use GET.'), 405);
  return json(problem, 405, { ...noStore, allow: 'GET, HEAD' }, problemType);
}

function unauthorized(): Response {
  const failure = new Failure('authentication', {
    operation: '',
    reason: 'the token is missing or wrong',
    advice: 'Send Authorization: Bearer TOKEN.',
  });
  const headers = { ...noStore, 'www-authenticate': 'Bearer, Basic realm="image-gate"' };
  return json(problemOf(failure, 401), 401, headers, problemType);
}

/** A bearer token, or the password of Basic authentication, which browsers can send. */
function isAuthorized(given: string | undefined, token: string | undefined): boolean {
  if (token === undefined) return true;
  const [, scheme = '', value = ''] = /^(bearer|basic) +(\S+)$/i.exec(given ?? '') ?? [];
  const basic = Buffer.from(value, 'base64').toString('utf8');
  return isSame(scheme.toLowerCase() === 'basic' ? basic.slice(basic.indexOf(':') + 1) : value, token);
}

/** Takes the same time for every token: the compared texts always have the same length. */
function isSame(one: string, other: string): boolean {
  const [first, second] = [one, other].map((text) => createHash('sha256').update(text).digest()) as [Buffer, Buffer];
  return timingSafeEqual(first, second);
}

/** RFC 9110 §13.1.2, in the weak comparison that it requires. */
function isKnown(given: string | undefined, etag: string): boolean {
  return (given ?? '').split(',').some((one) => {
    const tag = one.trim().replace(/^W\//, '');
    return tag === '*' || tag === etag;
  });
}
