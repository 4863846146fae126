import { boolean, duration, file, text, type ValuesOf } from '../inputs.js';
import { credentialInputs } from '../registry-inputs.js';

/** The inputs of `restore`. */
export const restoreInputs = {
  journal: file({ help: 'The journal that `prune` or `delete` wrote.' }),
  'dry-run': boolean({
    refusesEmpty: true,
    help: 'Report what would be put back, and change nothing.',
    fallback: 'false',
  }),
  registry: text({
    help: 'The registry that the journal is of: host or host:port. With another one nothing is done.',
    placeholder: 'HOST',
    fallbackHelp:
      'the one that the journal names; with `username` and `password`, which no journal may lead elsewhere, `docker.io`',
  }),
  ...credentialInputs,
  timeout: duration({ help: 'Set the overall timeout.', fallback: '1h' }),
};

/** The values of those inputs. */
export type RestoreInputs = ValuesOf<typeof restoreInputs>;
