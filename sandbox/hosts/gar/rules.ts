import { type Answer, json } from '../../exchange.js';
import { failure } from '../../registries/errors.js';
import type { Throttle } from '../../throttle.js';
import type { TokenBook } from '../../tokens.js';
import type { HostedRepository, RegistryAccounts } from '../registry-accounts.js';

/** The predefined roles of Artifact Registry, without `roles/artifactregistry.`. */
export type GarRole = 'reader' | 'writer' | 'repoAdmin';

const PERMISSIONS = {
  download: 'artifactregistry.repositories.downloadArtifacts',
  upload: 'artifactregistry.repositories.uploadArtifacts',
  deleteTag: 'artifactregistry.tags.delete',
  deleteVersion: 'artifactregistry.versions.delete',
} as const;

export type GarPermission = keyof typeof PERMISSIONS;

const GRANTED: Readonly<Record<GarRole, readonly GarPermission[]>> = {
  reader: ['download'],
  writer: ['download', 'upload'],
  repoAdmin: ['download', 'upload', 'deleteTag', 'deleteVersion'],
};

/**
 * Artifact Registry (`LOCATION-docker.pkg.dev`) and the hosts of Container Registry (`gcr.io`). Every host shows the
 * same images: `project/repository/image`. A user is a principal, and his secret an OAuth access token.
 */
export interface Gar extends RegistryAccounts {
  /** Principal → the JSON of a service account key, for the user names `_json_key` and `_json_key_base64`. */
  readonly keys: Map<string, string>;
  /** Access tokens that end, by principal; those of `users` do not. */
  readonly accessTokens: TokenBook;
  /** Principal → his role in every repository that he is a member of; default `repoAdmin`. */
  readonly roles: Map<string, GarRole>;
  /** Principals with the permission to list the repositories of a host. */
  readonly catalogReaders: Set<string>;
  /** `project/repository` whose tags can neither be moved nor deleted. */
  readonly immutable: Set<string>;
  /** Seconds that a registry token lasts; an hour. */
  lifetime: number;
  readonly throttle: Throttle;
}

/** The `project/repository` that an image is in; Artifact Registry grants rights there. */
export function garRepository(image: string): string {
  return image.split('/').slice(0, 2).join('/');
}

/** Rights belong to the `project/repository`: an image that was never declared has those of its neighbours. */
export function garRights(gar: Gar, image: string): HostedRepository | undefined {
  const prefix = `${garRepository(image)}/`;
  return gar.repositories.get(image) ?? [...gar.repositories].find(([name]) => name.startsWith(prefix))?.[1];
}

export function garAllows(gar: Gar, image: string, principal: string | undefined, permission: GarPermission): boolean {
  const rights = garRights(gar, image);
  if (rights === undefined) return false;
  if (permission === 'download' && !rights.private) return true;
  if (principal === undefined || !rights.members.has(principal)) return false;
  return GRANTED[gar.roles.get(principal) ?? 'repoAdmin'].includes(permission);
}

/** 403, whether the repository is private or does not exist. */
export function garDenied(
  host: string,
  image: string,
  principal: string | undefined,
  permission: GarPermission,
): Answer {
  const [project = '', repository = ''] = image.split('/');
  const location = host.replace(/-?docker\.pkg\.dev$/, '') || 'us';
  const resource = `projects/${project}/locations/${location}/repositories/${repository}`;
  const what = `"${PERMISSIONS[permission]}"`;
  const message =
    principal === undefined
      ? `Unauthenticated request. Unauthenticated requests do not have permission ${what} on resource "${resource}" (or it may not exist)`
      : `Permission ${what} denied on resource "${resource}" (or it may not exist)`;
  return failure('DENIED', message, undefined);
}

/** Google sends no `Retry-After`. */
export function garThrottled(): Answer {
  const message =
    "Quota exceeded for quota metric 'Requests per project per region' and limit 'Requests per project per region per minute per region' of service 'artifactregistry.googleapis.com' for consumer 'project_number:123456789012'.";
  return failure('TOOMANYREQUESTS', message, undefined);
}

/** An error whose code is none of the distribution specification's. */
export function garFailed(status: number, code: string, message: string): Answer {
  return json(status, { errors: [{ code, message }] });
}
