import { formatImage } from '../../images/name.js';
import { type InspectedImage, sizeOf } from '../../registries/oci/inspection.js';
import { failureObject } from '../../reports/failure.js';
import { countOf, formatBytes } from '../../reports/quantities.js';
import type { Report } from '../command.js';
import {
  factsOf,
  type Inspected,
  type InspectOutcome,
  type InspectResult,
  kindOf,
  pinnedOf,
  platformOf,
} from './outcome.js';
import { summaryOf } from './summary.js';
import { tableOf } from './table.js';

/** The report of an inspection, for every frontend. */
export function reportInspect({ outcomes }: InspectResult): Report {
  const failures = outcomes.flatMap((outcome) => (outcome.kind === 'failed' ? [outcome.failure] : []));
  const results = outcomes.map(resultOf);
  const headline = headlineOf(outcomes);
  return {
    outputs: { ...singleOutputs(outcomes), results: JSON.stringify(results) },
    json: results.length === 1 ? results[0] : { results },
    summary: summaryOf(outcomes, headline),
    table: tableOf(outcomes),
    names: outcomes.flatMap((one) => (one.kind === 'inspected' ? [pinnedOf(one)] : [])),
    headline,
    failures,
    exitCode: failures[0]?.exitCode ?? 0,
  };
}

function singleOutputs(outcomes: readonly InspectOutcome[]): Record<string, string> {
  const [only] = outcomes;
  if (outcomes.length !== 1 || only?.kind !== 'inspected') return {};
  const { digest, mediaType, size, created, platforms, labels } = factsOf(only);
  return {
    digest,
    'media-type': mediaType,
    size: String(size),
    created: created?.toISOString() ?? '',
    platforms: platforms.join(','),
    labels: JSON.stringify(labels),
  };
}

function resultOf(outcome: InspectOutcome): Record<string, unknown> {
  const image = formatImage(outcome.image);
  if (outcome.kind === 'failed') {
    return { image, ...failureObject(outcome.failure) };
  }
  const { inspection } = outcome;
  return {
    image,
    ...factsOf(outcome),
    annotations: inspection.annotations,
    tags: outcome.tags,
    signatures: outcome.signatures,
    images: inspection.images.map(imageOf),
    attestations: inspection.attestations.map(({ digest, annotations }) => ({
      digest,
      of: annotations?.['vnd.docker.reference.digest'],
    })),
  };
}

function imageOf(image: InspectedImage): Record<string, unknown> {
  const { descriptor, created, labels, annotations, artifactType, config, layers } = image;
  return {
    platform: platformOf(image),
    digest: descriptor.digest,
    mediaType: descriptor.mediaType,
    artifactType,
    size: sizeOf([image]),
    created,
    labels,
    annotations,
    config: { digest: config.digest, mediaType: config.mediaType, size: config.size },
    layers: layers.map(({ digest, mediaType, size }) => ({ digest, mediaType, size })),
  };
}

function headlineOf(outcomes: readonly InspectOutcome[]): string {
  const inspected = outcomes.filter((outcome): outcome is Inspected => outcome.kind === 'inspected');
  const [only] = outcomes;
  if (outcomes.length > 1) {
    const failed = outcomes.length - inspected.length;
    const counts = `${inspected.length} of ${outcomes.length} images inspected`;
    return failed === 0 ? counts : `${counts}, ${countOf(failed, 'error')}`;
  }
  if (only === undefined) return 'no image to inspect';
  if (only.kind === 'failed') return `${formatImage(only.image)} could not be inspected`;
  const facts = factsOf(only);
  return `${formatImage(only.image)}: ${[kindOf(facts), formatBytes(facts.size)].filter(Boolean).join('; ')}`;
}
