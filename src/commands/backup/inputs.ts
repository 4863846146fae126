import { cacheInput } from '../shared/cache/input.js';
import { registryInputs } from '../shared/inputs/registry.js';
import { boolean, duration, file, grouped, list, type ValuesOf } from '../shared/inputs/types.js';

/** The inputs of `backup`. */
export const backupInputs = {
  image: list({
    help: 'Set one or more repositories, all in one registry: `app` (in `namespace`), `acme/app` or `registry.example.com/acme/app`.',
    placeholder: 'NAME,…',
    fallbackHelp: 'all repositories in `namespace`',
  }),
  file: file({
    help: 'Write to this file. An existing file is replaced as a whole, at the end.',
    fallback: 'image-gate-backup.json',
  }),
  details: boolean({
    help: 'Add the size, the platforms and the creation date of each image. They come from the image if the tag list does not have them.',
    fallback: 'false',
  }),
  ...registryInputs({ names: ['image'] }),
  ...grouped('Run', { ...cacheInput, timeout: duration({ help: 'Set the overall timeout.', fallback: '30m' }) }),
};

/** The values of those inputs. */
export type BackupInputs = ValuesOf<typeof backupInputs>;
