import { formatImage, type ImageName } from '../../images/name.js';
import { formatSpan } from '../../lib/duration.js';
import { inputName, inputValue } from '../../lib/input-names.js';
import type { ImageReader } from '../../registries/oci/repository.js';
import { formatTime } from '../../reports/quantities.js';
import type { Context } from '../command.js';
import { type DateOf, formatImageDate, type ImageDate } from './image-dates.js';

/** The age of an image, compared with `min-age`. */
export type Age =
  | { readonly kind: 'old'; readonly date: ImageDate | undefined }
  | {
      readonly kind: 'young';
      readonly date: ImageDate;
      /** When it will be old enough. */
      readonly readyAt: Date;
      /** Half a sentence with both dates. */
      readonly reason: string;
    };

/** @throws Failure where the date cannot be read */
export type AgeOf = (image: ImageName, digest: string, repository: ImageReader) => Promise<Age>;

/**
 * @param least milliseconds. An image without a date counts as old enough, with a warning: it would have to wait for
 * ever.
 */
export function createMinAge(least: number, dateOf: DateOf, { log, now }: Pick<Context, 'log' | 'now'>): AgeOf {
  return async (image, digest, repository) => {
    const date = await dateOf(image, digest, repository);
    if (date === undefined) {
      log.warn(
        `${formatImage(image)} has no date, neither of its push nor of its creation: it counts as old enough for ${inputName('min-age')}.`,
      );
      return { kind: 'old', date };
    }
    const readyAt = new Date(date.at.getTime() + least);
    if (readyAt <= now()) return { kind: 'old', date };
    const required = inputValue('min-age', formatSpan(least));
    const reason = `${formatImageDate(date)}, too young for ${required} until ${formatTime(toTheMinute(readyAt))} UTC`;
    return { kind: 'young', date, readyAt, reason };
  };
}

/** The next full minute: at the time that people read, the image is old enough. */
function toTheMinute(time: Date): Date {
  return new Date(Math.ceil(time.getTime() / 60_000) * 60_000);
}
