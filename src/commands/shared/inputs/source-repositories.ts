import { usageFailure } from '../../../lib/errors.js';
import { inputName, inputValue } from '../../../lib/input-names.js';
import type { Workflow } from '../../../lib/workflow.js';
import { lastPart, repositoryPath } from '../../../sources/remote.js';
import type { SourceKind } from '../../../sources/source.js';

export interface SourceRepository {
  /** undefined where nothing has named it: see `checkOwner`. */
  readonly owner: string | undefined;
  readonly name: string;
}

/** @throws Failure (usage) when the repository has no owner, and its source has many */
export function checkOwner(kind: SourceKind, { owner, name }: SourceRepository): void {
  if (owner !== undefined || kind.oneRepository) return;
  throw usageFailure(
    `${inputName('owner')} is required for ${inputName('repo')} ${JSON.stringify(name)}`,
    `Write owner/name, or give the user, organization, workspace, project or group at ${kind.title} as ${inputName('owner')}. Other hosts are chosen by ${inputName('source')}.`,
  );
}

/** A part of a name: no path tricks. Bitbucket also takes UUIDs in braces, Data Center `~user`. */
const namePart = /^(?:~?[A-Za-z0-9_][A-Za-z0-9._-]*|\.[A-Za-z0-9_-][A-Za-z0-9._-]*|\{[0-9a-f-]{36}\})$/;
const isName = (text: string) => text.split('/').every((part) => namePart.test(part));

/**
 * Reads the names of the source repositories: those that were given, else the usual one.
 * @param owner of those that have none in front; the workflow's own where it is undefined
 * @param url the source's address
 * @throws Failure (usage) for an invalid name, for none at all, and for several of a source that has one
 */
export function readRepositories(
  kind: SourceKind,
  named: readonly string[],
  owner: string | undefined,
  url: URL | undefined,
  workflow: Workflow | undefined,
): readonly SourceRepository[] {
  const given = named.length > 0 ? named : defaultRepositories(kind, url, workflow);
  if (given.length === 0) {
    const advice =
      'Give the source repository (owner/name), or an image with its tag or digest, which does not need one: acme/app:1.0.';
    throw usageFailure(
      `${inputName('repo')} is required: there is no workflow, pipeline or git clone to take it from`,
      advice,
    );
  }
  if (kind.oneRepository && given.length > 1) {
    const what = `${inputValue('source', kind.name)} has one remote (${inputName('source-url')}), and ${inputName('repo')} names ${given.length}`;
    throw usageFailure(what, 'Use one step for each remote.');
  }
  return given.map((whole) => readRepository(whole, owner ?? workflow?.repository.split('/')[0]));
}

function readRepository(whole: string, usualOwner: string | undefined): SourceRepository {
  if (!isName(whole))
    throw usageFailure(`${inputName('repo')} ${JSON.stringify(whole)} is not the name of a repository`);
  const slash = whole.lastIndexOf('/');
  const owner = slash < 0 ? usualOwner : whole.slice(0, slash);
  if (owner !== undefined && !isName(owner)) {
    throw usageFailure(`${inputName('owner')} ${JSON.stringify(owner)} is not a name that an owner can have`);
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
  const name = url === undefined ? '' : lastPart(repositoryPath(url.pathname));
  return name === '' ? [] : [name];
}
