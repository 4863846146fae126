import { registryInputs } from '../shared/inputs/registry.js';
import { selectionInputs } from '../shared/inputs/selection.js';
import { boolean, duration, text, type ValuesOf, wholeNumber } from '../shared/inputs/types.js';

/** Jobs that `strategy.matrix` can have (docs.github.com, "Usage limits"). */
const mostShards = 256;

/** The inputs of `repositories`. */
export const repositoriesInputs = {
  ...registryInputs({ names: ['namespace'] }),
  namespace: text({
    help: 'Set the namespace: `team`, or with the registry `registry.example.com/team`.',
    placeholder: 'NAME',
  }),
  ...selectionInputs('repositories', '^team/'),
  details: boolean({
    help: 'Report pulls, stars, size and last push where an API of the registry has them (Docker Hub), with charts in the summary. Elsewhere report the number of tags.',
    fallback: 'false',
  }),
  shards: wholeNumber({
    help: 'Distribute the repositories over at most this many jobs, in the output `matrix` for `strategy.matrix`.',
    placeholder: 'N',
    most: mostShards,
  }),
  timeout: duration({ help: 'Set the overall timeout.', fallback: '10m' }),
};

/** The values of those inputs. */
export type RepositoriesInputs = ValuesOf<typeof repositoriesInputs>;
