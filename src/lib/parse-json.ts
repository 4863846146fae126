/**
 * What this JSON (in UTF-8) says, which came from outside and may be anything.
 * @returns undefined for what is no JSON: none says that
 */
export function parseJson(content: string | Buffer): unknown {
  try {
    return JSON.parse(content.toString());
  } catch {
    return undefined;
  }
}
