import { sourceKinds } from './index.js';
import type { SourceKind } from './source.js';

/** The address of a git repository. */
export interface Remote {
  /** An address for git: a URL, or `git@host:acme/app.git`. Without a password. */
  readonly address: string;
  /** The same as a URL. */
  readonly url: URL;
  /** The repository at its host, without `.git`: `acme/app`. */
  readonly path: string;
}

const protocols = ['https:', 'http:', 'ssh:', 'file:'];
/** git-clone(1), "scp-like syntax". */
const scpLike = /^(?:([\w.-]+)@)?([A-Za-z0-9][\w.-]*|\[[0-9a-f:]+\]):(?!\/\/)([^\s:]+)$/;

/**
 * Reads a git remote: a URL, or the scp-like `git@host:acme/app.git`. Credentials in it are left out.
 * @returns undefined for anything else
 */
export function parseRemote(text: string): Remote | undefined {
  const [, user, host, path] = scpLike.exec(text) ?? [];
  if (host !== undefined && path !== undefined) {
    const address = `ssh://${user === undefined ? '' : `${user}@`}${host}/${path.replace(/^\//, '')}`;
    return URL.canParse(address) ? { address: text, url: new URL(address), path: repositoryPath(path) } : undefined;
  }
  const written = text.startsWith('/') ? `file://${text}` : text;
  if (!/^[a-z]+:\/\//i.test(written) || !URL.canParse(written)) return undefined;
  const url = new URL(written);
  if (!protocols.includes(url.protocol)) return undefined;
  url.password = '';
  if (url.protocol !== 'ssh:') url.username = '';
  return { address: url.href, url, path: repositoryPath(url.pathname) };
}

/** True if the text can only be the address of a git repository: it has a scheme, or a user in front of its host. */
export function isRemote(text: string): boolean {
  return /^[a-z]+:\/\//i.test(text) || (/^[\w.-]+@[^@]+$/.test(text) && !text.includes('@sha') && scpLike.test(text));
}

/** `/acme/app.git/` is the repository `acme/app`. */
export function repositoryPath(path: string): string {
  return path.replace(/^\/+|\/+$/g, '').replace(/\.git$/, '');
}

/** `app` of `acme/app`. */
export function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The source that knows the commits of a remote. */
export interface RemoteSource {
  readonly kind: string;
  /** The form of `source-url`; undefined: the public service. */
  readonly url: string | undefined;
  /** The form of `repo`. */
  readonly repository: string;
}

/** By the host: the public service that it belongs to, else any git remote. */
export function sourceOf({ address, url, path }: Remote): RemoteSource {
  const host = url.hostname.toLowerCase();
  const known: SourceKind | undefined = sourceKinds.find(({ hosts }) => hosts.includes(host));
  if (known === undefined) return { kind: 'git', url: address, repository: lastPart(path) };
  return { kind: known.name, url: known.url.needed ? `https://${host}` : known.url.ofPublic, repository: path };
}
