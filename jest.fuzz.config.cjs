const common = require('./jest.config.cjs');

/** The parsers, with a million inputs: not a part of `npm test`. */
/** @type {import('jest').Config} */
module.exports = { ...common, testMatch: ['<rootDir>/__tests__/fuzz/**/*.fuzz.ts'], testTimeout: 120_000 };
