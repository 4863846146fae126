import { dirname, join } from 'node:path';
import type { Internet } from './internet.js';
import { projectRoot } from './project.js';
import { readAction } from './runner/action-file.js';
import { type ProcessOptions, type ProcessResult, runProcess } from './runner/process.js';
import { type ActionResult, cleanEnvironment, runStep, type StepOptions } from './runner/step.js';
import { inTerminal } from './runner/terminal.js';
import { isWarm, runWarm } from './runner/warm.js';
import { temporaryFolder } from './temporary.js';

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

export interface ActionOptions extends Common, Omit<StepOptions, 'actionPath'> {
  /** Path of the action.yml. */
  readonly action: string;
  readonly inputs?: Readonly<Record<string, string>>;
}

/** Runs an action as GitHub's runner would, in an environment with nothing of one's own in it. */
export function runAction(options: ActionOptions): Promise<ActionResult> {
  return runStep({ ...options, actionPath: dirname(options.action) }, async ({ contexts }) => {
    const action = await readAction(options.action, options.inputs ?? {}, contexts);
    return {
      env: { ...action.environment, ...options.internet?.env, ...options.env },
      warning: action.unexpected,
      run: (step) =>
        runBundle(options, {
          ...step,
          arguments: [action.main],
          signalWhen: options.signalWhen,
          timeoutMs: options.timeoutMs,
        }),
    };
  });
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
