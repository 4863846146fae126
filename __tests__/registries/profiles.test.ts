import { describe, expect, it } from '@jest/globals';
import { parseRegistry } from '../../src/images/name.js';
import { apiOrigin, kindOf } from '../../src/registries/drivers/index.js';

describe('profiles', () => {
  it.each([
    ['docker.io', 'Docker Hub', 'https://registry-1.docker.io', 'https://auth.docker.io/token', 'error'],
    ['index.docker.io', 'Docker Hub', 'https://registry-1.docker.io', 'https://auth.docker.io/token', 'error'],
    ['ghcr.io', 'GHCR', 'https://ghcr.io', 'https://ghcr.io/token', 'owner'],
    ['quay.io', 'Quay', 'https://quay.io', 'https://quay.io/v2/auth', 'none'],
    ['registry.gitlab.com', 'GitLab', undefined, 'https://gitlab.com/jwt/auth', 'none'],
    ['123456789012.dkr.ecr.eu-central-1.amazonaws.com', 'ECR', undefined, undefined, 'none'],
    ['123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com', 'ECR', undefined, undefined, 'none'],
    ['123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn', 'ECR', undefined, undefined, 'none'],
    ['123456789012.dkr.ecr.eusc-de-east-1.amazonaws.eu', 'ECR', undefined, undefined, 'none'],
    ['123456789012.dkr-ecr.us-east-1.on.aws', 'ECR', undefined, undefined, 'none'],
    ['123456789012.dkr-ecr-fips.us-east-1.on.aws', 'ECR', undefined, undefined, 'none'],
    ['123456789012.dkr-ecr.cn-north-1.on.amazonwebservices.com.cn', 'ECR', undefined, undefined, 'none'],
    ['123456789012.dkr-ecr.eusc-de-east-1.on.amazonwebservices.eu', 'ECR', undefined, undefined, 'none'],
    ['public.ecr.aws', 'ECR Public', 'https://public.ecr.aws', undefined, 'none'],
    ['ecr-public.aws.com', 'ECR Public', 'https://ecr-public.aws.com', undefined, 'none'],
    ['12345678901.dkr.ecr.eu-central-1.amazonaws.com', 'registry', undefined, undefined, 'none'],
    ['123456789012.dkr.ecr.eu-central-1.amazonaws.com.evil.test', 'registry', undefined, undefined, 'none'],
    ['123456789012.dkr.ecr.eu.central.amazonaws.com', 'registry', undefined, undefined, 'none'],
    ['123456789012.dkr-ecr.us-east-1.on.aws.evil.test', 'registry', undefined, undefined, 'none'],
    ['evil-public.ecr.aws', 'registry', undefined, undefined, 'none'],
    ['acme.azurecr.io', 'ACR', undefined, 'https://acme.azurecr.io/oauth2/token', 'none'],
    ['acme.azurecr.cn', 'ACR', undefined, 'https://acme.azurecr.cn/oauth2/token', 'none'],
    ['acme.azurecr.us', 'ACR', undefined, 'https://acme.azurecr.us/oauth2/token', 'none'],
    ['acme.eastus.geo.azurecr.io', 'ACR', undefined, undefined, 'none'],
    ['acme.azurecr.io.evil.test', 'registry', undefined, undefined, 'none'],
    ...['europe-west1-docker.pkg.dev', 'us-docker.pkg.dev', 'gcr.io', 'asia.gcr.io'].map(
      (host) => [host, 'Artifact Registry', undefined, `https://${host}/v2/token`, 'none'] as const,
    ),
    ['docker.pkg.dev', 'registry', undefined, undefined, 'none'],
    ['mirror.gcr.io', 'registry', undefined, undefined, 'none'],
    ['us-docker.pkg.dev.evil.test', 'registry', undefined, undefined, 'none'],
    ['localhost:5000', 'registry', 'http://localhost:5000', undefined, 'none'],
    ['http://registry.lan', 'registry', 'http://registry.lan', undefined, 'none'],
    ['ghcr.io:8443', 'registry', 'https://ghcr.io:8443', undefined, 'none'],
    ['notghcr.io', 'registry', 'https://notghcr.io', undefined, 'none'],
    ['[::1]:5000', 'registry', 'http://[::1]:5000', undefined, 'none'],
  ])('%s is %s at %s', (text, name, origin, realm, emptyNamespace) => {
    const registry = parseRegistry(text);
    expect(apiOrigin(registry).origin).toBe(origin ?? `https://${text}`);
    expect(kindOf(registry)).toMatchObject({ title: name, emptyNamespace });
    expect(kindOf(registry).tokens?.(registry.host)?.realm).toBe(realm);
  });

  it.each([
    ['harbor.test', 'harbor-registry', 'Harbor'],
    ['harbor.test', 'other', 'registry'],
    ['harbor.test', undefined, 'registry'],
    // A host that is known stays what it is, whatever its challenge says.
    ['ghcr.io', 'harbor-registry', 'GHCR'],
  ])('%s whose challenge names %s is %s', (host, service, name) => {
    expect(kindOf(parseRegistry(host), service).title).toBe(name);
  });

  it.each([
    ['https://gitlab.test/jwt/auth', 'container_registry', 'GitLab'],
    ['https://tools.test/gitlab/jwt/auth', 'container_registry', 'GitLab'],
    ['https://gitlab.test/jwt/auth', 'other', 'registry'],
    // Gitea and Forgejo.
    ['https://code.test/v2/token', 'container_registry', 'registry'],
    [undefined, 'container_registry', 'registry'],
  ])('a registry whose tokens come from %s, by the name of %s, is %s', (realm, service, name) => {
    const url = realm === undefined ? undefined : new URL(realm);
    expect(kindOf(parseRegistry('registry.test'), service, url).title).toBe(name);
  });

  it.each([
    ['quay.test', 'quay.test', 'https://quay.test/v2/auth', 'Quay'],
    ['quay.test:8443', 'quay.test:8443', 'https://quay.test:8443/v2/auth', 'Quay'],
    // Artifactory, Azure, Artifact Registry and others name their host as the service too.
    ['acme.jfrog.io', 'acme.jfrog.io', 'https://acme.jfrog.io/artifactory/api/docker/app/v2/token', 'registry'],
    ['acme.test', 'acme.test', 'https://acme.test/oauth2/token', 'registry'],
    ['acme.test', 'acme.test', 'https://acme.test/v2/token', 'registry'],
    ['acme.test', 'acme.test', 'https://auth.acme.test/v2/auth', 'registry'],
    ['acme.test', 'registry', 'https://acme.test/v2/auth', 'registry'],
  ])('%s with the service %s at %s is %s', (host, service, realm, name) => {
    expect(kindOf(parseRegistry(host), service, new URL(realm)).title).toBe(name);
  });
});
