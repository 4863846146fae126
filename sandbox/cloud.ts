import type { Host } from './exchange.js';
import { createAcr } from './hosts/acr/create.js';
import type { Acr } from './hosts/acr/state.js';
import { type Artifactory, createArtifactory } from './hosts/artifactory.js';
import { type AwsIdentities, createAwsIdentities } from './hosts/aws/identities.js';
import { createSts } from './hosts/aws/sts.js';
import { type Chainguard, createChainguard } from './hosts/chainguard.js';
import { createDhi } from './hosts/dhi.js';
import { createDockerIdentity, type DockerIdentity } from './hosts/docker-identity.js';
import { createEcr } from './hosts/ecr/create.js';
import type { Ecr } from './hosts/ecr/state.js';
import { createEcrPublic } from './hosts/ecr-public/create.js';
import type { EcrPublic } from './hosts/ecr-public/state.js';
import { china, usGovernment } from './hosts/entra/clouds.js';
import { createEntra } from './hosts/entra/create.js';
import type { EntraDirectory } from './hosts/entra/directory.js';
import { createGar } from './hosts/gar/create.js';
import type { Gar } from './hosts/gar/rules.js';
import { createGitLabRegistry, type GitLabTokenService } from './hosts/gitlab-registry/create.js';
import type { GitLabRegistry } from './hosts/gitlab-registry/rules.js';
import { createGoogleIdentity } from './hosts/google-identity/create.js';
import type { GoogleIdentity } from './hosts/google-identity/state.js';
import { createQuay } from './hosts/quay/create.js';
import type { Quay } from './hosts/quay/state.js';
import type { TokenAccounts } from './hosts/token-registry.js';
import { createOidc, type Oidc } from './oidc/index.js';
import type { RunningRegistry } from './registries/index.js';
import type { TokenBook } from './tokens.js';

/** The registries of the clouds and their identity services. */
export interface Cloud {
  /** europe-west1-docker.pkg.dev, us-docker.pkg.dev, gcr.io and eu.gcr.io */
  readonly gar: Gar;
  /** sts.googleapis.com and iamcredentials.googleapis.com */
  readonly google: GoogleIdentity;
  /** ACCOUNT.dkr.ecr.REGION.amazonaws.com and its other names, with their APIs */
  readonly ecr: Ecr;
  /** public.ecr.aws, with its API */
  readonly ecrPublic: EcrPublic;
  /** The identities at AWS, and their permissions */
  readonly aws: AwsIdentities;
  /** acme.azurecr.io */
  readonly acr: Acr;
  /** abac.azurecr.io, where rights are given by the repository */
  readonly acrByRepository: Acr;
  /** login.microsoftonline.com */
  readonly entra: EntraDirectory;
  /**
   * The clouds of US Government and China: government.azurecr.us and china.azurecr.cn, with the images of
   * acme.azurecr.io.
   */
  readonly sovereign: Readonly<Record<'us' | 'cn', { readonly acr: Acr; readonly entra: EntraDirectory }>>;
  /** registry.gitlab.com and registry.gitlab.example.com */
  readonly gitlabRegistry: GitLabRegistry;
  /** quay.io and quay.example.com */
  readonly quay: Quay;
  /** acme.jfrog.io, acme-docker.jfrog.io and artifacts.example.com */
  readonly artifactory: Artifactory;
  /** cgr.dev and issuer.enforce.dev */
  readonly chainguard: Chainguard;
  /** dhi.io */
  readonly dhi: TokenAccounts;
  /** identity.docker.com */
  readonly dockerIdentity: DockerIdentity;
  /** ID tokens of GitHub Actions, GitLab CI and Bitbucket Pipelines */
  readonly oidc: Oidc;
}

/**
 * @param start starts a registry in memory
 * @param keyless the passwords that Docker Hub takes from identity.docker.com
 */
export async function createCloud(
  start: () => Promise<RunningRegistry>,
  keyless: TokenBook,
): Promise<{ cloud: Cloud; gitlabTokens: GitLabTokenService; hosts: Record<string, Host> }> {
  const [behindGar, behindGitLab, behindQuay] = await Promise.all([start(), start(), start()]);
  const [behindArtifactory, behindChainguard] = await Promise.all([start(), start()]);
  const [behindEcr, behindEcrPublic] = await Promise.all([start(), start()]);
  const [behindAcr, behindAbac, behindDhi] = await Promise.all([start(), start(), start()]);

  const { oidc, hosts: oidcHosts } = createOidc();
  const { gar, hosts: garHosts } = createGar(behindGar);
  const { google, hosts: googleHosts } = createGoogleIdentity(oidc.issuers, gar.accessTokens);
  const aws = createAwsIdentities();
  const { ecr, hosts: ecrHosts } = createEcr(behindEcr, aws);
  const { ecrPublic, hosts: ecrPublicHosts } = createEcrPublic(behindEcrPublic, aws);
  const { entra, hosts: entraHosts } = createEntra(oidc.issuers);
  const { acr, hosts: acrHosts } = createAcr(behindAcr, 'acme.azurecr.io', { abac: false, entra });
  const { acr: acrByRepository, hosts: abacHosts } = createAcr(behindAbac, 'abac.azurecr.io', { abac: true, entra });
  const government = createEntra(oidc.issuers, usGovernment);
  const chinese = createEntra(oidc.issuers, china);
  const us = createAcr(behindAcr, 'government.azurecr.us', { abac: false, entra: government.entra });
  const cn = createAcr(behindAcr, 'china.azurecr.cn', { abac: false, entra: chinese.entra });
  const { gitlabRegistry, tokenService, hosts: gitlabHosts } = createGitLabRegistry(behindGitLab);
  const { quay, hosts: quayHosts } = createQuay(behindQuay, oidc.issuers);
  const { artifactory, hosts: artifactoryHosts } = createArtifactory(behindArtifactory, oidc.issuers);
  const { chainguard, hosts: chainguardHosts } = createChainguard(behindChainguard, oidc.issuers);
  const { dockerIdentity, hosts: dockerIdentityHosts } = createDockerIdentity(oidc.github.issuer, keyless);
  const { dhi, hosts: dhiHosts } = createDhi(behindDhi, keyless);
  return {
    cloud: {
      gar,
      google,
      ecr,
      ecrPublic,
      aws,
      acr,
      acrByRepository,
      entra,
      sovereign: { us: { acr: us.acr, entra: government.entra }, cn: { acr: cn.acr, entra: chinese.entra } },
      gitlabRegistry,
      quay,
      artifactory,
      chainguard,
      dhi,
      dockerIdentity,
      oidc,
    },
    gitlabTokens: tokenService,
    hosts: {
      ...garHosts,
      ...googleHosts,
      ...ecrHosts,
      ...ecrPublicHosts,
      ...createSts(aws, oidc.issuers),
      ...acrHosts,
      ...abacHosts,
      ...entraHosts,
      ...us.hosts,
      ...government.hosts,
      ...cn.hosts,
      ...chinese.hosts,
      ...gitlabHosts,
      ...quayHosts,
      ...artifactoryHosts,
      ...chainguardHosts,
      ...dhiHosts,
      ...dockerIdentityHosts,
      ...oidcHosts,
    },
  };
}
