/** A job's outputs as its callers get them. */
export interface JobOutputs {
  readonly outputs: Readonly<Record<string, string>>;
  readonly warnings: readonly string[];
}

/**
 * The runner drops every output of a job in which the value of one of its secrets occurs
 * (https://docs.github.com/actions/how-tos/reuse-automations/reuse-workflows, actions/runner `JobRunner`).
 */
export function jobOutputs(outputs: Readonly<Record<string, string>>, secrets: readonly string[]): JobOutputs {
  const values = secrets.filter((secret) => secret !== '');
  const drops = ([, value]: readonly [string, string]) => values.some((secret) => value.includes(secret));
  const entries = Object.entries(outputs);
  return {
    outputs: Object.fromEntries(entries.filter((entry) => !drops(entry))),
    warnings: entries.filter(drops).map(([name]) => `Skip output '${name}' since it may contain secret.`),
  };
}
