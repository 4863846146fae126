/** A folded part of the log. */
export interface LogGroup {
  line(text: string): void;
  end(): void;
}

/** Lines for the reader of the log. Every frontend cleans them, and takes secrets out. */
export interface Log {
  info(line: string): void;
  /** A decision that was made without an input for it: shown also where `info` is not. */
  notice(line: string): void;
  /** For --verbose, and for a run with debug logging. */
  detail(line: string): void;
  /** True if `detail` is shown: reports of thousands of lines are only written then. */
  readonly verbose: boolean;
  /** Something the reader should act on. */
  warn(line: string): void;
  /** Opens a folded part for the output of something else. */
  group(title: string): LogGroup;
  /** From now on this text, plain or in base64, is shown nowhere. */
  secret(value: string): void;
}

/** The progress of work that takes a while. */
export interface Progress {
  /** Milliseconds between two updates of the same work: a terminal can show more of them than a log. */
  readonly pause: number;
  /** @param part how much of it is done, where the whole is known */
  update(line: string, part?: Part): void;
  end(): void;
}

/** Of so many in all, in whatever they are counted. */
export interface Part {
  readonly done: number;
  readonly total: number;
}
