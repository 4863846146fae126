/** All that comes on the pages. */
export async function collect<Value>(pages: AsyncIterable<readonly Value[]>): Promise<Value[]> {
  const all: Value[] = [];
  for await (const page of pages) all.push(...page);
  return all;
}
