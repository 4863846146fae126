import type { Ledger } from '../../registries/ledger.js';

/** When a tag came into a repository and when it was last put on another manifest; a push of the same one is neither. */
export interface GitLabTagDates {
  created: Date;
  updated: Date | undefined;
}

/** The dates of each existing tag, by `repository:tag`. */
export function createGitLabTagDates(ledger: Ledger): Map<string, GitLabTagDates> {
  const dates = new Map<string, GitLabTagDates>();
  const on = new Map<string, string>();
  ledger.watch(({ kind, repository, reference, manifest }) => {
    const isTag = !reference.includes(':');
    const keys = (isTag ? [reference] : [...manifest.tags.keys()]).map((tag) => `${repository}:${tag}`);
    for (const key of keys) {
      if (kind === 'deleted') dates.delete(key);
      else if (isTag) put(key, manifest.digest, manifest.tags.get(reference) ?? manifest.updated);
    }
  });

  function put(key: string, digest: string, date: Date): void {
    const known = dates.get(key);
    if (known === undefined) dates.set(key, { created: date, updated: undefined });
    else if (on.get(key) !== digest) known.updated = date;
    on.set(key, digest);
  }

  return dates;
}
