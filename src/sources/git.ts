import { createGitProcess, type GitProcess } from './git-process.js';
import { commitOfTag } from './git-tag.js';
import { resolveBy, type SourceKind } from './source.js';

/** Any git remote, by `git ls-remote`. The repository's name is not used: the URL says it all. */
export const git: SourceKind = {
  name: 'git',
  title: 'a git remote',
  hosts: [],
  url: { needed: true, words: 'the remote’s URL', protocols: ['https:', 'ssh:', 'http:', 'file:'] },
  oneRepository: true,
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
        `${process.url} (git ls-remote takes names, not short SHAs)`,
      );
    },
  }),
};

async function listRefs(git: GitProcess, name: string): Promise<Map<string, string>> {
  const patterns = [`refs/heads/${name}`, `refs/tags/${name}`, `refs/tags/${name}^{}`];
  const listed = await git.request(['ls-remote', '--', git.url, ...patterns]);
  const lines = listed.split('\n').map((line) => /^([0-9a-f]{40}|[0-9a-f]{64})\t(.+)$/.exec(line));
  return new Map(lines.flatMap((line): [string, string][] => (line?.[1] && line[2] ? [[line[2], line[1]]] : [])));
}
