import { randomUUID } from 'node:crypto';
import { Failure } from '../errors.js';
import { type Advice, failureOf, jsonObject } from '../http/answers.js';
import { sleep } from '../http/hosts.js';
import { encodePath } from '../http/message.js';
import { cleanLine } from '../http/words.js';
import type { BuildInputs } from './build-inputs.js';
import type { Builder, BuilderSettings, BuildOrder, BuildResult } from './builder.js';
import {
  advice,
  nameOf,
  type Pipeline,
  type PipelineAccess,
  type PipelineApi,
  pipelineApi,
  readPipeline,
} from './pipeline-api.js';
import { fillPlaceholders } from './placeholders.js';
import { waitForBuild } from './waiting.js';

/** Which pipeline to run. Everything is checked already. */
export interface PipelineOrder extends PipelineAccess {
  /** The name of a custom pipeline; undefined: the one that a push would run. */
  readonly custom: string | undefined;
  /** Variables, for custom pipelines only. */
  readonly variables: BuildInputs;
}

/** Bitbucket Pipelines: https://developer.atlassian.com/cloud/bitbucket/rest/api-group-pipelines/ */
export function pipelineBuilder(wanted: PipelineOrder, settings: BuilderSettings): Builder {
  return {
    async build(order, onPage) {
      const path = `/repositories/${encodePath(order.sourceRepository)}/pipelines`;
      const api = pipelineApi(wanted, path, settings.http);
      const known = await api.list(order.commit);
      const running = known.find((one) => isSame(one, wanted, order));
      const pipeline = running ?? (await startOrSay(api, wanted, order, known, settings));
      const url = `https://bitbucket.org/${order.sourceRepository}/pipelines/results/${pipeline.number}`;
      onPage?.(url);
      settings.info(`${order.image}: ${running ? 'joined' : 'started'} the pipeline ${url}`);
      const forget = settings.onStop((http) =>
        running
          ? Promise.resolve(`the pipeline ${url} was joined, not started here: it goes on`)
          : stop(pipelineApi(wanted, path, http), pipeline, url),
      );
      try {
        return await follow(api, pipeline, url, settings);
      } finally {
        if (!settings.signal.aborted) forget();
      }
    },
  };
}

/**
 * Whether a pipeline that runs for this commit does what ours would: the same selector and, of a custom pipeline, the
 * same values of our variables. Where they cannot be seen (secured ones), it is not the same.
 */
function isSame(one: Pipeline, wanted: PipelineOrder, order: BuildOrder): boolean {
  if (one.state.finished || one.ofPullRequest || one.selector !== wanted.custom) return false;
  return wanted.variables.every(([key, value]) => one.variables.get(key) === fillPlaceholders(value, order, ''));
}

const startOrSay: typeof start = async (api, wanted, order, known, settings) => {
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
  const begun = settings.now().getTime();
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
    const found = await findStarted(api, order.commit, settings, ({ uuid, selector, createdAt }) => {
      return !before.has(uuid) && selector === wanted.custom && createdAt.getTime() >= begun - 60_000;
    });
    if (found === undefined) throw fault;
    settings.warn('The answer to the start of the pipeline was lost; it was found by its commit.');
    return found;
  }
  throw refusal;
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

async function follow(
  api: PipelineApi,
  pipeline: Pipeline,
  url: string,
  settings: BuilderSettings,
): Promise<BuildResult> {
  const rest = `/${encodeURIComponent(pipeline.uuid)}`;
  const state = await waitForBuild(
    async () => readPipeline(await api.getJson(rest)).state,
    `pipeline ${url}`,
    settings,
  );
  if (state.halted) return { conclusion: state.word, url, failures: ['it waits for somebody to start a manual step'] };
  const complaints = state.complaint === undefined ? [] : [state.complaint];
  const conclusion = conclusions[state.word] ?? state.word.toLowerCase();
  return {
    conclusion,
    url,
    failures: conclusion === 'success' ? [] : [...complaints, ...(await failedSteps(api, rest))],
  };
}

const conclusions: Record<string, string> = {
  SUCCESSFUL: 'success',
  FAILED: 'failure',
  ERROR: 'error',
  STOPPED: 'cancelled',
  EXPIRED: 'timed_out',
};

async function failedSteps(api: PipelineApi, rest: string): Promise<readonly string[]> {
  const { values } = await api.getJson(`${rest}/steps/`).catch(() => ({ values: [] }));
  return (Array.isArray(values) ? values : []).flatMap((step: Record<string, unknown>) => {
    const result = nameOf((step.state as Record<string, unknown> | undefined)?.result);
    return result === undefined || result === 'SUCCESSFUL' || result === 'NOT_RUN'
      ? []
      : [`step “${cleanLine(String(step.name ?? ''), 80)}” ${result.toLowerCase()}`];
  });
}

async function stop(api: PipelineApi, pipeline: Pipeline, url: string): Promise<string> {
  const sent = await api.send('POST', `/${encodeURIComponent(pipeline.uuid)}/stopPipeline`).catch(() => undefined);
  if (sent === undefined) return `the pipeline ${url} was started here, and nobody answered its stopping: it may go on`;
  const { status } = sent.answer;
  return `the pipeline ${url} was started here and ${status === 204 ? 'has been stopped' : `could not be stopped (${status}): it goes on`}`;
}

const refusedAdvice: Advice = {
  server:
    'Check that Pipelines is switched on, that bitbucket-pipelines.yml is in this commit, and that it has the custom pipeline.',
};
