/** The values that are known; a name that is not in it has none. */
export type Variables = ReadonlyMap<string, string>;

export type Expanded =
  | { readonly kind: 'text'; readonly text: string }
  /** The first variable that has neither a value nor a default. */
  | { readonly kind: 'unset'; readonly name: string };

/**
 * The innermost `${NAME}`, `${NAME:-default}`, `${NAME-default}`, `${NAME:+instead}`, `${NAME:?message}`, or `$NAME`.
 */
const variable = /\$\{([a-zA-Z_]\w*)(?:(:?)([-+?])([^${}]*))?\}|\$([a-zA-Z_]\w*)/;

/**
 * Fills in variables as Compose and Dockerfiles have them (both took them from the shell). A pattern for something
 * else, such as `$(params.image)`, is a variable without a value.
 */
export function expandVariables(text: string, variables: Variables): Expanded {
  let rest = text;
  for (let found = variable.exec(rest); found !== null; found = variable.exec(rest)) {
    const [whole, braced, colon, operator, word = '', bare] = found;
    const name = braced ?? bare ?? '';
    const value = variables.get(name);
    const isSet = value !== undefined && (colon !== ':' || value !== '');
    const filled = operator === '-' && !isSet ? word : operator === '+' && isSet ? word : value;
    if (filled === undefined || filled.includes('$')) return { kind: 'unset', name };
    rest = `${rest.slice(0, found.index)}${filled}${rest.slice(found.index + whole.length)}`;
  }
  if (!rest.includes('$')) return { kind: 'text', text: rest };
  return { kind: 'unset', name: rest.slice(rest.indexOf('$')) };
}
