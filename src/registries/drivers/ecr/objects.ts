import { type LastPull, plausibleDate } from '../../../images/date.js';
import { digestIn } from '../../../images/digest.js';
import { countOf, isObject, textOf } from '../../../lib/json.js';

/** An image as DescribeImages has it: a manifest with its tags. */
export interface EcrImage {
  readonly digest: string;
  readonly tags: readonly string[];
  readonly mediaType: string | undefined;
  /** Of an artifact its type, of an image that of its config. */
  readonly artifactType: string | undefined;
  /** Bytes, compressed. */
  readonly size: number | undefined;
  readonly pushed: Date | undefined;
  /** undefined: neither a time nor none at all. */
  readonly pulled: LastPull | undefined;
  /** The digest of what it refers to. */
  readonly subject: string | undefined;
  /** `ACTIVE`, `ARCHIVED` or `ACTIVATING`; undefined: this kind of registry has no archive. */
  readonly status: string | undefined;
}

/** An `imageDetail` of the API; undefined where its digest or tags cannot be read. */
export function readImage(value: unknown): EcrImage | undefined {
  if (!isObject(value)) return undefined;
  const { imageTags = null, subjectManifestDigest = null, imageStatus } = value;
  const digest = digestIn(value.imageDigest);
  const subject = digestIn(subjectManifestDigest);
  const tags = imageTags ?? [];
  if (digest === undefined || !Array.isArray(tags) || !tags.every((tag) => typeof tag === 'string')) return undefined;
  if (subjectManifestDigest !== null && subject === undefined) return undefined;
  return {
    digest,
    tags,
    mediaType: textOf(value.imageManifestMediaType),
    artifactType: textOf(value.artifactMediaType),
    size: countOf(value.imageSizeInBytes),
    pushed: dateOf(value.imagePushedAt),
    // The API leaves out empty fields.
    pulled: value.lastRecordedPullTime === undefined ? 'never' : dateOf(value.lastRecordedPullTime),
    subject,
    status: textOf(imageStatus),
  };
}

/** A repository as DescribeRepositories has it. */
export interface EcrRepository {
  readonly name: string;
  /** `123456789012.dkr.ecr.eu-central-1.amazonaws.com/team/app`, `public.ecr.aws/alias/app` */
  readonly uri: string;
  /** `MUTABLE`, `IMMUTABLE`, or either `_WITH_EXCLUSION`; undefined: its tags can always be moved. */
  readonly mutability: string | undefined;
  /** Tags with `*`, for which the opposite holds. */
  readonly exclusions: readonly string[];
}

/** undefined for a value that is not a repository, and for one whose exclusions cannot be read. */
export function readRepository(value: unknown): EcrRepository | undefined {
  if (!isObject(value)) return undefined;
  const { repositoryName, repositoryUri, imageTagMutability, imageTagMutabilityExclusionFilters } = value;
  const name = textOf(repositoryName);
  const uri = textOf(repositoryUri);
  const listed = imageTagMutabilityExclusionFilters ?? [];
  if (name === undefined || uri === undefined || !Array.isArray(listed)) return undefined;
  const exclusions = listed.flatMap((one) => (isObject(one) ? (textOf(one.filter) ?? []) : []));
  if (exclusions.length < listed.length) return undefined;
  return { name, uri, mutability: textOf(imageTagMutability), exclusions };
}

/** True if a push may not move this tag. */
export function isImmutable({ mutability = 'MUTABLE', exclusions }: EcrRepository, tag: string): boolean {
  const isExcluded = exclusions.some((filter) => matches(filter, tag));
  return mutability.startsWith('IMMUTABLE') !== isExcluded;
}

/** @param filter text in which `*` is any text, also none */
function matches(filter: string, tag: string): boolean {
  const [first = '', ...rest] = filter.split('*');
  const last = rest.pop();
  if (last === undefined) return tag === first;
  if (tag.length < first.length + last.length || !tag.startsWith(first) || !tag.endsWith(last)) return false;
  let at = first.length;
  const end = tag.length - last.length;
  for (const part of rest) {
    const found = tag.indexOf(part, at);
    if (found === -1 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}

/** Seconds since 1970, with a fraction. */
function dateOf(value: unknown): Date | undefined {
  return typeof value === 'number' ? plausibleDate(new Date(value * 1000)) : undefined;
}
