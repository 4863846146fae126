import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { runJson } from './support/listing.js';
import { useFolders, useInternet } from './support/surroundings.js';

const host = 'registry.example.com';
const folders = useFolders();

const internet = await useInternet();

/** `tags` of a repository whose list is answered so. */
async function listAnswered(name: string, body: string | Buffer, headers: Record<string, string> = {}) {
  internet.inject({
    host,
    path: `/v2/acme/${name}/tags/list?n=1000`,
    answer: { status: 200, headers: { 'content-type': 'application/json', ...headers }, body },
  });
  return runJson('tags', { image: `${host}/acme/${name}` }, { internet });
}

describe('bombs', () => {
  test('a compressed bomb is not unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '));
    const { exitCode, json } = await listAnswered('bomb', bomb, { 'content-encoding': 'gzip' });
    expect([exitCode, json.status]).toEqual([5, 'error']);
    const asked = internet.requests.find(({ path }) => path.includes('/bomb/'));
    expect(asked?.headers).not.toHaveProperty('accept-encoding');
  });

  test('JSON of 100,000 levels is an error like any other', async () => {
    for (const [name, open, close] of [
      ['list', '{"tags":', '}'],
      ['errors', '{"errors":', '}'],
    ] as const) {
      const deep = `${open}${'['.repeat(100_000)}${']'.repeat(100_000)}${close}`;
      const { exitCode, json, stderr } = await listAnswered(`deep-${name}`, deep);
      expect([exitCode, json.error]).toEqual([5, expect.stringContaining('not a list of strings')]);
      expect(stderr).not.toContain('Unexpected fault');
    }
  });

  test('YAML whose aliases multiply is read in little time', async () => {
    const levels = Array.from({ length: 30 }, (_, at) => {
      const before = at === 0 ? 'x' : `*a${at - 1}`;
      return `a${at}: &a${at} [${Array.from({ length: 10 }, () => before).join(', ')}]`;
    });
    const cwd = await folders.create({ 'bomb.yaml': `${levels.join('\n')}\nimage: *a29\n` });
    await internet.generic.image('acme/bombed', '1.0');
    const inputs = { image: `${host}/acme/bombed`, keep: '1', 'in-use': 'bomb.yaml', 'dry-run': 'true' };
    const { exitCode, stderr } = await runJson('prune', inputs, { internet, cwd });
    expect({ exitCode, stderr: exitCode === 0 ? '' : stderr }).toEqual({ exitCode: 0, stderr: '' });
  });
});

describe('an input with a line break is refused before any request', () => {
  const evil = 'x\r\nX-Evil: 1';
  test.concurrent.each([
    ['tags', { image: `${host}/acme/app`, username: evil, password: 'secret-0123456789' }],
    ['tags', { image: `${host}/acme/app`, username: 'ada', password: evil }],
    ['tags', { image: evil }],
    ['tags', { image: 'acme/app', registry: evil }],
    ['check', { repo: 'acme/app', ref: evil }],
    ['check', { repo: 'acme/app', ref: 'main', 'source-token': evil }],
    ['check', { repo: 'acme/app', ref: 'main', source: 'gitlab', 'source-url': `https://git.example.com/${evil}` }],
  ])('%s %#', async (command, inputs) => {
    const before = internet.requests.filter(({ headers }) => 'x-evil' in headers).length;
    const { exitCode, stderr } = await runJson(command, { ...inputs }, { internet });
    expect([exitCode, stderr]).toEqual([64, expect.stringMatching(/control character|line break/)]);
    expect(internet.requests.filter(({ headers }) => 'x-evil' in headers)).toHaveLength(before);
  });
});
