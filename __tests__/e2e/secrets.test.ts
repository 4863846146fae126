import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { IncomingRequest, Misbehaviour } from '../../sandbox/index.js';
import { password, sourceToken, username } from './support/story.js';
import { useStory } from './support/surroundings.js';
import { visible } from './support/visible.js';

const story = await useStory();
let repair: () => void = () => undefined;
afterEach(() => repair());

const pair = Buffer.from(`${username}:${password}`).toString('base64');
const given = [
  sourceToken,
  password,
  pair,
  ...[sourceToken, password].map((one) => Buffer.from(one).toString('base64')),
];

/** The tokens that the registry's token service gave out. */
function derived(): readonly string[] {
  return story.internet.requests.flatMap(({ host, headers }) =>
    host === 'registry-1.docker.io' ? [(headers.authorization ?? '').replace('Bearer ', '')] : [],
  );
}

/** A server that gives back all that it was told, as some do in their errors. */
function echo(status: number): (request: IncomingRequest) => Misbehaviour {
  return (request) => ({
    // An answer to HEAD has no words: GET is tried instead.
    status: request.method === 'HEAD' ? 405 : status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ message: `you said ${request.headers.authorization}, which is ${decode(request)}` }),
  });
}

function decode(request: IncomingRequest): string {
  const [, encoded = ''] = (request.headers.authorization ?? '').split(' ');
  return Buffer.from(encoded, 'base64').toString('utf8');
}

const debug = { env: { RUNNER_DEBUG: '1' } };

describe('no secret, given or derived, is shown', () => {
  beforeEach(() => story.internet.forget());

  it('when all goes well, with debug logging on', async () => {
    const result = await story.action({}, debug);
    expect(result.outputs.ready).toBe('true');
    const [token] = derived();
    expect(token).toBeTruthy();
    for (const secret of [...given, token ?? '']) expect(visible(result)).not.toContain(secret);
  });

  it.each(['registry-1.docker.io', 'auth.docker.io', 'api.bitbucket.org'])(
    'when %s gives it back in an error',
    async (host) => {
      for (const status of [400, 401, 403]) {
        repair = story.internet.inject({ host, answer: echo(status) });
        const result = await story.action({}, debug);
        repair();
        expect(result.exitCode).not.toBe(0);
        expect(visible(result)).toContain('you said');
        for (const secret of [...given, ...derived().filter(Boolean)]) expect(visible(result)).not.toContain(secret);
      }
    },
  );

  it('on the command line, with --verbose', async () => {
    for (const status of [200, 401, 403]) {
      repair =
        status === 200
          ? () => undefined
          : story.internet.inject({ host: 'registry-1.docker.io', answer: echo(status) });
      const { stdout, stderr } = await story.cli(['--verbose']);
      repair();
      for (const secret of [...given, ...derived().filter(Boolean)]) expect(stdout + stderr).not.toContain(secret);
    }
  });

  it('and the runner is told to mask each of them, the token of the registry too', async () => {
    const result = await story.action();
    expect(result.masks).toEqual(expect.arrayContaining([sourceToken, password, pair, ...derived()]));
  });

  it('when another input is wrong', async () => {
    const result = await story.action({ wait: 'soon', password: `${password}\nsecond line` });
    expect(result.exitCode).toBe(64);
    for (const secret of given) expect(visible(result)).not.toContain(secret);
  });
});

describe('credentials go to their own host and nowhere else', () => {
  const stranger = 'gitlab.com';
  beforeEach(() => story.internet.forget());

  it.each([
    ['registry-1.docker.io', 'https'],
    ['auth.docker.io', 'https'],
    ['api.bitbucket.org', 'https'],
  ])('not along a redirect of %s', async (host, scheme) => {
    const repairs = [
      story.internet.inject({
        host,
        answer: { status: 307, headers: { location: `${scheme}://${stranger}/catch` } },
      }),
      // From one address to another within the same origin, which is not theirs.
      story.internet.inject({
        host: stranger,
        path: '/catch',
        answer: { status: 307, headers: { location: '/again' } },
      }),
    ];
    repair = () => {
      for (const one of repairs) one();
    };
    await story.action();
    const caught = story.internet.requests.filter((request) => request.host === stranger);
    expect(new Set(caught.map(({ path }) => path))).toEqual(new Set(['/catch', '/again']));
    for (const { headers, path } of caught) {
      expect(headers).not.toHaveProperty('authorization');
      for (const secret of given) expect(path + JSON.stringify(headers)).not.toContain(secret);
    }
  });

  it('to the registry only what is for it, to the source only what is for it', async () => {
    await story.action();
    for (const { host, path, headers } of story.internet.requests) {
      const sent = path + JSON.stringify(headers);
      if (host === 'api.bitbucket.org') expect(sent).not.toContain(pair);
      else expect(sent).not.toContain(sourceToken);
      expect(path).not.toContain(password);
    }
  });

  it.each([
    ['plain HTTP on another host', 'http://gitlab.com/token', 'plain HTTP on another host'],
    ['an address in a private network', 'https://10.1.2.3/token', 'private network'],
    ['an address with credentials', 'https://a:b@gitlab.com/token', 'contains credentials'],
  ])('not to a token service at %s', async (_name, realm, words) => {
    repair = story.internet.inject({
      host: 'registry.example.com',
      answer: { status: 401, headers: { 'www-authenticate': `Bearer realm="${realm}",service="x"` } },
    });
    const result = await story.action({ registry: 'registry.example.com', image: 'registry.example.com/acme/app' });
    expect(result.exitCode).toBe(5);
    expect(result.annotations[0]?.message).toContain(words);
    const hosts = story.internet.requests.filter(({ host }) => host !== 'api.bitbucket.org').map(({ host }) => host);
    expect(new Set(hosts)).toEqual(new Set(['registry.example.com']));
    for (const { headers } of story.internet.requests) expect(headers.authorization ?? '').not.toContain(pair);
  });

  it('a token that would break out of its header is refused', async () => {
    const body = JSON.stringify({ token: 'good\r\nX-Evil: 1' });
    repair = story.internet.inject({
      host: 'auth.docker.io',
      answer: { status: 200, headers: { 'content-type': 'application/json' }, body },
    });
    const result = await story.action();
    expect(result.exitCode).toBe(5);
    expect(result.annotations[0]?.message).toContain('a token that no header can hold');
    expect(story.requests()).not.toContain('HEAD registry-1.docker.io');
  });
});

describe('the words of a server stay text', () => {
  it.each([
    ['a workflow command', '\n::set-output name=ready::true\n::error::fake'],
    ['an old workflow command', 'x ##[error]fake ##[add-path]/evil'],
    ['a terminal sequence', '\u001b[2J\u001b[31mred'],
    ['markup', '<img src=x onerror=alert(1)> [link](https://evil.example) @everyone | cell |\n# title'],
  ])('%s', async (_name, message) => {
    repair = story.internet.inject({
      host: 'registry-1.docker.io',
      answer: { status: 403, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ message }) },
    });
    const result = await story.action();
    expect(result.exitCode).toBe(4);
    expect(result.outputs).not.toHaveProperty('ready');
    expect(result.annotations.filter(({ kind }) => kind === 'error')).toHaveLength(1);
    const names = result.commands.map(({ name }) => name);
    expect(names.filter((name) => !['add-mask', 'error', 'debug', 'warning'].includes(name))).toEqual([]);
    expect(result.rawStdout).not.toContain('\u001b');
    expect(result.summary).not.toMatch(/<img|\[link\]\(|[^\\]@everyone/);
  });
});
