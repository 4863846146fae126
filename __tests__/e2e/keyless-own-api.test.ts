import { beforeEach, describe, expect, test } from '@jest/globals';
import { runCli } from '../../sandbox/index.js';
import { expectNoSecret } from './support/keyless.js';
import { client, connection, type KeylessRow, keylessRows, otherRows, robot, tenant } from './support/keyless-rows.js';
import { useFolders, useInternet } from './support/surroundings.js';

const subject = 'repo:acme/app:environment:prod';
const internet = await useInternet();
const folders = useFolders();
const { github } = internet.oidc;

function rowOf(host: string): KeylessRow {
  const row = [...keylessRows, ...otherRows].find(({ registry }) => registry === host);
  if (row === undefined) throw new Error(`${host} has no row`);
  return row;
}

async function run(
  args: readonly string[],
  env: Readonly<Record<string, string>> = github.env({ environment: 'prod' }),
) {
  const ran = await runCli({ args, internet, env, cwd: await folders.create(), timeoutMs: 120_000 });
  expectNoSecret(ran, internet.requests);
  return ran;
}

const sentTo = (host: string) => internet.requests.filter((one) => one.host === host);

async function prepare(host: string): Promise<string> {
  const row = rowOf(host);
  row.prepare(internet, subject);
  await row.push(internet, '1.0');
  internet.forget();
  return `${host}/${row.path}`;
}

describe('Docker Hub', () => {
  const login = ['--oidc', connection, '--username', 'acme'];
  const image = 'acme/keyless';

  beforeEach(async () => {
    await prepare('docker.io');
    await internet.hub.image(image, '1.1');
    internet.forget();
  });

  test.each([
    ['delete', [`${image}:1.0`, '--yes']],
    ['delete, dry', [`${image}:1.0`, '--dry-run']],
    ['prune', [image, '--keep', '1', '--yes']],
    ['repository', [image]],
    ['repositories', ['acme']],
    ['backup', [image]],
    ['tags', [image, '--details']],
    ['tags, by date', [image, '--sort', 'pushed']],
    ['latest', [`${image}:1.0`, '--strategy', 'minor', '--min-age', '1d']],
    ['check', [`${image}:1.0`, '--min-age', '1d']],
  ])(
    '%s requires the API, which does not accept the password: exit code 7, before anything is done',
    async (name, args) => {
      const [command = ''] = name.split(',');
      const { exitCode, stderr } = await run([command, ...args, ...login]);
      expect({ exitCode, stderr }).toEqual({
        exitCode: 7,
        stderr: expect.stringContaining(
          'is for the registry alone, and Docker Hub’s API, which this needs, does not accept it',
        ),
      });
      expect(sentTo('hub.docker.com')).toEqual([]);
      expect(internet.requests.filter(({ method }) => method === 'DELETE')).toEqual([]);
    },
  );

  test('what the registry can do goes on: names of tags, the newest version, a copy to it', async () => {
    expect(await run(['tags', image, ...login])).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('1.1') });
    const newest = await run(['latest', `${image}:1.0`, '--strategy', 'minor', '--json', ...login]);
    expect(JSON.parse(newest.stdout)).toMatchObject({ tag: '1.1' });
    expect((await run(['inspect', `${image}:1.0`, ...login])).exitCode).toBe(0);
    const copied = await run(['copy', `${image}:1.0`, `${image}:stable`, ...login]);
    expect(copied).toMatchObject({ exitCode: 0 });
    expect(internet.hub.registry.ledger.tagged(image).has('stable')).toBe(true);
    expect(sentTo('hub.docker.com')).toEqual([]);
  });

  test('the organization is the namespace of the images, where username does not name it', async () => {
    const oidc = ['--oidc', connection];
    expect((await run(['check', `${image}:1.0`, ...oidc])).exitCode).toBe(0);
    expect((await run(['tags', 'keyless', '--namespace', 'acme', ...oidc])).exitCode).toBe(0);
    const bearer = sentTo('auth.docker.io').flatMap(({ headers }) => headers.authorization ?? []);
    expect(bearer.every((one) => Buffer.from(one.slice(6), 'base64').toString().startsWith('acme:'))).toBe(true);
    internet.forget();
    for (const images of [`${image}:1.0,other/app:1.0`, 'alpine:3']) {
      const { exitCode, stderr } = await run(['check', images, ...oidc]);
      expect({ exitCode, stderr }).toEqual({ exitCode: 64, stderr: expect.stringContaining('requires a user name') });
      expect(stderr).toContain('the organization');
    }
    expect((await run(['login', 'docker.io', ...oidc])).exitCode).toBe(64);
    expect(internet.requests).toEqual([]);
  });

  test('the variables of docker/login-action do too, and say how long the password lasts', async () => {
    const env = { ...github.env({ environment: 'prod' }), DOCKERHUB_OIDC_CONNECTIONID: connection };
    const args = ['check', `${image}:1.0`, '--username', 'acme'];
    expect((await run(args, env)).exitCode).toBe(0);
    const expires = () => new URLSearchParams(sentTo('identity.docker.com')[0]?.body).get('expires_in');
    // As long as the command may take, and five minutes at least.
    expect(expires()).toBe('300');
    internet.forget();
    expect((await run([...args, '--timeout', '40m'], env)).exitCode).toBe(0);
    expect(Number(expires())).toBeGreaterThan(2300);
    internet.forget();
    expect((await run(args, { ...env, DOCKERHUB_OIDC_EXPIREIN: '900' })).exitCode).toBe(0);
    expect(expires()).toBe('900');
    internet.forget();
    const wrong = await run(args, { ...env, DOCKERHUB_OIDC_EXPIREIN: '60' });
    expect(wrong).toMatchObject({ exitCode: 64, stderr: expect.stringContaining('DOCKERHUB_OIDC_EXPIREIN is "60"') });
    expect(sentTo('identity.docker.com')).toEqual([]);
  });

  test('the token of another CI is not sent', async () => {
    const token = internet.oidc.gitlab.token('https://identity.docker.com');
    const env = { IMAGE_GATE_ID_TOKEN: token };
    const { exitCode, stderr } = await run(['check', `${image}:1.0`, ...login], env);
    expect(exitCode).toBe(64);
    expect(stderr).toContain(
      'the ID token is of https://gitlab.com, and Docker Hub accepts those of GitHub Actions alone',
    );
    expect(sentTo('identity.docker.com')).toEqual([]);
  });

  test('a connection that is not active is not explained by the ID token', async () => {
    const found = internet.dockerIdentity.connections.get(connection);
    if (found !== undefined) found.active = false;
    const { exitCode, stderr } = await run(['check', `${image}:1.0`, ...login]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('the connection does not exist or is not active');
    expect(stderr).not.toContain('Accept this sub');
  });
});

describe.each(['acme.azurecr.io', 'abac.azurecr.io'])('ACR, %s', (host) => {
  const login = ['--oidc', `${tenant}/${client}`];
  let image = '';
  const acr = host === 'acme.azurecr.io' ? internet.acr : internet.acrByRepository;

  beforeEach(async () => {
    image = await prepare(host);
  });

  test('its API lists and deletes', async () => {
    const { exitCode, stdout } = await run(['tags', image, '--details', '--json', ...login]);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      tags: [expect.objectContaining({ name: '1.0', pushed: expect.any(String) })],
    });
    expect(sentTo(host).some(({ path, status }) => path.startsWith('/acr/v1/') && status === 200)).toBe(true);
    const deleted = await run(['delete', `${image}:1.0`, '--yes', ...login]);
    expect(deleted).toMatchObject({ exitCode: 0 });
    expect(acr.registry.ledger.tagged('team/keyless').has('1.0')).toBe(false);
  });

  test('without a token for registries one for Azure Resource Manager is tried, and both are named where that is refused', async () => {
    const known = internet.entra.applications.get(client);
    if (known === undefined) throw new Error('no application');
    internet.entra.applications.set(client, { ...known, resources: ['https://management.azure.com'] });
    expect((await run(['check', `${image}:1.0`, ...login])).exitCode).toBe(0);
    acr.armTokens = false;
    const refused = await run(['check', `${image}:1.0`, ...login]);
    acr.armTokens = true;
    expect(refused.exitCode).toBe(2);
    for (const word of [
      'https://containerregistry.azure.net',
      'AADSTS500011',
      'https://management.azure.com',
      'authentication-as-arm',
    ]) {
      expect(refused.stderr).toContain(word);
    }
    internet.entra.applications.set(client, { ...known, resources: [] });
    const neither = await run(['check', `${image}:1.0`, ...login]);
    expect(neither.exitCode).toBe(2);
    expect(neither.stderr).toContain('https://containerregistry.azure.net');
    expect(neither.stderr).toContain('https://management.azure.com');
    expect(neither.stderr).not.toContain('the ID token has');
  });

  test('a client without a role is told which it needs, and not to change the trust', async () => {
    acr.principals.delete(client);
    const { exitCode, stderr } = await run(['check', `${image}:1.0`, ...login]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('AcrPull');
    expect(stderr).not.toContain('Accept this sub');
  });

  test.each([
    ['half', tenant],
    ['the other half', `/${client}`],
    ['no IDs', 'tenant/client'],
  ])('%s is exit code 64, and the right form is shown', async (_half, oidc) => {
    const { exitCode, stderr } = await run(['check', `${image}:1.0`, '--oidc', oidc]);
    expect(exitCode).toBe(64);
    expect(stderr).toContain('TENANT-ID/CLIENT-ID');
    expect(internet.requests).toEqual([]);
  });
});

test('ACR: an unknown tenant or client is a matter of oidc, not of the ID token', async () => {
  const image = await prepare('acme.azurecr.io');
  const other = '00000000-0000-4000-8000-000000000000';
  for (const oidc of [`${other}/${client}`, `${tenant}/${other}`]) {
    const { exitCode, stderr } = await run(['check', `${image}:1.0`, '--oidc', oidc]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('TENANT-ID/CLIENT-ID');
    expect(stderr).not.toContain('Accept this sub');
  }
});

describe('Artifactory', () => {
  test('a name that does not show its platform requires its address, and the ID token goes nowhere', async () => {
    const image = await prepare('acme-docker.jfrog.io');
    const { exitCode, stderr } = await run(['check', `${image}:1.0`, '--oidc', 'github']);
    expect(exitCode).toBe(64);
    expect(stderr).toContain("--oidc 'github;https://acme.jfrog.io'");
    expect(internet.requests).toEqual([]);
  });

  test('a provider that does not exist is a matter of oidc', async () => {
    const image = await prepare('acme.jfrog.io');
    const { exitCode, stderr } = await run(['check', `${image}:1.0`, '--oidc', 'gitlab']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('OIDC provider gitlab was not found');
    expect(stderr).not.toContain('Accept this sub');
  });

  test('its registry deletes by the protocol', async () => {
    const image = await prepare('acme.jfrog.io');
    expect(await run(['delete', `${image}:1.0`, '--yes', '--oidc', 'github'])).toMatchObject({ exitCode: 0 });
    expect(internet.artifactory.registry.ledger.tagged('docker-local/keyless').has('1.0')).toBe(false);
  });
});

describe.each(['quay.io', 'quay.example.com'])('Quay, %s', (host) => {
  const login = ['--oidc', robot];

  test('its API does not take a robot: deletes and details go by the registry, repositories are exit code 7', async () => {
    const image = await prepare(host);
    expect(await run(['tags', image, '--details', ...login])).toMatchObject({ exitCode: 0 });
    const listed = await run(['repositories', `${host}/acme`.slice(host.length + 1), '--registry', host, ...login]);
    expect(listed).toMatchObject({ exitCode: 7, stderr: expect.stringContaining('OAuth access token') });
    expect(await run(['delete', `${image}:1.0`, '--yes', ...login])).toMatchObject({ exitCode: 0 });
    expect(internet.quay.history.current('acme/keyless', '1.0')).toBeUndefined();
  });
});

test('Quay: a robot without federation is a matter of oidc', async () => {
  const image = await prepare('quay.io');
  const { exitCode, stderr } = await run(['check', `${image}:1.0`, '--oidc', 'acme+other']);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('does not have federated login configured');
  expect(stderr).not.toContain('Accept this sub');
});
