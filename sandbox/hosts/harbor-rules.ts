import { type Answer, json } from '../exchange.js';
import type { TokenBook } from '../tokens.js';
import type { RegistryAccounts } from './registry-accounts.js';

/** A Harbor: its registry, whose challenge names the token service `harbor-registry`, and its API (v2.0). */
export interface Harbor extends RegistryAccounts {
  readonly tokens: TokenBook;
  /** `project/name` → regular expressions for tags that can neither be overwritten nor deleted. */
  readonly immutable: Map<string, readonly string[]>;
  /** `project/name` → the users who may delete; every member where it is absent. */
  readonly maintainers: Map<string, ReadonlySet<string>>;
}

/** True if a rule protects this tag. */
export function isImmutable(harbor: Harbor, name: string, tag: string): boolean {
  return (harbor.immutable.get(name) ?? []).some((rule) => new RegExp(`^(?:${rule})$`).test(tag));
}

/** The words and the status that Harbor has for what a rule protects. */
export function immutable(name: string, tag: string): Answer {
  return json(412, {
    errors: [{ code: 'PRECONDITION', message: `the tag ${name}:${tag} configured as immutable, cannot be deleted` }],
  });
}

/** True if this user may delete there. */
export function maintains(harbor: Harbor, name: string, user: string | undefined): boolean {
  if (user === undefined || harbor.repositories.get(name)?.members.has(user) !== true) return false;
  return harbor.maintainers.get(name)?.has(user) ?? true;
}
