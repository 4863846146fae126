/** The values that a file such as `GITHUB_OUTPUT` sets, and the lines that the runner would not understand. */
export interface FileCommands {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: readonly string[];
}

/** Reads `name=value` lines and `name<<DELIMITER` blocks, as the runner does. */
export function parseFileCommands(content: string): FileCommands {
  const values: Record<string, string> = {};
  const errors: string[] = [];
  const lines = content.replace(/\r?\n$/, '').split(/\r?\n/);
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const block = line.indexOf('<<');
    if (equals > 0 && (block < 0 || equals < block)) {
      values[line.slice(0, equals)] = line.slice(equals + 1);
    } else if (block > 0) {
      const delimiter = line.slice(block + 2);
      const end = lines.indexOf(delimiter, at + 1);
      if (delimiter === '' || end < 0) {
        errors.push(`Invalid value. Matching delimiter not found '${delimiter}'`);
        break;
      }
      values[line.slice(0, block)] = lines.slice(at + 1, end).join('\n');
      at = end;
    } else {
      errors.push(`Invalid format '${line}'`);
    }
  }
  return { values, errors };
}
