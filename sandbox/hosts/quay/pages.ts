/** One page of values; the token of the next is opaque, and one that cannot be read means the first page. */
export function quayPage<Value>(values: readonly Value[], token: string | null, size: number) {
  const read = /^page-(\d+)$/.exec(Buffer.from(token ?? '', 'base64url').toString('utf8'))?.[1];
  const start = Number(read ?? 0);
  const end = start + size;
  const next = end < values.length ? Buffer.from(`page-${end}`).toString('base64url') : undefined;
  return { values: values.slice(start, end), next };
}
