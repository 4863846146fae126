import {
  formatImage,
  type ImageName,
  isRepositoryPath,
  parseImageName,
  parseRegistry,
  type RepositoryName,
  repositoryName,
} from '../../images/name.js';
import { asFailure, Failure, usageFailure } from '../../lib/errors.js';
import { inputName } from '../../lib/input-names.js';
import type { Workflow } from '../../lib/workflow.js';
import { kindOf } from '../../registries/drivers/index.js';
import type { Ref } from '../../sources/ref.js';
import { type GivenReference, isAmbiguous, readReferences } from '../shared/files/reference-files.js';
import { type NamingInputs, readImage, withTag } from '../shared/inputs/image.js';
import type { SourceRepository } from '../shared/inputs/source-repositories.js';

/** The subject of one answer. */
export type Entry = Target | Unclear;

/** An image to check. */
export interface Target {
  readonly kind: 'image';
  /** With a tag or a digest it is checked as it is; without, its tag is made from the commit. */
  readonly image: ImageName;
  /** The commit that the image is built from, where one plays a part. */
  readonly origin?: Origin;
  /** The files and lines that name the image: `k8s/app.yaml:12`. */
  readonly where: readonly string[];
  /** The namespace that was left out although the source repository has one. */
  readonly lostNamespace?: string;
}

/** An entry of a file that is meant to be an image, and does not name one. */
export interface Unclear {
  readonly kind: 'unclear';
  readonly text: string;
  readonly where: readonly string[];
  readonly failure: Failure;
}

/** A commit of a source repository. */
export interface Origin {
  /** As the user wrote it, without the owner: `saas-apigateway`. */
  readonly name: string;
  /** With the owner where it is known: `acme/api`. */
  readonly repository: string;
  /** undefined: none was given, and nothing depends on it. */
  readonly ref: Ref | undefined;
  /** The ref in words: what the user wrote, or the branch of the workflow; empty if none exists. */
  readonly refName: string;
  /** Of the workflow's own commit, whether its ref is a branch or a tag. */
  readonly refKind?: 'branch' | 'tag';
  /** Of the workflow's own commit, the branch that its pull request was merged into. */
  readonly mergedInto?: string;
}

/** The name of the target, as far as it is known before the commit is. */
export function nameOf(entry: Entry): string {
  return entry.kind === 'unclear' ? entry.text : formatImage(entry.image);
}

/** The target in a word: the image, or the source repository whose image it is. */
export function subjectOf(entry: Entry): string {
  return entry.kind === 'image' && !isFullReference(entry) ? (entry.origin?.name ?? nameOf(entry)) : nameOf(entry);
}

/** True if the image is checked as it is, and gets no tag from a commit. */
export function isFullReference({ image }: Pick<Target, 'image'>): boolean {
  return image.tag !== undefined || image.digest !== undefined;
}

/**
 * Reads the list `image`: repositories, images with a tag or a digest, and files and folders that name some. Each image
 * is listed once, with all the places that name it, in the order of the list.
 * @throws Failure (usage) for an entry that is not a name, and for a file that cannot be read
 */
export async function readEntries(
  given: readonly string[],
  inputs: NamingInputs,
  workflow: Workflow | undefined,
): Promise<readonly Entry[]> {
  for (const entry of given) {
    if (!isRepositoryPath(entry) || !(await isAmbiguous(entry))) continue;
    throw usageFailure(
      `${inputName('image')} ${JSON.stringify(entry)} may be a repository, and is a file or folder here`,
      `Write ./${entry} for the file or folder; for the repository, its name with the registry in front.`,
    );
  }
  const entries = new Map<string, Entry & { readonly where: string[] }>();
  for (const reference of await readReferences(given, 'image')) {
    const entry = readEntry(reference, inputs, workflow);
    const known = entries.get(nameOf(entry)) ?? { ...entry, where: [] };
    if (reference.where !== undefined) known.where.push(reference.where);
    entries.set(nameOf(entry), known);
  }
  return [...entries.values()];
}

function readEntry(reference: GivenReference, inputs: NamingInputs, workflow: Workflow | undefined): Entry {
  const { kind, text, where } = reference;
  if (where === undefined) return { kind: 'image', image: readImage(text, inputs, workflow), where: [] };
  if (kind === 'unresolved') return unclear(text, where, reference.reason);
  if (kind === 'no-tag') return unclear(text, where, 'the file has no tag for it');
  return nameInFile(text, where, inputs);
}

/** In files a name means what it means to Docker, whatever `registry` and `namespace` are. */
function nameInFile(text: string, where: string, inputs: NamingInputs): Entry {
  const home = parseRegistry(inputs.registry);
  try {
    const image = withTag(parseImageName(text, { host: 'docker.io', plainHttp: false }));
    // Only the input decides if a registry takes plain HTTP.
    const registry = image.registry.host === home.host ? home : image.registry;
    return { kind: 'image', image: { ...image, registry }, where: [] };
  } catch (thrown) {
    return unclear(text, where, asFailure(thrown).message);
  }
}

function unclear(text: string, where: string, why: string): Unclear {
  const failure = new Failure('usage', {
    operation: `${where}: the image ${JSON.stringify(text)}`,
    reason: why,
    advice: 'Give the rendered file, or the image itself.',
  });
  return { kind: 'unclear', text, where: [], failure };
}

/**
 * The image of a source repository where no other is named: `registry/namespace/repo`, in lower case.
 * @throws Failure (usage) when a part of it is missing or makes no name.
 */
export function usualImage(inputs: NamingInputs, { owner, name }: SourceRepository): RepositoryName {
  const registry = parseRegistry(inputs.registry);
  const { emptyNamespace } = kindOf(registry);
  const namespace = inputs.namespace ?? (emptyNamespace === 'owner' ? owner?.toLowerCase() : undefined);
  if (namespace === undefined && emptyNamespace !== 'none') {
    throw usageFailure(
      `${inputName('namespace')} is required for images in ${registry.host}`,
      `Give the user or organization that the image is pushed to as ${inputName('namespace')}, or the whole name as ${inputName('image')}.`,
    );
  }
  return repositoryName(registry, namespace === undefined ? name.toLowerCase() : `${namespace}/${name.toLowerCase()}`);
}
