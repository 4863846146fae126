import { brokenList } from '../http/paginate.js';
import { refuseNone } from './existing-refs.js';
import { createGitProcess, type GitProcess } from './git-process.js';
import { commitOfTag } from './git-tag.js';
import { resolveBy, type SourceKind } from './source.js';

/** Any git remote, by `git ls-remote`. The repository's name is not used: the URL is enough. */
export const git: SourceKind = {
  name: 'git',
  title: 'a git remote',
  hosts: [],
  url: { needed: true, words: 'the remote’s URL', protocols: ['https:', 'ssh:', 'http:', 'file:'] },
  oneRepository: true,
  pullRequests: false,
  usernames: true,
  create: (settings) => ({
    resolve(_repository, ref) {
      if (ref.kind === 'commit') return Promise.resolve({ sha: ref.sha });
      const process = createGitProcess(settings);
      // One call lists both: the name as a branch, and as a tag with the object behind it where the tag is annotated.
      const listed = listRefs(process, ref.name);
      return resolveBy(
        {
          branch: async (name) => (await listed).get(`refs/heads/${name}`),
          async tag(name) {
            const refs = await listed;
            const object = refs.get(`refs/tags/${name}^{}`) ?? refs.get(`refs/tags/${name}`);
            // Where a branch has this name too, it counts, and the tag is only named.
            const isOutdone = ref.kind === 'name' && refs.has(`refs/heads/${name}`);
            return object === undefined || isOutdone ? object : commitOfTag(process, name, object);
          },
        },
        ref,
        `${process.url} (git ls-remote finds names, not short SHAs)`,
      );
    },
    async refs(_repository, kinds) {
      const process = createGitProcess(settings);
      // One answer has all of them, at one moment.
      const listed = await process.request(['ls-remote', '--refs', '--', process.url, 'refs/heads/*', 'refs/tags/*']);
      const { branches, tags } = readAll(listed, process.url);
      return refuseNone({ branches, tags, pullRequests: [] }, kinds, process.url);
    },
  }),
};

async function listRefs(git: GitProcess, name: string): Promise<Map<string, string>> {
  const patterns = [`refs/heads/${name}`, `refs/tags/${name}`, `refs/tags/${name}^{}`];
  const listed = await git.request(['ls-remote', '--', git.url, ...patterns]);
  const lines = listed.split('\n').map((line) => /^([0-9a-f]{40}|[0-9a-f]{64})\t(.+)$/.exec(line));
  return new Map(lines.flatMap((line): [string, string][] => (line?.[1] && line[2] ? [[line[2], line[1]]] : [])));
}

/** @throws Failure (server) for a line that names no ref: the list would look shorter than it is */
function readAll(listed: string, url: string): { readonly branches: string[]; readonly tags: string[] } {
  const branches: string[] = [];
  const tags: string[] = [];
  for (const line of listed.split('\n').filter((one) => one !== '')) {
    const [, area, name] = /^[0-9a-f]{40,64}\trefs\/(heads|tags)\/(.+)$/.exec(line) ?? [];
    if (name === undefined) throw brokenList(`git ls-remote ${url}`, 'a line of the list is not a ref');
    (area === 'heads' ? branches : tags).push(name);
  }
  return { branches, tags };
}
