import type { Alias, Document, Node, Pair } from 'yaml';
import { type Place, unreadable } from './found-reference.js';

/** A node of a YAML or JSON document. Aliases are the nodes that they refer to: a node may be in several places. */
export type YamlNode = YamlText | YamlMap | YamlList;

export interface YamlText {
  readonly kind: 'text';
  /** As it is written, without quotes: `1.10`. */
  readonly text: string;
  /** The value in YAML, if that differs from the text: the number `1.1`. */
  readonly reads: string | undefined;
  /** From 1. */
  readonly line: number;
}

export interface YamlMap {
  readonly kind: 'map';
  /** Its own entries first, then those that are merged into it (`<<`). Values that are null are left out. */
  readonly entries: readonly (readonly [key: string, value: YamlNode])[];
}

export interface YamlList {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
}

type Yaml = typeof import('yaml');

/**
 * Reads the documents of a YAML stream.
 * @throws Failure (usage) naming file and line when it is none, or is a template that happens to look like YAML
 */
export async function readYaml(text: string, file: string): Promise<readonly YamlNode[]> {
  // Loaded when it is needed: it would be half of the start-up.
  const yaml = await import('yaml');
  const lines = new yaml.LineCounter();
  const at = (offset: number) => ({ file, line: lines.linePos(offset).line });
  // prettyErrors would build a pattern of the whole text: thousands of brackets end the process.
  const documents = yaml.parseAllDocuments(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  return [...documents].flatMap((document) => {
    const [error] = document.errors;
    if (error !== undefined) throw unreadable(at(error.pos[0]), `not YAML: ${error.message}`);
    const template = templateIn(document, yaml);
    if (template !== undefined) throw unreadable(at(template), 'it contains {{ }}');
    const node = createReader(document, at, yaml)(document.contents);
    return node === undefined ? [] : [node];
  });
}

/** `{{ .Values.x }}` alone is YAML, a map whose key is a map, which does not occur. The offset of the first one. */
function templateIn(document: Document, { visit, isCollection }: Yaml): number | undefined {
  let found: number | undefined;
  visit(document, {
    Pair(_key, { key }) {
      if (!isCollection(key)) return undefined;
      found = key.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return found;
}

function createReader(document: Document, at: (offset: number) => Place, { isAlias, isMap, isSeq, isScalar }: Yaml) {
  const known = new Map<Node, YamlNode | undefined>();

  function read(node: unknown): YamlNode | undefined {
    const target = isAlias(node) ? targetOf(node) : (node as Node | null | undefined);
    if (target === null || target === undefined) return undefined;
    if (known.has(target)) return known.get(target);
    // An alias inside of its own target finds nothing.
    known.set(target, undefined);
    const made = make(target);
    known.set(target, made);
    return made;
  }

  function targetOf(alias: Alias): Node {
    const target = alias.resolve(document);
    if (target !== undefined) return target;
    throw unreadable(at(alias.range?.[0] ?? 0), `there is no anchor *${alias.source}`);
  }

  function make(node: Node): YamlNode | undefined {
    if (isSeq(node)) return { kind: 'list', items: node.items.map(read).filter((item) => item !== undefined) };
    if (isMap(node)) return { kind: 'map', entries: entriesOf(node.items) };
    if (!isScalar(node) || node.value === null || node.value === undefined) return undefined;
    const value = String(node.value);
    const text = typeof node.value === 'string' ? value : (node.source ?? value);
    return {
      kind: 'text',
      text,
      reads: text === value ? undefined : value,
      line: at(node.range?.[0] ?? 0).line,
    };
  }

  function entriesOf(pairs: readonly Pair[]): YamlMap['entries'] {
    const entries = pairs.flatMap(({ key, value }) => {
      const node = read(value);
      return node === undefined ? [] : [[isScalar(key) ? String(key.value) : '', node] as const];
    });
    const merged = entries.filter(([key]) => key === '<<').flatMap(([, value]) => mergedFrom(value));
    return [...entries.filter(([key]) => key !== '<<'), ...merged];
  }

  return read;
}

function mergedFrom(value: YamlNode): YamlMap['entries'] {
  if (value.kind === 'list') return value.items.flatMap(mergedFrom);
  return value.kind === 'map' ? value.entries : [];
}
