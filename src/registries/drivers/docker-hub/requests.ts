import type { HttpAnswer, HttpRequest } from '../../../http/message.js';
import { sameOrigin } from '../../../http/url-policy.js';
import { isTag } from '../../../images/name.js';
import { usageFailure } from '../../../lib/errors.js';
import { hubOrigin } from './session.js';

/** The list of a namespace's repositories. */
export function listPath(namespace: string): string {
  return `/v2/namespaces/${segment(namespace)}/repositories`;
}

/** A repository, as the OpenAPI document has it. */
export function repositoryPath(namespace: string, name: string): string {
  return `${listPath(namespace)}/${segment(name)}`;
}

/** A tag. @throws Failure (usage) for an invalid one: `..` would lead to the repository itself. */
export function tagPath(namespace: string, name: string, tag: string): string {
  return `${repositoryPath(namespace, name)}/tags/${checkedTag(tag)}`;
}

/** A repository as it was before 2025; some undocumented operations still use this path. */
export function oldRepositoryPath(namespace: string, name: string): string {
  return `/v2/repositories/${segment(namespace)}/${segment(name)}`;
}

/** The same as `tagPath`. */
export function oldTagPath(namespace: string, name: string, tag: string): string {
  return `${oldRepositoryPath(namespace, name)}/tags/${checkedTag(tag)}/`;
}

function checkedTag(tag: string): string {
  if (isTag(tag)) return tag;
  throw usageFailure(`${JSON.stringify(tag)} is not a tag`);
}

/** One part of a path, which stays one: no request is about anything but the name. */
function segment(name: string): string {
  if (/^\.*$/.test(name)) throw usageFailure(`${JSON.stringify(name)} is not a repository name on Docker Hub`);
  return encodeURIComponent(name);
}

/** @param body becomes JSON */
export function hubRequest(method: HttpRequest['method'], path: string, body?: Record<string, unknown>): HttpRequest {
  const headers = { accept: 'application/json' };
  const url = new URL(path, hubOrigin);
  if (body === undefined) return { method, url, headers };
  return { method, url, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** 404 means missing only from Docker Hub itself: not from where a redirect led. */
export function isMissingAtHub(answer: HttpAnswer): boolean {
  return answer.status === 404 && sameOrigin(answer.url, hubOrigin);
}
