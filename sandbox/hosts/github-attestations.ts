import { randomBytes } from 'node:crypto';
import { type Answer, type Host, type IncomingRequest, json, text } from '../exchange.js';
import { snappy } from '../snappy.js';
import { failed } from './github-answers.js';
import type { Caller, SourceRepository } from './source-state.js';

const LIST_PAGE = '/repos/attestations#list-attestations';
/** The first REST version whose lists have no bundles in them. */
const WITHOUT_BUNDLES = '2026-03-10';

/** The attestations in GitHub's own store. */
export interface GitHubAttestations {
  /** Stores a Sigstore bundle for a subject: `acme/app`, `sha256:…`. */
  add(repository: string, digest: string, bundle: object): void;
  /** Tokens without `attestations: read`. */
  readonly refused: Set<string>;
  /** The REST version of requests that name none. */
  defaultVersion: string | undefined;
  /** The URL of the bundles of later versions, https. */
  readonly storage: string;
}

/** `/repos/{owner}/{repo}/attestations/{subject_digest}`, and the storage that `bundle_url` leads to. */
export function createGitHubAttestations(): {
  attestations: GitHubAttestations;
  answer: (request: IncomingRequest, repository: SourceRepository, caller: Caller, rest: readonly string[]) => Answer;
  hosts: Record<string, Host>;
} {
  const bundles = new Map<string, object[]>();
  const files = new Map<string, Buffer>();
  const storage = 'tmaproduction.blob.core.windows.net';
  const keyOf = (repository: string, digest: string) => `${repository.toLowerCase()} ${digest}`;
  const attestations: GitHubAttestations = {
    add(repository, digest, bundle) {
      const key = keyOf(repository, digest);
      bundles.set(key, [bundle, ...(bundles.get(key) ?? [])]);
    },
    refused: new Set(),
    defaultVersion: undefined,
    storage,
  };

  function addressOf(bundle: object, { owner, name }: SourceRepository): string {
    const signature = randomBytes(16).toString('hex');
    files.set(signature, snappy(Buffer.from(JSON.stringify(bundle))));
    return `https://${storage}/attestations/${owner}/${name}/bundle.json.sn?se=2030-01-01T00%3A00%3A00Z&sig=${signature}`;
  }

  return {
    attestations,
    answer(request, repository, caller, [digest = '', ...more]) {
      if (request.method !== 'GET' || more.length > 0) return failed(404, 'Not Found');
      if (typeof caller !== 'string' && attestations.refused.has(caller.name)) {
        return failed(403, 'Resource not accessible by integration', LIST_PAGE);
      }
      if (!/^sha256:[0-9a-f]{64}$/.test(digest)) return failed(422, 'Invalid subject digest', LIST_PAGE);
      const all = bundles.get(keyOf(`${repository.owner}/${repository.name}`, digest)) ?? [];
      if (all.length === 0) return failed(404, 'Not Found', LIST_PAGE);
      const { page, link } = pageOf(request, all);
      const version = request.headers['x-github-api-version'] ?? attestations.defaultVersion ?? '';
      const described = page.map((bundle) => ({
        ...(version < WITHOUT_BUNDLES && { bundle }),
        bundle_url: addressOf(bundle, repository),
        repository_id: repository.id,
        initiator: 'user',
      }));
      return json(200, { attestations: described }, link);
    },
    hosts: {
      async [storage](request) {
        // The address carries its own signature; a second set of credentials is an error.
        if (request.headers.authorization !== undefined) return text(400, 'InvalidAuthenticationInfo');
        const file = files.get(request.url.searchParams.get('sig') ?? '');
        if (file === undefined || request.method !== 'GET') return text(403, 'AuthenticationFailed');
        return { status: 200, headers: { 'content-type': 'application/x-snappy' }, body: file };
      },
    },
  };
}

/** One page of `per_page` (30, at most 100), from behind the cursor `after` on. */
function pageOf(request: IncomingRequest, all: readonly object[]) {
  const { searchParams } = request.url;
  const size = Math.min(100, Math.max(1, Number(searchParams.get('per_page')) || 30));
  const start = Number(Buffer.from(searchParams.get('after') ?? '', 'base64').toString()) || 0;
  const end = start + size;
  const next = new URL(request.path, `https://${request.host}`);
  next.searchParams.set('after', Buffer.from(String(end)).toString('base64'));
  const link: Record<string, string> = end < all.length ? { link: `<${next.href}>; rel="next"` } : {};
  return { page: all.slice(start, end), link };
}
