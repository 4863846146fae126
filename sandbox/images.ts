import { gzipSync } from 'node:zlib';
import { mediaTypes } from './media-types.js';
import { type Descriptor, type PushTarget, pusher, sha256 } from './pushing.js';
import { tarWith } from './tar.js';

export interface ImageSpec {
  /** `os/architecture[/variant]`; one (the default is linux/amd64) makes an image, several an index. */
  readonly platforms?: readonly string[];
  /** Of the image's configuration. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Of every image manifest. */
  readonly annotations?: Readonly<Record<string, string>>;
  readonly indexAnnotations?: Readonly<Record<string, string>>;
  /**
   * Adds a provenance child (`unknown/unknown`) for each image, as BuildKit does; makes an index even of one platform.
   */
  readonly attestation?: boolean;
  /** RFC 3339; default 2026-01-01T00:00:00Z. */
  readonly created?: string;
  /** Puts the images into an index inside the index. */
  readonly nested?: boolean;
  /** Docker's media types instead of OCI's. */
  readonly format?: 'oci' | 'docker';
  /** The text in the one file of the layer; default the name and tag, so that every image is another. */
  readonly content?: string;
  /** Further layers, bytes as they are. */
  readonly layers?: readonly Buffer[];
  /** Makes the manifest a referrer of this one. Only for one platform. */
  readonly subject?: Descriptor;
  readonly artifactType?: string;
}

export interface PushedImage extends Descriptor {
  /** The index's children, attestations and a nested index included; the image itself without an index. */
  readonly manifests: readonly Descriptor[];
}

/** Builds a small but real image (a gzipped tar that unpacks) and pushes it, blobs first, the tag last. */
export async function pushImage(
  target: PushTarget,
  repository: string,
  tag: string,
  spec: ImageSpec = {},
): Promise<PushedImage> {
  const types = mediaTypes(spec.format ?? 'oci');
  const push = pusher(target, repository);
  const platforms = spec.platforms ?? ['linux/amd64'];
  const content = spec.content ?? `${repository}:${tag}\n`;

  async function image(platform: string, reference?: string): Promise<Descriptor> {
    const [os = '', architecture = '', variant] = platform.split('/');
    const tar = tarWith('image.txt', `${platform} ${content}`);
    const layers = [await push.blob(types.layer, gzipSync(tar))];
    for (const layer of spec.layers ?? []) layers.push(await push.blob(types.layer, layer));
    const config = {
      created: spec.created ?? '2026-01-01T00:00:00Z',
      os,
      architecture,
      ...(variant !== undefined && { variant }),
      config: { Labels: spec.labels ?? {} },
      rootfs: { type: 'layers', diff_ids: [sha256(tar), ...(spec.layers ?? []).map(sha256)] },
      history: layers.map(() => ({
        created: spec.created ?? '2026-01-01T00:00:00Z',
        created_by: 'image-gate sandbox',
      })),
    };
    const manifest = {
      schemaVersion: 2,
      mediaType: types.manifest,
      ...(spec.artifactType !== undefined && { artifactType: spec.artifactType }),
      config: await push.blob(types.config, Buffer.from(JSON.stringify(config))),
      layers,
      ...(spec.subject !== undefined && { subject: spec.subject }),
      ...(spec.annotations !== undefined && { annotations: spec.annotations }),
    };
    const pushed = await push.manifest(manifest, reference);
    return { ...pushed, platform: { os, architecture, ...(variant !== undefined && { variant }) } };
  }

  async function attestation(subject: Descriptor): Promise<Descriptor> {
    const statement = JSON.stringify({ predicateType: 'https://slsa.dev/provenance/v1', subject: subject.digest });
    const layer = await push.blob('application/vnd.in-toto+json', Buffer.from(statement));
    const config = { os: 'unknown', architecture: 'unknown', rootfs: { type: 'layers', diff_ids: [layer.digest] } };
    const pushed = await push.manifest({
      schemaVersion: 2,
      mediaType: types.manifest,
      config: await push.blob(types.config, Buffer.from(JSON.stringify(config))),
      layers: [{ ...layer, annotations: { 'in-toto.io/predicate-type': 'https://slsa.dev/provenance/v1' } }],
    });
    return {
      ...pushed,
      platform: { os: 'unknown', architecture: 'unknown' },
      annotations: {
        'vnd.docker.reference.type': 'attestation-manifest',
        'vnd.docker.reference.digest': subject.digest,
      },
    };
  }

  const index = (manifests: readonly Descriptor[], reference?: string): Promise<Descriptor> =>
    push.manifest(
      {
        schemaVersion: 2,
        mediaType: types.index,
        manifests,
        ...(spec.indexAnnotations !== undefined && { annotations: spec.indexAnnotations }),
      },
      reference,
    );

  const alone = platforms[0];
  if (alone !== undefined && platforms.length === 1 && !spec.attestation && !spec.nested) {
    const pushed = await image(alone, tag);
    return { ...pushed, manifests: [pushed] };
  }
  const images: Descriptor[] = [];
  for (const platform of platforms) images.push(await image(platform));
  const children = spec.nested ? [await index(images)] : [...images];
  if (spec.attestation) for (const child of images) children.push(await attestation(child));
  return { ...(await index(children, tag)), manifests: children };
}
