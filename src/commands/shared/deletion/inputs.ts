import { boolean, file } from '../inputs/types.js';

/** The inputs of every command that deletes images: a dry run, and the path of the journal. */
export const deletingInputs = {
  'dry-run': boolean({
    refusesEmpty: true,
    help: 'Show what would be deleted, and delete nothing.',
    fallback: 'false',
  }),
  journal: file({
    help: 'Write the manifests to this new file before they are deleted, for `restore`. An existing file is never overwritten.',
    fallbackHelp: '`image-gate-journal-TIME.jsonl` in the working directory',
  }),
};
