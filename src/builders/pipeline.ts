import { randomUUID } from 'node:crypto';
import { encodePath } from '../http/message.js';
import { cleanLine } from '../lib/clean-line.js';
import type { Builder, BuilderSettings, BuildResult } from './builder.js';
import {
  nameOf,
  type Pipeline,
  type PipelineApi,
  type PipelineOrder,
  pipelineApi,
  readPipeline,
} from './pipeline-api.js';
import { isSame } from './pipeline-same.js';
import { startPipeline } from './pipeline-start.js';
import { fillPlaceholders } from './placeholders.js';
import { waitForBuild } from './waiting.js';

/** Bitbucket Pipelines: https://developer.atlassian.com/cloud/bitbucket/rest/api-group-pipelines/ */
export function pipelineBuilder(wanted: PipelineOrder, settings: BuilderSettings): Builder {
  return {
    async build(order, onPage) {
      const path = `/repositories/${encodePath(order.sourceRepository)}/pipelines`;
      const api = pipelineApi(wanted, path, settings.http, settings.now);
      const buildId = randomUUID();
      const variables = wanted.variables.map(([key, value]) => [key, fillPlaceholders(value, order, buildId)] as const);
      const known = await api.list(order.commit);
      const running = known.find((one) => !one.state.finished && isSame(one, wanted, order, variables));
      const { pipeline, own } = running
        ? { pipeline: running, own: false }
        : await startPipeline(api, { wanted, order, variables, buildId, known }, settings);
      const url = `https://bitbucket.org/${order.sourceRepository}/pipelines/results/${pipeline.number}`;
      onPage?.(url);
      settings.info(`${order.image}: ${running ? 'joined' : 'started'} the pipeline ${url}`);
      const forget = settings.onStop(async (http) => {
        if (running) return `the pipeline ${url} was joined, not started here: it continues`;
        if (!own) return `the pipeline ${url} was found by its commit and may belong to somebody else: it continues`;
        return stop(pipelineApi(wanted, path, http, settings.now), pipeline, url);
      });
      try {
        return await follow(api, pipeline, url, settings);
      } finally {
        if (!settings.signal.aborted) forget();
      }
    },
  };
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
  if (state.halted) return { conclusion: state.word, url, failures: ['it is waiting for a manual step'] };
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
  if (sent === undefined)
    return `the pipeline ${url} was started here, and the request to stop it got no answer: it may continue`;
  const { status } = sent.answer;
  return `the pipeline ${url} was started here and ${status === 204 ? 'has been stopped' : `could not be stopped (${status}): it continues`}`;
}
