/** The contexts that a default in an action.yml may use: `github`, `runner`, … */
export type Contexts = Readonly<Record<string, unknown>>;

/**
 * Fills in `${{ … }}`. The sandbox knows paths (`github.event.pull_request.head.sha`), string literals and `||`; what
 * is not there is empty, as on GitHub. Anything else is an error, so that an action.yml cannot quietly use more.
 */
export function interpolate(text: string, contexts: Contexts): string {
  return text.replace(/\$\{\{(.*?)\}\}/gs, (_all, expression: string) => {
    for (const operand of expression.split('||')) {
      const value = evaluate(operand.trim(), contexts);
      if (value !== '') return value;
    }
    return '';
  });
}

function evaluate(operand: string, contexts: Contexts): string {
  const literal = /^'((?:[^']|'')*)'$/.exec(operand);
  if (literal !== null) return (literal[1] ?? '').replaceAll("''", "'");
  if (!/^[a-z_][\w-]*(?:\.[a-z_][\w-]*)*$/i.test(operand)) {
    throw new Error(`the sandbox does not evaluate the expression ${operand}`);
  }
  let value: unknown = contexts;
  for (const name of operand.split('.')) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  }
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
