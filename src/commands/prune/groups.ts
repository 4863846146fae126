import { registryTitles } from '../shared/inputs/registry.js';
import type { PruneInputs } from './inputs.js';

/** The titles under which `prune --help` has its flags. */
export const pruneGroups: Readonly<Record<keyof PruneInputs, string>> = {
  image: 'Images',
  keep: 'What goes',
  'older-than': 'What goes',
  'not-pulled-for': 'What goes',
  'expires-label': 'What goes',
  'gone-refs': 'What goes',
  'group-by': 'What goes',
  'max-delete': 'What goes',
  include: 'What stays',
  exclude: 'What stays',
  protect: 'What stays',
  'in-use': 'What stays',
  repo: 'Source of gone refs',
  source: 'Source of gone refs',
  owner: 'Source of gone refs',
  'source-url': 'Source of gone refs',
  'source-username': 'Source of gone refs',
  'source-token': 'Source of gone refs',
  ...registryTitles,
  'dry-run': 'Run',
  journal: 'Run',
  'cache-dir': 'Run',
  timeout: 'Run',
};
