import { Failure } from '../../lib/errors.js';

/**
 * The outcome of a delete. `unsupported`: this registry does not do that, or it is switched off. `locked`: it protects
 * this tag or manifest, which shows nothing about the next. Nothing has changed then.
 */
export type Deletion =
  | { readonly kind: 'deleted' | 'missing' }
  | { readonly kind: 'locked'; readonly failure: Failure }
  | { readonly kind: 'unsupported'; readonly status: number; readonly words: string };

const disabledAdvice =
  'Deleting is switched off, or this image is protected. In the registry of the distribution project (registry:2, ' +
  'registry:3) set storage.delete.enabled: true, or REGISTRY_STORAGE_DELETE_ENABLED=true in its environment, and ' +
  'restart it; elsewhere look for deletion, immutability and protection in the settings of the repository.';

/**
 * True if the registry itself reports that nothing has changed, as far as that goes: an earlier try may have been done,
 * and its answer lost.
 */
export function isRefusal({ kind }: Failure): boolean {
  return ['unsupported', 'authentication', 'denied'].includes(kind);
}

/** The failure of a delete that the registry has refused, with its own message, and the setting that can be changed. */
export function notDeletable(image: string, words: string): Failure {
  return new Failure('unsupported', {
    operation: `Deleting ${image}`,
    reason: `the registry does not support this: ${words}`,
    advice: disabledAdvice,
  });
}
