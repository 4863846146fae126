import { gitObject, tagObject } from '../git-objects.js';

export interface PullRequest {
  /** The branch that it wants to merge. */
  readonly branch: string;
  /** `owner/name` of the fork that the branch is in. */
  readonly fork?: string;
  /** Default: open. */
  readonly state?: 'open' | 'closed' | 'merged';
  readonly draft?: boolean;
}

export interface SourceRepository {
  /** Its number, which is kept when it is renamed. */
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  readonly private: boolean;
  /** Branch → commit (40 hex digits). */
  readonly branches: Map<string, string>;
  /** Tag → commit, peeled. */
  readonly tags: Map<string, string>;
  /** Tag → its tag object, for annotated tags. */
  readonly annotated: Map<string, string>;
  /** Tag → the tag object that its tag object names, for tags of tags. */
  readonly nested: Map<string, string>;
  /** Tag → the blob or tree that it names. */
  readonly others: Map<string, string>;
  /** Commits that no branch or tag points to. */
  readonly commits: Set<string>;
  /** Number → a pull request (a merge request), open or not. */
  readonly pullRequests: Map<number, PullRequest>;
  /** Logins and tokens that may read it when it is private; all that are known when absent. */
  readonly readers: ReadonlySet<string> | undefined;
}

export interface SourceRepositorySpec {
  readonly private?: boolean;
  readonly branches?: Readonly<Record<string, string>>;
  readonly tags?: Readonly<Record<string, string>>;
  /** The annotated tags. */
  readonly annotated?: readonly string[];
  /** The annotated tags of an annotated tag. */
  readonly nested?: readonly string[];
  /** Tags that name no commit. */
  readonly others?: Readonly<Record<string, 'blob' | 'tree'>>;
  readonly commits?: readonly string[];
  readonly pullRequests?: Readonly<Record<number, PullRequest>>;
  readonly readers?: readonly string[];
}

/** The state of one source host: its repositories, and the users who may log in. */
export interface SourceState {
  /** Login (an e-mail address on Bitbucket) → secret, for Basic. */
  readonly users: Map<string, string>;
  /** Tokens without a user name: Bearer, `PRIVATE-TOKEN`, `token …`. */
  readonly tokens: Set<string>;
  readonly repositories: Map<string, SourceRepository>;
  /** Declares a repository, or replaces it. */
  repository(owner: string, name: string, spec?: SourceRepositorySpec): SourceRepository;
}

export function createSourceState(): SourceState {
  const repositories = new Map<string, SourceRepository>();
  let declared = 0;
  return {
    users: new Map(),
    tokens: new Set(),
    repositories,
    repository(owner, name, spec = {}) {
      declared += 1;
      const repository: SourceRepository = {
        id: declared,
        owner,
        name,
        private: spec.private ?? false,
        branches: new Map(Object.entries(spec.branches ?? {})),
        tags: new Map(Object.entries(spec.tags ?? {})),
        annotated: new Map((spec.annotated ?? []).map((tag) => [tag, annotate(spec, tag)])),
        nested: new Map((spec.nested ?? []).map((tag) => [tag, innerTag(spec, tag)])),
        others: new Map(Object.keys(spec.others ?? {}).map((tag) => [tag, targetOf(spec, tag).id])),
        commits: new Set(spec.commits),
        pullRequests: new Map(Object.entries(spec.pullRequests ?? {}).map(([number, one]) => [Number(number), one])),
        readers: spec.readers && new Set(spec.readers),
      };
      repositories.set(`${owner}/${name}`.toLowerCase(), repository);
      return repository;
    },
  };
}

/** The caller: anonymous, a known login or token, or one with wrong credentials. */
export type Caller = 'nobody' | 'refused' | { readonly name: string };

/** The repository, if it exists and that caller may see it. */
export function visible(state: SourceState, fullName: string, caller: Caller): SourceRepository | undefined {
  const repository = state.repositories.get(fullName.toLowerCase());
  if (repository === undefined || !repository.private) return repository;
  if (typeof caller === 'string') return undefined;
  return repository.readers === undefined || repository.readers.has(caller.name) ? repository : undefined;
}

/** The names of all branches, in order. */
export function branchesOf(repository: SourceRepository): readonly string[] {
  return [...repository.branches.keys()].sort();
}

/** The names of all tags, in order. */
export function tagsOf(repository: SourceRepository): readonly string[] {
  return [...new Set([...repository.tags.keys(), ...repository.others.keys()])].sort();
}

/** The pull requests of one state, the newest first. */
export function pullRequestsOf(repository: SourceRepository, isWanted: (one: PullRequest) => boolean) {
  return [...repository.pullRequests].filter(([, one]) => isWanted(one)).sort(([one], [other]) => other - one);
}

export function isOpen({ state = 'open' }: PullRequest): boolean {
  return state === 'open';
}

/** The commit whose hash is `prefix` or begins with it (4 digits at least); `ambiguous` when several do. */
export function findCommit(repository: SourceRepository, prefix: string): string | 'ambiguous' | undefined {
  if (!/^[0-9a-f]{4,40}$/i.test(prefix)) return undefined;
  const all = new Set([...repository.branches.values(), ...repository.tags.values(), ...repository.commits]);
  const found = [...all].filter((commit) => commit.startsWith(prefix.toLowerCase()));
  return found.length > 1 ? 'ambiguous' : found[0];
}

/** The commit of `refs/heads/x`, `heads/x`, `refs/tags/x`, `tags/x`, or of a bare name: branch first, then tag. */
export function findRef(repository: SourceRepository, ref: string): string | undefined {
  const [, kind, name = ''] = /^(?:refs\/)?(heads|tags)\/(.+)$/.exec(ref) ?? [];
  if (kind === 'heads') return repository.branches.get(name);
  if (kind === 'tags') return repository.tags.get(name);
  return repository.branches.get(ref) ?? repository.tags.get(ref);
}

/** The date of every commit in the sandbox. */
export const COMMIT_DATE = '2026-01-01T00:00:00+00:00';

/** The object that a tag names, peeled: a commit, a small file, or the empty tree. */
function targetOf({ tags = {}, others = {} }: SourceRepositorySpec, tag: string) {
  const type = others[tag] ?? 'commit';
  if (type === 'commit') return { id: tags[tag] ?? '', type } as const;
  return { id: gitObject(type, type === 'blob' ? `of ${tag}\n` : ''), type } as const;
}

function innerTag(spec: SourceRepositorySpec, tag: string): string {
  const { id, type } = targetOf(spec, tag);
  return tagObject(`inner-${tag}`, id, type);
}

function annotate(spec: SourceRepositorySpec, tag: string): string {
  if (spec.nested?.includes(tag)) return tagObject(tag, innerTag(spec, tag), 'tag');
  const { id, type } = targetOf(spec, tag);
  return tagObject(tag, id, type);
}
