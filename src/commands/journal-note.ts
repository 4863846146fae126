import { code, type Markdown, markdown } from '../reports/markdown.js';

/** For a summary: where the journal is, and what it is for; undefined where there is none. */
export function journalNote(journal: string | undefined): Markdown | undefined {
  if (journal === undefined) return undefined;
  return markdown`Journal: ${code(journal)}. Keep it: ${code(`image-gate restore ${journal}`)} brings back what was deleted.`;
}
