import { later, plausibleDate } from '../../../images/date.js';
import { formatImage } from '../../../images/name.js';
import { Failure } from '../../../lib/errors.js';
import type { CreateDriver, ListedManifest } from '../driver.js';
import { deleteByProtocol } from '../oci.js';
import { createHarbor } from './api.js';
import type { HarborArtifact } from './objects.js';

/** Lists and deletes tags via Harbor's own API, and manifests by its registry. */
export const createHarborDriver: CreateDriver = (settings) => ({
  repository(name, { oci }) {
    const harbor = createHarbor(name, settings);
    return {
      async *list() {
        for await (const page of harbor.artifacts()) yield page.map(manifestOf);
      },
      async deleteTag(tag, digest) {
        const kind = await harbor.deleteTag(digest, tag);
        if (kind === 'deleted' || (await oci.head(tag)) === undefined) return { kind };
        throw new Failure('server', {
          operation: `Deleting ${formatImage({ ...name, tag })}`,
          reason: `it is no longer on ${digest}, and was kept`,
          advice: 'The tag was just pushed again: check it, and try again.',
        });
      },
      deleteManifest: (digest) => deleteByProtocol(name, oci, digest),
    };
  },
});

function manifestOf({ digest, pushed, pulled, size, tags, children, accessories }: HarborArtifact): ListedManifest {
  const dates = tags.map((tag) => plausibleDate(tag.pushed));
  return {
    digest,
    tags: tags.map((tag) => ({
      name: tag.name,
      pushed: plausibleDate(tag.pushed),
      ...(tag.immutable ? { locked: `${tag.name} is immutable on Harbor` } : {}),
    })),
    size,
    pushed: dates.reduce(later, plausibleDate(pushed)),
    pulled,
    children,
    referrers: accessories,
  };
}
