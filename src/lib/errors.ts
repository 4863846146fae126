/** The kinds of errors, in the terms of the exit codes that pipelines branch on. */
export type FailureKind =
  | 'usage'
  | 'authentication'
  | 'not-found'
  | 'denied'
  | 'server'
  | 'network'
  | 'timeout'
  | 'unsupported'
  | 'build'
  | 'condition'
  | 'cancelled';

/**
 * 0 success; 1 not ready, or another condition that the inputs set is not met (a build failed, `max-delete` is
 * exceeded); 2 authentication failed; 3 not found; 4 permission denied; 5 the server failed; 6 the network failed or
 * time ran out; 7 not supported by this registry; 64 wrong usage, bad input or bad configuration (EX_USAGE of
 * sysexits.h); 130 cancelled (the shells' 128 + SIGINT).
 */
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 64 | 130;

const exitCodes: Record<FailureKind, ExitCode> = {
  usage: 64,
  authentication: 2,
  'not-found': 3,
  denied: 4,
  server: 5,
  network: 6,
  timeout: 6,
  unsupported: 7,
  build: 1,
  condition: 1,
  cancelled: 130,
};

export interface FailureParts {
  /** The operation: `GET https://registry.example.com/v2/app/manifests/1.0`. */
  readonly operation: string;
  /** The reason why it failed, with the server's own message if it sent one. Already cleaned: one line, no secrets. */
  readonly reason: string;
  /** The next step for the reader. */
  readonly advice?: string | undefined;
  /** The HTTP status of the answer, where it was one. */
  readonly status?: number | undefined;
  /** Addresses of pages that show more, for a summary to link to. */
  readonly pages?: readonly string[] | undefined;
  /** True if it would be the same a minute later: a certificate that is not trusted, content that is damaged. */
  readonly permanent?: boolean;
  readonly cause?: unknown;
}

/** An expected error: the operation, the reason, the next step, and an exit code. */
export class Failure extends Error {
  readonly kind: FailureKind;
  readonly exitCode: ExitCode;
  readonly operation: string;
  readonly reason: string;
  readonly advice: string | undefined;
  readonly status: number | undefined;
  readonly pages: readonly string[];
  readonly permanent: boolean;

  constructor(kind: FailureKind, parts: FailureParts) {
    super(parts.operation === '' ? parts.reason : `${parts.operation}: ${parts.reason}`, { cause: parts.cause });
    this.name = 'Failure';
    this.kind = kind;
    this.operation = parts.operation;
    this.reason = parts.reason;
    this.exitCode = exitCodes[kind];
    this.advice = parts.advice;
    this.status = parts.status;
    this.pages = parts.pages ?? [];
    this.permanent = parts.permanent ?? false;
  }
}

/** An input that cannot be used. Thrown before any request is sent. */
export function usageFailure(what: string, advice?: string): Failure {
  return new Failure('usage', { operation: '', reason: what, advice });
}

/**
 * The same failure with the name of the image in front, where its message does not have it: only digests are in some.
 */
export function failureOfImage(thrown: unknown, image: string, tag: string | undefined): Failure {
  const failure = asFailure(thrown);
  const { message } = failure;
  if (tag === undefined || message.includes(image) || message.includes(`/manifests/${tag}`)) return failure;
  const { kind, advice, status, pages, permanent, cause } = failure;
  return new Failure(kind, { operation: image, reason: message, advice, status, pages, permanent, cause });
}

/**
 * Any thrown value as a Failure; an unexpected one is a defect of this program and keeps its stack as the cause.
 */
export function asFailure(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new Failure('server', {
    operation: 'Unexpected fault',
    reason: message,
    advice:
      'This is a defect of Image Gate: please report it with the log of a verbose run (debug logging in a workflow).',
    cause: thrown,
  });
}
