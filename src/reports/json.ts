/** About how long a piece is, in characters. */
const pieceLength = 65_536;

/**
 * The text of `JSON.stringify(value, undefined, 2)` in pieces, so that tens of thousands of results need not be one text:
 * cut only between the properties of an object, and between the elements of its arrays.
 */
export function* jsonPieces(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return yield whole(value, 0);
  let piece = '{';
  let first = true;
  for (const [name, property] of Object.entries(value)) {
    if (property === undefined) continue;
    piece += `${first ? '' : ','}\n  ${JSON.stringify(name)}: `;
    first = false;
    for (const text of Array.isArray(property) && property.length > 0 ? elements(property) : [whole(property, 1)]) {
      piece += text;
      if (piece.length < pieceLength) continue;
      yield piece;
      piece = '';
    }
  }
  yield `${piece}${first ? '' : '\n'}}`;
}

function* elements(list: readonly unknown[]): Generator<string> {
  for (const [at, one] of list.entries()) yield `${at === 0 ? '[' : ','}\n    ${whole(one, 2)}`;
  yield '\n  ]';
}

/** A value that stands so many levels deep; what JSON has no word for is null in a list. */
function whole(value: unknown, depth: number): string {
  return (JSON.stringify(value, undefined, 2) ?? 'null').replaceAll('\n', `\n${'  '.repeat(depth)}`);
}
