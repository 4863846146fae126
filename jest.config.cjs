/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/build', '<rootDir>/dist'],
  // The tests mostly wait: for retries, and for the programs that they start.
  maxWorkers: 3,
  testSequencer: './jest.sequencer.cjs',
  setupFilesAfterEnv: ['<rootDir>/__tests__/support/seed.ts', '<rootDir>/__tests__/support/warm.ts'],
  // A test that hangs ends; how long one takes is for the machine to say.
  testTimeout: 180_000,
};
