/** A workflow command that the runner would act on. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** The commands that actions/runner knows; other words between colons are just text to it. */
const KNOWN = new Set([
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'internal-set-repo-path',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
]);

/**
 * The command in a line of output, if any. `::name key=value,…::message` must begin the line (white space
 * aside); the older `##[name key=value;…]message` counts at any position, which makes it dangerous.
 */
export function parseCommand(line: string): WorkflowCommand | undefined {
  const current = /^\s*::([^\s:]+)(?:\s+(.*?))?\s*::(.*)$/s.exec(line);
  if (current !== null && KNOWN.has(current[1] ?? '')) return command(current, ',', PROPERTY, DATA);
  const old = /##\[([^\s\]]+)(?:\s+([^\]]*))?\](.*)$/s.exec(line);
  if (old !== null && KNOWN.has(old[1] ?? '')) return command(old, ';', OLD, OLD);
  return undefined;
}

interface Escapes {
  readonly [escaped: string]: string;
}

const DATA: Escapes = { '%0D': '\r', '%0A': '\n', '%25': '%' };
const PROPERTY: Escapes = { ...DATA, '%3A': ':', '%2C': ',' };
const OLD: Escapes = { ...DATA, '%3B': ';', '%5D': ']' };

function command(match: RegExpExecArray, separator: string, inProperty: Escapes, inMessage: Escapes): WorkflowCommand {
  const [, name = '', list = '', message = ''] = match;
  const properties: Record<string, string> = {};
  for (const pair of list.split(separator)) {
    const equals = pair.indexOf('=');
    if (equals > 0) properties[pair.slice(0, equals).trim()] = decoded(pair.slice(equals + 1), inProperty);
  }
  return { name, properties, message: decoded(message, inMessage) };
}

function decoded(text: string, escapes: Escapes): string {
  return text.replace(/%[0-9A-F]{2}/g, (escaped) => escapes[escaped] ?? escaped);
}
