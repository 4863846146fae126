/** A workflow as YAML has it. */
export interface WorkflowFile {
  readonly name?: string;
  readonly on?: unknown;
  readonly permissions?: Permissions;
  readonly env?: Values;
  readonly jobs: Readonly<Record<string, JobFile>>;
}

export interface JobFile {
  readonly needs?: string | readonly string[];
  readonly if?: string | boolean;
  readonly permissions?: Permissions;
  readonly environment?: string | { readonly name: string };
  readonly strategy?: { readonly matrix?: string | Matrix };
  readonly env?: Values;
  readonly outputs?: Values;
  readonly steps?: readonly StepFile[];
  /** Of a job that is a reusable workflow. */
  readonly uses?: string;
  readonly with?: Values;
  readonly secrets?: Values;
}

export interface StepFile {
  readonly id?: string;
  readonly name?: string;
  readonly if?: string | boolean;
  readonly uses?: string;
  readonly with?: Values;
  readonly run?: string;
  readonly env?: Values;
  readonly 'working-directory'?: string;
  readonly 'continue-on-error'?: boolean;
}

/** The `runs` of a composite action, with what it declares. */
export interface CompositeFile {
  readonly inputs?: Readonly<Record<string, { readonly default?: unknown } | null>>;
  readonly outputs?: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: 'composite'; readonly steps: readonly StepFile[] };
}

export type Values = Readonly<Record<string, unknown>>;
export type Permissions = Readonly<Record<string, string>>;
type Matrix = Readonly<Record<string, unknown>> & { readonly include?: readonly Values[] };

/** The permissions of a token where a workflow names none, in a repository with the restricted default. */
const RESTRICTED: Permissions = { contents: 'read', packages: 'read' };

/** A job's permissions: its own, or else those of the workflow. */
export function permissionsOf(file: Pick<WorkflowFile, 'permissions'>, job: JobFile): Permissions {
  return job.permissions ?? file.permissions ?? RESTRICTED;
}

/** The jobs, each behind those that it needs. @throws Error for a need that is no job, and for a circle */
export function inOrder(jobs: WorkflowFile['jobs']): readonly (readonly [string, JobFile])[] {
  const left = new Map(Object.entries(jobs));
  const ordered: [string, JobFile][] = [];
  while (left.size > 0) {
    const [id, job] = [...left].find(([, one]) => needsOf(one).every((need) => !left.has(need) && need in jobs)) ?? [];
    if (id === undefined || job === undefined) throw new Error(`these jobs need each other: ${[...left.keys()]}`);
    ordered.push([id, job]);
    left.delete(id);
  }
  return ordered;
}

export function needsOf({ needs = [] }: JobFile): readonly string[] {
  return typeof needs === 'string' ? [needs] : needs;
}

/** Every combination of a matrix: the product of its lists, with what `include` adds. */
export function combinationsOf(matrix: Matrix): readonly Values[] {
  const { include = [], ...axes } = matrix;
  let combinations: Values[] = Object.keys(axes).length === 0 ? [] : [{}];
  for (const [axis, values] of Object.entries(axes)) {
    if (!Array.isArray(values)) throw new Error(`the matrix has no list for ${axis}`);
    combinations = combinations.flatMap((one) => values.map((value) => ({ ...one, [axis]: value })));
  }
  for (const more of include) {
    const extends_ = (one: Values) => Object.keys(axes).every((axis) => !(axis in more) || more[axis] === one[axis]);
    if (combinations.some(extends_) && Object.keys(axes).length > 0)
      combinations = combinations.map((one) => (extends_(one) ? { ...one, ...more } : one));
    else combinations.push(more);
  }
  return combinations;
}
