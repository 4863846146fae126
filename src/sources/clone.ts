import { cleanLine } from '../lib/clean-line.js';
import type { Execute } from '../lib/processes.js';
import type { CurrentCommit } from './current-commit.js';
import { parseRemote, sourceOf } from './remote.js';
import { isFullSha } from './source.js';

interface Settings {
  readonly execute: Execute;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  readonly log: { detail(line: string): void };
}

/**
 * The commit that the git clone in the working directory has checked out, and the repository of its remote `origin`.
 * Nothing is requested from that remote, and the credentials in its address are not used.
 * @returns undefined without a clone, a commit or a usable `origin`; the log has git's own message
 */
export async function clonedCommit(settings: Settings): Promise<CurrentCommit | undefined> {
  const [head, origin] = await Promise.all([
    git(settings, 'rev-parse', 'HEAD', '--abbrev-ref', 'HEAD'),
    git(settings, 'remote', 'get-url', 'origin'),
  ]);
  const [commit = '', branch = ''] = head.split('\n');
  const remote = parseRemote(origin);
  if (remote === undefined || !isFullSha(commit)) return undefined;
  const isDetached = branch === 'HEAD' || branch === '';
  return {
    from: 'the git clone in the working directory',
    source: sourceOf(remote),
    commit,
    ref: isDetached ? '' : `refs/heads/${branch}`,
  };
}

/** The output of git; empty if it fails, or is not installed. */
async function git({ execute, environment, signal, log }: Settings, ...args: readonly string[]): Promise<string> {
  try {
    const env = { ...environment, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
    const { exitCode, stdout, stderr } = await execute('git', args, { env, signal });
    if (exitCode === 0) return stdout.trim();
    log.detail(`git ${args.join(' ')}: ${cleanLine(stderr)}`);
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    log.detail(`git could not be run: ${cleanLine(String(error))}`);
  }
  return '';
}
