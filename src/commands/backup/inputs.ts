import { cacheInput } from '../shared/cache/input.js';
import { registryInputs } from '../shared/inputs/registry.js';
import { boolean, duration, file, list, type ValuesOf } from '../shared/inputs/types.js';

/** The inputs of `backup`. */
export const backupInputs = {
  image: list({
    help: 'Set one or more repositories, all in one registry: `app` (in `namespace`), `acme/app`, or with the registry `registry.example.com/acme/app`. The default is all repositories in `namespace`.',
    placeholder: 'NAME,…',
  }),
  ...registryInputs({ names: ['image'] }),
  file: file({
    help: 'Write to this file. An existing file is replaced at the end, as a whole.',
    fallback: 'image-gate-backup.json',
  }),
  details: boolean({
    help: 'Add the size, the platforms and the creation date of each image from the image itself where the list of the registry has none.',
    fallback: 'false',
  }),
  ...cacheInput,
  timeout: duration({ help: 'Set the overall timeout.', fallback: '30m' }),
};

/** The values of those inputs. */
export type BackupInputs = ValuesOf<typeof backupInputs>;
