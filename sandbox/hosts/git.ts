import { basicCredentials, bearerToken, type Host, type IncomingRequest, text } from '../exchange.js';
import { type Caller, createSourceState, type SourceRepository, type SourceState, visible } from './source-state.js';

const NOTHING = '0'.repeat(40);

/**
 * git.example.com: `git ls-remote https://git.example.com/{owner}/{repo}.git` over smart HTTP, protocol version 0
 * (gitprotocol-http(5)), which every git understands. Nothing can be fetched.
 */
export function createGit(): { git: SourceState; hosts: Record<string, Host> } {
  const git = createSourceState();
  const host: Host = async (request) => {
    const path = /^\/(.+?)(?:\.git)?\/info\/refs$/.exec(decodeURIComponent(request.url.pathname))?.[1];
    if (path === undefined || request.url.searchParams.get('service') !== 'git-upload-pack') {
      return text(404, 'not found\n');
    }
    const who = caller(git, request);
    const repository = who === 'refused' ? undefined : visible(git, path, who);
    if (repository === undefined) {
      return who === 'nobody' || who === 'refused'
        ? text(401, 'authentication required\n', { 'www-authenticate': 'Basic realm="git.example.com"' })
        : text(404, 'repository not found\n');
    }
    const headers = { 'content-type': 'application/x-git-upload-pack-advertisement', 'cache-control': 'no-cache' };
    return { status: 200, headers, body: advertisement(repository) };
  };
  return { git, hosts: { 'git.example.com': host } };
}

function advertisement(repository: SourceRepository): string {
  const refs = [...repository.branches].map(([name, commit]) => [commit, `refs/heads/${name}`]);
  for (const [name, commit] of repository.tags) {
    const tagObject = repository.annotated.get(name);
    refs.push([tagObject ?? commit, `refs/tags/${name}`]);
    if (tagObject !== undefined) refs.push([commit, `refs/tags/${name}^{}`]);
  }
  if (refs.length === 0) refs.push([NOTHING, 'capabilities^{}']);
  const lines = refs.map(
    ([object, name], line) => `${object} ${name}${line === 0 ? '\0agent=image-gate-sandbox' : ''}\n`,
  );
  return `${packet('# service=git-upload-pack\n')}0000${lines.map(packet).join('')}0000`;
}

/** A pkt-line: its length with these four digits, then the text. */
function packet(line: string): string {
  return (Buffer.byteLength(line) + 4).toString(16).padStart(4, '0') + line;
}

function caller(git: SourceState, request: IncomingRequest): Caller {
  const header = request.headers.authorization;
  if (header === undefined) return 'nobody';
  const basic = basicCredentials(header);
  const token = bearerToken(header) ?? basic?.secret ?? '';
  if (git.tokens.has(token)) return { name: token };
  return basic !== undefined && git.users.get(basic.user) === basic.secret ? { name: basic.user } : 'refused';
}
