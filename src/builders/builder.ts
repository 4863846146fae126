import type { Http } from '../http/client/http.js';
import type { LogGroup } from '../lib/log.js';
import type { Execute } from '../lib/processes.js';

/** The image to build: the values of the placeholders, and the facts about the commit that a builder needs. */
export interface BuildOrder {
  /** The full SHA. */
  readonly commit: string;
  /** The ref's short name. */
  readonly ref: string;
  /** The kind of the ref; undefined for a commit that was given as such. */
  readonly refKind: 'branch' | 'tag' | undefined;
  /** The branch that the commit's pull request was merged into, where it was. */
  readonly mergedInto?: string;
  /** The source repository's name without its owner. */
  readonly repo: string;
  /** With its owner. */
  readonly sourceRepository: string;
  /** `name:tag`. */
  readonly image: string;
  readonly tag: string;
}

/** The outcome of a build. */
export interface BuildResult {
  /** In the builder's own word; only `success` is success. */
  readonly conclusion: string;
  /** The page of the run, if one exists. */
  readonly url?: string;
  /** The failures, one line each: a job with its page, an exit code. */
  readonly failures: readonly string[];
  /** The pages of what failed, beside the run's own. */
  readonly pages?: readonly string[];
}

/** Turns "not ready" into a build, and waits for its end. */
export interface Builder {
  /**
   * Starts the build, or joins one in progress for the same commit, and waits until it has ended.
   * @param onPage called with the page of the build as soon as it is known, whatever comes of it
   * @throws Failure when it cannot be started, when its end cannot be found out, or when the time is over (with its
   * page).
   */
  build(order: BuildOrder, onPage?: (url: string) => void): Promise<BuildResult>;
}

/** The common options of all builders. */
export interface BuilderSettings {
  readonly http: Http;
  readonly execute: Execute;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  /** The time that a build may take, in milliseconds. */
  readonly timeout: number;
  readonly info: (line: string) => void;
  readonly detail: (line: string) => void;
  readonly warn: (line: string) => void;
  readonly progress: (line: string) => void;
  /** Opens a part of the log for a program's output. */
  readonly group: (title: string) => LogGroup;
  /** The clean-up if the process is stopped meanwhile. */
  readonly onStop: OnStop;
}

/**
 * Registers what must still be done when the command is stopped: with an HTTP client that works for a few seconds more.
 * It reports the state in one line. @returns how to unregister it
 */
export type OnStop = (handler: (http: Http) => Promise<string>) => () => void;
