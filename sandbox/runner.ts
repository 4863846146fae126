import { dirname, join } from 'node:path';
import type { Internet } from './internet.js';
import { projectRoot } from './project.js';
import { readAction } from './runner/action-file.js';
import { type ProcessResult, runProcess } from './runner/process.js';
import { type ActionResult, cleanEnvironment, runStep, type StepOptions } from './runner/step.js';
import { inTerminal } from './runner/terminal.js';
import { temporaryFolder } from './temporary.js';

interface Common {
  /** Added to the clean environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** The Node to run with; default `$RUNNER_NODE`, then this one. */
  readonly node?: string;
  /** Where to run: its proxy and its CA go into the environment. */
  readonly internet?: Pick<Internet, 'env'>;
  /** When it has happened, the signal is sent. */
  readonly signalWhen?: { readonly happened: Promise<unknown>; readonly signal: NodeJS.Signals };
  /** Default 60,000. */
  readonly timeoutMs?: number;
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
      program: nodeOf(options),
      arguments: [action.main],
      env: { ...action.environment, ...options.internet?.env, ...options.env },
      warning: action.unexpected,
      signalWhen: options.signalWhen,
      timeoutMs: options.timeoutMs,
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
  /** Runs it on a terminal of so many columns, if `hasTerminal`: then `stdout` is all that is on it, lines end in CR LF. */
  readonly columns?: number;
  /** The bundle's entry; default `dist/index.js` of this project. */
  readonly program?: string;
}

export type CliResult = Omit<ProcessResult, 'output'>;

/** Runs the bundle, `dist/index.js`, as a command line in a clean environment. Its streams are pipes where no terminal is asked for. */
export async function runCli(options: CliOptions): Promise<CliResult> {
  const folder = await temporaryFolder();
  try {
    const home = options.home ?? folder.path;
    const args = [options.program ?? join(projectRoot(), 'dist', 'index.js'), ...options.args];
    const started =
      options.columns === undefined
        ? { program: nodeOf(options), arguments: args }
        : inTerminal(options.columns, nodeOf(options), args);
    const { output: _both, ...result } = await runProcess({
      ...started,
      cwd: options.cwd ?? home,
      env: { ...cleanEnvironment(home), ...options.internet?.env, ...options.env },
      ...(options.stdin !== undefined && { stdin: options.stdin }),
      signalWhen: options.signalWhen,
      timeoutMs: options.timeoutMs,
    });
    return result;
  } finally {
    await folder.remove();
  }
}

function nodeOf(options: Common): string {
  return options.node ?? process.env.RUNNER_NODE ?? process.execPath;
}
