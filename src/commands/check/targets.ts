import { usageFailure } from '../../errors.js';
import {
  parseImageName,
  parseRegistry,
  type RegistryName,
  type RepositoryName,
  repositoryName,
} from '../../images/name.js';
import { type Platform, parsePlatform } from '../../images/platform.js';
import { parseTagTemplate, type TagTemplate } from '../../images/tag-template.js';

import { profileOf } from '../../registries/profiles.js';
import { sourceKinds } from '../../sources/index.js';
import { parseRef, type Ref, refName } from '../../sources/ref.js';
import type { SourceKind } from '../../sources/source.js';
import type { Workflow } from '../../workflow.js';
import type { CheckInputs } from './inputs.js';

/** Everything a check was asked, read and found to make sense. Nothing has been asked of anybody yet. */
export interface CheckPlan {
  readonly source: SourceKind;
  readonly sourceUrl: URL | undefined;
  readonly sourceToken: string | undefined;
  readonly template: TagTemplate;
  readonly platforms: readonly Platform[];
  readonly targets: readonly Target[];
}

/** One source repository and the image that is built from it. */
export interface Target {
  /** As the user wrote it, without the owner: `saas-apigateway`. */
  readonly name: string;
  /** With the owner, as the source wants it: `loyaltoid/saas-apigateway`. */
  readonly sourceRepository: string;
  readonly ref: Ref;
  /** The ref in words: what the user wrote, or the workflow's branch. */
  readonly refName: string;
  /** Of the workflow's own commit, whether its ref is a branch or a tag. */
  readonly refKind?: 'branch' | 'tag';
  readonly image: RepositoryName;
}

/**
 * Reads the inputs of a check together.
 * @throws Failure (usage) for the first that makes no sense.
 */
export function planCheck(inputs: CheckInputs, workflow: Workflow | undefined): CheckPlan {
  const source = sourceKinds.find(({ name }) => name === inputs.source);
  if (source === undefined) throw usageFailure(`source ${inputs.source} is not known`);
  const sourceUrl = readSourceUrl(source, inputs['source-url'], workflow);
  const names = readNames(source, inputs, sourceUrl, workflow);
  const registry = parseRegistry(inputs.registry);
  checkTimes(inputs);
  checkSourceCredentials(source, inputs);
  return {
    source,
    sourceUrl,
    sourceToken: inputs['source-token'] ?? workflowToken(source, sourceUrl, workflow),
    template: parseTagTemplate(inputs.tag),
    platforms: inputs.platforms.map(parsePlatform),
    targets: names.map(({ owner, name }) => {
      const sourceRepository = owner === undefined ? name : `${owner}/${name}`;
      const own =
        source.name === 'github' &&
        isWorkflowServer(sourceUrl, workflow) &&
        sameName(workflow?.repository, sourceRepository);
      return {
        name,
        sourceRepository,
        ...readRef(inputs.ref, own ? workflow : undefined, sourceRepository),
        image: readImage(inputs, registry, owner, name, names.length),
      };
    }),
  };
}

const gitProtocols = new Set(['https:', 'ssh:', 'http:', 'file:']);

function readSourceUrl(source: SourceKind, given: string | undefined, workflow: Workflow | undefined): URL | undefined {
  if (given === undefined) {
    if (source.url === 'needed') {
      const what = source.name === 'git' ? 'the remote’s URL' : `the address of the ${source.title} server`;
      throw usageFailure(`source-url is needed for source ${source.name}`, `Give ${what}.`);
    }
    return source.name === 'github' && workflow ? new URL(workflow.apiUrl) : undefined;
  }
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const allowed = source.name === 'git' ? gitProtocols : new Set(['https:', 'http:']);
  if (url === undefined || !allowed.has(url.protocol)) {
    const schemes = [...allowed].map((scheme) => `${scheme}//`).join(', ');
    throw usageFailure(
      `source-url ${JSON.stringify(given)} is not a URL that source ${source.name} can use`,
      `It begins with one of ${schemes}.`,
    );
  }
  if (url.password !== '' || (url.username !== '' && url.protocol !== 'ssh:')) {
    throw usageFailure(
      'source-url has credentials in it',
      'Give them as source-username and source-token: a URL is shown in logs.',
    );
  }
  if (
    url.hostname.startsWith('-') ||
    url.username.startsWith('-') ||
    (url.hostname === '' && url.protocol !== 'file:')
  ) {
    throw usageFailure(`source-url ${JSON.stringify(given)} has no host that can be used`);
  }
  if (source.name !== 'git' && (url.search !== '' || url.hash !== '')) {
    throw usageFailure(
      `source-url ${JSON.stringify(given)} has a query or a fragment`,
      'Give the server’s address alone.',
    );
  }
  return url;
}

const namePart = /^(?:~?[A-Za-z0-9_][A-Za-z0-9._-]*|\.[A-Za-z0-9_-][A-Za-z0-9._-]*|\{[0-9a-f-]{36}\})$/;

function readNames(source: SourceKind, inputs: CheckInputs, url: URL | undefined, workflow: Workflow | undefined) {
  const given = inputs.repo.length > 0 ? inputs.repo : defaultNames(source, url, workflow);
  if (given.length === 0) {
    throw usageFailure(
      'repo is needed: there is no workflow whose own repository it could be',
      'Give the name of the source repository.',
    );
  }
  if (source.name === 'git' && given.length > 1) {
    throw usageFailure(
      `source git has one remote (source-url), and repo names ${given.length}`,
      'Use one step for each remote.',
    );
  }
  return given.map((whole) => {
    const parts = whole.split('/');
    if (!parts.every((part) => namePart.test(part) && part !== '..'))
      throw usageFailure(`repo ${JSON.stringify(whole)} is not the name of a repository`);
    const name = parts.pop() ?? '';
    const owner = parts.length > 0 ? parts.join('/') : (inputs.owner ?? workflow?.repository.split('/')[0]);
    if (owner === undefined && source.ownerNeeded) {
      throw usageFailure(
        `owner is needed for repo ${JSON.stringify(whole)}`,
        `Give the ${source.title} workspace, organization, project or group, or write owner/name.`,
      );
    }
    if (owner !== undefined && !owner.split('/').every((part) => namePart.test(part) && part !== '..')) {
      throw usageFailure(`owner ${JSON.stringify(owner)} is not a name that an owner can have`);
    }
    return { owner, name };
  });
}

function defaultNames(source: SourceKind, url: URL | undefined, workflow: Workflow | undefined): readonly string[] {
  if (source.name === 'git')
    return [
      url?.pathname
        .replace(/\/+$/, '')
        .replace(/\.git$/, '')
        .split('/')
        .pop() ?? '',
    ];
  return workflow ? [workflow.repository] : [];
}

/** @param own the workflow, when this is its own repository */
function readRef(
  given: string | undefined,
  own: Workflow | undefined,
  repository: string,
): Pick<Target, 'ref' | 'refName' | 'refKind'> {
  // `ref: ${{ github.ref }}` on a pull request is refs/pull/7/merge: the event knows the commit that is meant.
  const ofEvent = own !== undefined && (given === undefined || (given === own.ref && given.startsWith('refs/pull/')));
  if (ofEvent)
    return { ref: { kind: 'commit', sha: own.commit() }, refName: own.refName || own.commit(), ...kindOf(own) };
  if (given === undefined) {
    throw usageFailure(
      `ref is needed: the workflow’s commit is not one of ${repository}`,
      'Give a branch, a tag or a commit SHA of that repository.',
    );
  }
  const ref = parseRef(given);
  return { ref, refName: refName(ref) };
}

/** Of a pull request the head is a branch, of this repository or of a fork: not one that could be dispatched at. */
function kindOf({ ref }: Workflow): Pick<Target, 'refKind'> {
  if (ref.startsWith('refs/heads/')) return { refKind: 'branch' };
  return ref.startsWith('refs/tags/') ? { refKind: 'tag' } : {};
}

function readImage(
  inputs: CheckInputs,
  registry: RegistryName,
  owner: string | undefined,
  name: string,
  count: number,
): RepositoryName {
  if (inputs.image !== undefined) {
    if (count > 1)
      throw usageFailure(
        `image names one image, and repo names ${count} repositories`,
        'Leave image empty, or use one step for each.',
      );
    const image = parseImageName(inputs.image, registry);
    if (image.tag !== undefined || image.digest !== undefined) {
      throw usageFailure(
        `image ${JSON.stringify(inputs.image)} has a tag or a digest`,
        'Give the name alone; how the tag is made is the input tag.',
      );
    }
    checkRegistries(image.registry, registry, inputs);
    return image;
  }
  const { emptyNamespace } = profileOf(registry);
  const namespace = inputs.namespace ?? (emptyNamespace === 'owner' ? owner?.toLowerCase() : undefined);
  if (namespace === undefined && emptyNamespace !== 'none') {
    throw usageFailure(
      `namespace is needed for images in ${registry.host}`,
      'Give the user or organization that the image is pushed to, or the whole name as image.',
    );
  }
  return repositoryName(registry, namespace === undefined ? name.toLowerCase() : `${namespace}/${name.toLowerCase()}`);
}

/** `image` may bring its own registry, but never takes along the credentials that were given for another. */
function checkRegistries(ofImage: RegistryName, registry: RegistryName, inputs: CheckInputs): void {
  if (ofImage.host === registry.host) return;
  if (registry.host === 'docker.io' && inputs.username === undefined && inputs.password === undefined) return;
  throw usageFailure(
    `image is in ${ofImage.host}, and registry is ${registry.host}`,
    `username and password go to registry and nowhere else: write registry: ${ofImage.host}.`,
  );
}

/** The workflow's own token is for its own server, and only as a reader of GitHub. */
function workflowToken(source: SourceKind, url: URL | undefined, workflow: Workflow | undefined): string | undefined {
  return source.name === 'github' && isWorkflowServer(url, workflow) ? workflow?.token : undefined;
}

function isWorkflowServer(url: URL | undefined, workflow: Workflow | undefined): boolean {
  return (
    url !== undefined && workflow !== undefined && url.href.replace(/\/+$/, '') === workflow.apiUrl.replace(/\/+$/, '')
  );
}

/** GitHub's names are the same in lower and in upper case. */
function sameName(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}

function checkTimes({ wait, timeout }: CheckInputs): void {
  if (timeout === undefined || timeout > wait) return;
  throw usageFailure(
    'timeout is not longer than wait',
    'timeout is the time for all of it: give more, or leave it empty.',
  );
}

function checkSourceCredentials(source: SourceKind, inputs: CheckInputs): void {
  const { 'source-username': username, 'source-token': token } = inputs;
  if (username !== undefined && token === undefined)
    throw usageFailure('source-username is given, and source-token is not');
  if (username?.includes(':')) throw usageFailure('source-username has a colon in it, which no user name can have');
  if (token !== undefined && !/^[\x21-\x7e]+$/.test(token)) {
    throw usageFailure(
      'source-token has characters that no token has',
      'Store the secret again: it may have a blank or a quote too many.',
    );
  }
  const usesNames = source.name === 'bitbucket' || source.name === 'git';
  if (username !== undefined && !usesNames)
    throw usageFailure(`source-username has no use for source ${source.name}`, 'Give source-token alone.');
}
