import type { Http } from '../http/client/http.js';
import { Failure } from '../lib/errors.js';
import { inputName } from '../lib/input-names.js';
import type { Execute } from '../lib/processes.js';
import type { ExistingRefs, RefKind } from './existing-refs.js';
import { mayBeShortSha, type Ref } from './ref.js';

/** A commit, and how it was found. */
export interface Commit {
  /** 40 (or, in SHA-256 repositories, 64) lower-case hexadecimal digits. */
  readonly sha: string;
  /** The kind of the ref; undefined for a commit. */
  readonly kind?: 'branch' | 'tag';
  /**
   * Set when the ref's name is that of a branch and of a tag too: the branch was taken, and this is the tag's commit.
   */
  readonly alsoTag?: string;
}

/** A host that knows the commit of a ref. */
export interface Source {
  /**
   * @param repository as this source writes it: `owner/name`, a path with more parts, or nothing for a git remote
   * @throws Failure: not-found when the ref or repository does not exist, authentication, denied, server, network.
   */
  resolve(repository: string, ref: Ref): Promise<Commit>;
  /**
   * Every branch, tag and open pull request of the repository, of the kinds that are wanted.
   * @throws Failure for a list that is incomplete or cannot be read, and (not-found) for a repository without branches
   * and tags
   */
  refs(repository: string, kinds: ReadonlySet<RefKind>): Promise<ExistingRefs>;
}

/** The options of a source. Everything is checked already. */
export interface SourceSettings {
  readonly http: Http;
  readonly execute: Execute;
  readonly signal: AbortSignal;
  /** The environment of a child process. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The self-hosted server, or the git remote; undefined = the public service. */
  readonly url: URL | undefined;
  /** The git remote as git takes it: also scp-like, `git@host:acme/app.git`. */
  readonly remote: string | undefined;
  readonly username: string | undefined;
  readonly token: string | undefined;
}

/** A kind of source: how the input names it, and what it needs. */
export interface SourceKind {
  readonly name: string;
  readonly title: string;
  /** The host names of the public service in git remotes: `github.com`. */
  readonly hosts: readonly string[];
  /** The form of `source-url`: required or not, and with which protocols. */
  readonly url: {
    readonly needed: boolean;
    readonly words: string;
    readonly protocols: readonly string[];
    /** Its value for the public service, where the environment can name another server. */
    readonly ofPublic?: string;
  };
  /** True if the URL is that of the one repository: then it needs no owner, and no second `repo`. */
  readonly oneRepository: boolean;
  /** True if it knows pull requests. */
  readonly pullRequests: boolean;
  /** True if a token may go with a user name. */
  readonly usernames: boolean;
  readonly create: (settings: SourceSettings) => Source;
}

/** `source-url` of a kind that has a web API. */
export const webProtocols: readonly string[] = ['https:', 'http:'];

/**
 * The result of a look-up: the full SHA; null for a tag of something else than a commit; undefined if it does not
 * exist.
 */
export type Found = string | null | undefined;

/** The three look-ups that every hosting service has. */
export interface Lookups {
  branch(name: string): Promise<Found>;
  tag(name: string): Promise<Found>;
  /** A short SHA; absent where the service cannot expand one. */
  shortSha?(digits: string): Promise<Found>;
}

/**
 * Resolves a ref with a service's look-ups: a bare name as branch and as tag at the same time (the branch wins), and
 * only when it is neither, and looks like one, as a short SHA.
 * @param where the repository in words, for the error
 */
export async function resolveBy(lookups: Lookups, ref: Ref, where: string): Promise<Commit> {
  const found = await lookUp(lookups, ref);
  if (found === undefined) {
    throw new Failure('not-found', {
      operation: `${describeRef(ref)} in ${where}`,
      reason: 'the ref does not exist, or the repository does not exist for these credentials',
      advice: `Check ${inputName('repo')}, ${inputName('owner')} and ${inputName('ref')} for typos; a private repository needs a ${inputName('source-token')} that may read it.`,
    });
  }
  if (found === null) {
    throw new Failure('not-found', {
      operation: `${describeRef(ref)} in ${where}`,
      reason: 'it is a tag of a file or folder (a git blob or tree), not of a commit',
      advice: `Give a branch, a tag of a commit, or the full SHA of a commit as ${inputName('ref')}.`,
    });
  }
  if (![found.sha, found.alsoTag ?? found.sha].every(isFullSha)) {
    throw new Failure('server', {
      operation: `${describeRef(ref)} in ${where}`,
      reason: 'the answer has no commit SHA in it',
      advice: `Check that ${inputName('source')} and ${inputName('source-url')} fit the server.`,
    });
  }
  return found;
}

async function lookUp(lookups: Lookups, ref: Ref): Promise<Commit | null | undefined> {
  if (ref.kind === 'commit') return { sha: ref.sha };
  if (ref.kind === 'branch') return asCommit(await lookups.branch(ref.name), 'branch');
  if (ref.kind === 'tag') return asCommit(await lookups.tag(ref.name), 'tag');
  const [branch, tag] = await Promise.allSettled([lookups.branch(ref.name), lookups.tag(ref.name)]);
  if (branch.status === 'rejected') throw branch.reason;
  const ofBranch = asCommit(branch.value, 'branch');
  if (ofBranch) {
    const alsoTag = tag.status === 'fulfilled' ? tag.value : undefined;
    return typeof alsoTag === 'string' ? { ...ofBranch, alsoTag } : ofBranch;
  }
  if (tag.status === 'rejected') throw tag.reason;
  if (tag.value !== undefined) return asCommit(tag.value, 'tag');
  return mayBeShortSha(ref.name) ? asCommit(await lookups.shortSha?.(ref.name.toLowerCase())) : undefined;
}

function asCommit(sha: Found, kind?: 'branch' | 'tag'): Commit | null | undefined {
  if (typeof sha !== 'string') return sha;
  return kind === undefined ? { sha } : { sha, kind };
}

/** True if the text is a whole commit SHA (SHA-1 or SHA-256), lower case. */
export function isFullSha(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}

/** `branch develop`, `tag v1`, `ref x`, `commit 660cbcf…`: for messages. */
export function describeRef(ref: Ref): string {
  if (ref.kind === 'commit') return `commit ${ref.sha}`;
  return `${ref.kind === 'name' ? 'ref' : ref.kind} ${ref.name}`;
}
