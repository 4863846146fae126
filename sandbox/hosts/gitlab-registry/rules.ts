import { type Answer, json } from '../../exchange.js';
import { contentOf } from '../../registries/manifest-content.js';
import type { Throttle } from '../../throttle.js';
import type { HostedRepository, RegistryAccounts } from '../registry-accounts.js';
import type { GitLabTagDates } from './tag-dates.js';

/** Permissions of a member on a project's images: pull; pull and push; pull, push and delete. */
export type GitLabRole = 'reporter' | 'deploy-token' | 'developer';

/** Patterns (regular expressions, anchored nowhere) of tags that cannot be pushed or deleted. */
export interface GitLabProtection {
  readonly push?: readonly string[];
  readonly delete?: readonly string[];
}

/** registry.gitlab.com, and registry.gitlab.example.com for a server of one's own. */
export interface GitLabRegistry extends RegistryAccounts {
  /** User → role; default `developer`. */
  readonly roles: Map<string, GitLabRole>;
  /** Repository → its protected tags. */
  readonly protected: Map<string, GitLabProtection>;
  /** Repository → patterns of tags that stay as they were pushed first. */
  readonly immutable: Map<string, readonly string[]>;
  /** False: registry.gitlab.example.com has no metadata database, and `/gitlab/v1/` is 404. */
  metadataDatabase: boolean;
  /** Of each tag, by `repository:tag`; they may be set. */
  readonly tagDates: Map<string, GitLabTagDates>;
  /** Lifetime of a token in seconds; GitLab's default is 5 minutes, and its answer has no `expires_in`. */
  lifetime: number;
  readonly throttle: Throttle;
}

const GRANTED: Readonly<Record<GitLabRole, readonly string[]>> = {
  reporter: ['pull'],
  'deploy-token': ['pull', 'push'],
  developer: ['pull', 'push', 'delete', '*'],
};

/** The requested actions that the user (or an anonymous caller) has on the repository. */
export function gitlabActions(
  gitlab: GitLabRegistry,
  name: string,
  actions: readonly string[],
  user: string | undefined,
): string[] {
  const repository = gitlabRights(gitlab, name);
  if (repository === undefined) return [];
  const member = user !== undefined && repository.members.has(user);
  const own = member ? GRANTED[gitlab.roles.get(user) ?? 'developer'] : repository.private ? [] : ['pull'];
  return actions.filter((action) => own.includes(action));
}

/** Rights belong to the project: a repository that was never declared has those of one above it. */
export function gitlabRights(gitlab: GitLabRegistry, name: string): HostedRepository | undefined {
  return gitlab.repositories.get(name) ?? [...gitlab.repositories].find(([known]) => name.startsWith(`${known}/`))?.[1];
}

/** The reason why that tag cannot be pushed; GitLab has 401 for it, without a challenge. */
export function refuseGitLabPush(gitlab: GitLabRegistry, name: string, tag: string): Answer | undefined {
  if (matches(gitlab.protected.get(name)?.push, tag)) return protectedTag(tag);
  const there = gitlab.registry.ledger.tagged(name).has(tag);
  return there && matches(gitlab.immutable.get(name), tag) ? immutableTag(tag) : undefined;
}

/** The reason why that tag or digest cannot be deleted. A digest cannot where the repository protects any tag. */
export function refuseGitLabDelete(gitlab: GitLabRegistry, name: string, reference: string): Answer | undefined {
  const { ledger } = gitlab.registry;
  const [denied = [], immutable = []] = [gitlab.protected.get(name)?.delete, gitlab.immutable.get(name)];
  if (!reference.includes(':')) {
    if (!ledger.tagged(name).has(reference)) return undefined;
    if (matches(denied, reference)) return protectedTag(reference);
    return matches(immutable, reference) ? immutableTag(reference) : undefined;
  }
  if (denied.length > 0 || immutable.length > 0) {
    return failed(401, 'PROTECTED_MANIFEST', 'a manifest cannot be deleted where tags are protected');
  }
  const parent = [...ledger.manifests(name).values()].some((manifest) => contentOf(manifest).children.has(reference));
  return parent ? failed(409, 'MANIFEST_REFERENCED', 'manifest referenced by a manifest list') : undefined;
}

function matches(patterns: readonly string[] = [], tag: string): boolean {
  return patterns.some((pattern) => new RegExp(pattern).test(tag));
}

function protectedTag(tag: string): Answer {
  return failed(401, 'PROTECTED_TAG', 'insufficient privileges for a protected tag', `tag "${tag}" is protected`);
}

function immutableTag(tag: string): Answer {
  return failed(401, 'IMMUTABLE_TAG', 'the tag is immutable', `tag "${tag}" is immutable`);
}

function failed(status: number, code: string, message: string, detail?: string): Answer {
  return json(status, { errors: [{ code, message, ...(detail !== undefined && { detail }) }] });
}
