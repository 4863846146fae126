import { type Answer, json } from '../exchange.js';
import type { Harbor } from './harbor.js';

/** Whether a rule protects this tag. */
export function isImmutable(harbor: Harbor, name: string, tag: string): boolean {
  return (harbor.immutable.get(name) ?? []).some((rule) => new RegExp(`^(?:${rule})$`).test(tag));
}

/** The words and the status that Harbor has for what a rule protects. */
export function immutable(name: string, tag: string): Answer {
  return json(412, {
    errors: [{ code: 'PRECONDITION', message: `the tag ${name}:${tag} configured as immutable, cannot be deleted` }],
  });
}

/** Whether this user may delete there. */
export function maintains(harbor: Harbor, name: string, user: string | undefined): boolean {
  if (user === undefined || harbor.repositories.get(name)?.members.has(user) !== true) return false;
  return harbor.maintainers.get(name)?.has(user) ?? true;
}
