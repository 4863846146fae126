import { randomUUID } from 'node:crypto';
import { Failure } from '../errors.js';
import { type Advice, failureOf, jsonObject } from '../http/answers.js';
import { sleep } from '../http/hosts.js';
import type { BuilderSettings, BuildOrder } from './builder.js';
import { advice, type Pipeline, type PipelineApi, type PipelineOrder, readPipeline } from './pipeline-api.js';
import { fillPlaceholders } from './placeholders.js';

/**
 * Starts a pipeline, once.
 * @param known the pipelines of this commit before that
 * @throws Failure when Bitbucket refuses, or when its answer was lost and no pipeline has appeared
 */
export const startPipeline: typeof start = async (api, wanted, order, known, settings) => {
  const forget = settings.onStop(
    async () => `the start of a pipeline in ${order.sourceRepository} was under way: it may go on`,
  );
  return start(api, wanted, order, known, settings).finally(() => {
    if (!settings.signal.aborted) forget();
  });
};

async function start(
  api: PipelineApi,
  wanted: PipelineOrder,
  order: BuildOrder,
  known: readonly Pipeline[],
  settings: BuilderSettings,
): Promise<Pipeline> {
  // By the clock of the server where it is known: the runner's may be wrong.
  const begun = (api.serverTime() ?? settings.now()).getTime();
  const buildId = randomUUID();
  const before = new Set(known.map(({ uuid }) => uuid));
  const variables = wanted.variables.map(([key, value]) => ({ key, value: fillPlaceholders(value, order, buildId) }));
  let refusal: Failure;
  try {
    const { answer, asked } = await api.send('POST', '/', {
      target: targetOf(wanted, order),
      ...(variables.length > 0 ? { variables } : {}),
    });
    if (answer.status === 201) return readPipeline(jsonObject(answer, asked));
    if (answer.status >= 500) throw failureOf(answer, asked);
    refusal = failureOf(answer, asked, answer.status === 400 ? refusedAdvice : advice);
  } catch (fault) {
    if (settings.signal.aborted) throw settings.signal.reason;
    if (!(fault instanceof Failure) || (fault.kind !== 'network' && fault.kind !== 'server')) throw fault;
    // The answer was lost: the pipeline may be running all the same. It is looked for, and not started again.
    const isNew = ({ uuid, createdAt }: Pipeline) => !before.has(uuid) && createdAt.getTime() >= begun - 60_000;
    const isOurs = (one: Pipeline) => isNew(one) && isSame(one, wanted, order, buildId);
    const found = await findStarted(api, order.commit, settings, isOurs);
    if (found === undefined) throw fault;
    settings.warn('The answer to the start of the pipeline was lost; it was found by its commit.');
    return found;
  }
  throw refusal;
}

/**
 * Whether a pipeline for this commit does what ours does: the same selector at the same ref and, of a custom pipeline,
 * with the same values of our variables. Where they cannot be seen (secured ones), it is not the same.
 * @param buildId what `{build-id}` is filled in with
 */
export function isSame(one: Pipeline, wanted: PipelineOrder, order: BuildOrder, buildId: string): boolean {
  if (one.ofPullRequest || one.selector !== wanted.custom) return false;
  const isElsewhere = order.refKind !== undefined && one.ref !== undefined;
  if (isElsewhere && (one.ref?.kind !== order.refKind || one.ref?.name !== order.ref)) return false;
  return wanted.variables.every(([key, value]) => one.variables.get(key) === fillPlaceholders(value, order, buildId));
}

/** The list may lag behind. */
async function findStarted(
  api: PipelineApi,
  commit: string,
  { now, signal }: BuilderSettings,
  isOurs: (one: Pipeline) => boolean,
): Promise<Pipeline | undefined> {
  const end = now().getTime() + searchTime;
  for (;;) {
    const found = (await api.list(commit)).find(isOurs);
    if (found !== undefined || now().getTime() >= end) return found;
    await sleep(searchPause, signal);
  }
}

/** How long a pipeline whose start was not answered is looked for, and how often, in milliseconds. */
const [searchTime, searchPause] = [12_000, 3000];

/** A branch or tag gives the pipeline its context; the commit pins what is built. */
function targetOf({ custom }: PipelineOrder, { commit, ref, refKind }: BuildOrder): Record<string, unknown> {
  const pinned = { type: 'commit', hash: commit };
  const selector = custom === undefined ? {} : { selector: { type: 'custom', pattern: custom } };
  if (refKind === undefined) return { type: 'pipeline_commit_target', commit: pinned, ...selector };
  return { type: 'pipeline_ref_target', ref_type: refKind, ref_name: ref, commit: pinned, ...selector };
}

const refusedAdvice: Advice = {
  server:
    'Check that Pipelines is switched on, that bitbucket-pipelines.yml is in this commit, and that it has the custom pipeline.',
};
