import { basicHeader } from '../http/headers.js';
import { cleanLine } from '../lib/clean-line.js';
import { Failure } from '../lib/errors.js';
import type { ProcessOptions, ProcessResult } from '../lib/processes.js';
import { sleep } from '../lib/timers.js';
import { gitError } from './git-errors.js';
import type { SourceSettings } from './source.js';

type Environment = ProcessOptions['env'];

/** Runs git for one remote. */
export interface GitProcess {
  /** The remote as git takes it. */
  readonly url: string;
  /**
   * Runs a command that requests something of the remote and changes nothing there: it is repeated where the network
   * failed.
   * @param env beside what every git gets
   * @returns its standard output
   * @throws Failure by git's message; unsupported where git cannot be run
   */
  request(args: readonly string[], env?: Environment): Promise<string>;
  /** Runs a command once, and gives back how it ended. */
  run(args: readonly string[], env?: Environment): Promise<ProcessResult>;
}

export function createGitProcess(settings: SourceSettings): GitProcess {
  const url = settings.remote ?? settings.url?.href ?? '';
  const common = environmentFor(settings, url);

  async function run(args: readonly string[], env: Environment = {}): Promise<ProcessResult> {
    try {
      return await settings.execute('git', args, { env: { ...common, ...env }, signal: settings.signal });
    } catch (error) {
      if (settings.signal.aborted) throw settings.signal.reason;
      throw new Failure('unsupported', {
        operation: `git ${args[0]} ${url}`,
        reason: `git could not be run: ${cleanLine(String(error))}`,
        advice: 'Install git on this machine.',
      });
    }
  }

  return {
    url,
    run,
    async request(args, env) {
      for (let attempt = 0; ; attempt += 1) {
        const { exitCode, stdout, stderr } = await run(args, env);
        if (exitCode === 0) return stdout;
        const { failure, pauses } = gitError(`git ${args[0]} ${url}`, stderr, settings);
        const pause = pauses[attempt];
        if (pause === undefined) throw failure;
        await sleep(pause, settings.signal);
      }
    },
  };
}

/**
 * git's environment: no prompts of any kind, only the transports we allow, and the credentials as configuration that
 * only this process sees and that only this URL gets. With credentials no redirect is followed: git would take them
 * along.
 */
function environmentFor(settings: SourceSettings, url: string): Environment {
  const inherited = settings.environment;
  const own = configurationFor(settings, url);
  // Configuration from the environment stays in force (git-config(1), GIT_CONFIG_COUNT).
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
    // Empty, it takes away those from before: with the one that actions/checkout leaves there would be two, which
    // GitHub answers with 400 (git-config(1), http.extraHeader).
    [header, ''],
    [header, `Authorization: ${authorizationOf(username, token)}`],
    ['http.followRedirects', 'false'],
    ['credential.helper', ''],
  ];
}

/**
 * The ssh that the environment names, and no questions; programs of another kind (plink) have no known option for it.
 */
function sshFor({ GIT_SSH_COMMAND, GIT_SSH }: SourceSettings['environment']): Environment {
  if (!GIT_SSH_COMMAND && GIT_SSH) return {};
  return { GIT_SSH_COMMAND: `${GIT_SSH_COMMAND || 'ssh'} -o BatchMode=yes` };
}

/** Over HTTP a token alone goes as the password of a user whose name does not matter to GitHub, GitLab and Gitea. */
function authorizationOf(username: string | undefined, token: string): string {
  return basicHeader(username ?? 'x-access-token', token);
}
