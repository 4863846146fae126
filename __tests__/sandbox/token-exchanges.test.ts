import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createArtifactory } from '../../sandbox/hosts/artifactory.js';
import { createChainguard } from '../../sandbox/hosts/chainguard.js';
import { createDhi } from '../../sandbox/hosts/dhi.js';
import { createDockerHub } from '../../sandbox/hosts/docker-hub.js';
import { createDockerIdentity } from '../../sandbox/hosts/docker-identity.js';
import { type RunningRegistry, startRegistry } from '../../sandbox/index.js';
import { createOidc } from '../../sandbox/oidc/index.js';
import { claimsOf } from '../../sandbox/oidc/issuer.js';
import { createTokenBook } from '../../sandbox/tokens.js';
import { basic, connectTo } from '../support/sandbox-http.js';

const { oidc } = createOidc();
const gitlabSubject = 'project_path:acme/app:ref_type:branch:ref:main';
let registry: RunningRegistry;

beforeAll(async () => {
  registry = await startRegistry({ kind: 'memory' });
});
afterAll(() => registry.stop());

describe('identity.docker.com', () => {
  const id = '0f7c1a52-7c41-4a0b-9f37-1e6b1d2c3a4b';
  const subject = 'repo:acme/app:ref:refs/heads/main';

  function given() {
    const { hub, hosts: hubHosts } = createDockerHub(registry);
    const { dockerIdentity, hosts } = createDockerIdentity(oidc.github.issuer, hub.keyless);
    hub.repository('acme/app', { private: true, members: [] });
    hub.repository('acme/other', { private: true, members: [] });
    dockerIdentity.connections.set(id, {
      organization: 'acme',
      active: true,
      rulesets: [
        { subject: 'repo:acme/app:*', repositories: ['acme/app'], actions: ['pull'] },
        { subject, repositories: ['acme/app'], actions: ['push'] },
      ],
    });
    const exchange = (changes: Readonly<Record<string, string>> = {}, claims = {}) =>
      connectTo(hosts, 'identity.docker.com')('POST', '/oauth/token', {
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({
          grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
          subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
          subject_token: oidc.github.issuer.sign({ sub: subject, aud: 'https://identity.docker.com', ...claims }),
          connection_id: id,
          ...changes,
        }).toString(),
      });
    return { hub, hubHosts, dockerIdentity, exchange };
  }

  test('gives a password of the organization, with what all matching rulesets allow', async () => {
    const { hubHosts, hub, exchange } = given();
    const { status, json } = await exchange({ expires_in: '600' });
    expect([status, json.expires_in]).toEqual([200, 600]);
    const login = (user: string, name: string) =>
      connectTo(hubHosts, 'auth.docker.io')(
        'GET',
        `/token?service=registry.docker.io&scope=repository:${name}:pull,push`,
        {
          headers: { authorization: basic(user, json.access_token) },
        },
      );
    const { token } = (await login('acme', 'acme/app')).json;
    expect([hub.tokens.allows(token, 'acme/app', 'pull'), hub.tokens.allows(token, 'acme/app', 'push')]).toEqual([
      true,
      true,
    ]);
    const other = (await login('acme', 'acme/other')).json.token;
    expect(hub.tokens.allows(other, 'acme/other', 'pull')).toBe(false);
    expect((await login('ada', 'acme/app')).status).toBe(401);
    const api = connectTo(hubHosts, 'hub.docker.com');
    const body = JSON.stringify({ identifier: 'acme', secret: json.access_token });
    expect((await api('POST', '/v2/auth/token', { body })).status).toBe(403);
    const headers = { authorization: `Bearer ${json.access_token}` };
    expect((await api('GET', '/v2/namespaces/acme/repositories/app', { headers })).status).toBe(403);
  });

  test('refuses what the connection does not allow, and invalid requests', async () => {
    const { dockerIdentity, exchange } = given();
    const status = async (...asked: Parameters<typeof exchange>) => (await exchange(...asked)).status;
    expect(await status({}, { sub: 'repo:acme@1001/app@2002:ref:refs/heads/main' })).toBe(401);
    expect(await status({}, { aud: 'https://github.com/acme' })).toBe(401);
    expect(await status({}, { exp: 1 })).toBe(401);
    expect(await status({ subject_token: oidc.gitlab.token('https://identity.docker.com') })).toBe(401);
    expect(await status({ connection_id: 'another' })).toBe(401);
    expect(await status({ expires_in: '60' })).toBe(400);
    expect(await status({ grant_type: 'password' })).toBe(400);
    expect(await status({ scope: 'x' })).toBe(400);
    dockerIdentity.lifetime = 2;
    expect((await exchange()).json.expires_in).toBe(2);
    dockerIdentity.throttle.every = 1;
    expect(await exchange()).toMatchObject({ status: 429, headers: { 'retry-after': '1' } });
  });
});

describe('dhi.io', () => {
  test('is for accounts of Docker Hub and for the passwords of identity.docker.com', async () => {
    const keyless = createTokenBook();
    const { dhi, hosts } = createDhi(registry, keyless);
    dhi.repository('python', { private: true, members: ['acme'] });
    const ask = connectTo(hosts, 'dhi.io');
    const challenge = await ask('GET', '/v2/python/manifests/3');
    expect(challenge.headers['www-authenticate']).toContain(
      'realm="https://dhi.io/token",service="registry.docker.io"',
    );
    const login = (user: string, secret: string, service = 'registry.docker.io') =>
      ask('GET', `/token?service=${service}&scope=repository:python:pull`, {
        headers: { authorization: basic(user, secret) },
      });
    const { token } = (await login('acme', keyless.issue([], 'acme'))).json;
    const headers = { authorization: `Bearer ${token}` };
    expect((await ask('GET', '/v2/python/manifests/3', { headers })).status).toBe(404);
    expect((await login('ada', keyless.issue([], 'acme'))).status).toBe(401);
    expect((await login('acme', keyless.issue([], 'acme'), 'dhi.io')).status).toBe(400);
  });
});

describe('acme.jfrog.io', () => {
  test('gives an access token of the mapped user, for the registry', async () => {
    const { artifactory, hosts } = createArtifactory(registry, oidc.issuers);
    artifactory.repository('docker-local/app', { private: true, members: ['ci'] });
    artifactory.providers.set('gitlab', {
      issuer: oidc.gitlab.issuer.url,
      audience: 'jfrog-gitlab',
      mappings: [{ claims: { sub: gitlabSubject }, user: 'ci' }],
    });
    const exchange = (token: string, changes: Readonly<Record<string, string>> = {}) =>
      connectTo(hosts, 'acme.jfrog.io')('POST', '/access/api/v1/oidc/token', {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
          subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
          subject_token: token,
          provider_name: 'gitlab',
          ...changes,
        }),
      });
    const { status, json } = await exchange(oidc.gitlab.token('jfrog-gitlab'));
    expect([status, claimsOf(json.access_token)?.sub]).toEqual([200, expect.stringMatching(/^jfac@\w+\/users\/ci$/)]);
    const ask = connectTo(hosts, 'acme-docker.jfrog.io');
    const login = (user: string) =>
      ask('GET', '/v2/token?scope=repository:docker-local/app:pull', {
        headers: { authorization: basic(user, json.access_token) },
      });
    const { token } = (await login('ci')).json;
    expect((await login('ada')).status).toBe(401);
    expect(
      (await ask('GET', '/v2/docker-local/app/manifests/v1', { headers: { authorization: `Bearer ${token}` } })).status,
    ).toBe(404);
    const path = '/v2/token?scope=repository:docker-local/app:pull';
    const headers = { authorization: basic('ci', json.access_token) };
    // The same registry, with repositories as paths of the platform.
    expect((await connectTo(hosts, 'acme.jfrog.io')('GET', path, { headers })).json.token).toBeDefined();
    const refused = async (...asked: Parameters<typeof exchange>) => (await exchange(...asked)).status;
    expect(await refused(oidc.gitlab.token('other'))).toBe(401);
    expect(await refused(oidc.gitlab.token('jfrog-gitlab', { sub: 'other' }))).toBe(403);
    expect(await refused(oidc.gitlab.token('jfrog-gitlab'), { provider_name: 'github' })).toBe(404);
    expect(await refused(oidc.gitlab.token('jfrog-gitlab'), { providerName: 'gitlab' })).toBe(400);
    artifactory.throttle.every = 1;
    expect(await refused(oidc.gitlab.token('jfrog-gitlab'))).toBe(429);
  });
});

describe('issuer.enforce.dev', () => {
  test('gives a password of the identity, for cgr.dev', async () => {
    const { chainguard, hosts } = createChainguard(registry, oidc.issuers);
    const uidp = '720909c9f5279097d847ad02a2f24ba8f59de36a/a033a6fabe0bfa0d';
    chainguard.repository('acme.com/app', { private: true, members: [uidp] });
    chainguard.identities.set(uidp, { issuer: oidc.gitlab.issuer.url, subject: gitlabSubject });
    const exchange = (token: string, query = `aud=cgr.dev&identity=${encodeURIComponent(uidp)}`) =>
      connectTo(hosts, 'issuer.enforce.dev')('GET', `/sts/exchange?${query}`, {
        headers: { authorization: `Bearer ${token}` },
      });
    const { status, json } = await exchange(oidc.gitlab.token('issuer.enforce.dev'));
    expect(status).toBe(200);
    const ask = connectTo(hosts, 'cgr.dev');
    const login = await ask('GET', '/token?scope=repository:acme.com/app:pull', {
      headers: { authorization: basic('user', json.token) },
    });
    const headers = { authorization: `Bearer ${login.json.token}` };
    expect((await ask('GET', '/v2/acme.com/app/manifests/v1', { headers })).status).toBe(404);
    const refused = async (...asked: Parameters<typeof exchange>) => (await exchange(...asked)).status;
    expect(await refused(oidc.gitlab.token('cgr.dev'))).toBe(401);
    expect(await refused(oidc.gitlab.token('issuer.enforce.dev', { sub: 'other' }))).toBe(403);
    expect(await refused(oidc.gitlab.token('issuer.enforce.dev'), 'aud=cgr.dev&identity=other')).toBe(403);
    expect(await refused(oidc.gitlab.token('issuer.enforce.dev'), `identity=${uidp}`)).toBe(400);
    chainguard.throttle.every = 1;
    expect(await refused(oidc.gitlab.token('issuer.enforce.dev'))).toBe(429);
  });
});
