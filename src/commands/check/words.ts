import { existsSync } from 'node:fs';
import { isRepositoryPath, registryIn } from '../../images/name.js';
import { usageFailure } from '../../lib/errors.js';
import { isRemote } from '../../sources/remote.js';
import type { Word } from '../command.js';
import { splitList } from '../shared/inputs/types.js';

/**
 * `check IMAGE|FILE…` or `check REPO [REF]`. The first word decides: it is an image when it has a tag, a digest or a
 * registry in front, or is a file or folder; else it is a source repository.
 * @throws Failure (usage) for a name that may be both, for images and repositories together, and for a third word
 */
export function arrangeWords(words: readonly string[]): readonly Word[] {
  const [first, second] = words;
  if (first === undefined) return [];
  if (!namesImage(first)) return asRepository(words, first, second);
  const other = words.find((word) => !namesImage(word));
  if (other === undefined) return words.map((text) => ({ input: 'image', text }));
  throw usageFailure(
    `${JSON.stringify(first)} is an image or a file, and ${JSON.stringify(other)} is neither`,
    `Give images with a tag or a digest, files and folders; or a source repository with its ref: image-gate check REPO REF. Give an image repository as --image.`,
  );
}

function asRepository(words: readonly string[], repo: string, ref: string | undefined): readonly Word[] {
  const image = words.slice(1).find((word) => isReference(word));
  if (image !== undefined) {
    throw usageFailure(
      `${JSON.stringify(repo)} is a source repository, and ${JSON.stringify(image)} an image`,
      `Give the tag of each image: ${repo}:TAG ${image}.`,
    );
  }
  const extra = words[2];
  if (extra !== undefined) {
    throw usageFailure(
      `unexpected argument ${JSON.stringify(extra)}`,
      'Write image-gate check REPO REF; separate several repositories with commas.',
    );
  }
  return [{ input: 'repo', text: repo }, ...(ref === undefined ? [] : [{ input: 'ref', text: ref }])];
}

/** @throws Failure (usage) for a list of both, and when the word may also be a source repository */
function namesImage(words: string): boolean {
  const parts = splitList(words);
  const images = parts.filter(isImage);
  if (images.length === 0 || images.length === parts.length) return images.length > 0;
  throw usageFailure(
    `${JSON.stringify(words)} mixes images and source repositories`,
    'Give images with a tag or a digest, files and folders; or source repositories: image-gate check REPO,REPO REF.',
  );
}

function isImage(word: string): boolean {
  if (isRemote(word)) return false;
  if (isReference(word) || registryIn(word) !== undefined || isPath(word)) return true;
  if (!existsSync(word)) return false;
  if (!isRepositoryPath(word.toLowerCase()) || /^(?:dockerfile|containerfile)/i.test(word)) return true;
  throw usageFailure(
    `${JSON.stringify(word)} may be a source repository, and is a file or folder here`,
    `Write ./${word} for the file or folder, and --repo ${word} for the repository.`,
  );
}

/** With a tag or a digest. */
function isReference(word: string): boolean {
  return !isRemote(word) && /[@:]/.test(word.slice(word.lastIndexOf('/') + 1));
}

/** Looks like a file or folder, and like nothing else. */
function isPath(word: string): boolean {
  return /^\.{0,2}[\\/]|^\.{1,2}$|[\\/]$|\.(?:ya?ml|json|txt)$/i.test(word);
}
