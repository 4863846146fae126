import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Internet } from './internet.js';
import { projectRoot } from './project.js';
import { readAction } from './runner/action-file.js';
import type { WorkflowCommand } from './runner/commands.js';
import { parseFileCommands } from './runner/file-commands.js';
import { type Annotation, readLog } from './runner/log.js';
import { type ProcessOptions, type ProcessResult, runProcess } from './runner/process.js';
import { inTerminal } from './runner/terminal.js';
import { isWarm, runWarm } from './runner/warm.js';
import { prepareWorkflow, type Workflow } from './runner/workflow.js';
import { temporaryFolder } from './temporary.js';

const SUMMARY_LIMIT = 1024 * 1024;

interface Common {
  /** Added to the clean environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** The Node to run with; default `$RUNNER_NODE`, then this one. */
  readonly node?: string;
  /** The internet to run in: its proxy and its CA go into the environment. */
  readonly internet?: Pick<Internet, 'env'>;
  /** When it has happened, the signal is sent. */
  readonly signalWhen?: { readonly happened: Promise<unknown>; readonly signal: NodeJS.Signals };
  /** Default 60,000. */
  readonly timeoutMs?: number;
  /**
   * Runs it in a process of its own, also where warm ones are kept: for what the end or the start of a process does.
   */
  readonly ownProcess?: true;
}

export interface ActionOptions extends Common {
  /** Path of the action.yml. */
  readonly action: string;
  readonly inputs?: Readonly<Record<string, string>>;
  /** The event that started the workflow. */
  readonly event?: unknown;
  readonly workflow?: Workflow;
  /** Values that the workflow passes as `secrets.X`: the runner masks them from the start, as it does its token. */
  readonly secrets?: readonly string[];
}

export interface ActionResult {
  /** Null when a signal ended the process. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly outputs: Readonly<Record<string, string>>;
  /** The variables that the step exports to later steps via `GITHUB_ENV`. */
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

/** Runs an action as GitHub's runner would, in an environment with nothing of one's own in it. */
export async function runAction(options: ActionOptions): Promise<ActionResult> {
  const folder = await temporaryFolder();
  try {
    const path = (name: string): string => join(folder.path, name);
    for (const name of ['home', 'temp', 'workspace']) await mkdir(path(name));
    const files = { GITHUB_OUTPUT: path('output'), GITHUB_ENV: path('env'), GITHUB_PATH: path('path') };
    const more = { GITHUB_STATE: path('state'), GITHUB_STEP_SUMMARY: path('summary.md') };
    for (const file of Object.values({ ...files, ...more })) await writeFile(file, '');
    await writeFile(path('event.json'), JSON.stringify(options.event ?? {}));

    const workflow = prepareWorkflow(options.workflow ?? {}, options.event ?? {}, {
      workspace: path('workspace'),
      temporary: path('temp'),
      eventPath: path('event.json'),
      actionPath: dirname(options.action),
    });
    const action = await readAction(options.action, options.inputs ?? {}, workflow.contexts);
    const ran = await runBundle(options, {
      arguments: [action.main],
      cwd: path('workspace'),
      env: {
        ...cleanEnvironment(path('home')),
        ...workflow.environment,
        ...files,
        ...more,
        ...action.environment,
        ...options.internet?.env,
        ...options.env,
      },
      signalWhen: options.signalWhen,
      timeoutMs: options.timeoutMs,
    });

    const outputs = parseFileCommands(await readFile(files.GITHUB_OUTPUT, 'utf8'));
    const exported = parseFileCommands(await readFile(files.GITHUB_ENV, 'utf8'));
    const summary = await readFile(more.GITHUB_STEP_SUMMARY, 'utf8');
    const read = readLog(ran.output, [workflow.token, ...(options.secrets ?? [])]);
    const findings: Annotation[] = [...outputs.errors, ...exported.errors].map((message) => ({
      kind: 'error',
      message,
    }));
    if (action.unexpected !== undefined) findings.push({ kind: 'warning', message: action.unexpected });
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
    await folder.remove();
  }
}

export interface CliOptions extends Common {
  readonly args: readonly string[];
  readonly stdin?: string;
  /** The home folder; default a new, empty one that is removed afterwards. */
  readonly home?: string;
  /** Default the home folder. */
  readonly cwd?: string;
  /**
   * Runs it on a terminal of so many columns, if `hasTerminal`: then `stdout` is all that is on it, lines end in CR LF.
   */
  readonly columns?: number;
  /** The bundle's entry; default `dist/index.js` of this project. */
  readonly program?: string;
}

export type CliResult = Omit<ProcessResult, 'output'>;

/**
 * Runs the bundle, `dist/index.js`, as a command line in a clean environment. Its streams are pipes where no terminal
 * is requested.
 */
export async function runCli(options: CliOptions): Promise<CliResult> {
  const folder = await temporaryFolder();
  try {
    const home = options.home ?? folder.path;
    const args = [options.program ?? join(projectRoot(), 'dist', 'index.js'), ...options.args];
    const run = {
      arguments: args,
      cwd: options.cwd ?? home,
      env: { ...cleanEnvironment(home), ...options.internet?.env, ...options.env },
      ...(options.stdin !== undefined && { stdin: options.stdin }),
      signalWhen: options.signalWhen,
      timeoutMs: options.timeoutMs,
    };
    const { columns } = options;
    const { output: _both, ...result } = await (columns === undefined
      ? runBundle(options, run)
      : runProcess({ ...run, ...inTerminal(columns, nodeOf(options), args) }));
    return result;
  } finally {
    await folder.remove();
  }
}

/** A program of one's own, a Node of one's own and a signal take a process of their own. */
function runBundle(
  options: Common & Pick<CliOptions, 'program'>,
  run: Omit<ProcessOptions, 'program'>,
): Promise<ProcessResult> {
  const { ownProcess, program, node = process.env.RUNNER_NODE, signalWhen } = options;
  const alone = [ownProcess, program, node, signalWhen].some((one) => one !== undefined);
  return isWarm() && !alone ? runWarm(run) : runProcess({ ...run, program: nodeOf(options) });
}

function nodeOf(options: Common): string {
  return options.node ?? process.env.RUNNER_NODE ?? process.execPath;
}

function cleanEnvironment(home: string): Record<string, string> {
  const kept = ['PATH', 'SystemRoot', 'TZ'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(kept), HOME: home, USERPROFILE: home, LANG: 'C.UTF-8' };
}
