import type { Pipeline, PipelineState, PipelineStep } from './bitbucket-pipeline-runs.js';

const API = 'https://api.bitbucket.org/2.0/repositories';

export function pipelineUrl(pipeline: Pipeline): string {
  return `${API}/${pipeline.repository}/pipelines/${pipeline.uuid}`;
}

export function describePipeline(pipeline: Pipeline) {
  const { target, commit } = pipeline;
  return {
    type: 'pipeline',
    uuid: pipeline.uuid,
    build_number: pipeline.buildNumber,
    repository: { type: 'repository', full_name: pipeline.repository },
    creator: { type: 'user', display_name: 'Ada', nickname: 'ada' },
    state: describeState('pipeline', pipeline.state, pipeline.complaint),
    target: { ...target, commit: { type: 'commit', hash: commit } },
    trigger:
      pipeline.creator === undefined
        ? { type: 'pipeline_trigger_push', name: 'PUSH' }
        : { type: 'pipeline_trigger_manual', name: 'MANUAL' },
    variables: pipeline.variables.map(describeVariable),
    created_on: pipeline.createdOn.toISOString(),
    ...(pipeline.completedOn !== undefined && { completed_on: pipeline.completedOn.toISOString() }),
    links: { self: { href: pipelineUrl(pipeline) } },
  };
}

/** The value of a secured variable is not shown. */
function describeVariable(variable: unknown) {
  const { key, value, secured = false } = variable as Readonly<Record<string, unknown>>;
  return { type: 'pipeline_variable', key, secured, ...(secured !== true && { value }) };
}

/** The pipeline's steps as far as they are: their results exist when the pipeline is over. */
export function describeSteps(pipeline: Pipeline) {
  const { state } = pipeline;
  const result = state.name === 'COMPLETED' ? state.result : 'SUCCESSFUL';
  const steps: readonly PipelineStep[] = pipeline.steps ?? [{ name: 'Build', result }];
  return steps.map((step, index) => {
    const come = pipeline.stopped ? 'STOPPED' : step.result;
    return {
      type: 'pipeline_step',
      uuid: `{00000000-0000-4000-8000-${String(index).padStart(12, '0')}}`,
      name: step.name,
      state: describeState('pipeline_step', state.name === 'COMPLETED' ? { ...state, result: come } : state),
      ...(state.name !== 'PENDING' && { started_on: pipeline.createdOn.toISOString() }),
      ...(pipeline.completedOn !== undefined && { completed_on: pipeline.completedOn.toISOString() }),
    };
  });
}

/** A state with the types that repeat its names. */
function describeState(of: string, state: PipelineState, error?: Pipeline['complaint']) {
  const typed = (...names: string[]): string => [of, 'state', ...names].join('_').toLowerCase();
  const { name } = state;
  if (state.name === 'IN_PROGRESS') {
    return { type: typed(name), name, stage: { type: typed(name, state.stage), name: state.stage } };
  }
  if (state.name === 'PENDING') return { type: typed(name), name };
  const because = state.result === 'ERROR' && error !== undefined && { error: { type: `${of}_error`, ...error } };
  return { type: typed(name), name, result: { type: typed(name, state.result), name: state.result, ...because } };
}
