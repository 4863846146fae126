import { formatImage, type ImageName } from '../../images/name.js';
import { formatPlatform, type Platform, parsePlatform } from '../../images/platform.js';
import { Failure, failureOfImage, usageFailure } from '../../lib/errors.js';
import { inputName } from '../../lib/input-names.js';
import { formerFailure } from '../../registries/oci/answers.js';
import { inspectManifest } from '../../registries/oci/inspection.js';
import type { Registry } from '../../registries/registry.js';
import type { Command, Context } from '../command.js';
import { openCacheFolder } from '../shared/cache/folder.js';
import { createReaders, type Readers } from '../shared/cache/readers.js';
import { mapConcurrent } from '../shared/concurrency.js';
import { readImage, withTag } from '../shared/inputs/image.js';
import { createConnections, refuseCredentials } from '../shared/inputs/registry.js';
import { type InspectInputs, inspectInputs } from './inputs.js';
import { factsOf, type InspectOutcome, type InspectResult } from './outcome.js';
import { reportInspect } from './report.js';
import type { listSignatures } from './signatures.js';
import { createTagsOn, type TagsOn } from './tags-on.js';

const atOnce = 4;

/** All that a registry reports about an image, without pulling it. */
export const inspect: Command<InspectInputs, InspectResult> = {
  name: 'inspect',
  summary: 'Show digest, platforms, sizes, creation date, labels and layers of an image without pulling it.',
  inputs: inspectInputs,
  positional: ['image'],
  examples: ['nginx:1.27', 'ghcr.io/acme/app:1.0 --platform linux/arm64 --json', 'acme/app:1.0 --signatures'],
  names: { help: 'the images by digest' },
  outputs: {
    digest:
      'The digest of the index or manifest. With `platform`, the digest of that platform’s manifest. This output and those up to `labels` are set only for a single image.',
    'media-type': 'The media type of the index or manifest.',
    size: 'The compressed size in bytes: configs and layers, each blob counted once.',
    created:
      'The creation date (RFC 3339), from the config or else from the annotation. For several platforms, the latest.',
    platforms: 'The platforms, separated by commas.',
    labels: 'A JSON object of the labels. For several platforms, the labels that are the same on all.',
    results:
      'A JSON array with one object for each `image`, in order: `image`, `digest`, `mediaType`, `artifactType` (not of container images), `size`, `created`, `platforms`, `labels`, `annotations`, `tags` (other tags of the digest, if the API of the registry reports them), `images` (for each platform the same, and its `layers`), `attestations`, `signatures` (with `signatures: true`; for each `kind`, `identity`, `issuer`, `predicateType`, `type`, `place`, `error`).',
  },
  timeout: (inputs) => inputs.timeout,
  run: runInspect,
  report: reportInspect,
};

async function runInspect(inputs: InspectInputs, context: Context): Promise<InspectResult> {
  if (inputs.image.length === 0)
    throw usageFailure(
      `${inputName('image')} is required: the image to inspect, or several`,
      'For example acme/app:1.0.',
    );
  const images = inputs.image.map((given) => withTag(readImage(given, inputs, context.workflow)));
  const platform = inputs.platform === undefined ? undefined : parsePlatform(inputs.platform);
  const readers = createReaders(await openCacheFolder(inputs['cache-dir'], context));
  const connect = createConnections(inputs, context);
  await refuseCredentials(
    images.map(({ registry }) => registry),
    connect,
  );
  const tagsOn = createTagsOn(context);
  const outcomes = await mapConcurrent(images, atOnce, async (image): Promise<InspectOutcome> => {
    try {
      return await inspectOne(
        image,
        platform,
        (await connect(image.registry)).registry,
        readers,
        tagsOn,
        inputs.signatures,
      );
    } catch (thrown) {
      if (context.signal.aborted) throw context.signal.reason;
      return { kind: 'failed', image, failure: failureOfImage(thrown, formatImage(image), image.tag) };
    }
  }).finally(readers.save);
  return { outcomes };
}

async function inspectOne(
  image: ImageName,
  platform: Platform | undefined,
  registry: Registry,
  readers: Readers,
  tagsOn: TagsOn,
  listsSignatures: boolean,
): Promise<InspectOutcome> {
  const repository = registry.repository(image);
  const { assumed, confirmed } = readers.of(image, repository);
  const manifest = await confirmed.manifest(image.digest ?? image.tag ?? '');
  if (manifest === undefined) throw missing(image);
  if (manifest.content.kind === 'former') throw formerFailure(formatImage(image), manifest.descriptor);
  const [inspection, tags] = await Promise.all([
    inspectManifest(assumed, manifest, platform ?? 'all'),
    tagsOn(registry, image, manifest.descriptor.digest),
  ]);
  if (platform === undefined || inspection.images.length > 0) {
    const { digest } = factsOf({ inspection, platform });
    const signatures = listsSignatures ? await findSignatures(repository, image, digest) : undefined;
    return { kind: 'inspected', image, inspection, platform, tags, signatures };
  }
  throw new Failure('not-found', {
    operation: `${formatPlatform(platform)} of ${formatImage(image)}`,
    reason: 'the image has no such platform',
    advice: `Leave ${inputName('platform')} empty to see all platforms.`,
  });
}

/** Loaded only where signatures are listed: the libraries are a good part of the bundle. */
async function findSignatures(...of: Parameters<typeof listSignatures>): ReturnType<typeof listSignatures> {
  const { listSignatures } = await import('./signatures.js');
  return listSignatures(...of);
}

function missing(image: ImageName): Failure {
  return new Failure('not-found', {
    operation: formatImage(image),
    reason: 'the registry has no such image (404)',
    advice: `Check the name and the ${image.digest === undefined ? 'tag' : 'digest'}: the command tags lists the existing tags.`,
  });
}
