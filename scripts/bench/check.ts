import { type Internet, startInternet, withLatency } from '../../sandbox/index.js';
import { atMost, type Finding, withSpread } from './finding.js';
import { inTurns, measure, spreadOf } from './measuring.js';
import { ownProgram, peers } from './tools.js';

const roundTripMs = 200;
const commit = '660cbcf4a1d0f2e39b7c58d6e1f0a2b3c4d5e6f7';
const tag = commit.slice(0, 7);

interface Way {
  readonly name: string;
  readonly command: readonly string[];
}

/** A check of an image on Docker Hub and on GHCR, beside the same check by each peer: requests and round trips. */
export async function benchCheck(rounds: number): Promise<readonly Finding[]> {
  const internet = await startInternet();
  try {
    internet.bitbucket.repository('acme', 'app', { branches: { main: commit } });
    await internet.hub.image('acme/app', tag);
    await internet.ghcr.image('acme/app', tag);
    const ways = ['docker.io', 'ghcr.io'].flatMap(waysOn);
    return [await countRequests(internet, ways), await countRoundTrips(internet, ways, rounds)];
  } finally {
    await internet.stop();
  }
}

function waysOn(registry: string): readonly Way[] {
  const check = [...ownProgram(), 'check', '--registry', registry, '--namespace', 'acme', '--repo', 'app'];
  return [
    {
      name: `image-gate, ${registry}, branch on Bitbucket`,
      command: [...check, '--source', 'bitbucket', '--owner', 'acme', '--ref', 'main'],
    },
    { name: `image-gate, ${registry}, known commit`, command: [...check, '--owner', 'acme', '--ref', commit] },
    ...peers.map(({ name, look }) => ({
      name: `${name}, ${registry}, known tag`,
      command: look(`${registry}/acme/app:${tag}`),
    })),
  ];
}

async function countRequests(internet: Internet, ways: readonly Way[]): Promise<Finding> {
  const counted = [];
  for (const { name, command } of ways) {
    internet.forget();
    internet.hub.pulls = 0;
    await measure(command, internet.env);
    const atRegistry = internet.requests.filter(({ host }) => /docker\.io$|^ghcr\.io$/.test(host));
    const gets = atRegistry.filter(({ method, path }) => method === 'GET' && path.includes('/manifests/'));
    counted.push({ name, all: internet.requests.length, atRegistry: atRegistry.length, gets: gets.length });
  }
  const ours = counted.filter(({ name }) => name.startsWith('image-gate'));
  return {
    title: 'Requests of a check, cold',
    how: 'One run each of a new process against the sandbox’s hosts, which count the requests; the repository is public. A GET of a manifest counts as a pull on Docker Hub, a HEAD does not.',
    columns: ['Program', 'All', 'To the registry and its token service', 'Manifest GETs'],
    rows: counted.map(({ name, all, atRegistry, gets }) => [name, ...[all, atRegistry, gets].map(String)]),
    targets: [
      atMost('Check, requests to the registry’s side', 2, Math.max(...ours.map((one) => one.atRegistry)), ''),
      atMost('Check, manifest GETs', 0, Math.max(...ours.map((one) => one.gets)), ''),
    ],
  };
}

async function countRoundTrips(internet: Internet, ways: readonly Way[], rounds: number): Promise<Finding> {
  const far = await withLatency(internet.proxyUrl, roundTripMs);
  try {
    const farAway = { ...internet.env, HTTPS_PROXY: far.url, HTTP_PROXY: far.url };
    const contestants = ways.map(({ name, command }) => ({
      name,
      run: async () => ({
        near: (await measure(command, internet.env)).seconds,
        far: (await measure(command, farAway)).seconds,
      }),
    }));
    const taken = [...(await inTurns(contestants, rounds))].map(([name, runs]) => ({
      name,
      trips: spreadOf(runs.map(({ near, far }) => ((far - near) * 1000) / roundTripMs)),
      seconds: spreadOf(runs.map(({ far }) => far)),
    }));
    const most = (which: string) =>
      Math.max(...taken.filter(({ name }) => name.includes(which)).map(({ trips }) => trips.median));
    return {
      title: `Waits in a row of a check, every host ${roundTripMs} ms away`,
      how: `Each program is run with hosts beside it and with hosts ${roundTripMs} ms away, TLS everywhere, ${rounds} rounds in turns: the difference, in round trips. A branch has to be resolved by its host first, which only Image Gate does. Seconds: those of the run far away, from the start of the process to its end. Medians, with the least and the most.`,
      columns: ['Program', 'Round trips', 'Seconds'],
      rows: taken.map(({ name, trips, seconds }) => [name, withSpread(trips, 1), withSpread(seconds, 2)]),
      targets: [atMost('Check with a source, round trips in a row', 4.5, most('branch on Bitbucket'), '', 1)],
    };
  } finally {
    await far.stop();
  }
}
