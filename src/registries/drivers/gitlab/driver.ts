import { listLinkedPages } from '../../../http/linked-pages.js';
import { describe, type HttpRequest } from '../../../http/message.js';
import type { Pages } from '../../../http/paginate.js';
import { failureOf } from '../../../http/responses.js';
import { isHtml } from '../../../http/server-words.js';
import { sameOrigin } from '../../../http/url-policy.js';
import type { RepositoryName } from '../../../images/name.js';
import { asFailure } from '../../../lib/errors.js';
import type { Deletion } from '../../oci/deletion.js';
import type { CreateDriver, ListedManifest, RepositoryConnection, RepositoryDriver } from '../driver.js';
import { deleteByProtocol } from '../oci.js';
import { gitlabDotCom, readTag } from './tag.js';

const api = '/gitlab/v1/';
/** The most that a page may have. */
const pageSize = 1000;
/** The answers that come if the API does not exist: no metadata database, or a proxy that passes `/v2/` alone. */
const withoutApi = new Set([400, 403, 404, 405, 501]);

/**
 * Lists tags by GitLab's own API, on the host of its registry and with the registry's token; deletes by OCI
 * distribution.
 */
export const createGitLabDriver: CreateDriver = ({ registry }) => {
  let known: Promise<boolean> | undefined = registry.host === gitlabDotCom ? Promise.resolve(true) : undefined;

  async function listsTags(connection: RepositoryConnection): Promise<boolean> {
    known ??= hasApi(connection);
    try {
      return await known;
    } catch (thrown) {
      known = undefined;
      throw thrown;
    }
  }

  return {
    async repository(name, connection) {
      const { oci } = connection;
      return {
        ...((await listsTags(connection)) ? listing(name, connection) : {}),
        deleteTag: (tag) => deleteByProtocol(name, oci, tag),
        deleteManifest: (digest) => deleteManifest(name, connection, digest),
      };
    },
  };
};

/** @throws Failure for an answer that does not show it */
async function hasApi({ oci, session }: RepositoryConnection): Promise<boolean> {
  const request: HttpRequest = { method: 'GET', url: new URL(api, session.origin) };
  const answer = await oci.send(request);
  const isPage = isHtml(answer.body.toString('utf8'), answer.header('content-type'));
  if (withoutApi.has(answer.status) || isPage || !sameOrigin(answer.url, session.origin)) return false;
  // 401: the error of the list names the missing permission.
  if (answer.status === 200 || answer.status === 401) return true;
  throw failureOf(answer, describe(request), session.advice);
}

function listing(
  { path }: RepositoryName,
  { oci, session }: RepositoryConnection,
): Pick<RepositoryDriver, 'list' | 'find'> {
  const { origin } = session;
  const send = (url: URL) => oci.send({ method: 'GET', url });

  async function* tags(filter: string): Pages<ListedManifest> {
    yield* listLinkedPages({
      origin,
      answer: await send(new URL(`${api}repositories/${path}/tags/list/?n=${pageSize}${filter}`, origin)),
      send,
      read: readTag,
      keyOf: nameOf,
      failed: (answer, operation) => failureOf(answer, operation, session.advice),
    });
  }

  return {
    list: () => tags(''),
    async find(tag) {
      for await (const page of tags(`&name_exact=${tag}`)) {
        const found = page.find((one) => nameOf(one) === tag);
        if (found !== undefined) return found;
      }
      return undefined;
    },
  };
}

/** Each entry of the list is one tag. */
function nameOf({ tags }: ListedManifest): string {
  return tags[0]?.name ?? '';
}

/** 409 MANIFEST_REFERENCED: an index lists it, and nothing has changed. */
async function deleteManifest(name: RepositoryName, { oci }: RepositoryConnection, digest: string): Promise<Deletion> {
  try {
    return await deleteByProtocol(name, oci, digest);
  } catch (thrown) {
    const { status, message } = asFailure(thrown);
    if (status !== 409) throw thrown;
    return { kind: 'unsupported', status, words: message };
  }
}
