import {
  type CliOptions,
  type CliResult,
  type Misbehaviour,
  type RecordedRequest,
  runCli,
} from '../../../sandbox/index.js';

export interface DeleteRun extends CliResult {
  /** What `--json` printed. */
  readonly json: Readonly<Record<string, unknown>>;
}

/** Another bundle than `dist/`, for who builds elsewhere. */
const program = process.env.IMAGE_GATE_TEST_PROGRAM;

/** Runs `delete --json --yes` of the real bundle with further arguments. */
export async function deleteImages(
  args: readonly string[],
  options: Omit<CliOptions, 'args'> = {},
): Promise<DeleteRun> {
  const run = await deleteCli(['--json', '--yes', ...args], options);
  try {
    return { ...run, json: JSON.parse(run.stdout) };
  } catch {
    throw new Error(`--json printed no JSON (exit code ${run.exitCode}): ${run.stdout}\n${run.stderr}`);
  }
}

/** Runs `delete` of the real bundle with these arguments alone. */
export function deleteCli(args: readonly string[], options: Omit<CliOptions, 'args'> = {}): Promise<CliResult> {
  return runCli({ ...options, ...(program === undefined ? {} : { program }), args: ['delete', ...args] });
}

/** The requests that change something, as `DELETE /v2/… 202`. */
export function changes(requests: readonly RecordedRequest[]): readonly string[] {
  return requests
    .filter(({ method, path }) => !['GET', 'HEAD'].includes(method) && !path.startsWith('/v2/auth/'))
    .map(({ method, path, status }) => `${method} ${path} ${status}`);
}

/** How a registry says that it does not delete such things. */
export const deleteRefusals: readonly (readonly [string, Misbehaviour])[] = [
  ['405', { status: 405 }],
  ['501', { status: 501 }],
  ['UNSUPPORTED', { status: 403, body: JSON.stringify({ errors: [{ code: 'UNSUPPORTED', message: 'not here' }] }) }],
];
