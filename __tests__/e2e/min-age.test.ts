import { describe, expect, test } from '@jest/globals';
import type { CliOptions } from '../../sandbox/index.js';
import { runCommandAction, runJson, runText } from './support/listing.js';
import { type DatedHost, pushDated } from './support/pushed.js';
import { requestsAbout } from './support/requests.js';
import { useInternet } from './support/surroundings.js';

const secret = 'a-secret-0123456789';
const day = 86_400_000;
/** GitHub reports whole seconds. */
const now = Math.floor(Date.now() / 1000) * 1000;
const daysAgo = (days: number) => new Date(now - days * day);
const minute = (date: Date) => date.toISOString().slice(0, 16).replace('T', ' ');
/** The next full minute. */
const byMinute = (date: Date) => minute(new Date(Math.ceil(date.getTime() / 60_000) * 60_000));

const internet = await useInternet();
internet.hub.users.set('ada', secret);
internet.ghcr.users.set('ada', secret);
internet.harbor.users.set('robot$acme+ci', secret);

const users: Record<DatedHost, string> = {
  'docker.io': 'ada',
  'ghcr.io': 'ada',
  'harbor.example.com': 'robot$acme+ci',
};
const hosts = Object.keys(users) as DatedHost[];
/** Where each has its dates. */
const apis: Record<DatedHost, RegExp> = {
  'docker.io': /^GET hub\.docker\.com\/v2\/namespaces\/acme\//,
  'ghcr.io': /^GET api\.github\.com\/.*\/versions\?/,
  'harbor.example.com': /^GET harbor\.example\.com\/api\/v2\.0\/.*\/artifacts\?/,
};

const credentials = (host: DatedHost) => ({ registry: host, username: users[host], password: secret });
const ask = (inputs: Readonly<Record<string, string>>, options: Partial<CliOptions> = {}) =>
  runJson('check', inputs, { internet, ...options });
/** What was requested about it at that registry and its API, without its tokens and its challenge. */
function asked(path: string, host: DatedHost): string[] {
  const about = requestsAbout(internet.requests, path.replace('acme/', ''));
  return about.filter((line) => !/token| 401$/.test(line) && (isOfRegistry(line, host) || apis[host].test(line)));
}
const isOfRegistry = (line: string, host: DatedHost) =>
  line.includes(` ${host.replace('docker.io', 'registry-1.docker.io')}/v2/`);
const dateRequests = (path: string, host: DatedHost) => asked(path, host).filter((line) => apis[host].test(line));
const aboutManifests = (path: string, host: DatedHost) => asked(path, host).filter((line) => isOfRegistry(line, host));

describe.each(hosts)('check with min-age on %s', (host) => {
  test.concurrent('by the push, whatever the image says of its creation', async () => {
    const path = 'acme/checked';
    const pushed = daysAgo(2);
    await pushDated(internet, host, path, '1.0', { pushed, created: daysAgo(300).toISOString() });
    const image = `${host}/${path}:1.0`;

    const young = await ask({ image, 'min-age': '7d', ...credentials(host) });

    const due = new Date(pushed.getTime() + 7 * day);
    expect([young.exitCode, young.json]).toMatchObject([
      1,
      {
        ready: false,
        status: 'not-ready',
        digest: expect.stringMatching(/^sha256:/),
        pushed: pushed.toISOString(),
        readyAt: due.toISOString(),
        reason: `pushed ${minute(pushed)} UTC, too young for --min-age 7d until ${byMinute(due)} UTC`,
      },
    ]);
    expect(young.json).not.toHaveProperty('created');
    expect(young.stderr).toContain('is not ready: pushed ');
    // One HEAD, one page of the API, and no manifest, which would be a pull.
    expect(aboutManifests(path, host)).toEqual([expect.stringMatching(/^HEAD .* 200$/)]);
    expect(dateRequests(path, host)).toHaveLength(1);

    const old = await ask({ image, 'min-age': '1d', ...credentials(host) });
    expect([old.exitCode, old.json]).toMatchObject([0, { ready: true, pushed: pushed.toISOString() }]);
    expect(old.json).not.toHaveProperty('readyAt');
  });

  test.concurrent('without the input not one request more', async () => {
    const path = 'acme/unasked';
    await pushDated(internet, host, path, '1.0', { pushed: daysAgo(0) });
    const { exitCode, json } = await ask({ image: `${host}/${path}:1.0`, ...credentials(host) });
    expect([exitCode, json.ready]).toEqual([0, true]);
    expect(json).not.toHaveProperty('pushed');
    expect(asked(path, host)).toEqual([expect.stringMatching(/^HEAD .* 200$/)]);
  });

  test.concurrent('several images of a repository, by tag and by digest: their own dates', async () => {
    const path = 'acme/several';
    const digests: string[] = [];
    for (const days of [1, 5, 9]) {
      digests.push(
        await pushDated(internet, host, path, `d${days}`, { pushed: daysAgo(days), content: `${host} ${days}` }),
      );
    }
    const image = [...digests.map((digest) => `${host}/${path}@${digest}`), `${host}/${path}:d1`].join(',');
    const { json } = await ask({ image, 'min-age': '4d', ...credentials(host) });
    const results = json.results as readonly { ready: boolean }[];
    expect(results.map(({ ready }) => ready)).toEqual([false, true, true, false]);
    // One list for all of them; Docker Hub's API has a tag alone too.
    expect(dateRequests(path, host)).toHaveLength(host === 'docker.io' ? 2 : 1);
  });

  test.concurrent('latest goes by the push too, and reports it', async () => {
    const path = 'acme/newer';
    for (const [tag, days] of [
      ['1.0.0', 40],
      ['1.0.1', 9],
      ['1.0.2', 1],
    ] as const) {
      await pushDated(internet, host, path, tag, { pushed: daysAgo(days), created: daysAgo(300).toISOString() });
    }
    const inputs = { image: `${host}/${path}:1.0.0`, 'min-age': '7d', ...credentials(host) };
    const { json, stderr } = await runJson('latest', inputs, { internet });
    expect(json).toMatchObject({
      tag: '1.0.1',
      pending: ['1.0.2'],
      pushed: daysAgo(9).toISOString(),
      reason: `a newer bugfix version, pushed ${minute(daysAgo(9))} UTC; too young for --min-age: 1.0.2 (pushed ${minute(daysAgo(1))} UTC)`,
    });
    expect(stderr).not.toContain('no date');
    expect(aboutManifests(path, host).filter((line) => /GET .*\/(?:manifests|blobs)\//.test(line))).toEqual([]);
  });
});

test.concurrent('GHCR without credentials, whose API answers nobody: by the creation date, and it says so', async () => {
  const path = 'acme/anonymous';
  const created = daysAgo(3);
  await pushDated(internet, 'ghcr.io', path, '1.0', { pushed: daysAgo(0), created: created.toISOString() });
  const { exitCode, json } = await ask({ image: `ghcr.io/${path}:1.0`, 'min-age': '7d' });
  expect([exitCode, json]).toMatchObject([
    1,
    {
      created: created.toISOString(),
      reason: expect.stringMatching(/^created .* UTC, too young for --min-age 7d until/),
    },
  ]);
  expect(json).not.toHaveProperty('pushed');
  expect(dateRequests(path, 'ghcr.io')).toEqual([]);
});

describe('a registry that reports no dates', () => {
  const host = 'registry.example.com';

  test.concurrent('by the creation date; what has none is old enough, with a warning', async () => {
    const path = 'acme/dateless';
    await internet.generic.image(path, 'young', { created: daysAgo(1).toISOString() });
    await internet.generic.image(path, 'old', { created: daysAgo(9).toISOString() });
    await internet.generic.image(path, 'epoch', { created: '1970-01-01T00:00:00Z' });
    const image = ['young', 'old', 'epoch'].map((tag) => `${host}/${path}:${tag}`).join(',');
    const { exitCode, json, stderr } = await ask({ image, 'min-age': '7d' });
    expect([exitCode, json.results]).toMatchObject([
      1,
      [
        { ready: false, created: daysAgo(1).toISOString() },
        { ready: true, created: daysAgo(9).toISOString() },
        { ready: true },
      ],
    ]);
    expect(stderr).toContain(
      `${host}/${path}:epoch has no date, neither of its push nor of its creation: it counts as old enough for --min-age.`,
    );
  });

  test.concurrent('in the summary and the annotation of the action: the moment when it will be ready', async () => {
    const path = 'acme/summary';
    const created = daysAgo(1);
    await internet.generic.image(path, '1.0', { created: created.toISOString() });
    const inputs = { image: `${host}/${path}:1.0`, 'min-age': '7d' };
    const { exitCode, summary, outputs } = await runCommandAction('.', inputs, { internet });
    const moment = `until ${byMinute(new Date(created.getTime() + 7 * day))} UTC`;
    expect([exitCode, outputs.ready, outputs.pinned]).toEqual([1, 'false', '']);
    expect(summary.replaceAll('\\', '')).toContain(moment);
    expect(summary.replaceAll('\\', '')).toContain('too young for min-age: 7d');
    const text = await runText('check', inputs, { internet });
    expect(text.stdout + text.stderr).toContain(moment);
  });
});

describe('wait', () => {
  test.concurrent('until it is old enough, by HEADs alone after the first look', async () => {
    const path = 'acme/waited';
    await pushDated(internet, 'docker.io', path, '1.0', { pushed: new Date(Date.now() - 3_594_000) });
    const { exitCode, json } = await ask({ image: `docker.io/${path}:1.0`, 'min-age': '1h', wait: '5m' });
    expect([exitCode, json.ready]).toEqual([0, true]);
    expect(aboutManifests(path, 'docker.io').every((line) => line.startsWith('HEAD '))).toBe(true);
    expect(dateRequests(path, 'docker.io')).toHaveLength(1);
  });

  test.concurrent('ends at once where it will be too young even then', async () => {
    const path = 'acme/hopeless';
    await pushDated(internet, 'docker.io', path, '1.0', { pushed: daysAgo(1) });
    const { exitCode, json } = await ask({ image: `docker.io/${path}:1.0`, 'min-age': '7d', wait: '30m' });
    expect([exitCode, json.ready]).toEqual([1, false]);
    expect(json.reason).not.toContain('after waiting');
    expect(aboutManifests(path, 'docker.io')).toHaveLength(1);
  });
});

test.concurrent('an image that is only too young is not built again', async () => {
  const path = 'acme/built';
  const commit = 'c'.repeat(40);
  await internet.generic.image(path, commit.slice(0, 7), { created: daysAgo(1).toISOString() });
  const inputs = { image: `registry.example.com/${path}`, repo: path, ref: commit, 'min-age': '7d' };
  const { exitCode, json } = await ask({ ...inputs, 'build-command': 'node -e process.exit(9)' });
  expect([exitCode, json.ready, json.buildConclusion]).toEqual([1, false, undefined]);
  expect(json.reason).toContain('too young for --min-age 7d');
});

test.concurrent('a date that the registry refuses to report is an error, and never ready', async () => {
  const path = 'acme/refused';
  await pushDated(internet, 'docker.io', path, '1.0', { pushed: daysAgo(30) });
  internet.inject({
    host: 'hub.docker.com',
    path: new RegExp(`/${path.replace('acme/', '')}/`),
    answer: { status: 403 },
  });
  const { exitCode, json } = await ask({ image: `docker.io/${path}:1.0`, 'min-age': '7d' });
  expect([exitCode, json.status]).toEqual([4, 'error']);
});

test.concurrent('a duration that is none: exit code 64', async () => {
  const { exitCode, json } = await ask({ image: 'acme/app:1.0', 'min-age': 'old' });
  expect([exitCode, json.error]).toEqual([64, expect.stringContaining('which is not a duration')]);
});
