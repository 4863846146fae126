import type { Failure } from '../../../lib/errors.js';

/**
 * How the deletion of one tag, or of one manifest by its digest, ended. `moved`: the tag was pushed again, and is another
 * image now; `needed`: something has come to need its image; `locked`: the registry protects it. All were left alone.
 */
export type Removal =
  | { readonly kind: 'deleted' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'moved' | 'needed' | 'locked'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string; readonly failure: Failure };
