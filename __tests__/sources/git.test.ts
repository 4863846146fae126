import { describe, expect, it } from '@jest/globals';
import { git } from '../../src/sources/git.js';
import { parseRef } from '../../src/sources/ref.js';
import { rejectionOf } from '../support/failures.js';
import { answerOf, fakeHttp } from '../support/http.js';
import { fakeExecute } from '../support/processes.js';

const url = 'https://git.test/acme/app.git';
const [one, two, three] = ['1', '2', '3'].map((digit) => digit.repeat(40)) as [string, string, string];

function setUp(
  result: Parameters<typeof fakeExecute>[0],
  more: {
    url?: string;
    username?: string;
    token?: string;
    environment?: Record<string, string>;
    signal?: AbortSignal;
  } = {},
) {
  const { execute, calls } = fakeExecute(result);
  const source = git.create({
    http: fakeHttp(() => answerOf(500)),
    execute,
    signal: more.signal ?? new AbortController().signal,
    environment: more.environment ?? { PATH: '/bin', EMPTY: undefined },
    remote: undefined,
    url: new URL(more.url ?? url),
    username: more.username,
    token: more.token,
  });
  return { calls, resolve: (ref: string) => source.resolve('app', parseRef(ref)) };
}

/** The configuration that git finds in its environment, in its order. */
function configurationOf(env: Readonly<Record<string, string | undefined>>): (string | undefined)[][] {
  const count = Number(env.GIT_CONFIG_COUNT);
  return Array.from({ length: count }, (_, at) => [env[`GIT_CONFIG_KEY_${at}`], env[`GIT_CONFIG_VALUE_${at}`]]);
}

describe('git, finding', () => {
  it.each([
    ['a branch', 'x', `${one}\trefs/heads/x\n`, { sha: one, kind: 'branch' }],
    ['a light tag', 'x', `${one}\trefs/tags/x\n`, { sha: one, kind: 'tag' }],
    [
      'an annotated tag, with the commit behind it',
      'x',
      `${one}\trefs/tags/x\n${two}\trefs/tags/x^{}\n`,
      { sha: two, kind: 'tag' },
    ],
    [
      'both',
      'x',
      `${three}\trefs/heads/x\n${one}\trefs/tags/x\n${two}\trefs/tags/x^{}\n`,
      { sha: three, kind: 'branch', alsoTag: two },
    ],
    ['an explicit tag', 'refs/tags/x', `${three}\trefs/heads/x\n${one}\trefs/tags/x\n`, { sha: one, kind: 'tag' }],
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

  it('needs nobody for a commit', async () => {
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
    ['kex_exchange_identification: Connection closed by remote host', 'network', 6],
    ["fatal: unable to access 'x': CONNECT tunnel failed, response 407", 'network', 6],
    ["fatal: unable to access 'x': Received HTTP code 404 from proxy after CONNECT", 'network', 6],
    ["fatal: unable to access 'x': Could not resolve proxy: proxy.invalid", 'network', 6],
    ['error: The requested URL returned error: 500', 'server', 5],
    ['fatal: something else', 'server', 5],
    ['', 'server', 5],
  ])('%j is %s, exit code %i', async (stderr, kind, exitCode) => {
    const failure = await rejectionOf(setUp({ exitCode: 128, stderr }).resolve('x'));
    expect(failure).toMatchObject({ kind, exitCode });
    expect(failure.message.startsWith(`git ls-remote ${url}: `)).toBe(true);
  });

  it('says what git said, on one line', async () => {
    const failure = await rejectionOf(setUp({ exitCode: 128, stderr: 'fatal: a\nerror: b\n::error::c' }).resolve('x'));
    expect(failure.message).toBe(`git ls-remote ${url}: a b ::error::c`);
    expect((await rejectionOf(setUp({ exitCode: 128 }).resolve('x'))).message).toContain('git failed without a word');
  });

  it.each([
    ['fatal: Could not resolve host: git.test', 3],
    ['fatal: server certificate verification failed', 1],
    ["fatal: Authentication failed for 'x'", 1],
  ])('%j: %i tries', async (stderr, tries) => {
    const { calls, resolve } = setUp({ exitCode: 128, stderr });
    await rejectionOf(resolve('x'));
    expect(calls).toHaveLength(tries);
  });

  it('is not there', async () => {
    const failure = await rejectionOf(setUp(new Error('Unable to locate executable file: git')).resolve('x'));
    expect(failure).toMatchObject({ kind: 'unsupported', exitCode: 7, advice: 'Install git on this machine.' });
    expect(failure.message).toContain('git could not be run');
  });

  it('ends with the command when that was cancelled', async () => {
    const signal = AbortSignal.abort(new Error('cancelled'));
    await expect(setUp(new Error('killed'), { signal }).resolve('x')).rejects.toThrow('cancelled');
  });
});
