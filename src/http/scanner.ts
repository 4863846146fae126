/** Reads a text from its beginning on, piece by piece. */
export interface Scanner {
  /** What matches right here, and is left behind then; undefined, and nothing is, where it does not. @param pattern sticky (flag y) */
  take(pattern: RegExp): RegExpExecArray | undefined;
  /** Whether all of it has been taken. */
  isAtEnd(): boolean;
  /** What has not been taken yet. */
  rest(): string;
}

export function createScanner(text: string): Scanner {
  let at = 0;
  return {
    take(pattern) {
      pattern.lastIndex = at;
      const found = pattern.exec(text) ?? undefined;
      if (found) at = pattern.lastIndex;
      return found;
    },
    isAtEnd: () => at >= text.length,
    rest: () => text.slice(at),
  };
}
