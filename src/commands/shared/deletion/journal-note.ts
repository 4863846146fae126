import { code, type Markdown, markdown } from '../../../reports/markdown.js';

/** For a log: where the journal is, and what it is for; undefined where there is none. */
export function journalWords(journal: string | undefined): string | undefined {
  if (journal === undefined) return undefined;
  return `Journal: ${journal}. Keep it: image-gate restore ${journal} brings back what was deleted.`;
}

/** For a summary: the same, and that the runner loses its files. */
export function journalNote(journal: string | undefined): Markdown | undefined {
  if (journal === undefined) return undefined;
  return markdown`Journal: ${code(journal)}. Keep it, with ${code('actions/upload-artifact')} for example: ${code(`image-gate restore ${journal}`)} brings back what was deleted.`;
}
