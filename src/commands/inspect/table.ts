import { formatImage } from '../../images/name.js';
import { sizeOf } from '../../registries/oci/inspection.js';
import { formatBytes, formatTime } from '../../reports/quantities.js';
import type { Cell, Table } from '../../reports/table.js';
import {
  describeSignature,
  factsOf,
  type Inspected,
  type InspectOutcome,
  kindOf,
  otherTagsOf,
  platformOf,
} from './outcome.js';

/** A single image field by field; several images with one row each. */
export function tableOf(outcomes: readonly InspectOutcome[]): Table {
  const [only] = outcomes;
  if (outcomes.length === 1 && only?.kind === 'inspected') {
    return { columns: ['field', 'value'], rows: fieldsOf(only).map(([name, text]) => [{ text: name }, { text }]) };
  }
  return { columns: ['image', 'digest', 'platforms', 'size', 'created'], rows: outcomes.map(rowOf) };
}

function rowOf(outcome: InspectOutcome): readonly Cell[] {
  const text = formatImage(outcome.image);
  if (outcome.kind === 'failed')
    return [{ text, tone: 'bad' }, ...['failed', '', '', ''].map((rest) => ({ text: rest }))];
  const facts = factsOf(outcome);
  const { digest, size, created } = facts;
  const cells = [digest.slice(0, 19), kindOf(facts), formatBytes(size), created ? formatTime(created) : ''];
  return [{ text }, ...cells.map((cell) => ({ text: cell }))];
}

function fieldsOf(outcome: Inspected): readonly (readonly [string, string])[] {
  const { images, attestations, annotations } = outcome.inspection;
  const { digest, mediaType, artifactType, size, created, labels } = factsOf(outcome);
  const several = images.length > 1;
  const otherTags = otherTagsOf(outcome);
  return [
    ['image', formatImage(outcome.image)],
    ['digest', digest],
    ...(otherTags === undefined ? [] : [['other tags', otherTags] as const]),
    ['media type', mediaType],
    ...(artifactType === undefined ? [] : [['artifact type', artifactType] as const]),
    ['size', formatBytes(size)],
    ['created', created ? formatTime(created) : ''],
    ...Object.entries(annotations).map(([name, value]) => ['annotation', `${name}=${value}`] as const),
    ...Object.entries(labels).map(([name, value]) => ['label', `${name}=${value}`] as const),
    ...images.flatMap((image) => [
      [platformOf(image) || 'artifact', `${image.descriptor.digest}  ${formatBytes(sizeOf([image]))}`] as const,
      ...(several && image.artifactType !== undefined ? [['  artifact type', image.artifactType] as const] : []),
      ...(several ? ownLabels(image.labels, labels) : []),
      ...image.layers.map((layer) => ['  layer', `${layer.digest}  ${formatBytes(layer.size ?? 0)}`] as const),
    ]),
    ...attestations.map((one) => ['attestation', one.digest] as const),
    ...(outcome.signatures ?? []).flatMap((one) => [
      [one.kind === 'other' ? 'referrer' : 'signature (not verified)', describeSignature(one)] as const,
      ...(one.place === undefined ? [] : [['  at', one.place] as const]),
    ]),
  ];
}

/** Those that the other platforms don't share. */
function ownLabels(
  own: Readonly<Record<string, string>>,
  shared: Readonly<Record<string, string>>,
): readonly (readonly [string, string])[] {
  return Object.entries(own)
    .filter(([name]) => !Object.hasOwn(shared, name))
    .map(([name, value]) => ['  label', `${name}=${value}`]);
}
