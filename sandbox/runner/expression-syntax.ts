/** A parsed expression. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: unknown }
  | { readonly kind: 'context'; readonly name: string }
  | { readonly kind: 'index'; readonly of: Expression; readonly by: Expression }
  | { readonly kind: 'call'; readonly name: string; readonly given: readonly Expression[] }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression };

const TOKEN =
  /\s*(?:('(?:[^']|'')*')|(-?(?:0x[0-9a-f]+|\d+(?:\.\d+)?))|([a-z_][\w-]*)|(&&|\|\||[=!<>]=|[!<>().[\],]))/giy;
/** From the loosest to the tightest. */
const OPERATORS: readonly (readonly string[])[] = [['||'], ['&&'], ['==', '!='], ['<', '<=', '>', '>=']];
const CONSTANTS: Readonly<Record<string, unknown>> = { true: true, false: false, null: null };

interface Token {
  readonly kind: 'text' | 'number' | 'name' | 'sign';
  readonly text: string;
}

/** Parses an expression of GitHub Actions, without its `${{ }}`. @throws Error for anything else, object filters (`.*`) too */
export function parseExpression(text: string): Expression {
  const tokens = tokensOf(text);
  let at = 0;
  const next = (): Token => {
    const token = tokens[at];
    if (token === undefined) throw new Error(`the expression ends too early: ${text}`);
    at += 1;
    return token;
  };
  const takes = (...signs: readonly string[]): string | undefined => {
    const token = tokens[at];
    if (token?.kind !== 'sign' || !signs.includes(token.text)) return undefined;
    at += 1;
    return token.text;
  };
  const needs = (sign: string): void => {
    if (takes(sign) === undefined) throw new Error(`expected ${sign}: ${text}`);
  };

  function binary(level: number): Expression {
    const signs = OPERATORS[level];
    if (signs === undefined) return unary();
    let left = binary(level + 1);
    for (let operator = takes(...signs); operator !== undefined; operator = takes(...signs)) {
      left = { kind: 'binary', operator, left, right: binary(level + 1) };
    }
    return left;
  }

  function unary(): Expression {
    return takes('!') === undefined ? indexed() : { kind: 'not', of: unary() };
  }

  function indexed(): Expression {
    let of = primary();
    for (let sign = takes('.', '['); sign !== undefined; sign = takes('.', '[')) {
      if (sign === '.') {
        const { kind, text: name } = next();
        if (kind !== 'name') throw new Error(`expected a name after the dot: ${text}`);
        of = { kind: 'index', of, by: { kind: 'literal', value: name } };
      } else {
        of = { kind: 'index', of, by: binary(0) };
        needs(']');
      }
    }
    return of;
  }

  function primary(): Expression {
    const token = next();
    if (token.kind === 'text') return { kind: 'literal', value: token.text.slice(1, -1).replaceAll("''", "'") };
    if (token.kind === 'number') return { kind: 'literal', value: Number(token.text) };
    if (token.kind === 'name') {
      if (Object.hasOwn(CONSTANTS, token.text)) return { kind: 'literal', value: CONSTANTS[token.text] };
      return takes('(') === undefined
        ? { kind: 'context', name: token.text }
        : { kind: 'call', name: token.text, given: list() };
    }
    if (token.text !== '(') throw new Error(`unexpected ${token.text}: ${text}`);
    const inner = binary(0);
    needs(')');
    return inner;
  }

  /** The arguments of a call, with the bracket that ends them. */
  function list(): readonly Expression[] {
    const given: Expression[] = [];
    if (takes(')') !== undefined) return given;
    do given.push(binary(0));
    while (takes(',') !== undefined);
    needs(')');
    return given;
  }

  const whole = binary(0);
  if (at < tokens.length) throw new Error(`unexpected ${tokens[at]?.text}: ${text}`);
  return whole;
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const start = TOKEN.lastIndex;
    const [, quoted, number, name, sign] = TOKEN.exec(text) ?? [];
    if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
    else throw new Error(`not an expression from ${text.slice(start)} on`);
  }
  return tokens;
}
