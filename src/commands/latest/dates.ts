import { plausibleDate } from '../../images/date.js';
import type { RepositoryName } from '../../images/name.js';
import type { Platform } from '../../images/platform.js';
import { inspectManifest } from '../../registries/inspection.js';
import type { Repository } from '../../registries/repository.js';
import type { Context } from '../command.js';
import { hubNameIn } from '../hub-name.js';
import { connectHub } from '../registry-inputs.js';
import type { LatestInputs } from './inputs.js';

/** Since when a tag is what it is; undefined when nobody says. */
export type DateOf = (
  name: RepositoryName,
  tag: string,
  digest: string,
  repository: Repository,
) => Promise<Date | undefined>;

/**
 * When it was pushed, by Docker Hub's API, where that knows this image already; else, and elsewhere, when the image was created. A
 * reproducible build says 1970 or 1980, which is no date.
 */
export function createDates(inputs: LatestInputs, platform: Platform | undefined, context: Context): DateOf {
  let opened: ReturnType<typeof connectHub> | undefined;
  return async (name, tag, digest, repository) => {
    const hubName = hubNameIn(name);
    if (hubName !== undefined) {
      opened ??= connectHub(inputs, context);
      const found = await (await opened).tag(...hubName, tag);
      const pushed = found?.digest === digest ? (found.pushed ?? found.updated) : undefined;
      if (pushed !== undefined) return pushed;
    }
    const manifest = await repository.manifest(digest);
    if (manifest === undefined) return undefined;
    const { images } = await inspectManifest(repository, manifest, platform ?? 'first');
    return plausibleDate(images[0]?.created);
  };
}
