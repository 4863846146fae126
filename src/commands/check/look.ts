import { asFailure, type Failure } from '../../errors.js';
import { sleep } from '../../http/hosts.js';
import { lacks, type Requirements } from '../../images/requirements.js';
import { readImage } from '../../registries/image.js';
import type { Repository } from '../../registries/registry.js';
import type { Context } from '../command.js';

/** What a registry says of an image. There is no third case: what is not known is thrown. */
export type Verdict =
  | { readonly ready: true; readonly digest: string }
  | { readonly ready: false; readonly reason: string; readonly digest?: string };

/** One look: a HEAD, and the contents only where something is asked of them. */
export async function look(repository: Repository, tag: string, requirements: Requirements): Promise<Verdict> {
  const found = await repository.head(tag);
  if (found === undefined) return { ready: false, reason: 'the registry has no such tag' };
  const { digest } = found;
  if (requirements.platforms.length === 0 && requirements.revision === undefined) return { ready: true, digest };
  const findings = await readImage(repository, digest, { labels: requirements.revision !== undefined });
  const lacking = lacks(requirements, findings);
  return lacking.length === 0 ? { ready: true, digest } : { ready: false, reason: lacking.join('; '), digest };
}

/** Milliseconds between looks: each wait is half as long again as the one before, up to the longest. */
const firstPause = 2000;
const longestPause = 15_000;

/**
 * Looks until the image is ready, or until `wait` milliseconds are over; then once more. While there is time, a server
 * or network that fails for a while does not end the waiting, but is never taken for an answer either.
 */
export async function lookUntilReady(
  ask: () => Promise<Verdict>,
  wait: number,
  name: string,
  context: Pick<Context, 'log' | 'progress' | 'signal' | 'now'>,
): Promise<Verdict> {
  const begun = context.now().getTime();
  for (let pause = firstPause; ; pause = Math.min(longestPause, pause * 1.5)) {
    const left = begun + wait - context.now().getTime();
    const verdict = await ask().catch((thrown: unknown) => {
      const failure = asFailure(thrown);
      if (left <= 0 || context.signal.aborted || !mayPass(failure)) throw thrown;
      context.log.detail(`${failure.message}; still waiting`);
      return undefined;
    });
    if (verdict?.ready || (verdict && left <= 0)) {
      context.progress.end();
      return verdict;
    }
    const waited = context.now().getTime() - begun;
    context.progress.update(`waiting for ${name}: ${Math.round(waited / 1000)} s of ${Math.round(wait / 1000)} s`);
    await sleep(Math.max(0, Math.min(pause, begun + wait - context.now().getTime())), context.signal);
  }
}

function mayPass(failure: Failure): boolean {
  return failure.kind === 'server' || failure.kind === 'network';
}
