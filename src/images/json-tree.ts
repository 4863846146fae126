import type { Node, ParseError } from 'jsonc-parser';
import { unreadable } from './found-reference.js';
import type { YamlNode } from './yaml-tree.js';

/**
 * Reads JSON, also with comments and trailing commas, as devcontainer.json and tsconfig.json have them.
 * @returns its one document; none for an empty file
 * @throws Failure (usage) naming file and line when it is not JSON
 */
export async function readJson(text: string, file: string): Promise<readonly YamlNode[]> {
  const { parseTree, printParseErrorCode } = await import('jsonc-parser');
  const lineOf = lineCounter(text);
  const errors: ParseError[] = [];
  try {
    const root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
    const [error] = errors;
    if (error !== undefined) {
      throw unreadable({ file, line: lineOf(error.offset) }, `not JSON: ${printParseErrorCode(error.error)}`);
    }
    const node = root && convert(root, text, lineOf);
    return node === undefined ? [] : [node];
  } catch (error) {
    // The parser and the conversion call themselves for each level.
    if (error instanceof RangeError) throw unreadable({ file, line: 1 }, 'its lists and objects are nested too deeply');
    throw error;
  }
}

function convert(node: Node, text: string, lineOf: (offset: number) => number): YamlNode | undefined {
  const { type, children = [], offset, length, value } = node;
  if (type === 'null') return undefined;
  if (type === 'array') {
    return { kind: 'list', items: children.flatMap((child) => convert(child, text, lineOf) ?? []) };
  }
  if (type === 'object') {
    const entries = children.flatMap(({ children: [key, content] = [] }) => {
      const converted = content && convert(content, text, lineOf);
      return key === undefined || converted === undefined ? [] : [[String(key.value), converted] as const];
    });
    return { kind: 'map', entries };
  }
  const written = type === 'string' ? String(value) : text.slice(offset, offset + length);
  const reads = written === String(value) ? undefined : String(value);
  return { kind: 'text', text: written, reads, line: lineOf(offset) };
}

/** Lines from 1, by the offset of a character. */
function lineCounter(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}
