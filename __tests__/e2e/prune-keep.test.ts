import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { runCli } from '../../sandbox/index.js';
import { inEnvironment, password, repository, sourceToken, username } from './support/story.js';
import { useFolders, useStory } from './support/surroundings.js';

const folders = useFolders();
const story = await useStory();

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const tags = () => [...story.internet.hub.registry.ledger.tagged(repository).keys()].sort();

/** The checked image is the oldest of four. */
async function fill(): Promise<void> {
  await story.internet.hub.image(repository, '660cbcf', { created: daysAgo(90) });
  for (const [days, tag] of ['4444444', '3333333', '2222222'].entries()) {
    await story.internet.hub.image(repository, tag, { created: daysAgo(days) });
  }
}

const inputs = inEnvironment({
  source: 'bitbucket',
  owner: 'loyaltoid',
  repo: 'saas-apigateway',
  ref: 'develop',
  'source-token': sourceToken,
  namespace: 'loyaltolpi',
  username,
  password,
});

async function cli(args: readonly string[]) {
  const cwd = await folders.create();
  const run = await runCli({ args: ['check', '--json', ...args], internet: story.internet, cwd, env: inputs });
  return { ...run, json: run.stdout === '' ? {} : JSON.parse(run.stdout), files: readdirSync(cwd) };
}

describe('prune-keep', () => {
  test('after ready the newest stay, and the image just checked, whatever its age', async () => {
    await fill();
    const run = await cli(['--prune-keep', '2', '--yes']);
    expect(run).toMatchObject({ exitCode: 0, json: { ready: true, pruned: { deletedCount: 1, keptCount: 3 } } });
    expect(tags()).toEqual(['3333333', '4444444', '660cbcf']);
    expect(run.files).toEqual([run.json.pruned.journal]);
    const again = await cli(['--prune-keep', '2', '--yes']);
    expect(again.json).toMatchObject({ ready: true, pruned: { deletedCount: 0, journal: null } });
  });

  test('as an action: outputs of the gate, and the pruning in the summary', async () => {
    await fill();
    const result = await story.action({ 'prune-keep': '1' });
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({ ready: 'true', image: `${repository}:660cbcf` });
    expect(result.summary).toContain('2 tags deleted');
    expect(result.summary).toContain('Journal');
    expect(tags()).toEqual(['4444444', '660cbcf']);
  });

  test('0 leaves the checked image alone', async () => {
    await fill();
    expect((await cli(['--prune-keep', '0', '--yes'])).json).toMatchObject({
      ready: true,
      pruned: { keptCount: 1 },
    });
    expect(tags()).toEqual(['660cbcf']);
  });

  test('what is not ready is not pruned', async () => {
    await fill();
    const run = await cli(['--prune-keep', '1', '--yes', '--tag', 'missing-{short-sha}']);
    expect(run).toMatchObject({ exitCode: 1, json: { ready: false } });
    expect(run.json).not.toHaveProperty('pruned');
    expect(tags()).toHaveLength(4);
  });

  test.each([
    ['the list cannot be read', 'GET', /^\/v2\/namespaces\/.*\/tags/, 500],
    ['the right is missing', 'DELETE', /^\/v2\/repositories\//, 403],
  ])('%s: the answer of the gate stands, and a warning says why', async (_name, method, path, status) => {
    await fill();
    const right = story.internet.inject({ host: 'hub.docker.com', method, path, answer: { status } });
    const result = await story.action({ 'prune-keep': '1' });
    right();
    expect(result).toMatchObject({ exitCode: 0, outputs: { ready: 'true' } });
    expect(result.annotations).toMatchObject([
      { kind: 'warning', message: expect.stringContaining('prune-keep: nothing was deleted') },
    ]);
    expect(result.summary).toMatch(/Pruning \S+: .*\n\n- [\s\S]*What to do/);
    expect(tags()).toHaveLength(4);
  });

  test('what goes wrong after the first delete fails the step', async () => {
    await fill();
    const right = story.internet.inject({
      host: 'hub.docker.com',
      method: 'DELETE',
      path: /3333333/,
      answer: { status: 403 },
    });
    const result = await story.action({ 'prune-keep': '1' });
    right();
    expect(result).toMatchObject({ exitCode: 4, outputs: { ready: 'true' } });
    expect(tags()).toEqual(['3333333', '4444444', '660cbcf']);
  });

  test('on the command line it asks first, and refuses where there is nobody; empty is an error', async () => {
    await fill();
    expect(await cli(['--prune-keep', '1'])).toMatchObject({ exitCode: 64, stderr: expect.stringContaining('--yes') });
    expect((await cli(['--prune-keep', '', '--yes'])).exitCode).toBe(64);
    expect(tags()).toHaveLength(4);
  });
});
