/** About how long a chunk is, in characters. */
const chunkLength = 65_536;

/**
 * The text of `JSON.stringify(value, undefined, 2)` in chunks, so that tens of thousands of results need not be one text:
 * cut only between the properties of an object, and between the elements of its arrays.
 */
export function* jsonChunks(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return yield whole(value, 0);
  let chunk = '{';
  let first = true;
  for (const [name, property] of Object.entries(value)) {
    if (property === undefined) continue;
    chunk += `${first ? '' : ','}\n  ${JSON.stringify(name)}: `;
    first = false;
    for (const text of Array.isArray(property) && property.length > 0 ? elements(property) : [whole(property, 1)]) {
      chunk += text;
      if (chunk.length < chunkLength) continue;
      yield chunk;
      chunk = '';
    }
  }
  yield `${chunk}${first ? '' : '\n'}}`;
}

function* elements(list: readonly unknown[]): Generator<string> {
  for (const [at, one] of list.entries()) yield `${at === 0 ? '[' : ','}\n    ${whole(one, 2)}`;
  yield '\n  ]';
}

/** A value at this depth; what JSON has no word for is null in a list. */
function whole(value: unknown, depth: number): string {
  return (JSON.stringify(value, undefined, 2) ?? 'null').replaceAll('\n', `\n${'  '.repeat(depth)}`);
}
