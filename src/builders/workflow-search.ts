import { Failure } from '../errors.js';
import { failureOf, jsonObject } from '../http/answers.js';
import { sleep } from '../http/hosts.js';
import type { GitHubApi } from '../http/octokit.js';
import type { BuilderSettings } from './builder.js';

/** A workflow run, as far as it matters here. */
export interface Run {
  readonly id: number;
  readonly url: string;
  readonly title: string;
  readonly createdAt: Date;
}

/** What is known of the run that is looked for. */
export interface Wanted {
  /** `/repos/o/r/actions/workflows/build.yml`. */
  readonly workflowPath: string;
  /** Runs that were there before the dispatch; undefined when nobody looked. */
  readonly before: ReadonlySet<number> | undefined;
  /** On the server's clock, where it is known. */
  readonly dispatchedAt: Date;
  /** Texts that only this build's run can have in its title. */
  readonly sureMarks: readonly string[];
  /** Texts that the run's title may have, and a neighbour's too: another image of the same commit. */
  readonly marks: readonly string[];
}

/** The list lags behind: a run may take this long to appear, in milliseconds. */
const patience = 60_000;
const pause = 3000;
/** A lone run without a sure mark is believed when it has stayed alone this long: a neighbour's may be listed first. */
const settling = 9000;

/**
 * Finds the run of a dispatch whose answer did not name it: `workflow_dispatch` runs of this workflow that came after it.
 * One whose title has a sure mark is it; one that stays alone is believed after a while; of several none is.
 * @returns undefined when none has appeared
 * @throws Failure (unsupported) when several cannot be told apart: waiting for a neighbour's run would be worse.
 */
export async function findRun(api: GitHubApi, wanted: Wanted, settings: BuilderSettings): Promise<Run | undefined> {
  const begun = settings.now().getTime();
  let alone: { readonly run: Run; readonly since: number } | undefined;
  for (;;) {
    const waited = settings.now().getTime() - begun;
    const candidates = (await listRuns(api, wanted.workflowPath)).filter((run) => isCandidate(run, wanted));
    const sure = candidates.find(({ title }) => wanted.sureMarks.some((mark) => hasMark(title, mark)));
    if (sure !== undefined) return sure;
    const [only, ...others] = narrow(candidates, wanted.marks);
    if (only === undefined || others.length > 0) alone = undefined;
    else if (only.id !== alone?.run.id) alone = { run: only, since: waited };
    if (alone !== undefined && waited - alone.since >= settling) {
      settings.warn(
        `The run ${alone.run.url} was found by its time: put {build-id} into the workflow’s run-name to be sure of it.`,
      );
      return alone.run;
    }
    if (waited >= Math.min(patience, settings.timeout)) {
      if (others.length > 0) throw ambiguous(api, wanted, candidates);
      return only;
    }
    await sleep(pause, settings.signal);
  }
}

/** Those whose title has the first mark that any title has; all of them where none has one. */
function narrow(candidates: readonly Run[], marks: readonly string[]): readonly Run[] {
  const marked = marks.map((mark) => candidates.filter(({ title }) => hasMark(title, mark)));
  return marked.find((found) => found.length > 0) ?? candidates;
}

/** As a whole: `app:1.2` is neither in `app:1.20` nor in `my-app:1.2`, and `1.2` is not in `1.2-rc`. */
function hasMark(title: string, mark: string): boolean {
  if (/^[0-9a-f-]{36}$/.test(mark)) return title.includes(mark);
  const before = mark.includes(':') ? '[\\w./-]' : '[\\w.]';
  const whole = mark.replace(/[^\w-]/g, '\\$&');
  return new RegExp(`(?<!${before})${whole}(?![\\w-]|\\.\\w)`).test(title);
}

/** The newest runs of the workflow by dispatch. */
export async function listRuns(api: GitHubApi, workflowPath: string): Promise<readonly Run[]> {
  const path = `${workflowPath}/runs?event=workflow_dispatch&per_page=50`;
  const answer = await api.request('GET', path);
  if (answer.status !== 200) throw failureOf(answer, `GET ${api.base}${path}`);
  const { workflow_runs: runs } = jsonObject(answer, `GET ${api.base}${path}`);
  return Array.isArray(runs) ? runs.flatMap(readRun) : [];
}

function readRun(value: unknown): Run[] {
  const { id, html_url, display_title, name, created_at } = (value ?? {}) as Record<string, unknown>;
  if (typeof id !== 'number' || typeof html_url !== 'string') return [];
  return [{ id, url: html_url, title: `${display_title} ${name}`, createdAt: new Date(String(created_at)) }];
}

/** GitHub gives whole seconds, and its clock may be a little behind the one that dated the answer. */
function isCandidate(run: Run, { before, dispatchedAt }: Wanted): boolean {
  if (before?.has(run.id)) return false;
  return run.createdAt.getTime() >= dispatchedAt.getTime() - 2000;
}

function ambiguous(api: GitHubApi, { workflowPath }: Wanted, candidates: readonly Run[]): Failure {
  return new Failure('unsupported', {
    asked: `the run of ${api.base}${workflowPath}`,
    answered: `${candidates.length} runs began at the same time, and none can be told from the others: ${candidates.map(({ url }) => url).join(', ')}`,
    advice:
      'Give the workflow an input with {build-id} and put it into its run-name: run-name: build ${{ inputs.id }}.',
  });
}
