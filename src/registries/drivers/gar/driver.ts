import type { CreateDriver } from '../driver.js';
import { deleteByProtocol } from '../oci.js';
import { openGarList } from './list.js';

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
