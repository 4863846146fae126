import type { Throttle } from '../../throttle.js';
import type { TokenBook } from '../../tokens.js';
import type { HostedRepository, RegistryAccounts } from '../registry-accounts.js';
import type { QuayHistory } from './history.js';

/** The scopes of an OAuth access token; each implies those before it. */
export const quayScopes = ['repo:read', 'repo:write', 'repo:admin'] as const;
export type QuayScope = (typeof quayScopes)[number];

/** The user and scope of an OAuth access token. */
export interface QuayApplicationToken {
  readonly user: string;
  readonly scope: QuayScope;
}

/** Whose ID tokens a robot accepts; issuer and subject are compared as they are, without wildcards. */
export interface QuayFederation {
  readonly issuer: string;
  readonly subject: string;
  /** Absent: any audience, which Quay deprecates. */
  readonly audiences?: readonly string[];
}

/** quay.io, and quay.example.com for an older server of one's own. Users are people and robots (`acme+ci`). */
export interface Quay extends RegistryAccounts {
  /** Tokens of `/v2/auth`. */
  readonly tokens: TokenBook;
  /** OAuth access token → what it stands for: the only credentials that the API takes. */
  readonly applications: Map<string, QuayApplicationToken>;
  /** User → what he may do in the repositories that he is a member of; default `repo:admin`. */
  readonly permissions: Map<string, QuayScope>;
  /** The tags of a repository, the deleted ones too. */
  readonly history: QuayHistory;
  /** Seconds that a deleted tag can be restored; two weeks. */
  timeMachine: number;
  /** Robot → whose ID tokens it accepts. */
  readonly federations: Map<string, readonly QuayFederation[]>;
  /** Passwords that federated robots have for a time. */
  readonly robotTokens: TokenBook;
  /** Seconds that a token of `/v2/auth` lasts, and the password of a federated robot; an hour each. */
  readonly lifetime: { token: number; robot: number };
  readonly throttle: Throttle;
  /** Deletes the manifests that no tag leads to, and that the time machine keeps no longer. */
  collectGarbage(name: string): Promise<void>;
}

/** Rights belong to the namespace: a repository that was never declared has those of its neighbours. */
export function quayRights(quay: Quay, name: string): HostedRepository | undefined {
  const namespace = `${name.split('/')[0]}/`;
  return quay.repositories.get(name) ?? [...quay.repositories].find(([known]) => known.startsWith(namespace))?.[1];
}

/** True if the permissions of that user (or of an anonymous caller) include the scope. */
export function quayAllows(quay: Quay, name: string, user: string | undefined, scope: QuayScope): boolean {
  const rights = quayRights(quay, name);
  if (rights === undefined) return false;
  if (scope === 'repo:read' && !rights.private && quay.repositories.has(name)) return true;
  if (user === undefined || !rights.members.has(user)) return false;
  return implies(quay.permissions.get(user) ?? 'repo:admin', scope);
}

export function implies(held: QuayScope, wanted: QuayScope): boolean {
  return quayScopes.indexOf(held) >= quayScopes.indexOf(wanted);
}
