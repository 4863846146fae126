/** `THOROUGH=1`: more cases of the same kinds than `npm test` has; `.ci/run` sets it. */
export const thorough = process.env.THOROUGH === '1';
