import { type Phase, passThrough, type Timers } from '../timers.js';

/** The course of a pipeline. Times are milliseconds, `Infinity` never ends. */
export interface PipelinePlan {
  /** The time that it is PENDING. Default 20. */
  readonly pendingMs?: number;
  /** The time that it is IN_PROGRESS. Default 50. */
  readonly runningMs?: number;
  /** SUCCESSFUL (the default), FAILED, ERROR, STOPPED, EXPIRED. */
  readonly result?: string;
  /** The message of an ERROR. */
  readonly error?: { readonly key: string; readonly message: string };
  /** Stays IN_PROGRESS. */
  readonly hang?: boolean;
  /** Then waits for a user without end: the stage is PAUSED, or has the name given here. */
  readonly pause?: boolean | string;
  /** Until then no list has it. Default 0. */
  readonly listedAfterMs?: number;
  /** Default one that ends as the pipeline does. */
  readonly steps?: readonly PipelineStep[];
}

export interface PipelineStep {
  readonly name: string;
  readonly result: string;
}

export type PipelineState =
  | { readonly name: 'PENDING' }
  | { readonly name: 'IN_PROGRESS'; readonly stage: string }
  | { readonly name: 'COMPLETED'; readonly result: string };

export interface PipelineIdentity {
  /** In braces. */
  readonly uuid: string;
  readonly buildNumber: number;
  /** `workspace/repo` */
  readonly repository: string;
  /** As it was posted. */
  readonly target: Readonly<Record<string, unknown>>;
  /** The commit it builds, whole. */
  readonly commit: string;
  /** As they were posted. */
  readonly variables: readonly unknown[];
  /** The login or token; undefined when the sandbox started it. */
  readonly creator: string | undefined;
  readonly createdOn: Date;
}

export interface Pipeline extends PipelineIdentity {
  state: PipelineState;
  completedOn: Date | undefined;
  /** True if a list would have it. */
  listed: boolean;
  /** True if it was requested to stop. */
  stopped: boolean;
  readonly steps: readonly PipelineStep[] | undefined;
  /** The message of the result ERROR. */
  readonly complaint: PipelinePlan['error'];
  /** The error that `onSuccess` threw, which makes it FAILED. */
  error: unknown;
  /** As `stopPipeline` in the API: it ends shortly after. */
  stop(): void;
}

const STOPPING_MS = 50;

/** Starts a pipeline, which then goes as planned; `onSuccess` has come to its end before it is COMPLETED. */
export function startPipeline(
  identity: PipelineIdentity,
  plan: PipelinePlan,
  timers: Timers,
  onSuccess: (pipeline: Pipeline) => void | Promise<void>,
): Pipeline {
  const { pendingMs = 20, runningMs = 50, listedAfterMs = 0, pause = false } = plan;
  const pipeline: Pipeline = {
    ...identity,
    state: { name: 'PENDING' },
    completedOn: undefined,
    listed: listedAfterMs === 0,
    stopped: false,
    steps: plan.steps,
    complaint: plan.error,
    error: undefined,
    stop() {
      if (pipeline.completedOn !== undefined) return;
      pipeline.stopped = true;
      timers.after(STOPPING_MS, () => {
        halt();
        complete('STOPPED');
      });
    },
  };

  function complete(result: string): void {
    if (pipeline.completedOn !== undefined) return;
    pipeline.state = { name: 'COMPLETED', result };
    pipeline.completedOn = new Date();
  }

  async function end(): Promise<void> {
    const { result = 'SUCCESSFUL' } = plan;
    try {
      if (result === 'SUCCESSFUL') await onSuccess(pipeline);
      complete(result);
    } catch (error) {
      pipeline.error = error;
      complete('FAILED');
    }
  }

  const phase = (ms: number, state: PipelineState): Phase => ({
    ms,
    enter() {
      pipeline.state = state;
    },
  });
  const phases = [
    phase(pendingMs, { name: 'PENDING' }),
    phase(plan.hang === true ? Number.POSITIVE_INFINITY : runningMs, { name: 'IN_PROGRESS', stage: 'RUNNING' }),
  ];
  if (pause !== false) {
    const stage = pause === true ? 'PAUSED' : pause;
    phases.push(phase(Number.POSITIVE_INFINITY, { name: 'IN_PROGRESS', stage }));
  }
  const halt = passThrough(timers, phases, () => void end());
  timers.after(listedAfterMs, () => {
    pipeline.listed = true;
  });
  return pipeline;
}
