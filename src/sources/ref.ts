import { usageFailure } from '../lib/errors.js';
import { inputName } from '../lib/input-names.js';

/**
 * The meaning of a user's `ref`. A bare name may be a branch or a tag; short hexadecimal ones also an abbreviated
 * commit.
 */
export type Ref =
  | { readonly kind: 'commit'; readonly sha: string }
  | { readonly kind: 'branch'; readonly name: string }
  | { readonly kind: 'tag'; readonly name: string }
  | { readonly kind: 'name'; readonly name: string };

const longest = 255;

/**
 * Reads a ref: `develop`, `feature/x`, `v1.2.0`, `refs/heads/x`, `refs/tags/x`, a full or short commit SHA.
 * @throws Failure (usage) for names that git does not allow (git-check-ref-format), and for other `refs/…`.
 */
export function parseRef(text: string, input = inputName('ref')): Ref {
  if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(text)) return { kind: 'commit', sha: text.toLowerCase() };
  const [, area, rest] = /^refs\/(heads|tags)\/(.*)$/s.exec(text) ?? [];
  const name = rest ?? text;
  const reason = refusalReasonOfName(name);
  if (reason !== undefined) throw usageFailure(`${input} ${JSON.stringify(text)} is not a ref: ${reason}`);
  if (area !== undefined) return { kind: area === 'heads' ? 'branch' : 'tag', name };
  if (text.startsWith('refs/')) {
    throw usageFailure(
      `${input} ${JSON.stringify(text)} is neither a branch nor a tag`,
      'Write a branch, a tag, refs/heads/…, refs/tags/… or a commit SHA.',
    );
  }
  return { kind: 'name', name };
}

/** The rules of git-check-ref-format(1), and no leading dash, which no porcelain creates. */
function refusalReasonOfName(name: string): string | undefined {
  if (name === '') return 'it is empty';
  if (Buffer.byteLength(name) > longest) return `it is longer than ${longest} bytes`;
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(name)) return 'it has a line break or another control character';
  const odd = /[ ~^:?*[\\]/.exec(name)?.[0];
  if (odd !== undefined) return `it has ${JSON.stringify(odd)}`;
  if (name.includes('..')) return 'it has ".."';
  if (name.includes('@{') || name === '@') return 'it has "@{" or is "@"';
  if (name.startsWith('-')) return 'it starts with "-"';
  if (/^\/|\/$|\/\//.test(name)) return 'it has an empty part between slashes';
  if (/(?:^|\/)\./.test(name)) return 'a part of it starts with "."';
  if (/\.(?:lock)?$|\.lock\//.test(name)) return 'it ends in "." or ".lock"';
  return undefined;
}

/** True if the name could be an abbreviated commit: 7 to 39 hexadecimal digits. */
export function mayBeShortSha(name: string): boolean {
  return /^[0-9a-f]{7,39}$/i.test(name);
}

/** The ref's name without `refs/heads/` or `refs/tags/`; of a commit its SHA. */
export function refName(ref: Ref): string {
  return ref.kind === 'commit' ? ref.sha : ref.name;
}
