import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import type { Internet, SourceRepositorySpec, SourceState } from '../../sandbox/index.js';
import { sampled } from '../support/thorough.js';
import { type CheckInputs, type CheckRun, check, commitOf, shortOf } from './support/check.js';
import { authOf } from './support/files.js';
import { recordsAbout, requestsAbout } from './support/requests.js';
import { useFolders, useInternet } from './support/surroundings.js';
import { until } from './support/together.js';

const token = 'source-token-0123456789';
const odd = 'feature/ä#1%20+x';
const oddInPath = 'feature/%C3%A4%231%2520%2Bx';
const oddEncoded = oddInPath.replace('/', '%2F');
const at = {
  main: commitOf('main'),
  odd: commitOf('odd'),
  branch: commitOf('branch of both'),
  tag: commitOf('tag of both'),
  light: commitOf('v1.0.0'),
  annotated: commitOf('v2.0.0'),
  nested: commitOf('v3.0.0'),
  loose: commitOf('no ref'),
};
const spec: SourceRepositorySpec = {
  branches: { main: at.main, [odd]: at.odd, both: at.branch, side: at.main },
  tags: { 'v1.0.0': at.light, 'v2.0.0': at.annotated, 'v3.0.0': at.nested, both: at.tag },
  annotated: ['v2.0.0', 'v3.0.0', 'tree-2', 'blob-2', 'blob-3'],
  nested: ['v3.0.0', 'blob-3'],
  others: { 'tree-1': 'tree', 'tree-2': 'tree', 'blob-1': 'blob', 'blob-2': 'blob', 'blob-3': 'blob', side: 'blob' },
  commits: [at.loose],
};

/** What to write, and which commit it is. */
const refs: [string, string, string][] = [
  ['a branch with odd letters', odd, at.odd],
  ['an annotated tag: its commit', 'v2.0.0', at.annotated],
  ['a tag of a tag: the commit behind both', 'v3.0.0', at.nested],
  ['a branch', 'main', at.main],
  ['a branch in full', 'refs/heads/main', at.main],
  ['a tag', 'v1.0.0', at.light],
  ['an annotated tag in full: its commit', 'refs/tags/v2.0.0', at.annotated],
  ['the tag, where a branch has its name', 'refs/tags/both', at.tag],
  ['the branch, where a tag has its name', 'refs/heads/both', at.branch],
];
const missing: [string, string, string][] = [
  ['a name', 'no-such-branch', 'ref no-such-branch'],
  ['a short SHA', 'abcdef1234', 'ref abcdef1234'],
  ['a branch in full, where only a tag has that name', 'refs/heads/v1.0.0', 'branch v1.0.0'],
  ['a tag in full, where only a branch has that name', 'refs/tags/main', 'tag main'],
];

interface Kind {
  readonly title: string;
  readonly state: (internet: Internet) => SourceState;
  readonly owner: string;
  readonly inputs: (name: string) => CheckInputs;
  /** The one request for the branch with the odd name. */
  readonly request: (name: string) => string;
  /** The exit code for a repository that is private, without and with a wrong token, and words of the advice. */
  readonly hidden: readonly [number, string];
  readonly wrong: readonly [number, string];
  /** What `Authorization` the token makes. */
  readonly authorization: string;
  /** The same service at another address: not everything is tried again. */
  readonly again?: true;
}

const tokenHelp = 'a private repository needs a --source-token that may read it';
const kinds: readonly Kind[] = [
  {
    title: 'github',
    state: ({ github }) => github,
    owner: 'acme',
    inputs: (name) => ({ source: 'github', repo: `acme/${name}` }),
    request: (name) => `GET api.github.com/repos/acme/${name}/commits/heads/${oddInPath} 200`,
    hidden: [3, tokenHelp],
    wrong: [2, 'The token is wrong or has expired.'],
    authorization: `token ${token}`,
  },
  {
    title: 'github (Enterprise Server)',
    again: true,
    state: ({ github }) => github,
    owner: 'acme',
    inputs: (name) => ({ source: 'github', 'source-url': 'https://github.example.com/api/v3', repo: `acme/${name}` }),
    request: (name) => `GET github.example.com/api/v3/repos/acme/${name}/commits/heads/${oddInPath} 200`,
    hidden: [3, tokenHelp],
    wrong: [2, 'The token is wrong or has expired.'],
    authorization: `token ${token}`,
  },
  {
    title: 'bitbucket',
    state: ({ bitbucket }) => bitbucket,
    owner: 'acme',
    inputs: (name) => ({ source: 'bitbucket', owner: 'acme', repo: name }),
    request: (name) => `GET api.bitbucket.org/2.0/repositories/acme/${name}/refs/branches/${oddInPath} 200`,
    hidden: [3, tokenHelp],
    wrong: [2, 'App passwords ended on 2026-07-28. Use a repository access token'],
    authorization: `Bearer ${token}`,
  },
  {
    title: 'bitbucket-server',
    state: ({ bitbucketServer }) => bitbucketServer,
    owner: 'ACME',
    inputs: (name) => ({
      source: 'bitbucket-server',
      'source-url': 'https://bitbucket.example.com',
      owner: 'ACME',
      repo: name,
    }),
    request: (name) =>
      `GET bitbucket.example.com/rest/api/latest/projects/ACME/repos/${name}/commits?until=refs%2Fheads%2F${oddEncoded}&limit=1 200`,
    hidden: [2, 'This server returns 401 also for missing permissions: use an HTTP access token'],
    wrong: [2, 'use an HTTP access token with repository read as --source-token'],
    authorization: `Bearer ${token}`,
  },
  {
    title: 'gitlab (a group in a group)',
    state: ({ gitlab }) => gitlab,
    owner: 'acme/team',
    inputs: (name) => ({ source: 'gitlab', owner: 'acme/team', repo: name }),
    request: (name) => `GET gitlab.com/api/v4/projects/acme%2Fteam%2F${name}/repository/branches/${oddEncoded} 200`,
    hidden: [3, tokenHelp],
    wrong: [2, 'access token with the scope read_api as --source-token'],
    authorization: `Bearer ${token}`,
  },
  {
    title: 'gitlab (a server of one’s own)',
    again: true,
    state: ({ gitlab }) => gitlab,
    owner: 'acme',
    inputs: (name) => ({ source: 'gitlab', 'source-url': 'https://gitlab.example.com/', repo: `acme/${name}` }),
    request: (name) => `GET gitlab.example.com/api/v4/projects/acme%2F${name}/repository/branches/${oddEncoded} 200`,
    hidden: [3, tokenHelp],
    wrong: [2, 'access token with the scope read_api as --source-token'],
    authorization: `Bearer ${token}`,
  },
  {
    title: 'gitea',
    state: ({ gitea }) => gitea,
    owner: 'acme',
    inputs: (name) => ({ source: 'gitea', 'source-url': 'https://gitea.example.com', repo: `acme/${name}` }),
    request: (name) => `GET gitea.example.com/api/v1/repos/acme/${name}/branches/${oddEncoded} 200`,
    hidden: [3, tokenHelp],
    wrong: [2, 'an access token with the scope read:repository as --source-token'],
    authorization: `token ${token}`,
  },
  {
    title: 'git',
    state: ({ git }) => git,
    owner: 'acme',
    inputs: (name) => ({ source: 'git', 'source-url': `https://git.example.com/acme/${name}.git`, repo: name }),
    request: (name) => `GET git.example.com/acme/${name}.git/info/refs?service=git-upload-pack 200`,
    hidden: [2, 'Give a token or password as --source-token'],
    wrong: [2, '--source-token is wrong or has expired, or it is not that of --source-username'],
    authorization: `Basic ${authOf('x-access-token', token)}`,
  },
];

const registry = 'registry.example.com';
const folders = useFolders();
const run = promisify(execFile);
/** A real git repository: its file:// URL, and what its refs are. */
const real = { url: '', main: '', light: '', annotated: '', tagObject: '' };

const internet = await useInternet();
for (const { state } of kinds) state(internet).tokens.add(token);
internet.bitbucket.users.set('ada@example.com', 'ATATT-of-ada');
await makeRepository();

async function makeRepository(): Promise<void> {
  const folder = await folders.create();
  const person = { GIT_AUTHOR_NAME: 'Ada', GIT_AUTHOR_EMAIL: 'ada@example.com' };
  const committer = { GIT_COMMITTER_NAME: 'Ada', GIT_COMMITTER_EMAIL: 'ada@example.com' };
  const env = { PATH: process.env.PATH, HOME: folder, ...person, ...committer };
  const git = async (...args: string[]) => (await run('git', args, { cwd: folder, env })).stdout.trim();
  await git('init', '--quiet', '--initial-branch=main');
  await git('commit', '--quiet', '--allow-empty', '--message=one');
  await git('tag', 'v1');
  await git('commit', '--quiet', '--allow-empty', '--message=two');
  await git('tag', '--annotate', '--message=two', 'v2');
  await git('commit', '--quiet', '--allow-empty', '--message=three');
  await git('branch', odd, 'v1');
  const blob = await git('hash-object', '-w', '.git/HEAD');
  const tree = await git('rev-parse', 'main^{tree}');
  await git('tag', 'file-tag', blob);
  await git('tag', 'tree-tag', tree);
  await git('tag', '--annotate', '--message=a file', 'annotated-file-tag', blob);
  await git('tag', '--annotate', '--message=a tree', 'annotated-tree-tag', tree);
  const [main = '', light = '', tagObject = '', annotated = ''] = (
    await git('rev-parse', 'main', 'v1', 'v2', 'v2^{commit}')
  ).split('\n');
  Object.assign(real, { url: `file://${folder}`, main, light, annotated, tagObject });
}

/** The image is never there: what matters is the commit. */
function look(inputs: CheckInputs, env: Readonly<Record<string, string>> = {}): Promise<CheckRun> {
  return check({ registry, image: 'acme/nothing', 'fail-if-not-ready': 'false', ...inputs }, { internet, env });
}

describe.each(kinds)('$title', (kind) => {
  const prefix = kind.title
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '-')
    .replace(/-$/, '');

  /** A repository of its own for each test. */
  function given(what: string, more: SourceRepositorySpec = {}): { name: string; inputs: CheckInputs } {
    const name = `${prefix}-${what}`;
    kind.state(internet).repository(kind.owner, name, { ...spec, ...more });
    return { name, inputs: kind.inputs(name) };
  }

  test.concurrent.each(kind.again ? refs.slice(0, 2) : refs)('%s', async (what, ref, commit) => {
    const { inputs } = given(what.replaceAll(/\W+/g, '-'));

    const { exitCode, json, stderr } = await look({ ...inputs, ref });

    expect(stderr).toBe('');
    expect(json).toMatchObject({
      reference: ref.replace(/^refs\/(?:heads|tags)\//, ''),
      commit,
      tag: shortOf(commit),
      ready: false,
    });
    expect(exitCode).toBe(0);
  });

  test.concurrent('a branch in full takes one request', async () => {
    const { name, inputs } = given('one-request');

    const { json } = await look({ ...inputs, ref: `refs/heads/${odd}` });

    expect(json.commit).toBe(at.odd);
    expect(requestsAbout(internet.requests, name)).toEqual([kind.request(name)]);
  });

  test.concurrent('a name of both: the branch wins, and a warning names both', async () => {
    const { name, inputs } = given('both');

    const { json, stderr } = await look({ ...inputs, ref: 'both' });

    expect(json.commit).toBe(at.branch);
    expect(stderr).toMatch(
      new RegExp(
        `^Warning: both is a branch \\(${at.branch.slice(0, 12)}\\) and a tag \\(${at.tag.slice(0, 12)}\\) of (?:${kind.owner}/)?${name}: ` +
          'the branch is used. Write refs/heads/both or refs/tags/both to select one.\n$',
      ),
    );
  });

  test.concurrent('a full SHA, in capitals too, takes no request', async () => {
    const { name, inputs } = given('full-sha');

    const { json } = await look({ ...inputs, ref: at.loose.toUpperCase() });

    expect(json).toMatchObject({ reference: at.loose, commit: at.loose });
    expect(requestsAbout(internet.requests, name)).toEqual([]);
  });

  test.concurrent(
    kind.title === 'git' ? 'a short SHA cannot be looked up, and it says so' : 'a short SHA is made whole',
    async () => {
      const { inputs } = given('short-sha');

      const { exitCode, json } = await look({ ...inputs, ref: at.loose.slice(0, 8) });

      if (kind.title === 'git') {
        expect(exitCode).toBe(3);
        expect(json.error).toContain('git ls-remote finds names, not short SHAs');
      } else {
        expect(json).toMatchObject({ reference: at.loose.slice(0, 8), commit: at.loose });
      }
    },
  );

  test.concurrent.each(sampled(missing, kind.again ? [0] : [0, 2]))(
    '%s that is not there: exit code 3',
    async (what, ref, told) => {
      const { name, inputs } = given(`missing-${what.replaceAll(/\W+/g, '-')}`);

      const { exitCode, json, stderr } = await look({ ...inputs, ref });

      expect(exitCode).toBe(3);
      expect(json).toMatchObject({ status: 'error', exitCode: 3 });
      expect(json.error).toMatch(
        new RegExp(`^${told} in .*${name}.*: the ref does not exist, or the repository does not exist`),
      );
      expect(json).not.toHaveProperty('ready');
      expect(stderr).toContain('What to do: Check --repo, --owner and --ref for typos');
    },
  );

  test.concurrent('a repository that is not there: exit code 3', async () => {
    const { exitCode } = await look({ ...kind.inputs(`${prefix}-nowhere`), 'source-token': token, ref: 'main' });

    expect(exitCode).toBe(3);
  });

  test.concurrent('private, with the token: found, and the token goes to the source alone', async () => {
    const { name, inputs } = given('private', { private: true });

    const { json, stderr } = await look({ ...inputs, 'source-token': token, ref: 'refs/heads/main' });

    expect(stderr).toBe('');
    expect(json.commit).toBe(at.main);
    const sent = recordsAbout(internet.requests, name);
    expect(sent.map(({ headers }) => headers.authorization)).toEqual(sent.map(() => kind.authorization));
    expect(sent.length).toBeGreaterThan(0);
    const others = internet.requests.filter(({ host }) => host === registry);
    expect(others.filter(({ headers }) => headers.authorization !== undefined)).toEqual([]);
  });

  test.concurrent('private, without a token: its exit code, and what to do', async () => {
    const { inputs } = given('hidden', { private: true });

    const { exitCode, json, stderr } = await look({ ...inputs, ref: 'main' });

    expect(exitCode).toBe(kind.hidden[0]);
    expect(stderr).toContain(kind.hidden[1]);
    expect(json).not.toHaveProperty('ready');
  });

  test.concurrent('private, with a wrong token: exit code 2, and what to do', async () => {
    const { inputs } = given('wrong', { private: true });

    const { exitCode, json, stderr } = await look({ ...inputs, 'source-token': 'wrong-token-123', ref: 'main' });

    expect(exitCode).toBe(kind.wrong[0]);
    expect(stderr).toContain(kind.wrong[1]);
    expect(stderr).not.toContain('wrong-token-123');
    expect(json).not.toHaveProperty('ready');
  });

  const others: readonly (readonly [string, string])[] = [
    ['a tree', 'tree-1'],
    ['a tree, annotated', 'refs/tags/tree-2'],
    ['a file', 'refs/tags/blob-1'],
    ['a file, annotated', 'blob-2'],
    ['a file, by a tag of a tag', 'blob-3'],
    ['a file, beside a branch of that name', 'refs/tags/side'],
  ];
  test.concurrent.each(sampled(others, [0, 4, 5]))(
    'a tag of %s is no commit: exit code 3, and never ready',
    async (what, ref) => {
      if (kind.again) return;
      const { inputs } = given(`other-${what.replaceAll(/\W+/g, '-')}`);
      // An image whose tag needs no commit: whatever the tag names, it would be ready.
      await internet.generic.image('acme/by-ref', ref.replace('refs/tags/', ''));

      const { exitCode, json } = await look({ ...inputs, ref, image: 'acme/by-ref', tag: '{ref}' });

      expect(exitCode).toBe(3);
      expect(json).toMatchObject({ status: 'error' });
      expect(json).not.toHaveProperty('ready');
      expect(json).not.toHaveProperty('commit');
    },
  );

  test.concurrent('404 with a page of a proxy is not “no such ref”: exit code 5, and the page is named', async () => {
    const { name, inputs } = given('blocked');
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    const body = '<!DOCTYPE html><html><head><title>Blocked by policy</title></head></html>';
    internet.inject({ path: new RegExp(`${name}\\b`), answer: { status: 404, headers, body } });

    const { exitCode, json, stderr } = await look({ ...inputs, ref: 'v1.0.0' });

    // git keeps the page to itself, and says no more than that the repository was not found.
    expect(exitCode).toBe(kind.title === 'git' ? 3 : 5);
    expect(json).not.toHaveProperty('ready');
    if (kind.title === 'git') return;
    expect(json.error).toMatch(/^GET https:\/\/\S+: 404 Not Found; an HTML page titled “Blocked by policy”$/);
    expect(stderr).toContain('What to do: Check that the address is the service’s own and that no proxy or login page');
  });

  test.concurrent('several in one step: mixed results, in order', async () => {
    const names = kind.title === 'git' ? [] : ['first', 'second', 'third'].map((what) => given(`several-${what}`).name);
    if (names.length === 0) {
      const { exitCode, json } = await look({ ...kind.inputs('x'), repo: 'one,two', ref: 'main' });
      expect(exitCode).toBe(64);
      expect(json.error).toBe('--source git has one remote (--source-url), and --repo names 2');
      return;
    }
    const [first = '', second = '', third = ''] = names;
    kind.state(internet).repository(kind.owner, second, { branches: { other: at.loose } });
    const digest = await internet.generic.image(`several/${third}`, shortOf(at.main));
    const { repo: _one, image: _none, ...inputs } = kind.inputs('x');

    const { exitCode, json } = await check(
      {
        ...inputs,
        registry,
        namespace: 'several',
        repo: `${first}, ${second}\n${third}`,
        owner: kind.owner,
        ref: 'main',
      },
      { internet },
    );

    expect(exitCode).toBe(3);
    expect(json.status).toBe('error');
    expect(json).not.toHaveProperty('ready');
    expect(json.results).toMatchObject([
      {
        repository: expect.stringMatching(new RegExp(`/${first}$`)),
        status: 'not-ready',
        ready: false,
        image: `${registry}/several/${first}:${shortOf(at.main)}`,
      },
      { repository: expect.stringMatching(new RegExp(`/${second}$`)), status: 'error', exitCode: 3 },
      { repository: expect.stringMatching(new RegExp(`/${third}$`)), status: 'ready', ready: true, digest },
    ]);
  });
});

describe('github, in a workflow', () => {
  const workflow = {
    GITHUB_REPOSITORY: 'acme/own',
    GITHUB_SHA: at.loose,
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
  };

  test.concurrent('GITHUB_API_URL is the server, and GITHUB_TOKEN goes there', async () => {
    internet.github.repository('acme', 'ghes-workflow', { ...spec, private: true });
    const env = { ...workflow, GITHUB_API_URL: 'https://github.example.com/api/v3', GITHUB_TOKEN: token };

    const { json } = await look({ repo: 'ghes-workflow', ref: 'refs/heads/main' }, env);

    expect(json.commit).toBe(at.main);
    expect(recordsAbout(internet.requests, 'ghes-workflow')).toMatchObject([
      { host: 'github.example.com', headers: { authorization: `token ${token}` } },
    ]);
  });

  test.concurrent.each([
    ['outside of a workflow too', {}, 'acme/no-workflow', 'github.example.com'],
    ['but not for an address at github.com', {}, 'https://github.com/acme/no-workflow.git', 'api.github.com'],
    ['nor in a workflow', { ...workflow, GITHUB_TOKEN: token }, 'git@github.com:acme/no-workflow', 'api.github.com'],
  ])('GITHUB_API_URL is the server %s', async (what, env, repo, host) => {
    const name = `no-workflow-${what.length}`;
    internet.github.repository('acme', name, spec);
    const inputs = { repo: repo.replace('no-workflow', name), ref: 'refs/heads/main' };

    const { json } = await look(inputs, { ...env, GITHUB_API_URL: 'https://github.example.com/api/v3' });

    expect(json.commit).toBe(at.main);
    const records = recordsAbout(internet.requests, name);
    expect(records.map((record) => [record.host, record.headers.authorization])).toEqual([[host, undefined]]);
  });

  test.concurrent('GITHUB_TOKEN does not go to another server', async () => {
    internet.github.repository('acme', 'other-server', spec);
    const env = { ...workflow, GITHUB_API_URL: 'https://github.example.com/api/v3', GITHUB_TOKEN: token };
    const inputs = { 'source-url': 'https://api.github.com', repo: 'other-server', ref: 'refs/heads/main' };

    const { json } = await look(inputs, env);

    expect(json.commit).toBe(at.main);
    const [request] = recordsAbout(internet.requests, 'other-server');
    expect(request?.host).toBe('api.github.com');
    expect(request?.headers).not.toHaveProperty('authorization');
  });

  test.concurrent.each(['bitbucket', 'gitlab'] as const)('GITHUB_TOKEN does not go to %s', async (source) => {
    const name = `token-not-for-${source}`;
    internet[source].repository('acme', name, spec);

    const { json } = await look({ source, repo: name, ref: 'refs/heads/main' }, { ...workflow, GITHUB_TOKEN: token });

    expect(json.commit).toBe(at.main);
    const [request] = recordsAbout(internet.requests, name);
    expect(request?.headers).not.toHaveProperty('authorization');
  });

  test.concurrent('its own commit takes no request', async () => {
    const { json } = await look({}, { ...workflow, GITHUB_REPOSITORY: 'acme/own-commit' });

    expect(json).toMatchObject({ repository: 'acme/own-commit', reference: 'main', commit: at.loose });
    expect(requestsAbout(internet.requests, 'own-commit')).toEqual([]);
  });
});

describe('github, where an organization has single sign-on', () => {
  const asked = 'https://github.com/orgs/acme/sso?authorization_request=AAB';
  const words = 'What to do: Authorize the token for the single sign-on (SAML SSO) of the organization: ';
  test.concurrent.each([
    ['a 403 with the address', 403, `required; url=${asked}`, asked],
    ['a 404 with the address', 404, `required; url=${asked}`, asked],
    ['another host’s address', 403, 'required; url=https://evil.test/x', 'on GitHub, in the settings of the token'],
    ['no address', 403, 'partial-results; organizations=7', 'on GitHub, in the settings of the token'],
  ])('%s: exit code 4, and how to authorize the token', async (what, status, header, how) => {
    const name = `sso-${what.replaceAll(/\W+/g, '-')}`;
    internet.github.repository('acme', name, spec);
    const message = 'Resource protected by organization SAML enforcement.';
    const headers = { 'content-type': 'application/json', 'x-github-sso': header };
    internet.inject({ path: new RegExp(`/${name}/`), answer: { status, headers, body: JSON.stringify({ message }) } });

    const { exitCode, json, stderr } = await look({ repo: `acme/${name}`, 'source-token': token, ref: 'main' });

    expect(exitCode).toBe(4);
    expect(json).not.toHaveProperty('ready');
    expect(json.error).toContain(message);
    expect(stderr).toContain(`${words}${how}\n`);
    expect(stderr).not.toContain('evil.test');
  });
});

describe('bitbucket', () => {
  test.concurrent('an API token goes with the e-mail, as Basic', async () => {
    internet.bitbucket.repository('acme', 'e-mail-token', { ...spec, private: true });
    const credentials = { 'source-username': 'ada@example.com', 'source-token': 'ATATT-of-ada' };

    const { json } = await look({
      source: 'bitbucket',
      repo: 'acme/e-mail-token',
      ref: 'refs/heads/main',
      ...credentials,
    });

    expect(json.commit).toBe(at.main);
    const [request] = recordsAbout(internet.requests, 'e-mail-token');
    expect(request?.headers.authorization).toBe(`Basic ${authOf('ada@example.com', 'ATATT-of-ada')}`);
  });

  test.concurrent('a tag whose target is no commit: exit code 3', async () => {
    internet.bitbucket.repository('acme', 'tag-of-tree', spec);
    const body = JSON.stringify({ type: 'tag', name: 'v1.0.0', target: { type: 'tree', hash: at.light } });
    const answer = { status: 200, headers: { 'content-type': 'application/json' }, body };
    internet.inject({ path: '/2.0/repositories/acme/tag-of-tree/refs/tags/v1.0.0', answer });

    const { exitCode, json } = await look({ source: 'bitbucket', repo: 'acme/tag-of-tree', ref: 'v1.0.0' });

    expect(exitCode).toBe(3);
    expect(json.error).toContain('not of a commit');
  });

  test.concurrent('an API token without the e-mail is refused: exit code 2, and the advice names both ways', async () => {
    internet.bitbucket.repository('acme', 'bare-api-token', { ...spec, private: true });

    const { exitCode, stderr } = await look({
      source: 'bitbucket',
      repo: 'acme/bare-api-token',
      ref: 'main',
      'source-token': 'ATATT-of-ada',
    });

    expect(exitCode).toBe(2);
    expect(stderr).toContain('with the e-mail of the Atlassian account as --source-username');
  });
});

describe('git', () => {
  /** A git that writes down how it was called, and then is the real one, or says what it is told to. */
  async function watchedGit(answer = 'exec "$GIT_REAL" "$@"') {
    const script = `#!/bin/sh\nprintf '%s\\n' "$@" >> "$0.argv"\nenv >> "$0.env"\n${answer}\n`;
    const { folder, env } = await folders.programs({ git: script });
    const read = (what: string) => readFile(join(folder, `git.${what}`), 'utf8');
    const GIT_REAL = (await run('sh', ['-c', 'command -v git'])).stdout.trim();
    return { env: { ...env, GIT_REAL }, read, called: () => existsSync(join(folder, 'git.argv')) };
  }

  test.concurrent.each([
    ['a branch', 'main', () => real.main],
    ['a branch with odd letters', odd, () => real.light],
    ['a tag', 'v1', () => real.light],
    ['an annotated tag: its commit', 'v2', () => real.annotated],
  ])('file://: %s', async (_what, ref, commit) => {
    const { json, stderr } = await look({ source: 'git', 'source-url': real.url, ref });

    expect(stderr).toBe('');
    expect(json.commit).toBe(commit());
    expect(json.commit).not.toBe(real.tagObject);
  });

  test.concurrent.each(['file-tag', 'tree-tag', 'annotated-file-tag', 'refs/tags/annotated-tree-tag'])(
    'file://: %s is of no commit, and never ready',
    async (ref) => {
      await internet.generic.image('acme/by-ref', ref.replace('refs/tags/', ''));
      const inputs = { source: 'git', 'source-url': real.url, image: 'acme/by-ref', tag: '{ref}' };

      const { exitCode, json } = await look({ ...inputs, ref });

      expect(exitCode).toBe(3);
      expect(json).not.toHaveProperty('ready');
      expect(json.error).toContain('it is a tag of a file or folder (a git blob or tree), not of a commit');
    },
  );

  test.concurrent.each([
    ['v2', () => real.annotated],
    ['v1', () => real.light],
  ])('ssh://: the tag %s is fetched by ssh too', async (ref, commit) => {
    const path = real.url.replace('file://', '');
    const { folder } = await folders.programs({ 'fake-ssh': '#!/bin/sh\nfor last; do :; done\nexec sh -c "$last"\n' });
    const env = { GIT_SSH_COMMAND: join(folder, 'fake-ssh'), GIT_SSH_VARIANT: 'simple' };

    const { json, stderr } = await look({ source: 'git', 'source-url': `ssh://git.example.com${path}`, ref }, env);

    expect(stderr).toBe('');
    expect(json.commit).toBe(commit());
  });

  test.concurrent('a tag takes three requests more, and leaves nothing behind', async () => {
    internet.git.repository('acme', 'tag-requests', spec);
    const TMPDIR = await folders.create();
    const inputs = { source: 'git', 'source-url': 'https://git.example.com/acme/tag-requests.git', ref: 'v2.0.0' };

    const { json, stderr } = await look(inputs, { TMPDIR });

    expect([stderr, json.commit]).toEqual(['', at.annotated]);
    expect(requestsAbout(internet.requests, 'tag-requests')).toEqual([
      'GET git.example.com/acme/tag-requests.git/info/refs?service=git-upload-pack 200',
      'GET git.example.com/acme/tag-requests.git/info/refs?service=git-upload-pack 200',
      'POST git.example.com/acme/tag-requests.git/git-upload-pack 200',
      'POST git.example.com/acme/tag-requests.git/git-upload-pack 200',
    ]);
    expect(await readdir(TMPDIR)).toEqual([]);
  });

  test.concurrent('a tag that cannot be fetched is an error, not a commit', async () => {
    internet.git.repository('acme', 'no-fetch', spec);
    internet.inject({ path: '/acme/no-fetch.git/git-upload-pack', answer: { status: 403 } });
    const inputs = { source: 'git', 'source-url': 'https://git.example.com/acme/no-fetch.git', ref: 'v1.0.0' };

    const { exitCode, json } = await look(inputs);

    expect(exitCode).toBe(4);
    expect(json).not.toHaveProperty('ready');
  });

  test.concurrent('file://: nothing there is exit code 3', async () => {
    const { exitCode } = await look({ source: 'git', 'source-url': `${real.url}/nowhere`, ref: 'main' });

    expect(exitCode).toBe(3);
  });

  test.concurrent('credentials are in no argument and no URL, and only for that URL', async () => {
    internet.git.users.set('bob', 'secret-of-bob');
    internet.git.repository('acme', 'watched', { ...spec, private: true });
    const { env, read } = await watchedGit();
    const url = 'https://git.example.com/acme/watched.git';
    const credentials = { 'source-username': 'bob', 'source-token': 'secret-of-bob' };

    const { json } = await look({ source: 'git', 'source-url': url, ref: 'v2.0.0', ...credentials }, env);

    expect(json.commit).toBe(at.annotated);
    const listing = ['ls-remote', '--', url, 'refs/heads/v2.0.0', 'refs/tags/v2.0.0', 'refs/tags/v2.0.0^{}', ''];
    expect((await read('argv')).startsWith(listing.join('\n'))).toBe(true);
    expect(await read('argv')).not.toMatch(/secret|bob/);
    const environment = await read('env');
    const auth = authOf('bob', 'secret-of-bob');
    expect(environment.split(auth)).toHaveLength(5);
    expect(environment).toContain('GIT_TERMINAL_PROMPT=0\n');
    expect(environment).toMatch(new RegExp(`^GIT_CONFIG_KEY_\\d=http\\.${url}\\.extraHeader$`, 'm'));
    expect(environment).toContain('=http.followRedirects\n');
    expect(environment).toMatch(/^GIT_ALLOW_PROTOCOL=https:ssh:http:file$/m);
  });

  test.concurrent('its own credentials go instead of those that actions/checkout has left in git’s configuration', async () => {
    internet.git.users.set('eve', 'secret-of-eve');
    internet.git.repository('acme', 'checked-out', { ...spec, private: true });
    const left = `AUTHORIZATION: basic ${Buffer.from('x-access-token:of-another').toString('base64')}`;
    const home = await folders.create({
      '.gitconfig': `[http "https://git.example.com/"]\n\textraheader = ${left}\n`,
    });
    const url = 'https://git.example.com/acme/checked-out.git';
    const credentials = { 'source-username': 'eve', 'source-token': 'secret-of-eve' };

    const { json } = await look({ source: 'git', 'source-url': url, ref: 'main', ...credentials }, { HOME: home });

    expect(json.commit).toBe(at.main);
  });

  test.concurrent('asks nobody: no prompt, no askpass, whatever the environment and the user’s git say', async () => {
    internet.git.repository('acme', 'no-prompt', { ...spec, private: true });
    const { folder, env } = await folders.programs({ asker: '#!/bin/sh\necho "$@" >> "$0.log"\necho secret\n' });
    const asker = join(folder, 'asker');
    const url = 'https://git.example.com/acme/no-prompt.git';
    const askers = { GIT_ASKPASS: asker, SSH_ASKPASS: asker, SSH_ASKPASS_REQUIRE: 'force', DISPLAY: ':0' };
    const home = await folders.create({ '.gitconfig': `[core]\n\taskPass = ${asker}\n` });

    const { exitCode } = await look(
      { source: 'git', 'source-url': url, ref: 'main' },
      { ...env, ...askers, HOME: home },
    );

    expect(exitCode).toBe(2);
    expect(existsSync(`${asker}.log`)).toBe(false);
  });

  test.concurrent('ssh://: git gets the URL as it is, and ssh must not ask', async () => {
    const url = 'ssh://git@git.example.com:2222/acme/app.git';
    const { env, read } = await watchedGit(`printf '%s\\t%s\\n' ${at.main} refs/heads/main`);

    const { json, stderr } = await look({ source: 'git', 'source-url': url, ref: 'main' }, env);

    expect(stderr).toBe('');
    expect(json).toMatchObject({ repository: 'app', commit: at.main });
    expect((await read('argv')).split('\n').slice(0, 3)).toEqual(['ls-remote', '--', url]);
    expect(await read('env')).toMatch(/^GIT_SSH_COMMAND=ssh -o BatchMode=yes$/m);
  });

  const urls = [
    'ext::sh -c touch% /tmp/image-gate-e2e-pwned',
    'fd::17',
    '--upload-pack=touch /tmp/image-gate-e2e-pwned',
    '-x',
    'ssh://-oProxyCommand=touch/x',
    'ssh://-oProxyCommand=touch@git.example.com/x',
    'git://git.example.com/acme/app.git',
    '/tmp',
    'https://ada:secret@git.example.com/acme/app.git',
    'https://secret@git.example.com/acme/app.git',
  ];
  test.concurrent.each(sampled(urls, [0, 2, 4, 8]))('the URL %s is refused, and git is not run', async (url) => {
    const { env, called } = await watchedGit();

    const { exitCode, json, stderr } = await look({ source: 'git', 'source-url': url, repo: 'app', ref: 'main' }, env);

    expect(exitCode).toBe(64);
    expect(json.error).toMatch(/^--source-url /);
    expect(stderr).not.toMatch(/ada:secret|\/\/secret/);
    expect(called()).toBe(false);
  });

  const refused = ['--upload-pack=x', '-v', 'a..b', 'refs/pull/1/head', 'main~1', 'main^{commit}', 'a b', 'HEAD:x'];
  test.concurrent.each(sampled(refused, [0, 4]))('the ref %s is refused, and git is not run', async (ref) => {
    const { env, called } = await watchedGit();

    const { exitCode, json } = await look({ source: 'git', 'source-url': real.url, ref }, env);

    expect(exitCode).toBe(64);
    expect(json.error).toMatch(/^--ref ".*" is (?:not a ref|neither a branch nor a tag)/);
    expect(called()).toBe(false);
  });

  test.concurrent('a name is matched whole, also one with blanks beyond ASCII', async () => {
    const name = 'feature\u00a0x';
    const lines = [`${at.loose}\trefs/heads/other/refs/heads/${name}`, `${at.main}\trefs/heads/${name}`];
    const { env } = await watchedGit(`cat <<'END'\n${lines.join('\n')}\nEND`);

    const { json } = await look({ source: 'git', 'source-url': real.url, ref: name }, env);

    expect(json.commit).toBe(at.main);
  });

  test.concurrent('a git that is not there: exit code 7', async () => {
    const { exitCode, json } = await look({ source: 'git', 'source-url': real.url, ref: 'main' }, { PATH: '/nowhere' });

    expect(exitCode).toBe(7);
    expect(json.error).toContain('git could not be run: ');
  });

  test.concurrent('a git that hangs ends with SIGINT, and so does the process', async () => {
    const { env, called } = await watchedGit('exec sleep 40');
    const inputs = { registry, image: 'acme/nothing', source: 'git', 'source-url': real.url, ref: 'main' };

    const signalWhen = { happened: until(called), signal: 'SIGINT' as const };
    const { exitCode } = await check(inputs, { internet, env, signalWhen });

    expect(exitCode).toBe(130);
  });
});
