import { execFile, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { type CliOptions, type CliResult, projectRoot, runCli } from '../../sandbox/index.js';
import { commitOf, shortOf } from './support/check.js';
import { authOf } from './support/files.js';
import { requestsAbout } from './support/requests.js';
import { useInternet } from './support/surroundings.js';

const run = promisify(execFile);
const user = 'acmebot';
const password = 'dckr_pat_of-acme/bot+1';
const sourceToken = 'ATCTT3xFfGN0-source';
const develop = commitOf('develop');
const staging = commitOf('staging');
const tag = shortOf(develop);

const internet = await useInternet();
internet.hub.users.set(user, password);
internet.bitbucket.tokens.add(sourceToken);
for (const name of ['api', 'web', 'worker', 'secret'] as const) {
  const branches = { develop, staging };
  internet.bitbucket.repository('loyaltoid', name, { private: true, branches });
  internet.hub.repository(`acme/${name}`, { private: true, members: name === 'secret' ? [] : [user] });
}
const digests = {
  api: await internet.hub.image('acme/api', tag),
  web: await internet.hub.image('acme/web', tag),
};

/** What an organisation sets once. */
const environment = {
  IMAGE_GATE_SOURCE: 'bitbucket',
  IMAGE_GATE_OWNER: 'loyaltoid',
  IMAGE_GATE_SOURCE_TOKEN: sourceToken,
  IMAGE_GATE_NAMESPACE: 'acme',
  IMAGE_GATE_USERNAME: user,
  IMAGE_GATE_PASSWORD: password,
};

function gate(args: readonly string[], options: Omit<CliOptions, 'args'> = {}): Promise<CliResult> {
  return runCli({ internet, ...options, args, env: { ...environment, ...options.env } });
}

function result(name: 'api' | 'web') {
  return {
    repository: `loyaltoid/${name}`,
    reference: 'develop',
    commit: develop,
    image: `acme/${name}:${tag}`,
    tag,
    ready: true,
    status: 'ready',
    digest: digests[name],
    pinned: `acme/${name}@${digests[name]}`,
    'build-image': null,
  };
}

const notReady = {
  repository: 'loyaltoid/worker',
  reference: 'develop',
  commit: develop,
  image: `acme/worker:${tag}`,
  tag,
  ready: false,
  status: 'not-ready',
  reason: 'the registry has no such tag',
  'build-image': null,
};

describe('--json', () => {
  test.concurrent('of one repository is one object, and nothing else', async () => {
    const { exitCode, stdout, stderr } = await gate(['check', 'api', 'develop', '--json']);

    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    expect(stdout).toBe(`${JSON.stringify(result('api'), undefined, 2)}\n`);
  });

  test.concurrent('of one that is not ready says why, and exits with 1', async () => {
    const { exitCode, stdout } = await gate(['check', 'worker', 'develop', '--json']);

    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toEqual(notReady);
  });

  test.concurrent('of several is a summary and a list, in order', async () => {
    const { exitCode, stdout } = await gate(['check', 'web,api', 'develop', '--json']);

    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ ready: true, status: 'ready', results: [result('web'), result('api')] });
  });

  test.concurrent('of several, one of which is not ready, is not ready', async () => {
    const args = ['check', '--repo', 'worker', '--repo', 'api', '--ref', 'develop', '--json'];
    const { exitCode, stdout } = await gate(args);

    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toEqual({ ready: false, status: 'not-ready', results: [notReady, result('api')] });
  });

  test.concurrent('of several, one of which could not be checked, says neither ready nor not ready', async () => {
    const { exitCode, stdout, stderr } = await gate(['check', 'api,secret,worker', 'develop', '--json']);

    expect(exitCode).toBe(2);
    const { results, ...rest } = JSON.parse(stdout);
    expect(rest).toEqual({ status: 'error' });
    expect(results).toMatchObject([
      result('api'),
      { repository: 'loyaltoid/secret', reference: 'develop', status: 'error', exitCode: 2 },
      notReady,
    ]);
    expect(results[1]).not.toHaveProperty('ready');
    expect(stderr).toMatch(
      /^1 of 3 images is ready, 1 not ready, 1 error\nError: HEAD https:\/\/registry-1\.docker\.io\/v2\/acme\/secret\/manifests\/\w{7}: 401/,
    );
  });

  test.concurrent.each([
    ['a flag that is wrong', ['check', 'api', 'develop', '--json', '--plattforms', 'linux/amd64']],
    ['a value that is wrong', ['check', 'api', 'develop', '--json', '--wait', 'soon']],
    ['a command that is wrong', ['chekc', 'api', 'develop', '--json']],
  ])('is there for %s too', async (_what, args) => {
    const { exitCode, stdout, stderr } = await gate(args);

    expect(exitCode).toBe(64);
    const { error, ...rest } = JSON.parse(stdout);
    expect(rest).toEqual({ status: 'error', exitCode: 64 });
    expect(stderr.split('\n')[0]).toBe(`Error: ${error}`);
  });
});

describe('the table', () => {
  test.concurrent('of several, one of which could not be checked: the counts are below it, the error on standard error', async () => {
    const { exitCode, stdout, stderr } = await gate(['check', 'api,secret,worker', 'develop']);

    expect(exitCode).toBe(2);
    expect(
      stdout
        .split('\n')
        .slice(0, 4)
        .map((line) => line.split('  ')[0]),
    ).toEqual(['STATUS', 'ready', 'error', 'not ready']);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('1 of 3 images is ready, 1 not ready, 1 error');
    expect(stderr).toMatch(/^Error: HEAD /);
  });

  test.concurrent('of a single one that could not be checked: so too', async () => {
    const { exitCode, stdout, stderr } = await gate(['check', 'secret', 'develop']);

    expect(exitCode).toBe(2);
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/could not be checked/);
    expect(stderr).toMatch(/^Error: HEAD /);
  });

  test.concurrent('of one', async () => {
    const { exitCode, stdout, stderr } = await gate(['check', 'api', 'develop']);

    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    expect(stdout).toBe(
      [
        `STATUS  IMAGE             REF      COMMIT        DIGEST`,
        `ready   acme/api:${tag}  develop  ${develop.slice(0, 12)}  ${digests.api.slice(0, 19)}`,
        '',
        `acme/api:${tag} is ready`,
        '',
      ].join('\n'),
    );
  });

  test.concurrent('of several', async () => {
    const { exitCode, stdout } = await gate(['check', 'api,worker', 'develop']);

    expect(exitCode).toBe(1);
    expect(stdout).toBe(
      [
        `STATUS     IMAGE                REF      COMMIT        DIGEST`,
        `ready      acme/api:${tag}     develop  ${develop.slice(0, 12)}  ${digests.api.slice(0, 19)}`,
        `not ready  acme/worker:${tag}  develop  ${develop.slice(0, 12)}`,
        '',
        `1 of 2 images is ready, 1 not ready: acme/worker:${tag} (the registry has no such tag)`,
        '',
      ].join('\n'),
    );
  });

  test.concurrent('has what failed, and standard error says why', async () => {
    const { exitCode, stdout, stderr } = await gate(['check', 'api,secret', 'develop']);

    expect(exitCode).toBe(2);
    expect(stdout).toMatch(/error +acme\/secret/);
    expect(stdout).toContain(`ready   acme/api:${tag}`);
    expect(stderr).toMatch(/^Error: HEAD https:.*acme\/secret.*: 401 Unauthorized\nWhat to do: docker\.io rejected/);
  });

  test.concurrent('of one that failed is there too', async () => {
    const { exitCode, stderr } = await gate(['check', 'api', 'no-such-branch']);

    expect(exitCode).toBe(3);
    expect(stderr).toBe(
      'Error: ref no-such-branch in loyaltoid/api on Bitbucket: the ref does not exist, or the repository does not exist for these ' +
        'credentials\nWhat to do: Check --repo, --owner and --ref for typos; a private repository needs a --source-token that may read it.\n',
    );
  });
});

describe('inputs', () => {
  test.concurrent('by position and by flag are the same', async () => {
    const [position, flags, equals] = await Promise.all([
      gate(['check', 'api', 'develop', '--json']),
      gate(['check', '--ref', 'develop', '--json', '--repo', 'api']),
      gate(['check', '--repo=api', '--json', '--ref=develop']),
    ]);

    expect(flags.stdout).toBe(position.stdout);
    expect(equals.stdout).toBe(position.stdout);
    expect(position.exitCode).toBe(0);
  });

  test.concurrent('of the command line come before those of the environment', async () => {
    const { exitCode, stdout } = await gate(['check', 'api', '--ref', 'develop', '--json'], {
      env: { IMAGE_GATE_REF: 'staging', IMAGE_GATE_REPO: 'web' },
    });

    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toEqual(result('api'));
  });

  test.concurrent('may all be in the environment', async () => {
    const { stdout } = await gate(['check', '--json'], {
      env: { IMAGE_GATE_REF: 'develop', IMAGE_GATE_REPO: 'api\nweb', IMAGE_GATE_FAIL_IF_NOT_READY: 'false' },
    });

    expect(JSON.parse(stdout).results).toEqual([result('api'), result('web')]);
  });

  test.concurrent('that are wrong in the environment are named as there', async () => {
    const { exitCode, stderr } = await gate(['check', 'api', 'develop'], { env: { IMAGE_GATE_WAIT: '10 minutes' } });

    expect(exitCode).toBe(64);
    expect(stderr).toBe(
      'Error: IMAGE_GATE_WAIT is "10 minutes", which is not a duration\n' +
        'What to do: Write 90s, 10m, 2h or 30d (at most 366d).\n',
    );
  });

  test.concurrent.each([
    [['check', 'api', 'develop', '--plattform', 'x'], 'unknown flag --plattform', 'Did you mean --platforms?'],
    [
      ['check', 'api', 'develop', 'more'],
      'unexpected argument "more"',
      'Write image-gate check REPO REF; separate several repositories with commas.',
    ],
    [['tags', 'acme/a', 'acme/b'], 'unexpected argument "acme/b"', 'See image-gate tags --help.'],
    [['check', 'api', 'develop', '--ref', 'x'], '--ref is given twice', undefined],
    [['check', 'api', 'develop', '--wait'], '--wait needs a value', '--wait DURATION'],
    [['check', 'api', 'develop', '--json=yes'], '--json takes no value', undefined],
    [
      ['check', 'api', 'develop', '--verify-revision=perhaps'],
      '--verify-revision is "perhaps", which is neither true nor false',
      undefined,
    ],
    [
      ['repositories', 'localhost:5000'],
      '--namespace "localhost:5000" is not a namespace on Docker Hub',
      'Give --registry localhost:5000.',
    ],
    [['chekc'], 'unknown command "chekc"', 'Did you mean check?'],
    [['version'], 'unknown command "version"', 'Did you mean --version?'],
    [['-V'], 'unknown command "-V"', 'Did you mean --version?'],
    [['--quiet', 'check'], 'unknown command "--quiet"', 'Flags go after the command: image-gate COMMAND --json.'],
    [
      ['check', 'api'],
      '--ref is required: the workflow’s commit is not one of loyaltoid/api',
      'Give a branch, a tag or a commit SHA of that repository. To check an image, add its tag or digest: nginx:1.27.',
    ],
    [
      ['check'],
      '--repo is required: there is no workflow, pipeline or git clone to take it from',
      'Give the source repository (owner/name), or an image with its tag or digest, which does not need one: acme/app:1.0.',
    ],
  ])('%j is wrong usage: exit code 64', async (args, error, advice) => {
    const { exitCode, stdout, stderr } = await gate(args);

    expect(exitCode).toBe(64);
    expect(stdout).toBe('');
    const [first, second] = stderr.split('\n');
    expect(first).toBe(`Error: ${error}`);
    if (advice !== undefined) expect(second).toContain(`What to do: ${advice}`);
  });

  test.concurrent('--no-fail-if-not-ready: not ready, and still exit code 0', async () => {
    const { exitCode, stdout } = await gate(['check', 'worker', 'develop', '--json', '--no-fail-if-not-ready']);

    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toEqual(notReady);
  });
});

describe('secrets', () => {
  test.concurrent.each([`${password}\n`, password, `${password}\r\n`])(
    '--password - reads it from standard input (%j)',
    async (stdin) => {
      const { exitCode, stderr } = await gate(['check', 'api', 'develop', '--password', '-'], {
        stdin,
        env: { IMAGE_GATE_PASSWORD: '' },
      });

      expect(stderr).toBe('');
      expect(exitCode).toBe(0);
    },
  );

  test.concurrent('two of them cannot both come from standard input', async () => {
    const { exitCode, stderr } = await gate(['check', 'api', 'develop', '--password=-', '--source-token=-'], {
      stdin: 'x\n',
    });

    expect(exitCode).toBe(64);
    expect(stderr).toBe('Error: only one secret can come from standard input, not --password and --source-token\n');
  });

  test.concurrent('on the command line work, with a warning that does not show them', async () => {
    const { exitCode, stdout, stderr } = await gate(['check', 'api', 'develop', '--json', '--password', password]);

    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toEqual(result('api'));
    expect(stderr).toMatch(/^Warning: --password is visible to other users .*\n$/);
    expect(stderr).not.toContain(password);
  });

  test.concurrent('--verbose tells every request and no secret', async () => {
    const { exitCode, stdout, stderr } = await gate(['check', 'web', 'develop', '--verbose', '--json']);

    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toEqual(result('web'));
    expect(stderr).toMatch(/^GET https:\/\/auth\.docker\.io\/token → 200, \d+ ms$/m);
    expect(stderr).toMatch(/^GET https:\/\/api\.bitbucket\.org\/2\.0\/.*\/refs\/branches\/develop → 200, \d+ ms$/m);
    expect(stderr).toMatch(/^HEAD https:\/\/registry-1\.docker\.io\/v2\/acme\/web\/manifests\/\w{7} → 200, \d+ ms$/m);
    expect(stderr).toContain(`ref develop of loyaltoid/web is commit ${develop}\n`);
    expect(stderr).toContain(`acme/web:${tag} is ready: ${digests.web}\n`);
    const bearers = internet.requests.flatMap(({ headers }) => headers.authorization?.split(' ')[1] ?? []);
    const secrets = [password, encodeURIComponent(password), sourceToken, authOf(user, password), ...bearers];
    expect(bearers.length).toBeGreaterThan(2);
    expect(secrets.filter((secret) => `${stdout}${stderr}`.includes(secret))).toEqual([]);
  });
});

describe('--quiet', () => {
  test.concurrent('says nothing when all is well: the exit code does', async () => {
    const [ready, waiting] = await Promise.all([
      gate(['check', 'api', 'develop', '--quiet']),
      gate(['check', 'worker', 'develop', '-q', '--wait', '1s']),
    ]);

    expect([ready.exitCode, ready.stdout, ready.stderr]).toEqual([0, '', '']);
    expect([waiting.exitCode, waiting.stdout, waiting.stderr]).toEqual([1, '', '']);
  });

  test.concurrent('says nothing of a warning either', async () => {
    const { exitCode, stdout, stderr } = await gate(['check', 'api', 'develop', '--quiet', '--password', password]);

    expect([exitCode, stdout, stderr]).toEqual([0, '', '']);
  });

  test.concurrent('tells errors all the same', async () => {
    const { exitCode, stdout, stderr } = await gate(['check', 'secret', 'develop', '--quiet']);

    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^Error: HEAD https:/);
  });

  test.concurrent('leaves the JSON that was asked for', async () => {
    const { stdout } = await gate(['check', 'api', 'develop', '--quiet', '--json']);

    expect(JSON.parse(stdout)).toEqual(result('api'));
  });
});

describe('exit codes', () => {
  test.concurrent.each([
    ['ready', 0, ['check', 'api', 'develop'], {}],
    ['not ready', 1, ['check', 'api', 'staging'], {}],
    ['a wrong password', 2, ['check', 'api', 'develop'], { IMAGE_GATE_PASSWORD: 'wrong' }],
    ['a wrong source token', 2, ['check', 'api', 'develop'], { IMAGE_GATE_SOURCE_TOKEN: 'wrong' }],
    ['no such ref', 3, ['check', 'api', 'nowhere'], {}],
    ['no such source repository', 3, ['check', 'nothing', 'develop'], {}],
    [
      'a host that is nowhere',
      6,
      ['check', 'api', develop, '--timeout', '1s'],
      { IMAGE_GATE_REGISTRY: 'nowhere.invalid' },
    ],
    ['nobody listens', 6, ['check', 'api', develop, '--timeout', '1s'], { IMAGE_GATE_REGISTRY: '127.0.0.1:9' }],
  ])('%s: %i', async (_what, wanted, args, env) => {
    const { exitCode, signal, stderr } = await gate(args, { env });

    expect(exitCode).toBe(wanted);
    expect(signal).toBeNull();
    expect(stderr.startsWith('Error: ')).toBe(wanted > 1);
    expect(stderr).not.toMatch(/^ +at /m);
  });
});

describe('help and version', () => {
  test.concurrent('--version is that of package.json', async () => {
    const { version } = JSON.parse(await readFile(join(projectRoot(), 'package.json'), 'utf8'));

    expect((await gate(['--version'])).stdout).toBe(`${version}\n`);
    expect((await gate(['check', '--version'])).stdout).toBe(`${version}\n`);
  });

  test.concurrent('help of a command is its --help', async () => {
    const [word, flag, unknown] = await Promise.all([
      gate(['help', 'prune']),
      gate(['prune', '--help']),
      gate(['help', 'prun']),
    ]);

    expect([word.exitCode, word.stdout]).toEqual([0, flag.stdout]);
    expect([unknown.exitCode, unknown.stderr]).toEqual([
      64,
      'Error: unknown command "prun"\nWhat to do: Did you mean prune?\n',
    ]);
  });

  test.concurrent('nothing found is said, without a table', async () => {
    const { exitCode, stdout, stderr } = await gate(['tags', 'acme/api', '--include', '^nope$']);

    expect([exitCode, stdout, stderr]).toEqual([0, '', 'acme/api has 1 tag, 0 as requested\n']);
    const none = await gate(['tags', 'acme/api', '--limit', '0']);
    expect(none.stderr).toBe('acme/api has 1 tag, 0 of them shown\n');
  });

  test.concurrent('--help of the program names the commands; of the command, its inputs, but never their values', async () => {
    const [program, command, nothing] = await Promise.all([gate(['--help']), gate(['check', '--help']), gate([])]);

    expect(program.exitCode).toBe(0);
    expect(program.stdout).toMatch(/^ {2}check {2,}\S/m);
    expect(command.exitCode).toBe(0);
    for (const flag of ['--repo', '--source-token', '--platforms', '--[no-]verify-revision', '--wait', '--json']) {
      expect(command.stdout).toContain(`  ${flag}`);
    }
    expect(command.stdout).not.toContain(password);
    expect([nothing.exitCode, nothing.stdout]).toEqual([64, '']);
    expect(nothing.stderr).toBe(program.stdout);
  });
});

describe('a pipe that is closed early', () => {
  /** Runs the bundle with a reader that has gone before anything is written. */
  function unread(args: readonly string[]): Promise<{ exitCode: number | null; stderr: string }> {
    const env = { PATH: process.env.PATH, HOME: '/nowhere', ...internet.env, ...environment };
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [join(projectRoot(), 'dist', 'index.js'), ...args], { env });
      let stderr = '';
      child.stdout.destroy();
      child.stdin.end();
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        stderr += text;
      });
      child.once('error', reject);
      child.once('close', (exitCode) => resolve({ exitCode, stderr }));
    });
  }

  test.concurrent.each([
    [['check', 'api', 'develop'], 0],
    [['check', 'worker', 'develop', '--json'], 1],
    [['check', '--help'], 0],
  ])('%j: the exit code is what it would have been, and no stack is shown', async (args, wanted) => {
    const { exitCode, stderr } = await unread(args);

    expect(stderr).toBe(wanted === 0 ? '' : `acme/worker:${tag} is not ready: the registry has no such tag\n`);
    expect(exitCode).toBe(wanted);
  });
});

test.concurrent('a pipe that is full and read late: nothing that was said is lost', async () => {
  // Linux's pipes hold 64 KiB; what comes after that waits for the reader.
  const script = '{ head -c 65536 /dev/zero >&2; "$@"; } 2>&1 >/dev/null | { sleep 1; tr -d "\\0"; }';
  const program = [process.execPath, join(projectRoot(), 'dist', 'index.js'), 'nonsense'];

  const { stdout } = await run('sh', ['-c', script, 'sh', ...program], { env: { PATH: process.env.PATH } });

  expect(stdout).toContain('unknown command "nonsense"');
});

test('every check asked the registry by HEAD, and none of them was a pull', () => {
  const asked = requestsAbout(internet.requests, 'manifests');
  expect(asked.length).toBeGreaterThan(30);
  expect(asked.filter((line) => !line.startsWith('HEAD '))).toEqual([]);
  expect(internet.hub.pulls).toBe(0);
});
