import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createSigstore } from '../../sandbox/sigstore/index.js';
import { createTufRepository, type TufRepository } from '../../sandbox/sigstore/tuf.js';
import { readTarget } from '../../scripts/trusted-roots/read-target.js';
import { startServer } from '../support/servers.js';

const content = Buffer.from(JSON.stringify(createSigstore().trustedRoot()));
const name = 'trusted_root.json';
const folders: string[] = [];
afterEach(() => Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true }))));

async function readFrom(
  { root, files }: TufRepository,
  changes: Readonly<Record<string, Buffer>> = {},
): Promise<Buffer> {
  const { origin } = await startServer(({ url = '' }, response) => {
    const file = changes[url] ?? files.get(url);
    response.writeHead(file === undefined ? 404 : 200).end(file);
  });
  const folder = await mkdtemp(join(tmpdir(), 'image-gate-root-'));
  folders.push(folder);
  await writeFile(join(folder, 'root.json'), root);
  return readTarget(origin, join(folder, 'root.json'), name);
}

describe('a trusted root by TUF', () => {
  const repository = createTufRepository(name, content);

  it('is read over a root that has been replaced', async () => {
    expect(await readFrom(repository)).toEqual(content);
  });

  it.each<[string, TufRepository, Readonly<Record<string, Buffer>>, RegExp]>([
    [
      'a later root that the first one has not signed',
      createTufRepository(name, content, { stolen: true }),
      {},
      /root was signed by 0\/1 keys/,
    ],
    [
      'metadata that has expired',
      createTufRepository(name, content, { expires: new Date('2026-01-01T00:00:00Z') }),
      {},
      /expired/,
    ],
    [
      'another content',
      repository,
      Object.fromEntries(
        [...repository.files.keys()]
          .filter((path) => path.includes('/targets/'))
          .map((path) => [path, Buffer.from(content).fill('x', 100, 101)]),
      ),
      /Expected hash/,
    ],
    [
      'metadata of another repository',
      repository,
      {
        '/1.targets.json': createTufRepository(name, Buffer.from('{}')).files.get('/1.targets.json') ?? Buffer.alloc(0),
      },
      /targets was signed by 0\/1 keys/,
    ],
    ['no such file', createTufRepository('other.json', content), {}, /has no trusted_root\.json$/],
  ])('%s is refused', async (_, from, changes, reason) => {
    await expect(readFrom(from, changes)).rejects.toThrow(reason);
  });
});
