import { laterPull, plausibleDate } from '../../../images/date.js';
import { isTag, type RepositoryName } from '../../../images/name.js';
import { withRegExpTimeout } from '../../../lib/reg-exp-timeout.js';
import type { Repository } from '../../oci/repository.js';
import type { CreateDriver, ListedManifest } from '../driver.js';
import { deleteByProtocol } from '../oci.js';
import { createDockerHub, type DockerHub } from './api.js';
import { hubNameOf } from './name.js';
import type { HubTag } from './objects.js';
import { keylessRefusal } from './session.js';

/**
 * Lists and deletes tags via Docker Hub's own API, and manifests by its registry, which spares what a tag or an index
 * needs.
 */
export const createDockerHubDriver: CreateDriver = (settings) => {
  const hub = createDockerHub(settings);
  return {
    requireCredentials() {
      const refused = keylessRefusal(settings.credentials);
      if (refused !== undefined) throw refused;
    },
    async *repositories(namespace) {
      for await (const page of hub.repositories(namespace)) {
        yield page.map(({ name, pulls, stars, size, updated, private: hidden, description }) => ({
          path: `${namespace}/${name}`,
          pulls,
          stars,
          size,
          updated,
          private: hidden,
          description,
        }));
      }
    },
    repository(name, { oci }) {
      const named = hubNameOf(name);
      return {
        list: (whole) => listTags(hub, name, whole ? oci : undefined),
        async find(tag) {
          const found = await hub.tag(...named, tag);
          return found && manifestOf(found, found.digest, []);
        },
        settings: () => hub.repository(...named),
        deleteTag: async (tag) => ({ kind: await hub.deleteTag(...named, tag) }),
        deleteManifest: (digest) => deleteByProtocol(name, oci, digest),
      };
    },
  };
};

/** @param oci where the locks and the digest of every tag are wanted: it looks up a digest that the API lacks */
async function* listTags(
  hub: DockerHub,
  name: RepositoryName,
  oci: Pick<Repository, 'head'> | undefined,
): AsyncGenerator<readonly ListedManifest[]> {
  const named = hubNameOf(name);
  const rules = oci === undefined ? [] : ((await hub.repository(...named))?.immutableTags ?? []);
  for await (const page of hub.tags(...named)) {
    const locked = lockedBy(
      rules,
      page.map((tag) => tag.name),
    );
    const manifests: ListedManifest[] = [];
    for (const tag of page) {
      const digest = tag.digest ?? (isTag(tag.name) ? (await oci?.head(tag.name))?.digest : undefined);
      manifests.push(manifestOf(tag, digest, locked.has(tag.name) ? [`${tag.name} is immutable on Docker Hub`] : []));
    }
    yield manifests;
  }
}

function manifestOf(tag: HubTag, digest: string | undefined, [locked]: readonly string[]): ListedManifest {
  const pushed = plausibleDate(tag.pushed) ?? plausibleDate(tag.updated);
  return {
    digest,
    tags: [{ name: tag.name, pushed, ...(locked === undefined ? {} : { locked }) }],
    mediaType: tag.mediaType,
    size: tag.size,
    pushed,
    // A pull by the digest of a platform is a pull of the image.
    pulled: tag.images.reduce((last, image) => laterPull(last, image.pulled ?? 'never'), tag.pulled),
    platforms: tag.images.flatMap(({ platform }) => platform ?? []),
    children: tag.images.flatMap((image) => image.digest ?? []).filter((child) => child !== digest),
  };
}

/**
 * The tags that Docker Hub's rules make immutable. They are RE2, of which JavaScript reads nearly all; one that takes
 * no time there may take very long here.
 */
function lockedBy(rules: readonly string[], tags: readonly string[]): ReadonlySet<string> {
  const patterns = rules.flatMap((rule) => {
    try {
      return [new RegExp(rule, 'u')];
    } catch {
      // A rule that cannot be read may be about any tag.
      return [/(?:)/u];
    }
  });
  const match = () => new Set(tags.filter((tag) => patterns.some((one) => one.test(tag))));
  return withRegExpTimeout({ 'Docker Hub’s rules for immutable tags': patterns[0] }, match, 'server');
}
