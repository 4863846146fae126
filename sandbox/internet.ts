import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createAuthority } from './certificates.js';
import type { Host, RecordedRequest } from './exchange.js';
import { createFaults, type Fault } from './faults.js';
import { createAcr } from './hosts/acr/create.js';
import type { Acr } from './hosts/acr/state.js';
import { type Artifactory, createArtifactory } from './hosts/artifactory.js';
import { type AwsIdentities, createAwsIdentities } from './hosts/aws/identities.js';
import { createSts } from './hosts/aws/sts.js';
import { createBitbucket } from './hosts/bitbucket.js';
import type { BitbucketPipelines } from './hosts/bitbucket-pipelines.js';
import { createBitbucketServer } from './hosts/bitbucket-server.js';
import { type Chainguard, createChainguard } from './hosts/chainguard.js';
import { createDockerHub } from './hosts/docker-hub.js';
import type { DockerHub } from './hosts/docker-hub-state.js';
import { createDockerIdentity, type DockerIdentity } from './hosts/docker-identity.js';
import { createEcr } from './hosts/ecr/create.js';
import type { Ecr } from './hosts/ecr/state.js';
import { createEcrPublic } from './hosts/ecr-public/create.js';
import type { EcrPublic } from './hosts/ecr-public/state.js';
import { createEntra } from './hosts/entra/create.js';
import type { EntraDirectory } from './hosts/entra/directory.js';
import { createGar } from './hosts/gar/create.js';
import type { Gar } from './hosts/gar/rules.js';
import { createGenericRegistry, type GenericRegistry } from './hosts/generic-registry.js';
import { createGhcr, type Ghcr } from './hosts/ghcr.js';
import { createGit } from './hosts/git.js';
import { createGitea } from './hosts/gitea.js';
import { createGitHub } from './hosts/github.js';
import type { GitHubActions } from './hosts/github-actions.js';
import type { GitHubPackages } from './hosts/github-package-objects.js';
import { createGitHubPackages } from './hosts/github-packages.js';
import { createGitLab } from './hosts/gitlab.js';
import { createGitLabRegistry } from './hosts/gitlab-registry/create.js';
import type { GitLabRegistry } from './hosts/gitlab-registry/rules.js';
import { createGoogleIdentity } from './hosts/google-identity/create.js';
import type { GoogleIdentity } from './hosts/google-identity/state.js';
import { createHarbor } from './hosts/harbor.js';
import type { Harbor } from './hosts/harbor-rules.js';
import { createQuay } from './hosts/quay/create.js';
import type { Quay } from './hosts/quay/state.js';
import type { SourceState } from './hosts/source-state.js';
import { createOidc, type Oidc } from './oidc/index.js';
import { startProxy } from './proxy.js';
import { type RunningRegistry, startRegistry } from './registries/index.js';
import { temporaryFolder } from './temporary.js';
import { createTimers } from './timers.js';

export interface InternetOptions {
  /**
   * What holds the images: each of Docker Hub, ghcr.io and registry.example.com gets a registry of this kind (default
   * `memory`). A running one (anonymous, without TLS) serves Docker Hub, and the others are in memory, as those of all
   * other services always are.
   */
  readonly registry?: RunningRegistry | 'memory' | 'distribution';
  /** Further hosts by name. */
  readonly hosts?: Readonly<Record<string, Host>>;
}

export interface Internet {
  /** What a process needs in its environment to live in this internet: proxy and CA, for Node, git and Go programs. */
  readonly env: Readonly<Record<string, string>>;
  readonly proxyUrl: string;
  /** Path of the CA's certificate, PEM. */
  readonly ca: string;
  /** Every request to every host in the order of arrival, those that met a fault too. */
  readonly requests: readonly RecordedRequest[];
  /** The host name of each tunnel in the order in which they were opened. */
  readonly tunnels: readonly string[];
  /** Empties `requests` and `tunnels`. */
  forget(): void;
  /** Lets a host misbehave; returns what puts it right again. */
  inject(fault: Fault): () => void;
  readonly hub: DockerHub;
  readonly ghcr: Ghcr;
  /** The packages of ghcr.io by GitHub's API */
  readonly packages: GitHubPackages;
  /** harbor.example.com */
  readonly harbor: Harbor;
  /** europe-west1-docker.pkg.dev, us-docker.pkg.dev, gcr.io and eu.gcr.io */
  readonly gar: Gar;
  /** registry.gitlab.com and registry.gitlab.example.com */
  readonly gitlabRegistry: GitLabRegistry;
  /** Who may do what at AWS */
  readonly aws: AwsIdentities;
  /** ACCOUNT.dkr.ecr.REGION.amazonaws.com and its other names, with their APIs */
  readonly ecr: Ecr;
  /** public.ecr.aws, with its API */
  readonly ecrPublic: EcrPublic;
  /** acme.azurecr.io */
  readonly acr: Acr;
  /** abac.azurecr.io, where rights are given by the repository */
  readonly acrByRepository: Acr;
  /** login.microsoftonline.com */
  readonly entra: EntraDirectory;
  /** quay.io and quay.example.com */
  readonly quay: Quay;
  /** registry.example.com, with auth.example.com */
  readonly generic: GenericRegistry;
  /** sts.googleapis.com and iamcredentials.googleapis.com */
  readonly google: GoogleIdentity;
  /** identity.docker.com */
  readonly dockerIdentity: DockerIdentity;
  /** acme.jfrog.io and acme-docker.jfrog.io */
  readonly artifactory: Artifactory;
  /** cgr.dev and issuer.enforce.dev */
  readonly chainguard: Chainguard;
  /** ID tokens of GitHub Actions, GitLab CI and Bitbucket Pipelines */
  readonly oidc: Oidc;
  readonly bitbucket: SourceState;
  /** Bitbucket Pipelines of those repositories */
  readonly pipelines: BitbucketPipelines;
  /** api.github.com and github.example.com/api/v3 */
  readonly github: SourceState;
  /** Workflows and runs of those repositories */
  readonly actions: GitHubActions;
  /** gitlab.com and gitlab.example.com */
  readonly gitlab: SourceState;
  /** codeberg.org and gitea.example.com */
  readonly gitea: SourceState;
  /** bitbucket.example.com */
  readonly bitbucketServer: SourceState;
  /** git.example.com: refs over git's own protocol */
  readonly git: SourceState;
  stop(): Promise<void>;
}

/** Starts a small internet on loopback. */
export async function startInternet(options: InternetOptions = {}): Promise<Internet> {
  const { registry = 'memory' } = options;
  const kind = typeof registry === 'string' ? registry : 'memory';
  const own: RunningRegistry[] = [];
  const start = async (kind: 'memory' | 'distribution'): Promise<RunningRegistry> => {
    const running = await startRegistry({ kind });
    own.push(running);
    return running;
  };
  const [behindHub, behindGhcr, behindGeneric, behindHarbor] = await Promise.all([
    typeof registry === 'string' ? start(kind) : registry,
    start(kind),
    start(kind),
    start('memory'),
  ]);
  const [behindGar, behindGitLab, behindQuay] = await Promise.all([start('memory'), start('memory'), start('memory')]);
  const [behindArtifactory, behindChainguard] = await Promise.all([start('memory'), start('memory')]);
  const [behindEcr, behindEcrPublic] = await Promise.all([start('memory'), start('memory')]);
  const [behindAcr, behindAbac] = await Promise.all([start('memory'), start('memory')]);

  const { oidc, hosts: oidcHosts } = createOidc();
  const { hub, hosts: hubHosts } = createDockerHub(behindHub);
  const { ghcr, hosts: ghcrHosts } = createGhcr(behindGhcr);
  const packages = createGitHubPackages(ghcr);
  const { harbor, hosts: harborHosts } = createHarbor(behindHarbor);
  const { gar, hosts: garHosts } = createGar(behindGar);
  const { gitlabRegistry, tokenService, hosts: gitlabRegistryHosts } = createGitLabRegistry(behindGitLab);
  const { entra, hosts: entraHosts } = createEntra(oidc.issuers);
  const aws = createAwsIdentities();
  const { ecr, hosts: ecrHosts } = createEcr(behindEcr, aws);
  const { ecrPublic, hosts: ecrPublicHosts } = createEcrPublic(behindEcrPublic, aws);
  const { acr, hosts: acrHosts } = createAcr(behindAcr, 'acme.azurecr.io', { abac: false, entra });
  const { acr: acrByRepository, hosts: abacHosts } = createAcr(behindAbac, 'abac.azurecr.io', { abac: true, entra });
  const { quay, hosts: quayHosts } = createQuay(behindQuay, oidc.issuers);
  const { generic, hosts: genericHosts } = createGenericRegistry(behindGeneric);
  const { google, hosts: googleHosts } = createGoogleIdentity(oidc.issuers, gar.accessTokens);
  const { dockerIdentity, hosts: dockerIdentityHosts } = createDockerIdentity(oidc.github.issuer, hub.keyless);
  const { artifactory, hosts: artifactoryHosts } = createArtifactory(behindArtifactory, oidc.issuers);
  const { chainguard, hosts: chainguardHosts } = createChainguard(behindChainguard, oidc.issuers);
  const timers = createTimers();
  const { bitbucket, pipelines, hosts: bitbucketHosts } = createBitbucket(timers);
  const { bitbucketServer, hosts: bitbucketServerHosts } = createBitbucketServer();
  const { github, actions, hosts: githubHosts } = createGitHub(timers, packages.answer);
  const { gitlab, hosts: gitlabHosts } = createGitLab(tokenService);
  const { gitea, hosts: giteaHosts } = createGitea();
  const { git, hosts: gitHosts } = createGit();
  const hosts = new Map<string, Host>(
    Object.entries({
      ...hubHosts,
      ...ghcrHosts,
      ...harborHosts,
      ...garHosts,
      ...gitlabRegistryHosts,
      ...quayHosts,
      ...ecrHosts,
      ...ecrPublicHosts,
      ...acrHosts,
      ...abacHosts,
      ...genericHosts,
      ...oidcHosts,
      ...entraHosts,
      ...createSts(aws, oidc.issuers),
      ...googleHosts,
      ...dockerIdentityHosts,
      ...artifactoryHosts,
      ...chainguardHosts,
      ...bitbucketHosts,
      ...bitbucketServerHosts,
      ...githubHosts,
      ...gitlabHosts,
      ...giteaHosts,
      ...gitHosts,
      ...options.hosts,
    }),
  );

  const authority = await createAuthority();
  const folder = await temporaryFolder();
  const ca = join(folder.path, 'ca.pem');
  await writeFile(ca, authority.cert);
  const requests: RecordedRequest[] = [];
  const tunnels: string[] = [];
  const faults = createFaults();
  const hostname = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();
  const proxy = await startProxy({
    certificate: await authority.issue([...hosts.keys()]),
    knows: (name) => hosts.has(hostname(name)),
    requests,
    tunnels,
    answer: (request) =>
      faults.answer(request, async () => (await hosts.get(hostname(request.host))?.(request)) ?? { status: 502 }),
  });

  return {
    env: {
      HTTPS_PROXY: proxy.url,
      HTTP_PROXY: proxy.url,
      NO_PROXY: '127.0.0.1,localhost',
      NODE_EXTRA_CA_CERTS: ca,
      SSL_CERT_FILE: ca,
      GIT_SSL_CAINFO: ca,
    },
    proxyUrl: proxy.url,
    ca,
    requests,
    tunnels,
    forget() {
      requests.splice(0);
      tunnels.splice(0);
    },
    inject: faults.inject,
    hub,
    ghcr,
    packages,
    harbor,
    gar,
    gitlabRegistry,
    quay,
    aws,
    ecr,
    ecrPublic,
    acr,
    acrByRepository,
    entra,
    generic,
    oidc,
    google,
    dockerIdentity,
    artifactory,
    chainguard,
    bitbucket,
    pipelines,
    github,
    actions,
    gitlab,
    gitea,
    bitbucketServer,
    git,
    async stop() {
      timers.stop();
      await proxy.stop();
      await Promise.all(own.map((running) => running.stop()));
      await folder.remove();
    },
  };
}
