import { type Host, startInternet, withLatency } from '../../sandbox/index.js';
import { atMost, type Finding, withSpread } from './finding.js';
import { inTurns, measure, spreadOf } from './measuring.js';
import { ownProgram } from './tools.js';

const roundTripMs = 100;
const registries = Array.from({ length: 10 }, (_, at) => `registry${at}.example.net`);
const images = registries.flatMap((host) => Array.from({ length: 10 }, (_, at) => `${host}/acme/app${at}:1.0`));
const digest = `sha256:${'a'.repeat(64)}`;

/** Requires a token for each repository. */
const registry: Host = async ({ host, path, headers }) => {
  if (headers.authorization !== `Bearer ${path}`) {
    const challenge = `Bearer realm="https://auth.${host}/token",service="${host}"`;
    return { status: 401, headers: { 'www-authenticate': challenge } };
  }
  const type = 'application/vnd.oci.image.manifest.v1+json';
  return { status: 200, headers: { 'content-type': type, 'content-length': '2', 'docker-content-digest': digest } };
};

const authentication: Host = async ({ url }) => {
  const name = url.searchParams.get('scope')?.split(':')[1];
  const body = JSON.stringify({ token: `/v2/${name}/manifests/1.0` });
  return { status: 200, headers: { 'content-type': 'application/json' }, body };
};

/** One `check` of 100 images in ten registries, each of which has its own token service. */
export async function benchCheckMany(rounds: number): Promise<Finding> {
  const hosts = registries.flatMap((host) => [
    [host, registry],
    [`auth.${host}`, authentication],
  ]);
  const internet = await startInternet({ hosts: Object.fromEntries(hosts) });
  const far = await withLatency(internet.proxyUrl, roundTripMs);
  try {
    const command = [...ownProgram(), 'check', '--json', ...images];
    const farAway = { ...internet.env, HTTPS_PROXY: far.url, HTTP_PROXY: far.url };
    internet.forget();
    await measure(command, internet.env);
    const requests = internet.requests.length;
    const tokens = internet.requests.filter(({ host }) => host.startsWith('auth.')).length;
    const runs = await inTurns(
      [
        { name: 'near', run: () => measure(command, internet.env) },
        { name: 'far', run: () => measure(command, farAway) },
      ],
      rounds,
    );
    const seconds = (name: string) => (runs.get(name) ?? []).map((run) => run.seconds);
    const near = spreadOf(seconds('near'));
    const trips = spreadOf(seconds('far').map((taken) => ((taken - near.median) * 1000) / roundTripMs));
    return {
      title: `Check ${images.length} images in ${registries.length} registries`,
      how: `One run of \`check\` for all images, TLS everywhere, a token service for each registry, ${rounds} rounds in turns: with hosts on loopback, and with hosts ${roundTripMs} ms away. Round trips are the difference. Medians, with the least and the most.`,
      columns: ['Program', 'Requests', 'Tokens', 'Seconds, near', 'Seconds, far', 'Round trips'],
      rows: [
        [
          'image-gate',
          ...[requests, tokens].map(String),
          ...[near, spreadOf(seconds('far'))].map((spread) => withSpread(spread, 2)),
          withSpread(trips, 1),
        ],
      ],
      targets: [
        atMost('Check of 100 images, round trips in a row', 8, trips.median, '', 1),
        atMost('Check of 100 images, tokens for each repository', 1, tokens / images.length, '', 2),
      ],
    };
  } finally {
    await far.stop();
    await internet.stop();
  }
}
