import type { Pages } from '../../http/paginate.js';
import type { LastPull } from '../../images/date.js';
import type { RegistryName, RepositoryName } from '../../images/name.js';
import type { Platform } from '../../images/platform.js';
import type { IssuedPassword } from '../auth/credentials.js';
import type { Deletion } from '../oci/deletion.js';
import type { Repository } from '../oci/repository.js';
import type { RegistrySettings, Session } from '../session.js';
import type { RegistryTraits } from './traits.js';

/** One kind of registry, a row of `drivers/index.ts`: how it is recognised, its traits, and its code. */
export interface DriverKind extends RegistryTraits {
  /** Before the first request. */
  readonly matches?: (host: string) => boolean;
  /** After it: by the token service that its Bearer challenge names, and the address of that. */
  readonly matchesService?: (service: string, host: string, realm: URL | undefined) => boolean;
  /** Known without loading the driver: dry runs and the docs read them. */
  readonly capabilities: Capabilities;
  /** Absent: only the OCI distribution protocol. */
  readonly load?: () => Promise<CreateDriver>;
  /**
   * The login with the credentials in the environment, if neither the inputs nor the Docker config have
   * credentials.
   */
  readonly environmentLogin?: EnvironmentLogin;
}

/** Passwords that credentials of a cloud in the environment are exchanged for. */
export interface EnvironmentLogin {
  /** The account of the passwords, as of `IssuedCredentials`. */
  readonly account: string;
  /** `pushes`: everybody may pull. */
  readonly for: 'everything' | 'pushes';
  /** @throws Failure (usage) for credentials of which a half is missing */
  readonly isConfigured: (environment: NonNullable<RegistrySettings['environment']>) => boolean;
  readonly load: () => Promise<IssuePassword>;
}

/** Requests a password, and masks it with all that it is derived from. */
export type IssuePassword = (
  registry: RegistryName,
  settings: Pick<RegistrySettings, 'http' | 'now' | 'mask' | 'environment'>,
) => Promise<IssuedPassword>;

/** The capabilities of a kind of registry. Absent fields: as in the OCI distribution specification. */
export interface Capabilities {
  /**
   * Deletes of one tag. `alone`: no other tag and no manifest goes with it. `frees-manifest`: with the last tag the
   * manifest goes. `unknown`: the first delete shows it.
   */
  readonly deleteTag: 'alone' | 'frees-manifest' | 'never' | 'unknown';
  /** Deletes of a manifest by its digest. `untagged-only`: refused while a tag is on it. */
  readonly deleteManifest: 'with-its-tags' | 'untagged-only' | 'never' | 'unknown';
  /** The deletes that the registry's own token has to allow; its API allows the others. Default: `all`. */
  readonly tokenDeletes?: 'all' | 'manifests' | 'none';
  /** Manifests without a tag stay until each is deleted: prune deletes those that only deleted images led to. */
  readonly keepsUntagged?: true;
  /** With the last tag of a manifest go the tags of its signatures: `sha256-<hex>.sig`, `.att`, `.sbom`. */
  readonly takesSignatures?: true;
  /**
   * It keeps images that cannot be pulled: its registry answers 404, and `find` reports the reason, for a tag and for a
   * digest.
   */
  readonly archives?: true;
  /** The number of entries a page of its list has. Absent: all of them, or names alone. */
  readonly pageSize?: number;
  /** The number of such lists: one of tags, one of manifests. Default: 1. */
  readonly listCount?: number;
  /** The time that it keeps what was deleted, so that `undelete` brings it back: `30 days`. */
  readonly keepsDeleted?: string;
  /** The reason why a delete is `never` possible. */
  readonly refusal?: string;
  /** The contents of its list without reading a manifest. Absent: the list has names alone. */
  readonly lists?: readonly ListedField[];
}

export type ListedField = 'size' | 'platforms' | 'pushed' | 'pulled' | 'children' | 'mediaType' | 'isIndex';

export interface DriverSettings extends RegistrySettings {
  readonly registry: RegistryName;
  /** Of the registry's own API: `https://harbor.example.com`. */
  readonly origin: URL;
}

export type CreateDriver = (settings: DriverSettings) => Driver;

/** A registry's own API, with one set of credentials. Nothing is sent before the first call. */
export interface Driver {
  /** Every repository of a namespace that these credentials may see. Absent: those of the registry. */
  repositories?(namespace: string): Pages<RepositorySummary>;
  /** Every repository of the registry. Absent: `_catalog`. */
  allRepositories?(): Pages<RepositorySummary>;
  /**
   * Makes sure that credentials for deletes exist, before anything is read for them.
   * @throws Failure: authentication if the API needs some and none are given, unsupported where it does not accept
   * them
   */
  requireCredentials?(): void;
  /**
   * May find out by a request what this registry can do here.
   * @throws Failure (usage) for a name that this registry cannot have
   */
  repository(name: RepositoryName, connection: RepositoryConnection): RepositoryDriver | Promise<RepositoryDriver>;
}

/** The same repository by the OCI distribution protocol. */
export interface RepositoryConnection {
  readonly oci: Repository;
  readonly session: Session;
}

/** The operations of commands in one repository, in the way of its registry. Every method throws a Failure. */
export interface RepositoryDriver {
  /**
   * Every manifest with its tags, in no order to rely on; a digest may come again with other tags (an API that lists
   * tags). Absent: the registry lists names alone.
   * @param whole with all that a deletion has to know (locks, the digest of every tag), which may cost more requests
   * @throws Failure for a list that is incomplete or cannot be read
   */
  list?(whole: boolean): Pages<ListedManifest>;
  /** The manifest that this tag is on, where one request shows it; undefined: not in the list, which may be behind. */
  find?(tag: string): Promise<ListedManifest | undefined>;
  /** Reads what deletes will need, so that it fails before the first one. */
  prepareDelete?(): Promise<void>;
  /** The tags that are on this manifest now, where one request shows them. It may be behind the registry a little. */
  tagsOn?(digest: string): Promise<readonly string[]>;
  /**
   * Deletes a tag, and no other on the same manifest. Absent where the capabilities have `never`.
   * @param digest what the tag is on; the tag itself where that cannot be read
   */
  deleteTag?(tag: string, digest: string): Promise<Deletion>;
  /** Deletes a manifest, and with it every tag that is on it. */
  deleteManifest(digest: string): Promise<Deletion>;
  /**
   * Brings a deleted manifest back, with these tags, from where the registry keeps it. @returns false where it does not
   */
  undelete?(digest: string, tags: readonly string[]): Promise<boolean>;
  /** Visibility and descriptions; undefined: these credentials see no such repository. */
  settings?(): Promise<RepositorySettings | undefined>;
}

/** The settings of a repository; undefined: its registry does not report them. */
export interface RepositorySettings {
  readonly private: boolean | undefined;
  readonly description: string | undefined;
  /** Markdown. */
  readonly fullDescription: string | undefined;
  /** Regular expressions for tags that cannot be changed; undefined when not switched on. */
  readonly immutableTags: readonly string[] | undefined;
  readonly categories: readonly string[];
  readonly registered: Date | undefined;
}

/** A manifest as a registry's list has it. Fields that the list does not contain are undefined. */
export interface ListedManifest {
  /** undefined: of a tag that the list has without a digest, and the registry does not serve either. */
  readonly digest: string | undefined;
  readonly tags: readonly ListedTag[];
  readonly mediaType?: string | undefined;
  /** True if it lists others, if the list reports that and its media type does not. */
  readonly isIndex?: boolean | undefined;
  /** Bytes, compressed. */
  readonly size?: number | undefined;
  readonly pushed?: Date | undefined;
  readonly created?: Date | undefined;
  /** undefined: the list does not report it; then nothing is known of pulls. */
  readonly pulled?: LastPull | undefined;
  readonly platforms?: readonly Platform[] | undefined;
  /** The digests of what an index lists. */
  readonly children?: readonly string[] | undefined;
  /** The digests of what refers to it. */
  readonly referrers?: readonly string[] | undefined;
  /** The digest of what it refers to. */
  readonly subject?: string | undefined;
  /**
   * True if it may refer to something that the list does not contain: then the manifest has to be read. Absent: the
   * list does not show that either.
   */
  readonly mayHaveSubject?: boolean;
  /**
   * The reason why it cannot be pulled: it is archived. The manifests that it lists cannot be read, and the registry
   * itself keeps that.
   */
  readonly unavailable?: string | undefined;
}

export interface ListedTag {
  readonly name: string;
  readonly pushed?: Date | undefined;
  /** The reason why the registry will not delete it: `1.0 is immutable on Harbor`. */
  readonly locked?: string | undefined;
}

/** A repository as the list of its registry has it. */
export interface RepositorySummary {
  /** Its path: `acme/app`. */
  readonly path: string;
  readonly pulls?: number | undefined;
  readonly stars?: number | undefined;
  /** Bytes. */
  readonly size?: number | undefined;
  readonly updated?: Date | undefined;
  readonly private?: boolean | undefined;
  readonly description?: string | undefined;
}
