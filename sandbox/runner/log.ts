import { parseCommand, type WorkflowCommand } from './commands.js';

export interface Annotation {
  readonly kind: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly title?: string;
}

export interface ReadLog {
  /** The log as GitHub shows it: groups as `▸ name`, annotations as `Error: …`, secrets as `***`, no debug lines. */
  readonly log: string;
  readonly annotations: readonly Annotation[];
  readonly masks: readonly string[];
  /** Every command in the output, in order. */
  readonly commands: readonly WorkflowCommand[];
}

/** The commands that the runner refuses since 2023; using one is reported as a mistake. */
const OBSOLETE = new Set(['set-output', 'save-state', 'set-env', 'add-path']);

/** Reads the output of a step as the runner does. `secrets` are masked from the start. */
export function readLog(output: string, secrets: readonly string[]): ReadLog {
  const masks = new Set(secrets.filter((secret) => secret !== ''));
  const seen: string[] = [];
  const annotations: Annotation[] = [];
  const commands: WorkflowCommand[] = [];
  let resumeWith: string | undefined;

  for (const line of output.replace(/\n$/, '').split(/\r?\n/)) {
    if (resumeWith !== undefined) {
      if (line.trim() === `::${resumeWith}::`) resumeWith = undefined;
      else seen.push(masked(line, masks));
      continue;
    }
    const command = parseCommand(line);
    if (command === undefined) {
      seen.push(masked(line, masks));
      continue;
    }
    commands.push(command);
    const { name, message, properties } = command;
    if (name === 'error' || name === 'warning' || name === 'notice') {
      const title = properties.title;
      annotations.push({ kind: name, message, ...(title !== undefined && { title }) });
      seen.push(masked(`${name[0]?.toUpperCase()}${name.slice(1)}: ${message}`, masks));
    } else if (name === 'group') {
      seen.push(masked(`▸ ${message}`, masks));
    } else if (name === 'add-mask') {
      for (const part of [message, ...message.split(/\r?\n/)]) if (part.trim() !== '') masks.add(part);
    } else if (name === 'stop-commands') {
      resumeWith = message;
    } else if (OBSOLETE.has(name)) {
      annotations.push({ kind: 'error', message: `The \`${name}\` command is obsolete: use the environment files` });
    }
  }
  return { log: seen.join('\n'), annotations, masks: [...masks], commands };
}

/** Longer secrets first, so that none is left in part because it contains another. */
function masked(line: string, masks: ReadonlySet<string>): string {
  return [...masks]
    .sort((one, other) => other.length - one.length)
    .reduce((text, mask) => text.replaceAll(mask, '***'), line);
}
