import { deletingInputs } from '../shared/deletion/inputs.js';
import { registryInputs } from '../shared/inputs/registry.js';
import { boolean, duration, list, type ValuesOf } from '../shared/inputs/types.js';

/** The inputs of `delete`, in the order in which people meet them. */
export const deleteInputs = {
  image: list({
    help: 'Set the images to delete, all in one registry. `name:tag` deletes only that tag; `name@sha256:…` deletes the manifest, whose tags must be named too. A name without a slash is in `namespace`.',
    placeholder: 'IMAGE,…',
  }),
  'missing-ok': boolean({ help: 'Succeed if an image does not exist.', fallback: 'false' }),
  ...deletingInputs,
  timeout: duration({ help: 'Set the overall timeout.', fallback: '10m' }),
  ...registryInputs({ names: ['image'] }),
};

/** The values of those inputs. */
export type DeleteInputs = ValuesOf<typeof deleteInputs>;
