import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** The metrics that Prometheus reads at `/metrics`. */
export interface Metrics {
  /** @param seconds from the request to its answer */
  answered(route: string, status: number, seconds: number): void;
  refreshed(succeeded: boolean): void;
  notified(delivered: boolean): void;
  text(): Promise<string>;
  readonly contentType: string;
}

export interface Gauges {
  /** Watched images. */
  readonly watched: () => number;
  /** Of them those that a newer version exists for. */
  readonly updates: () => Promise<number>;
  /** Seconds since the oldest list of a watched repository was read. */
  readonly oldest: () => number;
  readonly storeWorks: () => boolean;
}

export function createMetrics({ watched, updates, oldest, storeWorks }: Gauges): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'image_gate_http_request_duration_seconds',
    help: 'Time from a request to its answer',
    labelNames: ['route', 'status'],
    buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 30],
    registers,
  });
  const refreshes = new Counter({
    name: 'image_gate_list_refreshes_total',
    help: 'Lists of tags that were requested from registries',
    labelNames: ['result'],
    registers,
  });
  const notifications = new Counter({
    name: 'image_gate_notifications_total',
    help: 'Notifications that were sent',
    labelNames: ['result'],
    registers,
  });
  const gauge = (name: string, help: string, read: () => number | Promise<number>) =>
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        this.set(await read());
      },
    });
  gauge('image_gate_watched_images', 'Images that are watched', watched);
  gauge('image_gate_newer_versions', 'Watched images that a newer version exists for', updates);
  gauge('image_gate_oldest_list_seconds', 'Age of the oldest list of a watched repository', oldest);
  gauge('image_gate_store_up', '1 if the cache works', () => Number(storeWorks()));
  const resultOf = (succeeded: boolean) => (succeeded ? 'success' : 'failure');
  return {
    answered: (route, status, seconds) => requests.observe({ route, status }, seconds),
    refreshed: (succeeded) => refreshes.inc({ result: resultOf(succeeded) }),
    notified: (delivered) => notifications.inc({ result: resultOf(delivered) }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
