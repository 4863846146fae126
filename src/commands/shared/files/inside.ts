import nodePath from 'node:path';

/** Whether an absolute path is this folder, or below it. On another drive of Windows it is not. */
export function isInside(
  path: string,
  folder: string,
  { relative, isAbsolute, sep }: Pick<typeof nodePath, 'relative' | 'isAbsolute' | 'sep'> = nodePath,
): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
