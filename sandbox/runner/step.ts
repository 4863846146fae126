import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../temporary.js';
import type { WorkflowCommand } from './commands.js';
import { parseFileCommands } from './file-commands.js';
import { type Annotation, readLog } from './log.js';
import type { ProcessOptions, ProcessResult } from './process.js';
import { type PreparedWorkflow, prepareWorkflow, type Workflow } from './workflow.js';

const SUMMARY_LIMIT = 1024 * 1024;

/** The folders that the steps of a job share. */
export interface JobFolders {
  readonly home: string;
  readonly temporary: string;
  readonly workspace: string;
}

export interface StepOptions {
  /** Default: new ones, which are removed afterwards. */
  readonly folders?: JobFolders | undefined;
  /** The event that started the workflow. */
  readonly event?: unknown;
  readonly workflow?: Workflow | undefined;
  /** Values that the workflow passes as `secrets.X`: the runner masks them from the start, as it does its token. */
  readonly secrets?: readonly string[] | undefined;
  /** Where the action is; the workspace for a script. */
  readonly actionPath?: string;
}

/** What a step runs, with the environment that is its own. */
export interface StepProgram {
  readonly env: Readonly<Record<string, string>>;
  /** A warning of the runner’s own. */
  readonly warning?: string | undefined;
  /** Runs it to its end, in this folder and with this environment. */
  run(step: Pick<ProcessOptions, 'cwd' | 'env'>): Promise<ProcessResult>;
}

export interface ActionResult {
  /** Null when a signal ended the process. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly outputs: Readonly<Record<string, string>>;
  /** What the step exports to later steps by `GITHUB_ENV`. */
  readonly exported: Readonly<Record<string, string>>;
  /** As it was written, nothing masked. */
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  readonly masks: readonly string[];
  readonly commands: readonly WorkflowCommand[];
  readonly log: string;
  readonly rawStdout: string;
  readonly stderr: string;
  readonly durationMs: number;
}

/** Creates the folders of a job in a folder. */
export async function createJobFolders(path: string): Promise<JobFolders> {
  const folders = { home: join(path, 'home'), temporary: join(path, 'temp'), workspace: join(path, 'workspace') };
  for (const folder of Object.values(folders)) await mkdir(folder);
  return folders;
}

/** Runs one step with the files that a runner gives to it, and reads what it wrote. */
export async function runStep(
  options: StepOptions,
  programOf: (workflow: PreparedWorkflow, folders: JobFolders) => Promise<StepProgram>,
): Promise<ActionResult> {
  const own = await temporaryFolder();
  try {
    const folders = options.folders ?? (await createJobFolders(own.path));
    const path = (name: string): string => join(own.path, name);
    const files = { GITHUB_OUTPUT: path('output'), GITHUB_ENV: path('env'), GITHUB_PATH: path('path') };
    const more = { GITHUB_STATE: path('state'), GITHUB_STEP_SUMMARY: path('summary.md') };
    for (const file of Object.values({ ...files, ...more })) await writeFile(file, '');
    await writeFile(path('event.json'), JSON.stringify(options.event ?? {}));

    const workflow = prepareWorkflow(options.workflow ?? {}, options.event ?? {}, {
      workspace: folders.workspace,
      temporary: folders.temporary,
      eventPath: path('event.json'),
      actionPath: options.actionPath ?? folders.workspace,
    });
    const { env, warning, run } = await programOf(workflow, folders);
    const ran = await run({
      cwd: folders.workspace,
      env: { ...cleanEnvironment(folders.home), ...workflow.environment, ...files, ...more, ...env },
    });

    const outputs = parseFileCommands(await readFile(files.GITHUB_OUTPUT, 'utf8'));
    const exported = parseFileCommands(await readFile(files.GITHUB_ENV, 'utf8'));
    const summary = await readFile(more.GITHUB_STEP_SUMMARY, 'utf8');
    const read = readLog(ran.output, [workflow.token, ...(options.secrets ?? [])]);
    const findings: Annotation[] = [...outputs.errors, ...exported.errors].map((message) => ({
      kind: 'error',
      message,
    }));
    if (warning !== undefined) findings.push({ kind: 'warning', message: warning });
    if (Buffer.byteLength(summary) > SUMMARY_LIMIT) {
      findings.push({
        kind: 'error',
        message: '$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k',
      });
    }
    return {
      exitCode: ran.exitCode,
      signal: ran.signal,
      outputs: outputs.values,
      exported: exported.values,
      summary,
      ...read,
      annotations: [...findings, ...read.annotations],
      rawStdout: ran.stdout,
      stderr: ran.stderr,
      durationMs: ran.durationMs,
    };
  } finally {
    await own.remove();
  }
}

/** An environment with nothing of one's own in it. */
export function cleanEnvironment(home: string): Record<string, string> {
  const kept = ['PATH', 'SystemRoot', 'TZ'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(kept), HOME: home, USERPROFILE: home, LANG: 'C.UTF-8' };
}
