import { changeBehind } from '../../registries/behind.js';
import type { RunningRegistry } from '../../registries/index.js';
import type { LedgerManifest } from '../../registries/ledger.js';
import { createThrottle, type Throttle } from '../../throttle.js';
import type { AwsIdentities } from '../aws/identities.js';
import { createRegistryAccounts, type RegistryAccounts } from '../registry-accounts.js';
import type { ImageFailure } from './deleting.js';
import type { EcrImages, ImageStatus } from './images.js';
import { createEcrPasswords, type EcrPasswords } from './passwords.js';
import { type EcrPlace, MAIN_PLACE } from './places.js';

/** The tags of a repository that a push may move. */
export interface TagMutability {
  readonly setting: 'MUTABLE' | 'IMMUTABLE' | 'IMMUTABLE_WITH_EXCLUSION' | 'MUTABLE_WITH_EXCLUSION';
  /** Tags with `*`, for which the opposite of the setting holds. */
  readonly exclusions?: readonly string[];
}

/**
 * The state of both kinds of ECR. The users are access keys; the members of a repository are access keys and ARNs of
 * roles.
 */
export interface EcrAccounts extends RegistryAccounts {
  readonly identities: AwsIdentities;
  readonly passwords: EcrPasswords;
  /** Of the registry and of the API. */
  readonly throttle: Throttle;
  /** Digest → why no attempt to delete that image succeeds. */
  readonly stuck: Map<string, Pick<ImageFailure, 'failureCode' | 'failureReason'>>;
}

/** Private registries of two accounts in four regions. A name is in one of them; all repositories are private. */
export interface Ecr extends EcrAccounts {
  /** Repository → where it is; in the main account in eu-central-1 where it is absent. */
  readonly places: Map<string, EcrPlace>;
  /** Repository → which tags a push may move; all where it is absent. */
  readonly mutability: Map<string, TagMutability>;
  /** Moves an image to the archive (or back), in which it cannot be pulled. A push brings it back, too. */
  archive(name: string, digest: string, status?: ImageStatus): void;
  /** Since when an image has which status. */
  status(name: string, digest: string): { readonly status: ImageStatus; readonly since?: Date };
}

export function createEcrAccounts(registry: RunningRegistry, identities: AwsIdentities): EcrAccounts {
  return Object.assign(createRegistryAccounts(registry), {
    users: identities.secrets,
    identities,
    passwords: createEcrPasswords(identities),
    throttle: createThrottle(),
    stuck: new Map<string, Pick<ImageFailure, 'failureCode' | 'failureReason'>>(),
  });
}

export function createEcrState(registry: RunningRegistry, identities: AwsIdentities): Ecr {
  const statuses = new Map<string, { status: ImageStatus; since: Date }>();
  return Object.assign(createEcrAccounts(registry, identities), {
    places: new Map<string, EcrPlace>(),
    mutability: new Map<string, TagMutability>(),
    archive(name: string, digest: string, status: ImageStatus = 'ARCHIVED') {
      statuses.set(`${name}@${digest}`, { status, since: new Date() });
    },
    status: (name: string, digest: string) => statuses.get(`${name}@${digest}`) ?? { status: 'ACTIVE' as const },
  });
}

/** True if that private repository exists there. */
export function isThere(ecr: Ecr, name: string, { account, region }: EcrPlace): boolean {
  const place = ecr.places.get(name) ?? MAIN_PLACE;
  return ecr.repositories.has(name) && place.account === account && place.region === region;
}

export function repositoryArn(arn: string, { region, account }: EcrPlace, name: string): string {
  return `${arn}:ecr:${region}:${account}:repository/${name}`;
}

/** True if a push may not move this tag. */
export function isImmutable(ecr: Ecr, name: string, tag: string): boolean {
  const { setting, exclusions = [] } = ecr.mutability.get(name) ?? { setting: 'MUTABLE' };
  const excluded = exclusions.some((filter) => new RegExp(`^${filter.split('*').map(escaped).join('.*')}$`).test(tag));
  return setting.startsWith('IMMUTABLE') !== excluded;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The images of a repository. @param inRegistry its name in the registry behind, where it is another */
export function imagesOf(
  { registry }: EcrAccounts,
  registryId: string,
  repositoryName: string,
  inRegistry = repositoryName,
): EcrImages {
  const manifests: ReadonlyMap<string, LedgerManifest> = registry.ledger.manifests(inRegistry);
  return {
    registryId,
    repositoryName,
    manifests,
    tagged: registry.ledger.tagged(inRegistry),
    remove: (reference) => changeBehind(registry, 'DELETE', inRegistry, reference),
  };
}
