import { expect, test } from '@jest/globals';
import type { CliOptions } from '../../sandbox/index.js';
import { type CheckInputs, type CheckRun, check, commitOf, shortOf } from './support/check.js';
import { requestsAbout } from './support/requests.js';
import { useInternet } from './support/surroundings.js';
import { later, until } from './support/together.js';

const host = 'registry.example.com';

const internet = await useInternet();

function look(name: string, inputs: CheckInputs, options: Omit<CliOptions, 'args'> = {}): Promise<CheckRun> {
  const image = { registry: host, image: name, repo: 'acme/app', ref: commitOf(name) };
  return check({ ...image, ...inputs }, { internet, ...options });
}

function pathOf(name: string): string {
  return `/v2/${name}/manifests/${shortOf(commitOf(name))}`;
}

/** The statuses of the HEADs for this image, and that nothing else was asked. */
function heads(name: string): (number | undefined)[] {
  const lines = requestsAbout(internet.requests, name);
  expect(lines.map((line) => line.replace(/\d+$/, ''))).toEqual(lines.map(() => `HEAD ${host}${pathOf(name)} `));
  return lines.map((line) => Number(/\d+$/.exec(line)?.[0]));
}

/** Until it was told that there is none: how long a process takes to ask depends on the machine. */
function toldMissing(name: string): Promise<void> {
  return until(() => internet.requests.some(({ path, status }) => path === pathOf(name) && status === 404));
}

/** Until it has asked. */
function asked(name: string): Promise<void> {
  return until(() => internet.requests.some(({ path }) => path === pathOf(name)));
}

test.concurrent('sees the image appear, by HEADs only', async () => {
  const name = 'wait/appears';
  const running = look(name, { wait: '60s' });
  await toldMissing(name);
  const digest = await internet.generic.image(name, shortOf(commitOf(name)));

  const { exitCode, json, stderr } = await running;

  expect(exitCode).toBe(0);
  expect(json).toMatchObject({ ready: true, digest });
  expect(stderr).toMatch(/^waiting \d+ s of 60 s for registry\.example\.com\/wait\/appears:\w{7}$/m);
  const requests = internet.requests.filter(({ method, path }) => path === pathOf(name) && method !== 'PUT');
  expect(requests.map(({ method, status }) => [method, status])).toEqual([
    ['HEAD', 404],
    ['HEAD', 200],
  ]);
});

test.concurrent('does not wait for what is there', async () => {
  const name = 'wait/there';
  await internet.generic.image(name, shortOf(commitOf(name)));

  const { exitCode, stderr } = await look(name, { wait: '5m' });

  expect(exitCode).toBe(0);
  expect(stderr).toBe('');
  expect(heads(name)).toEqual([200]);
});

test.concurrent('waits on for a platform', async () => {
  const name = 'wait/platform';
  const tag = shortOf(commitOf(name));
  await internet.generic.image(name, tag, { platforms: ['linux/amd64'] });
  const running = look(name, { wait: '20s', platforms: 'linux/arm64' });
  await later(1500);
  const digest = await internet.generic.image(name, tag, { platforms: ['linux/amd64', 'linux/arm64'] });

  const { exitCode, json } = await running;

  expect(exitCode).toBe(0);
  expect(json).toMatchObject({ ready: true, digest });
});

test.concurrent('is not ended by a 503 in the middle', async () => {
  const name = 'wait/busy-once';
  const running = look(name, { wait: '20s' });
  await toldMissing(name);
  internet.inject({ host, path: pathOf(name), times: 1, answer: { status: 503 } });
  await internet.generic.image(name, shortOf(commitOf(name)));

  const { exitCode, json } = await running;

  expect(exitCode).toBe(0);
  expect(json).toMatchObject({ ready: true });
  expect(heads(name)).toEqual([404, 503, 200]);
});

test.concurrent('is not ended by a server that fails for longer than its retries', async () => {
  const name = 'wait/busy-long';
  await internet.generic.image(name, shortOf(commitOf(name)));
  internet.inject({ host, path: pathOf(name), times: 4, answer: { status: 503 } });

  const { exitCode, json } = await look(name, { wait: '20s' });

  expect(exitCode).toBe(0);
  expect(json).toMatchObject({ ready: true });
  expect(heads(name)).toEqual([503, 503, 503, 503, 200]);
});

test.concurrent('a server that still fails when the wait is over is a failure, and never not ready', async () => {
  const name = 'wait/busy-always';
  internet.inject({ host, path: pathOf(name), answer: { status: 503 } });

  const { exitCode, json } = await look(name, { wait: '1s' });

  expect(exitCode).toBe(5);
  expect(json).toMatchObject({ status: 'error', exitCode: 5 });
  expect(json).not.toHaveProperty('ready');
  expect(new Set(heads(name))).toEqual(new Set([503]));
});

test.concurrent('does not wait when it is refused: 403 is an answer', async () => {
  const name = 'wait/denied';
  internet.inject({ host, path: pathOf(name), answer: { status: 403 } });

  const { exitCode } = await look(name, { wait: '5m' });

  expect(exitCode).toBe(4);
  expect(heads(name)).toEqual([403]);
});

test.concurrent('a server that does not answer is named while it is waited for', async () => {
  const name = 'wait/silent';
  internet.inject({ host, path: pathOf(name), answer: 'hang' });

  const { exitCode, stderr } = await look(name, { timeout: '8s' });

  expect(exitCode).toBe(6);
  expect(stderr).toMatch(/^waiting [5-7] s for HEAD \S+$/m);
  expect(stderr).toContain(` for HEAD https://${host}${pathOf(name)}\n`);
});

test.concurrent('out of time: not ready, after a last look', async () => {
  const name = 'wait/never';

  const { exitCode, json, durationMs } = await look(name, { wait: '1s' });

  expect(exitCode).toBe(1);
  expect(json).toMatchObject({
    ready: false,
    reason: expect.stringMatching(/^the registry has no such tag after waiting \d s$/),
  });
  expect(durationMs).toBeGreaterThan(1000);
  expect(heads(name)).toEqual([404, 404]);
});

test.concurrent.each([
  ['5m', '5m'],
  ['5m', '90s'],
])('wait %s with timeout %s is refused before any request', async (wait, timeout) => {
  const name = `wait/refused-${timeout}`;

  const { exitCode, json, stderr } = await look(name, { wait, timeout });

  expect(exitCode).toBe(64);
  expect(json.error).toBe('--timeout is not longer than --wait');
  expect(stderr).toContain('What to do: --timeout limits the whole command: raise it, or leave it empty');
  expect(heads(name)).toEqual([]);
});

test.concurrent.each(['SIGINT', 'SIGTERM'] as const)('%s ends the waiting: exit code 130 at once', async (signal) => {
  const name = `wait/${signal.toLowerCase()}`;
  // The answer has been read by then, and the next look is two seconds away.
  const happened = toldMissing(name).then(() => later(500));

  const run = await look(name, { wait: '5m' }, { signalWhen: { happened, signal } });

  expect(run.exitCode).toBe(130);
  expect(run.signal).toBeNull();
  expect(run.stderr).toMatch(new RegExp(`^Error: check: cancelled by ${signal}$`, 'm'));
  expect(run.json).toEqual({ status: 'error', error: `check: cancelled by ${signal}`, exitCode: 130 });
  expect(heads(name)).toEqual([404]);
});

test.concurrent('SIGINT ends a request that hangs, and says which', async () => {
  const name = 'wait/hangs';
  internet.inject({ host, path: pathOf(name), answer: 'hang' });
  const happened = asked(name);

  const run = await look(name, {}, { signalWhen: { happened, signal: 'SIGINT' } });

  expect(run.exitCode).toBe(130);
  expect(run.json.error).toBe(`check: cancelled by SIGINT, waiting for HEAD https://${host}${pathOf(name)}`);
});

test.concurrent('time runs out in a request that hangs: exit code 6, and it says which', async () => {
  const name = 'wait/hangs-on';
  internet.inject({ host, path: pathOf(name), answer: 'hang' });

  const run = await look(name, { timeout: '1s' });

  expect(run.exitCode).toBe(6);
  expect(run.json.error).toBe(`check: timed out after 1 s, waiting for HEAD https://${host}${pathOf(name)}`);
});
