import type { OnStop } from '../builders/builder.js';
import type { Http } from '../http/client/http.js';
import type { ExitCode, Failure } from '../lib/errors.js';
import type { Log, Progress } from '../lib/log.js';
import type { Execute } from '../lib/processes.js';
import type { Workflow } from '../lib/workflow.js';
import type { Markdown } from '../reports/markdown.js';
import type { Table } from '../reports/table.js';
import type { InputsOf } from './shared/inputs/types.js';

/**
 * A command, as data: both frontends, action.yml, the docs and --help are made from it.
 * `I` are the values of its inputs, `R` is what its run gives.
 */
export interface Command<I, R> {
  readonly name: string;
  /** One sentence of at most 125 characters (the Marketplace's limit for a description). */
  readonly summary: string;
  readonly inputs: InputsOf<I>;
  /** The inputs that the command line also takes without a flag, in this order. */
  readonly positional: readonly (keyof I & string)[];
  /** For commands in which the order of the words without a flag does not show their inputs. */
  readonly words?: {
    /** The lines that are possible, for --help: `REPO [REF]`. */
    readonly usage: readonly string[];
    /** @throws Failure (usage) for words that are ambiguous, or too many */
    readonly arrange: (words: readonly string[]) => readonly Word[];
  };
  /** Usual command lines, without the program's and the command's name: for --help. */
  readonly examples: readonly string[];
  /** Each output with its description. */
  readonly outputs: Readonly<Record<string, string>>;
  /**
   * The lines of `--format names`. A list prints them by default, where the inputs select nothing else
   * and no person reads.
   */
  readonly names?: { readonly help: string; readonly usual?: (inputs: I) => boolean };
  /**
   * Only of a command that destroys something: the question for a person first, or undefined when these inputs
   * destroy nothing (a dry run). The command line takes `--yes` for it; a workflow has agreed by using the action.
   * @throws Failure (usage) for inputs that make no sense: no question about those
   */
  readonly destructive?: (inputs: I, workflow: Workflow | undefined) => string | undefined;
  /** Of a command that is none of the actions. */
  readonly frontend?: 'cli';
  /** The time for the whole command, in milliseconds; `Infinity`: until it is stopped. */
  readonly timeout: (inputs: I) => number;
  /** @throws Failure; a faulty input before any request is sent. */
  readonly run: (inputs: I, context: Context) => Promise<R>;
  readonly report: (result: R) => Report;
}

/** A word of the command line, and the input that it is for. */
export interface Word {
  readonly input: string;
  readonly text: string;
}

/** All that a command may know of the world: it reads no global. */
export interface Context {
  readonly http: Http;
  readonly log: Log;
  readonly progress: Progress;
  /** Aborted when the time is up, or when the user cancels; its reason is a Failure. */
  readonly signal: AbortSignal;
  /** When the time is up. */
  readonly deadline: Date;
  readonly now: () => Date;
  /** The facts about the workflow from GitHub Actions; undefined elsewhere. */
  readonly workflow: Workflow | undefined;
  readonly execute: Execute;
  /** Registers what must still be done, in a few seconds, when the command is stopped. */
  readonly onStop: OnStop;
  /** Takes secrets out of text that goes elsewhere than into the report, and names inputs as the frontend does. */
  readonly redactResult: (text: string) => string;
  /** The environment that child processes inherit, and where the Docker config is found. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The result of a command; the frontend renders it. */
export interface Report {
  readonly outputs: Readonly<Record<string, string>>;
  readonly json: unknown;
  readonly summary: Markdown;
  readonly table: Table;
  /** Of a command with `names`. */
  readonly names?: readonly string[];
  /** The result in one sentence. */
  readonly headline: string;
  /** Information that the log must contain in every case: the path of the journal. */
  readonly note?: string | undefined;
  /** The failures, if other parts succeeded. */
  readonly failures: readonly Failure[];
  readonly exitCode: ExitCode;
}

/** A command whose types no longer matter: what a list of commands holds. */
export type AnyCommand = Command<Record<string, unknown>, unknown>;

/** Puts a command into a list; its own `run` and `report` keep what they know of their types. */
export function anyCommand<I, R>(command: Command<I, R>): AnyCommand {
  return command as unknown as AnyCommand;
}
