import { boolean, file } from '../../inputs.js';

/** What every command that deletes images takes: a rehearsal, and where to keep what goes. */
export const deletingInputs = {
  'dry-run': boolean({
    refusesEmpty: true,
    help: 'Report what would be deleted, and delete nothing.',
    fallback: 'false',
  }),
  journal: file({
    help: 'The new file to keep the deleted manifests in, for `restore`. A file that exists is never written over.',
    fallbackHelp: '`image-gate-journal-TIME.jsonl` in the working directory, with the time in UTC to the millisecond',
  }),
};
