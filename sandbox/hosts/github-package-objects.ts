import type { LedgerManifest } from '../registries/ledger.js';
import { timestamp } from './github-run-objects.js';

/** Where a package is. */
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
