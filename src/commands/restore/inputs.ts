import { credentialInputs } from '../shared/inputs/registry.js';
import { boolean, duration, file, grouped, text, type ValuesOf } from '../shared/inputs/types.js';

/** The inputs of `restore`. */
export const restoreInputs = {
  journal: file({ help: 'Set the journal to restore from: a file that `prune` or `delete` wrote.' }),
  'dry-run': boolean({
    refusesEmpty: true,
    help: 'Show what would be restored, and change nothing.',
    fallback: 'false',
  }),
  timeout: duration({ help: 'Set the overall timeout.', fallback: '1h' }),
  ...grouped('Registry', {
    registry: text({
      help: 'Require that the journal is for this registry: `host` or `host:port`.',
      placeholder: 'HOST',
      fallbackHelp: 'the registry in the journal; with `username` and `password`, or with `oidc`, `docker.io`',
    }),
    ...credentialInputs,
  }),
};

/** The values of those inputs. */
export type RestoreInputs = ValuesOf<typeof restoreInputs>;
