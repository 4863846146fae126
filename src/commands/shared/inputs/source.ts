import { basicHeader } from '../../../http/headers.js';
import { usageFailure } from '../../../lib/errors.js';
import { inputName, inputValue } from '../../../lib/input-names.js';
import { githubApiUrl, type Workflow } from '../../../lib/workflow.js';
import { clonedCommit } from '../../../sources/clone.js';
import { type CurrentCommit, pipelineCommit } from '../../../sources/current-commit.js';
import { sourceKinds } from '../../../sources/index.js';
import { isRemote, parseRemote, sourceOf } from '../../../sources/remote.js';
import { type Source, type SourceKind, webProtocols } from '../../../sources/source.js';
import type { Context } from '../../command.js';
import type { SourceInputs } from './source-inputs.js';
import { checkOwner, readRepositories, type SourceRepository } from './source-repositories.js';
import { checkUserName } from './types.js';

/** The source of the commits, read and validated. */
export interface SourcePlan {
  readonly kind: SourceKind;
  /** The self-hosted server or the git remote; undefined: the public service. */
  readonly url: URL | undefined;
  /** The remote as git takes it; only of `source: git`. */
  readonly remote: string | undefined;
  readonly token: string | undefined;
  readonly username: string | undefined;
  /** The commit that the run itself is about, and its repository at this source. */
  readonly current: Current | undefined;
  readonly repositories: readonly SourceRepository[];
}

/** A commit that is known without a request to the source. */
export type Current = Pick<Workflow, 'repository' | 'commit' | 'ref' | 'refName' | 'mergedInto'>;

/** The inputs of the source, from the user or the environment. */
interface Given {
  readonly source: string;
  readonly url: string | undefined;
  readonly repo: readonly string[];
}

const usualSource = 'github';

/**
 * Reads the inputs that describe the source of the commits.
 * @param found the commit that the pipeline or the clone is about, where no input names one
 * @throws Failure (usage) for the first that makes no sense.
 */
export function planSource(
  inputs: SourceInputs,
  { workflow, environment }: Pick<Context, 'workflow' | 'environment'>,
  found: CurrentCommit | undefined,
): SourcePlan {
  const given = found === undefined ? readGiven(inputs) : givenBy(found);
  const kind = sourceKinds.find(({ name }) => name === given.source);
  if (kind === undefined) throw usageFailure(`${inputName('source')} ${given.source} is not known`);
  const url = readUrl(kind, given.url, environment);
  const own = kind.name === 'github' && url !== undefined && isServerOf(url, workflow) ? workflow : undefined;
  const { 'source-username': username, 'source-token': token } = inputs;
  checkUsername(kind, username, token);
  return {
    kind,
    url,
    remote: kind.oneRepository ? given.url : undefined,
    username,
    token: token === undefined ? own?.token : checkToken('source-token', token),
    current: found === undefined ? own : currentOf(found),
    repositories: readRepositories(kind, given.repo, inputs.owner, url, workflow),
  };
}

/** The facts from the pipeline or the git clone, if the inputs name neither a repository nor a server. */
export async function findCurrent(
  { repo, source, 'source-url': url }: SourceInputs,
  context: Context,
): Promise<CurrentCommit | undefined> {
  if (repo.length > 0 || url !== undefined) return undefined;
  const found = pipelineCommit(context.environment) ?? (await clonedCommit(context));
  return source === undefined || source === found?.source.kind ? found : undefined;
}

function givenBy({ source }: CurrentCommit): Given {
  return { source: source.kind, url: source.url, repo: [source.repository] };
}

function currentOf({ source, commit, ref }: CurrentCommit): Current {
  return {
    repository: source.repository,
    commit: () => commit,
    ref,
    refName: ref.replace(/^refs\/(?:heads|tags)\//, ''),
  };
}

/** `repo` may also be the address of the repository: it names the source then. */
function readGiven(inputs: SourceInputs): Given {
  const { source, repo, 'source-url': url } = inputs;
  const [only] = repo;
  if (repo.length !== 1 || only === undefined || url !== undefined || !isRemote(only)) {
    return { source: source ?? usualSource, url, repo };
  }
  const remote = parseRemote(only);
  const known = remote && sourceOf(remote);
  if (source === 'git' || (known?.kind === 'git' && source === undefined))
    return { source: 'git', url: only, repo: [] };
  if (known !== undefined && (source ?? known.kind) === known.kind) {
    return { source: known.kind, url: known.url, repo: [known.repository] };
  }
  throw usageFailure(
    `${inputName('repo')} is the address of a repository, and ${inputValue('source', source ?? usualSource)} is not for its host`,
    `Write owner/name, and the server as ${inputName('source-url')}; for any git remote, ${inputValue('source', 'git')}.`,
  );
}

/**
 * Checks that the source can be reached: a commit in full, and an image’s own tag, take no request.
 * @throws Failure (usage) when it has no address, or a repository no owner
 */
export function checkReachable({ kind, url, repositories }: SourcePlan): void {
  if (kind.url.needed && url === undefined) {
    throw usageFailure(
      `${inputName('source-url')} is required for ${inputValue('source', kind.name)}`,
      `Give ${kind.url.words}.`,
    );
  }
  for (const repository of repositories) checkOwner(kind, repository);
}

/** The source of a plan, its token masked. Nothing is sent yet. */
export function openSource({ kind, url, remote, username, token }: SourcePlan, context: Context): Source {
  if (token !== undefined) hideToken(token, username, context);
  return kind.create({ ...context, url, remote, username, token });
}

/** Masks a token, and what a header makes of it. */
export function hideToken(token: string, username: string | undefined, { log }: Pick<Context, 'log'>): void {
  log.secret(token);
  log.secret(basicHeader(username ?? 'x-access-token', token).replace('Basic ', ''));
}

/**
 * The characters that a header can hold and a token has: RFC 6750 §2.1, and no blanks.
 * @throws Failure (usage) for anything else.
 */
export function checkToken(name: string, token: string): string {
  if (/^[\x21-\x7e]+$/.test(token)) return token;
  throw usageFailure(
    `${inputName(name)} has characters that no token has`,
    'Store the secret again: it may have a blank or a quote too many.',
  );
}

function readUrl(kind: SourceKind, given: string | undefined, environment: Context['environment']): URL | undefined {
  if (given === undefined) return kind.name === 'github' ? readApiUrl(githubApiUrl(environment)) : undefined;
  const shown = `${inputName('source-url')} ${JSON.stringify(given)}`;
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const scpLike = kind.oneRepository && isRemote(given) ? parseRemote(given)?.url : undefined;
  const read = url !== undefined && kind.url.protocols.includes(url.protocol) ? url : scpLike;
  if (read === undefined) {
    const schemes = kind.url.protocols.map((scheme) => `${scheme}//`).join(', ');
    throw usageFailure(
      `${shown} is not a URL that ${inputValue('source', kind.name)} can use`,
      `It begins with one of ${schemes}.`,
    );
  }
  checkUrl(kind, read, shown);
  return read;
}

function checkUrl(kind: SourceKind, url: URL, shown: string): void {
  if (url.password !== '' || (url.username !== '' && url.protocol !== 'ssh:')) {
    const advice = `Give them as ${inputName('source-username')} and ${inputName('source-token')}: a URL is shown in logs.`;
    throw usageFailure(`${inputName('source-url')} contains credentials`, advice);
  }
  const noHost = url.hostname === '' && url.protocol !== 'file:';
  if (noHost || url.hostname.startsWith('-') || url.username.startsWith('-')) {
    throw usageFailure(`${shown} has no host that can be used`);
  }
  if (!kind.oneRepository && (url.search !== '' || url.hash !== '')) {
    throw usageFailure(`${shown} has a query or a fragment`, 'Give the server’s address alone.');
  }
}

function readApiUrl(apiUrl: string): URL {
  if (URL.canParse(apiUrl) && webProtocols.includes(new URL(apiUrl).protocol)) return new URL(apiUrl);
  throw usageFailure(`GITHUB_API_URL is ${JSON.stringify(apiUrl)}, which is not an address`);
}

function checkUsername(kind: SourceKind, username: string | undefined, token: string | undefined): void {
  if (username === undefined) return;
  if (token === undefined)
    throw usageFailure(`${inputName('source-username')} is given, and ${inputName('source-token')} is not`);
  checkUserName(username, inputName('source-username'));
  if (kind.usernames) return;
  throw usageFailure(
    `${inputName('source-username')} does not apply to ${inputValue('source', kind.name)}`,
    `Give ${inputName('source-token')} alone.`,
  );
}

function isServerOf(url: URL, workflow: Workflow | undefined): boolean {
  return workflow !== undefined && url.href.replace(/\/+$/, '') === workflow.apiUrl.replace(/\/+$/, '');
}
