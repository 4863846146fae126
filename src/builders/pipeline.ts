import { randomUUID } from 'node:crypto';
import { Failure } from '../errors.js';
import { type Advice, failureOf, jsonObject } from '../http/answers.js';
import { basicHeader } from '../http/basic.js';
import { describe, type Http, type HttpAnswer, type HttpRequest } from '../http/http.js';
import { cleanLine } from '../http/words.js';
import type { BuildInputs } from './build-inputs.js';
import type { Builder, BuilderSettings, BuildOrder, BuildResult } from './builder.js';
import { fillPlaceholders } from './placeholders.js';
import { type BuildState, waitForBuild } from './waiting.js';

/** Which pipeline to run. Everything is checked already. */
export interface PipelineOrder {
  /** The API's address, `https://api.bitbucket.org/2.0`. */
  readonly base: string;
  readonly username: string | undefined;
  readonly token: string | undefined;
  /** The name of a custom pipeline; undefined: the one that a push would run. */
  readonly custom: string | undefined;
  /** Variables, for custom pipelines only. */
  readonly variables: BuildInputs;
}

interface Pipeline {
  readonly uuid: string;
  readonly number: number;
  readonly state: BuildState & { readonly halted: boolean };
  readonly selector: string | undefined;
  readonly createdAt: Date;
}

/** Bitbucket Pipelines: https://developer.atlassian.com/cloud/bitbucket/rest/api-group-pipelines/ */
export function pipelineBuilder(wanted: PipelineOrder, settings: BuilderSettings): Builder {
  return {
    async build(order) {
      const path = `/repositories/${order.sourceRepository.split('/').map(encodeURIComponent).join('/')}/pipelines`;
      const api = createApi(wanted, path, settings.http);
      const running = (await api.list(order.commit)).find(
        (one) => !one.state.finished && one.selector === wanted.custom,
      );
      const pipeline = running ?? (await start(api, wanted, order, settings));
      const url = `https://bitbucket.org/${order.sourceRepository}/pipelines/results/${pipeline.number}`;
      settings.info(`${order.image}: ${running ? 'joined' : 'started'} the pipeline ${url}`);
      const forget = settings.onStop((http) =>
        running
          ? Promise.resolve(`the pipeline ${url} was joined, not started here: it goes on`)
          : stop(createApi(wanted, path, http), pipeline, url),
      );
      const result = await follow(api, pipeline, url, settings);
      forget();
      return result;
    },
  };
}

type Api = ReturnType<typeof createApi>;

function createApi(wanted: PipelineOrder, path: string, http: Http) {
  const authorization =
    wanted.token &&
    (wanted.username === undefined ? `Bearer ${wanted.token}` : basicHeader(wanted.username, wanted.token));
  async function send(
    method: HttpRequest['method'],
    rest: string,
    body?: unknown,
  ): Promise<{ answer: HttpAnswer; asked: string }> {
    const request: HttpRequest = {
      method,
      url: new URL(`${wanted.base}${path}${rest}`),
      headers: {
        accept: 'application/json',
        ...(authorization ? { authorization } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
    return { answer: await http.request(request), asked: describe(request) };
  }
  async function getJson(rest: string): Promise<Record<string, unknown>> {
    const { answer, asked } = await send('GET', rest);
    if (answer.status !== 200) throw failureOf(answer, asked, advice);
    return jsonObject(answer, asked);
  }
  return {
    send,
    getJson,
    /** The pipelines of this commit, the newest first. */
    async list(commit: string): Promise<readonly Pipeline[]> {
      const page = await getJson(`/?target.commit.hash=${commit}&sort=-created_on&pagelen=10`);
      return (Array.isArray(page.values) ? page.values : []).map(readPipeline);
    },
  };
}

async function start(api: Api, wanted: PipelineOrder, order: BuildOrder, settings: BuilderSettings): Promise<Pipeline> {
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

async function follow(api: Api, pipeline: Pipeline, url: string, settings: BuilderSettings): Promise<BuildResult> {
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

async function failedSteps(api: Api, rest: string): Promise<readonly string[]> {
  const { values } = await api.getJson(`${rest}/steps/`).catch(() => ({ values: [] }));
  return (Array.isArray(values) ? values : []).flatMap((step: Record<string, unknown>) => {
    const result = nameOf((step.state as Record<string, unknown> | undefined)?.result);
    return result === undefined || result === 'SUCCESSFUL'
      ? []
      : [`step “${cleanLine(String(step.name ?? ''), 80)}” ${result.toLowerCase()}`];
  });
}

async function stop(api: Api, pipeline: Pipeline, url: string): Promise<string> {
  const { answer } = await api.send('POST', `/${encodeURIComponent(pipeline.uuid)}/stopPipeline`);
  const stopped = answer.status === 204;
  return `the pipeline ${url} was started here and ${stopped ? 'has been stopped' : `could not be stopped (${answer.status}): it goes on`}`;
}

/** States that are not known count as under way; a pipeline that waits for a person has come to its end for us. */
function readPipeline(value: unknown): Pipeline {
  const { uuid, build_number, state, target, created_on } = value as Record<
    string,
    Record<string, unknown> | undefined
  >;
  const name = nameOf(state) ?? 'UNKNOWN';
  const stage = nameOf(state?.stage);
  const halted = stage === 'PAUSED' || stage === 'HALTED';
  const word = name === 'COMPLETED' ? (nameOf(state?.result) ?? name) : (stage ?? name);
  const selector = target?.selector as Record<string, unknown> | undefined;
  return {
    uuid: String(uuid),
    number: Number(build_number),
    state: { finished: name === 'COMPLETED' || halted, halted, word: cleanLine(word, 40) },
    selector: selector?.type === 'custom' ? String(selector.pattern) : undefined,
    createdAt: new Date(String(created_on)),
  };
}

function nameOf(value: unknown): string | undefined {
  const name = (value as Record<string, unknown> | undefined)?.name;
  return typeof name === 'string' ? name : undefined;
}

const advice: Advice = {
  authentication: 'Use a repository access token, or an API token with the account’s e-mail as source-username.',
  denied:
    'The token needs pipeline:write (access token), or read:pipeline:bitbucket and write:pipeline:bitbucket (API token).',
  'not-found':
    'Check owner and repo; Bitbucket says this also to a token that may not see the repository or its pipelines.',
};

const refusedAdvice: Advice = {
  server:
    'Check that Pipelines is switched on, that bitbucket-pipelines.yml is in this commit, and that it has the custom pipeline.',
};
