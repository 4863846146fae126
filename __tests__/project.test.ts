import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { type Project, renewReferences } from '../scripts/project.js';
import * as recorded from '../src/lib/project.js';

const current: Project = { repository: 'acme/gate', packageName: 'gate', version: '1.2.3' };
const next: Project = { repository: 'Other-Org/new.name', packageName: '@other/gate', version: '2.0.0' };

describe('a reference to the project', () => {
  it.each([
    ['uses: acme/gate@v1', 'uses: Other-Org/new.name@v2'],
    ['uses: acme/gate/prune@v1', 'uses: Other-Org/new.name/prune@v2'],
    ['uses: acme/gate/.github/workflows/gate.yml@v1', 'uses: Other-Org/new.name/.github/workflows/gate.yml@v2'],
    ['git clone --branch v1 https://github.com/acme/gate /tmp/x', null],
    ['[issues](https://github.com/acme/gate/issues)', '[issues](https://github.com/Other-Org/new.name/issues)'],
    ['docker run ghcr.io/acme/gate:1 check', 'docker run ghcr.io/other-org/new.name:2 check'],
    ['image: ghcr.io/acme/gate:1-shell', 'image: ghcr.io/other-org/new.name:2-shell'],
    ['npx --yes gate@1 check nginx', 'npx --yes @other/gate@2 check nginx'],
    ['npx gate check nginx', 'npx @other/gate check nginx'],
    ['`gate@1` is the newest release', '`@other/gate@2` is the newest release'],
    ['npm install --global gate', 'npm install --global @other/gate'],
    ['https://img.shields.io/npm/v/gate', 'https://img.shields.io/npm/v/@other/gate'],
  ])('%s is renewed', (before, after) => {
    const renewed = after ?? 'git clone --branch v2 https://github.com/Other-Org/new.name /tmp/x';
    expect(renewReferences(before, current, next, false)).toBe(renewed);
    expect(renewReferences(renewed, next, current, false)).toBe(before);
  });

  it.each([
    'gate check nginx:1.27',
    'uses: acme/gateway@v1',
    'uses: big.acme/gate@v1',
    'image: ghcr.io/acme/gate-keeper:1',
    'npx gate-keeper',
    'uses: actions/checkout@v4',
  ])('%s is none', (text) => expect(renewReferences(text, current, next, true)).toBe(text));

  it('names the exact release in the steps of a workflow, and the moving tag in its comments', () => {
    const text = '# uses: acme/gate@v1\n      - uses: acme/gate@v1\n        uses: acme/gate/prune@v1.2.2\n';
    expect(renewReferences(text, current, current, true)).toBe(
      '# uses: acme/gate@v1\n      - uses: acme/gate@v1.2.3\n        uses: acme/gate/prune@v1.2.3\n',
    );
  });
});

/** Its name is not in this file, which is in the copy too. */
const elsewhere: Project = { ...next, repository: `${next.repository}-2` };

describe('package.json', () => {
  const copy = mkdtempSync(join(tmpdir(), 'image-gate-project-'));
  afterAll(() => rmSync(copy, { recursive: true }));
  const left = new Set(['.git', 'node_modules', 'build', 'dist', 'coverage']);
  cpSync('.', copy, { recursive: true, filter: (path) => !left.has(path) });

  function files(): ReadonlyMap<string, string> {
    const names = readdirSync(copy, { recursive: true, encoding: 'utf8' });
    const paths = names.map((name) => join(copy, name));
    return new Map(
      paths
        .filter((path) => statSync(path).isFile())
        .map((path) => [relative(copy, path), readFileSync(path, 'latin1')]),
    );
  }

  /** The generator of this clone, which `npm test` has compiled, at work in the copy. */
  const generate = (...args: string[]) =>
    execFileSync(process.execPath, [join(process.cwd(), 'build/scripts/generate.js'), ...args], {
      cwd: copy,
      stdio: 'pipe',
    });

  /** As somebody does who publishes it elsewhere: an edit of package.json, and the generator. */
  function become({ repository, packageName: name, version }: Project): ReadonlyMap<string, string> {
    const path = join(copy, 'package.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8'));
    const url = `git+https://github.com/${repository}.git`;
    const edited = { ...manifest, name, version, repository: { ...manifest.repository, url } };
    writeFileSync(path, `${JSON.stringify(edited, undefined, 2)}\n`);
    generate();
    generate('--check');
    return files();
  }

  const count = (all: ReadonlyMap<string, string>, { repository }: Project) =>
    [...all].flatMap(([path, text]) => {
      const found = text.toLowerCase().split(repository.toLowerCase()).length - 1;
      return found === 0 ? [] : [[path, found]];
    });

  it('is the one place with the address, the name and the version of the project', () => {
    const before = files();
    const named = count(before, recorded);
    expect(named.length).toBeGreaterThan(20);
    const there = become(elsewhere);
    expect(count(there, recorded)).toEqual([]);
    expect(count(there, elsewhere)).toEqual(named);
    expect(there.get('.github/workflows/gate.yml')).toContain(`uses: ${elsewhere.repository}@v${elsewhere.version}\n`);
    expect(there.get('README.md')).toContain(`uses: ${elsewhere.repository}@v2\n`);
    expect(JSON.parse(there.get('package-lock.json') ?? '')).toMatchObject({
      name: elsewhere.packageName,
      version: elsewhere.version,
      packages: { '': { name: elsewhere.packageName, version: elsewhere.version } },
    });
    const back = become(recorded);
    for (const [path, text] of before) expect([path, back.get(path)]).toEqual([path, text]);
    expect([...back.keys()]).toEqual([...before.keys()]);
  });

  it('cannot take a name that an example has already', () => {
    const example = join(copy, 'docs', 'check.md');
    writeFileSync(example, `${readFileSync(example, 'utf8')}\nuses: next-org/gate@v1\n`);
    expect(() => become({ ...next, repository: 'next-org/gate' })).toThrow(
      'docs/check.md already has next-org/gate in an example',
    );
  });
});

it('no file names a place-holder for the owner', () => {
  const tracked = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0');
  const texts = tracked.filter((path) => /\.(?:md|ya?ml|ts)$/.test(path) && existsSync(path));
  expect(texts.length).toBeGreaterThan(500);
  expect(texts.filter((path) => /\bOWNER[/]/.test(readFileSync(path, 'utf8')))).toEqual([]);
});

describe('the files that GitHub shows', () => {
  const folder = '.github/ISSUE_TEMPLATE';

  it('has a description, an icon and a colour that the Marketplace takes', () => {
    const { name, description, branding } = parse(readFileSync('action.yml', 'utf8'));
    const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
    expect({ name, description }).toEqual({ name: 'Image Gate', description: manifest.description });
    expect(description.length).toBeLessThan(125);
    expect(branding).toEqual({ icon: 'check-circle', color: 'blue' });
  });

  it('has notes for the release of this version', () => {
    expect(readFileSync('CHANGELOG.md', 'utf8').split('\n')).toContain(`## ${recorded.version}`);
  });

  it.each(readdirSync(folder).filter((file) => file !== 'config.yml'))(
    'the form %s is one that GitHub takes',
    (file) => {
      const form = parse(readFileSync(`${folder}/${file}`, 'utf8'));
      expect(form).toEqual({
        name: expect.any(String),
        description: expect.any(String),
        labels: [expect.any(String)],
        body: expect.any(Array),
      });
      const fields = form.body.filter(({ type }: { type: string }) => type !== 'markdown');
      for (const { type, id, attributes } of fields) {
        expect(['textarea', 'input', 'dropdown', 'checkboxes']).toContain(type);
        expect([id, attributes.label]).toEqual([expect.stringMatching(/^[a-z-]+$/), expect.any(String)]);
      }
      const ids = fields.map(({ id }: { id: string }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    },
  );
});
