import { type LastPull, lastPullOf, timeOf } from '../../../images/date.js';
import { digestIn } from '../../../images/digest.js';
import type { Platform } from '../../../images/platform.js';
import { countOf, isObject, textOf, textsOf } from '../../../lib/json.js';

/**
 * A tag as Docker Hub's API gives it. The list lags behind the registry (docker/hub-feedback#2327): whether a tag is
 * there, only the registry knows. A field that Docker Hub does not report, or reports as `null`, is undefined.
 */
export interface HubTag {
  readonly name: string;
  /** Of the tagged manifest itself: the index, if one exists. */
  readonly digest: string | undefined;
  readonly mediaType: string | undefined;
  /** `image`, `helm`, `plugin`, `volume`, `wasm`, `compose`, `model`, `unrecognized`. */
  readonly contentType: string | undefined;
  /** `active` or `inactive`: whether it was pushed or pulled within the last month. */
  readonly status: string | undefined;
  /** Bytes, compressed: the sum of the layers. */
  readonly size: number | undefined;
  readonly pushed: Date | undefined;
  readonly pulled: LastPull | undefined;
  readonly updated: Date | undefined;
  readonly updatedBy: string | undefined;
  /** One a platform; what BuildKit attests is in it too, as `unknown/unknown`. */
  readonly images: readonly HubImage[];
}

export interface HubImage {
  readonly platform: Platform | undefined;
  readonly digest: string | undefined;
  /** Bytes, compressed. */
  readonly size: number | undefined;
  readonly status: string | undefined;
  readonly pushed: Date | undefined;
  readonly pulled: Date | undefined;
}

/** A repository as the list of a namespace gives it. */
export interface HubRepository {
  readonly namespace: string;
  readonly name: string;
  readonly private: boolean | undefined;
  readonly description: string | undefined;
  readonly pulls: number | undefined;
  readonly stars: number | undefined;
  /** Bytes that the repository takes up on Docker Hub. */
  readonly size: number | undefined;
  /** The last push or change. */
  readonly updated: Date | undefined;
  readonly registered: Date | undefined;
  /** `active`, `inactive`. */
  readonly status: string | undefined;
  /** As those of tags. */
  readonly contentTypes: readonly string[];
  readonly categories: readonly string[];
}

/** A repository as the API gives it by its name. */
export interface HubRepositoryDetails extends HubRepository {
  /** Markdown. */
  readonly fullDescription: string | undefined;
  /** The permissions of the account. */
  readonly permissions: { readonly read: boolean; readonly write: boolean; readonly admin: boolean } | undefined;
  /** Regular expressions (RE2) for tags that can neither be overwritten nor deleted; undefined when not switched on. */
  readonly immutableTags: readonly string[] | undefined;
}

/**
 * Reads the `tag` of the API, by the fields that the live one gives (docker/terraform-provider-docker, docker/hub-mcp).
 */
export function readTag(value: unknown): HubTag | undefined {
  const tag = isObject(value) ? value : {};
  const name = textOf(tag.name);
  if (name === undefined) return undefined;
  return {
    name,
    digest: digestIn(tag.digest),
    mediaType: textOf(tag.media_type),
    contentType: textOf(tag.content_type),
    status: textOf(tag.tag_status),
    size: countOf(tag.full_size),
    pushed: timeOf(tag.tag_last_pushed),
    pulled: lastPullOf(tag.tag_last_pulled),
    updated: timeOf(tag.last_updated),
    updatedBy: textOf(tag.last_updater_username),
    images: Array.isArray(tag.images) ? tag.images.filter(isObject).map(readImage) : [],
  };
}

function readImage(image: Record<string, unknown>): HubImage {
  const [os, architecture, variant] = [textOf(image.os), textOf(image.architecture), textOf(image.variant)];
  const known = os !== undefined && architecture !== undefined;
  return {
    platform: known ? { os, architecture, ...(variant === undefined ? {} : { variant }) } : undefined,
    digest: digestIn(image.digest),
    size: countOf(image.size),
    status: textOf(image.status),
    pushed: timeOf(image.last_pushed),
    pulled: timeOf(image.last_pulled),
  };
}

/** Reads the `repository_info` or `repository_list_entry` of the API, which has not all of it. */
export function readRepository(value: unknown, namespace: string): HubRepositoryDetails | undefined {
  const entry = isObject(value) ? value : {};
  const name = textOf(entry.name);
  if (name === undefined) return undefined;
  const { permissions, immutable_tags_settings: immutable, categories } = entry;
  return {
    namespace: textOf(entry.namespace) ?? namespace,
    name,
    private: typeof entry.is_private === 'boolean' ? entry.is_private : undefined,
    description: typeof entry.description === 'string' ? entry.description : undefined,
    pulls: countOf(entry.pull_count),
    stars: countOf(entry.star_count),
    size: countOf(entry.storage_size),
    updated: timeOf(entry.last_updated),
    registered: timeOf(entry.date_registered),
    status: textOf(entry.status_description),
    contentTypes: textsOf(entry.content_types),
    categories: Array.isArray(categories)
      ? textsOf(categories.map((one) => (isObject(one) ? one.name : undefined)))
      : [],
    fullDescription: typeof entry.full_description === 'string' ? entry.full_description : undefined,
    permissions: isObject(permissions)
      ? { read: permissions.read === true, write: permissions.write === true, admin: permissions.admin === true }
      : undefined,
    immutableTags: isObject(immutable) && immutable.enabled === true ? textsOf(immutable.rules) : undefined,
  };
}
