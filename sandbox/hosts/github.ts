import { type Answer, basicCredentials, type Host, type IncomingRequest, json, segments } from '../exchange.js';
import {
  type Caller,
  COMMIT_DATE,
  createSourceState,
  findCommit,
  findRef,
  type SourceState,
  visible,
} from './source-state.js';

const DOCUMENTATION = 'https://docs.github.com/rest/commits/commits#get-a-commit';

/**
 * `GET /repos/{owner}/{repo}/commits/{ref}` at api.github.com, and the same behind `/api/v3` at github.example.com for
 * an Enterprise Server. What a caller may not see is 404; a hash that is not there is 422.
 */
export function createGitHub(): { github: SourceState; hosts: Record<string, Host> } {
  const github = createSourceState();
  const at =
    (prefix: string): Host =>
    async (request) => {
      if (!request.url.pathname.startsWith(`${prefix}/`)) return failed(404, 'Not Found');
      const answer = route(github, request, segments(request.url.pathname.slice(prefix.length)));
      return { ...answer, headers: { 'x-github-request-id': '0000:0000:0000000:0000000:00000000', ...answer.headers } };
    };
  return { github, hosts: { 'api.github.com': at(''), 'github.example.com': at('/api/v3') } };
}

function route(github: SourceState, request: IncomingRequest, path: readonly string[]): Answer {
  const who = caller(github, request);
  if (who === 'refused') return failed(401, 'Bad credentials');
  const [repos, owner, name, commits, ...rest] = path;
  if (repos !== 'repos' || commits !== 'commits' || rest.length === 0) return failed(404, 'Not Found');
  const repository = visible(github, `${owner}/${name}`, who);
  if (repository === undefined) return failed(404, 'Not Found');

  const ref = rest.join('/');
  const commit = findRef(repository, ref) ?? findCommit(repository, ref);
  if (commit === 'ambiguous') return failed(422, `The sha parameter is ambiguous: ${ref}`);
  if (commit === undefined) return failed(422, `No commit found for SHA: ${ref}`);
  const etag = { etag: `"${commit}"` };
  if (/application\/vnd\.github(?:\.v3)?\.sha/.test(request.headers.accept ?? '')) {
    return {
      status: 200,
      headers: { 'content-type': 'application/vnd.github.sha; charset=utf-8', ...etag },
      body: commit,
    };
  }
  return json(
    200,
    { sha: commit, commit: { message: 'A commit', committer: { date: COMMIT_DATE } }, parents: [], files: [] },
    etag,
  );
}

/** `Bearer` and `token` mean the same here, and Basic carries the token as the password. */
function caller(github: SourceState, request: IncomingRequest): Caller {
  const header = request.headers.authorization;
  if (header === undefined) return 'nobody';
  const token = /^(?:bearer|token)\s+(\S+)$/i.exec(header)?.[1] ?? basicCredentials(header)?.secret ?? '';
  return github.tokens.has(token) ? { name: token } : 'refused';
}

function failed(status: number, message: string): Answer {
  return json(status, { message, documentation_url: DOCUMENTATION, status: String(status) });
}
