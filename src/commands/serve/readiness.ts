import { formatImage, type ImageName, type RepositoryName } from '../../images/name.js';
import { formatPlatform, type Platform } from '../../images/platform.js';
import { Failure } from '../../lib/errors.js';
import { look } from '../check/look.js';
import type { Context } from '../command.js';
import type { Connection } from '../shared/inputs/registry.js';
import { putLast } from './recent.js';

/** The readiness of an image, as `check` reports it. */
export interface Readiness {
  readonly ready: boolean;
  readonly status: 'ready' | 'not-ready';
  readonly image: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
  readonly pinned: string | undefined;
  readonly reason: string | undefined;
}

/** An image with a tag or a digest. */
export type Wanted = ImageName & ({ readonly tag: string } | { readonly digest: string });

/** The time that an answer is valid, in milliseconds: enough for many clients at the same time. */
export const readyFor = 5000;
const mostKept = 2000;
/** Looks that may be on their way at once. */
const mostAtOnce = 64;

/** Looks at each image once in a few seconds, regardless of the number of clients. @throws Failure on an error */
export function createReadiness(
  connect: (registry: RepositoryName['registry']) => Promise<Connection>,
  { now }: Pick<Context, 'now'>,
): (image: Wanted, platforms: readonly Platform[]) => Promise<Readiness> {
  let running = 0;
  const kept = new Map<string, { readonly until: number; readonly answer: Promise<Readiness> }>();

  async function lookAt(image: Wanted, platforms: readonly Platform[]): Promise<Readiness> {
    const { registry } = await connect(image.registry);
    const { tag, digest: pinned, ...name } = image;
    const verdict = await look(registry.repository(image), pinned ?? tag ?? '', {
      platforms,
      revision: undefined,
      complete: false,
      ageOf: undefined,
      verify: undefined,
    });
    const { ready, digest } = verdict;
    return {
      ready,
      status: ready ? 'ready' : 'not-ready',
      image: formatImage(image),
      tag,
      digest,
      pinned: ready ? formatImage({ ...name, digest: verdict.digest }) : undefined,
      reason: ready ? undefined : verdict.reason,
    };
  }

  return async (image, platforms) => {
    const key = [formatImage(image), ...platforms.map(formatPlatform)].join(' ');
    const known = kept.get(key);
    if (known !== undefined && known.until > now().getTime()) return known.answer;
    if (running >= mostAtOnce) throw busy(formatImage(image));
    running += 1;
    const answer = lookAt(image, platforms).finally(() => {
      running -= 1;
    });
    putLast(kept, mostKept, key, { until: now().getTime() + readyFor, answer });
    return answer;
  };
}

function busy(image: string): Failure {
  return new Failure('network', {
    operation: image,
    reason: `${mostAtOnce} other images are being looked at`,
    advice: 'Try again in a few seconds.',
  });
}
