import type { CheckInputs } from '../../src/commands/check/inputs.js';
import { checkInputs } from '../../src/commands/check/inputs.js';
import type { Context } from '../../src/commands/command.js';
import type { Input } from '../../src/commands/shared/inputs/types.js';
import type { Workflow } from '../../src/lib/workflow.js';
import { fakeHttp } from './http.js';
import { recordedLog, recordedProgress } from './logs.js';
import { fakeExecute } from './processes.js';

/** The inputs of a check, from the texts that are given; all others have their defaults. */
export function inputsOf(given: Readonly<Record<string, string>>): CheckInputs {
  const texts = new Map(Object.entries(given).filter(([, text]) => text !== ''));
  const values = Object.entries<Input<unknown>>(checkInputs).map(([name, input]) => {
    const text = texts.get(name) ?? input.fallback;
    if (input.infer !== undefined) return [name, input.infer(texts)];
    return [name, text === undefined ? input.absent : input.read(text, name)];
  });
  return Object.fromEntries(values);
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

/** What a check may know of the world: this workflow, and no git clone. */
export function contextOf(workflow: Workflow | undefined, more: Partial<Context> = {}): Context {
  return {
    http: fakeHttp(() => {
      throw new Error('nobody is asked');
    }),
    log: recordedLog(),
    progress: recordedProgress(),
    signal: new AbortController().signal,
    now: () => new Date(0),
    workflow,
    execute: fakeExecute({ exitCode: 128, stderr: 'fatal: not a git repository' }).execute,
    onStop: () => () => undefined,
    redactResult: (text) => text,
    deadline: new Date(8.64e15),
    environment: workflow === undefined ? {} : { GITHUB_API_URL: workflow.apiUrl },
    ...more,
  };
}
