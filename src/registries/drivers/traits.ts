import type { HttpAnswer } from '../../http/message.js';
import type { RepositoryName } from '../../images/name.js';
import { type FailureKind, usageFailure } from '../../lib/errors.js';

/** The known facts about a registry before the first request. */
export interface RegistryTraits {
  /** For messages: `Docker Hub`. */
  readonly title: string;
  /** For the docs: its hosts as people write them. Default: any. */
  readonly hosts?: string;
  /** For the docs: the permissions that a credential needs to read and to delete. */
  readonly permissions: { readonly read: string; readonly delete: string };
  /** The host of its API, where that is not the host of its images' names. */
  readonly apiHost?: string;
  /** Its token service. Known ahead, the token can be fetched first, and no request is spent on a challenge. */
  readonly tokens?: (host: string) => { readonly realm: string; readonly service: string } | undefined;
  /** It requires Basic. Known ahead, no request is spent on a challenge. */
  readonly basic?: true;
  /** The meaning of an answer if its status does not show it; undefined: the meaning of its status. */
  readonly meaningOf?: (answer: HttpAnswer) => FailureKind | undefined;
  /** The names that the Docker config may have its credentials under; credential helpers get the first. */
  readonly configKeys?: readonly string[];
  /** The meaning of an empty `namespace`: an error, the source's owner, or no namespace at all. */
  readonly emptyNamespace: 'error' | 'owner' | 'none';
  /** The number of parts the path of a repository has, and advice for a name that has not so many. */
  readonly pathParts?: { readonly least: number; readonly most?: number; readonly advice: string };
  /** The actions of a token's scope that allow deletes, where the token service refuses `delete`. */
  readonly deleteActions?: string;
  /** It has no referrers API, whatever it answers: clients keep referrers at the tag `sha256-<hex>`. */
  readonly noReferrersApi?: true;
  /** The advice if the registry is known to list no repositories by `_catalog`. */
  readonly noCatalog?: string;
  /** The advice if it does not list them for these credentials. */
  readonly catalogAdvice?: string;
  /** The advice if the token service does not accept the credentials. */
  readonly credentialsAdvice: string;
  /** The meaning of a 401 or 403 here, and the advice. */
  readonly deniedAdvice: string;
  /** The same of a push, where that requires other permissions. */
  readonly pushAdvice?: string;
}

/** @throws Failure (usage) for a name with fewer or more parts than this registry has */
export function checkPathParts(
  { path }: RepositoryName,
  { title, pathParts }: Pick<RegistryTraits, 'title' | 'pathParts'>,
): void {
  if (pathParts === undefined) return;
  const count = path.split('/').length;
  if (count >= pathParts.least && count <= (pathParts.most ?? count)) return;
  throw usageFailure(`${JSON.stringify(path)} is not a repository of ${title}`, pathParts.advice);
}
