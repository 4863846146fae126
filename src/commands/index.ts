import { type AnyCommand, anyCommand } from './command.js';
import { type InputReader, misspelledVariables, unreadVariables } from './shared/inputs/read.js';

/**
 * Every command; the first is the root action. A new one is one file and one line here. Each is loaded when it is
 * needed for: most of a command serves no other, and a process runs one.
 */
const loaders: Readonly<Record<string, () => Promise<AnyCommand>>> = {
  check: async () => anyCommand((await import('./check/index.js')).check),
  copy: async () => anyCommand((await import('./copy/index.js')).copy),
  prune: async () => anyCommand((await import('./prune/index.js')).prune),
  restore: async () => anyCommand((await import('./restore/index.js')).restore),
  delete: async () => anyCommand((await import('./delete/index.js')).deleteImages),
  latest: async () => anyCommand((await import('./latest/index.js')).latest),
  tags: async () => anyCommand((await import('./tags/index.js')).tags),
  repositories: async () => anyCommand((await import('./repositories/index.js')).repositories),
  inspect: async () => anyCommand((await import('./inspect/index.js')).inspect),
  login: async () => anyCommand((await import('./login/index.js')).login),
  repository: async () => anyCommand((await import('./repository/index.js')).repository),
  backup: async () => anyCommand((await import('./backup/index.js')).backup),
  serve: async () => anyCommand((await import('./serve/index.js')).serve),
};

export const commandNames: readonly string[] = Object.keys(loaders);

/** @returns undefined if no command has this name */
export async function loadCommand(name: string): Promise<AnyCommand | undefined> {
  return Object.hasOwn(loaders, name) ? loaders[name]?.() : undefined;
}

/** All of them, in the order of `commandNames`: for help, completion and what is generated. */
export async function loadCommands(): Promise<readonly AnyCommand[]> {
  const commands: AnyCommand[] = [];
  for (const load of Object.values(loaders)) commands.push(await load());
  return commands;
}

/**
 * Warnings of variables that are nearly the name of one that is read. A pipeline sets once what its steps share, so
 * other commands' variables are none; they are loaded only for a variable that this command does not read.
 */
export async function misspelledFor(
  { inputs }: AnyCommand,
  environment: InputReader['environment'],
): Promise<readonly string[]> {
  if (unreadVariables(environment, Object.keys(inputs)).length === 0) return [];
  const commands = await loadCommands();
  return misspelledVariables(
    environment,
    commands.flatMap((command) => Object.keys(command.inputs)),
  );
}
