import { isObject, parseJson } from '../../lib/json.js';
import { findConfig } from '../../registries/oci/config.js';
import { isAttestation, isImageConfig } from '../../registries/oci/inspection.js';
import { type Descriptor, depthLimit, type Manifest, texts } from '../../registries/oci/manifest.js';
import type { ImageReader } from '../../registries/oci/repository.js';
import { type Expiry, joinExpiries, parseExpiry } from '../../retention/expiry.js';
import { vanished } from './read-graph.js';

/** The parts of a manifest that a label depends on. */
interface Noted {
  readonly annotation: string;
  /** Of an image. */
  readonly config: Descriptor | undefined;
  /** Of an index. */
  readonly parts: readonly string[];
}

/** The labels of one name in one repository. */
export interface Labels {
  /** The same repository, of which it is noted what is read of it anyway. */
  watch<Access extends ImageReader>(access: Access): Access;
  /** @throws Failure for what cannot be read */
  expiryOf(digest: string, access: ImageReader): Promise<Expiry>;
}

/**
 * Reads labels of configs, and annotations of manifests: of an index its own, else those of all its parts. Nothing is
 * requested that has been read before.
 */
export function createLabels(name: string): Labels {
  const manifests = new Map<string, Noted>();
  const configs = new Map<string, string>();

  function note(manifest: Manifest): Noted {
    const { annotations, content } = manifest;
    const noted: Noted = {
      annotation: annotations[name] ?? '',
      config: content.kind === 'image' && isImageConfig(content.config) ? content.config : undefined,
      parts:
        content.kind === 'index'
          ? content.manifests.filter((child) => !isAttestation(child)).map(({ digest }) => digest)
          : [],
    };
    manifests.set(manifest.descriptor.digest, noted);
    return noted;
  }

  function noteConfig(digest: string, bytes: Buffer): string {
    const value = parseJson(bytes);
    const inner = isObject(value) && isObject(value.config) ? texts(value.config.Labels) : {};
    const label = inner[name] ?? '';
    configs.set(digest, label);
    return label;
  }

  async function labelIn(config: Descriptor, access: ImageReader): Promise<Expiry> {
    const known = configs.get(config.digest);
    if (known !== undefined) return parseExpiry(known);
    const bytes = await findConfig(access, config);
    if (bytes !== undefined) return parseExpiry(noteConfig(config.digest, bytes));
    return { kind: 'unreadable', reason: `is in the config ${config.digest}, which is missing in the registry` };
  }

  /** @returns undefined for what an index lists and the registry does not have */
  async function read(digest: string, access: ImageReader, depth: number): Promise<Expiry | undefined> {
    const known = manifests.get(digest);
    const manifest = known === undefined ? await access.manifest(digest) : undefined;
    const noted = known ?? (manifest && note(manifest));
    if (noted === undefined) return undefined;
    const { annotation, config, parts } = noted;
    const own = [
      ...(annotation === '' ? [] : [parseExpiry(annotation)]),
      ...(config === undefined ? [] : [await labelIn(config, access)]),
    ].filter(({ kind }) => kind !== 'none');
    if (own.length > 0 || depth > depthLimit) return joinExpiries(own);
    const inner: Expiry[] = [];
    for (const part of parts) {
      const expiry = await read(part, access, depth + 1);
      if (expiry !== undefined) inner.push(expiry);
    }
    return joinExpiries(inner);
  }

  return {
    watch: (access) => ({
      ...access,
      async manifest(reference) {
        const manifest = await access.manifest(reference);
        if (manifest !== undefined) note(manifest);
        return manifest;
      },
      async smallBlob(descriptor) {
        const bytes = await access.smallBlob(descriptor);
        if (isImageConfig(descriptor)) noteConfig(descriptor.digest, bytes);
        return bytes;
      },
    }),
    async expiryOf(digest, access) {
      const expiry = await read(digest, access, 1);
      if (expiry === undefined) throw vanished(digest);
      return expiry;
    },
  };
}
