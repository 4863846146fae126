import { plausibleDate } from '../../../images/date.js';
import { formatImage, type RepositoryName } from '../../../images/name.js';
import { Failure } from '../../../lib/errors.js';
import { isImageConfig } from '../../oci/inspection.js';
import { formerFormat, isIndexType } from '../../oci/media-types.js';
import type { CreateDriver, ListedManifest, RepositoryDriver } from '../driver.js';
import { deleteByProtocol } from '../oci.js';
import { type AcrApi, createAcrApi } from './api.js';
import type { AcrManifest, AcrTag } from './objects.js';

/**
 * Lists via Azure's API, and deletes a tag by it, a manifest by the registry. Without the permission to read metadata
 * it deletes only.
 */
export const createAcrDriver: CreateDriver = (settings) => ({
  async repository(name, { oci, session }) {
    const credentials = (await settings.credentialsOf?.(name.path)) ?? settings.credentials;
    const api = createAcrApi({ session, path: name.path, credentials });
    const access = { head: oci.head, deleteManifest: api.delete };
    const deletes: RepositoryDriver = {
      deleteTag: (tag) => deleteByProtocol(name, access, tag),
      deleteManifest: (digest) => deleteByProtocol(name, access, digest),
    };
    const attributes = await api.attributes();
    if (attributes.kind === 'refused') return deletes;
    const isLocked = attributes.kind === 'known' && attributes.locked;
    return {
      ...deletes,
      list: (whole) => listManifests(api, { name, whole, isLocked }),
      async find(tag) {
        const found = await api.tag(tag);
        return found && manifestOf(found, undefined, isLocked);
      },
      async tagsOn(digest) {
        const tags: string[] = [];
        for await (const page of api.tags(digest)) tags.push(...page.map((tag) => tag.name));
        return tags;
      },
    };
  },
});

interface ListSettings {
  readonly name: RepositoryName;
  readonly whole: boolean;
  /** True if the repository is locked. */
  readonly isLocked: boolean;
}

/**
 * The tags, and then the manifests without any, which were read first: a manifest that is pushed meanwhile has a tag,
 * and is not among these.
 * @throws Failure (denied) for a tag that may not be read, where deletes depend on it
 */
async function* listManifests(
  api: AcrApi,
  { name, whole, isLocked }: ListSettings,
): AsyncGenerator<readonly ListedManifest[]> {
  const manifests = new Map<string, AcrManifest>();
  for await (const page of api.manifests()) for (const one of page) manifests.set(one.digest, one);
  const listed = new Set<string>();
  const tagged = new Set<string>();
  for await (const page of api.tags()) {
    for (const tag of page) {
      listed.add(tag.name);
      tagged.add(tag.digest);
      const isReadable = tag.readable && manifests.get(tag.digest)?.readable !== false;
      if (whole && !isReadable) throw unreadable(formatImage({ ...name, tag: tag.name }));
    }
    yield page.map((tag) => manifestOf(tag, manifests.get(tag.digest), isLocked));
  }
  const others: ListedManifest[] = [];
  for (const manifest of manifests.values()) {
    const hidden = whole ? await hiddenTags(api, manifest, listed) : [];
    if (tagged.has(manifest.digest) && hidden.length === 0) continue;
    others.push({ digest: manifest.digest, tags: hidden, ...factsOf(manifest) });
  }
  yield others;
}

/** The tags on a manifest that are switched off in lists: they would go with it. */
async function hiddenTags(
  api: AcrApi,
  { digest, tags }: AcrManifest,
  listed: ReadonlySet<string>,
): Promise<ListedManifest['tags']> {
  const hidden: { readonly name: string; readonly locked: string }[] = [];
  for (const name of tags) {
    // One that is not there any more was deleted or moved while the lists were read.
    if (listed.has(name) || (await api.tag(name))?.digest !== digest) continue;
    hidden.push({ name, locked: `${name} is hidden from lists on ACR` });
  }
  return hidden;
}

function manifestOf(tag: AcrTag, manifest: AcrManifest | undefined, isRepositoryLocked: boolean): ListedManifest {
  const pushed = plausibleDate(tag.updated);
  const locked = isRepositoryLocked ? 'the repository' : manifest?.locked ? 'its manifest' : tag.locked ? tag.name : '';
  return {
    digest: tag.digest,
    tags: [{ name: tag.name, pushed, ...(locked === '' ? {} : { locked: `${locked} is locked on ACR` }) }],
    pushed,
    ...(manifest === undefined ? {} : factsOf(manifest)),
  };
}

function factsOf({ mediaType, configType, size }: AcrManifest): Partial<ListedManifest> {
  const isIndex = mediaType !== undefined && isIndexType(mediaType);
  const isImage = configType !== undefined && isImageConfig({ mediaType: configType });
  const isFormer = mediaType !== undefined && formerFormat(mediaType) !== undefined;
  return { mediaType, size: isIndex ? undefined : size, mayHaveSubject: !isIndex && !isImage && !isFormer };
}

function unreadable(image: string): Failure {
  return new Failure('denied', {
    operation: `Reading ${image}`,
    reason: 'it may not be read: its readEnabled on ACR is false; nothing was deleted',
    advice:
      'An image that cannot be read may need what is to be deleted. Delete this one by its tag, or permit it: az acr ' +
      'repository update with --read-enabled true.',
  });
}
