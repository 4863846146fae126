import { formatPlatform, type Platform, samePlatform } from './platform.js';

/** The requirements for an image beside its existence. */
export interface Requirements {
  readonly platforms: readonly Platform[];
  /** The commit that its labels must name. Without one, every commit is accepted. */
  readonly revision: string | undefined;
}

/**
 * True if the labels of one platform's image must be read: only for the revision, only where the index does not have
 * it, and only of platforms that are judged. Each costs two requests, and on Docker Hub a pull.
 */
export function needsLabels(
  requirements: Requirements,
  annotations: Findings['annotations'],
  platform: Platform | undefined,
): boolean {
  if (requirements.revision === undefined || revisionIn(annotations) !== undefined) return false;
  return platform === undefined || isJudged(platform, requirements.platforms);
}

/** The properties of an image that the requirements need. */
export interface Findings {
  /** Of the tagged manifest. */
  readonly annotations: Readonly<Record<string, string>>;
  readonly images: readonly {
    readonly platform: Platform;
    readonly labels?: Readonly<Record<string, string>>;
    /** The index lists it, and its manifest does not exist. */
    readonly missing?: true;
  }[];
}

/** OCI image specification, "pre-defined annotation keys", and the name it had before. */
const revisionKeys = ['org.opencontainers.image.revision', 'org.label-schema.vcs-ref'];

/**
 * The requirements that an image does not meet, one sentence each; none means that it meets all requirements.
 * The revision is that of the index where it has one; otherwise every required platform (or, with none required,
 * every platform in the index) must have the right one: an index may be put together from several builds.
 */
export function lacks(requirements: Requirements, findings: Findings): readonly string[] {
  const { platforms, revision } = requirements;
  const has = (wanted: Platform) => findings.images.some(({ platform }) => samePlatform(platform, wanted));
  const absent = platforms.filter((wanted) => !has(wanted)).map((wanted) => `it has no ${formatPlatform(wanted)}`);
  return revision === undefined ? absent : [...absent, ...wrongRevisions(revision, platforms, findings)];
}

function wrongRevisions(
  commit: string,
  platforms: readonly Platform[],
  { annotations, images }: Findings,
): readonly string[] {
  const ofIndex = revisionIn(annotations);
  if (ofIndex !== undefined)
    return sameCommit(ofIndex, commit) ? [] : [`its revision is ${shown(ofIndex)}, not ${commit}`];
  const judged = images.filter(({ platform }) => isJudged(platform, platforms));
  if (judged.length === 0) return ['it has no platform whose revision could be compared'];
  return judged.flatMap(({ platform, labels, missing }) => {
    if (missing) return [`its manifest for ${formatPlatform(platform)} does not exist`];
    const found = revisionIn(labels ?? {});
    if (found === undefined) return [`its ${formatPlatform(platform)} has no label ${revisionKeys[0]}`];
    return sameCommit(found, commit)
      ? []
      : [`the revision of its ${formatPlatform(platform)} is ${shown(found)}, not ${commit}`];
  });
}

/** True if the image of this platform is judged: with no platform required, every one is. */
export function isJudged(platform: Platform, required: readonly Platform[]): boolean {
  return required.length === 0 || required.some((wanted) => samePlatform(wanted, platform));
}

function revisionIn(labels: Readonly<Record<string, string>>): string | undefined {
  return revisionKeys.map((key) => labels[key]?.trim()).find((value) => value !== undefined && value !== '');
}

/** Some builds label with a short SHA: 7 digits or more that begin the commit will do. */
function sameCommit(found: string, commit: string): boolean {
  const text = found.toLowerCase();
  return /^[0-9a-f]{7,64}$/.test(text) && commit.startsWith(text);
}

/** A label holds whatever a build put there: shown only when it looks like a revision. */
function shown(revision: string): string {
  return /^[\w./:@+-]{1,80}$/.test(revision) ? revision : 'no commit';
}
