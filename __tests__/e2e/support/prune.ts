import { type CliOptions, type CliResult, runCli } from '../../../sandbox/index.js';

export interface PruneRun extends CliResult {
  /** What `--json` printed. */
  readonly json: Readonly<Record<string, unknown>>;
}

type Options = Omit<CliOptions, 'args'>;

/** Runs `prune --json --yes` of the real bundle with further arguments. */
export function prune(args: readonly string[], options: Options = {}): Promise<PruneRun> {
  return run(['prune', '--json', '--yes', ...args], options);
}

/** Runs `restore --json` of the real bundle with further arguments. */
export function restore(args: readonly string[], options: Options = {}): Promise<PruneRun> {
  return run(['restore', '--json', ...args], options);
}

async function run(args: readonly string[], options: Options): Promise<PruneRun> {
  const result = await runCli({ ...options, args });
  if (result.signal !== null) return { ...result, json: {} };
  try {
    return { ...result, json: JSON.parse(result.stdout) };
  } catch {
    throw new Error(`--json printed no JSON (exit code ${result.exitCode}): ${result.stdout}\n${result.stderr}`);
  }
}

/** The tags in one of the arrays of a prune's or a restore's JSON. */
export function tagsOf({ json }: PruneRun, key: string): string[] {
  return ((json[key] ?? []) as { tag?: string }[]).map(({ tag = '' }) => tag).sort();
}

/** By tag, the reasons in one of those arrays. */
export function reasonsOf({ json }: PruneRun, key: string): Record<string, string> {
  return Object.fromEntries(
    ((json[key] ?? []) as { tag: string; reason: string }[]).map(({ tag, reason }) => [tag, reason]),
  );
}
