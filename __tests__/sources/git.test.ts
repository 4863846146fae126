import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { git } from '../../src/sources/git.js';
import { parseRef } from '../../src/sources/ref.js';
import { elapse, useFakeClock } from '../support/clock.js';
import { rejectionOf } from '../support/failures.js';
import { answerOf, fakeHttp } from '../support/http.js';
import { fakeExecute } from '../support/processes.js';

const url = 'https://git.test/acme/app.git';
const [one, two, three] = ['1', '2', '3'].map((digit) => digit.repeat(40)) as [string, string, string];

const settings = {
  http: fakeHttp(() => answerOf(500)),
  signal: new AbortController().signal,
  environment: { PATH: '/bin', EMPTY: undefined },
  remote: undefined,
  url: new URL(url),
  username: undefined,
  token: undefined,
};

function setUp(
  result: Parameters<typeof fakeExecute>[0],
  more: {
    username?: string;
    token?: string;
    environment?: Record<string, string>;
    signal?: AbortSignal;
  } = {},
) {
  const { execute, calls } = fakeExecute(result);
  const source = git.create({ ...settings, ...more, execute });
  return { calls, resolve: (ref: string) => source.resolve('app', parseRef(ref)) };
}

/** The configuration that git finds in its environment, in its order. */
function configurationOf(env: Readonly<Record<string, string | undefined>>): (string | undefined)[][] {
  const count = Number(env.GIT_CONFIG_COUNT);
  return Array.from({ length: count }, (_, at) => [env[`GIT_CONFIG_KEY_${at}`], env[`GIT_CONFIG_VALUE_${at}`]]);
}

/** A remote that lists these refs, and whose tag is of this commit; of none where it is undefined. */
function remoteWith(stdout: string, commit?: string) {
  return setUp(([command]) => {
    if (command === 'ls-remote') return { stdout };
    if (command !== 'rev-parse') return {};
    return commit === undefined ? { exitCode: 1 } : { stdout: `${commit}\n` };
  });
}

describe('git, finding a tag', () => {
  it.each([
    ['a light one', `${one}\trefs/tags/x\n`, one],
    ['an annotated one', `${one}\trefs/tags/x\n${two}\trefs/tags/x^{}\n`, two],
    ['one of a SHA-256 repository', `${'ab'.repeat(32)}\trefs/tags/x\n`, 'ab'.repeat(32)],
  ])('%s: the object is looked at', async (_name, stdout, commit) => {
    const { resolve, calls } = remoteWith(stdout, commit);
    expect(await resolve('x')).toEqual({ sha: commit, kind: 'tag' });
    const format = commit.length === 64 ? ['--object-format=sha256'] : [];
    expect(calls.map(({ args }) => args)).toEqual([
      ['ls-remote', '--', url, 'refs/heads/x', 'refs/tags/x', 'refs/tags/x^{}'],
      ['init', '--quiet', '--bare', '--template=', ...format],
      ['fetch', '--quiet', '--no-tags', '--no-auto-gc', '--depth=1', '--filter=tree:0', '--', url, 'refs/tags/x'],
      ['rev-parse', '--verify', '--quiet', 'FETCH_HEAD^{commit}'],
    ]);
    const [, ...others] = calls;
    const folders = new Set(others.map(({ env }) => env.GIT_DIR));
    expect(folders.size).toBe(1);
    expect(existsSync([...folders][0] ?? '')).toBe(false);
  });

  it('works in its own folder, wherever the environment leads', async () => {
    const { execute, calls } = fakeExecute(({ length }) => (length > 5 ? { stdout: `${one}\trefs/tags/x\n` } : {}));
    const environment = { GIT_DIR: '/a', GIT_WORK_TREE: '/b', GIT_OBJECT_DIRECTORY: '/c', GIT_INDEX_FILE: '/d' };
    await git
      .create({ ...settings, execute, environment })
      .resolve('app', parseRef('refs/tags/x'))
      .catch(() => undefined);
    expect(calls.length).toBeGreaterThan(2);
    for (const { env } of calls.slice(1)) {
      expect(env.GIT_DIR).toMatch(/image-gate-/);
      expect([env.GIT_WORK_TREE, env.GIT_OBJECT_DIRECTORY, env.GIT_INDEX_FILE]).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
    }
  });

  it.each([
    ['x', `${one}\trefs/tags/x\n`],
    ['refs/tags/x', `${one}\trefs/tags/x\n${two}\trefs/tags/x^{}\n`],
  ])('%s that is of no commit is no commit', async (ref, stdout) => {
    const failure = await rejectionOf(remoteWith(stdout).resolve(ref));
    expect(failure).toMatchObject({ kind: 'not-found', exitCode: 3 });
    expect(failure.message).toContain('it is a tag of a file or folder (a git blob or tree), not of a commit');
  });

  it('a server without shallow fetches gives all of it', async () => {
    const { resolve, calls } = setUp((args) => {
      if (args[0] === 'ls-remote') return { stdout: `${one}\trefs/tags/x\n` };
      if (args.includes('--depth=1')) {
        return { exitCode: 128, stderr: 'fatal: dumb http transport does not support shallow capabilities' };
      }
      return args[0] === 'rev-parse' ? { stdout: `${one}\n` } : {};
    });
    expect(await resolve('x')).toEqual({ sha: one, kind: 'tag' });
    const fetches = calls.filter(({ args }) => args[0] === 'fetch').map(({ args }) => args.slice(4, -3));
    expect(fetches).toEqual([['--depth=1', '--filter=tree:0'], []]);
  });

  it('a fetch that fails reports it', async () => {
    const { resolve } = setUp(([command]) =>
      command === 'ls-remote' ? { stdout: `${one}\trefs/tags/x\n` } : { exitCode: 128, stderr: 'fatal: oh no' },
    );
    const failure = await rejectionOf(resolve('x'));
    expect(failure).toMatchObject({ kind: 'server', exitCode: 5 });
  });
});

describe('git, finding', () => {
  it.each([
    ['a branch', 'x', `${one}\trefs/heads/x\n`, { sha: one, kind: 'branch' }],
    [
      'both',
      'x',
      `${three}\trefs/heads/x\n${one}\trefs/tags/x\n${two}\trefs/tags/x^{}\n`,
      { sha: three, kind: 'branch', alsoTag: two },
    ],
    [
      'no other ref of the same end',
      'x',
      `${one}\trefs/heads/a/refs/heads/x\n${two}\trefs/heads/x\n`,
      { sha: two, kind: 'branch' },
    ],
    ['a SHA-256 repository', 'x', `${'ab'.repeat(32)}\trefs/heads/x\n`, { sha: 'ab'.repeat(32), kind: 'branch' }],
  ])('%s', async (_name, ref, stdout, expected) => {
    const { resolve, calls } = setUp({ stdout });
    expect(await resolve(ref)).toEqual(expected);
    expect(calls).toHaveLength(1);
  });

  it('needs no request for a commit', async () => {
    const { resolve, calls } = setUp({});
    expect(await resolve(one)).toEqual({ sha: one });
    expect(calls).toHaveLength(0);
  });

  it.each(['', 'nonsense\n', `${one} refs/heads/x\n`])('finds nothing in %j', async (stdout) => {
    const failure = await rejectionOf(setUp({ stdout }).resolve('x'));
    expect(failure).toMatchObject({ kind: 'not-found', exitCode: 3 });
    expect(failure.message).toContain(`ref x in ${url}`);
  });
});

describe('git, the process', () => {
  const found = { stdout: `${one}\trefs/heads/x\n` };

  it('gets the patterns as arguments, behind --', async () => {
    const { resolve, calls } = setUp(found);
    await resolve('x');
    expect(calls[0]).toMatchObject({
      program: 'git',
      args: ['ls-remote', '--', url, 'refs/heads/x', 'refs/tags/x', 'refs/tags/x^{}'],
    });
  });

  it('has no prompts, only our transports, and speaks English', async () => {
    const { resolve, calls } = setUp(found, {
      environment: { PATH: '/bin', GIT_SSH_COMMAND: 'ssh -i key', LC_ALL: 'de_DE' },
    });
    await resolve('x');
    const env = calls[0]?.env ?? {};
    expect(env).toMatchObject({
      PATH: '/bin',
      GIT_TERMINAL_PROMPT: '0',
      GIT_ASKPASS: '',
      SSH_ASKPASS: '',
      GIT_SSH_COMMAND: 'ssh -i key -o BatchMode=yes',
      GIT_ALLOW_PROTOCOL: 'https:ssh:http:file',
      LC_ALL: 'C',
    });
    expect(configurationOf(env)).toEqual([['protocol.ext.allow', 'never']]);
  });

  it.each([
    [{}, 'ssh -o BatchMode=yes'],
    [{ GIT_SSH: '' }, 'ssh -o BatchMode=yes'],
    [{ GIT_SSH: 'plink.exe' }, undefined],
    [{ GIT_SSH: 'plink.exe', GIT_SSH_COMMAND: 'ssh -v' }, 'ssh -v -o BatchMode=yes'],
  ])('runs the ssh of %j', async (environment, expected) => {
    const { resolve, calls } = setUp(found, { environment });
    await resolve('x');
    expect(calls[0]?.env.GIT_SSH_COMMAND).toBe(expected);
  });

  it.each([
    ['1', [['safe.directory', '*']]],
    ['none', []],
  ])('keeps what is configured in its environment (GIT_CONFIG_COUNT %s)', async (count, before) => {
    const environment = { GIT_CONFIG_COUNT: count, GIT_CONFIG_KEY_0: 'safe.directory', GIT_CONFIG_VALUE_0: '*' };
    const { resolve, calls } = setUp(found, { environment });
    await resolve('x');
    expect(configurationOf(calls[0]?.env ?? {})).toEqual([...before, ['protocol.ext.allow', 'never']]);
  });

  it.each([
    [undefined, 'x-access-token:s3cret'],
    ['ann', 'ann:s3cret'],
  ])('with user %s has the token in a header for this URL only, and follows no redirect', async (username, pair) => {
    const { resolve, calls } = setUp(found, { token: 's3cret', ...(username && { username }) });
    await resolve('x');
    const [call] = calls;
    expect(configurationOf(call?.env ?? {})).toEqual([
      ['protocol.ext.allow', 'never'],
      [`http.${url}.extraHeader`, ''],
      [`http.${url}.extraHeader`, `Authorization: Basic ${Buffer.from(pair).toString('base64')}`],
      ['http.followRedirects', 'false'],
      ['credential.helper', ''],
    ]);
    expect(call?.args.join(' ')).not.toContain('s3cret');
    expect(Object.keys(call?.env ?? {}).join(' ')).not.toContain('s3cret');
  });
});

describe('git, failing', () => {
  useFakeClock('2026-03-01T12:00:00Z');
  /** The failure, after the pauses before further tries. */
  const failureOf = async (outcome: Promise<unknown>) => {
    await elapse(outcome);
    return rejectionOf(outcome);
  };

  it.each([
    ["fatal: Authentication failed for 'https://git.test/'", 'authentication', 2],
    ["fatal: could not read Username for 'https://git.test': terminal prompts disabled", 'authentication', 2],
    ['git@git.test: Permission denied (publickey).', 'authentication', 2],
    ['remote: Invalid username or token.', 'authentication', 2],
    ['error: The requested URL returned error: 401', 'authentication', 2],
    ['error: The requested URL returned error: 403', 'denied', 4],
    ["remote: Repository not found.\nfatal: repository 'https://git.test/a' not found", 'not-found', 3],
    ["fatal: '/nowhere' does not appear to be a git repository", 'not-found', 3],
    ['fatal: unable to access: The requested URL returned error: 404', 'not-found', 3],
    ["fatal: unable to access 'x': Could not resolve host: git.test", 'network', 6],
    ["fatal: unable to access 'x': Failed to connect to git.test port 443", 'network', 6],
    ['ssh: connect to host git.test port 22: Connection refused', 'network', 6],
    ['fatal: unable to access: server certificate verification failed.', 'network', 6],
    ['ERROR: Repository not found.', 'not-found', 3],
    ["remote: ERROR: The project you were looking for could not be found or you don't have permission", 'not-found', 3],
    ['Gitea: Cannot find repository: acme/app', 'not-found', 3],
    ['Forgejo: Cannot find repository: acme/app', 'not-found', 3],
    ['remote: HTTP Basic: Access denied. The provided password or token is incorrect', 'authentication', 2],
    ["fatal: could not read Password for 'https://ann@git.test': terminal prompts disabled", 'authentication', 2],
    ["remote: The 'acme' organization has enabled or enforced SAML SSO.", 'denied', 4],
    ['ssh: connect to host git.test port 22: Operation timed out', 'network', 6],
    ['ssh: connect to host git.test port 22: No route to host', 'network', 6],
    ['Host key verification failed.\nfatal: Could not read from remote repository.', 'network', 6],
    ['kex_exchange_identification: Connection closed by remote host', 'network', 6],
    ["fatal: unable to access 'x': CONNECT tunnel failed, response 407", 'network', 6],
    ["fatal: unable to access 'x': Received HTTP code 404 from proxy after CONNECT", 'network', 6],
    ["fatal: unable to access 'x': Could not resolve proxy: proxy.invalid", 'network', 6],
    ['error: The requested URL returned error: 500', 'server', 5],
    ['fatal: something else', 'server', 5],
    ['', 'server', 5],
  ])('%j is %s, exit code %i', async (stderr, kind, exitCode) => {
    const failure = await failureOf(setUp({ exitCode: 128, stderr }).resolve('x'));
    expect(failure).toMatchObject({ kind, exitCode });
    expect(failure.message.startsWith(`git ls-remote ${url}: `)).toBe(true);
  });

  it('reports the message of git, on one line', async () => {
    const failure = await failureOf(setUp({ exitCode: 128, stderr: 'fatal: a\nerror: b\n::error::c' }).resolve('x'));
    expect(failure.message).toBe(`git ls-remote ${url}: a b ::error::c`);
    expect((await failureOf(setUp({ exitCode: 128 }).resolve('x'))).message).toContain('git failed without a message');
  });

  it.each([
    ['fatal: Could not resolve host: git.test', 3],
    ['ssh: connect to host git.test port 22: Connection refused', 3],
    ['error: The requested URL returned error: 503', 3],
    ['fatal: server certificate verification failed', 1],
    ['Host key verification failed.\nfatal: Could not read from remote repository.', 1],
    ["fatal: Authentication failed for 'x'", 1],
    ["fatal: could not read Username for 'x': terminal prompts disabled", 1],
    ['error: The requested URL returned error: 401', 1],
    ['error: The requested URL returned error: 403', 1],
    ['error: The requested URL returned error: 404', 1],
    ["fatal: unable to access 'x': CONNECT tunnel failed, response 407", 1],
    ["remote: Repository not found.\nfatal: repository 'x' not found", 1],
    ['git@git.test: Permission denied (publickey).\nfatal: Could not read from remote repository.', 1],
    ['fatal: something else', 1],
  ])('%j: %i tries', async (stderr, tries) => {
    const { calls, resolve } = setUp({ exitCode: 128, stderr });
    await failureOf(resolve('x'));
    expect(calls).toHaveLength(tries);
  });

  const prompt = "fatal: could not read Username for 'https://git.test': terminal prompts disabled";
  it.each([
    [undefined, prompt, 'could not read Username', 'Give a token or password as source-token'],
    [
      'wrong',
      prompt,
      'the server rejected the credentials (401): could not read',
      'source-token is wrong or has expired',
    ],
    ['wrong', "fatal: Authentication failed for 'x'", 'Authentication failed', 'source-token is wrong or has expired'],
    [undefined, 'Host key verification failed.\nfatal: Could not read', 'Host key', 'known_hosts of ssh'],
    ['t', "fatal: unable to access 'x': CONNECT tunnel failed, response 407", 'CONNECT tunnel', 'address of the proxy'],
    [undefined, 'git@git.test: Permission denied (publickey).', 'Permission denied', 'Give ssh a key'],
    ['t', "remote: The 'acme' organization has enabled or enforced SAML SSO.", 'SAML SSO', 'Authorize the token'],
    [undefined, "ERROR: The 'acme' organization has enabled or enforced SAML SSO.", 'SAML SSO', '(or the SSH key)'],
  ])('with token %j: %j has its advice', async (token, stderr, words, advice) => {
    const failure = await failureOf(
      setUp({ exitCode: 128, stderr }, token === undefined ? {} : { token }).resolve('x'),
    );
    expect(failure.message.slice(`git ls-remote ${url}: `.length)).toContain(words);
    expect(failure.advice).toContain(advice);
  });

  it('is not there', async () => {
    const failure = await failureOf(setUp(new Error('Unable to locate executable file: git')).resolve('x'));
    expect(failure).toMatchObject({ kind: 'unsupported', exitCode: 7, advice: 'Install git on this machine.' });
    expect(failure.message).toContain('git could not be run');
  });

  it('ends with the command when that was cancelled', async () => {
    const signal = AbortSignal.abort(new Error('cancelled'));
    await expect(setUp(new Error('killed'), { signal }).resolve('x')).rejects.toThrow('cancelled');
  });
});
