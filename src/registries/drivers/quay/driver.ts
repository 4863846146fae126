import { formatImage, type RepositoryName } from '../../../images/name.js';
import { Failure } from '../../../lib/errors.js';
import type { Deletion } from '../../oci/deletion.js';
import type { Repository } from '../../oci/repository.js';
import type { CreateDriver, RepositoryDriver } from '../driver.js';
import { deleteByProtocol } from '../oci.js';
import { createQuayApi, type QuayApi } from './api.js';
import { manifestOf } from './objects.js';

/**
 * Lists via Quay's API what its credentials, or anonymous clients, may see; deletes and restores tags by it with an
 * OAuth access token. The API does not know robot accounts: for private repositories, and for every delete, it goes the
 * way of the registry.
 */
export const createQuayDriver: CreateDriver = (settings) => {
  const apiFor = async (path: string) =>
    createQuayApi(settings, (await settings.credentialsOf?.(path)) ?? settings.credentials);
  return {
    async *repositories(namespace) {
      yield* (await apiFor(namespace)).repositories(namespace);
    },
    async repository(name, { oci }) {
      const api = await apiFor(name.path);
      const isNamespaced = name.path.includes('/');
      const { list, find, outdate } = isNamespaced ? await listsOf(name, api) : noLists;
      const changes = api.hasToken ? changesOf(name, api, oci) : undefined;
      return {
        ...(list && { list }),
        ...(find && { find }),
        ...changes,
        deleteTag(tag, digest) {
          outdate();
          return changes === undefined ? deleteByProtocol(name, oci, tag) : changes.deleteTag(tag, digest);
        },
        deleteManifest(digest) {
          outdate();
          return deleteManifest(oci, digest);
        },
      };
    },
  };
};

interface Lists extends Pick<RepositoryDriver, 'list' | 'find'> {
  /** Notes that what has been read is not as it was. */
  readonly outdate: () => void;
}

const noLists: Lists = { outdate: () => undefined };

/**
 * Its first page shows whether the API lists these tags, and is kept for the first reader, until something is deleted.
 * To a robot account, which the API takes for nobody, it shows whether the repository is public: the visibility of one
 * shows nothing about the next, so that each private one costs this refused request.
 */
async function listsOf(name: RepositoryName, api: QuayApi): Promise<Lists> {
  let begun = await api.firstTags(name);
  if (begun === undefined) return noLists;
  const takeFirst = () => {
    const first = begun;
    begun = undefined;
    return first;
  };
  return {
    async *list() {
      for await (const page of api.tags(name, takeFirst())) yield page.map(manifestOf);
    },
    async find(tag) {
      const found = await api.tag(name, tag, takeFirst());
      return found && manifestOf(found);
    },
    outdate: () => void takeFirst(),
  };
}

function changesOf(
  name: RepositoryName,
  api: QuayApi,
  oci: Pick<Repository, 'head'>,
): Required<Pick<RepositoryDriver, 'deleteTag' | 'undelete'>> {
  return {
    async deleteTag(tag) {
      if (await api.deleteTag(name, tag)) return { kind: 'deleted' };
      if ((await oci.head(tag)) === undefined) return { kind: 'missing' };
      throw new Failure('server', {
        operation: `Deleting ${formatImage({ ...name, tag })}`,
        reason: 'Quay’s API returns 404 for the tag, but its registry still has it',
        advice: 'Somebody may be pushing just now: try again.',
      });
    },
    async undelete(digest, tags) {
      let isBack = tags.length > 0;
      for (const tag of tags) isBack = (await api.restoreTag(name, tag, digest)) && isBack;
      return isBack;
    },
  };
}

/** A digest goes with its tags; one without a tag that an index or a subject keeps is 404 to the delete. */
async function deleteManifest(oci: Repository, digest: string): Promise<Deletion> {
  const deletion = await oci.deleteManifest(digest);
  if (deletion.kind !== 'missing' || (await oci.head(digest)) === undefined) return deletion;
  const words =
    'Quay deletes manifests with their tags, and this one has no tag; it is deleted with the index that lists it';
  return { kind: 'unsupported', status: 404, words };
}
