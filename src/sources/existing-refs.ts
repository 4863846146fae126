import { brokenList, type Pages } from '../http/paginate.js';
import { Failure } from '../lib/errors.js';
import { inputName } from '../lib/input-names.js';

/** The kinds of refs that a source repository can list. */
export type RefKind = 'branches' | 'tags' | 'pull-requests';

/** An open pull request, also a draft; on GitLab a merge request. */
export interface PullRequest {
  readonly number: number;
  /** Its branch: of the repository itself, or of a fork. */
  readonly branch: string;
}

/** The refs that exist in a source repository now. A kind that was not requested is empty. */
export interface ExistingRefs {
  readonly branches: readonly string[];
  readonly tags: readonly string[];
  readonly pullRequests: readonly PullRequest[];
}

/** The lists of one repository. Each is whole, or a Failure. */
export interface RefLists {
  branches(): Pages<string>;
  tags(): Pages<string>;
  pullRequests(): Pages<PullRequest>;
}

/** The number of times that a list of several pages is read before it counts as one that never rests. */
const mostReads = 4;

/**
 * Reads the lists of these kinds.
 * @param where the repository in words, for the error
 * @throws Failure for a list that cannot be read completely; not-found for a repository without branches and tags
 */
export async function readRefs(lists: RefLists, kinds: ReadonlySet<RefKind>, where: string): Promise<ExistingRefs> {
  const [branches, tags, pullRequests] = await Promise.all([
    kinds.has('branches') ? readWhole(lists.branches, (name) => name, `the branches of ${where}`) : [],
    kinds.has('tags') ? readWhole(lists.tags, (name) => name, `the tags of ${where}`) : [],
    kinds.has('pull-requests')
      ? readWhole(lists.pullRequests, ({ number }) => number, `the pull requests of ${where}`)
      : [],
  ]);
  return refuseNone({ branches, tags, pullRequests }, kinds, where);
}

/** An empty repository is the wrong one: every image would count as that of a branch that does not exist. */
export function refuseNone(refs: ExistingRefs, kinds: ReadonlySet<RefKind>, where: string): ExistingRefs {
  const wantsNames = kinds.has('branches') || kinds.has('tags');
  if (!wantsNames || refs.branches.length + refs.tags.length > 0) return refs;
  throw new Failure('not-found', {
    operation: `the branches and tags of ${where}`,
    reason: 'the list is empty',
    advice: `Check ${inputName('repo')}, ${inputName('owner')} and ${inputName('source-url')}: an empty repository cannot be the source of images.`,
  });
}

/**
 * All entries of a list. Where it has several pages, something that is deleted meanwhile moves an entry onto a page
 * that has been read: so it is read until two reads in a row agree. A missed entry moved because of an entry that the
 * first read has and the second has not.
 */
async function readWhole<Entry>(
  list: () => Pages<Entry>,
  keyOf: (entry: Entry) => string | number,
  operation: string,
): Promise<readonly Entry[]> {
  let before: ReadonlySet<string | number> | undefined;
  for (let read = 1; read <= mostReads; read += 1) {
    const entries: Entry[] = [];
    let pages = 0;
    for await (const page of list()) {
      entries.push(...page);
      pages += 1;
    }
    const keys = new Set(entries.map(keyOf));
    if (pages <= 1 || (before?.size === keys.size && [...keys].every((key) => before?.has(key)))) return entries;
    before = keys;
  }
  throw brokenList(operation, `they changed during each of ${mostReads} reads`);
}
