import { beforeEach, describe, expect, it } from '@jest/globals';
import { commit } from './support/story.js';
import { useStory } from './support/surroundings.js';
import { until } from './support/together.js';

const story = await useStory();
beforeEach(() => story.internet.forget());

const registryHosts = new Set(['GET auth.docker.io', 'HEAD registry-1.docker.io', 'GET registry-1.docker.io']);
const atRegistry = () => story.requests().filter((request) => registryHosts.has(request));

describe('Docker Hub, cold', () => {
  it('takes one token and one HEAD, and costs no pull', async () => {
    const result = await story.action();
    expect(result.outputs.ready).toBe('true');
    expect(atRegistry()).toEqual(['GET auth.docker.io', 'HEAD registry-1.docker.io']);
    expect(story.internet.hub.pulls).toBe(0);
  });

  it('asks for the branch and for the tag, and nothing else', async () => {
    await story.action();
    expect([...story.requests()].sort()).toEqual([
      'GET api.bitbucket.org',
      'GET api.bitbucket.org',
      'GET auth.docker.io',
      'HEAD registry-1.docker.io',
    ]);
  });

  it('asks nothing of the source for a full SHA', async () => {
    const result = await story.action({ ref: commit });
    expect(result.outputs.commit).toBe(commit);
    expect(story.requests()).toEqual(['GET auth.docker.io', 'HEAD registry-1.docker.io']);
  });

  it('takes the same two requests when the image is missing', async () => {
    const result = await story.action({ tag: 'none-{short-sha}' });
    expect(result.outputs.ready).toBe('false');
    expect(atRegistry()).toEqual(['GET auth.docker.io', 'HEAD registry-1.docker.io']);
  });

  it('sends all four manifest types, and the token only to the registry', async () => {
    await story.action();
    const head = story.internet.requests.find(({ method }) => method === 'HEAD');
    expect(head?.headers.accept?.split(', ').sort()).toEqual([
      'application/vnd.docker.distribution.manifest.list.v2+json',
      'application/vnd.docker.distribution.manifest.v2+json',
      'application/vnd.oci.image.index.v1+json',
      'application/vnd.oci.image.manifest.v1+json',
    ]);
    const bearer = head?.headers.authorization ?? 'none';
    const elsewhere = story.internet.requests.filter(({ host }) => host !== 'registry-1.docker.io');
    expect(bearer).toMatch(/^Bearer /);
    expect(elsewhere.map(({ headers }) => headers.authorization)).not.toContain(bearer);
  });

  it('fetches one token for each of several repositories, and never a wider one', async () => {
    await Promise.all(['orders', 'users'].map((name) => story.internet.hub.image(`loyaltolpi/${name}`, '660cbcf')));
    story.internet.forget();
    const result = await story.action({ repo: 'saas-apigateway, orders, users', ref: commit });
    expect(result.outputs.ready).toBe('true');
    const tokens = story.internet.requests.filter(({ host }) => host === 'auth.docker.io');
    expect(tokens.map(({ path }) => new URL(path, 'https://x').searchParams.getAll('scope')).sort()).toEqual([
      ['repository:loyaltolpi/orders:pull'],
      ['repository:loyaltolpi/saas-apigateway:pull'],
      ['repository:loyaltolpi/users:pull'],
    ]);
  });
});

describe('of commit, token and the connection to the registry', () => {
  it('none waits for another', async () => {
    const isUnderWay = (host: string) => story.internet.requests.some((request) => request.host === host);
    const together = until(
      () =>
        isUnderWay('auth.docker.io') &&
        isUnderWay('api.bitbucket.org') &&
        story.internet.tunnels.includes('registry-1.docker.io'),
    );
    const repairs = ['auth.docker.io', 'api.bitbucket.org'].map((host) =>
      story.internet.inject({ host, answer: { hold: () => together } }),
    );
    try {
      const result = await story.action();
      expect(result.outputs.ready).toBe('true');
    } finally {
      for (const repair of repairs) repair();
    }
  });
});
