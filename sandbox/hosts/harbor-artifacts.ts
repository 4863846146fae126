import type { LedgerManifest } from '../registries/ledger.js';
import { contentOf } from '../registries/manifest-content.js';

/** The artifacts that a list has: those with a tag or that no index lists; no accessories. Newest first. */
export function listed(manifests: ReadonlyMap<string, LedgerManifest>): {
  readonly artifacts: readonly LedgerManifest[];
  /** Digest → what belongs to it. */
  readonly accessories: ReadonlyMap<string, readonly LedgerManifest[]>;
} {
  const children = new Set<string>();
  const accessories = new Map<string, LedgerManifest[]>();
  for (const manifest of manifests.values()) {
    const { children: own, subject } = contentOf(manifest);
    for (const child of own) children.add(child);
    if (subject === undefined || !manifests.has(subject)) continue;
    const found = accessories.get(subject) ?? [];
    found.push(manifest);
    accessories.set(subject, found);
  }
  const belonging = new Set([...accessories.values()].flat());
  const artifacts = [...manifests.values()].filter(
    (manifest) => !belonging.has(manifest) && (manifest.tags.size > 0 || !children.has(manifest.digest)),
  );
  return { artifacts: artifacts.reverse(), accessories };
}

/** The `Artifact` of Harbor's API; Go writes `null` for empty lists. */
export function describeArtifact(
  repository: string,
  manifest: LedgerManifest,
  wanted: {
    readonly tags: boolean;
    readonly accessories: readonly LedgerManifest[];
    readonly immutable: (tag: string) => boolean;
  },
) {
  const { id, digest, mediaType, created, pulled, tags } = manifest;
  const { children, size } = contentOf(manifest);
  const references = [...children].map((child_digest) => ({ parent_id: id, child_id: 1, child_digest }));
  const pull_time = (pulled ?? new Date('0001-01-01T00:00:00Z')).toISOString();
  return {
    id,
    type: 'IMAGE',
    digest,
    manifest_media_type: mediaType,
    project_id: 1,
    repository_id: 1,
    repository_name: repository,
    size,
    push_time: created.toISOString(),
    pull_time,
    references: orNull(references),
    tags: orNull(
      [...(wanted.tags ? tags : [])].map(([name, pushed]) => ({
        id: 1,
        repository_id: 1,
        artifact_id: id,
        name,
        push_time: pushed.toISOString(),
        pull_time,
        immutable: wanted.immutable(name),
      })),
    ),
    accessories: orNull(
      wanted.accessories.map((accessory) => ({
        id: accessory.id,
        artifact_id: accessory.id,
        subject_artifact_digest: digest,
        subject_artifact_repo: repository,
        size: contentOf(accessory).size,
        digest: accessory.digest,
        type: 'signature.cosign',
        creation_time: accessory.created.toISOString(),
      })),
    ),
  };
}

function orNull<T>(values: readonly T[]): readonly T[] | null {
  return values.length === 0 ? null : values;
}
