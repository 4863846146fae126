import { asFailure, Failure } from '../../lib/errors.js';
import type { Descriptor, Manifest } from './manifest.js';
import type { Repository } from './repository.js';

type Reader = Pick<Repository, 'smallBlob'>;

/**
 * The bytes of a config.
 * @returns undefined where the registry has lost it (404): the manifest exists, and names a blob that does not
 * @throws Failure as `smallBlob` for every other answer
 */
export async function findConfig(repository: Reader, config: Descriptor): Promise<Buffer | undefined> {
  try {
    return await repository.smallBlob(config);
  } catch (thrown) {
    // After a redirect to another host, 404 is not an answer of the registry, and no `not-found`.
    if (asFailure(thrown).kind !== 'not-found') throw thrown;
    return undefined;
  }
}

/**
 * The bytes of the config of an image.
 * @throws Failure as `findConfig`, and (server) naming both digests where the registry has lost it
 */
export async function mustReadConfig(
  repository: Reader,
  { descriptor }: Pick<Manifest, 'descriptor'>,
  config: Descriptor,
): Promise<Buffer> {
  const bytes = await findConfig(repository, config);
  if (bytes !== undefined) return bytes;
  throw new Failure('server', {
    operation: `the manifest ${descriptor.digest}`,
    reason: `its config ${config.digest} is missing: the registry returns 404`,
    permanent: true,
    advice: 'The image is damaged: build and push it again.',
  });
}
