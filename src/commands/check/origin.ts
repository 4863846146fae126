import { usageFailure } from '../../lib/errors.js';
import { inputName } from '../../lib/input-names.js';
import { parseRef, refName } from '../../sources/ref.js';
import type { Current, SourcePlan } from '../shared/inputs/source.js';
import type { Origin } from './targets.js';

/**
 * The ref of each source repository: the one that was given, else the commit that the run itself is about.
 * @param needed whether anything depends on the commit
 * @throws Failure (usage) when it is needed and missing
 */
export function readOrigins(given: string | undefined, source: SourcePlan, needed: boolean): readonly Origin[] {
  return source.repositories.map(({ owner, name }) => {
    const repository = owner === undefined ? name : `${owner}/${name}`;
    // GitHub's names are the same in lower and in upper case.
    const isOwn = source.current?.repository.toLowerCase() === repository.toLowerCase();
    return { name, repository, ...readRef(given, isOwn ? source.current : undefined, repository, needed) };
  });
}

/** @param own the commit of the run, when this is its own repository */
function readRef(
  given: string | undefined,
  own: Current | undefined,
  repository: string,
  needed: boolean,
): Pick<Origin, 'ref' | 'refName' | 'refKind' | 'mergedInto'> {
  // `ref: ${{ github.ref }}` on a pull request is refs/pull/7/merge: the event knows the commit that is meant.
  if (own !== undefined && (given === undefined || (given === own.ref && given.startsWith('refs/pull/')))) {
    const sha = own.commit();
    return { ref: { kind: 'commit', sha }, refName: own.refName || sha, ...placeOf(own) };
  }
  if (given === undefined) {
    if (!needed) return { ref: undefined, refName: '' };
    throw usageFailure(
      `${inputName('ref')} is required: the workflow’s commit is not one of ${repository}`,
      'Give a branch, a tag or a commit SHA of that repository. To check an image, add its tag or digest: nginx:1.27.',
    );
  }
  const ref = parseRef(given);
  return { ref, refName: refName(ref) };
}

/**
 * The place of the commit in its repository. The name of a pull request is that of its head branch, perhaps of a fork,
 * which the repository need not have, or have as an unrelated one: there it is nowhere before it is merged.
 */
function placeOf({ ref, refName, mergedInto }: Current): Pick<Origin, 'refKind' | 'mergedInto'> {
  if (mergedInto !== undefined) {
    const branch = mergedInto();
    return branch === undefined ? {} : { mergedInto: branch };
  }
  if (ref === `refs/heads/${refName}`) return { refKind: 'branch' };
  return ref === `refs/tags/${refName}` ? { refKind: 'tag' } : {};
}
