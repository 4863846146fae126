import { Failure } from '../../lib/errors.js';
import { type Inventory, imageOf } from './inventory.js';

/**
 * Such a tag has no manifest that could be deleted in its place.
 * @param because why the registry would have to delete a manifest
 * @throws Failure (unsupported) naming the first such tag
 */
export function refuseUnserved(inventories: readonly Inventory[], because: string): void {
  for (const inventory of inventories) {
    for (const [tag, { answer }] of inventory.unserved) {
      throw new Failure('unsupported', {
        operation: `Deleting ${imageOf(inventory, tag)}`,
        reason: `${because}, and the manifest of this tag cannot be read: ${answer}; nothing was deleted`,
        advice: 'Push an image to this tag, and delete it then; or have the registry’s operator remove it.',
      });
    }
  }
}

/** Announces what no journal can have. */
export function warnOfUnserved(inventories: readonly Inventory[], dryRun: boolean, warn: (line: string) => void): void {
  for (const inventory of inventories) {
    for (const [tag, { answer }] of inventory.unserved) {
      warn(
        `${imageOf(inventory, tag)} is listed, but cannot be read (${answer}): only its name ${dryRun ? 'would be' : 'is'} deleted, ` +
          'and it is not in the journal',
      );
    }
  }
}

/**
 * The report about such tags if the registry does not find them when it is to delete them; undefined: nothing.
 * @param isMissing whether the delete of this image was answered with 404
 */
export function failureOfListed(
  inventories: readonly Inventory[],
  isMissing: (image: string) => boolean,
): Failure | undefined {
  const images = inventories.flatMap((inventory) =>
    [...inventory.unserved.keys()].map((tag) => imageOf(inventory, tag)),
  );
  const left = images.filter(isMissing);
  if (left.length === 0) return undefined;
  return new Failure('not-found', {
    operation: `Deleting ${left.join(', ')}`,
    reason: 'the registry lists it, but returns 404 for the delete too',
    advice: 'The list may be behind: check it again later. Otherwise only the registry’s operator can remove it.',
  });
}
