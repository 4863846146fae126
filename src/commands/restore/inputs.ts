import { credentialInputs } from '../shared/inputs/registry.js';
import { boolean, duration, file, text, type ValuesOf } from '../shared/inputs/types.js';

/** The inputs of `restore`. */
export const restoreInputs = {
  journal: file({ help: 'Set the journal to restore from, a file that `prune` or `delete` wrote.' }),
  'dry-run': boolean({
    refusesEmpty: true,
    help: 'Report what would be restored, and change nothing.',
    fallback: 'false',
  }),
  registry: text({
    help: 'Require the journal to be for this registry, `host` or `host:port`.',
    placeholder: 'HOST',
    fallbackHelp: 'the registry in the journal; with `username` and `password` or `oidc`, `docker.io`',
  }),
  ...credentialInputs,
  timeout: duration({ help: 'Set the overall timeout.', fallback: '1h' }),
};

/** The values of those inputs. */
export type RestoreInputs = ValuesOf<typeof restoreInputs>;
