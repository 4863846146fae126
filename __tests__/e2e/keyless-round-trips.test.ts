import { afterEach, expect, test } from '@jest/globals';
import { federatedPrincipal } from '../../sandbox/hosts/google-identity/state.js';
import { type Internet, runCli } from '../../sandbox/index.js';
import { inJob } from './support/keyless.js';
import { type KeylessRow, keylessRows } from './support/keyless-rows.js';
import { useInternet } from './support/surroundings.js';
import { until } from './support/together.js';

const commit = '660cbcf4a1d0f2e39b7c58d6e1f0a2b3c4d5e6f7';
const tag = commit.slice(0, 7);
const subject = 'repo:acme/app:environment:prod';
const idTokens = 'run-actions-1-azure-eastus.actions.githubusercontent.com';
const token = 'ghp_source-token-0123456789';

const internet = await useInternet();
internet.github.tokens.add(token);
internet.github.repository('acme', 'app', { private: true, branches: { main: commit } });
let restore: () => void = () => undefined;
afterEach(() => restore());

interface Trip extends Pick<KeylessRow, 'registry' | 'oidc' | 'path'> {
  readonly username?: string;
  readonly prepare: (internet: Internet) => Promise<unknown>;
  /** The requests that wait for one another, each with those that are sent at the same time, by their hosts. */
  readonly rounds: readonly (readonly string[])[];
}

/** While the ID token is requested, so is the commit: `main` may be a branch and a tag. */
const first = [idTokens, 'api.github.com', 'api.github.com'];

function tripOf(registry: string, rounds: Trip['rounds']): Trip {
  const row = keylessRows.find((one) => one.registry === registry);
  if (row === undefined) throw new Error(`${registry} has no row`);
  const prepare = async (where: Internet) => {
    row.prepare(where, subject);
    await row.push(where, tag);
  };
  return { ...row, prepare, rounds: [first, ...rounds] };
}

const [acr, gar] = ['acme.azurecr.io', 'europe-west1-docker.pkg.dev'];
const ecr = '123456789012.dkr.ecr.eu-central-1.amazonaws.com';
const role = 'arn:aws:iam::123456789012:role/ci/deploy';
const provider = 'projects/123/locations/global/workloadIdentityPools/ci/providers/github';

const trips: readonly Trip[] = [
  tripOf('docker.io', [['identity.docker.com'], ['auth.docker.io'], ['registry-1.docker.io']]),
  tripOf(acr, [['login.microsoftonline.com'], [acr], [acr], [acr]]),
  tripOf('quay.io', [['quay.io'], ['quay.io'], ['quay.io']]),
  {
    registry: gar,
    oidc: provider,
    path: 'acme/images/app',
    prepare({ google, gar: registry, oidc }) {
      google.providers.set(provider, { issuer: oidc.github.issuer.url });
      registry.repository('acme/images/app', { private: true, members: [federatedPrincipal(provider, subject)] });
      return registry.image('acme/images/app', tag);
    },
    rounds: [first, ['sts.googleapis.com'], [gar], [gar]],
  },
  {
    registry: ecr,
    oidc: role,
    path: 'team/app',
    prepare({ aws, ecr: registry, oidc }) {
      aws.roles.set(role, { issuer: oidc.github.issuer.url, subjects: ['repo:acme/app:*'] });
      registry.repository('team/app', { members: [role] });
      return registry.image('team/app', tag);
    },
    rounds: [first, ['sts.eu-central-1.amazonaws.com'], ['api.ecr.eu-central-1.amazonaws.com'], [ecr]],
  },
];

/**
 * Every answer is held back until all requests of its round have come in, which would never be where one of them waited for
 * another's answer; and those of the first round until each host has a connection, so that none takes round trips later. In
 * all: one for TCP, one for TLS, and one for each round.
 */
test.each(trips)('check on $registry: the exchange runs while the commit is looked up', async (trip) => {
  const { registry, oidc, username, path, rounds } = trip;
  await trip.prepare(internet);
  internet.forget();
  const hosts = new Set(rounds.flat());
  const isConnected = () => [...hosts].every((host) => internet.tunnels.includes(host));
  const expected = rounds.map((_round, at) => rounds.slice(0, at + 1).flat().length);
  let round = 0;
  restore = internet.inject({
    answer: () => {
      const due = expected[round] ?? Number.POSITIVE_INFINITY;
      const isFirst = round === 0;
      return {
        hold: () =>
          until(() => internet.requests.length >= due && (!isFirst || isConnected())).then(() => {
            round = Math.max(round, expected.indexOf(due) + 1);
          }),
      };
    },
  });
  const inputs = ['--repo', 'acme/app', '--ref', 'main', '--source', 'github'];
  const args = ['check', '--image', `${registry}/${path}`, ...inputs, '--oidc', oidc, '--json'];
  const { exitCode, stderr } = await runCli({
    args: username === undefined ? args : [...args, '--username', username],
    internet,
    env: { ...inJob(internet.oidc.github.env({ environment: 'prod' })), IMAGE_GATE_SOURCE_TOKEN: token },
  });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  const came = internet.requests.map(({ host }) => host);
  expect(came).toHaveLength(rounds.flat().length);
  expect(expected.map((_count, at) => came.slice(expected[at - 1] ?? 0, expected[at]).sort())).toEqual(
    rounds.map((hostsOfRound) => [...hostsOfRound].sort()),
  );
});
