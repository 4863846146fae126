import { randomUUID } from 'node:crypto';
import { Failure } from '../errors.js';
import { type Advice, failureOf, jsonObject } from '../http/answers.js';
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
    async build(order) {
      const path = `/repositories/${encodePath(order.sourceRepository)}/pipelines`;
      const api = pipelineApi(wanted, path, settings.http);
      const running = (await api.list(order.commit)).find(
        (one) => !one.state.finished && one.selector === wanted.custom,
      );
      const pipeline = running ?? (await start(api, wanted, order, settings));
      const url = `https://bitbucket.org/${order.sourceRepository}/pipelines/results/${pipeline.number}`;
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

async function start(
  api: PipelineApi,
  wanted: PipelineOrder,
  order: BuildOrder,
  settings: BuilderSettings,
): Promise<Pipeline> {
  const begun = settings.now().getTime();
  const buildId = randomUUID();
  const before = new Set((await api.list(order.commit)).map(({ uuid }) => uuid));
  const variables = wanted.variables.map(([key, value]) => ({ key, value: fillPlaceholders(value, order, buildId) }));
  try {
    const { answer, asked } = await api.send('POST', '/', {
      target: targetOf(wanted, order),
      ...(variables.length > 0 ? { variables } : {}),
    });
    if (answer.status === 201) return readPipeline(jsonObject(answer, asked));
    if (answer.status < 500) throw failureOf(answer, asked, answer.status === 400 ? refusedAdvice : advice);
    throw failureOf(answer, asked);
  } catch (fault) {
    if (settings.signal.aborted) throw settings.signal.reason;
    if (!(fault instanceof Failure) || (fault.kind !== 'network' && fault.kind !== 'server')) throw fault;
    // The answer was lost: the pipeline may be running all the same. It is looked for, and not started again.
    const found = (await api.list(order.commit)).find(
      (one) => !before.has(one.uuid) && one.selector === wanted.custom && one.createdAt.getTime() >= begun - 60_000,
    );
    if (found === undefined) throw fault;
    settings.warn('The answer to the start of the pipeline was lost; it was found by its commit.');
    return found;
  }
}

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
  const conclusion = conclusions[state.word] ?? state.word.toLowerCase();
  return { conclusion, url, failures: conclusion === 'success' ? [] : await failedSteps(api, rest) };
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
    return result === undefined || result === 'SUCCESSFUL'
      ? []
      : [`step “${cleanLine(String(step.name ?? ''), 80)}” ${result.toLowerCase()}`];
  });
}

async function stop(api: PipelineApi, pipeline: Pipeline, url: string): Promise<string> {
  const { answer } = await api.send('POST', `/${encodeURIComponent(pipeline.uuid)}/stopPipeline`);
  const stopped = answer.status === 204;
  return `the pipeline ${url} was started here and ${stopped ? 'has been stopped' : `could not be stopped (${answer.status}): it goes on`}`;
}

const refusedAdvice: Advice = {
  server:
    'Check that Pipelines is switched on, that bitbucket-pipelines.yml is in this commit, and that it has the custom pipeline.',
};
