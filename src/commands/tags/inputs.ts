import { cacheInput } from '../shared/cache/input.js';
import { registryInputs } from '../shared/inputs/registry.js';
import { selectionInputs } from '../shared/inputs/selection.js';
import { boolean, choice, duration, grouped, text, type ValuesOf, wholeNumber } from '../shared/inputs/types.js';

/** The inputs of `tags`. */
export const tagsInputs = {
  image: text({
    help: 'Set the repository: `app` (in `namespace`), `acme/app` or `registry.example.com/acme/app`.',
    placeholder: 'NAME',
  }),
  ...selectionInputs('tags'),
  sort: choice(['name', 'version', 'pushed'], {
    help: 'Sort by `name`, by `version` (newest first) or by push date (`pushed`, latest first). If the registry does not report push dates, the creation date of the image counts.',
    fallback: 'name',
  }),
  limit: wholeNumber({
    help: 'Set the maximum number of tags to list, after sorting.',
    placeholder: 'N',
    fallbackHelp: 'all',
  }),
  details: boolean({
    help: 'Report digest, size, platforms and dates of each tag, from the registry’s API or else from the images.',
    fallback: 'false',
  }),
  ...registryInputs({ names: ['image'] }),
  ...grouped('Run', { ...cacheInput, timeout: duration({ help: 'Set the overall timeout.', fallback: '10m' }) }),
};

/** The values of those inputs. */
export type TagsInputs = ValuesOf<typeof tagsInputs>;
