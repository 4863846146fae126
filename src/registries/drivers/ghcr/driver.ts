import { plausibleDate } from '../../../images/date.js';
import { formatImage, type RepositoryName } from '../../../images/name.js';
import { Failure } from '../../../lib/errors.js';
import type { CreateDriver, ListedManifest, RepositoryConnection, RepositoryDriver } from '../driver.js';
import { packagesToken } from './answers.js';
import { createGhcrPackages, type GhcrPackages, idsByDigest, type PackageVersion } from './packages.js';

const api = 'https://api.github.com';

/** Lists, deletes and restores the versions of a package via GitHub's API: manifests, and no tag alone. */
export const createGhcrDriver: CreateDriver = ({ http, credentials, credentialsOf }) => {
  return {
    requireCredentials() {
      if (credentialsOf === undefined) packagesToken(credentials);
    },
    async repository(name, connection) {
      const own = (await credentialsOf?.(name.path)) ?? credentials;
      const packages = createGhcrPackages(name, { http, api, token: async () => packagesToken(own) });
      const { list, ...others } = repositoryDriver(name, packages, connection);
      // GitHub's API requires a token, and the registry does not.
      return own.kind === 'anonymous' || list === undefined ? others : { list, ...others };
    },
  };
};

function repositoryDriver(
  name: RepositoryName,
  packages: GhcrPackages,
  { oci }: RepositoryConnection,
): RepositoryDriver {
  let active: Promise<ReadonlyMap<string, number>> | undefined;
  let deleted: Promise<ReadonlyMap<string, number>> | undefined;

  /** The versions' numbers, which deletes take; those of the last list, else of one that is read for it. */
  function idOf(digest: string): Promise<number | undefined> {
    active ??= idsByDigest(packages.versions('active'));
    return active.then((ids) => ids.get(digest));
  }

  async function* list(): AsyncGenerator<readonly ListedManifest[]> {
    const ids = new Map<string, number>();
    for await (const page of packages.versions('active')) {
      for (const { digest, id } of page) ids.set(digest, id);
      yield page.map(manifestOf);
    }
    active = Promise.resolve(ids);
  }

  return {
    list,
    async prepareDelete() {
      await idOf('');
    },
    async tagsOn(digest) {
      const id = await idOf(digest);
      return (id === undefined ? undefined : await packages.version(id))?.tags ?? [];
    },
    async deleteManifest(digest) {
      const id = await idOf(digest);
      if (id !== undefined) return { kind: await packages.deleteVersion(id) };
      if ((await oci.head(digest)) === undefined) return { kind: 'missing' };
      throw new Failure('server', {
        operation: `Deleting ${formatImage({ ...name, digest })}`,
        reason: 'the registry has it, but GitHub’s list of the package’s versions does not',
        advice: 'The list may be behind after a push: try again in a few minutes.',
      });
    },
    async undelete(digest) {
      deleted ??= idsByDigest(packages.versions('deleted'));
      const id = (await deleted).get(digest);
      return id !== undefined && (await packages.restoreVersion(id)) === 'restored';
    },
  };
}

function manifestOf({ digest, tags, updated }: PackageVersion): ListedManifest {
  const pushed = plausibleDate(updated);
  return { digest, tags: tags.map((name) => ({ name, pushed })), pushed };
}
