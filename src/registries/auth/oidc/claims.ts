import { cleanLine } from '../../../lib/clean-line.js';
import { isObject, parseJson, textOf } from '../../../lib/json.js';
import type { Ending } from '../renewed.js';

/** The claims of an ID token. */
export type Claims = Readonly<Record<string, unknown>>;

/** An ID token: a JWT with claims about the pipeline. */
export interface IdToken extends Ending {
  readonly value: string;
  readonly claims: Claims;
}

/** The claims that trust is decided by, of GitHub, GitLab, Bitbucket and Buildkite. */
const telling = [
  'iss',
  'aud',
  'sub',
  'repository',
  'project_path',
  'repositoryUuid',
  'ref',
  'branchName',
  'environment',
  'deploymentEnvironmentUuid',
  'job_workflow_ref',
];

/** The claims of a JWT; its signature is not verified. undefined: it is none. */
export function claimsIn(token: string): Claims | undefined {
  const parts = token.split('.');
  const claims = parts.length === 3 ? parseJson(Buffer.from(parts[1] ?? '', 'base64url')) : undefined;
  return isObject(claims) ? claims : undefined;
}

/** The parts of a token that must not be shown: all of it, and of a JWT its payload, which every decoder reads. */
export function secretsInToken(token: string): readonly string[] {
  return claimsIn(token) === undefined ? [token] : [token, token.split('.')[1] ?? ''];
}

/** The time when a token ends, by its claims; undefined without such a claim. */
export function endOf({ exp }: Claims): Date | undefined {
  const end = new Date(typeof exp === 'number' ? exp * 1000 : Number.NaN);
  return Number.isNaN(end.getTime()) ? undefined : end;
}

/** The audiences of a token: `aud` is one text or a list. */
export function audiencesOf({ aud }: Claims): readonly string[] {
  return [aud].flat().filter((one) => typeof one === 'string');
}

/**
 * The claims that trust is decided by: `iss https://…, aud sts.amazonaws.com, sub repo:acme/app:ref:refs/heads/main`.
 */
export function describeClaims(claims: Claims): string {
  return telling
    .flatMap((name) => {
      const value = [claims[name]].flat().filter((one) => typeof one === 'string' && one !== '');
      return value.length === 0 ? [] : [`${name} ${cleanLine(value.join(' '), 200)}`];
    })
    .join(', ');
}

/** A subject with the numbers of owner and repository: `repo:acme@1001/app@2002:ref:refs/heads/main`. */
export interface ImmutableSubject {
  /** As a rule for all of the repository begins: `repo:acme@1001/app@2002:`. */
  readonly now: string;
  /** As it began before: `repo:acme/app:`. */
  readonly before: string;
}

/**
 * GitHub gives repositories that were created, renamed or transferred after 15 July 2026 a subject that survives a
 * rename.
 * @returns undefined for every other subject
 */
export function immutableSubject({ sub }: Claims): ImmutableSubject | undefined {
  const [, owner, ownerId, name, id] = /^repo:([^/@:]+)@(\d+)\/([^/@:]+)@(\d+):/.exec(textOf(sub) ?? '') ?? [];
  if (owner === undefined) return undefined;
  return { now: `repo:${owner}@${ownerId}/${name}@${id}:`, before: `repo:${owner}/${name}:` };
}
