import { plausibleDate, timeOf } from '../../../images/date.js';
import { digestIn } from '../../../images/digest.js';
import { countOf, isObject, textOf } from '../../../lib/json.js';
import { isIndexType } from '../../oci/media-types.js';
import type { ListedManifest } from '../driver.js';

/** The registry of gitlab.com. */
export const gitlabDotCom = 'registry.gitlab.com';

/** Of `{}`, the config of artifacts that have none: signatures, SBOMs. */
const emptyConfig = 'sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a';

/**
 * A tag in the list of GitLab's registry (docs/spec/gitlab/api.md of gitlab-org/container-registry, "List Repository
 * Tags"), with what it is on. `pushed`: when the tag was put on this manifest; a push of the same one again does not count.
 * @returns undefined where its name or digest cannot be read
 */
export function readTag(value: unknown): ListedManifest | undefined {
  if (!isObject(value)) return undefined;
  const name = textOf(value.name);
  const digest = digestIn(value.digest);
  if (name === undefined || digest === undefined) return undefined;
  // Registries before version 4.11 have no `published_at`.
  const dates = [value.published_at, value.updated_at, value.created_at].map((date) => plausibleDate(timeOf(date)));
  const pushed = dates.find((date) => date !== undefined);
  const mediaType = textOf(value.media_type);
  const isIndex = mediaType !== undefined && isIndexType(mediaType);
  const config = digestIn(value.config_digest);
  return {
    digest,
    tags: [{ name, pushed }],
    mediaType,
    // Of an index it may be that of the index alone.
    size: isIndex ? undefined : countOf(value.size_bytes),
    pushed,
    mayHaveSubject: !isIndex && (config === undefined || config === emptyConfig),
  };
}
