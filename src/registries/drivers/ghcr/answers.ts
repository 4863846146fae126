import { describe, type HttpAnswer, type HttpRequest } from '../../../http/message.js';
import { type Advice, failureOf } from '../../../http/responses.js';
import { formatRepository, type RepositoryName } from '../../../images/name.js';
import { Failure } from '../../../lib/errors.js';
import { usernameAndPassword } from '../../../lib/input-names.js';
import type { Credentials } from '../../auth/credentials.js';

/** `per_page` times `page` is at most this (the API's description). */
export const mostListed = 10_000;

const rightsAdvice =
  'The password must be a personal access token (classic) with read:packages and delete:packages (to restore: ' +
  'write:packages) of an admin of the package; or, in a workflow, github.token with permissions: packages: ' +
  'write, where the package’s settings (Manage Actions access) give this repository the role Admin. Fine-grained tokens ' +
  'and those of GitHub Apps do not work here.';
/** The advice after a refusal. */
export const packagesAdvice: Advice = {
  authentication: rightsAdvice,
  denied: rightsAdvice,
  'not-found':
    'GitHub returns the same for a package that does not exist and for one that the token may not see: check owner and name. ' +
    rightsAdvice,
};

/**
 * The token for GitHub's API, which is the registry's password.
 * @throws Failure (authentication) if none exists
 */
export function packagesToken(credentials: Credentials): string {
  if (credentials.kind === 'password') return credentials.password;
  if (credentials.kind === 'identity') return credentials.token;
  throw new Failure('authentication', {
    operation: 'Logging in to GitHub’s API, which deletes what is in ghcr.io',
    reason:
      credentials.kind === 'anonymous'
        ? 'no credentials were given, and the Docker config has none for ghcr.io'
        : 'the Docker config has only a registry token, which GitHub’s API does not accept',
    advice: `Give ${usernameAndPassword}. ${rightsAdvice}`,
  });
}

/** A delete or restore that GitHub refused: 400 is its word for what it never deletes. */
export function refused(answer: HttpAnswer, method: HttpRequest['method']): Failure {
  const failure = failureOf(answer, describe({ method, url: answer.url }), packagesAdvice);
  if (answer.status !== 400) return failure;
  return new Failure('unsupported', {
    operation: '',
    reason: failure.message,
    advice:
      'GitHub deletes neither a version of a public package that was downloaded more than 5,000 times (its support may) ' +
      'nor the last tagged version of a package (delete the package, on its page on GitHub): leave this one out.',
  });
}

/** A 404 to the delete of a version that can be read. */
export function notAllowed(answer: HttpAnswer): Failure {
  const { message } = failureOf(answer, describe({ method: 'DELETE', url: answer.url }));
  return new Failure('denied', {
    operation: '',
    reason: `${message}, but the version still exists`,
    advice: rightsAdvice,
  });
}

/** A package with more versions than GitHub lists. */
export function tooMany(repository: RepositoryName): Failure {
  return new Failure('unsupported', {
    operation: `the versions of the package ${formatRepository(repository)}`,
    reason: `GitHub lists ${mostListed.toLocaleString('en')} of them and no more, and an incomplete list is not safe to delete from`,
    advice:
      'Delete unneeded versions on the package’s page on GitHub, or by their ids with gh api, until there are ' +
      'fewer. The parts of a multi-platform image are versions without a tag: do not delete these by themselves.',
  });
}
