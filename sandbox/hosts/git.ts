import { basicCredentials, bearerToken, type Host, type IncomingRequest, text } from '../exchange.js';
import { chainOf, packOf } from '../git-objects.js';
import { type Caller, createSourceState, type SourceRepository, type SourceState, visible } from './source-state.js';

const NOTHING = '0'.repeat(40);

/**
 * git.example.com: `git ls-remote https://git.example.com/{owner}/{repo}.git` over smart HTTP, protocol version 0
 * (gitprotocol-http(5)), which every git understands. Of a ref the tags and the commit can be fetched, without files.
 */
export function createGit(): { git: SourceState; hosts: Record<string, Host> } {
  const git = createSourceState();
  const host: Host = async (request) => {
    const [, path, what] =
      /^\/(.+?)(?:\.git)?\/(info\/refs|git-upload-pack)$/.exec(decodeURIComponent(request.url.pathname)) ?? [];
    const isRefs = what === 'info/refs' && request.url.searchParams.get('service') === 'git-upload-pack';
    if (path === undefined || !(isRefs || (what === 'git-upload-pack' && request.method === 'POST'))) {
      return text(404, 'not found\n');
    }
    const who = caller(git, request);
    const repository = who === 'refused' ? undefined : visible(git, path, who);
    if (repository === undefined) {
      return who === 'nobody' || who === 'refused'
        ? text(401, 'authentication required\n', { 'www-authenticate': 'Basic realm="git.example.com"' })
        : text(404, 'repository not found\n');
    }
    const headers = {
      'content-type': `application/x-git-upload-pack-${isRefs ? 'advertisement' : 'result'}`,
      'cache-control': 'no-cache',
    };
    const body = isRefs ? advertisement(repository) : uploadPack(repository, await request.text());
    return { status: 200, headers, body };
  };
  return { git, hosts: { 'git.example.com': host } };
}

/** Each ref with its object, and a peeled one behind it where that is a tag. */
function refsOf(repository: SourceRepository): [object: string, name: string][] {
  const refs = [...repository.branches].map(([name, commit]): [string, string] => [commit, `refs/heads/${name}`]);
  for (const [name, target] of [...repository.tags, ...repository.others]) {
    const annotation = repository.annotated.get(name);
    refs.push([annotation ?? target, `refs/tags/${name}`]);
    if (annotation !== undefined) refs.push([target, `refs/tags/${name}^{}`]);
  }
  return refs;
}

function advertisement(repository: SourceRepository): string {
  const refs = refsOf(repository);
  if (refs.length === 0) refs.push([NOTHING, 'capabilities^{}']);
  const lines = refs.map(
    ([object, name], line) => `${object} ${name}${line === 0 ? '\0shallow filter agent=image-gate-sandbox' : ''}\n`,
  );
  return `${packet('# service=git-upload-pack\n')}0000${lines.map(packet).join('')}0000`;
}

/**
 * The requested objects, as if by the filter `tree:0`: no commit of the sandbox has a parent, so none is shallow. Git
 * first requests the shallow commits, and then, with `done`, the pack.
 */
function uploadPack(repository: SourceRepository, body: string): Buffer {
  const wants = [...body.matchAll(/^[0-9a-f]{4}want ([0-9a-f]{40})/gm)].map(([, id = '']) => id);
  const known = new Set(refsOf(repository).map(([object]) => object));
  const stranger = wants.find((id) => !known.has(id));
  if (stranger !== undefined) return Buffer.from(packet(`ERR upload-pack: not our ref ${stranger}\n`));
  const shallow = Buffer.from(/^(?:0000)?[0-9a-f]{4}deepen /m.test(body) ? '0000' : '');
  if (!/0009done\n$/.test(body)) return shallow;
  return Buffer.concat([shallow, Buffer.from(packet('NAK\n')), packOf(wants.flatMap(chainOf))]);
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
