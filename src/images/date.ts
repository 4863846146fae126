/** Container registries began in 2013: an older date (the epoch, 1980) only says that the build is reproducible. */
const firstDate = Date.UTC(2013, 0, 1);

/** The date, where it can be true. */
export function plausibleDate(date: Date | undefined): Date | undefined {
  return date === undefined || Number.isNaN(date.getTime()) || date.getTime() < firstDate ? undefined : date;
}
