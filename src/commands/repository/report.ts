import type { HubRepositoryDetails } from '../../registries/drivers/docker-hub/objects.js';
import { code, heading, link, type Markdown, paragraphs, plain, table } from '../../reports/markdown.js';
import { formatBytes, formatCount, formatTime } from '../../reports/quantities.js';
import type { Report } from '../command.js';

/** The result of `repository`. */
export interface RepositoryResult {
  /** As it is at the end. */
  readonly repository: HubRepositoryDetails;
  readonly created: boolean;
  /** The inputs by which something was changed. */
  readonly changed: readonly string[];
}

/** The report on a repository, for every frontend. */
export function reportRepository(result: RepositoryResult): Report {
  const { repository, created, changed } = result;
  const shown = jsonOf(repository);
  const rows = rowsOf(repository);
  const { namespace, name } = repository;
  const page = `https://hub.docker.com/${namespace === 'library' ? '_' : `r/${encodeURIComponent(namespace)}`}/${encodeURIComponent(name)}`;
  return {
    outputs: { repository: JSON.stringify(shown), created: String(created) },
    json: { ...shown, created, changed },
    summary: paragraphs(
      heading(created || changed.length > 0 ? 'good' : 'none', headlineOf(result)),
      table([
        [plain('Repository'), link(`${namespace}/${name}`, page)],
        ...rows.map(([title, text]): readonly Markdown[] => [
          plain(title),
          title === 'Immutable tags' ? code(text) : plain(text),
        ]),
      ]),
    ),
    table: {
      columns: ['what', 'it is'],
      rows: [['Repository', `${namespace}/${name}`] as const, ...rows].map((cells) => cells.map((text) => ({ text }))),
    },
    headline: headlineOf(result),
    failures: [],
    exitCode: 0,
  };
}

function headlineOf({ repository: { namespace, name }, created, changed }: RepositoryResult): string {
  const named = `${namespace}/${name}`;
  if (created) return `${named} was created`;
  return changed.length === 0 ? `${named} exists; nothing was changed` : `${named}: ${changed.join(', ')} changed`;
}

function jsonOf(repository: HubRepositoryDetails): Record<string, unknown> {
  return { ...repository };
}

/** Fields that Docker Hub does not report are left out. */
function rowsOf(repository: HubRepositoryDetails): readonly (readonly [string, string])[] {
  const { private: isPrivate, permissions, fullDescription } = repository;
  const may = Object.entries(permissions ?? {}).flatMap(([what, allowed]) => (allowed ? [what] : []));
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Visibility', isPrivate === undefined ? undefined : isPrivate ? 'private' : 'public'],
    ['Description', repository.description],
    ['Full description', fullDescription && `${formatCount([...fullDescription].length)} characters`],
    ['Pulls', repository.pulls === undefined ? undefined : formatCount(repository.pulls)],
    ['Stars', repository.stars === undefined ? undefined : formatCount(repository.stars)],
    ['Size', repository.size === undefined ? undefined : formatBytes(repository.size)],
    ['Updated', repository.updated && formatTime(repository.updated)],
    ['Registered', repository.registered && formatTime(repository.registered)],
    ['Status', repository.status],
    ['Categories', repository.categories.join(', ')],
    ['Immutable tags', repository.immutableTags?.join(', ')],
    ['Permissions', may.join(', ')],
  ];
  return rows.flatMap(([title, text]) => (text ? [[title, text] as const] : []));
}
