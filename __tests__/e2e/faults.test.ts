import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ActionResult, Misbehaviour } from '../../sandbox/index.js';
import { sampled } from '../support/thorough.js';
import { createPlaces } from './support/places.js';
import { commit } from './support/story.js';
import { useStory } from './support/surroundings.js';

const story = await useStory();
let repair: () => void = () => undefined;
afterEach(() => repair());

const html = { headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>Sign in</title>' };
const json = { 'content-type': 'application/json' };
const hosts = { registry: 'registry-1.docker.io', token: 'auth.docker.io', source: 'api.bitbucket.org' };

interface Case {
  readonly name: string;
  readonly answer: (repo: string) => Misbehaviour;
  /** The exit code when the registry's HEAD, its token service, or the source answers this way. */
  readonly registry: number;
  readonly token: number;
  readonly source: number;
  readonly says: RegExp;
}

const cut: Misbehaviour = { cut: { headers: json, body: JSON.stringify({ token: 'x'.repeat(200) }), after: 20 } };
const cases: readonly Case[] = [
  { name: '401', answer: () => ({ status: 401 }), registry: 2, token: 2, source: 2, says: /401 Unauthorized/ },
  { name: '403', answer: () => ({ status: 403 }), registry: 4, token: 4, source: 4, says: /403 Forbidden/ },
  {
    name: '429',
    answer: () => ({ status: 429, headers: { 'retry-after': '3600' } }),
    registry: 5,
    token: 5,
    source: 5,
    says: /429.*only .* s are left/,
  },
  { name: '500', answer: () => ({ status: 500 }), registry: 5, token: 5, source: 5, says: /500 Internal Server Error/ },
  { name: '502', answer: () => ({ status: 502, ...html }), registry: 5, token: 5, source: 5, says: /502 Bad Gateway/ },
  { name: '503', answer: () => ({ status: 503 }), registry: 5, token: 5, source: 5, says: /503 Service Unavailable/ },
  { name: '418', answer: () => ({ status: 418 }), registry: 5, token: 5, source: 5, says: /418/ },
  { name: 'reset', answer: () => 'reset', registry: 6, token: 6, source: 6, says: /ECONNRESET|socket hang up/ },
  {
    name: 'no answer',
    answer: () => 'hang',
    registry: 6,
    token: 6,
    source: 6,
    says: /timed out after 4 s, waiting for (GET|HEAD) https/,
  },
  { name: 'an HTML page', answer: () => ({ status: 200, ...html }), registry: 5, token: 5, source: 5, says: /Sign in/ },
  {
    name: 'a body that is cut',
    answer: () => cut,
    registry: 6,
    token: 6,
    source: 6,
    says: /aborted|hang up|ECONNRESET/,
  },
  {
    name: 'an endless body',
    answer: () => ({ endless: true }),
    registry: 5,
    token: 5,
    source: 5,
    says: /longer than \d+ bytes/,
  },
  {
    name: 'an empty object',
    answer: () => ({ status: 200, headers: json, body: '{}' }),
    registry: 5,
    token: 5,
    source: 5,
    says: /not an image manifest|without a token|no commit SHA/,
  },
  {
    name: 'a redirect loop',
    answer: (repo) => ({ status: 302, headers: { location: `/again/${repo}` } }),
    registry: 5,
    token: 5,
    source: 5,
    says: /redirects more than 5 times/,
  },
  {
    name: 'a redirect to plain HTTP',
    answer: () => ({ status: 302, headers: { location: 'http://gitlab.com/login' } }),
    registry: 5,
    token: 5,
    source: 5,
    says: /plain HTTP on another host/,
  },
  {
    name: 'a redirect into a private network',
    answer: () => ({ status: 302, headers: { location: 'https://10.0.0.1/' } }),
    registry: 5,
    token: 5,
    source: 5,
    says: /private network/,
  },
];

/** Every part of the check with every fault, all begun at once: each has a repository, and so paths, of its own. */
const parts = ['registry', 'token', 'source'] as const;
const runs = parts.flatMap((part) =>
  // The registry's answer decides on ready: it has all rows always.
  (part === 'registry' ? cases : sampled(cases, [0, 2, 8, 9, 12, 13])).map((row, at) => ({
    ...row,
    part,
    repo: `${part}-${at}`,
    exitCode: row[part],
  })),
);
const results = new Map<string, Promise<ActionResult>>();

beforeAll(() => {
  const place = createPlaces(8);
  for (const { part, repo, answer } of runs) {
    story.internet.bitbucket.repository('loyaltoid', repo, { branches: { develop: commit } });
    story.internet.hub.repository(`loyaltolpi/${repo}`);
    story.internet.inject({ host: hosts[part], path: new RegExp(`${repo}(?![0-9])`), answer: answer(repo) });
    results.set(
      repo,
      place(() => story.action({ repo, timeout: '4s' })),
    );
  }
});

describe.each(parts)('the %s answers', (part) => {
  it.each(runs.filter((run) => run.part === part))(
    '$name: fails, and never says ready',
    async ({ repo, exitCode, says }) => {
      const result = await results.get(repo);
      expect(result?.exitCode).toBe(exitCode);
      expect(result?.outputs).not.toHaveProperty('ready');
      expect(result?.outputs).not.toHaveProperty('status');
      const errors = result?.annotations.filter(({ kind }) => kind === 'error');
      expect(errors).toHaveLength(1);
      expect(errors?.[0]?.message).toMatch(says);
      expect(errors?.[0]?.message).toContain('What to do: ');
      expect(result?.summary).not.toMatch(/✅|is ready/);
    },
    120_000,
  );
});

describe('only a 404 to the tag itself means not ready', () => {
  it.each([
    ['with the registry’s words', { status: 404, headers: json, body: '{"errors":[{"code":"MANIFEST_UNKNOWN"}]}' }],
    ['without a body', { status: 404 }],
    ['with the type of a page, which it is not', { status: 404, headers: html.headers, body: '{"errors":[]}' }],
  ])('404 %s', async (_name, answer) => {
    repair = story.internet.inject({ host: hosts.registry, answer });
    const result = await story.action();
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ ready: 'false', status: 'not-ready', digest: '', pinned: '' });
  });

  it('not a 404 with a page, which a proxy has', async () => {
    repair = story.internet.inject({ host: hosts.registry, answer: { status: 404, ...html } });
    const result = await story.action();
    expect(result.exitCode).toBe(5);
    expect(result.annotations[0]?.message).toContain('404 Not Found; an HTML page titled “Sign in”');
    expect(result.outputs).not.toHaveProperty('ready');
  });

  it.each([
    ['another host', 'https://gitlab.com/nowhere'],
    ['another path', '/login'],
  ])('not a 404 at %s, where a redirect led', async (_name, location) => {
    const answer = (request: { path: string }) =>
      request.path.startsWith('/login') ? { status: 404 } : { status: 307, headers: { location } };
    repair = story.internet.inject({ host: hosts.registry, answer });
    const result = await story.action();
    expect(result.exitCode).toBe(5);
    expect(result.annotations[0]?.message).toContain('404 Not Found, after a redirect to https://');
    expect(result.outputs).not.toHaveProperty('ready');
  });

  it('not a 404 of the token service', async () => {
    repair = story.internet.inject({ host: hosts.token, answer: { status: 404 } });
    const result = await story.action();
    expect(result.exitCode).toBe(5);
    expect(result.outputs).not.toHaveProperty('ready');
  });
});

describe('a fault that passes', () => {
  beforeEach(() => story.internet.forget());
  const soon = () => new Date(Date.now() + 1000);
  const passing: readonly (readonly [string, Misbehaviour])[] = [
    ['500', { status: 500 }],
    ['503 with Retry-After in seconds', { status: 503, headers: { 'retry-after': '1' } }],
    ['429 with Retry-After as a date', { status: 429, headers: { 'retry-after': soon().toUTCString() } }],
    [
      '429 with X-Retry-After as a unix time',
      { status: 429, headers: { 'x-retry-after': String(Math.ceil(soon().getTime() / 1000)) } },
    ],
    [
      '429 with x-ratelimit-reset',
      {
        status: 429,
        headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.ceil(soon().getTime() / 1000)) },
      },
    ],
    ['408', { status: 408 }],
    ['reset', 'reset'],
  ];
  it.each(sampled(passing, [0, 2, 6]))('%s, once: asked again, and ready', async (_name, answer) => {
    repair = story.internet.inject({ host: hosts.registry, times: 1, answer });
    const result = await story.action();
    expect(result.outputs.ready).toBe('true');
    const heads = story.internet.requests.filter(({ host, method }) => host === hosts.registry && method === 'HEAD');
    expect(heads.length).toBeGreaterThanOrEqual(2);
  });

  it('a body that is cut, once: asked again, and ready', async () => {
    repair = story.internet.inject({ host: hosts.token, times: 1, answer: cut });
    const result = await story.action();
    expect(result.outputs.ready).toBe('true');
    expect(story.requests().filter((request) => request === 'GET auth.docker.io')).toHaveLength(2);
  });

  it('waits at least as long as the server asks', async () => {
    repair = story.internet.inject({
      host: hosts.registry,
      times: 1,
      answer: { status: 429, headers: { 'retry-after': '2' } },
    });
    await story.action();
    const [first, second] = story.internet.requests.filter(({ host }) => host === hosts.registry);
    expect((second?.at ?? 0) - (first?.answeredAt ?? 0)).toBeGreaterThanOrEqual(2000);
  });

  it('is not waited for beyond the time that there is', async () => {
    repair = story.internet.inject({
      host: hosts.registry,
      answer: { status: 503, headers: { 'retry-after': '600' } },
    });
    const result = await story.action({ timeout: '60s' });
    expect(result.exitCode).toBe(5);
    expect(result.log).toContain('the next try would be in 600');
  });
});
