import { Failure } from '../errors.js';
import { basicHeader } from '../http/basic.js';
import { sleep } from '../http/hosts.js';
import { cleanLine } from '../http/words.js';
import { inputName } from '../input-names.js';
import type { ProcessOptions } from '../processes.js';
import { resolveBy, type SourceKind, type SourceSettings } from './source.js';

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
      const url = settings.remote ?? settings.url?.href ?? '';
      if (ref.kind === 'commit') return Promise.resolve({ sha: ref.sha });
      // One call lists both: the name as a branch, and as a tag with the commit behind it where the tag is annotated.
      const listed = listRefs(settings, url, ref.name);
      const sha = async (...names: string[]) => {
        const refs = await listed;
        return names.map((name) => refs.get(name)).find((found) => found !== undefined);
      };
      return resolveBy(
        {
          branch: (name) => sha(`refs/heads/${name}`),
          tag: (name) => sha(`refs/tags/${name}^{}`, `refs/tags/${name}`),
        },
        ref,
        `${url} (git ls-remote takes names, not short SHAs)`,
      );
    },
  }),
};

/** Milliseconds before the next try after a fault of the network. */
const pauses = [1000, 3000];

/** Listing changes nothing: it is repeated where the network failed. */
async function listRefs(settings: SourceSettings, url: string, name: string): Promise<Map<string, string>> {
  for (const pause of pauses) {
    try {
      return await listOnce(settings, url, name);
    } catch (thrown) {
      if (!(thrown instanceof Failure) || thrown.kind !== 'network' || thrown.permanent) throw thrown;
      await sleep(pause, settings.signal);
    }
  }
  return listOnce(settings, url, name);
}

async function listOnce(settings: SourceSettings, url: string, name: string): Promise<Map<string, string>> {
  const patterns = [`refs/heads/${name}`, `refs/tags/${name}`, `refs/tags/${name}^{}`];
  const asked = `git ls-remote ${url}`;
  const { exitCode, stdout, stderr } = await settings
    .execute('git', ['ls-remote', '--', url, ...patterns], {
      env: environmentFor(settings, url),
      signal: settings.signal,
    })
    .catch((fault: unknown) => {
      if (settings.signal.aborted) throw settings.signal.reason;
      throw new Failure('unsupported', {
        asked,
        answered: `git could not be run: ${cleanLine(String(fault))}`,
        advice: 'Install git on this machine.',
      });
    });
  if (exitCode !== 0) throw failureOfGit(asked, stderr);
  const lines = stdout.split('\n').map((line) => /^([0-9a-f]{40}|[0-9a-f]{64})\t(.+)$/.exec(line));
  return new Map(lines.flatMap((line): [string, string][] => (line?.[1] && line[2] ? [[line[2], line[1]]] : [])));
}

/**
 * git's environment: no prompts of any kind, only the transports we allow, and the credentials as configuration that
 * only this process sees and that only this URL gets. With credentials no redirect is followed: git would take them along.
 */
function environmentFor(settings: SourceSettings, url: string): ProcessOptions['env'] {
  const inherited = settings.environment;
  const own = configurationFor(settings, url);
  // What the environment configures already stays in force (git-config(1), GIT_CONFIG_COUNT).
  const first = /^\d+$/.test(inherited.GIT_CONFIG_COUNT ?? '') ? Number(inherited.GIT_CONFIG_COUNT) : 0;
  return {
    ...inherited,
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    SSH_ASKPASS: '',
    ...sshFor(inherited),
    GIT_ALLOW_PROTOCOL: 'https:ssh:http:file',
    GIT_CONFIG_COUNT: String(first + own.length),
    ...Object.fromEntries(
      own.flatMap(([key, value], at) => [
        [`GIT_CONFIG_KEY_${first + at}`, key],
        [`GIT_CONFIG_VALUE_${first + at}`, value],
      ]),
    ),
    LC_ALL: 'C',
  };
}

function configurationFor({ username, token }: SourceSettings, url: string): readonly (readonly [string, string])[] {
  const always = ['protocol.ext.allow', 'never'] as const;
  if (token === undefined) return [always];
  const header = `http.${url}.extraHeader`;
  return [
    always,
    // Empty, it takes away those from before: with the one that actions/checkout leaves there would be two, which GitHub
    // answers with 400 (git-config(1), http.extraHeader).
    [header, ''],
    [header, `Authorization: ${authorizationOf(username, token)}`],
    ['http.followRedirects', 'false'],
    ['credential.helper', ''],
  ];
}

/** The ssh that the environment names, and no questions; of a program of another kind (plink) nobody knows how to say so. */
function sshFor({ GIT_SSH_COMMAND, GIT_SSH }: SourceSettings['environment']): ProcessOptions['env'] {
  if (!GIT_SSH_COMMAND && GIT_SSH) return {};
  return { GIT_SSH_COMMAND: `${GIT_SSH_COMMAND || 'ssh'} -o BatchMode=yes` };
}

/** Over HTTP a token alone goes as the password of a user whose name does not matter to GitHub, GitLab and Gitea. */
function authorizationOf(username: string | undefined, token: string): string {
  return basicHeader(username ?? 'x-access-token', token);
}

/** git has one exit code for everything: the reasons are in its words (LC_ALL=C). */
function failureOfGit(asked: string, stderr: string): Failure {
  const answered = cleanLine(stderr.replace(/^(?:fatal|error|warning): /gm, '')) || 'git failed without a word';
  const advice = `Check ${inputName('source-url')}, ${inputName('source-username')} and ${inputName('source-token')}; try the same git ls-remote by hand.`;
  const kinds: [RegExp, ConstructorParameters<typeof Failure>[0]][] = [
    // A proxy comes first: what it answers says nothing of the repository.
    [
      /proxy (?:connect|tunnel)|connect tunnel failed|from proxy|could not resolve proxy|http code 407|returned error: 407/i,
      'network',
    ],
    [
      /authentication failed|could not read (?:username|password)|permission denied \(|invalid (?:username|credentials)|returned error: 401|http basic: access denied/i,
      'authentication',
    ],
    [/returned error: 403|saml sso|access denied|not allowed to (?:download|access)|forbidden/i, 'denied'],
    [
      /repository .*not found|repository not found|cannot find repository|could not be found|does not appear to be a git repository|does not exist|returned error: 404/i,
      'not-found',
    ],
    [
      /could not resolve host|failed to connect|(?:connection|operation) (?:refused|reset|timed out)|connection closed|no route to host|(?:network|host) is (?:unreachable|down)|temporary failure in name resolution|name or service not known|ssl|certificate|early eof|hung up unexpectedly/i,
      'network',
    ],
  ];
  const kind = kinds.find(([words]) => words.test(stderr))?.[1] ?? 'server';
  // A certificate and a proxy that wants credentials stay so.
  const permanent = kind === 'network' && /certificate|\b407\b/i.test(stderr);
  return new Failure(kind, { asked, answered, advice, permanent });
}
