import { cacheInput } from '../shared/cache/input.js';
import { registryInputs } from '../shared/inputs/registry.js';
import { selectionInputs } from '../shared/inputs/selection.js';
import { boolean, choice, duration, text, type ValuesOf, wholeNumber } from '../shared/inputs/types.js';

/** The inputs of `tags`. */
export const tagsInputs = {
  image: text({
    help: 'Set the repository: `app` (in `namespace`), `acme/app`, or with the registry `registry.example.com/acme/app`.',
    placeholder: 'NAME',
  }),
  ...registryInputs({ names: ['image'] }),
  ...selectionInputs('tags'),
  sort: choice(['name', 'version', 'pushed'], {
    help: 'Sort by `name`, by `version` (newest first) or by the date when a tag was `pushed` (latest first). Where the registry does not report that date, the creation date of the image counts.',
    fallback: 'name',
  }),
  limit: wholeNumber({ help: 'Set the maximum number of tags to list, after sorting.', placeholder: 'N' }),
  details: boolean({
    help: 'Report digest, size, platforms and dates of each tag: from the API of the registry where it has them, elsewhere from the images.',
    fallback: 'false',
  }),
  ...cacheInput,
  timeout: duration({ help: 'Set the overall timeout.', fallback: '10m' }),
};

/** The values of those inputs. */
export type TagsInputs = ValuesOf<typeof tagsInputs>;
