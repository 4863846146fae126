import { isTurnedAway } from '../http/client/retry.js';
import { type Advice, failureOf, jsonObject } from '../http/responses.js';
import { cleanLine } from '../lib/clean-line.js';
import { Failure } from '../lib/errors.js';
import { inputName } from '../lib/input-names.js';
import { poll } from '../lib/timers.js';
import type { BuildInputs } from './build-inputs.js';
import type { BuilderSettings, BuildOrder } from './builder.js';
import { advice, type Pipeline, type PipelineApi, type PipelineOrder, readPipeline } from './pipeline-api.js';
import { isSame } from './pipeline-same.js';
import { mayBeOf } from './server-clock.js';
import { forgiving } from './waiting.js';

/** A pipeline that builds what was ordered. */
export interface StartedPipeline {
  readonly pipeline: Pipeline;
  /** True if this run certainly started it, and not another one that does the same. */
  readonly own: boolean;
}

/** The pipeline to start. */
export interface Start {
  readonly wanted: PipelineOrder;
  readonly order: BuildOrder;
  /** With their placeholders filled in. */
  readonly variables: BuildInputs;
  /** The value of `{build-id}`. */
  readonly buildId: string;
  /** The pipelines of this commit before that. */
  readonly known: readonly Pipeline[];
}

/**
 * Starts a pipeline, once.
 * @throws Failure when Bitbucket refuses, or when its answer was lost and no pipeline has appeared
 */
export async function startPipeline(
  api: PipelineApi,
  start: Start,
  settings: BuilderSettings,
): Promise<StartedPipeline> {
  const forget = settings.onStop(
    async () => `a pipeline in ${start.order.sourceRepository} was being started: it may still run`,
  );
  return post(api, start, settings).finally(() => {
    if (!settings.signal.aborted) forget();
  });
}

async function post(api: PipelineApi, start: Start, settings: BuilderSettings): Promise<StartedPipeline> {
  const { wanted, order, variables } = start;
  let sentAt = settings.now();
  const body = {
    target: targetOf(wanted, order),
    ...(variables.length > 0 ? { variables: variables.map(([key, value]) => ({ key, value })) } : {}),
  };
  let refusal: Failure;
  try {
    const onTry = () => {
      sentAt = settings.now();
    };
    const { answer, operation } = await api.send('POST', '/', { body, onTry });
    if (answer.status === 201) return { pipeline: readStarted(jsonObject(answer, operation), operation), own: true };
    if (answer.status >= 500 && !isTurnedAway(answer)) throw failureOf(answer, operation);
    refusal = failureOf(answer, operation, refusedAdvice(answer.status, answer.header('location')));
  } catch (error) {
    if (settings.signal.aborted) throw settings.signal.reason;
    if (!(error instanceof Failure) || (error.kind !== 'network' && error.kind !== 'server')) throw error;
    // The answer was lost: the pipeline may still be running. It is searched for, and not started again.
    const found = await findStarted(api, start, sentAt, settings);
    if (found === undefined) throw error;
    settings.warn('The answer to the start of the pipeline was lost; it was found by its commit.');
    return { pipeline: found, own: variables.some(([, value]) => value.includes(start.buildId)) };
  }
  throw refusal;
}

/** @throws Failure (server) for a pipeline that cannot be followed */
function readStarted(body: Record<string, unknown>, operation: string): Pipeline {
  if (typeof body.uuid === 'string' && typeof body.build_number === 'number') return readPipeline(body);
  throw new Failure('server', { operation, reason: 'the answer does not name the pipeline' });
}

/**
 * The time that a pipeline whose start was not answered is looked for, and how often, in milliseconds: the list may lag
 * behind.
 */
const searchTime = 12_000;
const pauses = { first: 3000, growth: 1, longest: 3000 };

async function findStarted(
  api: PipelineApi,
  { wanted, order, variables, known }: Start,
  sentAt: Date,
  settings: BuilderSettings,
): Promise<Pipeline | undefined> {
  const before = new Set(known.map(({ uuid }) => uuid));
  const isOurs = (one: Pipeline) =>
    !before.has(one.uuid) && mayBeOf(one.createdAt, sentAt, api.clock) && isSame(one, wanted, order, variables);
  const look = async () => ({ found: (await api.list(order.commit)).find(isOurs) });
  const { found } = await poll(forgiving(look), {
    ...settings,
    wait: searchTime,
    pauses,
    isDone: (one) => one.found !== undefined,
    onPending: () => undefined,
  });
  return found;
}

/** A branch or tag gives the pipeline its context; the commit pins what is built. */
function targetOf({ custom }: PipelineOrder, { commit, ref, refKind }: BuildOrder): Record<string, unknown> {
  const pinned = { type: 'commit', hash: commit };
  const selector = custom === undefined ? {} : { selector: { type: 'custom', pattern: custom } };
  if (refKind === undefined) return { type: 'pipeline_commit_target', commit: pinned, ...selector };
  return { type: 'pipeline_ref_target', ref_type: refKind, ref_name: ref, commit: pinned, ...selector };
}

function refusedAdvice(status: number, location: string | undefined): Advice {
  if (location !== undefined && status >= 300 && status < 400) {
    return {
      server: `The repository may have been renamed or moved, to ${cleanLine(location)}: give its new name as ${inputName('repo')}.`,
    };
  }
  if (status !== 400) return advice;
  return {
    server:
      'Check that Pipelines is enabled, that bitbucket-pipelines.yml is in this commit, and that it has the custom pipeline.',
  };
}
