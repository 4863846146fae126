import { boolean, duration, file, list, type ValuesOf } from '../inputs.js';
import { registryInputs } from '../registry-inputs.js';

/** The inputs of `delete`, in the order in which people meet them. */
export const deleteInputs = {
  image: list({
    help: 'What to delete, one or more of one registry: `name:tag` takes away that tag alone, `name@sha256:…` the manifest itself. A name without a slash is in `namespace`, where one is given.',
    placeholder: 'IMAGE,…',
  }),
  'missing-ok': boolean({ help: 'Whether it is fine that an image is not there.', fallback: 'false' }),
  'dry-run': boolean({ refusesEmpty: true, help: 'Whether only to say what would be deleted.', fallback: 'false' }),
  journal: file({
    help: 'The new file to keep the deleted manifests in. A file that exists is never written over.',
    fallbackHelp: '`image-gate-journal-TIME.jsonl` in the working directory, with the time in UTC to the millisecond',
  }),
  ...registryInputs,
  timeout: duration({ help: 'The time for all of it.', fallback: '10m' }),
};

export type DeleteInputs = ValuesOf<typeof deleteInputs>;
