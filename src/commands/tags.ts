import { usageFailure } from '../errors.js';
import type { ImageName } from '../images/name.js';
import { inputName } from '../input-names.js';
import type { Command, Context } from './command.js';
import { hubNameIn } from './hub-name.js';
import { readRepositoryName } from './image-input.js';
import { connectHub, connectWith } from './registry-inputs.js';
import { selected } from './selection.js';
import { type TagsInputs, tagsInputs } from './tags/inputs.js';
import type { ListedTag, TagsResult } from './tags/listing.js';
import { inOrder } from './tags/order.js';
import { listHubTags, listNames, readDetails } from './tags/read.js';
import { reportTags } from './tags/report.js';

/** The tags of a repository: chosen, in order, with details where asked for. */
export const tags: Command<TagsInputs, TagsResult> = {
  name: 'tags',
  summary: 'List the tags of a repository, filtered and sorted by name, version or date; on request, with details.',
  inputs: tagsInputs,
  positional: ['image'],
  examples: ['acme/app --sort pushed --limit 10 --details'],
  names: {
    help: 'the tags; the default where standard output is not a terminal, without `details`',
    usual: ({ details }) => !details,
  },
  outputs: {
    tags: 'A JSON array of the tags, in order: of names; with `details` of objects with `name`, `digest`, `mediaType`, `size` (bytes, compressed), `platforms`, `created`, and on Docker Hub `pushed` and `pulled`.',
    count: 'How many they are.',
  },
  timeout: (inputs) => inputs.timeout,
  run: runTags,
  report: reportTags,
};

async function runTags(inputs: TagsInputs, context: Context): Promise<TagsResult> {
  if (inputs.image === undefined)
    throw usageFailure(
      `${inputName('image')} is needed: the repository whose tags are listed`,
      'For example acme/app.',
    );
  const image = readRepositoryName(inputs.image, inputs, context.workflow);
  const found = await findTags(image, inputs, context);
  return { image, ...found, detailed: inputs.details };
}

type Found = Pick<TagsResult, 'tags' | 'total' | 'matching'>;

/** The registry's list has a thousand names a request; Docker Hub's API has dates and sizes, a hundred a request. */
async function findTags(image: ImageName, inputs: TagsInputs, context: Context): Promise<Found> {
  const { sort, details } = inputs;
  const hubName = hubNameIn(image);
  if (hubName !== undefined && (details || sort === 'pushed')) {
    const hub = await connectHub(inputs, context);
    const listed = await listHubTags(hub, hubName, context);
    const matching = selected(listed, inputs);
    return { tags: first(inOrder(matching, sort), inputs), total: listed.length, matching: matching.length };
  }
  const repository = (await connectWith(image.registry, inputs, context)).repository(image);
  const listed = await listNames(repository, context);
  const matching = selected(listed, inputs);
  const counts = { total: listed.length, matching: matching.length };
  if (sort === 'pushed') {
    const dated = await readDetails(matching, repository, details ? 'all' : 'first', context);
    context.log.warn(
      `${image.registry.host} does not tell when tags were pushed: the order is that of when their images were created, which was read from each of ${matching.length}.`,
    );
    return { tags: first(inOrder(dated, sort), inputs), ...counts };
  }
  const chosen = first(inOrder(matching, sort), inputs);
  return { tags: details ? await readDetails(chosen, repository, 'all', context) : chosen, ...counts };
}

function first(tags: readonly ListedTag[], { limit }: TagsInputs): readonly ListedTag[] {
  return limit === undefined ? tags : tags.slice(0, limit);
}
