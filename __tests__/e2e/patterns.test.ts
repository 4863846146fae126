import { beforeAll, describe, expect, test } from '@jest/globals';
import { sampled } from '../support/thorough.js';
import { runJson } from './support/listing.js';
import { useInternet } from './support/surroundings.js';

const evil = '^(a+)+$';
const host = 'registry.example.com';
const trap = `${'a'.repeat(127)}-`;
const secret = 'a-secret-0123456789';

const internet = await useInternet();
internet.hub.users.set('ada', secret);
for (const tag of [trap, '1.0.0', '1.0.1']) await internet.generic.image('acme/trapped', tag);
await internet.generic.image(`${'a'.repeat(100)}-b/app`, '1.0');
// No registry takes such a tag; one that is evil lists it all the same.
internet.inject({
  host,
  path: '/v2/acme/listed/tags/list?n=1000',
  answer: {
    status: 200,
    body: JSON.stringify({
      name: 'acme/listed',
      tags: [`${'a'.repeat(128)}!`, '1.0.0', `1.0.1-alpha.${'1'.repeat(60)}`],
    }),
  },
});

test('what is no legal tag meets no pattern at all', async () => {
  const { exitCode, json } = await runJson('tags', { image: `${host}/acme/listed`, exclude: evil }, { internet });
  expect([exitCode, json.count]).toEqual([0, 2]);
});

describe('a pattern that backtracks without end is ended, with exit code 64, and nothing is changed', () => {
  const trapped: readonly [string, Readonly<Record<string, string>>][] = [
    ['tags', { image: `${host}/acme/trapped`, include: evil }],
    ['tags', { image: `${host}/acme/trapped`, exclude: evil }],
    ['repositories', { registry: host, include: '^(a+)+/app$' }],
    ['latest', { image: `${host}/acme/listed:1.0.0`, prerelease: 'true', exclude: 'alpha\\.(1+)+x' }],
    ['prune', { image: `${host}/acme/trapped`, keep: '1', include: evil, 'dry-run': 'true' }],
    ['prune', { image: `${host}/acme/trapped`, keep: '1', protect: evil, 'dry-run': 'true' }],
    ['prune', { image: `${host}/acme/trapped`, keep: '1', 'group-by': evil, 'dry-run': 'true' }],
  ];
  test.concurrent.each(sampled(trapped, [0, 5]))('%s %j', async (command, inputs) => {
    const { exitCode, stderr } = await runJson(command, inputs, { internet });
    expect([exitCode, stderr]).toEqual([64, expect.stringContaining('matching took longer than 3 s')]);
    expect(stderr).toContain('without a repetition inside a repetition');
  });
});

describe('a glob where a regular expression is expected gets a warning', () => {
  const image = `${host}/acme/globs`;
  beforeAll(async () => {
    for (const tag of ['1.0.0', '1.1.0']) await internet.generic.image('acme/globs', tag);
  });

  test.concurrent.each<[string, string, Record<string, string>]>([
    ['tags', 'include', { image, include: 'pr-*' }],
    ['tags', 'exclude', { image, exclude: '1.*.*' }],
    ['repositories', 'include', { registry: host, include: 'acme/*' }],
    ['latest', 'exclude', { image: `${image}:1.0.0`, exclude: 'v1*' }],
    ['prune', 'include', { image, keep: '1', include: 'release-*', 'dry-run': 'true' }],
    ['prune', 'protect', { image, keep: '1', protect: 'v*.*', 'dry-run': 'true' }],
    ['prune', 'exclude', { image, keep: '1', exclude: 'pr-?', 'dry-run': 'true' }],
  ])('%s: %s of %j', async (command, name, inputs) => {
    const { exitCode, stderr } = await runJson(command, inputs, { internet });
    const label = `IMAGE_GATE_${name.toUpperCase()} is "${inputs[name]}"`;
    expect([exitCode, stderr]).toEqual([0, expect.stringContaining(`Warning: ${label}, which looks like a glob`)]);
  });

  test('and an error, where it is no regular expression at all', async () => {
    const { exitCode, stderr } = await runJson('prune', { image, keep: '1', include: '*-dev' }, { internet });
    expect([exitCode, stderr]).toEqual([64, expect.stringContaining('It looks like a glob. Write -dev$.')]);
  });
});

test('so is one that Docker Hub has for immutable tags: exit code 5', async () => {
  internet.hub.repository('acme/locked', { members: ['ada'] });
  Object.assign(internet.hub.details('acme/locked'), { immutable: [evil] });
  for (const tag of [trap, '1.0']) await internet.hub.image('acme/locked', tag);
  const inputs = { image: 'acme/locked', keep: '1', username: 'ada', password: secret, 'dry-run': 'true' };
  const { exitCode, stderr } = await runJson('prune', inputs, { internet });
  expect([exitCode, stderr]).toEqual([5, expect.stringContaining('rules for immutable tags: matching took longer')]);
});
