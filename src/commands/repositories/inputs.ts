import { boolean, duration, text, type ValuesOf, wholeNumber } from '../inputs.js';
import { registryInputs } from '../registry-inputs.js';
import { selectionInputs } from '../selection.js';

/** Jobs that `strategy.matrix` can have (docs.github.com, "Usage limits"). */
const mostShards = 256;

/** The inputs of `repositories`. */
export const repositoriesInputs = {
  ...registryInputs({ names: ['namespace'] }),
  namespace: text({
    help: 'The namespace whose repositories are listed: `team`, or with its registry `registry.example.com/team`.',
    placeholder: 'NAME',
  }),
  ...selectionInputs('repositories', '^team/'),
  details: boolean({
    help: 'Report pulls, stars, size and last push, with charts in the summary, on Docker Hub; elsewhere the number of tags.',
    fallback: 'false',
  }),
  shards: wholeNumber({
    help: `Spreads the repositories over at most so many jobs: the output \`matrix\` for \`strategy.matrix\`.`,
    placeholder: 'N',
    most: mostShards,
  }),
  timeout: duration({ help: 'Set the overall timeout.', fallback: '10m' }),
};

/** The values of those inputs. */
export type RepositoriesInputs = ValuesOf<typeof repositoriesInputs>;
