import { credentialInputsFor, registryInput } from '../shared/inputs/registry.js';
import { selectionInputs } from '../shared/inputs/selection.js';
import { boolean, duration, grouped, text, type ValuesOf, wholeNumber } from '../shared/inputs/types.js';

/** Jobs that `strategy.matrix` can have (docs.github.com, "Usage limits"). */
const mostShards = 256;

const images = { names: ['namespace'] };

/** The inputs of `repositories`. */
export const repositoriesInputs = {
  namespace: text({
    help: 'Set the namespace: `team` or `registry.example.com/team`.',
    placeholder: 'NAME',
    fallbackHelp: 'all repositories of the registry; required on Docker Hub and Quay',
  }),
  ...selectionInputs('repositories', '^team/'),
  details: boolean({
    help: 'Report pulls, stars, size and last push, with charts in the summary, if the registry has an API for them (Docker Hub). Otherwise report the number of tags.',
    fallback: 'false',
  }),
  shards: wholeNumber({
    help: 'Distribute the repositories over at most this many jobs, in the output `matrix`.',
    placeholder: 'N',
    most: mostShards,
  }),
  timeout: duration({ help: 'Set the overall timeout.', fallback: '10m' }),
  ...grouped('Registry', { registry: registryInput(images), ...credentialInputsFor(images) }),
};

/** The values of those inputs. */
export type RepositoriesInputs = ValuesOf<typeof repositoriesInputs>;
