import type { RegistryName } from '../images/name.js';
import { inputName, usernameAndPassword } from '../input-names.js';

/** What is known of a registry before anything is asked of it. */
export interface Profile {
  readonly name: string;
  readonly matches: (host: string) => boolean;
  /** The token service that its challenge names, where it may be at any host. */
  readonly challengeService?: string;
  /** Where its API is, when that is not the host of its images' names. */
  readonly apiHost?: string;
  /** Its token service: known ahead, the token can be fetched first, and no request is spent on a challenge. */
  readonly tokens?: { readonly realm: string; readonly service: string };
  /** The names that the Docker config may have its credentials under; the first is what credential helpers are asked for. */
  readonly configKeys?: readonly string[];
  /** Where `namespace` is empty: an error, the source's owner, or nothing at all. */
  readonly emptyNamespace: 'error' | 'owner' | 'none';
  /** How tags are deleted, where that is not by the OCI distribution specification. */
  readonly deletes?:
    | { readonly kind: 'docker-hub' | 'harbor' }
    /** Whole versions of a package, by GitHub's API at this address. */
    | { readonly kind: 'ghcr'; readonly api: string }
    | { readonly kind: 'elsewhere'; readonly advice: string };
  /** The actions to ask the token service for in order to delete, where it refuses a scope that says `delete`. */
  readonly deleteActions?: string;
  /** Its own API, where that tells more than the registry's: dates, sizes, pulls. */
  readonly ownApi?: 'docker-hub' | 'ghcr' | 'harbor';
  /** Whether it has no referrers API, whatever it answers: clients keep referrers at the tag `sha256-<hex>`. */
  readonly noReferrersApi?: true;
  /** What to do instead, where the registry is known to list no repositories by `_catalog`. */
  readonly noCatalog?: string;
  /** What to look at when the token service does not take the credentials. */
  readonly credentialsAdvice: string;
  /** What a 401 or 403 means here and what to do. */
  readonly deniedAdvice: string;
  /** The same of a push, where that takes something else. */
  readonly pushAdvice?: string;
}

/**
 * Private repositories at AWS: of all its partitions, with FIPS, and dual-stack (`dkr-ecr…on.aws`), as
 * amazon-ecr-credential-helper and docker/login-action know them.
 */
const ecrHost =
  /^\d{12}\.dkr[.-]ecr(?:-fips)?\.[a-z0-9][a-z0-9-]*\.(?:amazonaws\.(?:com(?:\.cn)?|eu)|on\.aws|on\.amazonwebservices\.(?:com\.cn|eu)|c2s\.ic\.gov|sc2s\.sgov\.gov|cloud\.adc-e\.uk|csp\.hci\.ic\.gov)$/;

const profiles: readonly Profile[] = [
  {
    name: 'Docker Hub',
    matches: (host) => host === 'docker.io',
    ownApi: 'docker-hub',
    apiHost: 'registry-1.docker.io',
    tokens: { realm: 'https://auth.docker.io/token', service: 'registry.docker.io' },
    configKeys: ['https://index.docker.io/v1/', 'index.docker.io', 'docker.io', 'registry-1.docker.io'],
    emptyNamespace: 'error',
    // Its registry takes digests only; 202 to a tag was seen, and left it in the list: docker/hub-feedback#2361.
    deletes: { kind: 'docker-hub' },
    credentialsAdvice:
      'For an organization access token the user name is the organization’s; where single sign-on is enforced a password is refused, and only a token works.',
    // A missing repository is 401 too, and looks like a private one: https://github.com/docker/hub-feedback/issues/1771
    deniedAdvice:
      'Docker Hub says this of a private repository, and of one that does not exist: check the name, and give ' +
      `${usernameAndPassword} (an access token with Read, or an organization access token with Image Pull).`,
    pushAdvice:
      'A push takes an access token with Read & Write (of an organization: Image Push), of somebody who may write to the repository.',
  },
  {
    name: 'GHCR',
    matches: (host) => host === 'ghcr.io',
    noCatalog:
      'GitHub lists an owner’s packages by its API: gh api --paginate "/orgs/OWNER/packages?package_type=container" (of a ' +
      `user /users/OWNER/packages). Give them to the other commands as ${inputName('image')}.`,
    tokens: { realm: 'https://ghcr.io/token', service: 'ghcr.io' },
    emptyNamespace: 'owner',
    // Seen in 2026: 404, a redirect to github.com with the digest cut off, and an empty list (NVIDIA/aicr#1957, sbomify/sbomify#1530).
    noReferrersApi: true,
    ownApi: 'ghcr',
    // 405 to every delete (containers/skopeo#1880); a version of the package is a manifest with all its tags.
    deletes: { kind: 'ghcr', api: 'https://api.github.com' },
    credentialsAdvice: 'The password is a token with read:packages, or github.token with permissions: packages: read.',
    deniedAdvice:
      `The package is private or does not exist. Give ${inputName('username')} and, as ${inputName('password')}, a token with read:packages ` +
      '(in a workflow: github.token with permissions: packages: read, and access of this repository to the package).',
    pushAdvice:
      'A push takes a token with write:packages, or github.token with permissions: packages: write; the package’s settings ' +
      '(Manage Actions access) have to give this repository the role Write.',
  },
  {
    name: 'Quay',
    matches: (host) => host === 'quay.io',
    emptyNamespace: 'none',
    credentialsAdvice: 'A robot account is named namespace+robot.',
    // A scope with `delete` is refused; who may push may delete (PROJQUAY-7599).
    deleteActions: 'pull,push',
    deniedAdvice: 'The repository is private or does not exist, or the robot account has no right to it.',
  },
  {
    name: 'ECR',
    matches: (host) => ecrHost.test(host),
    emptyNamespace: 'none',
    credentialsAdvice:
      'The user name is AWS, the password lasts 12 hours: sign in again with aws-actions/amazon-ecr-login.',
    noCatalog: `aws ecr describe-repositories lists them. Give them to the other commands as ${inputName('image')}.`,
    deletes: {
      kind: 'elsewhere',
      advice:
        'aws ecr batch-delete-image --image-ids imageTag=TAG removes a tag alone, and with the last one the image.',
    },
    deniedAdvice: 'The repository does not exist, or the role lacks ecr:BatchGetImage; the password lasts 12 hours.',
    pushAdvice:
      'The repository does not exist, or the role may not push (ecr:InitiateLayerUpload, ecr:UploadLayerPart, ' +
      'ecr:CompleteLayerUpload, ecr:PutImage); the password lasts 12 hours.',
  },
  {
    name: 'ECR Public',
    matches: (host) => host === 'public.ecr.aws' || host === 'ecr-public.aws.com',
    emptyNamespace: 'none',
    credentialsAdvice:
      'The user name is AWS, the password lasts 12 hours: aws ecr-public get-login-password --region us-east-1.',
    noCatalog: `aws ecr-public describe-repositories --region us-east-1 lists your own. Give them to the other commands as ${inputName('image')}.`,
    deletes: {
      kind: 'elsewhere',
      advice:
        'aws ecr-public batch-delete-image --region us-east-1 --image-ids imageTag=TAG removes a tag alone, and with the ' +
        'last one the image.',
    },
    deniedAdvice: 'The repository does not exist. Its images are public: without credentials they can be pulled too.',
    pushAdvice:
      'A push takes ecr-public:PutImage and the permissions to upload layers, in your own registry alias; the password ' +
      'lasts 12 hours.',
  },
  {
    name: 'Harbor',
    matches: () => false,
    challengeService: 'harbor-registry',
    emptyNamespace: 'none',
    ownApi: 'harbor',
    // Its registry says 400 UNSUPPORTED to the delete of a tag (goharbor/harbor, src/server/registry/manifest.go).
    deletes: { kind: 'harbor' },
    credentialsAdvice:
      'A robot account is named robot$PROJECT+NAME; where sign-in is by OIDC, the password is the CLI secret of the profile.',
    deniedAdvice:
      'The project is private or does not exist, or the account may not do this there: look at the permissions of the robot account.',
  },
];

const anyRegistry: Profile = {
  name: 'registry',
  matches: () => true,
  emptyNamespace: 'none',
  credentialsAdvice: '',
  deniedAdvice: 'The credentials are missing, wrong, or may not pull from this repository.',
  pushAdvice: 'Look at who may write there.',
};

/**
 * The row for this registry; what no row matches is an ordinary OCI registry.
 * @param service the token service that its challenge named, where it has come to one
 */
export function profileOf(registry: RegistryName, service?: string): Profile {
  return (
    profiles.find((profile) => profile.matches(registry.host)) ??
    profiles.find(({ challengeService }) => challengeService !== undefined && challengeService === service) ??
    anyRegistry
  );
}

/** The origin of the registry's API: `https://registry-1.docker.io`, `http://localhost:5000`. */
export function apiOrigin(registry: RegistryName): URL {
  const host = profileOf(registry).apiHost ?? registry.host;
  return new URL(`${registry.plainHttp ? 'http' : 'https'}://${host}`);
}
