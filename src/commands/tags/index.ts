import type { ImageName } from '../../images/name.js';
import { usageFailure } from '../../lib/errors.js';
import { inputName } from '../../lib/input-names.js';
import type { Command, Context } from '../command.js';
import { openCacheFolder } from '../shared/cache/folder.js';
import { createReaders, type Readers } from '../shared/cache/readers.js';
import { readRepositoryName } from '../shared/inputs/image.js';
import { connectWith } from '../shared/inputs/registry.js';
import { selected } from '../shared/inputs/selection.js';
import { type TagsInputs, tagsInputs } from './inputs.js';
import { inOrder, type ListedTag, type TagsResult } from './listing.js';
import { listNames, listWithDetails, readDetails } from './read.js';
import { reportTags } from './report.js';

/** The tags of a repository: chosen, in order, with details where requested. */
export const tags: Command<TagsInputs, TagsResult> = {
  name: 'tags',
  summary:
    'List the tags of a repository, sorted by name, version or date. Optionally with digests, sizes, platforms and dates.',
  inputs: tagsInputs,
  positional: ['image'],
  examples: ["nginx --include '^1\\.27' --sort version", 'ghcr.io/acme/app --sort pushed --limit 10 --details'],
  names: {
    help: 'the tags. It is the default if standard output is not a terminal and `details` is not set',
    usual: ({ details }) => !details,
  },
  outputs: {
    tags: 'A JSON array of the tags, in order. With `details`, objects with `name`, `digest`, `mediaType`, `size` (bytes, compressed), `platforms`, `created` and, where the registry reports them, `pushed`, `pulled` and `unavailable` (the reason why it cannot be pulled).',
    count: 'The number of tags.',
  },
  timeout: (inputs) => inputs.timeout,
  run: runTags,
  report: reportTags,
};

async function runTags(inputs: TagsInputs, context: Context): Promise<TagsResult> {
  if (inputs.image === undefined)
    throw usageFailure(
      `${inputName('image')} is required: the repository whose tags are listed`,
      'For example acme/app.',
    );
  const image = readRepositoryName(inputs.image, inputs, context.workflow);
  const readers = createReaders(await openCacheFolder(inputs['cache-dir'], context));
  const found = await findTags(image, inputs, readers, context).finally(readers.save);
  return { image, ...found, detailed: inputs.details };
}

type Found = Pick<TagsResult, 'tags' | 'total' | 'matching'>;

/**
 * The names alone by the registry's list; dates and details via its own API, where that has them, else image by image.
 */
async function findTags(image: ImageName, inputs: TagsInputs, readers: Readers, context: Context): Promise<Found> {
  const { sort, details } = inputs;
  const registry = await connectWith(image.registry, inputs, context);
  if (!details && sort !== 'pushed') {
    const listed = await listNames(registry.repository(image), context);
    const matching = selected(listed, inputs);
    return { tags: first(inOrder(matching, sort), inputs), ...countsOf(listed, matching) };
  }
  const { kind, oci, driver } = await registry.open(image);
  const { assumed } = readers.of(image, oci);
  const lists = driver.list === undefined ? [] : (kind.capabilities.lists ?? []);
  const listed =
    driver.list === undefined ? await listNames(oci, context) : await listWithDetails(driver.list, context);
  const matching = selected(listed, inputs);
  const counts = countsOf(listed, matching);
  if (sort === 'pushed' && !lists.includes('pushed')) {
    const dated = await readDetails(matching, assumed, details ? 'all' : 'first', context);
    context.log.warn(
      `${image.registry.host} does not report when tags were pushed: they are sorted by the creation date, which was read from each of ${matching.length}.`,
    );
    return { tags: first(inOrder(dated, sort), inputs), ...counts };
  }
  const chosen = first(inOrder(matching, sort), inputs);
  const isListed = !details || lists.includes('platforms');
  return { tags: isListed ? chosen : await readDetails(chosen, assumed, 'all', context), ...counts };
}

function countsOf(listed: readonly ListedTag[], matching: readonly ListedTag[]): Pick<Found, 'total' | 'matching'> {
  return { total: listed.length, matching: matching.length };
}

function first(tags: readonly ListedTag[], { limit }: TagsInputs): readonly ListedTag[] {
  return limit === undefined ? tags : tags.slice(0, limit);
}
