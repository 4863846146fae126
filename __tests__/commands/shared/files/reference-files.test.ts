import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readReferences } from '../../../../src/commands/shared/files/reference-files.js';
import { rejectionOf } from '../../../support/failures.js';

let folder: string;

async function write(name: string, content: string | Buffer): Promise<string> {
  const file = join(folder, name);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
  return file;
}

/** `WHERE text`, the folder left out. */
async function read(...entries: readonly string[]): Promise<readonly string[]> {
  const found = await readReferences(entries, 'image');
  const inside = `${folder.replaceAll(sep, '/')}/`;
  return found.map(({ where, text }) => `${where?.replace(inside, '') ?? '-'} ${text}`);
}

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'image-gate-references-')));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('readReferences', () => {
  it('returns any other text as it is', async () => {
    expect(await read('acme/app:1.0', 'v1.2', 'ghcr.io/acme/app', 'Release-3')).toEqual([
      '- acme/app:1.0',
      '- v1.2',
      '- ghcr.io/acme/app',
      '- Release-3',
    ]);
  });

  it('reads files by their names, and in the order of the entries', async () => {
    const yaml = await write('files/app.yaml', 'a: 1\nimage: a:1\n');
    const json = await write('files/app.json', '{"image": "b:2"}');
    const docker = await write('files/api.Dockerfile', 'FROM c:3');
    const compose = await write('files/compose.prod', 'services: {x: {image: d:4}}');
    const list = await write('files/running', '# in use\ne:5 f:6\n');
    const all = ['2 a:1', '1 b:2', '1 c:3', '1 d:4', '2 e:5', '2 f:6'];
    const names = ['app.yaml', 'app.json', 'api.Dockerfile', 'compose.prod', 'running', 'running'];
    const expected = all.map((one, at) => `files/${names[at]}:${one}`);
    expect(await read(yaml, json, docker, compose, list)).toEqual(expected);
    expect(await read(list, 'x:1', yaml)).toEqual([expected[4], expected[5], '- x:1', expected[0]]);
  });

  it('follows no link out of the folder, or out of the working directory', async () => {
    const secret = await write('outside/secret.yaml', 'image: secret:1');
    await mkdir(join(folder, 'inner/pull-request/k8s'), { recursive: true });
    const inner = (name: string) => join(folder, 'inner/pull-request', name);
    await symlink(secret, inner('k8s/app.yaml'));
    expect((await rejectionOf(read(inner('k8s')))).message).toContain('app.yaml cannot be read: a link leads to ');
    await rm(inner('k8s/app.yaml'));
    await symlink(dirname(secret), inner('k8s/more'));
    expect((await rejectionOf(read(inner('k8s')))).message).toContain('more cannot be read: a link leads to ');

    const before = process.cwd();
    process.chdir(inner('.'));
    try {
      await symlink(secret, inner('Dockerfile'));
      for (const entry of ['Dockerfile', './Dockerfile', inner('Dockerfile')]) {
        expect((await rejectionOf(read(entry))).message).toContain('Dockerfile cannot be read: a link leads to ');
      }
      // Named by who writes the command, and by no link.
      expect(await read(secret)).toEqual(['outside/secret.yaml:1 secret:1']);
    } finally {
      process.chdir(before);
    }
  });

  it('reads a folder: Dockerfiles, YAML and JSON at any depth, each once, whatever links lead there', async () => {
    await write('tree/b/Dockerfile', 'FROM a:1');
    await write('tree/b/Dockerfile.dev', 'FROM b:2');
    await write('tree/b/Containerfile', 'FROM c:3');
    await write('tree/c/kustomization.yml', 'images: [{name: d, newTag: v4}]');
    await write('tree/a.yaml', 'image: e:5');
    for (const other of ['readme.md', 'main.go', 'values.txt', 'b/Dockerfile.dockerignore']) {
      await write(`tree/${other}`, 'image: no:1');
    }
    await write('tree/node_modules/x/compose.yaml', 'image: no:2');
    await write('tree/.git/a.yaml', 'image: no:3');
    await write('elsewhere/f.yaml', 'image: f:6');
    await symlink(join(folder, 'tree'), join(folder, 'tree/c/loop'));
    await symlink('.', join(folder, 'tree/self'));
    await symlink(join(folder, 'elsewhere'), join(folder, 'tree/d'));
    await symlink('nowhere', join(folder, 'tree/broken'));
    const expected = [
      ...['a.yaml:1 e:5', 'b/Containerfile:1 c:3', 'b/Dockerfile:1 a:1', 'b/Dockerfile.dev:1 b:2'],
      ...['c/kustomization.yml:1 d:v4', 'd/f.yaml:1 f:6'],
    ];
    expect(await read(join(folder, 'tree'))).toEqual(expected.map((one) => `tree/${one}`));
  });

  it('takes a name that exists for a file, whatever it looks like', async () => {
    const file = await write('v1.2', 'a:1');
    expect(await read(file)).toEqual(['v1.2:1 a:1']);
  });

  it('reads what PowerShell writes, and byte order marks', async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('a:1\r\nb:2\r\n', 'utf16le')]);
    expect(await read(await write('power.txt', utf16))).toEqual(['power.txt:1 a:1', 'power.txt:2 b:2']);
    expect(await read(await write('mark.yaml', '\ufeffimage: a:1'))).toEqual(['mark.yaml:1 a:1']);
  });

  it.each(['./app', '../app', '/app', 'app.yaml', 'k8s/app.yml', 'a.json', 'images.txt', '.\\app', 'k9s/'])(
    '%s is not there: wrong usage',
    async (entry) => {
      const failure = await rejectionOf(readReferences([entry], 'in-use'));
      expect([failure.kind, failure.message]).toEqual([
        'usage',
        `in-use: the file ${JSON.stringify(entry)} does not exist`,
      ]);
    },
  );

  it('refuses what it cannot read whole', async () => {
    await mkdir(join(folder, 'empty/node_modules'), { recursive: true });
    await mkdir(join(folder, 'links'));
    await symlink('nowhere', join(folder, 'links/a.yaml'));
    const cases: readonly (readonly [string, string])[] = [
      [join(folder, 'empty'), 'has no Dockerfile, YAML or JSON file'],
      [join(folder, 'links'), `${join('links', 'a.yaml')} cannot be read: ENOENT`],
      [await write('big.yaml', Buffer.alloc(10 * 1024 * 1024 + 1, ' ')), 'it has 10485761 bytes'],
      [await write('binary.txt', Buffer.from([0x61, 0xff, 0x62])), 'it is not UTF-8 text'],
      [await write('t/values.yaml', 'a: 1\nimage: {{ .x }}:{{ .y }}\n'), 'values.yaml:2 cannot be read: '],
    ];
    for (const [entry, words] of cases) {
      const failure = await rejectionOf(readReferences(['a:1', entry], 'image'));
      expect([failure.kind, failure.message]).toEqual(['usage', expect.stringContaining(words)]);
    }
  });
});
