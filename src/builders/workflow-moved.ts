import type { GitHubApi } from '../github/octokit.js';
import type { HttpAnswer } from '../http/message.js';
import { jsonObject } from '../http/responses.js';
import { cleanLine } from '../lib/clean-line.js';
import { Failure, usageFailure } from '../lib/errors.js';
import { inputName } from '../lib/input-names.js';

/** True if it is a redirect to another address of the same API. */
export function leadsHome(answer: HttpAnswer, base: string): boolean {
  return [301, 302, 307, 308].includes(answer.status) && targetOf(answer, base) !== undefined;
}

/**
 * The address of a repository that was renamed: GitHub redirects to it by its number, `/repositories/42`, with the
 * rest of the path, and requires by 307 or 308 that the same request is sent there. Undefined for every other answer:
 * neither the token nor the dispatch goes elsewhere.
 * @param rest `/actions/workflows/build.yml/dispatches`
 */
export function movedPath(answer: HttpAnswer, base: string, rest: string): string | undefined {
  if (answer.status !== 307 && answer.status !== 308) return undefined;
  const target = targetOf(answer, base)?.href ?? '';
  const path = target.startsWith(`${base}/`) ? target.slice(base.length) : '';
  const repositoryPath = path.endsWith(rest) ? path.slice(0, -rest.length) : '';
  return /^\/repositories\/\d+$/.test(repositoryPath) ? repositoryPath : undefined;
}

function targetOf({ header }: HttpAnswer, base: string): URL | undefined {
  const location = header('location') ?? '';
  if (!URL.canParse(location, base)) return undefined;
  const target = new URL(location, base);
  return target.origin === new URL(base).origin ? target : undefined;
}

/**
 * The failure of a dispatch whose redirect is not followed: usage, with the new name where GitHub reports one; server
 * where the repository still has the name that was given.
 */
export async function renamed(api: GitHubApi, repository: string): Promise<Failure> {
  const path = `/repos/${repository}`;
  const answer = await api.request('GET', path);
  const name = answer.status === 200 ? jsonObject(answer, `GET ${api.base}${path}`).full_name : undefined;
  if (typeof name === 'string' && name.toLowerCase() === repository.toLowerCase()) {
    return new Failure('server', {
      operation: `the dispatch in ${repository}`,
      reason: 'the server redirects it to another address, although the repository has not been renamed',
      advice: 'No run was started. Run this step again later; check the proxy and the API URL.',
    });
  }
  return usageFailure(
    `${inputName('build-repository')} ${JSON.stringify(repository)} has been renamed or moved`,
    typeof name === 'string'
      ? `Its name is ${cleanLine(name)} now: give that as ${inputName('build-repository')}.`
      : 'Give its new name.',
  );
}
