import type { LedgerManifest } from '../registries/ledger.js';
import type { PackagesApi } from './github.js';
import { timestamp } from './github-run-objects.js';

/** The permissions of a personal access token (classic) for packages. */
export type PackageScope = 'read:packages' | 'write:packages' | 'delete:packages';

/** The packages of ghcr.io, as GitHub's API has them. Its callers are ghcr.io's users, by their tokens. */
export interface GitHubPackages {
  /** Owners that are users; all others are organizations. */
  readonly users: Set<string>;
  /** `owner/name` → the users who are admin of the package; every member where it is absent. */
  readonly admins: Map<string, ReadonlySet<string>>;
  /** User → the scopes of his token; all where he is absent, none for a fine-grained token. */
  readonly scopes: Map<string, ReadonlySet<PackageScope>>;
  /** Digests of versions that were downloaded more than 5,000 times. */
  readonly popular: Set<string>;
  /** The versions of a package, digest → version; their dates may be set. */
  versions(name: string): ReadonlyMap<string, LedgerManifest>;
  /** The deleted ones, id → version; how long ago may be set. */
  deleted(name: string): Map<number, DeletedVersion>;
  readonly answer: PackagesApi;
}

export interface DeletedVersion {
  readonly manifest: LedgerManifest;
  deletedAt: Date;
}

/** The location of a package. */
export interface PackagePlace {
  /** `owner/name` in ghcr.io. */
  readonly name: string;
  readonly isUser: boolean;
  /** The owner's number. */
  readonly number: number;
}

/** The `package` of GitHub's OpenAPI document. */
export function describePackage(place: PackagePlace, isPublic: boolean, versions: number) {
  const { api, page, name } = addressesOf(place);
  return {
    id: 1,
    name,
    package_type: 'container',
    url: api,
    html_url: page,
    version_count: versions,
    visibility: isPublic ? 'public' : 'private',
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
  };
}

/** The `package-version` of the same. */
export function describeVersion(place: PackagePlace, manifest: LedgerManifest, deletedAt?: Date) {
  const { api, page } = addressesOf(place);
  const { id, digest, created, updated, tags } = manifest;
  return {
    id,
    name: digest,
    url: `${api}/versions/${id}`,
    package_html_url: page,
    html_url: `${page}/${id}`,
    created_at: timestamp(created),
    updated_at: timestamp(updated),
    ...(deletedAt !== undefined && { deleted_at: timestamp(deletedAt) }),
    metadata: { package_type: 'container', container: { tags: [...tags.keys()] } },
  };
}

function addressesOf({ name: whole, isUser }: PackagePlace) {
  const [owner = '', ...rest] = whole.split('/');
  const path = `${isUser ? 'users' : 'orgs'}/${owner}/packages/container`;
  const name = rest.join('/');
  return {
    name,
    api: `https://api.github.com/${path}/${encodeURIComponent(name)}`,
    page: `https://github.com/${path}/${encodeURIComponent(name)}`,
  };
}
