import { isRemote, parseRemote } from '../../../sources/remote.js';
import type { SourcePlan } from '../../shared/inputs/source.js';
import type { Origin } from '../targets.js';

/** The page of a source repository, by which provenance names it: `https://github.com/acme/app`. */
export function pageOf({ kind, url, remote }: SourcePlan, { repository }: Pick<Origin, 'repository'>): string {
  if (kind.oneRepository) return remotePage(remote ?? '', url);
  return `${serverOf(kind.hosts, url)}/${repository}`;
}

/** Without the path of the API, and without the name that the API has in front on GitHub. */
function serverOf([publicHost = '']: readonly string[], url: URL | undefined): string {
  if (url === undefined) return `https://${publicHost}`;
  const path = url.pathname.replace(/\/api\/v\d+\/?$/, '').replace(/\/+$/, '');
  const isGitHub = url.host === 'api.github.com' || /^api\.[^.]+\.ghe\.com$/.test(url.host);
  return `${url.protocol}//${isGitHub ? url.host.slice('api.'.length) : url.host}${path}`;
}

function remotePage(remote: string, url: URL | undefined): string {
  const read = isRemote(remote) ? parseRemote(remote) : undefined;
  return read === undefined || read.url.host === '' ? (url?.href ?? remote) : `https://${read.url.host}/${read.path}`;
}
