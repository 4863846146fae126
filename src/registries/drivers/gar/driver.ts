import type { HttpAnswer } from '../../../http/message.js';
import {
  brokenList,
  type Page,
  type PageRequest,
  type Pages,
  paginate,
  unreadableEntries,
} from '../../../http/paginate.js';
import { failureOf, jsonObject } from '../../../http/responses.js';
import { ownPage } from '../../oci/pages.js';
import type { CreateDriver, ListedManifest, RepositoryConnection } from '../driver.js';
import { deleteByProtocol } from '../oci.js';
import { hasNamesAlone, readPage } from './objects.js';

/** Some hundred thousand manifests. */
const mostBytes = 256 * 1024 * 1024;

/**
 * Lists by what Artifact Registry adds to the ordinary list of tags: every manifest, with and without tags, in one answer.
 * Deletes by the protocol. A manifest that a tag, an index or a referrer needs is refused with 400.
 */
export const createGarDriver: CreateDriver = () => ({
  async repository(name, connection) {
    const { oci } = connection;
    const list = await openGarList(name.path, connection);
    const remove = (reference: string) => {
      list?.forget();
      return deleteByProtocol(name, oci, reference);
    };
    return { ...(list && { list: list.manifests }), deleteTag: remove, deleteManifest: remove };
  },
});

/** The ordinary list of tags, without `n` whole, where it describes manifests. */
interface GarList {
  /** The first call has the answer that showed what the list is. */
  manifests(): Pages<ListedManifest>;
  /** Forgets that answer: something has changed since. */
  forget(): void;
}

/** @returns undefined where the list has names alone */
async function openGarList(path: string, { oci, session }: RepositoryConnection): Promise<GarList | undefined> {
  const first = new URL(`/v2/${path}/tags/list`, session.origin);
  const send = (url: URL) => oci.send({ method: 'GET', url, limit: mostBytes });
  let kept: HttpAnswer | undefined = await send(first);
  if (kept.status === 200 && hasNamesAlone(jsonObject(kept, first.href))) return undefined;

  async function* manifests(): AsyncGenerator<readonly ListedManifest[]> {
    const open = new Set<string>();
    const found = new Set<string>();
    const read = (answer: HttpAnswer, at: PageRequest): Page<ListedManifest> => {
      if (answer.status !== 200) throw failureOf(answer, at.operation, session.advice);
      const page = readPage(jsonObject(answer, at.operation));
      if (page === undefined) throw unreadableEntries(at.operation);
      for (const tag of page.tags) open.add(tag);
      for (const { tags } of page.manifests) for (const { name } of tags) found.add(name);
      const next = ownPage(answer, at);
      const [lost] = next === undefined ? [...open].filter((tag) => !found.has(tag)) : [];
      if (lost !== undefined) throw brokenList(at.operation, `no manifest in it has its tag ${lost}`);
      return { entries: page.manifests, next };
    };
    const answer = kept;
    kept = undefined;
    const keyOf = ({ digest, tags }: ListedManifest) => JSON.stringify([digest, tags]);
    yield* paginate({ first, ...(answer && { answer }), send, read, keyOf, mayRepeat: true });
  }

  return {
    manifests,
    forget() {
      kept = undefined;
    },
  };
}
