import { describe, expect, test } from '@jest/globals';
import type { ImageSpec } from '../../sandbox/index.js';
import { prune, reasonsOf, tagsOf } from './support/prune.js';
import { lookingAt } from './support/pulling.js';
import { recordsAbout } from './support/requests.js';
import { useFolders, useInternet } from './support/surroundings.js';

const secret = 'a-secret-0123456789';
const accessKey = 'AKIANOTPULLED';
const ecrHost = '123456789012.dkr.ecr.eu-central-1.amazonaws.com';
const folders = useFolders();
const today = Date.now();
let count = 0;

const internet = await useInternet();
const daysAgo = (days: number) => new Date(today - days * 86_400_000);
const day = (days: number) => daysAgo(days).toISOString().slice(0, 10);
internet.hub.users.set('ada', secret);
internet.hub.pullLimit = undefined;
internet.ghcr.users.set('ada', secret);
internet.harbor.users.set('robot$library+ci', secret);
internet.aws.secrets.set(accessKey, secret);
internet.aws.keys.set(accessKey, {});

const login = (username: string) => ({ IMAGE_GATE_USERNAME: username, IMAGE_GATE_PASSWORD: secret });
const services = {
  'docker.io': { owner: 'acme', user: 'ada', accounts: internet.hub, env: login('ada') },
  'ghcr.io': { owner: 'acme', user: 'ada', accounts: internet.ghcr, env: login('ada') },
  'harbor.example.com': {
    owner: 'library',
    user: 'robot$library+ci',
    accounts: internet.harbor,
    env: login('robot$library+ci'),
  },
  [ecrHost]: {
    owner: 'team',
    user: accessKey,
    accounts: internet.ecr,
    env: { AWS_ACCESS_KEY_ID: accessKey, AWS_SECRET_ACCESS_KEY: secret },
  },
};
type Service = keyof typeof services;
const telling: readonly Service[] = ['docker.io', 'harbor.example.com', ecrHost];

async function given(host: Service) {
  count += 1;
  const { owner, user, accounts, env } = services[host];
  const path = `${owner}/unpulled-${count}`;
  accounts.repository(path, { members: [user] });
  const cwd = await folders.create();
  const { registry } = accounts;
  return {
    path,
    /** Pushed, and pulled last, so many days ago. */
    async push(tag: string, pushed: number, pulled?: number, spec: ImageSpec = {}) {
      const digest = await accounts.image(path, tag, { content: `${path}:${tag}`, ...spec });
      const last = pulled === undefined ? undefined : daysAgo(pulled);
      const manifest = registry.ledger.manifests(path).get(digest);
      if (manifest === undefined) throw new Error(`${digest} is not in the ledger`);
      manifest.created = daysAgo(pushed);
      manifest.pulled = last;
      manifest.tags.set(tag, daysAgo(pushed));
      if (host === 'docker.io')
        Object.assign(internet.hub.tagged(path, tag), { pushed: daysAgo(pushed), pulled: last });
      return digest;
    },
    ledger: () => registry.ledger.manifests(path),
    looking: lookingAt(registry.url, path),
    run: (...args: string[]) => prune([`${host}/${path}`, ...args], { internet, cwd, env, timeoutMs: 120_000 }),
    deletes: () =>
      recordsAbout(internet.requests, path.split('/')[1] ?? '').filter(
        ({ method, headers }) => method === 'DELETE' || headers['x-amz-target']?.endsWith('.BatchDeleteImage'),
      ),
  };
}

describe.each(telling)('%s', (host) => {
  test.concurrent('what was pulled or pushed lately stays, and the rest goes', async () => {
    const { push, run, looking } = await given(host);
    await push('used', 400, 3);
    await push('new', 3);
    await push('again', 2, 200);
    await push('unused', 400, 181);
    await push('never', 300);

    const pruned = await run('--not-pulled-for', '180d');

    expect(pruned.stderr).not.toContain('Error');
    expect(pruned.exitCode).toBe(0);
    expect(reasonsOf(pruned, 'deleted')).toEqual({
      unused: `last pulled on ${day(181)}, longer ago than 180d`,
      never: `not pulled since its push on ${day(300)}, longer ago than 180d`,
    });
    expect(reasonsOf(pruned, 'kept')).toEqual({
      used: `last pulled on ${day(3)}, not longer ago than 180d`,
      new: `not pulled since its push on ${day(3)}, not longer ago than 180d`,
      again: `not pulled since its push on ${day(2)}, not longer ago than 180d`,
    });
    expect([...(await looking.tags()).keys()].sort()).toEqual(['again', 'new', 'used']);
  });

  test.concurrent('with other rules an image goes only if each says so', async () => {
    const { push, run } = await given(host);
    await push('1.0', 400);
    await push('1.1', 300);
    await push('1.2', 200, 1);

    const pruned = await run('--not-pulled-for', '90d', '--keep', '1', '--older-than', '350d', '--dry-run');

    expect(tagsOf(pruned, 'deleted')).toEqual(['1.0']);
  });
});

test('at ECR the pull of a part is that of its index', async () => {
  const { push, run, ledger, looking } = await given(ecrHost);
  const platforms = ['linux/amd64', 'linux/arm64'];
  const index = await push('used', 400, 300, { platforms });
  await push('unused', 400, 300, { platforms, content: 'other' });
  const { manifests } = JSON.parse(String(ledger().get(index)?.bytes));
  const part = ledger().get(manifests[1].digest);
  if (part === undefined) throw new Error('the index lists nothing');
  part.pulled = daysAgo(2);

  const pruned = await run('--not-pulled-for', '90d');

  expect(reasonsOf(pruned, 'kept')).toEqual({ used: `last pulled on ${day(2)}, not longer ago than 90d` });
  expect(tagsOf(pruned, 'deleted')).toEqual(['unused']);
  expect(await looking.lacking('used')).toEqual([]);
});

test('what a list does not report of pulls is not taken for never', async () => {
  const { push, run, path, deletes } = await given('docker.io');
  await push('old', 400);
  internet.inject({
    host: 'hub.docker.com',
    path: new RegExp(`${path}/tags\\?`.replace('acme/', '')),
    answer: {
      alter: ({ body, ...answer }) => ({ ...answer, body: body.toString('utf8').replaceAll('_pulled', '_x') }),
    },
  });

  const pruned = await run('--not-pulled-for', '90d', '--keep', '0');

  expect(reasonsOf(pruned, 'kept')).toEqual({ old: 'without a date of a pull, which --not-pulled-for never deletes' });
  expect(deletes()).toEqual([]);
});

test.each(['ghcr.io', 'registry.example.com'])(
  '%s reports no pulls: exit code 7, and nothing is deleted',
  async (host) => {
    const { push, path } = await given('ghcr.io');
    await push('old', 400);
    await internet.generic.image(path, 'old', { created: daysAgo(400).toISOString() });

    const pruned = await prune([`${host}/${path}`, '--not-pulled-for', '90d', '--keep', '0'], {
      internet,
      env: host === 'ghcr.io' ? services[host].env : {},
    });

    expect(pruned.exitCode).toBe(7);
    expect(pruned.json).toMatchObject({ deletedCount: 0, keptCount: 0 });
    expect(pruned.stderr).toContain('its registry does not report when an image was pulled; nothing was deleted');
    expect(recordsAbout(internet.requests, path).filter(({ method }) => method === 'DELETE')).toEqual([]);
  },
);
