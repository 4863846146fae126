import { afterEach, describe, expect, test } from '@jest/globals';
import { federatedPrincipal } from '../../sandbox/hosts/google-identity/state.js';
import { runCli } from '../../sandbox/index.js';
import { expectNoSecret, inJob } from './support/keyless.js';
import { type KeylessRow, keylessRows } from './support/keyless-rows.js';
import { runJson } from './support/listing.js';
import { commit } from './support/story.js';
import { useInternet } from './support/surroundings.js';
import { until } from './support/together.js';

const internet = await useInternet();
const source = 'api.bitbucket.org';
const idTokens = 'run-actions-1-azure-eastus.actions.githubusercontent.com';
const subject = 'repo:acme/app:ref:refs/heads/main';
const tag = commit.slice(0, 7);
internet.bitbucket.repository('acme', 'app', { branches: { develop: commit } });

/** A registry, and the hosts of the requests before that for the image, in order. */
interface Case {
  readonly registry: string;
  readonly oidc: string;
  readonly username?: string | undefined;
  readonly path: string;
  readonly chain: readonly string[];
  readonly prepare: () => Promise<unknown>;
}

const provider = 'projects/123/locations/global/workloadIdentityPools/ci/providers/github';
const account = 'deployer@acme-prod.iam.gserviceaccount.com';
const gar = 'europe-west1-docker.pkg.dev';
const role = 'arn:aws:iam::123456789012:role/deploy';

async function prepareGar(): Promise<void> {
  const principal = federatedPrincipal(provider, subject);
  internet.google.providers.set(provider, { issuer: internet.oidc.github.issuer.url });
  internet.google.serviceAccounts.set(account, new Set([principal]));
  internet.gar.repository('acme/keyless/app', { private: true, members: [principal, account] });
  await internet.gar.image('acme/keyless/app', tag);
}

async function prepareEcr(): Promise<void> {
  internet.aws.roles.set(role, { issuer: internet.oidc.github.issuer.url, subjects: [subject] });
  internet.ecr.repository('team/app', { members: [role] });
  await internet.ecr.image('team/app', tag);
}

function caseOf(registry: string, chain: readonly string[]): Case {
  const row = keylessRows.find((one): one is KeylessRow => one.registry === registry);
  if (row === undefined) throw new Error(`no row for ${registry}`);
  const { oidc, username, path } = row;
  const prepare = async () => {
    row.prepare(internet, subject);
    await row.push(internet, tag);
  };
  return { registry, oidc, username, path, chain, prepare };
}

const cases: readonly Case[] = [
  {
    registry: gar,
    oidc: provider,
    path: 'acme/keyless/app',
    chain: [idTokens, 'sts.googleapis.com', gar],
    prepare: prepareGar,
  },
  {
    registry: gar,
    oidc: `${provider};${account}`,
    path: 'acme/keyless/app',
    chain: [idTokens, 'sts.googleapis.com', 'iamcredentials.googleapis.com', gar],
    prepare: prepareGar,
  },
  {
    registry: '123456789012.dkr.ecr.eu-central-1.amazonaws.com',
    oidc: role,
    path: 'team/app',
    chain: [idTokens, 'sts.eu-central-1.amazonaws.com', 'api.ecr.eu-central-1.amazonaws.com'],
    prepare: prepareEcr,
  },
  caseOf('acme.azurecr.io', [idTokens, 'login.microsoftonline.com', 'acme.azurecr.io', 'acme.azurecr.io']),
  caseOf('quay.io', [idTokens, 'quay.io', 'quay.io']),
  caseOf('docker.io', [idTokens, 'identity.docker.com', 'auth.docker.io']),
];

describe('a copy from one cloud to another', () => {
  const roles = { 'to-oidc': role };
  const listed = JSON.stringify([{ registry: '123456789012.dkr.ecr.eu-central-1.amazonaws.com', oidc: role }]);
  const garToEcr = {
    from: `${gar}/acme/keyless/app:${tag}`,
    to: `123456789012.dkr.ecr.eu-central-1.amazonaws.com/team/app:copied`,
    oidc: provider,
  };
  const both = [`https://iam.googleapis.com/${provider}`, 'sts.amazonaws.com'];

  test.each<[string, Record<string, string>]>([
    ['to-oidc', roles],
    ['registry-auth', { 'registry-auth': listed }],
  ])('by oidc and %s', async (_name, inputs) => {
    await Promise.all([prepareGar(), prepareEcr()]);
    const env = inJob(internet.oidc.github.env());
    const run = await runJson('copy', { ...garToEcr, ...inputs }, { internet, env });
    expect({ exitCode: run.exitCode, stderr: run.stderr }).toMatchObject({ exitCode: 0 });
    expectNoSecret(run, internet.requests);
  });

  test('with one ID token of the pipeline, which has both audiences', async () => {
    await Promise.all([prepareGar(), prepareEcr()]);
    internet.google.providers.set(provider, { issuer: internet.oidc.bitbucket.issuer.url });
    internet.aws.roles.set(role, { issuer: internet.oidc.bitbucket.issuer.url, subjects: ['*'] });
    const token = internet.oidc.bitbucket.token(both, { sub: subject });
    const env = { BITBUCKET_BUILD_NUMBER: '7', BITBUCKET_STEP_OIDC_TOKEN: token };
    const run = await runJson('copy', { ...garToEcr, ...roles }, { internet, env });
    expect({ exitCode: run.exitCode, stderr: run.stderr }).toMatchObject({ exitCode: 0 });
    expect(run.stdout + run.stderr).not.toContain(token);
    const given = { ...garToEcr, ...roles, 'id-token': token };
    expect((await runJson('copy', given, { internet, env: {} })).exitCode).toBe(0);
  });

  test('an ID token for the target alone is no half for the source', async () => {
    await Promise.all([prepareGar(), prepareEcr()]);
    internet.gar.users.set('ada', 'ya29.access-token-of-ada');
    internet.gar.repository('acme/keyless/app', { private: true, members: ['ada'] });
    internet.aws.roles.set(role, { issuer: internet.oidc.gitlab.issuer.url, subjects: ['*'] });
    const token = internet.oidc.gitlab.token('sts.amazonaws.com');
    const { oidc: _none, ...inputs } = garToEcr;
    const password = { username: 'oauth2accesstoken', password: 'ya29.access-token-of-ada' };
    const given = { ...inputs, ...roles, ...password, 'id-token': token };
    expect((await runJson('copy', given, { internet, env: {} })).exitCode).toBe(0);
    const { 'to-oidc': _neither, ...unused } = given;
    const refused = await runJson('copy', unused, { internet, env: {} });
    expect([refused.exitCode, refused.stderr]).toEqual([64, expect.stringContaining('--id-token is given')]);
  });

  test('to-oidc and to-password are two ways', async () => {
    const refused = await runJson(
      'copy',
      { ...garToEcr, ...roles, 'to-password': 'x-0123456789' },
      { internet, env: {} },
    );
    expect([refused.exitCode, refused.stderr]).toEqual([
      64,
      expect.stringContaining('--to-oidc and --to-password are both'),
    ]);
  });
});

let repairs: (() => void)[] = [];
afterEach(() => {
  for (const repair of repairs) repair();
  repairs = [];
});
const hostsOf = () => internet.requests.map(({ host }) => host);

describe('a keyless check of a branch', () => {
  /**
   * The source’s answer is held back until the last request of the login has come in, and the ID token until the source
   * has its request and all hosts their connections: where one of them waited for another, it would never come.
   * So the round trips in a row are two to connect, those of the chain, and the HEAD.
   */
  test.each(cases)(
    '$registry by $oidc: the login runs while the commit is resolved, on open connections',
    async (one) => {
      const { registry, oidc, username = '', path, chain, prepare } = one;
      await prepare();
      internet.forget();
      const head = registry === 'docker.io' ? 'registry-1.docker.io' : registry;
      const wanted = new Set([...chain, head, source]);
      const ofLogin = () => hostsOf().filter((host) => host !== source);
      repairs = [
        internet.inject({ host: source, answer: { hold: () => until(() => ofLogin().length === chain.length) } }),
        internet.inject({
          host: idTokens,
          answer: {
            hold: () => until(() => hostsOf().includes(source) && new Set(internet.tunnels).size === wanted.size),
          },
        }),
      ];
      const env = {
        ...inJob(internet.oidc.github.env()),
        IMAGE_GATE_OIDC: oidc,
        ...(username !== '' && { IMAGE_GATE_USERNAME: username }),
      };
      const args = ['check', `${registry}/${path}`, '--repo', 'acme/app', '--ref', 'develop', '--source', 'bitbucket'];
      const { exitCode, stderr } = await runCli({ args: [...args, '--json'], internet, env });
      expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
      expect(ofLogin()).toEqual([...chain, head]);
      // No connection came later.
      expect(new Set(internet.tunnels)).toEqual(wanted);
      expect(internet.tunnels.filter((host) => host !== source)).toHaveLength(wanted.size - 1);
    },
  );
});
