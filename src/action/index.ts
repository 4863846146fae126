import * as core from '@actions/core';
import type { AnyCommand } from '../commands/command.js';
import { commandNames, loadCommand, misspelledFor } from '../commands/index.js';
import { runCommand } from '../commands/run.js';
import { readInputs } from '../commands/shared/inputs/read.js';
import { suggest } from '../commands/shared/inputs/suggest.js';
import { asFailure, usageFailure } from '../lib/errors.js';
import { asYaml } from '../lib/input-names.js';
import type { Log, Progress } from '../lib/log.js';
import { watchOutput } from '../lib/standard-streams.js';
import { readWorkflow } from '../lib/workflow.js';
import { createGroups } from '../reports/groups.js';
import { cleanAndRedact, createSecrets, type Secrets, writingInputs } from '../reports/secrets.js';
import { publish, publishFailure } from './report.js';

/**
 * Inputs of every action.yml that are not for people: the command of the sub-directory, and the workflow's
 * own token, which only serves as the default of a token for the workflow's own server.
 */
export const hiddenInputs = { command: 'command', token: 'github-token' } as const;

type Environment = Readonly<Record<string, string | undefined>>;

/** The runner's frontend: inputs from `INPUT_*`; outputs, summary, annotations and masks to the runner. */
export async function runAction(environment: Environment): Promise<void> {
  const secrets = writingInputs(createSecrets(), asYaml);
  const warnings: string[] = [];
  const log = createLog(secrets, warnings);
  watchOutput(process, (failure) => {
    process.exitCode ||= failure.exitCode;
  });
  try {
    const command = await findCommand(environment);
    checkInputNames(command, environment);
    for (const warning of await misspelledFor(command, environment)) log.warn(warning);
    const inputs = await readInputs(
      command.inputs,
      { given: inputOf(environment), frontend: 'action', environment },
      log,
    );
    const token = inputOf(environment)(hiddenInputs.token)?.trim();
    if (token) log.secret(token);
    const workflow = readWorkflow(environment, token);
    const report = await runCommand(command, inputs, {
      log,
      progress: createProgress(log),
      workflow,
      environment,
      redactResult: secrets.redactResult,
    });
    process.exitCode ||= await publish(report, { secrets, log, environment });
  } catch (thrown) {
    process.exitCode = await publishFailure(asFailure(thrown), { secrets, log, environment });
  }
  if (warnings.length > 0) core.warning(warnings.join('\n'), { title: 'Image Gate' });
}

async function findCommand(environment: Environment): Promise<AnyCommand> {
  const name = inputOf(environment)(hiddenInputs.command) ?? '';
  const command = await loadCommand(name);
  if (command !== undefined && command.frontend !== 'cli') return command;
  throw usageFailure(
    `command is ${JSON.stringify(name)}, which is ${command === undefined ? `not one of ${commandNames.join(', ')}` : 'on the command line only'}`,
  );
}

/** The runner's own rule: `INPUT_`, upper case, blanks as underscores, everything else as it is. */
function inputOf(environment: Environment): (name: string) => string | undefined {
  return (name) => environment[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`];
}

/** The runner only warns of an input that does not exist; here a misspelt name could leave a gate open. */
function checkInputNames(command: AnyCommand, environment: Environment): void {
  const known = Object.keys(command.inputs);
  const allowed = new Set([...known, ...Object.values(hiddenInputs)].map((name) => `INPUT_${name.toUpperCase()}`));
  const unknown = Object.keys(environment).find(
    (key) => key.startsWith('INPUT_') && !allowed.has(key) && environment[key]?.trim(),
  );
  if (unknown === undefined) return;
  const name = unknown.slice('INPUT_'.length).toLowerCase();
  const near = suggest(name, known);
  throw usageFailure(
    `unknown input ${JSON.stringify(name)}`,
    near === undefined ? `The inputs are ${known.join(', ')}.` : `Did you mean ${near}?`,
  );
}

function createLog(secrets: Secrets, warnings: string[]): Log {
  const clean = (line: string) => cleanAndRedact(line, secrets);
  return {
    info: (line) => core.info(clean(line)),
    notice: (line) => core.info(clean(line)),
    // The runner shows these only with debug logging on; one comes with each request.
    detail: (line) => core.isDebug() && core.debug(clean(line)),
    verbose: core.isDebug(),
    warn(line) {
      const text = clean(line);
      if (warnings.includes(text)) return;
      warnings.push(text);
      core.info(`Warning: ${text}`);
    },
    group: createGroups({
      open: (title) => core.startGroup(clean(title)),
      line: (text) => core.info(clean(text)),
      close: core.endGroup,
    }),
    secret(value) {
      for (const form of secrets.add(value)) core.setSecret(form);
    },
  };
}

/** A log has no place for a bar: a line for each step of the work. */
function createProgress(log: Log): Progress {
  return { pause: 5000, update: (line) => log.info(line), end: () => undefined };
}
