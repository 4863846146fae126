import type { Failure, FailureKind } from '../lib/errors.js';
import { code, type Markdown, markdown, plain } from './markdown.js';

/** The kinds of failure as the title of an annotation. */
export const failureTitles: Record<FailureKind, string> = {
  usage: 'wrong usage',
  authentication: 'authentication failed',
  'not-found': 'not found',
  denied: 'permission denied',
  server: 'the server failed',
  network: 'the network failed',
  timeout: 'timeout',
  unsupported: 'not supported',
  build: 'the build failed',
  condition: 'refused',
  cancelled: 'cancelled',
};

/**
 * The errors and the next steps, as lines: equal ones once, and an advice after all errors that it is for.
 * @param label the prefix of each message: `Error: `
 */
export function explainFailures(failures: readonly Failure[], label = ''): readonly string[] {
  const advices = [...new Set(failures.map(({ advice }) => advice))];
  return advices.flatMap((advice) => {
    const messages = failures.filter((failure) => failure.advice === advice).map(({ message }) => `${label}${message}`);
    return [...new Set(messages), ...(advice === undefined ? [] : [`What to do: ${advice}`])];
  });
}

/** The same in JSON. */
export function failureObject({ message, exitCode }: Failure): Record<string, unknown> {
  return { status: 'error', error: message, exitCode };
}

/** The most that are listed; the outputs have all. */
const mostListed = 20;

/** The error, with the request below it. */
function failureText({ operation, reason, message }: Failure): Markdown {
  if (!/^[A-Z]+ https?:\/\//.test(operation)) return plain(message);
  return markdown`${plain(reason)}<br>${code(operation)}`;
}

/** The same for a summary, a point for each; an advice for several in a row follows the last of them. */
export function failureList(failures: readonly Failure[]): Markdown | undefined {
  const different = [...new Map(failures.map((one) => [`${one.message}\n${one.advice}`, one])).values()];
  const shown = different.slice(0, mostListed).map((failure, at, all) => {
    const { advice } = failure;
    return advice === undefined || all[at + 1]?.advice === advice
      ? markdown`- ${failureText(failure)}`
      : markdown`- ${failureText(failure)}<br>**What to do:** ${plain(advice)}`;
  });
  const more = different.length - shown.length;
  const points = more > 0 ? [...shown, markdown`- and ${more} more`] : shown;
  return points.length === 0 ? undefined : (points.join('\n') as Markdown);
}
