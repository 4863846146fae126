import { duration, file, list, type ValuesOf } from '../inputs.js';
import { registryInputs } from '../registry-inputs.js';

/** The inputs of `backup`. */
export const backupInputs = {
  image: list({
    help: 'The repository, or several, all in one registry: `app` (in `namespace`), `acme/app`, or with its registry `ghcr.io/acme/app`. Left empty: all that are in `namespace`.',
    placeholder: 'NAME,…',
  }),
  ...registryInputs({ names: ['image'] }),
  file: file({
    help: 'The file to write, from the working directory. One that exists is replaced, as a whole and at the very end.',
    fallback: 'image-gate-backup.json',
  }),
  timeout: duration({ help: 'Set the overall timeout.', fallback: '30m' }),
};

/** The values of those inputs. */
export type BackupInputs = ValuesOf<typeof backupInputs>;
