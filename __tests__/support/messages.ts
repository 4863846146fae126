import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseSync } from '@swc/core';

/** A node of a syntax tree, as the parser gives it. */
interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

interface File {
  readonly path: string;
  readonly tree: Node;
}

/** The functions around a node, the innermost first. */
type Around = readonly Node[];

const functions = new Set(['FunctionDeclaration', 'ArrowFunctionExpression', 'FunctionExpression', 'MethodProperty']);

/**
 * Every message of a failure in the source, by the file that says it; what varies is an ellipsis. A text that is handed to
 * a function which makes a failure of it counts where it is handed over.
 */
export function messagesIn(folder: string): ReadonlyMap<string, readonly string[]> {
  const files = filesIn(folder);
  return new Map(files.map((file) => [file.path, [...new Set(messagesOf(file, files))]]));
}

function filesIn(folder: string): readonly File[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name): File => {
      const path = join(folder, name);
      return { path, tree: parseSync(readFileSync(path, 'utf8'), { syntax: 'typescript' }) as unknown as Node };
    });
}

/**
 * Every text of several words in the source but help, by the file that has it; what varies is an ellipsis. Regular
 * expressions and single words, such as keys, are none.
 */
export function textsIn(folder: string): ReadonlyMap<string, readonly string[]> {
  return new Map(filesIn(folder).map(({ path, tree }) => [path, wordsIn(tree).filter((text) => /\s/.test(text))]));
}

const help = new Set(['help', 'fallbackHelp', 'placeholder', 'summary', 'examples', 'outputs', 'usage']);

function wordsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Node;
  if (node.type === 'ImportDeclaration' || (node.type === 'KeyValueProperty' && help.has(nameOf(node.key)))) return [];
  const own = node.type === 'StringLiteral' ? [String(node.value)] : [];
  const template = node.type === 'TemplateLiteral' ? (node.quasis as readonly Node[]).map(({ cooked }) => cooked) : [];
  const inner = Object.values(node).flatMap(wordsIn);
  return [...own, ...(template.length === 0 ? [] : [template.join('…')]), ...inner];
}

/** The inputs that messages name, by `inputName` and `inputValue` with a literal name. */
export function inputsNamedIn(folder: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { tree } of filesIn(folder)) {
    walk(tree, [], (node) => {
      if (node.type !== 'CallExpression' || !/^input(?:Name|Value)$/.test(nameOf(node.callee))) return;
      const name = argument(node, 0);
      if (name?.type === 'StringLiteral') names.add(nameOf(name));
    });
  }
  return names;
}

function messagesOf(file: File, files: readonly File[]): readonly string[] {
  const found: string[] = [];
  walk(file.tree, [], (node, around) => {
    const said = saidBy(node, around);
    if (said !== undefined) found.push(...textsOf(said, around, file, files));
  });
  return found.filter((text) => /\p{L}/u.test(text));
}

/** The expression that is a message, where this node makes one. */
function saidBy(node: Node, around: Around): Node | undefined {
  if (node.type === 'CallExpression' && nameOf(node.callee) === 'usageFailure') return argument(node, 0);
  if (node.type === 'NewExpression' && nameOf(node.callee) === 'Failure') return property(argument(node, 1), 'reason');
  const [within] = around;
  if (node.type === 'ReturnStatement' && /^(?:refusalReason|refusalOf)/.test(nameOf(within?.identifier))) {
    return node.argument as Node | undefined;
  }
  // The words of a network's fault, which become a failure elsewhere.
  return node.type === 'ObjectExpression' && property(node, 'permanent') !== undefined
    ? property(node, 'words')
    : undefined;
}

/** @param seen the parameters that have been followed to get here: a function may hand its own on to itself */
function textsOf(
  node: Node | undefined,
  around: Around,
  file: File,
  files: readonly File[],
  seen: readonly string[] = [],
): readonly string[] {
  const again = (one: unknown) => textsOf(one as Node | undefined, around, file, files, seen);
  switch (node?.type) {
    case 'StringLiteral':
      return [String(node.value)];
    case 'TemplateLiteral': {
      const gaps = (node.expressions as readonly Node[]).map((one) => inputIn(one) ?? '…');
      const text = (node.quasis as readonly Node[]).map(({ cooked }, at) => `${cooked}${gaps[at] ?? ''}`).join('');
      const inner = (node.expressions as readonly Node[]).filter((one) => parameterAt(one, around) !== undefined);
      return [text, ...inner.flatMap(again)];
    }
    case 'ConditionalExpression':
      return [...again(node.consequent), ...again(node.alternate)];
    case 'ParenthesisExpression':
      return again(node.expression);
    case 'BinaryExpression':
      return node.operator === '+'
        ? again(node.left).flatMap((left) => again(node.right).map((right) => left + right))
        : [...again(node.left), ...again(node.right)];
    case 'Identifier':
      return fromElsewhere(node, around, file, files, seen);
    default:
      return [];
  }
}

/** The input that an expression names, as in a workflow: `registry`, `max-delete: 50`. */
function inputIn(node: Node): string | undefined {
  if (nameOf(node) === 'usernameAndPassword') return 'username and password';
  if (node.type !== 'CallExpression' || !/^input(?:Name|Value)$/.test(nameOf(node.callee))) return undefined;
  const [name, value] = [argument(node, 0), argument(node, 1)];
  if (name?.type !== 'StringLiteral') return undefined;
  return value === undefined ? nameOf(name) : `${nameOf(name)}: ${/Literal$/.test(value.type) ? value.value : '…'}`;
}

/** A name stands for a constant of this file, or for what callers hand over. */
function fromElsewhere(
  node: Node,
  around: Around,
  file: File,
  files: readonly File[],
  seen: readonly string[],
): readonly string[] {
  const parameter = parameterAt(node, around);
  if (parameter !== undefined) {
    const name = nameOf(parameter.within.identifier);
    const key = `${file.path} ${name} ${parameter.at}`;
    if (seen.includes(key)) return [];
    const further = [...seen, key];
    const callers = files.filter((one) => one === file || imports(one, name, basename(file.path, '.ts')));
    return callers.flatMap((caller) => {
      const texts: string[] = [];
      walk(caller.tree, [], (call, outer) => {
        if (call.type !== 'CallExpression' || nameOf(call.callee) !== name) return;
        texts.push(...textsOf(argument(call, parameter.at), outer, caller, files, further));
      });
      return texts;
    });
  }
  if (seen.includes(nameOf(node))) return [];
  const texts: string[] = [];
  walk(file.tree, [], (one, outer) => {
    if (one.type !== 'VariableDeclarator' || nameOf(one.id) !== nameOf(node)) return;
    texts.push(...textsOf(one.init as Node | undefined, outer, file, files, [...seen, nameOf(node)]));
  });
  return texts;
}

function parameterAt(node: Node, around: Around): { readonly within: Node; readonly at: number } | undefined {
  const within = around.find(({ type }) => type === 'FunctionDeclaration');
  if (node.type !== 'Identifier' || within === undefined) return undefined;
  const at = (within.params as readonly Node[]).findIndex(({ pat }) => nameOf(pat) === nameOf(node));
  return at === -1 ? undefined : { within, at };
}

function imports({ tree }: File, name: string, module: string): boolean {
  return (tree.body as readonly Node[]).some(
    ({ type, source, specifiers }) =>
      type === 'ImportDeclaration' &&
      String((source as Node).value).endsWith(`/${module}.js`) &&
      (specifiers as readonly Node[]).some(({ local }) => nameOf(local) === name),
  );
}

function argument(node: Node, at: number): Node | undefined {
  return (node.arguments as readonly { readonly expression: Node }[] | undefined)?.[at]?.expression;
}

/** Of an object the value of this property; `{ words }` is `{ words: words }`. */
function property(node: Node | undefined, name: string): Node | undefined {
  const properties = (node?.properties ?? []) as readonly Node[];
  const found = properties.find((one) => nameOf(one.key ?? one) === name);
  return found?.type === 'KeyValueProperty' ? (found.value as Node) : found;
}

function nameOf(node: unknown): string {
  const { value } = (node ?? {}) as Partial<Node>;
  return typeof value === 'string' ? value : '';
}

function walk(value: unknown, around: Around, visit: (node: Node, around: Around) => void): void {
  if (typeof value !== 'object' || value === null) return;
  const node = value as Node;
  const isNode = typeof node.type === 'string';
  if (isNode) visit(node, around);
  const inside = isNode && functions.has(node.type) ? [node, ...around] : around;
  for (const inner of Object.values(value)) walk(inner, inside, visit);
}
