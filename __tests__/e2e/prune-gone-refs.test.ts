import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Internet, Misbehaviour, SourceRepositorySpec, SourceState } from '../../sandbox/index.js';
import { projectRoot, runAction } from '../../sandbox/index.js';
import { thorough } from '../support/thorough.js';
import { commitOf } from './support/check.js';
import { type PruneRun, prune, reasonsOf, tagsOf } from './support/prune.js';
import { recordsAbout, requestsAbout } from './support/requests.js';
import { useFolders, useInternet } from './support/surroundings.js';

const token = 'source-token-0123456789';
const main = commitOf('main');

interface Kind {
  readonly title: string;
  readonly host: string;
  readonly state: (internet: Internet) => SourceState;
  readonly inputs: (name: string) => readonly string[];
  /** The requests for branches, tags and pull requests. */
  readonly lists: (name: string) => readonly string[];
  /** Entries of a page. */
  readonly size: number;
  readonly second: RegExp;
}

const kinds: readonly Kind[] = [
  {
    title: 'github',
    host: 'api.github.com',
    state: ({ github }) => github,
    inputs: (name) => ['--repo', `acme/${name}`],
    lists: (name) => [
      `GET api.github.com/repos/acme/${name}/branches?per_page=100 200`,
      `GET api.github.com/repos/acme/${name}/pulls?state=open&per_page=100 200`,
      `GET api.github.com/repos/acme/${name}/tags?per_page=100 200`,
    ],
    size: 100,
    second: /\/repositories\/\d+\/branches\?per_page=100&page=2$/,
  },
  {
    title: 'github-enterprise',
    host: 'github.example.com',
    state: ({ github }) => github,
    inputs: (name) => ['--source-url', 'https://github.example.com/api/v3', '--repo', `acme/${name}`],
    lists: (name) => [
      `GET github.example.com/api/v3/repos/acme/${name}/branches?per_page=100 200`,
      `GET github.example.com/api/v3/repos/acme/${name}/pulls?state=open&per_page=100 200`,
      `GET github.example.com/api/v3/repos/acme/${name}/tags?per_page=100 200`,
    ],
    size: 100,
    second: /\/api\/v3\/repositories\/\d+\/branches\?per_page=100&page=2$/,
  },
  {
    title: 'bitbucket',
    host: 'api.bitbucket.org',
    state: ({ bitbucket }) => bitbucket,
    inputs: (name) => ['--source', 'bitbucket', '--repo', `acme/${name}`],
    lists: (name) => [
      `GET api.bitbucket.org/2.0/repositories/acme/${name}/pullrequests?state=OPEN&pagelen=50&fields=next,values.id,values.source.branch.name 200`,
      `GET api.bitbucket.org/2.0/repositories/acme/${name}/refs/branches?pagelen=100&fields=next,values.name 200`,
      `GET api.bitbucket.org/2.0/repositories/acme/${name}/refs/tags?pagelen=100&fields=next,values.name 200`,
    ],
    size: 100,
    second: /refs\/branches\?pagelen=100&fields=next%2Cvalues.name&page=2$/,
  },
  {
    title: 'bitbucket-server',
    host: 'bitbucket.example.com',
    state: ({ bitbucketServer }) => bitbucketServer,
    inputs: (name) => [
      ...['--source', 'bitbucket-server', '--source-url', 'https://bitbucket.example.com'],
      ...['--repo', `acme/${name}`],
    ],
    lists: (name) =>
      ['branches?limit=1000', 'pull-requests?state=OPEN&limit=1000', 'tags?limit=1000'].map(
        (list) => `GET bitbucket.example.com/rest/api/latest/projects/acme/repos/${name}/${list} 200`,
      ),
    size: 1000,
    second: /\/branches\?limit=1000&start=1000$/,
  },
  {
    title: 'gitlab',
    host: 'gitlab.com',
    state: ({ gitlab }) => gitlab,
    inputs: (name) => ['--source', 'gitlab', '--repo', `acme/${name}`],
    lists: (name) =>
      [
        'merge_requests?state=opened&per_page=100',
        'repository/branches?per_page=100',
        'repository/tags?per_page=100',
      ].map((list) => `GET gitlab.com/api/v4/projects/acme%2F${name}/${list} 200`),
    size: 100,
    second: /repository\/branches\?per_page=100&page=2$/,
  },
  {
    title: 'gitea',
    host: 'gitea.example.com',
    state: ({ gitea }) => gitea,
    inputs: (name) => ['--source', 'gitea', '--source-url', 'https://gitea.example.com', '--repo', `acme/${name}`],
    lists: (name) =>
      ['branches?limit=50', 'pulls?state=open&limit=50', 'tags?limit=50'].map(
        (list) => `GET gitea.example.com/api/v1/repos/acme/${name}/${list} 200`,
      ),
    size: 50,
    second: /\/branches\?limit=50&page=2$/,
  },
];
const git: Kind = {
  title: 'git',
  host: 'git.example.com',
  state: (internet) => internet.git,
  inputs: (name) => ['--source', 'git', '--source-url', `https://git.example.com/acme/${name}.git`],
  lists: (name) => [`GET git.example.com/acme/${name}.git/info/refs?service=git-upload-pack 200`],
  size: Number.POSITIVE_INFINITY,
  second: /never/,
};

const spec: SourceRepositorySpec = {
  branches: { main, 'feature/x': main, 'release/2.x': main },
  tags: { 'v1.0.0': main, 'v1.1.0-rc.1': main },
  pullRequests: {
    3: { branch: 'old', state: 'merged' },
    4: { branch: 'feature/x' },
    5: { branch: 'patch-1', fork: 'eve/app', draft: true },
    6: { branch: 'no', state: 'closed' },
  },
};
const pushed = ['main', 'feature-x', 'feature-y', 'pr-3', 'pr-4', 'pr-5', 'pr-6', 'pr-12', '1.0.0', '1.9.0', 'latest'];
const templates = ['--gone-refs', '{branch},pr-{pr},sha-{short-sha}'];

const internet = await useInternet();
const folders = useFolders();
for (const { state } of [...kinds, git]) state(internet).tokens.add(token);

async function given(kind: Kind, what: string, more: SourceRepositorySpec = {}, tags: readonly string[] = pushed) {
  const name = `gone-${kind.title}-${what}`;
  kind.state(internet).repository('acme', name, { ...spec, ...more });
  for (const tag of tags) {
    await internet.generic.image(`acme/${name}`, tag, { created: '2026-01-01T00:00:00Z', content: `${name} ${tag}` });
  }
  const cwd = await folders.create();
  return {
    name,
    run: (...args: string[]): Promise<PruneRun> =>
      prune([`registry.example.com/acme/${name}`, ...kind.inputs(name), ...args], { env: internet.env, cwd }),
    asked: () => requestsAbout(internet.requests, name).filter((one) => one.includes(kind.host)),
    deletes: () => requestsAbout(internet.requests, name).filter((one) => one.startsWith('DELETE')),
  };
}

describe.each(kinds)('$title', (kind) => {
  test.concurrent('what a branch, tag or open pull request names stays; the others go, with their reasons', async () => {
    const { run, asked, name } = await given(kind, 'all');

    const pruned = await run(...templates);

    expect(pruned.stderr).not.toContain('Error');
    expect(pruned.exitCode).toBe(0);
    const where = `acme/${name}`;
    expect(reasonsOf(pruned, 'deleted')).toEqual({
      'feature-y': `${where} has no branch feature-y`,
      'pr-3': `pull request 3 is not open in ${where}`,
      'pr-6': `pull request 6 is not open in ${where}`,
      'pr-12': `pull request 12 is not open in ${where}`,
    });
    expect(reasonsOf(pruned, 'kept')).toEqual({
      main: `branch main exists in ${where}`,
      'feature-x': `branch feature/x exists in ${where}`,
      'pr-4': `pull request 4 exists in ${where}`,
      'pr-5': `pull request 5 exists in ${where}`,
      '1.0.0': `tag v1.0.0 exists in ${where}`,
      '1.9.0': 'names no branch, tag or pull request',
      latest: 'names no branch, tag or pull request',
    });
    expect(asked().sort()).toEqual(kind.lists(name));
  });

  test.concurrent('a list of several pages is read whole, and twice', async () => {
    const many = Object.fromEntries(Array.from({ length: kind.size + 1 }, (_, at) => [`b${10_000 + at}x`, main]));
    const last = `b${10_000 + kind.size}x`;
    const { run, asked } = await given(kind, 'pages', { branches: many }, [last, 'gone']);

    const pruned = await run('--gone-refs', '{branch}', '--dry-run');

    expect(pruned.exitCode).toBe(0);
    expect(tagsOf(pruned, 'kept')).toEqual([last]);
    expect(tagsOf(pruned, 'deleted')).toEqual(['gone']);
    expect(internet.requests.filter(({ host, path }) => host === kind.host && kind.second.test(path)).length).toBe(2);
    expect(asked().filter((one) => /pull/.test(one))).toEqual([]);
  });

  const half = (body: string): Misbehaviour => ({ cut: { body, after: 3 } });
  const faults: readonly (readonly [string, number, Misbehaviour, readonly string[]])[] = [
    ['401', 2, { status: 401, body: '{"message":"Bad credentials"}' }, []],
    ['403', 4, { status: 403, body: '{"message":"Forbidden"}' }, []],
    ['404', 3, { status: 404, headers: { 'content-type': 'application/json' }, body: '{"message":"Not Found"}' }, []],
    ['429', 5, { status: 429, body: 'slow down', headers: { 'retry-after': '3600' } }, ['--timeout', '20s']],
    ['500', 5, { status: 500, body: 'broken' }, ['--timeout', '20s']],
    ['no JSON', 5, { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>sign in</html>' }, []],
    ['an entry without a name', 5, { status: 200, body: '[{"x":1}]' }, []],
    ['half a body', 6, half('[{"name":"main"}]'), ['--timeout', '20s']],
  ];
  // The client repeats requests and reads bodies: that of GitHub, and the one of all others.
  const ofTheClient = ['429', '500', 'half a body'];
  const all = thorough || ['github', 'gitlab'].includes(kind.title);
  test.concurrent.each(faults.filter(([what]) => all || !ofTheClient.includes(what)))(
    '%s from the source: exit code %i, and nothing is deleted',
    async (what, code, answer, more) => {
      const { run, name, deletes } = await given(kind, `fault-${what.replaceAll(' ', '-').toLowerCase()}`);
      const list = kind.lists(name).find((one) => one.includes('branches')) ?? '';
      const path = list.replace(/^GET [^/]+/, '').replace(/ 200$/, '');
      internet.inject({ host: kind.host, path, answer });

      const pruned = await run(...templates, ...more);

      expect(pruned.exitCode).toBe(code);
      expect(pruned.json).toMatchObject({ deletedCount: 0, unread: [{ exitCode: code }] });
      expect(deletes()).toEqual([]);
    },
  );
});

describe('a list that changes or is cut', () => {
  const github = kinds.find(({ title }) => title === 'github') as Kind;
  const gitlab = kinds.find(({ title }) => title === 'gitlab') as Kind;
  const gitea = kinds.find(({ title }) => title === 'gitea') as Kind;
  const server = kinds.find(({ title }) => title === 'bitbucket-server') as Kind;
  const many = Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`c${10_000 + at}x`, main]));

  test.concurrent('a branch that a deleted one has moved onto a page that was read is found', async () => {
    const { run, name } = await given(github, 'moved', { branches: many }, ['c10100x', 'gone']);
    const { branches } = internet.github.repositories.get(`acme/${name}`) ?? { branches: new Map<string, string>() };
    internet.inject({
      host: github.host,
      path: /\/branches\?per_page=100&page=2/,
      times: 1,
      // Before the second page is cut, a branch of the first is deleted.
      answer: () => (branches.delete('c10000x') ? { lose: true, instead: { status: 502 } } : undefined),
    });

    const pruned = await run('--gone-refs', '{branch}', '--dry-run');

    expect(pruned.exitCode).toBe(0);
    expect(tagsOf(pruned, 'kept')).toEqual(['c10100x']);
  });

  test.concurrent('a full page without Link is followed by a look at the next one', async () => {
    const { run } = await given(gitlab, 'no-link', { branches: many }, ['c10100x', 'gone']);
    internet.inject({
      host: gitlab.host,
      path: /no-link\/repository\/branches\?per_page=100$/,
      answer: {
        alter: ({ headers, ...answer }) => ({ ...answer, headers: { ...headers, link: '', 'x-next-page': '' } }),
      },
    });

    const pruned = await run('--gone-refs', '{branch}', '--dry-run');

    expect(tagsOf(pruned, 'kept')).toEqual(['c10100x']);
  });

  const unclear: readonly (readonly [string, Kind, Misbehaviour])[] = [
    [
      'a Link that cannot be read',
      gitea,
      { alter: (answer) => ({ ...answer, headers: { ...answer.headers, link: 'https://gitea.example.com/2; next' } }) },
    ],
    [
      'a Link to another host',
      gitea,
      {
        alter: (answer) => ({
          ...answer,
          headers: { ...answer.headers, link: '<https://evil.example/2>; rel="next"' },
        }),
      },
    ],
    [
      'fewer entries than are counted',
      gitea,
      { alter: (answer) => ({ ...answer, headers: { ...answer.headers, 'x-total-count': '9' } }) },
    ],
    [
      'a page that is not the last, and names no next one',
      server,
      { status: 200, body: '{"values":[{"displayId":"main"}],"isLastPage":false}' },
    ],
    [
      'a page that does not say whether it is the last',
      server,
      { status: 200, body: '{"values":[{"displayId":"main"}]}' },
    ],
  ];
  test.concurrent.each(unclear)('%s: nothing is deleted', async (what, kind, answer) => {
    const { run, deletes } = await given(kind, what.replaceAll(/\W+/g, '-').toLowerCase());
    internet.inject({
      host: kind.host,
      path: new RegExp(`${what.replaceAll(/\W+/g, '-').toLowerCase()}/branches`),
      answer,
    });

    const pruned = await run(...templates);

    expect(pruned.exitCode).toBe(5);
    expect(pruned.json).toMatchObject({ deletedCount: 0, keptCount: 0 });
    expect(deletes()).toEqual([]);
  });

  test.concurrent('an empty repository is the wrong one', async () => {
    const { run, deletes } = await given(github, 'empty', { branches: {}, tags: {} });

    const pruned = await run(...templates);

    expect(pruned.exitCode).toBe(3);
    expect(pruned.stderr).toContain('the list is empty');
    expect(deletes()).toEqual([]);
  });
});

describe('git', () => {
  test.concurrent('one request has branches and tags', async () => {
    const { run, asked, name } = await given(git, 'all');

    const pruned = await run('--gone-refs', '{ref}');

    expect(pruned.exitCode).toBe(0);
    expect(tagsOf(pruned, 'deleted')).toEqual(['1.9.0', 'feature-y', 'pr-12', 'pr-3', 'pr-4', 'pr-5', 'pr-6']);
    expect(tagsOf(pruned, 'kept')).toEqual(['1.0.0', 'feature-x', 'latest', 'main']);
    expect(asked()).toEqual(git.lists(name));
  });

  test.concurrent('it has no pull requests: a usage error, and nothing is requested', async () => {
    const { run, name } = await given(git, 'pulls', {}, []);

    const pruned = await run(...templates);

    expect(pruned.exitCode).toBe(64);
    expect(pruned.stderr).toContain('--gone-refs has {pr}, and --source git has no pull requests');
    expect(requestsAbout(internet.requests, name)).toEqual([]);
  });

  test.concurrent('without a right to read: nothing is deleted', async () => {
    const { run, deletes } = await given(git, 'private', { private: true });

    const pruned = await run('--gone-refs', '{branch}');

    expect(pruned.exitCode).toBe(2);
    expect(deletes()).toEqual([]);
  });
});

describe('with other rules and images', () => {
  const github = kinds.find(({ title }) => title === 'github') as Kind;

  test.concurrent('an image goes only if each rule says so, and no request is made for what stays anyway', async () => {
    const { run, asked } = await given(github, 'with-keep', {}, ['a', 'b', 'main']);

    const few = await run(...templates, '--keep', '3', '--dry-run');
    expect(tagsOf(few, 'kept')).toEqual(['a', 'b', 'main']);
    expect(asked()).toEqual([]);

    const some = await run(...templates, '--keep', '0', '--older-than', '1d', '--dry-run');
    expect(tagsOf(some, 'deleted')).toEqual(['a', 'b']);
    expect(reasonsOf(some, 'deleted').a).toMatch(
      /^number \d, and --keep is 0; of 2026-01-01, older than 1d; acme\/.* has no branch a$/,
    );
    expect(tagsOf(some, 'kept')).toEqual(['main']);
  });

  test.concurrent('several tags on an image: one that exists holds all; one of a commit follows', async () => {
    const { run, name } = await given(github, 'several', {}, []);
    const push = (tag: string, content: string) =>
      internet.generic.image(`acme/${name}`, tag, { created: '2026-01-01T00:00:00Z', content: `${name} ${content}` });
    for (const tag of ['feature-y', 'sha-0123456']) await push(tag, 'gone');
    for (const tag of ['pr-3', 'main']) await push(tag, 'held');
    await push('sha-7654321', 'alone');

    const pruned = await run(...templates, '--dry-run');

    expect(reasonsOf(pruned, 'deleted')).toEqual({
      'feature-y': `acme/${name} has no branch feature-y`,
      'sha-0123456': `on the same image as feature-y: acme/${name} has no branch feature-y`,
    });
    expect(reasonsOf(pruned, 'kept')).toEqual({
      main: `branch main exists in acme/${name}`,
      'pr-3': `on the same image as main: branch main exists in acme/${name}`,
      'sha-7654321': 'its tag names only a commit',
    });
  });

  test.concurrent('the source of each image: by name with owner, in order with repo', async () => {
    const one = await given(github, 'first', { branches: { main } }, ['main', 'x']);
    const two = await given(github, 'second', { branches: { x: main } }, ['main', 'x']);
    const images = [one, two].map(({ name }) => `registry.example.com/acme/${name}`).join(',');
    const run = (...args: string[]) =>
      prune([images, '--gone-refs', '{branch}', '--dry-run', ...args], { env: internet.env });

    const byOwner = await run('--owner', 'acme');
    const inOrder = await run('--repo', `acme/${two.name},acme/${one.name}`);

    const deleted = ({ json }: PruneRun) =>
      (json.deleted as { image: string }[]).map(({ image }) => image.replace(/.*gone-/, ''));
    expect(deleted(byOwner)).toEqual(['github-first:x', 'github-second:main']);
    expect(deleted(inOrder)).toEqual(['github-first:main', 'github-second:x']);
  });

  test.concurrent('in a workflow the source is its own repository, read with its own token', async () => {
    const own = 'ghs_workflow-token-0123456789';
    internet.github.tokens.add(own);
    const { name } = await given(github, 'workflow', { private: true }, ['main', 'feature-y']);

    const { exitCode, outputs, masks, log } = await runAction({
      action: join(projectRoot(), 'prune', 'action.yml'),
      inputs: { image: `registry.example.com/acme/${name}`, 'gone-refs': '{branch}', 'dry-run': 'true' },
      workflow: { repository: `acme/${name}`, token: own },
      internet,
    });

    expect(log).toContain(`acme/${name} has 3 branches, 2 tags`);
    expect(exitCode).toBe(0);
    expect(JSON.parse(outputs.deleted ?? '')).toMatchObject([
      { tag: 'feature-y', reason: `acme/${name} has no branch feature-y` },
    ]);
    expect(masks).toContain(own);
    const sent = recordsAbout(internet.requests, name).filter(({ host }) => host === github.host);
    expect(sent.map(({ headers }) => headers.authorization)).toEqual(sent.map(() => `token ${own}`));
    expect(sent).toHaveLength(2);
  });

  test.concurrent('one repository that cannot be asked is left as it is, and the other is pruned', async () => {
    const one = await given(github, 'forbidden', {}, ['gone']);
    const two = await given(github, 'allowed', {}, ['gone']);
    internet.inject({
      host: github.host,
      path: /gone-github-forbidden\/branches/,
      answer: { status: 403, body: '{}' },
    });
    const images = [one, two].map(({ name }) => `registry.example.com/acme/${name}`).join(',');

    const pruned = await prune([images, '--gone-refs', '{branch}', '--keep', '0', '--owner', 'acme'], {
      env: internet.env,
      cwd: await folders.create(),
    });

    expect(pruned.exitCode).toBe(4);
    expect(tagsOf(pruned, 'deleted')).toEqual(['gone']);
    expect(one.deletes()).toEqual([]);
    expect(two.deletes()).toHaveLength(1);
  });
});

describe('usage', () => {
  const rows: readonly (readonly [string, readonly string[], string])[] = [
    [
      'an input of the source without gone-refs',
      ['--keep', '1', '--owner', 'acme'],
      '--owner is given, and --gone-refs is not',
    ],
    ['a template without a placeholder', ['--gone-refs', 'true'], 'the template "true" names no ref'],
    ['a template with two refs', ['--gone-refs', '{branch}-{pr}'], 'names two refs, {pr} among them'],
    ['an unknown placeholder', ['--gone-refs', '{branch}-{date}'], 'has "{date}"'],
    ['templates of commits alone', ['--gone-refs', 'sha-{short-sha}'], '--gone-refs names no ref'],
    ['more than two *', ['--gone-refs', '*-*-*-{branch}'], 'has more than two *'],
    [
      'other repositories than images',
      ['--gone-refs', '{branch}', '--repo', 'acme/a,acme/b'],
      '--repo names 2 repositories, and --image names 1',
    ],
    ['no owner', ['--gone-refs', '{branch}', '--repo', 'app'], '--owner is required'],
  ];
  test.concurrent.each(rows)('%s', async (_what, args, words) => {
    const { exitCode, stderr } = await prune(['registry.example.com/acme/usage', ...args], { env: internet.env });

    expect(exitCode).toBe(64);
    expect(stderr).toContain(words);
    expect(requestsAbout(internet.requests, 'acme/usage')).toEqual([]);
  });
});
