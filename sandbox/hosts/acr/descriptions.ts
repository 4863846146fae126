import type { LedgerManifest } from '../../registries/ledger.js';
import { contentOf } from '../../registries/manifest-content.js';
import { type Acr, attributesOf } from './state.js';

/** The `RepositoryAttributes` of Azure's specification. */
export function describeRepository(acr: Acr, name: string): object {
  const { ledger } = acr.registry;
  const manifests = [...ledger.manifests(name).values()];
  const times = (dates: readonly Date[]) => dates.map((date) => date.getTime());
  return {
    registry: acr.loginServer,
    imageName: name,
    createdTime: timestamp(new Date(Math.min(...times(manifests.map(({ created }) => created))))),
    lastUpdateTime: timestamp(new Date(Math.max(...times(manifests.map(({ updated }) => updated))))),
    manifestCount: manifests.length,
    tagCount: ledger.tagged(name).size,
    changeableAttributes: attributesOf(acr, name),
  };
}

/** The `TagAttributesBase` of Azure's specification. */
export function describeTag(acr: Acr, name: string, tag: string, { digest, tags, updated }: LedgerManifest): object {
  const at = timestamp(tags.get(tag) ?? updated);
  const changeableAttributes = attributesOf(acr, `${name}:${tag}`);
  return { name: tag, digest, createdTime: at, lastUpdateTime: at, signed: false, changeableAttributes };
}

/** The `ManifestAttributesBase`, without the `references` of an index, which a list lacks; `tags` is absent if empty. */
export function describeManifest(acr: Acr, name: string, manifest: LedgerManifest): object {
  const { digest, mediaType, created, updated, tags } = manifest;
  const { size, configType } = contentOf(manifest);
  return {
    digest,
    imageSize: size,
    createdTime: timestamp(created),
    lastUpdateTime: timestamp(updated),
    mediaType,
    ...(configType !== undefined && { configMediaType: configType }),
    ...(tags.size > 0 && { tags: [...tags.keys()] }),
    changeableAttributes: attributesOf(acr, `${name}@${digest}`),
  };
}

/** With the seven digits that .NET writes. */
function timestamp(date: Date): string {
  return date.toISOString().replace('Z', '0000Z');
}
