/** The same as in package.json (a test compares them): the bundle does not read files beside it. */
export const version = '0.1.0';
