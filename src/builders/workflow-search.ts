import type { GitHubApi } from '../github/octokit.js';
import { Failure } from '../lib/errors.js';
import { poll } from '../lib/timers.js';
import type { BuilderSettings } from './builder.js';
import { mayBeOf } from './server-clock.js';
import { forgiving } from './waiting.js';
import { listRuns, loginOf, plainTitles, type Run, type RunList } from './workflow-runs.js';
import { hasMark, hasSureMark, type Marks, narrow, showsAll, showsAny } from './workflow-titles.js';

/** The known facts about the run that is searched for. */
export interface Wanted extends RunList, Marks {
  /** Runs that existed before the dispatch; undefined when they were not read. */
  readonly before: ReadonlySet<number> | undefined;
  /** When the dispatch was sent, on the clock of this machine. */
  readonly sentAt: Date;
  /** True if GitHub has accepted the dispatch, so that a run of it exists or will. Else it may have been lost. */
  readonly accepted: boolean;
}

/** A run that does what was dispatched. */
export interface FoundRun {
  readonly id: number;
  readonly url: string;
  /** True if this dispatch certainly started it, and not another one that does the same. */
  readonly own: boolean;
}

/** The list lags behind: a run may take this long to appear, in milliseconds. */
const searchTime = 60_000;
const pauses = { first: 3000, growth: 1, longest: 3000 };
/** A lone run without a sure mark is believed when it has stayed alone this long: a neighbour's may be listed first. */
const settling = 9000;

/** The result of one look at the list. */
interface SearchResult {
  /** The only one that may be it. */
  readonly run?: Run;
  /** True if nothing better is to be expected. */
  readonly settled: boolean;
  /** Several that cannot be distinguished. */
  readonly rivals: readonly Run[];
}

/**
 * Finds the run of a dispatch whose answer did not name it, among the `workflow_dispatch` runs of the workflow that
 * came after it: at the same ref, by the same actor where that is known. One whose title has a sure mark is it; one
 * that stays alone is believed after a while; of several none is. When the answer was lost, there may be no run of
 * ours: then a title that is not the workflow's own name has to show all inputs.
 * @returns undefined when none has appeared
 * @throws Failure (unsupported) when several cannot be distinguished: waiting for a neighbour's run would be worse.
 */
export async function findRun(
  api: GitHubApi,
  wanted: Wanted,
  settings: BuilderSettings,
): Promise<FoundRun | undefined> {
  const { run, rivals } = await poll(forgiving(createSearch(api, wanted, settings)), {
    ...settings,
    wait: Math.min(searchTime, settings.timeout),
    pauses,
    isDone: ({ settled }) => settled,
    onPending: () => undefined,
  });
  if (rivals.length > 0) throw ambiguous(api, wanted, rivals);
  if (run === undefined) return undefined;
  if (!hasSureMark(run, wanted)) {
    settings.warn(
      `The run ${run.url} was identified only by its start time. Put {build-id} into the workflow’s run-name to identify it reliably.`,
    );
  }
  const own = wanted.buildMark !== undefined && hasMark(run, wanted.buildMark);
  return { id: run.id, url: run.url, own };
}

function createSearch(api: GitHubApi, wanted: Wanted, { now }: BuilderSettings): () => Promise<SearchResult> {
  const known = once(async () => ({ login: await loginOf(api), plain: await plainTitles(api, wanted.workflowPath) }));
  let alone: { readonly id: number; readonly since: number } | undefined;
  return async () => {
    const candidates = (await listRuns(api, wanted)).filter((run) => isNew(run, wanted));
    const sure = candidates.find((run) => hasSureMark(run, wanted));
    if (sure !== undefined) return { run: sure, settled: true, rivals: [] };
    const { login, plain } = candidates.length > 0 ? await known() : nothing;
    const ours = candidates.filter((run) => isBy(run, login) && (wanted.accepted || showsAll(run, wanted, plain)));
    const [only, ...others] = narrow(ours, wanted.marks);
    if (only === undefined || others.length > 0) {
      alone = undefined;
      return { settled: false, rivals: others.length > 0 ? ours : [] };
    }
    if (only.id !== alone?.id) alone = { id: only.id, since: now().getTime() };
    const believed = now().getTime() - alone.since >= settling && showsAny(only, wanted, plain);
    return { run: only, settled: believed, rivals: [] };
  };
}

const nothing = { login: undefined, plain: [] };

function isNew(run: Run, { before, sentAt, clock }: Wanted): boolean {
  return before?.has(run.id) !== true && mayBeOf(run.createdAt, sentAt, clock);
}

/** Not the run of another user; if either login is not known, that cannot be known. */
function isBy({ actor }: Run, login: string | undefined): boolean {
  return actor === undefined || login === undefined || actor.toLowerCase() === login.toLowerCase();
}

/** The same promise each time. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    loaded ??= load();
    return loaded;
  };
}

function ambiguous(api: GitHubApi, { workflowPath }: Wanted, candidates: readonly Run[]): Failure {
  return new Failure('unsupported', {
    operation: `the run of ${api.base}${workflowPath}`,
    reason: `${candidates.length} runs started at the same time and cannot be told apart: ${candidates.map(({ url }) => url).join(', ')}`,
    advice:
      'Give the workflow an input with {build-id} and put it into its run-name: run-name: build ${{ inputs.id }}.',
  });
}
