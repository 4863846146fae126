import { type Expression, parseExpression } from './expression-syntax.js';

/** The contexts of an expression: `github`, `runner`, `steps`, … */
export type Contexts = Readonly<Record<string, unknown>>;
/** The functions of an expression beside those that every expression has: `success`, `always`, … */
export type Functions = Readonly<Record<string, (...given: unknown[]) => unknown>>;

/** `}}` in a text of the expression does not end it. */
const EXPRESSION = /\$\{\{((?:'(?:[^']|'')*'|[^'])*?)\}\}/g;

/** Fills in `${{ … }}`. A value that does not exist is empty, as on GitHub. @throws Error for what GitHub refuses */
export function interpolate(text: string, contexts: Contexts, functions?: Functions): string {
  return text.replace(EXPRESSION, (_all, expression: string) => textOf(evaluate(expression, contexts, functions)));
}

/** The value of `text`, which may be one expression, or have some in it. */
export function valueIn(text: string, contexts: Contexts, functions?: Functions): unknown {
  const [found] = text.trim().match(EXPRESSION) ?? [];
  const whole = found === text.trim() ? found.slice(3, -2) : undefined;
  return whole === undefined ? interpolate(text, contexts, functions) : evaluate(whole, contexts, functions);
}

/** The value of an expression, as https://docs.github.com/actions/reference/workflows-and-actions/expressions has it. */
export function evaluate(expression: string, contexts: Contexts, functions: Functions = {}): unknown {
  const all: Functions = { ...COMMON, ...functions };
  const visit = (node: Expression): unknown => {
    switch (node.kind) {
      case 'literal':
        return node.value;
      case 'context':
        if (!Object.hasOwn(contexts, node.name)) throw new Error(`unrecognized named-value: ${node.name}`);
        return contexts[node.name];
      case 'index':
        return member(visit(node.of), visit(node.by));
      case 'call': {
        const call = all[node.name];
        if (call === undefined) throw new Error(`unrecognized function: ${node.name}`);
        return call(...node.given.map(visit));
      }
      case 'not':
        return !isTruthy(visit(node.of));
      case 'binary': {
        const left = visit(node.left);
        if (node.operator === '&&') return isTruthy(left) ? visit(node.right) : left;
        if (node.operator === '||') return isTruthy(left) ? left : visit(node.right);
        return compare(node.operator, left, visit(node.right));
      }
    }
  };
  return visit(parseExpression(expression));
}

/** The empty text, 0, NaN, null and false are false; all else is true. */
export function isTruthy(value: unknown): boolean {
  return Boolean(value);
}

const COMMON: Functions = {
  fromJSON: (text) => JSON.parse(textOf(text)),
  toJSON: (value) => JSON.stringify(value ?? null, null, 2),
  format: (text, ...values) =>
    textOf(text).replace(/\{\{|\}\}|\{(\d+)\}/g, (found, at: string | undefined) =>
      at === undefined ? found.slice(0, 1) : textOf(values[Number(at)]),
    ),
  contains: (whole, part) =>
    Array.isArray(whole)
      ? whole.some((one) => compare('==', one, part))
      : lower(textOf(whole)).includes(lower(textOf(part))),
  startsWith: (whole, part) => lower(textOf(whole)).startsWith(lower(textOf(part))),
  endsWith: (whole, part) => lower(textOf(whole)).endsWith(lower(textOf(part))),
  join: (list, separator = ',') => (Array.isArray(list) ? list.map(textOf).join(textOf(separator)) : textOf(list)),
};

function member(of: unknown, by: unknown): unknown {
  if (!isObject(of)) return null;
  const name = Object.keys(of).find((key) => lower(key) === lower(textOf(by)));
  return name === undefined ? null : Reflect.get(of, name);
}

/** Values of two kinds are compared as numbers, texts without regard to case. */
function compare(operator: string, left: unknown, right: unknown): boolean {
  const [one, other] = comparable(left, right);
  if (operator === '==') return one === other;
  if (operator === '!=') return one !== other;
  if (typeof one === 'object' || typeof other === 'object') return false;
  if (operator === '<') return one < other;
  if (operator === '<=') return one <= other;
  return operator === '>' ? one > other : one >= other;
}

function comparable(left: unknown, right: unknown): readonly [string | number | object, string | number | object] {
  if (typeof left === 'string' && typeof right === 'string') return [lower(left), lower(right)];
  if (isObject(left) && isObject(right)) return [left, right];
  return [numberOf(left), numberOf(right)];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function numberOf(value: unknown): number {
  return isObject(value) ? Number.NaN : Number(value ?? 0);
}

/** A value as it is put into a text. */
export function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return 'Array';
  return typeof value === 'object' ? 'Object' : String(value);
}

function lower(text: string): string {
  return text.toLowerCase();
}
