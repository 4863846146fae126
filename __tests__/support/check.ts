import type { CheckInputs } from '../../src/commands/check/inputs.js';
import { checkInputs } from '../../src/commands/check/inputs.js';
import { readInputs } from '../../src/commands/read-inputs.js';
import type { Workflow } from '../../src/workflow.js';
import { recordedLog } from './logs.js';

/** The inputs of a check, from the texts that are given; all others have their defaults. */
export function inputsOf(given: Readonly<Record<string, string>>): CheckInputs {
  const reader = {
    given: (name: string) => given[name],
    label: (name: string) => name,
    face: 'action' as const,
    environment: {},
  };
  return readInputs<CheckInputs>(checkInputs, reader, recordedLog());
}

export const headCommit = '660cbcf00112233445566778899aabbccddeeff0';

/** A workflow of `Acme/App` on its branch main. */
export function workflowOf(more: Partial<Workflow> = {}): Workflow {
  return {
    repository: 'Acme/App',
    commit: () => headCommit,
    ref: 'refs/heads/main',
    refName: 'main',
    apiUrl: 'https://api.github.com',
    token: 'workflow-token',
    ...more,
  };
}
