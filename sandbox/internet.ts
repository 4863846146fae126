import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createAuthority } from './certificates.js';
import { type Cloud, createCloud } from './cloud.js';
import type { Host, RecordedRequest } from './exchange.js';
import { createFaults, type Fault } from './faults.js';
import { createBitbucket } from './hosts/bitbucket.js';
import type { BitbucketPipelines } from './hosts/bitbucket-pipelines.js';
import { createBitbucketServer } from './hosts/bitbucket-server.js';
import { createDockerHub } from './hosts/docker-hub.js';
import type { DockerHub } from './hosts/docker-hub-state.js';
import { createGenericRegistry, type GenericRegistry } from './hosts/generic-registry.js';
import { createGhcr, type Ghcr } from './hosts/ghcr.js';
import { createGit } from './hosts/git.js';
import { createGitea } from './hosts/gitea.js';
import { createGitHub } from './hosts/github.js';
import type { GitHubActions } from './hosts/github-actions.js';
import type { GitHubAttestations } from './hosts/github-attestations.js';
import type { GitHubPackages } from './hosts/github-package-objects.js';
import { createGitHubPackages } from './hosts/github-packages.js';
import { createGitLab } from './hosts/gitlab.js';
import { createHarbor } from './hosts/harbor.js';
import type { Harbor } from './hosts/harbor-rules.js';
import type { SourceState } from './hosts/source-state.js';
import { startProxy } from './proxy.js';
import { type RunningRegistry, startRegistry } from './registries/index.js';
import { temporaryFolder } from './temporary.js';
import { createTimers } from './timers.js';

export interface InternetOptions {
  /**
   * The storage of the images: each of Docker Hub, ghcr.io and registry.example.com gets a registry of this kind
   * (default `memory`). A running one (anonymous, without TLS) serves Docker Hub, and the others are in memory, as
   * those of all other services always are.
   */
  readonly registry?: RunningRegistry | 'memory' | 'distribution';
  /** Further hosts by name. */
  readonly hosts?: Readonly<Record<string, Host>>;
}

export interface Internet extends Cloud {
  /** The environment that a process needs to use this internet: proxy and CA, for Node, git and Go programs. */
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
  /** The packages of ghcr.io via GitHub's API */
  readonly packages: GitHubPackages;
  /** harbor.example.com */
  readonly harbor: Harbor;
  /** registry.example.com, with auth.example.com */
  readonly generic: GenericRegistry;
  readonly bitbucket: SourceState;
  /** Bitbucket Pipelines of those repositories */
  readonly pipelines: BitbucketPipelines;
  /** api.github.com and github.example.com/api/v3 */
  readonly github: SourceState;
  /** Workflows and runs of those repositories */
  readonly actions: GitHubActions;
  /** Attestations of those at api.github.com */
  readonly attestations: GitHubAttestations;
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

  const { hub, hosts: hubHosts } = createDockerHub(behindHub);
  const { ghcr, hosts: ghcrHosts } = createGhcr(behindGhcr);
  const packages = createGitHubPackages(ghcr);
  const { harbor, hosts: harborHosts } = createHarbor(behindHarbor);
  const { generic, hosts: genericHosts } = createGenericRegistry(behindGeneric);
  const { cloud, gitlabTokens, hosts: cloudHosts } = await createCloud(() => start('memory'), hub.keyless);
  const timers = createTimers();
  const { bitbucket, pipelines, hosts: bitbucketHosts } = createBitbucket(timers);
  const { bitbucketServer, hosts: bitbucketServerHosts } = createBitbucketServer();
  const { github, actions, attestations, hosts: githubHosts } = createGitHub(timers, packages.answer);
  const { gitlab, hosts: gitlabHosts } = createGitLab(gitlabTokens);
  const { gitea, hosts: giteaHosts } = createGitea();
  const { git, hosts: gitHosts } = createGit();
  const hosts = new Map<string, Host>(
    Object.entries({
      ...hubHosts,
      ...ghcrHosts,
      ...harborHosts,
      ...genericHosts,
      ...cloudHosts,
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
    ...cloud,
    hub,
    ghcr,
    packages,
    harbor,
    generic,
    bitbucket,
    pipelines,
    github,
    actions,
    attestations,
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
