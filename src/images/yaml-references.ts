import { parseJson } from '../lib/json.js';
import { type FoundReference, foundReference } from './found-reference.js';
import { readJson } from './json-tree.js';
import type { Variables } from './variables.js';
import { readYaml, type YamlMap, type YamlNode, type YamlText } from './yaml-tree.js';

/** Compose files bring defaults with them; the environment of another machine is unknown. */
const noVariables: Variables = new Map();
const imageKeys = ['image', 'imageID'];
/** The volumes of a pod that are images have `image: { reference, pullPolicy }`. */
const nameKeys = ['repository', 'name', 'reference'];

/**
 * The form in which Compose and Bake name an image as a build context: `docker-image://acme/base:1`, in lists
 * `base=docker-image://acme/base:1`.
 */
const buildContext = /^(?:[^=]*=)?docker-image:\/\/(.+)$/;

/**
 * The images in YAML or JSON: `image` and `imageID` anywhere (Kubernetes, its image volumes too, Compose, workflows),
 * `repository` beside `tag` or `digest` (Helm values), `images` of a kustomization, image volumes and build contexts of
 * Compose; by line.
 * @throws Failure (usage) naming file and line
 */
export async function yamlReferences(text: string, file: string): Promise<readonly FoundReference[]> {
  if (isOtherJson(text)) return [];
  const isJson = /\.jsonc?$/i.test(file);
  const maps = mapsIn(isJson ? await readJson(text, file) : await readYaml(text, file));
  const found = [...maps].flatMap(([map, isImage]) => [
    ...(isImage ? [imageParts(map)] : [...siblings(map), ...volume(map)]),
    ...map.entries.flatMap(([key, value]) => atKey(map, key, value)),
  ]);
  const references = found.filter((parts) => parts !== undefined).map((parts) => referenceOf(parts, file));
  // A node that is merged into several places was written once.
  const distinct = new Map(references.map((one) => [`${one.line} ${one.text}`, one]));
  return [...distinct.values()].sort((one, other) => one.line - other.line);
}

/** JSON that has none of the keys. Lock files have megabytes, and JSON's own parser is a hundred times faster. */
function isOtherJson(text: string): boolean {
  // A key may be written with escapes, too.
  if (/"(?:image|imageID|images|repository)"|docker-image:|\\u/.test(text)) return false;
  return parseJson(text) !== undefined;
}

/** Every map of the documents, once; true for those that are the value of an image's key. */
function mapsIn(documents: readonly YamlNode[]): ReadonlyMap<YamlMap, boolean> {
  const maps = new Map<YamlMap, boolean>();
  const lists = new Set<YamlNode>();
  const visit = (node: YamlNode, isImage: boolean): void => {
    if (node.kind === 'map') {
      const isNew = !maps.has(node);
      maps.set(node, isImage || maps.get(node) === true);
      if (isNew) for (const [key, value] of node.entries) visit(value, imageKeys.includes(key));
    } else if (node.kind === 'list' && !lists.has(node)) {
      lists.add(node);
      for (const item of node.items) visit(item, false);
    }
  };
  for (const document of documents) visit(document, false);
  return maps;
}

/** The parts of an image's name, which are in several places. */
interface Parts {
  readonly registry?: YamlText | undefined;
  readonly repository: YamlText;
  readonly tag?: YamlText | undefined;
  readonly digest?: YamlText | undefined;
  /** True if a name without a tag is a whole one (Docker takes `latest`): elsewhere a chart or a base has the tag. */
  readonly isWhole: boolean;
}

function partsOf(map: YamlMap, ...names: readonly string[]): Parts | undefined {
  const repository = textAt(map, ...names);
  if (repository === undefined) return undefined;
  const [registry, tag, digest] = [textAt(map, 'registry'), textAt(map, 'tag', 'imageTag'), textAt(map, 'digest')];
  return { registry, repository, tag, digest, isWhole: false };
}

/** The value of an image's key: a name in parts, or the whole name of a volume's image. */
function imageParts(map: YamlMap): Parts | undefined {
  const parts = partsOf(map, ...nameKeys);
  return parts && textAt(map, 'reference') === parts.repository ? { ...parts, isWhole: true } : parts;
}

/** `repository` beside `tag` or `digest`. A repository alone, or one with an address, is one of charts or of git. */
function siblings(map: YamlMap): readonly Parts[] {
  const parts = partsOf(map, 'repository');
  const isImage = (parts?.tag ?? parts?.digest) !== undefined && !/^\w+:\/\//.test(parts?.repository.text ?? '');
  return parts !== undefined && isImage ? [parts] : [];
}

/** A volume of Compose that is an image: `type: image` beside `source`. */
function volume(map: YamlMap): readonly Parts[] {
  const source = textAt(map, 'source');
  return source !== undefined && textAt(map, 'type')?.text === 'image' ? [{ repository: source, isWhole: true }] : [];
}

/** The image of a build context. */
function contextOf(value: YamlNode): readonly Parts[] {
  const [, text] = (value.kind === 'text' && buildContext.exec(value.text)) || [];
  return value.kind === 'text' && text !== undefined ? [{ repository: { ...value, text }, isWhole: true }] : [];
}

function atKey(map: YamlMap, key: string, value: YamlNode): readonly (Parts | undefined)[] {
  const contexts = (value.kind === 'list' ? value.items : [value]).flatMap(contextOf);
  if (contexts.length > 0) return contexts;
  if (key === 'images' && value.kind === 'list') return value.items.map(listed);
  if (!imageKeys.includes(key) || value.kind !== 'text' || value.text.trim() === '') return [];
  if (hasTag(value.text)) return [{ repository: value, isWhole: true }];
  const { tag, digest } = partsOf(map, key) ?? {};
  return [{ repository: value, tag, digest, isWhole: true }];
}

/** An entry of `images`: of a kustomization, or a whole name as Argo CD has them (`name=other:tag`). */
function listed(item: YamlNode): Parts | undefined {
  if (item.kind === 'text') {
    const repository = { ...item, text: item.text.slice(item.text.indexOf('=') + 1) };
    return hasTag(item.text) ? { repository, isWhole: true } : undefined;
  }
  if (item.kind === 'list') return undefined;
  const [newName, tag, digest] = ['newName', 'newTag', 'digest'].map((key) => textAt(item, key));
  const repository = newName ?? textAt(item, 'name');
  // A name alone changes nothing.
  const changes = (newName ?? tag ?? digest) !== undefined;
  return repository === undefined || !changes ? undefined : { repository, tag, digest, isWhole: false };
}

/** The first of these entries that is a text and not empty. */
function textAt({ entries }: YamlMap, ...names: readonly string[]): YamlText | undefined {
  const values = names.flatMap((name) => entries.flatMap(([key, value]) => (key === name ? [value] : [])));
  return values.find((value): value is YamlText => value.kind === 'text' && value.text.trim() !== '');
}

function hasTag(text: string): boolean {
  return /[:@][^/]*$/.test(text);
}

function referenceOf({ registry, repository, tag, digest, isWhole }: Parts, file: string): FoundReference {
  const line = (tag ?? digest ?? repository).line;
  const name = `${registry === undefined ? '' : `${registry.text.trim()}/`}${repository.text.trim()}`;
  const text = `${name}${tag === undefined ? '' : `:${tag.text}`}${digest === undefined ? '' : `@${digest.text}`}`;
  // Helm would deploy the tag 1.1 for the 1.10 in the file.
  if (tag?.reads !== undefined) {
    const reason = `YAML reads the tag ${tag.text} as ${tag.reads}: put it in quotes`;
    return { kind: 'unresolved', text, line, reason };
  }
  const found = foundReference(text, { file, line }, noVariables);
  return found.kind === 'image' && !isWhole && !hasTag(found.text) ? { ...found, kind: 'no-tag' } : found;
}
