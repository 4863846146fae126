import { afterEach, describe, expect, test } from '@jest/globals';
import { federatedPrincipal } from '../../sandbox/hosts/google-identity/state.js';
import type { CliOptions } from '../../sandbox/index.js';
import { deleteImages } from './support/delete.js';
import { inJob, secretsIn } from './support/keyless.js';
import { runCommandAction, runJson } from './support/listing.js';
import { prune, restore as restoreImages } from './support/prune.js';
import { useFolders, useInternet } from './support/surroundings.js';
import { visible } from './support/visible.js';

const HOST = 'europe-west1-docker.pkg.dev';
const pool = 'projects/123/locations/global/workloadIdentityPools/ci';
const provider = `${pool}/providers/github`;
const gitlabProvider = `${pool}/providers/gitlab`;
const audience = `https://iam.googleapis.com/${provider}`;
const account = 'deployer@acme-prod.iam.gserviceaccount.com';
const subject = 'repo:acme/app:ref:refs/heads/main';
const principal = federatedPrincipal(provider, subject);

const folders = useFolders();
const internet = await useInternet();
const { gar, google, oidc } = internet;
google.providers.set(provider, { issuer: oidc.github.issuer.url });
google.providers.set(gitlabProvider, { issuer: oidc.gitlab.issuer.url });
google.serviceAccounts.set(account, new Set([principal]));
let count = 0;
let restore: () => void = () => undefined;
afterEach(() => {
  restore();
  restore = () => undefined;
  [google.throttle.every, google.lifetime, gar.lifetime] = [undefined, 3600, 3600];
});

/** A repository of its own, with an image that the pipeline may read and delete. */
async function given(members: readonly string[] = [principal, account]) {
  count += 1;
  const path = `acme/repo-${count}/app`;
  gar.repository(path, { private: true, members });
  const digest = await gar.image(path, '1.0', { content: path });
  internet.forget();
  return { path, digest, image: `${HOST}/${path}:1.0` };
}

const env = (job?: Parameters<typeof oidc.github.env>[0]) => inJob(oidc.github.env(job));
const check = (image: string, inputs: Record<string, string> = {}, options: Omit<CliOptions, 'args'> = {}) =>
  runJson('check', { image, oidc: provider, ...inputs }, { internet, env: env(), ...options });
const sent = () => internet.requests.map(({ method, host, path }) => `${method} ${host}${path.replace(/\?.*/, '')}`);
const sentTo = (host: string) => internet.requests.filter((request) => request.host === host).length;

describe('works', () => {
  test('for the principal of the ID token, with no request too many', async () => {
    const { image, digest, path } = await given();
    const { exitCode, json } = await check(image);
    expect([exitCode, json.digest]).toEqual([0, digest]);
    expect(sent()).toEqual([
      expect.stringMatching(/^GET run-actions-1-azure-eastus\.actions\.githubusercontent\.com\//),
      'POST sts.googleapis.com/v1/token',
      `GET ${HOST}/v2/token`,
      `HEAD ${HOST}/v2/${path}/manifests/1.0`,
    ]);
  });

  test('for a service account', async () => {
    const { image } = await given([account]);
    expect((await check(image, { oidc: `${provider};${account}` })).exitCode).toBe(0);
    expect(sent()).toContain(
      `POST iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/${account}:generateAccessToken`,
    );
  });

  test('in GitLab CI, with a token that the job has', async () => {
    const member = federatedPrincipal(gitlabProvider, 'project_path:acme/app:ref_type:branch:ref:main');
    const { image } = await given([member]);
    const token = oidc.gitlab.token(`https://iam.googleapis.com/${gitlabProvider}`);
    const { exitCode } = await check(
      image,
      { oidc: gitlabProvider, 'id-token': token },
      { env: { GITLAB_CI: 'true' } },
    );
    expect(exitCode).toBe(0);
  });

  test('prune and delete too', async () => {
    const { path } = await given();
    for (const tag of ['1.1', '1.2']) await gar.image(path, tag, { content: `${path}:${tag}` });
    const options = { internet, env: { ...env(), IMAGE_GATE_OIDC: provider }, cwd: await folders.create() };
    const name = `${HOST}/${path}`;
    expect((await prune([name, '--keep', '2'], options)).json).toMatchObject({ deletedCount: 1 });
    expect((await deleteImages([`${name}:1.2`], options)).exitCode).toBe(0);
    expect([...gar.registry.ledger.tagged(path).keys()]).toHaveLength(1);
  });

  test('restore too, where the registry is named: a journal does not decide where the ID token goes', async () => {
    const { path } = await given();
    await gar.image(path, '1.1', { content: `${path}:1.1` });
    const cwd = await folders.create();
    const options = { internet, env: { ...env(), IMAGE_GATE_OIDC: provider }, cwd };
    const { json } = await prune([`${HOST}/${path}`, '--keep', '1'], options);
    const journal = String(json.journal);
    internet.forget();
    const unnamed = await restoreImages([journal], options);
    expect([unnamed.exitCode, unnamed.stderr]).toEqual([64, expect.stringContaining('--oidc is for docker.io')]);
    expect(internet.requests).toEqual([]);
    const named = await restoreImages([journal, '--registry', HOST], options);
    expect(named.exitCode).toBe(0);
    expect([...gar.registry.ledger.tagged(path).keys()]).toHaveLength(2);
  });

  test('by registry-auth, each registry by its own way; one ID token serves both', async () => {
    const [one, other] = [await given(), await given()];
    internet.forget();
    const elsewhere = other.image.replace(HOST, 'us-docker.pkg.dev');
    const logins = [HOST, 'us-docker.pkg.dev'].map((registry) => ({ registry, oidc: provider }));
    const before = oidc.github.asked.get(audience) ?? 0;
    const { exitCode } = await runJson(
      'check',
      { image: `${one.image},${elsewhere}`, 'registry-auth': JSON.stringify(logins) },
      { internet, env: env() },
    );
    expect(exitCode).toBe(0);
    expect((oidc.github.asked.get(audience) ?? 0) - before).toBe(1);
  });
});

describe('refused', () => {
  test('by the registry: the principal is named that has no role', async () => {
    const { image } = await given();
    const run = await check(image, {}, { env: env({ ref: 'refs/heads/other' }) });
    expect(run.exitCode).toBe(4);
    expect(run.stderr).toContain(federatedPrincipal(provider, 'repo:acme/app:ref:refs/heads/other'));
  });

  test('by the condition of the provider: what was sent is shown, and the immutable form explained', async () => {
    const { image } = await given();
    google.providers.set(provider, {
      issuer: oidc.github.issuer.url,
      condition: ({ sub }) => String(sub).startsWith('repo:acme/app:'),
    });
    restore = () => google.providers.set(provider, { issuer: oidc.github.issuer.url });
    const job = { immutableSubject: true, environment: 'prod' };
    const { exitCode, stderr } = await check(image, {}, { env: env(job) });
    expect(exitCode).toBe(4);
    for (const words of [
      'The given credential is rejected by the attribute condition.',
      'iss https://token.actions.githubusercontent.com',
      `aud ${audience}`,
      'sub repo:acme@1001/app@2002:environment:prod',
      'repository acme/app',
      'ref refs/heads/main',
      'environment prod',
      'job_workflow_ref acme/app/.github/workflows/deploy.yml@refs/heads/main',
      'a rule for repo:acme/app:* does not match: write repo:acme@1001/app@2002:*',
    ]) {
      expect(stderr).toContain(words);
    }
    for (const secret of secretsIn(internet.requests)) expect(stderr).not.toContain(secret);
  });

  test('by the service account', async () => {
    const { image } = await given();
    const { exitCode, stderr } = await check(
      image,
      { oidc: `${provider};${account}` },
      { env: env({ repository: 'acme/other' }) },
    );
    expect(exitCode).toBe(4);
    expect(stderr).toContain("Permission 'iam.serviceAccounts.getAccessToken' denied");
    expect(stderr).toContain('roles/iam.workloadIdentityUser');
    expect(stderr).toContain('sub repo:acme/other:ref:refs/heads/main');
  });

  test('by its audience: which one was sent, and how to change it', async () => {
    const { image } = await given();
    const { exitCode, stderr } = await check(image, { oidc: `${provider};audience=elsewhere` });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('Allow the audience elsewhere in the provider of the workload identity pool');
    expect(stderr).toContain(';audience=AUDIENCE');
  });

  test('because it has ended', async () => {
    const { image } = await given();
    const { exitCode, stderr } = await check(image, {}, { env: env({ claims: { exp: 1_700_000_000 } }) });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('is stale to sign-in');
    expect(stderr).toContain('2023-11-14T22:13:20.000Z');
  });

  test('because the issuer is unknown', async () => {
    const { image } = await given();
    const token = oidc.gitlab.token(audience);
    const { exitCode, stderr } = await check(image, { 'id-token': token }, { env: { GITLAB_CI: 'true' } });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('Make the issuer https://gitlab.com known');
    expect(stderr).not.toContain(token);
  });
});

describe('trouble', () => {
  test('a limit is waited for', async () => {
    const { image } = await given();
    google.throttle.every = 2;
    expect((await check(image, { oidc: `${provider};${account}` })).exitCode).toBe(0);
  });

  test.each(['sts.googleapis.com', 'run-actions-1-azure-eastus.actions.githubusercontent.com'])(
    '%s is down, and comes back',
    async (host) => {
      const { image } = await given();
      restore = internet.inject({ host, times: 2, answer: { status: 503 } });
      expect((await check(image)).exitCode).toBe(0);
      expect(sentTo(host)).toBe(3);
    },
  );

  test('it stays down: that is no answer about the image', async () => {
    const { image } = await given();
    const answer = { status: 503, headers: { 'retry-after': '3600' } };
    restore = internet.inject({ host: 'sts.googleapis.com', answer });
    const { exitCode, json } = await check(image);
    expect([exitCode, json.status]).toEqual([5, 'error']);
  });
});

describe('inputs', () => {
  test.each<[string, Record<string, string>, Record<string, string>, readonly string[]]>([
    [
      'another form',
      { oidc: 'arn:aws:iam::123456789012:role/x' },
      {},
      ['is not a provider of a workload identity pool', 'projects/123456789/locations/global/workloadIdentityPools/'],
    ],
    ['a password too', { password: 'secret-0123' }, {}, ['--oidc and --password are both given']],
    ['a user name', { username: 'ada' }, {}, ['--username and --oidc are both given']],
    ['no permission', {}, { GITHUB_ACTIONS: 'true' }, ['has no ID token', 'permissions: id-token: write']],
    ['nothing to exchange', { oidc: '', 'id-token': 'a.b.c' }, {}, ['--id-token is given, and --oidc is not']],
    ['no ID token', { 'id-token': 'abc' }, {}, ['--id-token is not an ID token']],
    ['a registry without it', { registry: 'ghcr.io', image: 'acme/app:1' }, {}, ['no keyless login to ghcr.io']],
    [
      'two logins',
      { 'registry-auth': JSON.stringify([{ registry: HOST, username: 'a', password: 'b' }]) },
      {},
      ['--registry-auth has credentials for', 'and so has --oidc'],
    ],
  ])('%s: exit code 64, before anything is requested', async (_name, inputs, environment, words) => {
    const { image } = await given();
    const { exitCode, stderr } = await check(image, inputs, { env: environment });
    expect(exitCode).toBe(64);
    for (const one of words) expect(stderr).toContain(one);
    expect(internet.requests).toEqual([]);
  });

  test('Bitbucket has chosen the audience before: the line to add is printed', async () => {
    const { image } = await given();
    const token = oidc.bitbucket.token();
    const bitbucket = { BITBUCKET_BUILD_NUMBER: '7', BITBUCKET_STEP_OIDC_TOKEN: token };
    const { exitCode, stderr } = await check(image, {}, { env: bitbucket });
    expect(exitCode).toBe(64);
    expect(stderr).toContain('BITBUCKET_STEP_OIDC_TOKEN is for the audience ari:cloud:bitbucket::workspace/');
    expect(stderr).toContain(`oidc: { audiences: ['${audience}'] }`);
    expect(stderr).not.toContain(token);
    expect(internet.requests).toEqual([]);
  });

  test('in GitLab CI without one, the lines to add are printed', async () => {
    const { image } = await given();
    const { exitCode, stderr } = await check(image, {}, { env: { GITLAB_CI: 'true' } });
    expect(exitCode).toBe(64);
    expect(stderr).toContain(`id_tokens: { IMAGE_GATE_ID_TOKEN: { aud: '${audience}' } }`);
  });
});

describe('renewed', () => {
  test('the password, during a prune that outlives it', async () => {
    const { path } = await given();
    for (const tag of ['1.1', '1.2', '1.3']) await gar.image(path, tag, { content: `${path}:${tag}` });
    internet.forget();
    [google.lifetime, gar.lifetime] = [1, 1];
    restore = internet.inject({
      method: 'DELETE',
      answer: { alter: (answer) => milliseconds(1100).then(() => answer) },
    });
    const options = { internet, env: { ...env(), IMAGE_GATE_OIDC: provider }, cwd: await folders.create() };
    const { exitCode, json } = await prune([`${HOST}/${path}`, '--keep', '1'], options);
    expect([exitCode, json.deletedCount]).toEqual([0, 3]);
    expect(sentTo('sts.googleapis.com')).toBeGreaterThan(1);
  });

  test('the ID token, when a wait outlives it', async () => {
    const { path } = await given();
    [google.lifetime, gar.lifetime] = [1, 1];
    const before = oidc.github.asked.get(audience) ?? 0;
    let heads = 0;
    restore = internet.inject({
      method: 'HEAD',
      answer: () => {
        heads += 1;
        if (heads === 2) return { hold: async () => void (await gar.image(path, '2.0', { content: '2.0' })) };
        return undefined;
      },
    });
    const run = await check(`${HOST}/${path}:2.0`, { wait: '1m' }, { env: env({ seconds: 1 }) });
    expect(run.exitCode).toBe(0);
    expect((oidc.github.asked.get(audience) ?? 0) - before).toBeGreaterThan(1);
  });
});

test.each([
  'sts.googleapis.com',
  'iamcredentials.googleapis.com',
  'run-actions-1-azure-eastus.actions.githubusercontent.com',
])('goes to no other host than its own, wherever %s leads', async (host) => {
  const { image } = await given();
  for (const location of ['https://gitlab.com/catch', 'http://10.1.2.3/', '/elsewhere']) {
    restore = internet.inject({ host, answer: { status: 307, headers: { location } } });
    const { exitCode, json } = await check(image, { oidc: `${provider};${account}` });
    restore();
    expect([exitCode, json.status]).toEqual([5, 'error']);
  }
  expect(sentTo('gitlab.com')).toBe(0);
});

test('no secret is shown, with debug logging on, and the runner masks each of them', async () => {
  const { image } = await given();
  const inputs = { image, oidc: `${provider};${account}` };
  const result = await runCommandAction('.', inputs, { internet, env: { ...env(), RUNNER_DEBUG: '1' } });
  expect(result.outputs.ready).toBe('true');
  const secrets = secretsIn(internet.requests);
  expect(secrets.length).toBeGreaterThan(5);
  for (const secret of secrets) {
    expect(visible(result)).not.toContain(secret);
    expect(result.masks).toContain(secret);
  }
});

function milliseconds(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time));
}
