import { duration, list, pattern, text, type ValuesOf, wholeNumber } from '../inputs.js';
import { registryInputs } from '../registry-inputs.js';
import { deletingInputs } from '../shared/deletion/inputs.js';

const years = 366 * 86_400_000;

/** The inputs of `prune`, in the order in which people meet them. */
export const pruneInputs = {
  image: list({
    help: 'The repositories to prune, one or more of one registry: `app` (in `namespace`), `acme/app`, or with its registry `ghcr.io/acme/app`.',
    placeholder: 'NAME,…',
  }),
  keep: wholeNumber({
    help: 'How many of the newest images stay, in each group; tags on the same image count once. `0` allows a plan that empties the repository.',
    placeholder: 'N',
    refusesEmpty: true,
  }),
  'older-than': duration({
    refusesEmpty: true,
    help: 'Only what is older goes. Together with `keep` an image goes only if both say so.',
    most: 100 * years,
  }),
  include: pattern({
    refusesEmpty: true,
    help: 'Only images are looked at of which every tag matches this regular expression somewhere; all others stay.',
  }),
  exclude: pattern({
    refusesEmpty: true,
    help: 'Images with a tag in which this regular expression matches somewhere stay, and do not count for `keep`.',
  }),
  protect: pattern({
    refusesEmpty: true,
    help: 'The same, for what must never go, such as releases: `^v\\d`.',
  }),
  'in-use': list({
    refusesEmpty: true,
    help: 'What is in use stays: tags, digests, images (`acme/app:1.2`), or files and folders with Kubernetes YAML, Compose files, Dockerfiles, Helm values, or one image a line.',
    placeholder: 'IMAGE|FILE,…',
  }),
  'group-by': pattern({
    refusesEmpty: true,
    help: 'A regular expression with a capture, which divides the tags into groups: `^(.+)-[0-9a-f]{7}$` keeps `keep` of each branch.',
  }),
  'max-delete': text({
    refusesEmpty: true,
    help: 'The most tags that may go, a number or a share (`25%`); a larger plan is refused.',
    placeholder: 'N|N%',
  }),
  ...deletingInputs,
  ...registryInputs({ names: ['image'] }),
  timeout: duration({ help: 'Set the overall timeout.', fallback: '1h' }),
};

/** The values of those inputs. */
export type PruneInputs = ValuesOf<typeof pruneInputs>;
