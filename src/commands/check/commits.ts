import { describeRef, type Source } from '../../sources/source.js';
import type { Context } from '../command.js';
import type { Origin } from './targets.js';

/** The commit of an origin; undefined where the ref is a name, and nothing depends on its commit. */
export interface ResolvedOrigin {
  readonly commit: string | undefined;
  /** With what the ref turned out to be. */
  readonly origin: Origin;
}

/** Looks up each origin once, however many images are built from it. */
export function createCommits(
  source: Source | undefined,
  context: Context,
): (origin: Origin) => Promise<ResolvedOrigin> {
  const known = new Map<Origin, Promise<ResolvedOrigin>>();
  return (origin) => {
    const resolved = known.get(origin) ?? resolveOrigin(origin, source, context);
    known.set(origin, resolved);
    return resolved;
  };
}

async function resolveOrigin(origin: Origin, source: Source | undefined, context: Context): Promise<ResolvedOrigin> {
  const { ref, repository } = origin;
  if (ref?.kind === 'commit') return { commit: ref.sha, origin };
  if (ref === undefined || source === undefined) return { commit: undefined, origin };
  const { sha: commit, kind, alsoTag } = await source.resolve(repository, ref);
  if (alsoTag !== undefined && alsoTag !== commit) warnOfBoth(origin, commit, alsoTag, context);
  context.log.info(`${describeRef(ref)} of ${repository} is commit ${commit}`);
  const refKind = kind ?? origin.refKind;
  return { commit, origin: { ...origin, ...(refKind === undefined ? {} : { refKind }) } };
}

function warnOfBoth({ refName, repository }: Origin, commit: string, tag: string, { log }: Context): void {
  log.warn(
    `${refName} is a branch (${commit.slice(0, 12)}) and a tag (${tag.slice(0, 12)}) of ${repository}: the branch is used. ` +
      `Write refs/heads/${refName} or refs/tags/${refName} to select one.`,
  );
}
