import { createHttp } from '../../http/client/http.js';
import type { RegistryName } from '../../images/name.js';
import { formatDuration } from '../../lib/duration.js';
import { asFailure } from '../../lib/errors.js';
import { countOf } from '../../reports/quantities.js';
import type { Context } from '../command.js';
import { openCacheFolder } from '../shared/cache/folder.js';
import { mapConcurrent } from '../shared/concurrency.js';
import { createConnections } from '../shared/inputs/registry.js';
import { createAnswers } from './answers.js';
import { createApp, type Health } from './app.js';
import type { ServeInputs } from './inputs.js';
import { createLists, keyOf, type Lists } from './lists.js';
import { createMetrics } from './metrics.js';
import { createNews, type NewsReader } from './news.js';
import { createNotify } from './notify.js';
import { isUpdate, type PageRow, renderPage } from './page.js';
import { createReadiness } from './readiness.js';
import type { ServeResult } from './report.js';
import { readServeRequest } from './request.js';
import { createSchedule } from './schedule.js';
import { startServer } from './server.js';
import { createMemoryStore, openFolderStore, type Store } from './store.js';
import { readAgain, readWatched, type Watched } from './watching.js';

/** The time for one request to a registry with all its tries, in milliseconds. */
const requestTime = 2 * 60_000;

/** Serves until SIGINT or SIGTERM. @throws Failure before it listens */
export async function runService(inputs: ServeInputs, given: Context): Promise<ServeResult> {
  const request = readServeRequest(inputs, given);
  let watched = await readWatched(inputs, given);
  const ending = new AbortController();
  const context = lastingContext(given, ending.signal);
  const { log, now } = context;
  const store = await openStore(inputs, context);
  const connect = createConnections(inputs, context);
  const begun = performance.now();
  let requests = 0;
  let registries = registriesOf(watched, request.allowed);

  const schedule = createSchedule(request.every, async (name) => {
    const failure = await lists.refresh(name);
    const key = keyOf(name);
    for (const target of watched.targets.filter(({ image }) => keyOf(image) === key)) {
      // Missing images and unreadable files are on the page and in the log.
      await news.update(target).catch(() => undefined);
    }
    return failure === undefined;
  });
  const lists: Lists = createLists({
    connect,
    store,
    every: request.every,
    isWatched: schedule.has,
    refreshed: (failure) => metrics.refreshed(failure === undefined),
    context,
  });
  const answers = createAnswers(lists, inputs, connect, context);
  const metrics = createMetrics({
    watched: () => watched.targets.length,
    updates: async () => (await rowsOf(watched, news)).filter(isUpdate).length,
    oldest: () => ageOfOldest(watched, lists, now()),
    storeWorks: () => store.fault() === undefined,
  });
  const notify =
    request.notify &&
    createNotify({
      to: request.notify,
      http: context.http,
      store,
      signal: ending.signal,
      log,
      tried: metrics.notified,
      redact: context.redactResult,
    });
  const news = createNews({
    answers,
    store,
    strategy: inputs.strategy,
    prerelease: inputs.prerelease,
    notify,
    context,
  });
  const app = createApp({
    answers,
    readiness: createReadiness(connect, context),
    metrics: {
      ...metrics,
      answered(...facts) {
        requests += 1;
        metrics.answered(...facts);
      },
    },
    page: async (query) =>
      renderPage(
        { rows: await rowsOf(watched, news), every: formatDuration(request.every), fault: store.fault(), now: now() },
        query,
      ),
    health: () => healthOf(schedule.isComplete(), store),
    registries: () => registries,
    token: request.token,
    strategy: inputs.strategy,
    prerelease: inputs.prerelease,
    every: request.every,
    now,
    log: log.detail,
    redact: context.redactResult,
  });

  // Credentials that cannot be used are a fault of the inputs.
  await Promise.all([...registries.values()].map(connect));
  const server = await startServer(app, request.host, request.port);
  const watch = () => {
    registries = registriesOf(watched, request.allowed);
    for (const { name, reason } of watched.unclear) log.warn(`${name} is not watched: ${reason}`);
    schedule.set(watched.repositories);
    log.notice(
      `watching ${countOf(watched.targets.length, 'image')}, in ${countOf(watched.repositories.length, 'repository', 'repositories')}`,
    );
  };
  log.notice(`listening on ${server.address}; lists are kept in ${store.title}`);
  watch();
  const reload = onHangUp(async () => {
    const read = await readAgain(inputs, context);
    if (read === undefined) return;
    watched = read;
    watch();
  });

  await aborted(given.signal);
  reload();
  schedule.stop();
  await server.stop();
  ending.abort(given.signal.reason);
  await store.close();
  context.http.close();
  return { requests, time: performance.now() - begun };
}

/** The context of work that goes on while the command is being stopped, and has no end of its own. */
function lastingContext(given: Context, signal: AbortSignal): Context {
  const http = createHttp({
    signal,
    // Each request has so much time from when it is made.
    get deadline() {
      return new Date(Date.now() + requestTime);
    },
    now: given.now,
    trace: given.log.detail,
  });
  const progress = { pause: Number.POSITIVE_INFINITY, update: () => undefined, end: () => undefined };
  return {
    ...given,
    http,
    signal,
    progress,
    get deadline() {
      return new Date(Date.now() + requestTime);
    },
  };
}

async function openStore(inputs: ServeInputs, context: Context): Promise<Store> {
  if (inputs['cache-url'] !== undefined) {
    const { openRedisStore } = await import('./redis-store.js');
    return openRedisStore(inputs['cache-url'], context);
  }
  const folder = await openCacheFolder(inputs['cache-dir'], context);
  return folder === undefined
    ? createMemoryStore()
    : openFolderStore(folder, `the folder ${inputs['cache-dir']}`, context);
}

/** By the lists in memory. */
async function rowsOf({ targets }: Watched, news: NewsReader): Promise<readonly PageRow[]> {
  return mapConcurrent(targets, 1, async (target) => ({ target, news: await news.read(target).catch(asFailure) }));
}

function ageOfOldest({ repositories }: Watched, lists: Lists, now: Date): number {
  const times = repositories.flatMap((name) => lists.known(name)?.fetched.getTime() ?? []);
  return times.length === 0 ? 0 : (now.getTime() - Math.min(...times)) / 1000;
}

function healthOf(isComplete: boolean, store: Store): Health {
  if (!isComplete) return { status: 'starting', reason: 'some repositories have not been listed yet' };
  const fault = store.fault();
  return fault === undefined ? { status: 'ok' } : { status: 'degraded', reason: `${store.title}: ${fault}` };
}

/** Those of the watched images, and those that are allowed. */
function registriesOf({ repositories }: Watched, allowed: readonly RegistryName[]): ReadonlyMap<string, RegistryName> {
  return new Map([...allowed, ...repositories.map((one) => one.registry)].map((one) => [one.host, one]));
}

function onHangUp(callback: () => Promise<void>): () => void {
  const listener = () => void callback();
  process.on('SIGHUP', listener);
  return () => void process.removeListener('SIGHUP', listener);
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
