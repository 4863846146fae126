import { formatImage } from '../../images/name.js';
import { type InspectedImage, sizeOf } from '../../registries/oci/inspection.js';
import { failureList } from '../../reports/failure.js';
import {
  code,
  codeBlock,
  folded,
  heading,
  type Markdown,
  markdown,
  paragraphs,
  plain,
  table,
  unbroken,
} from '../../reports/markdown.js';
import { countOf, formatBytes, formatTime } from '../../reports/quantities.js';
import {
  describeSignature,
  factsOf,
  type Inspected,
  type InspectOutcome,
  otherTagsOf,
  pinnedOf,
  platformOf,
} from './outcome.js';

/** Characters of a label's value; some hold whole documents. The outputs have everything. */
const longestValue = 500;

/** The images by digest, and a row for each platform of each; labels and layers folded. */
export function summaryOf(outcomes: readonly InspectOutcome[], headline: string): Markdown {
  const several = outcomes.length > 1;
  // The name of the only image is in the heading.
  const columns = ['Image', 'Platform', 'Digest', 'Size', 'Layers', 'Created'].slice(several ? 0 : 1);
  const rows = outcomes.flatMap(rowsOf).map((cells) => cells.slice(several ? 0 : 1));
  const inspected = outcomes.filter((outcome) => outcome.kind === 'inspected');
  const failures = outcomes.flatMap((outcome) => (outcome.kind === 'failed' ? [outcome.failure] : []));
  return paragraphs(
    heading(failures.length === 0 ? 'none' : 'bad', headline),
    codeBlock(inspected.map(pinnedOf)),
    several || inspected.length > 0 ? table([columns.map(plain), ...rows]) : undefined,
    failureList(failures),
    ...inspected.map((one) => tagsOf(one, several)),
    ...inspected.flatMap((one) => [signaturesOf(one, several), labelsOf(one, several), layersOf(one, several)]),
  );
}

function rowsOf(outcome: InspectOutcome): readonly (readonly Markdown[])[] {
  const name = code(formatImage(outcome.image));
  const none = plain('');
  if (outcome.kind === 'failed') return [[name, plain('❌ error'), none, none, none, none]];
  const { images } = outcome.inspection;
  const { digest, size, created } = factsOf(outcome);
  const time = (date: Date | undefined) => unbroken(date === undefined ? '' : formatTime(date));
  const rows = images.map((image) => [
    name,
    plain(platformOf(image) || image.artifactType || 'artifact'),
    code(image.descriptor.digest.slice(0, 19)),
    unbroken(formatBytes(sizeOf([image]))),
    plain(String(image.layers.length)),
    time(image.created),
  ]);
  if (images.length === 1) return rows;
  const whole = [plain(countOf(images.length, 'platform')), code(digest.slice(0, 19)), unbroken(formatBytes(size))];
  return [[name, ...whole, none, time(created)], ...rows];
}

function tagsOf(outcome: Inspected, several: boolean): Markdown | undefined {
  const tags = otherTagsOf(outcome);
  if (tags === undefined) return undefined;
  return markdown`Other tags${several ? plain(` of ${formatImage(outcome.image)}`) : plain('')}: ${plain(tags)}`;
}

function signaturesOf({ image, signatures }: Inspected, several: boolean): Markdown | undefined {
  if (signatures === undefined) return undefined;
  const rows = signatures.map((one) => [plain(one.kind), code(describeSignature(one)), code(one.place ?? '')]);
  const title = `Signatures${several ? ` of ${formatImage(image)}` : ''}, not verified: ${signatures.length}`;
  return rows.length === 0 ? plain(title) : folded(title, table([['Kind', 'Claims', 'Where'].map(plain), ...rows]));
}

function labelsOf(outcome: Inspected, several: boolean): Markdown | undefined {
  const { annotations, images } = outcome.inspection;
  const { labels } = factsOf(outcome);
  const own = images.flatMap((image) =>
    Object.entries(image.labels)
      .filter(([name]) => !Object.hasOwn(labels, name))
      .map(([name, value]) => row(name, value, platformOf(image))),
  );
  const rows = [
    ...Object.entries(annotations).map(([name, value]) => row(name, value, 'annotation')),
    ...Object.entries(labels).map(([name, value]) => row(name, value, images.length > 1 ? 'all platforms' : '')),
    ...own,
  ];
  if (rows.length === 0) return undefined;
  const title = `Labels${several ? ` of ${formatImage(outcome.image)}` : ''}`;
  return folded(title, table([['Label', 'Value', 'Of'].map(plain), ...rows]));
}

function row(name: string, value: string, of: string): readonly Markdown[] {
  const shown = value.length > longestValue ? `${value.slice(0, longestValue)}…` : value;
  return [code(name), code(shown), plain(of)];
}

function layersOf(outcome: Inspected, several: boolean): Markdown | undefined {
  const rows = outcome.inspection.images.flatMap((image: InspectedImage) =>
    image.layers.map((layer, at) => [
      plain(platformOf(image)),
      plain(String(at + 1)),
      code(layer.digest.slice(0, 19)),
      unbroken(formatBytes(layer.size ?? 0)),
      code(layer.mediaType),
    ]),
  );
  if (rows.length === 0) return undefined;
  const title = `Layers${several ? ` of ${formatImage(outcome.image)}` : ''}`;
  return folded(title, table([['Platform', 'Layer', 'Digest', 'Size', 'Media type'].map(plain), ...rows]));
}
