import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Internet } from '../internet.js';
import { runAction } from '../runner.js';
import { type Contexts, evaluate, type Functions, isTruthy, textOf, valueIn } from './expressions.js';
import type { Annotation } from './log.js';
import { runProcess } from './process.js';
import { type JobFolders, runStep } from './step.js';
import type { Workflow } from './workflow.js';
import type { CompositeFile, StepFile, Values } from './workflow-file.js';

/** What a step came to. */
export interface StepResult {
  /** Its id, or else what it uses, or the first line that it runs. */
  readonly name: string;
  readonly uses: string | undefined;
  readonly outcome: 'success' | 'failure' | 'skipped';
  readonly outputs: Readonly<Record<string, string>>;
  readonly log: string;
  readonly annotations: readonly Annotation[];
  readonly summary: string;
}

/** What stands in for an action of others: it gets the inputs, and returns what later steps see. @throws Error to fail the step */
export type StandIn = (
  inputs: Readonly<Record<string, string>>,
  place: { readonly folders: JobFolders; readonly internet: Internet; readonly artifacts: Artifacts },
) => Promise<{ readonly outputs?: Readonly<Record<string, string>>; readonly env?: Readonly<Record<string, string>> }>;

/** The artifacts of a workflow run: name → path in the artifact → content. */
export type Artifacts = Map<string, Readonly<Record<string, string>>>;

/** What `uses:` of a step means: the action.yml of an action, or a stand-in for it. */
export type UsedAction = { readonly action: string } | { readonly standIn: StandIn };

/** Where the steps of a job run. */
export interface JobPlace {
  readonly internet: Internet;
  readonly folders: JobFolders;
  readonly workflow: Workflow;
  readonly event: unknown;
  /** The environment of every step. */
  readonly env: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
  readonly artifacts: Artifacts;
  actionOf(uses: string): Promise<UsedAction>;
}

interface StepsResult {
  readonly results: readonly StepResult[];
  readonly failed: boolean;
  /** The contexts with `steps` after the last one. */
  readonly contexts: Contexts;
}

/** Runs steps one after the other, as a runner does. */
export async function runSteps(steps: readonly StepFile[], place: JobPlace, outer: Contexts): Promise<StepsResult> {
  const results: StepResult[] = [];
  let contexts: Contexts = { ...outer, steps: {} };
  let exported = place.env;
  let failed = false;
  for (const step of steps) {
    const status = statusFunctions(failed);
    const env = { ...exported, ...texts({ ...step.env }, { ...contexts, env: exported }, status) };
    const within: Contexts = { ...contexts, env };
    if (!isMet(step.if, within, status)) {
      results.push({ ...nothing, name: nameOf(step), uses: step.uses, outcome: 'skipped' });
      continue;
    }
    const ran = await runOne(step, { ...place, env }, within);
    results.push({ ...ran, name: nameOf(step), uses: step.uses });
    exported = { ...exported, ...ran.exported };
    if (ran.outcome === 'failure' && step['continue-on-error'] !== true) failed = true;
    if (step.id !== undefined) {
      const { outcome, outputs } = ran;
      contexts = { ...contexts, steps: { ...Object(contexts.steps), [step.id]: { outcome, outputs } } };
    }
  }
  return { results, failed, contexts };
}

type Ran = Omit<StepResult, 'name' | 'uses'> & { readonly exported: Readonly<Record<string, string>> };

const nothing = { outcome: 'success' as const, outputs: {}, log: '', annotations: [], summary: '' };

async function runOne(step: StepFile, place: JobPlace, contexts: Contexts): Promise<Ran> {
  if (step.uses === undefined) return runScript(step, place, contexts);
  const used = await place.actionOf(step.uses);
  const inputs = texts({ ...step.with }, contexts);
  if ('standIn' in used) return standIn(used.standIn, inputs, place);
  const file: { runs: { using: string } } = parse(await readFile(used.action, 'utf8'));
  if (file.runs.using === 'composite') return runComposite(file as CompositeFile, inputs, place, contexts);
  const { exitCode, ...ran } = await runAction({ ...place, action: used.action, inputs });
  return { ...ran, outcome: exitCode === 0 ? 'success' : 'failure' };
}

/** `bash -e`, as GitHub runs a script on Linux where no shell is named. */
async function runScript(step: StepFile, place: JobPlace, contexts: Contexts): Promise<Ran> {
  const { exitCode, ...ran } = await runStep(place, async (_workflow, { temporary, workspace }) => {
    const script = join(temporary, 'script.sh');
    await writeFile(script, textOf(valueIn(step.run ?? '', contexts)));
    const folder = join(workspace, step['working-directory'] ?? '.');
    await mkdir(folder, { recursive: true });
    const args = ['-c', 'cd "$1" && exec bash -e "$2"', 'bash', folder, script];
    return {
      env: { ...place.internet.env, ...place.env },
      run: (given) => runProcess({ ...given, program: 'bash', arguments: args }),
    };
  });
  return { ...ran, outcome: exitCode === 0 ? 'success' : 'failure' };
}

async function runComposite(
  file: CompositeFile,
  given: Readonly<Record<string, string>>,
  place: JobPlace,
  contexts: Contexts,
): Promise<Ran> {
  const defaults = Object.entries(file.inputs ?? {}).map(([name, input]) => [name, textOf(input?.default)]);
  const inputs = { ...Object.fromEntries(defaults), ...given };
  const { results, failed, contexts: after } = await runSteps(file.runs.steps, place, { ...contexts, inputs });
  const outputs = Object.entries(file.outputs ?? {}).map(([name, { value }]) => [name, textOf(valueIn(value, after))]);
  return {
    outcome: failed ? 'failure' : 'success',
    outputs: Object.fromEntries(outputs),
    exported: {},
    log: results.map(({ log }) => log).join('\n'),
    annotations: results.flatMap(({ annotations }) => annotations),
    summary: results.map(({ summary }) => summary).join(''),
  };
}

async function standIn(run: StandIn, inputs: Readonly<Record<string, string>>, place: JobPlace): Promise<Ran> {
  try {
    const { outputs = {}, env = {} } = await run(inputs, place);
    return { ...nothing, outputs, exported: env };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ...nothing, outcome: 'failure', exported: {}, log: message, annotations: [{ kind: 'error', message }] };
  }
}

/** Values with their expressions filled in, as texts. */
export function texts(values: Values, contexts: Contexts, functions?: Functions): Record<string, string> {
  const filled = Object.entries(values).map(([name, value]) => [
    name,
    textOf(typeof value === 'string' ? valueIn(value, contexts, functions) : value),
  ]);
  return Object.fromEntries(filled);
}

/** The functions of an `if`. */
export function statusFunctions(failed: boolean): Functions {
  return { success: () => !failed, failure: () => failed, always: () => true, cancelled: () => false };
}

/** A condition that names none of the status functions requires success too. */
export function isMet(condition: string | boolean | undefined, contexts: Contexts, status: Functions): boolean {
  const text = String(condition ?? 'true').replace(/^\s*\$\{\{(.*)\}\}\s*$/s, '$1');
  const named = /\b(?:success|failure|always|cancelled)\s*\(/.test(text);
  return (named || status.success?.() === true) && isTruthy(evaluate(text, contexts, status));
}

function nameOf({ id, uses, run = '' }: StepFile): string {
  return id ?? uses ?? run.split('\n')[0] ?? '';
}
