import { describe, expect, test } from '@jest/globals';
import { parseRegistry } from '../../../../src/images/name.js';
import { acrLogin } from '../../../../src/registries/auth/oidc/acr.js';
import { artifactoryLogin } from '../../../../src/registries/auth/oidc/artifactory.js';
import { chainguardLogin } from '../../../../src/registries/auth/oidc/chainguard.js';
import { dockerHubLogin } from '../../../../src/registries/auth/oidc/docker-hub.js';
import type { LoginProvider } from '../../../../src/registries/auth/oidc/provider.js';
import { quayLogin } from '../../../../src/registries/auth/oidc/quay.js';

const guid = '72f988bf-86f1-41af-91ab-2d7cd011db47';
const uidp = '720909c9f5279097d847ad02a2f24ba8f59de36a';

/** The audience, and the origins that the ID token goes to. */
function read(provider: LoginProvider, oidc: string, host: string, username = '') {
  const login = provider.read(oidc, { registry: parseRegistry(host), username });
  return login && [login.audience, ...login.origins.map(({ origin }) => origin)];
}

const [hub, dhi] = ['docker.io', 'dhi.io'];
const identity = ['https://identity.docker.com', 'https://identity.docker.com'];
const azure = ['api://AzureADTokenExchange', 'https://login.microsoftonline.com'];
const jfrog = (platform: string) => ['jfrog-github', `https://${platform}`];

test.each<[LoginProvider, string, string, readonly string[]]>([
  [dockerHubLogin, guid, hub, identity],
  [dockerHubLogin, guid.toUpperCase(), dhi, identity],
  [acrLogin, `${guid}/${guid}`, 'acme.azurecr.io', [...azure, 'https://acme.azurecr.io']],
  [acrLogin, `contoso.onmicrosoft.com/${guid}`, 'acme.azurecr.io', [...azure, 'https://acme.azurecr.io']],
  [
    acrLogin,
    `${guid}/${guid}`,
    'acme.azurecr.us',
    ['api://AzureADTokenExchangeUSGov', 'https://login.microsoftonline.us', 'https://acme.azurecr.us'],
  ],
  [
    acrLogin,
    `${guid}/${guid}`,
    'acme.azurecr.cn',
    ['api://AzureADTokenExchangeChina', 'https://login.partner.microsoftonline.cn', 'https://acme.azurecr.cn'],
  ],
  [artifactoryLogin, 'github', 'acme.jfrog.io', jfrog('acme.jfrog.io')],
  [artifactoryLogin, 'github;https://acme.jfrog.io', 'acme-docker.jfrog.io', jfrog('acme.jfrog.io')],
  [artifactoryLogin, 'my.provider-1;https://a.example:8443/', 'docker.example.com', jfrog('a.example:8443')],
  [quayLogin, 'acme+deploy', 'quay.io', ['quay.io', 'https://quay.io']],
  [quayLogin, 'acme-x.y+deploy_1', 'quay.example.com:8443', ['quay.example.com:8443', 'https://quay.example.com:8443']],
  [quayLogin, 'acme+deploy', 'localhost:5000', ['localhost:5000', 'http://localhost:5000']],
  [chainguardLogin, `${uidp}/a033a6fabe0bfa0d`, 'cgr.dev', ['issuer.enforce.dev', 'https://issuer.enforce.dev']],
  [
    chainguardLogin,
    `${uidp}/a033a6fabe0bfa0d/b033a6fabe0bfa0d`,
    'cgr.dev',
    ['issuer.enforce.dev', 'https://issuer.enforce.dev'],
  ],
])('$title reads %#', (provider, oidc, host, expected) => {
  expect(read(provider, oidc, host, 'acme')).toEqual(expected);
});

test.each<[LoginProvider, string, readonly string[]]>([
  [dockerHubLogin, hub, ['acme', guid.slice(1), `${guid}/${guid}`, `${guid}\n`]],
  [acrLogin, 'acme.azurecr.io', [`${guid}/${guid}/x`, `a/${guid}`, `${guid}/../${guid}`]],
  [
    artifactoryLogin,
    'acme.jfrog.io',
    [
      '',
      'a b',
      'github;',
      'github;http://acme.jfrog.io',
      'github;https://acme.jfrog.io/artifactory',
      'github;https://u@x.example',
    ],
  ],
  [quayLogin, 'quay.io', ['acme/app+deploy', 'acme+a+b', 'acme+de:ploy']],
  [chainguardLogin, 'cgr.dev', [uidp, `${uidp}/`, `${uidp}/xyz`, 'acme.com', `${uidp}/a033a6fabe0bfa0d?x`]],
])('$title: other forms are none', (provider, host, texts) => {
  for (const text of texts) expect([text, read(provider, text, host, 'acme')]).toEqual([text, undefined]);
});

test.each([dockerHubLogin, acrLogin, artifactoryLogin, quayLogin, chainguardLogin])(
  'the example of $title is one',
  (provider) => {
    expect(read(provider, provider.example, 'registry.example.com', 'acme')).toBeDefined();
  },
);

describe('Artifactory', () => {
  test.each(['acme-docker.jfrog.io', 'my-company.jfrog.io', 'a-b-c.jfrog.io'])(
    '%s may be of several platforms',
    (host) => {
      expect(() => read(artifactoryLogin, 'github', host)).toThrow(/does not show which it is/);
    },
  );
});

test.each<[LoginProvider, string, string, string]>([
  [acrLogin, guid, 'acme.azurecr.io', 'CLIENT-ID is missing'],
  [acrLogin, `${guid}/`, 'acme.azurecr.io', 'CLIENT-ID is missing'],
  [acrLogin, `/${guid}`, 'acme.azurecr.io', 'TENANT-ID is missing'],
  [quayLogin, 'acme', 'quay.io', 'ROBOT is missing'],
  [quayLogin, '+deploy', 'quay.io', 'NAMESPACE is missing'],
])('$title, half-given %#: the missing half is named', (provider, oidc, host, words) => {
  expect(() => read(provider, oidc, host)).toThrow(words);
});
