import { federatedPrincipal, type GenericRegistry, type Internet, type JobToken } from '../../../../sandbox/index.js';
import { createKeyPair } from '../../../../sandbox/sigstore/index.js';

/** The commit of each branch and tag, and of the event that started the workflow. */
export const commit = '660cbcf4a1d0f2e39b7c58d6e1f0a2b3c4d5e6f7';
/** The repository whose workflow runs. */
export const repository = 'acme/app';
export const user = 'acmebot';
const password = 'a-password-0123456789';
const role = 'arn:aws:iam::123456789012:role';
/** May start builds. */
export const buildToken = 'build-token-0123456789';
/** The key pair that signs what is signed by a key. */
export const key = createKeyPair();

/** The values of `secrets.X`. */
export const secrets: Readonly<Record<string, string>> = {
  BITBUCKET_TOKEN: 'ATCTT-source-token-0123456789',
  DOCKERHUB_TOKEN: password,
  DOCKERHUB_USERNAME: user,
  GITLAB_TOKEN: password,
  HARBOR_ROBOT_SECRET: password,
  QUAY_OAUTH_TOKEN: 'quay-application-0123456789',
  REGISTRY_PASSWORD: password,
  REGISTRY_TOKEN: password,
  REGISTRY_USER: user,
  STAGING_TOKEN: password,
};

/** The values of `vars.X`. */
export const vars: Readonly<Record<string, string>> = {
  AZURE_CLIENT_ID: 'af3110ba-0ba9-4412-b1a0-59f50b7e9273',
  AZURE_TENANT_ID: '409520d4-8100-4d1d-ad47-72432ddcc120',
  CHAINGUARD_IDENTITY: '720909c9f5279097d847ad02a2f24ba8f59de36a/a033a6fabe0bfa0d',
  COSIGN_PUBLIC_KEY: key.pem,
  DOCKERHUB_CONNECTION: '0f7c1a52-7c41-4a0b-9f37-1e6b1d2c3a4b',
  DOCKERHUB_USER: user,
  DOCKERHUB_USERNAME: user,
  GITLAB_USERNAME: user,
  REGISTRY_USER: user,
  REGISTRY_USERNAME: user,
  STAGING_USER: user,
};

const pool = 'projects/123456789/locations/global/workloadIdentityPools/ci';
const googleAccount = 'ci@acme.iam.gserviceaccount.com';
const subject = `repo:${repository}:ref:refs/heads/main`;
const production = `repo:${repository}:environment:production`;

/** Lets in everybody that the snippets name. */
export function admit(internet: Internet, staging: GenericRegistry): void {
  const { acr, actions, artifactory, aws, chainguard, dockerIdentity, entra, gar, generic, gitlabRegistry, google } =
    internet;
  const { harbor, hub, oidc, quay } = internet;
  const issuer = oidc.github.issuer.url;
  hub.users.set('acmeinc', password);
  actions.tokens.writers.add(buildToken);
  for (const { users } of [hub, generic, staging, gitlabRegistry]) users.set(user, password);
  [generic.auth, staging.auth] = ['bearer', 'basic'];
  harbor.users.set('robot$library+ci', password);
  quay.applications.set(secrets.QUAY_OAUTH_TOKEN ?? '', { user, scope: 'repo:write' });
  quay.federations.set('acme+deploy', [{ issuer, subject, audiences: ['quay.io'] }]);
  aws.secrets.set('AKIADOCS', password);
  for (const name of ['pull', 'push']) aws.roles.set(`${role}/${name}`, { issuer, subjects: ['repo:acme/app:*'] });
  gar.users.set(googleAccount, 'ya29.0123456789abcdef');
  google.providers.set(`${pool}/providers/github`, { issuer });
  const [tenant, client] = [vars.AZURE_TENANT_ID ?? '', vars.AZURE_CLIENT_ID ?? ''];
  entra.applications.set(client, { tenant, issuer, subject });
  acr.principals.add(client);
  artifactory.providers.set('github', {
    issuer,
    audience: 'jfrog-github',
    mappings: [{ claims: { sub: subject }, user }],
  });
  chainguard.identities.set(vars.CHAINGUARD_IDENTITY ?? '', { issuer, subject });
  dockerIdentity.connections.set(vars.DOCKERHUB_CONNECTION ?? '', {
    organization: 'acme',
    active: true,
    rulesets: [{ subject: production, repositories: ['acme/app'], actions: ['pull'] }],
  });
}

/** The members of every repository of a registry, where they are not its users. */
export const members: Readonly<Record<string, readonly string[]>> = {
  'ghcr.io': [],
  '123456789012.dkr.ecr.eu-central-1.amazonaws.com': [`${role}/pull`, `${role}/push`, 'AKIADOCS'],
  'acme.azurecr.io': [vars.AZURE_CLIENT_ID ?? ''],
  'acme.jfrog.io': [user],
  'cgr.dev': [vars.CHAINGUARD_IDENTITY ?? ''],
  'europe-west1-docker.pkg.dev': [federatedPrincipal(`${pool}/providers/github`, subject), googleAccount],
  'quay.io': [user, 'acme+deploy'],
};

/** The source repositories, all private. */
const sources = {
  github: ['acme/app', 'acme/api', 'acme/builds', 'moby/buildkit'],
  bitbucket: ['acme/api', 'acme/saas-apigateway', 'acme/web', 'acme/worker'],
  gitlab: ['acme/api'],
} as const;

export function declareSources(internet: Internet): void {
  internet.bitbucket.tokens.add(secrets.BITBUCKET_TOKEN ?? '');
  for (const host of ['github', 'bitbucket', 'gitlab'] as const) {
    for (const full of sources[host]) {
      const [owner = '', name = ''] = full.split('/');
      internet[host].repository(owner, name, {
        private: true,
        branches: { main: commit, develop: commit },
        tags: { 'v1.4.0': commit, 'v0.20.0': commit },
        pullRequests: { 17: { branch: 'feature' } },
      });
    }
  }
}

/** Lets the token of a job in with its `permissions`; every token may read the metadata of its repository. */
export function admitJob(internet: Internet, { token, permissions, environment }: JobToken): Record<string, string> {
  const { actions, attestations, ghcr, github, oidc, packages } = internet;
  const has = (scope: string, ...access: readonly string[]) => access.includes(permissions[scope] ?? 'none');
  github.tokens.add(token);
  if (has('actions', 'write')) actions.tokens.writers.add(token);
  if (has('actions', 'read')) actions.tokens.readers.add(token);
  if (!has('attestations', 'read', 'write')) attestations.refused.add(token);
  if (has('packages', 'read', 'write')) {
    const more = has('packages', 'write') ? (['write:packages', 'delete:packages'] as const) : [];
    packages.scopes.set(token, new Set(['read:packages', ...more]));
    ghcr.users.set(token, token);
    for (const one of ghcr.repositories.values()) one.members.add(token);
  }
  if (!has('id-token', 'write')) return {};
  return { ...oidc.github.env({ repository, ...(environment !== undefined && { environment }) }) };
}

/** The requests of a job that its `permissions` do not cover, of those that the sandbox would answer all the same. */
export function uncovered(internet: Internet, { token, permissions }: JobToken): readonly string[] {
  const ofJob = internet.requests.filter(({ headers }) => headers.authorization?.endsWith(token));
  const reads = ofJob.filter(({ path }) => /^\/repos\/[^/]+\/[^/]+\/(?:commits|git|branches|tags)\b/.test(path));
  const pulls = ofJob.filter(({ path }) => /^\/repos\/[^/]+\/[^/]+\/pulls\b/.test(path));
  const pushes = internet.requests.filter(({ host, method }) => host === 'ghcr.io' && method === 'PUT');
  return [
    ...(permissions.contents === undefined ? reads : []),
    ...(permissions['pull-requests'] === undefined ? pulls : []),
    ...(permissions.packages === 'write' ? [] : pushes),
  ].map(({ method, path }) => `${method} ${path}`);
}
