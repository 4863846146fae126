import type { Internet } from '../../../sandbox/index.js';
import type { Throttle } from '../../../sandbox/throttle.js';

/** A registry that is logged in to with the ID token of a pipeline. */
export interface KeylessRow {
  /** Its host. */
  readonly registry: string;
  readonly oidc: string;
  readonly username?: string;
  /** Of the ID token. */
  readonly audience: string;
  /** The host that exchanges it. */
  readonly exchange: string;
  /** A private repository that only this login may read. */
  readonly path: string;
  /** Another one, where commands that look at both request the password again. */
  readonly other?: string;
  /** Lets the job with this `sub` in. */
  prepare(internet: Internet, subject: string): void;
  push(internet: Internet, tag: string, path?: string): Promise<unknown>;
  throttle(internet: Internet): Throttle;
  /** Makes the password last so many seconds, and the registry's tokens too where they say so. @returns what undoes it */
  shorten(internet: Internet, seconds: number): () => void;
  /** Words of the refusal of another `sub`. */
  readonly refused: string | RegExp;
}

export const connection = '0f7c1a52-7c41-4a0b-9f37-1e6b1d2c3a4b';
export const tenant = '409520d4-8100-4d1d-ad47-72432ddcc120';
export const client = 'af3110ba-0ba9-4412-b1a0-59f50b7e9273';
export const identity = '720909c9f5279097d847ad02a2f24ba8f59de36a/a033a6fabe0bfa0d';
export const robot = 'acme+ci';

function dockerHubRow(registry: 'docker.io' | 'dhi.io'): KeylessRow {
  const path = registry === 'docker.io' ? 'acme/keyless' : 'python';
  return {
    registry,
    oidc: connection,
    username: 'acme',
    audience: 'https://identity.docker.com',
    exchange: 'identity.docker.com',
    path,
    prepare({ dockerIdentity, hub, dhi }, subject) {
      dockerIdentity.connections.set(connection, {
        organization: 'acme',
        active: true,
        rulesets: [{ subject, repositories: ['acme/keyless'], actions: ['pull', 'push'] }],
      });
      hub.repository('acme/keyless', { private: true, members: [] });
      dhi.repository('python', { private: true, members: ['acme'] });
    },
    push: ({ hub, dhi }, tag) => (registry === 'docker.io' ? hub : dhi).image(path, tag),
    throttle: ({ dockerIdentity }) => dockerIdentity.throttle,
    shorten({ dockerIdentity, hub, dhi }, seconds) {
      const tokens = registry === 'docker.io' ? hub : dhi;
      const before = tokens.tokenLifetime;
      dockerIdentity.lifetime = seconds;
      tokens.tokenLifetime = seconds;
      return () => {
        dockerIdentity.lifetime = undefined;
        tokens.tokenLifetime = before;
      };
    },
    refused: 'no ruleset of the connection matches',
  };
}

function acrRow(registry: string, { login, audience, of }: Pick<AzureCloud, 'login' | 'audience' | 'of'>): KeylessRow {
  const [path, other] = ['team/keyless', 'team/keyless-too'];
  return {
    registry,
    other,
    oidc: `${tenant}/${client}`,
    audience,
    exchange: login,
    path,
    prepare(internet, subject) {
      const { acr, entra } = of(internet);
      entra.applications.set(client, { tenant, issuer: internet.oidc.github.issuer.url, subject });
      acr.principals.add(client);
      for (const one of [path, other]) acr.repository(one, { private: true, members: [client] });
    },
    push: (internet, tag, name = path) => of(internet).acr.image(name, tag),
    throttle: (internet) => of(internet).entra.throttle,
    shorten(internet, seconds) {
      const { tokens } = of(internet).acr;
      const { refreshLifetime } = tokens;
      tokens.refreshLifetime = seconds;
      return () => {
        tokens.refreshLifetime = refreshLifetime;
      };
    },
    refused: 'AADSTS700213',
  };
}

interface AzureCloud {
  readonly login: string;
  readonly audience: string;
  readonly of: (internet: Internet) => Pick<Internet, 'acr' | 'entra'>;
}

const azure = { login: 'login.microsoftonline.com', audience: 'api://AzureADTokenExchange' };

function artifactoryRow(registry: string, oidc: string, exchange: string): KeylessRow {
  const path = 'docker-local/keyless';
  return {
    registry,
    oidc,
    audience: 'jfrog-github',
    exchange,
    path,
    prepare({ artifactory, oidc: { github } }, subject) {
      artifactory.providers.set('github', {
        issuer: github.issuer.url,
        audience: 'jfrog-github',
        mappings: [{ claims: { sub: subject }, user: 'ci' }],
      });
      artifactory.repository(path, { private: true, members: ['ci'] });
    },
    push: ({ artifactory }, tag) => artifactory.image(path, tag),
    throttle: ({ artifactory }) => artifactory.throttle,
    shorten: ({ artifactory }, seconds) => shortened(artifactory, seconds),
    refused: 'No identity mapping matches',
  };
}

function quayRow(registry: string): KeylessRow {
  const [path, other] = ['acme/keyless', 'acme/keyless-too'];
  return {
    registry,
    other,
    oidc: robot,
    audience: registry,
    exchange: registry,
    path,
    prepare({ quay, oidc: { github } }, subject) {
      const audiences = ['quay.io', 'quay.example.com'];
      quay.federations.set(robot, [{ issuer: github.issuer.url, subject, audiences }]);
      for (const one of [path, other]) quay.repository(one, { private: true, members: [robot] });
    },
    push: ({ quay }, tag, name = path) => quay.image(name, tag),
    throttle: ({ quay }) => quay.throttle,
    shorten({ quay: { lifetime } }, seconds) {
      const { robot: before } = lifetime;
      lifetime.robot = seconds;
      return () => {
        lifetime.robot = before;
      };
    },
    refused: 'Token does not match robot',
  };
}

const chainguardRow: KeylessRow = {
  registry: 'cgr.dev',
  oidc: identity,
  audience: 'issuer.enforce.dev',
  exchange: 'issuer.enforce.dev',
  path: 'acme.com/keyless',
  prepare({ chainguard, oidc: { github } }, subject) {
    chainguard.identities.set(identity, { issuer: github.issuer.url, subject });
    chainguard.repository('acme.com/keyless', { private: true, members: [identity] });
  },
  push: ({ chainguard }, tag) => chainguard.image('acme.com/keyless', tag),
  throttle: ({ chainguard }) => chainguard.throttle,
  shorten: ({ chainguard }, seconds) => shortened(chainguard, seconds),
  refused: 'cannot be assumed',
};

function shortened(service: { lifetime: number; tokenLifetime: number }, seconds: number): () => void {
  const { lifetime, tokenLifetime } = service;
  Object.assign(service, { lifetime: seconds, tokenLifetime: seconds });
  return () => void Object.assign(service, { lifetime, tokenLifetime });
}

/** One of each kind of registry. */
export const keylessRows: readonly KeylessRow[] = [
  dockerHubRow('docker.io'),
  acrRow('acme.azurecr.io', { ...azure, of: ({ acr, entra }) => ({ acr, entra }) }),
  artifactoryRow('acme.jfrog.io', 'github', 'acme.jfrog.io'),
  quayRow('quay.io'),
  chainguardRow,
];

/** The same under other names, and in other clouds. */
export const otherRows: readonly KeylessRow[] = [
  dockerHubRow('dhi.io'),
  acrRow('abac.azurecr.io', { ...azure, of: ({ acrByRepository: acr, entra }) => ({ acr, entra }) }),
  acrRow('government.azurecr.us', {
    login: 'login.microsoftonline.us',
    audience: 'api://AzureADTokenExchangeUSGov',
    of: ({ sovereign }) => sovereign.us,
  }),
  acrRow('china.azurecr.cn', {
    login: 'login.partner.microsoftonline.cn',
    audience: 'api://AzureADTokenExchangeChina',
    of: ({ sovereign }) => sovereign.cn,
  }),
  artifactoryRow('acme-docker.jfrog.io', 'github;https://acme.jfrog.io', 'acme.jfrog.io'),
  artifactoryRow('artifacts.example.com', 'github;https://artifacts.example.com', 'artifacts.example.com'),
  quayRow('quay.example.com'),
];
