import { formatImage, type RepositoryName } from '../../../images/name.js';
import { cleanLine } from '../../../lib/clean-line.js';
import { Failure } from '../../../lib/errors.js';
import { isObject, textOf } from '../../../lib/json.js';
import type { Deletion } from '../../oci/deletion.js';
import type { EcrApi } from './api.js';

/** An image to delete: a tag, or a manifest with all its tags. */
export type ImageId = { readonly imageTag: string } | { readonly imageDigest: string };

/**
 * Deletes one image by BatchDeleteImage, whose answer is 200 also where it deleted nothing.
 * @param input what names the repository
 * @returns `locked` for what an index lists
 * @throws Failure: server for an answer without a result for the image,
 * and for what AWS could not do
 */
export async function deleteImage(
  api: EcrApi,
  name: RepositoryName,
  input: Readonly<Record<string, string>>,
  id: ImageId,
): Promise<Deletion> {
  const answer = await api.call('BatchDeleteImage', { ...input, imageIds: [id] });
  const { failures = [], imageIds = [] } = answer ?? {};
  const image = formatImage('imageTag' in id ? { ...name, tag: id.imageTag } : { ...name, digest: id.imageDigest });
  const operation = `BatchDeleteImage of ${image}`;
  if (!Array.isArray(failures) || failures.length > 0) return outcomeOf([failures].flat()[0], operation);
  const isNamed = (one: unknown) => isObject(one) && Object.entries(id).every(([key, value]) => one[key] === value);
  if (Array.isArray(imageIds) && imageIds.some(isNamed)) return { kind: 'deleted' };
  throw new Failure('server', {
    operation,
    reason: '200, and it is neither among the deleted images nor among the failures',
    advice: 'Look at what is in the repository, and try again.',
  });
}

/** @throws Failure for every reason except that the image does not exist */
function outcomeOf(failure: unknown, operation: string): Deletion {
  const { failureCode, failureReason } = isObject(failure) ? failure : {};
  const code = cleanLine(textOf(failureCode) ?? 'a failure without a code', 80);
  if (code === 'ImageNotFound') return { kind: 'missing' };
  const words = textOf(failureReason);
  const reason = words === undefined ? code : `${code}: “${cleanLine(words)}”`;
  if (code === 'ImageReferencedByManifestList') {
    const advice = 'An index lists this image: delete the index first, or leave both.';
    return { kind: 'locked', failure: new Failure('unsupported', { operation, reason, advice }) };
  }
  throw new Failure(code === 'UpstreamAccessDenied' ? 'denied' : 'server', {
    operation,
    reason,
    advice: 'The documentation of BatchDeleteImage explains the code (ImageFailure).',
  });
}
