import type { AnyCommand } from '../commands/command.js';
import { commandNames, loadCommand, loadCommands, misspelledFor } from '../commands/index.js';
import { runCommand } from '../commands/run.js';
import { readInputs } from '../commands/shared/inputs/read.js';
import { suggest } from '../commands/shared/inputs/suggest.js';
import { asFailure, type Failure, usageFailure } from '../lib/errors.js';
import { asFlag } from '../lib/input-names.js';
import { version } from '../lib/project.js';
import { watchOutput } from '../lib/standard-streams.js';
import { readWorkflow } from '../lib/workflow.js';
import { failureObject } from '../reports/failure.js';
import { createSecrets, type Secrets, writingInputs } from '../reports/secrets.js';
import { type CommandLine, commonFlags, flagsOf, readArguments } from './arguments.js';
import { completionWords } from './completion/name.js';
import { confirm } from './confirmation.js';
import { wantsJson } from './format.js';
import { commandHelp, programHelp } from './help.js';
import { createLog, createProgress, type Output, printFailures, printJson } from './output.js';
import { formatOf, printReport } from './report.js';
import { readSecrets } from './secrets.js';

/** The parts of `process` that the command line uses. */
export interface Terminal extends Output {
  readonly stdin: NodeJS.ReadStream;
  exitCode?: number | string | null | undefined;
}

/** Longer lines of text are hard to read. */
const widest = 100;

/** The terminal's frontend: flags in; a table or JSON on standard output, everything else on standard error, an exit code. */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<void> {
  const secrets = writingInputs(createSecrets(), asFlag);
  const json = wantsJson(args);
  let unwritten: Failure | undefined;
  watchOutput(terminal, (failure) => {
    unwritten = failure;
    terminal.exitCode = failure.exitCode;
  });
  try {
    const exitCode = await runLine(args, terminal, secrets);
    terminal.exitCode = unwritten?.exitCode ?? exitCode;
  } catch (thrown) {
    const failure = asFailure(thrown);
    printFailures([failure], secrets, terminal);
    if (json) printJson(failureObject(failure), secrets, terminal);
    terminal.exitCode = failure.exitCode;
  }
}

async function runLine(args: readonly string[], terminal: Terminal, secrets: Secrets): Promise<number> {
  const width = Math.min(terminal.stdout.columns || widest, widest);
  const help = async () => programHelp([...(await loadCommands()), completionProgram], commonFlags, width);
  const say = (text: string): 0 => {
    terminal.stdout.write(`${text}\n`);
    return 0;
  };
  const [name, ...rest] = args;
  if (name === undefined) {
    terminal.stderr.write(`${await help()}\n`);
    return 64;
  }
  if (name === '--version') return say(version);
  const wanted = name === 'help' ? rest[0] : undefined;
  if (wanted !== undefined) return runLine([wanted, '--help'], terminal, secrets);
  if (name === '--help' || name === '-h' || name === 'help') return say(await help());
  if (name === completionWords.name) return say(await completion(rest));
  const command = await findCommand(name);
  const line = readArguments(rest, command);
  if (line.flags.has('help')) return say(commandHelp(command, flagsOf(command), width));
  if (line.flags.has('version')) return say(version);
  return runOne(command, line, terminal, secrets);
}

/** In --help it is one of the commands. */
const completionProgram = { name: completionWords.name, summary: `${completionWords.help}.` };

/** Loaded here: a shell requests it once. */
async function completion(args: readonly string[]): Promise<string> {
  const { commandWords, completionHelp, completionScript } = await import('./completion/index.js');
  if (args.includes('--help') || args.includes('-h')) return completionHelp;
  return completionScript(
    args,
    (await loadCommands()).map((command) => commandWords(command, flagsOf(command))),
  );
}

async function findCommand(name: string): Promise<AnyCommand> {
  const names = [...commandNames, completionWords.name];
  const command = await loadCommand(name);
  if (command !== undefined) return command;
  const near = /^(?:version|-V)$/.test(name) ? '--version' : suggest(name, names);
  const others = near === undefined ? `The commands are ${names.join(', ')}.` : `Did you mean ${near}?`;
  const advice =
    near === undefined && name.startsWith('-') ? 'Flags go after the command: image-gate COMMAND --json.' : others;
  throw usageFailure(`unknown command ${JSON.stringify(name)}`, advice);
}

async function runOne(command: AnyCommand, line: CommandLine, terminal: Terminal, secrets: Secrets): Promise<number> {
  const { flags } = line;
  const progress = createProgress(line, terminal, secrets);
  const log = createLog(line, terminal, secrets, progress);
  const environment = terminal.env;
  for (const warning of await misspelledFor(command, environment)) log.warn(warning);
  const given = await readSecrets(command, line.given, terminal.stdin, log);
  const reader = {
    given: (name: string) => given.get(name),
    frontend: 'cli' as const,
    environment,
  };
  const inputs = await readInputs(command.inputs, reader, log);
  const token = environment.GITHUB_TOKEN || environment.GH_TOKEN;
  if (token) log.secret(token);
  const workflow = readWorkflow(environment, token);
  const question = command.destructive?.(inputs, workflow);
  if (question !== undefined && !flags.has('yes')) await confirm(command, secrets.redact(question), terminal);
  const report = await runCommand(command, inputs, {
    log,
    progress,
    workflow,
    environment,
    redactResult: secrets.redactResult,
  });
  printReport(report, { line, format: formatOf(command, inputs, line, terminal) }, secrets, terminal);
  return report.exitCode;
}
