import type { IncomingRequest, Internet, Misbehaviour, RegistryAccounts } from '../../../sandbox/index.js';
import { parseRegistry } from '../../../src/images/name.js';
import type { Capabilities } from '../../../src/registries/drivers/driver.js';
import { kindOf } from '../../../src/registries/drivers/index.js';

/*
 * The registries that the contract suite (describe-driver.ts) and the random repositories run on, in alphabetical order.
 *
 * To add a registry, add a row:
 * - `host`, `owner`: its host in the sandbox, and the path in which the tests make repositories.
 * - `accounts`, `user`, `env`: the sandbox's side, the member of every repository, and his credentials as the bundle
 *   takes them. Users and secrets are set up right above the row.
 * - `isList`, `isDelete`: which requests read its list and which delete. The suite lets these fail, wait, or be the last.
 *   One row is tested at a time, and one repository of it: the predicate need not look for the repository.
 * - Only where it differs: `title`, `prepare`, `capabilities` (default: those of its kind in src), `page`, `lock`, `deny`,
 *   `serves`, `throttled`, `dateTag`, `pullTag`, `keepsLast`, `noNestedIndexes`.
 * Nothing else in the suite knows a registry by name.
 */

export interface DriverRow {
  /** As in the name of an image. */
  readonly host: string;
  /** What tells it from another row of the same host; default: the host. */
  readonly title?: string;
  /** Before each test of it: what its sandbox shares with another row is as it has it. */
  readonly prepare?: () => void;
  /** `acme`: the tests make `acme/NAME-1`, … */
  readonly owner: string;
  readonly accounts: RegistryAccounts;
  /** The member of the repositories, whose credentials `env` holds; he may do everything. */
  readonly user: string;
  readonly env: Readonly<Record<string, string>>;
  /** What this registry does; `unknown` is what the sandbox does. */
  readonly capabilities: Capabilities;
  /** Any page of what the driver lists. */
  readonly isList: (request: IncomingRequest) => boolean;
  /** The delete of a tag or a manifest. */
  readonly isDelete: (request: IncomingRequest) => boolean;
  /** How many images a page of its list has; default: what its capabilities say. */
  readonly page?: number;
  /** Locks a tag, so that it cannot be deleted; absent: this registry has no such thing. */
  readonly lock?: (path: string, tag: string) => void;
  /** A lock shows only when the delete of its tag is tried: other tags on the same image may be deleted before it. */
  readonly hidesLocks?: true;
  /** Takes the right to delete away; default: the user is no member any more, and may pull as everybody may. */
  readonly deny?: (path: string) => void;
  /** Whether it serves a manifest; default: the registry behind has it. */
  readonly serves?: (path: string, digest: string) => boolean;
  /** Dates a tag in what the service has beside the registry behind it. */
  readonly dateTag?: (path: string, tag: string, date: Date) => void;
  /** Sets when a tag was pulled last, in what the service has beside the registry behind it. */
  readonly pullTag?: (path: string, tag: string, date: Date | undefined) => void;
  /** It refuses to delete the last image that has a tag. */
  readonly keepsLast?: true;
  /** No index lies in another in its random repositories: what that one lists is not in its list, or cannot go with it. */
  readonly noNestedIndexes?: true;
  /** Another program than the bundle. */
  readonly program?: string;
  /** How it asks for patience; default 429 with `Retry-After: 1`. */
  readonly throttled?: Misbehaviour;
}

const secret = 'a-secret-0123456789';
const githubToken = 'ghp_0123456789abcdefghijABCDEFGHIJ012345';
const awsKeys = { AWS_ACCESS_KEY_ID: 'AKIACONTRACT', AWS_SECRET_ACCESS_KEY: secret };
const accessToken = 'ya29.0123456789abcdef';
const isDelete = ({ method }: IncomingRequest) => method === 'DELETE';
const isAwsOperation = (name: string) => (request: IncomingRequest) =>
  request.headers['x-amz-target']?.endsWith(`.${name}`) === true;

/** The capabilities of the kind that has this host. */
function capabilitiesOf(host: string, service?: string): Capabilities {
  return kindOf(parseRegistry(host), service).capabilities;
}

/** Prepares every registry of the sandbox for its row. */
export function driverRows(internet: Internet): readonly DriverRow[] {
  const { aws, ecr, ecrPublic, gar, generic, ghcr, gitlabRegistry, harbor, hub, packages, quay } = internet;

  const azure = (['acr', 'acrByRepository'] as const).map((service): DriverRow => {
    const acr = internet[service];
    acr.users.set('ada', secret);
    return {
      host: acr.loginServer,
      owner: 'acme',
      accounts: acr,
      user: 'ada',
      env: passwordOf('ada', secret),
      capabilities: capabilitiesOf(acr.loginServer),
      isList: ({ url }) => url.pathname.endsWith('/_tags') && !url.searchParams.has('digest'),
      isDelete,
      page: 1000,
      lock: (path, tag) => acr.locks.set(`${path}:${tag}`, { deleteEnabled: false }),
    };
  });

  hub.users.set('ada', secret);
  hub.pullLimit = undefined;
  const dockerHub: DriverRow = {
    host: 'docker.io',
    owner: 'acme',
    accounts: hub,
    user: 'ada',
    env: passwordOf('ada', secret),
    capabilities: capabilitiesOf('docker.io'),
    isList: ({ host, method, url }) => host === 'hub.docker.com' && method === 'GET' && url.pathname.endsWith('/tags'),
    isDelete,
    noNestedIndexes: true,
    dateTag: (path, tag, date) => {
      hub.tagged(path, tag).pushed = date;
    },
    pullTag: (path, tag, date) => {
      hub.tagged(path, tag).pulled = date;
    },
    lock: (path, tag) => {
      hub.details(path).immutable = [`^${tag}$`];
    },
  };

  gar.users.set('ada', accessToken);
  const artifactRegistry: DriverRow = {
    host: 'europe-west1-docker.pkg.dev',
    owner: 'acme/apps',
    accounts: gar,
    user: 'ada',
    env: passwordOf('oauth2accesstoken', accessToken),
    capabilities: capabilitiesOf('europe-west1-docker.pkg.dev'),
    isList: ({ url }) => url.pathname.endsWith('/tags/list'),
    isDelete,
    // Google sends no `Retry-After`.
    throttled: { status: 429, body: '{"errors":[{"code":"TOOMANYREQUESTS","message":"Quota exceeded"}]}' },
  };

  ghcr.users.set('ada', githubToken);
  const githubPackages: DriverRow = {
    host: 'ghcr.io',
    owner: 'acme',
    accounts: ghcr,
    user: 'ada',
    env: passwordOf('ada', githubToken),
    capabilities: capabilitiesOf('ghcr.io'),
    isList: ({ host, url }) => host === 'api.github.com' && url.pathname.endsWith('/versions'),
    isDelete,
    keepsLast: true,
    deny: (path) => {
      packages.admins.set(path, new Set());
    },
  };

  harbor.users.set('robot$library+ci', secret);
  const harborProject: DriverRow = {
    host: 'harbor.example.com',
    owner: 'library',
    accounts: harbor,
    user: 'robot$library+ci',
    env: passwordOf('robot$library+ci', secret),
    capabilities: capabilitiesOf('harbor.example.com', 'harbor-registry'),
    isList: ({ url }) => url.pathname.endsWith('/artifacts'),
    isDelete,
    noNestedIndexes: true,
    lock: (path, tag) => {
      harbor.immutable.set(path, [tag]);
    },
  };

  gitlabRegistry.users.set('ada', secret);
  const gitlab: DriverRow = {
    host: 'registry.gitlab.com',
    owner: 'acme',
    accounts: gitlabRegistry,
    user: 'ada',
    env: passwordOf('ada', secret),
    capabilities: capabilitiesOf('registry.gitlab.com'),
    isList: ({ url }) => url.pathname.startsWith('/gitlab/v1/repositories/'),
    isDelete,
    page: 1000,
    dateTag: (path, tag, date) => {
      gitlabRegistry.tagDates.set(`${path}:${tag}`, { created: date, updated: undefined });
    },
    lock: (path, tag) => {
      gitlabRegistry.protected.set(path, { delete: [`^${tag}$`] });
    },
    hidesLocks: true,
    throttled: { status: 429, headers: { 'retry-after': '1', 'ratelimit-remaining': '0' }, body: 'Retry later\n' },
  };

  const ownHost = 'registry.gitlab.example.com';
  const selfManaged = (metadataDatabase: boolean): DriverRow => ({
    ...gitlab,
    host: ownHost,
    title: `${ownHost}, ${metadataDatabase ? 'with' : 'without'} a metadata database`,
    prepare: () => {
      gitlabRegistry.metadataDatabase = metadataDatabase;
    },
  });
  const gitlabWithDatabase = selfManaged(true);
  const gitlabWithoutDatabase: DriverRow = {
    ...selfManaged(false),
    // Its list has names alone.
    capabilities: { deleteTag: 'alone', deleteManifest: 'with-its-tags' },
    isList: ({ url }) => url.pathname.endsWith('/tags/list'),
  };

  quay.applications.set(secret, { user: 'ada', scope: 'repo:write' });
  const quayOrganization: DriverRow = {
    host: 'quay.io',
    owner: 'acme',
    accounts: quay,
    user: 'ada',
    env: passwordOf('$oauthtoken', secret),
    capabilities: capabilitiesOf('quay.io'),
    isList: ({ method, url }) => method === 'GET' && url.pathname.endsWith('/tag/'),
    isDelete,
    page: 100,
    dateTag: (path, tag, date) => {
      Object.assign(quay.history.current(path, tag) ?? {}, { start: date });
    },
    lock: (path, tag) => {
      Object.assign(quay.history.current(path, tag) ?? {}, { immutable: true });
    },
    // The time machine keeps what is deleted.
    serves: (path, digest) => quay.history.serves(path, digest, true),
  };

  generic.auth = 'bearer';
  generic.users.set('ada', secret);
  const distribution: DriverRow = {
    host: 'registry.example.com',
    owner: 'acme',
    accounts: generic,
    user: 'ada',
    env: passwordOf('ada', secret),
    capabilities: { deleteTag: 'alone', deleteManifest: 'with-its-tags' },
    isList: ({ url }) => url.pathname.endsWith('/tags/list'),
    isDelete,
    page: 1000,
  };

  aws.secrets.set(awsKeys.AWS_ACCESS_KEY_ID, awsKeys.AWS_SECRET_ACCESS_KEY);
  const awsRow = (host: string, owner: string, accounts: RegistryAccounts): DriverRow => ({
    host,
    owner,
    accounts,
    user: awsKeys.AWS_ACCESS_KEY_ID,
    env: awsKeys,
    capabilities: capabilitiesOf(host),
    isList: isAwsOperation('DescribeImages'),
    isDelete: isAwsOperation('BatchDeleteImage'),
    // It refuses to delete what an index without a tag lists, also where both are to go: the next prune deletes it.
    noNestedIndexes: true,
    throttled: { status: 400, body: '{"__type":"ThrottlingException","message":"Rate exceeded"}' },
  });
  const elasticPublic = awsRow('public.ecr.aws', 'acme', ecrPublic);
  const elastic: DriverRow = {
    ...awsRow('123456789012.dkr.ecr.eu-central-1.amazonaws.com', 'acme', ecr),
    lock: (path, tag) => {
      ecr.mutability.set(path, { setting: 'MUTABLE_WITH_EXCLUSION', exclusions: [tag] });
    },
  };

  return [
    ...azure,
    elastic,
    dockerHub,
    artifactRegistry,
    githubPackages,
    gitlab,
    gitlabWithDatabase,
    gitlabWithoutDatabase,
    harborProject,
    elasticPublic,
    quayOrganization,
    distribution,
  ];
}

function passwordOf(user: string, password: string): Readonly<Record<string, string>> {
  return { IMAGE_GATE_USERNAME: user, IMAGE_GATE_PASSWORD: password };
}
