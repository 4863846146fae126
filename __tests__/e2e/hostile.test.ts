import { createServer } from 'node:net';
import { expect, it } from '@jest/globals';
import { runCli } from '../../sandbox/index.js';
import { inEnvironment, password } from './support/story.js';
import { useStory } from './support/surroundings.js';

/** What strangers tried, and how it ends. */
const story = await useStory();
const { internet } = story;

const sha = 'a'.repeat(40);
const json = { 'content-type': 'application/json' };

it('an answer that switches protocols ends with the time, an exit code and words', async () => {
  const server = createServer((socket) => {
    socket.once('data', () =>
      socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n'),
    );
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const args = [
    'check',
    '--source',
    'bitbucket',
    '--owner',
    'a',
    '--repo',
    'b',
    '--ref',
    sha,
    '--image',
    `127.0.0.1:${port}/a/b`,
  ];
  const { exitCode, stderr } = await runCli({ args: [...args, '--timeout', '2s'] });
  server.close();
  expect(exitCode).toBe(6);
  expect(stderr).toContain('timed out after 2 s, waiting for HEAD http://127.0.0.1');
});

it.each([
  ['cut off in the server’s words', `${'x'.repeat(280)} ${password}`],
  ['in the middle of a terminal sequence', `a ${password.slice(0, 8)}\u001b[0m${password.slice(8)} b`],
])('a secret that is %s is not shown, whole or in part', async (_name, message) => {
  const repair = internet.inject({
    host: 'auth.docker.io',
    answer: { status: 403, headers: json, body: JSON.stringify({ message }) },
  });
  const result = await story.action();
  const { stdout, stderr } = await story.cli(['--verbose']);
  repair();
  const lines = result.rawStdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  const visible = [...lines, result.summary, JSON.stringify(result.outputs), stdout, stderr].join('\n');
  expect(visible).not.toContain(password.slice(0, 12));
});

it('a secret that is an ordinary word does not change what programs read', async () => {
  internet.hub.users.set('short', 'true');
  await internet.hub.image('loyaltolpi/plain', sha.slice(0, 7));
  const result = await story.action({ repo: 'plain', ref: sha, username: 'short', password: 'true' });
  expect(result.outputs).toMatchObject({ ready: 'true', image: `loyaltolpi/plain:${sha.slice(0, 7)}` });
  expect(JSON.parse(result.outputs.results ?? '')).toMatchObject([{ ready: true }]);
});

it('a label with terminal sequences and workflow commands stays out of the log and the results', async () => {
  const label = '\u001b[31mRED\u001b]0;title\u0007\n::error::pwned\n##[error]x';
  await internet.hub.image('loyaltolpi/labelled', sha.slice(0, 7), {
    labels: { 'org.opencontainers.image.revision': label },
  });
  const env = inEnvironment({ repo: 'labelled', ref: sha, 'verify-revision': 'true' });
  const { exitCode, stdout } = await story.cli([], env);
  expect(exitCode).toBe(1);
  expect(stdout).toContain('is no commit, not');
  for (const trace of ['\u001b', 'pwned', '##[']) expect(stdout).not.toContain(trace);
});

it('times of more than 24.8 days, which timers do not take, work', async () => {
  const result = await story.action({ timeout: '30d' });
  expect(result.outputs.ready).toBe('true');
  expect(result.stderr).toBe('');
});

it('an index that names one image very many times has it requested once', async () => {
  const child = {
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    digest: `sha256:${sha}${sha.slice(16)}`,
    size: 2,
  };
  const body = JSON.stringify({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.index.v1+json',
    manifests: Array.from({ length: 5000 }, () => child),
  });
  const repair = internet.inject({
    host: 'registry-1.docker.io',
    answer: { status: 200, headers: { 'content-type': 'application/vnd.oci.image.index.v1+json' }, body },
  });
  const before = internet.requests.length;
  const result = await story.action({ platforms: 'linux/amd64' });
  repair();
  expect(result.exitCode).toBe(5);
  expect(result.annotations[0]?.message).toContain(`not ${child.digest} as it should be`);
  expect(internet.requests.slice(before).filter(({ path }) => path.endsWith(child.digest))).toHaveLength(1);
});

it('a commit is not believed from where a redirect led', async () => {
  const repair = internet.inject({
    host: 'api.bitbucket.org',
    answer: { status: 302, headers: { location: 'https://gitlab.com/commit' } },
  });
  const undo = internet.inject({
    host: 'gitlab.com',
    answer: { status: 200, headers: json, body: JSON.stringify({ target: { hash: sha } }) },
  });
  const result = await story.action();
  repair();
  undo();
  expect(result.exitCode).toBe(5);
  expect(result.annotations[0]?.message).toContain('redirects to https://gitlab.com, to which no request went');
});

it('many repositories at once leave standard error empty', async () => {
  const names = Array.from({ length: 24 }, (_, at) => `many-${at}`);
  await Promise.all(names.map((name) => internet.hub.image(`loyaltolpi/${name}`, sha.slice(0, 7))));
  const { exitCode, stderr } = await story.cli(['--quiet'], inEnvironment({ repo: names.join(','), ref: sha }));
  expect([exitCode, stderr]).toEqual([0, '']);
});
