/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/build', '<rootDir>/dist'],
  // The tests start processes of their own and look at the clock: in CI they have the machine to themselves.
  maxWorkers: process.env.CI ? 1 : '100%',
  setupFilesAfterEnv: ['<rootDir>/__tests__/support/seed.ts'],
  testTimeout: 30_000,
};
