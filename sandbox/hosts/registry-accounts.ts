import { type ImageSpec, pushImage } from '../images.js';
import type { RunningRegistry } from '../registries/index.js';
import { manyImages } from '../registries/memory/many-images.js';

export interface HostedRepository {
  private: boolean;
  /** Users who may pull and push; everybody may pull what is public. */
  readonly members: Set<string>;
}

/** The users and repositories of a registry service, and the registry that holds the images. */
export interface RegistryAccounts {
  /** User → secret (a password or an access token). */
  readonly users: Map<string, string>;
  /** `namespace/name` → repository. */
  readonly repositories: Map<string, HostedRepository>;
  /** The registry behind; it requires no credentials that the service would not require. */
  readonly registry: RunningRegistry;
  /** The number of counted pulls: manifest GETs that were answered. */
  pulls: number;
  /** Declares a repository. Every user known at that time is a member, unless `members` is set. */
  repository(
    name: string,
    options?: { readonly private?: boolean; readonly members?: readonly string[] },
  ): HostedRepository;
  /**
   * Pushes an image, declaring the repository where need be; returns the digest. With a date of its own it counts as
   * pushed then: so that a test or the demo can have old ones.
   */
  image(name: string, tag: string, spec?: ImageSpec): Promise<string>;
  /**
   * Puts so many images there at once, `build-0`, `build-1`, …, each a minute younger; the registry must be in memory.
   */
  images(name: string, count: number): void;
}

export function createRegistryAccounts(registry: RunningRegistry): RegistryAccounts {
  const accounts: RegistryAccounts = {
    users: new Map(),
    repositories: new Map(),
    registry,
    pulls: 0,
    repository(name, options = {}) {
      const members = new Set(options.members ?? accounts.users.keys());
      const repository = { private: options.private ?? false, members };
      accounts.repositories.set(name, repository);
      return repository;
    },
    async image(name, tag, spec) {
      if (!accounts.repositories.has(name)) accounts.repository(name);
      const pushed = await pushImage(registry, name, tag, spec);
      const date = spec?.created === undefined ? undefined : new Date(spec.created);
      for (const { digest } of date === undefined ? [] : [pushed, ...pushed.manifests]) {
        const manifest = registry.ledger.manifests(name).get(digest);
        Object.assign(manifest ?? {}, { created: date, updated: date });
        if (manifest?.tags.has(tag) && date !== undefined) manifest.tags.set(tag, date);
      }
      return pushed.digest;
    },
    images(name, count) {
      if (!accounts.repositories.has(name)) accounts.repository(name);
      registry.adopt(manyImages(name, count));
    },
  };
  return accounts;
}

/** The requested actions that this user (or an anonymous caller) has on that repository. */
export function grantedActions(
  accounts: RegistryAccounts,
  name: string,
  actions: readonly string[],
  user: string | undefined,
): string[] {
  const repository = accounts.repositories.get(name);
  const member = user !== undefined && repository?.members.has(user) === true;
  // A push to a repository that is not there makes it, in one's own namespace.
  if (repository === undefined) return user !== undefined && name.startsWith(`${user}/`) ? [...actions] : [];
  if (member) return [...actions];
  return repository.private ? [] : actions.filter((action) => action === 'pull');
}
