import { usageFailure } from '../../errors.js';
import { sourceKinds } from '../../sources/index.js';
import { type SourceKind, webProtocols } from '../../sources/source.js';
import type { Workflow } from '../../workflow.js';
import type { CheckInputs } from './inputs.js';

/** Where the commits come from, read and found to make sense. */
export interface SourcePlan {
  readonly kind: SourceKind;
  /** The self-hosted server or the git remote; undefined: the public service. */
  readonly url: URL | undefined;
  readonly token: string | undefined;
  readonly username: string | undefined;
  /** The server that runs the workflow, when this is it: its own token and its own commit are of use. */
  readonly workflow: Workflow | undefined;
  readonly repositories: readonly { readonly owner: string | undefined; readonly name: string }[];
}

/**
 * Reads the inputs that say where the commits come from.
 * @throws Failure (usage) for the first that makes no sense.
 */
export function planSource(inputs: CheckInputs, workflow: Workflow | undefined): SourcePlan {
  const kind = sourceKinds.find(({ name }) => name === inputs.source);
  if (kind === undefined) throw usageFailure(`source ${inputs.source} is not known`);
  const url = readUrl(kind, inputs['source-url'], workflow);
  const own = kind.name === 'github' && url !== undefined && isServerOf(url, workflow) ? workflow : undefined;
  const { 'source-username': username, 'source-token': given } = inputs;
  checkUsername(kind, username, given);
  return {
    kind,
    url,
    username,
    token: given === undefined ? own?.token : checkToken('source-token', given),
    workflow: own,
    repositories: readRepositories(kind, inputs, url, workflow),
  };
}

/**
 * What a header can hold and a token has: RFC 6750 §2.1, and no blanks.
 * @throws Failure (usage) for anything else.
 */
export function checkToken(name: string, token: string): string {
  if (/^[\x21-\x7e]+$/.test(token)) return token;
  throw usageFailure(
    `${name} has characters that no token has`,
    'Store the secret again: it may have a blank or a quote too many.',
  );
}

function readUrl(kind: SourceKind, given: string | undefined, workflow: Workflow | undefined): URL | undefined {
  if (given === undefined) {
    if (kind.url.needed) throw usageFailure(`source-url is needed for source ${kind.name}`, `Give ${kind.url.words}.`);
    return kind.name === 'github' && workflow ? readApiUrl(workflow) : undefined;
  }
  const shown = `source-url ${JSON.stringify(given)}`;
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url === undefined || !kind.url.protocols.includes(url.protocol)) {
    const schemes = kind.url.protocols.map((scheme) => `${scheme}//`).join(', ');
    throw usageFailure(`${shown} is not a URL that source ${kind.name} can use`, `It begins with one of ${schemes}.`);
  }
  if (url.password !== '' || (url.username !== '' && url.protocol !== 'ssh:')) {
    const advice = 'Give them as source-username and source-token: a URL is shown in logs.';
    throw usageFailure('source-url has credentials in it', advice);
  }
  const noHost = url.hostname === '' && url.protocol !== 'file:';
  if (noHost || url.hostname.startsWith('-') || url.username.startsWith('-')) {
    throw usageFailure(`${shown} has no host that can be used`);
  }
  if (!kind.oneRepository && (url.search !== '' || url.hash !== '')) {
    throw usageFailure(`${shown} has a query or a fragment`, 'Give the server’s address alone.');
  }
  return url;
}

function readApiUrl({ apiUrl }: Workflow): URL {
  if (URL.canParse(apiUrl) && webProtocols.includes(new URL(apiUrl).protocol)) return new URL(apiUrl);
  throw usageFailure(`GITHUB_API_URL is ${JSON.stringify(apiUrl)}, which is not an address`);
}

function checkUsername(kind: SourceKind, username: string | undefined, token: string | undefined): void {
  if (username === undefined) return;
  if (token === undefined) throw usageFailure('source-username is given, and source-token is not');
  if (username.includes(':')) throw usageFailure('source-username has a colon in it, which no user name can have');
  if (kind.usernames) return;
  throw usageFailure(`source-username has no use for source ${kind.name}`, 'Give source-token alone.');
}

function isServerOf(url: URL, workflow: Workflow | undefined): boolean {
  return workflow !== undefined && url.href.replace(/\/+$/, '') === workflow.apiUrl.replace(/\/+$/, '');
}

/** A part of a name: no path tricks. Bitbucket also takes UUIDs in braces, Data Center `~user`. */
const namePart = /^(?:~?[A-Za-z0-9_][A-Za-z0-9._-]*|\.[A-Za-z0-9_-][A-Za-z0-9._-]*|\{[0-9a-f-]{36}\})$/;
const isName = (text: string) => text.split('/').every((part) => namePart.test(part));

function readRepositories(
  kind: SourceKind,
  inputs: CheckInputs,
  url: URL | undefined,
  workflow: Workflow | undefined,
): SourcePlan['repositories'] {
  const given = inputs.repo.length > 0 ? inputs.repo : defaultRepositories(kind, url, workflow);
  if (given.length === 0) {
    const advice = 'Give the source repository: owner/name, or its name and owner.';
    throw usageFailure('repo is needed: there is no workflow whose own repository it could be', advice);
  }
  if (kind.oneRepository && given.length > 1) {
    const what = `source ${kind.name} has one remote (source-url), and repo names ${given.length}`;
    throw usageFailure(what, 'Use one step for each remote.');
  }
  return given.map((whole) => readRepository(kind, whole, inputs.owner ?? workflow?.repository.split('/')[0]));
}

function readRepository(kind: SourceKind, whole: string, usualOwner: string | undefined) {
  if (!isName(whole)) throw usageFailure(`repo ${JSON.stringify(whole)} is not the name of a repository`);
  const slash = whole.lastIndexOf('/');
  const owner = slash < 0 ? usualOwner : whole.slice(0, slash);
  if (owner === undefined && !kind.oneRepository) {
    throw usageFailure(
      `owner is needed for repo ${JSON.stringify(whole)}`,
      `Write owner/name, or give the user, organization, workspace, project or group at ${kind.title} as owner. Other hosts are chosen by source.`,
    );
  }
  if (owner !== undefined && !isName(owner)) {
    throw usageFailure(`owner ${JSON.stringify(owner)} is not a name that an owner can have`);
  }
  return { owner, name: whole.slice(slash + 1) };
}

/** Of a git remote the last part of its path; else the workflow's own. */
function defaultRepositories(
  kind: SourceKind,
  url: URL | undefined,
  workflow: Workflow | undefined,
): readonly string[] {
  if (!kind.oneRepository) return workflow ? [workflow.repository] : [];
  const path = url?.pathname.replace(/\/+$/, '').replace(/\.git$/, '') ?? '';
  return [path.slice(path.lastIndexOf('/') + 1)];
}
