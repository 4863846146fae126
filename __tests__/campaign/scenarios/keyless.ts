import { federatedPrincipal } from '../../../sandbox/hosts/google-identity/state.js';
import type { Internet } from '../../../sandbox/index.js';
import { type KeylessRow, keylessRows } from '../../e2e/support/keyless-rows.js';
import { asksFor, type Prepared, type Scenario } from '../scenario.js';

const subject = 'repo:acme/app:ref:refs/heads/main';
const provider = 'projects/123/locations/global/workloadIdentityPools/ci/providers/github';
const account = 'deployer@acme-prod.iam.gserviceaccount.com';
const role = 'arn:aws:iam::123456789012:role/deploy';
const garHost = 'europe-west1-docker.pkg.dev';
const ecrHost = '123456789012.dkr.ecr.eu-central-1.amazonaws.com';

/** In a job with `id-token: write`, with these inputs. */
function inJob(internet: Internet, inputs: Prepared['inputs'], mayLack: readonly string[] = []): Prepared {
  const env = internet.oidc.github.env();
  return {
    inputs,
    env: { GITHUB_ACTIONS: 'true', ...env },
    secrets: [env.ACTIONS_ID_TOKEN_REQUEST_TOKEN ?? ''],
    mayLack,
  };
}

/** Commands without any password: the identity of the pipeline is exchanged for one. */
export const keyless: readonly Scenario[] = [
  {
    name: 'check without a password on Artifact Registry',
    command: 'check',
    seconds: 4,
    async prepare(internet) {
      const { gar, google, oidc } = internet;
      google.providers.set(provider, { issuer: oidc.github.issuer.url });
      google.serviceAccounts.set(account, new Set([federatedPrincipal(provider, subject)]));
      gar.repository('acme/repo/app', { private: true, members: [account] });
      await gar.image('acme/repo/app', '1.0');
      const inputs = { image: `${garHost}/acme/repo/app:1.0`, oidc: `${provider};${account}` };
      const saysMissing: Prepared['saysMissing'] = ({ url }) => url.pathname === '/v2/acme/repo/app/manifests/1.0';
      return { ...inJob(internet, inputs), saysMissing };
    },
  },
  {
    name: 'tags without a password on ECR',
    command: 'tags',
    seconds: 4,
    async prepare(internet) {
      const { aws, ecr, oidc } = internet;
      aws.roles.set(role, { issuer: oidc.github.issuer.url, subjects: [subject] });
      ecr.repository('team/app', { members: [role] });
      await ecr.image('team/app', '1.0');
      return inJob(internet, { image: `${ecrHost}/team/app`, oidc: role, sort: 'pushed' });
    },
  },
  {
    name: 'login without a password to ECR',
    command: 'login',
    seconds: 4,
    async prepare(internet) {
      const { aws, oidc } = internet;
      aws.roles.set(role, { issuer: oidc.github.issuer.url, subjects: [subject] });
      return inJob(internet, { registry: ecrHost, oidc: role }, ['expires']);
    },
  },
  ...keylessRows.map(checkOf),
];

/** `check` of a private image on each registry that passwords of its own are exchanged for. */
function checkOf({ registry, oidc, username, path, prepare, push }: KeylessRow): Scenario {
  return {
    name: `check without a password on ${registry}`,
    command: 'check',
    seconds: 4,
    async prepare(internet) {
      prepare(internet, subject);
      await push(internet, '1.0');
      const inputs = { image: `${registry}/${path}:1.0`, oidc, ...(username === undefined ? {} : { username }) };
      return { ...inJob(internet, inputs), saysMissing: asksFor(path, '1.0') };
    },
  };
}
