import { type Answer, basicCredentials, type IncomingRequest } from '../exchange.js';
import type { Ghcr } from './ghcr.js';
import { failed } from './github-answers.js';
import type { GitHubPackages, PackagePlace, PackageScope } from './github-package-objects.js';

const ALL_SCOPES: ReadonlySet<PackageScope> = new Set(['read:packages', 'write:packages', 'delete:packages']);

export function packageNotFound(): Answer {
  return failed(404, 'Package not found.');
}

/**
 * The reason why the caller may not do this; undefined when he may. A caller who may not see a package gets the answer
 * that it does not exist.
 * @param asked `GET`, `DELETE`, `POST restore`
 */
export function refusePackageRequest(
  ghcr: Ghcr,
  packages: GitHubPackages,
  place: PackagePlace | undefined,
  { headers: { authorization } }: IncomingRequest,
  asked: string,
): Answer | undefined {
  if (authorization === undefined) return failed(401, 'Requires authentication');
  const token = /^(?:bearer|token)\s+(\S+)$/i.exec(authorization)?.[1] ?? basicCredentials(authorization)?.secret;
  const user = [...ghcr.users].find(([, secret]) => secret === token)?.[0];
  if (user === undefined) return failed(401, 'Bad credentials');
  const repository = place && ghcr.repositories.get(place.name);
  if (place === undefined || repository === undefined) return packageNotFound();
  const member = repository.members.has(user);
  if (repository.private && !member) return packageNotFound();
  const scopes = packages.scopes.get(user) ?? ALL_SCOPES;
  if (scopes.size === 0) return failed(403, 'Resource not accessible by personal access token');
  const needed = asked === 'GET' ? 'read:packages' : asked === 'DELETE' ? 'delete:packages' : 'write:packages';
  if (!scopes.has(needed)) return failed(403, `You need at least ${needed} scope to do this with a package.`);
  if (asked === 'GET') return undefined;
  if (!member) return packageNotFound();
  const admin = packages.admins.get(place.name)?.has(user) ?? true;
  return admin ? undefined : failed(403, 'Must have admin rights to the package.');
}
