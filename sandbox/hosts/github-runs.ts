import { passThrough, type Timers } from '../timers.js';

/** The course of a workflow run. Times are milliseconds, `Infinity` never ends. */
export interface RunPlan {
  /** The time that it is `queued`, and then in each of `statuses`. Default 20. */
  readonly queuedMs?: number;
  /** The time that it is `in_progress`. Default 50. */
  readonly runningMs?: number;
  /** Default `success`. */
  readonly conclusion?: string;
  /** A status between `queued` and `in_progress`: `waiting`, or an unknown one. */
  readonly statuses?: readonly string[];
  /** Never completes: it stays `in_progress`, or in the status that is named here. */
  readonly hang?: boolean | string;
  /** Until then no list has it. Default 0. */
  readonly listedAfterMs?: number;
  /** Default one that ends as the run does. */
  readonly jobs?: readonly RunJob[];
}

export interface RunJob {
  readonly name: string;
  readonly conclusion: string;
  /** The step that brought it there. */
  readonly step?: string;
}

/** The dispatch, and the user who sent it. */
export interface WorkflowDispatch {
  /** `owner/name` of the workflow's repository. */
  readonly repository: string;
  /** `build.yml` */
  readonly workflow: string;
  /** The branch or tag, without `refs/…/`. */
  readonly ref: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** Nobody's when the sandbox started it. */
  readonly token: string | undefined;
}

export interface RunIdentity extends WorkflowDispatch {
  readonly id: number;
  readonly workflowId: number;
  readonly number: number;
  readonly event: string;
  /** The commit of `ref`. */
  readonly commit: string;
  readonly title: string;
  /** The login that dispatched it. */
  readonly actor: string;
  readonly createdAt: Date;
}

export interface WorkflowRun extends RunIdentity {
  status: string;
  /** As soon as it is `completed`. */
  conclusion: string | undefined;
  startedAt: Date;
  updatedAt: Date;
  /** True if a list would have it. */
  listed: boolean;
  /** True if it was requested to be cancelled. */
  cancelled: boolean;
  readonly jobs: readonly RunJob[] | undefined;
  /** The error that `onRun` threw, which makes it a `failure`. */
  error: unknown;
  /** As its `cancel` in the API: it ends shortly after. */
  cancel(): void;
}

const CANCELLING_MS = 50;

/** Starts a run, which then goes as planned; `onSuccess` has come to its end before the run is `completed`. */
export function startRun(
  identity: RunIdentity,
  plan: RunPlan,
  timers: Timers,
  onSuccess: (run: WorkflowRun) => void | Promise<void>,
): WorkflowRun {
  const { queuedMs = 20, runningMs = 50, listedAfterMs = 0 } = plan;
  const run: WorkflowRun = {
    ...identity,
    status: 'queued',
    conclusion: undefined,
    startedAt: identity.createdAt,
    updatedAt: identity.createdAt,
    listed: listedAfterMs === 0,
    cancelled: false,
    jobs: plan.jobs,
    error: undefined,
    cancel() {
      if (run.status === 'completed') return;
      run.cancelled = true;
      timers.after(CANCELLING_MS, () => {
        stop();
        complete('cancelled');
      });
    },
  };

  function reach(status: string): void {
    run.status = status;
    run.updatedAt = new Date();
  }

  function complete(conclusion: string): void {
    if (run.status === 'completed') return;
    run.conclusion = conclusion;
    reach('completed');
  }

  async function end(): Promise<void> {
    const { conclusion = 'success' } = plan;
    try {
      if (conclusion === 'success') await onSuccess(run);
      complete(conclusion);
    } catch (error) {
      run.error = error;
      complete('failure');
    }
  }

  const last = plan.hang === true ? 'in_progress' : plan.hang;
  const phases = ['queued', ...(plan.statuses ?? []), 'in_progress'].map((status) => {
    const ms = status === 'in_progress' ? runningMs : queuedMs;
    return { ms: status === last ? Number.POSITIVE_INFINITY : ms, enter: () => reach(status) };
  });
  const stop = passThrough(timers, phases, () => void end());
  timers.after(listedAfterMs, () => {
    run.listed = true;
  });
  return run;
}
