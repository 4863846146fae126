import { formatRepository, type RepositoryName } from '../../images/name.js';
import { asFailure, type Failure } from '../../lib/errors.js';
import { inputName } from '../../lib/input-names.js';
import { explainFailures } from '../../reports/failure.js';
import type { Policy } from '../../retention/policy.js';
import type { Context } from '../command.js';
import type { PruneResult } from '../prune/outcome.js';
import { pruneAll } from '../prune/prune-all.js';
import { reportPrune } from '../prune/report.js';
import { connectToDelete } from '../shared/deletion/access.js';
import { journalName } from '../shared/deletion/journal-file.js';
import type { CheckInputs } from './inputs.js';
import type { Checked, Outcome, PrunedAfter } from './outcome.js';

const noRules: Omit<Policy, 'keep' | 'exempt'> = {
  olderThan: undefined,
  rules: [],
  include: undefined,
  exclude: undefined,
  protect: undefined,
  inUse: { tags: new Map(), digests: new Map() },
  groupBy: undefined,
  maxDelete: undefined,
};

/**
 * Prunes the repositories of the images that have just been found ready, to `keep` images each; those images count and
 * always stay. If nothing could be deleted, the result of the check does not change, and a warning reports the reason.
 * @returns undefined when nothing was to be pruned
 */
export async function pruneAfter(
  outcomes: readonly Outcome[],
  keep: number,
  inputs: CheckInputs,
  context: Context,
): Promise<PrunedAfter | undefined> {
  const ready = outcomes.filter((one): one is Checked => one.kind === 'checked' && one.ready);
  const repositories = new Map(
    ready.map(({ target: { image } }) => [formatRepository(image), { registry: image.registry, path: image.path }]),
  );
  const [first] = repositories.values();
  if (first === undefined) return undefined;
  const policyFor = (repository: RepositoryName): Policy => {
    const own = ready.filter(({ target }) => target.image.path === repository.path);
    const exempt = new Map(own.flatMap(({ digest }) => (digest === undefined ? [] : [[digest, 'checked and ready']])));
    return { ...noRules, keep, exempt };
  };
  try {
    const registry = await connectToDelete(first.registry, inputs, context);
    const journal = journalName(context.now());
    context.progress.update(`pruning ${[...repositories.keys()].join(', ')}`);
    const order = {
      repositories: [...repositories.values()],
      policyFor,
      rulesFor: () => [],
      tagsInUse: [],
      dryRun: false,
      journal,
      cache: undefined,
    };
    return conclude(await pruneAll(order, registry, context), context);
  } catch (thrown) {
    if (context.signal.aborted) throw context.signal.reason;
    warn([asFailure(thrown)], context);
    return undefined;
  }
}

function conclude(result: PruneResult, context: Context): PrunedAfter {
  const { headline, failures, outputs } = reportPrune(result);
  context.log.info(headline);
  const deleted = Number(outputs['deleted-count']);
  if (deleted === 0) warn(failures, context);
  return {
    deleted,
    kept: Number(outputs['kept-count']),
    journal: result.journal,
    headline,
    failures: deleted === 0 ? [] : failures,
    warned: deleted === 0 ? failures : [],
  };
}

function warn(failures: readonly Failure[], { log }: Context): void {
  if (failures.length === 0) return;
  const others = failures.length === 1 ? '' : ` (and ${failures.length - 1} more)`;
  const [message, advice] = explainFailures(failures.slice(0, 1));
  log.warn(
    [`${inputName('prune-keep')}: nothing was deleted. ${message}${others}`, ...(advice ? [advice] : [])].join(' '),
  );
}
