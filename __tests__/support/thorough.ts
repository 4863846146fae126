/** `THOROUGH=1`: more cases of the same kinds than `npm test` has; `.ci/run` sets it. */
export const thorough = process.env.THOROUGH === '1';

/** All rows of a table where it is thorough; else those at these places, one of each kind. */
export function sampled<T>(rows: readonly T[], places: readonly number[]): readonly T[] {
  return thorough ? rows : rows.filter((_row, at) => places.includes(at));
}

/** So many runs of a property where it is thorough; else a tenth of them. */
export function numRuns(all: number): number {
  return thorough ? all : Math.ceil(all / 10);
}
