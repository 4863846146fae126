import { dockerfileReferences } from './dockerfile-references.js';
import { type FoundReference, foundReference } from './found-reference.js';
import { isTag } from './name.js';
import { yamlReferences } from './yaml-references.js';

/** The kind of a file with images: a Dockerfile, YAML or JSON, or a plain list of references. */
export type ReferenceFormat = 'dockerfile' | 'yaml' | 'list';

/**
 * The images that a file names, in its order, each with its line. An image that cannot be known is among them, with the
 * reason.
 * @param file its name, for messages
 * @throws Failure (usage) naming file and line when the file cannot be read: never less than all
 */
export async function imageReferences(
  text: string,
  format: ReferenceFormat,
  file: string,
): Promise<readonly FoundReference[]> {
  if (format === 'dockerfile') return dockerfileReferences(text, file);
  return format === 'yaml' ? yamlReferences(text, file) : listedReferences(text, file);
}

/**
 * Between blanks or commas, one or more a line, as `kubectl get pods -o jsonpath` prints them; `#` begins a comment.
 */
function listedReferences(text: string, file: string): readonly FoundReference[] {
  return text.split(/\r?\n/).flatMap((line, at) =>
    line
      .replace(/(?:^|\s)#.*$/, '')
      .split(/[\s,]+/)
      .filter((word) => word !== '')
      .map((word): FoundReference => {
        if (isTag(word)) return { kind: 'word', text: word, line: at + 1 };
        return foundReference(word, { file, line: at + 1 }, new Map());
      }),
  );
}
