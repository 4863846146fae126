import type { DriverKind } from './driver.js';

/** Quay. */
export const quay: DriverKind = {
  title: 'Quay',
  matches: (host) => host === 'quay.io',
  emptyNamespace: 'none',
  credentialsAdvice: 'A robot account is named namespace+robot.',
  // A scope with `delete` is refused; who may push may delete (PROJQUAY-7599).
  deleteActions: 'pull,push',
  deniedAdvice: 'The repository is private or does not exist, or the robot account has no right to it.',
  capabilities: { deleteTag: 'unknown', deleteManifest: 'unknown' },
};
