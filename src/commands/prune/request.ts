import { formatRepository, type RegistryName, type RepositoryName } from '../../images/name.js';
import { parseRefTemplate, type RefTemplate } from '../../images/ref-template.js';
import { usageFailure } from '../../lib/errors.js';
import { inputName, inputValue } from '../../lib/input-names.js';
import type { Workflow } from '../../lib/workflow.js';
import { checkPath } from '../../registries/drivers/index.js';
import { type Limit, type Policy, parseLimit } from '../../retention/policy.js';
import { readRepositoryName } from '../shared/inputs/image.js';
import { sourceInputs } from '../shared/inputs/source-inputs.js';
import { labelName } from './expires-label.js';
import type { PruneInputs } from './inputs.js';

/** The request for a prune, read from the inputs and validated. Nothing has been sent yet. */
export interface PruneRequest {
  readonly registry: RegistryName;
  /** Each once. */
  readonly repositories: readonly RepositoryName[];
  /** The templates of tags that name refs, for `gone-refs`. */
  readonly templates: readonly RefTemplate[];
  /** All but what is in use, which is another thing in each repository. */
  readonly policy: Omit<Policy, 'inUse' | 'exempt' | 'rules'>;
}

/** @throws Failure (usage) for the first that makes no sense */
export function readRequest(inputs: PruneInputs, workflow: Workflow | undefined): PruneRequest {
  const images = inputs.image.map((text) => readRepositoryName(text, inputs, workflow));
  const [first] = images;
  if (first === undefined)
    throw usageFailure(`${inputName('image')} is required: the repositories to prune`, 'For example acme/app.');
  const other = images.find(({ registry }) => registry.host !== first.registry.host);
  if (other !== undefined) {
    throw usageFailure(
      `the repositories are in several registries: ${first.registry.host} and ${other.registry.host}`,
      'Prune in one registry at a time: each has credentials of its own.',
    );
  }
  images.forEach(checkPath);
  const byName = new Map(
    images.map(({ registry, path }) => [formatRepository({ registry, path }), { registry, path }]),
  );
  return {
    registry: first.registry,
    repositories: [...byName.values()],
    templates: readTemplates(inputs),
    policy: readPolicy(inputs),
  };
}

function readTemplates(inputs: PruneInputs): readonly RefTemplate[] {
  if (inputs['gone-refs'].length === 0) refuseUnused(inputs);
  return inputs['gone-refs'].map(parseRefTemplate);
}

/** @throws Failure (usage) for inputs of the source that are not used */
function refuseUnused(inputs: PruneInputs): void {
  const names = ['repo', ...Object.keys(sourceInputs)] as const;
  const unused = (names as readonly (keyof PruneInputs)[]).find((name) => {
    const value = inputs[name];
    return Array.isArray(value) ? value.length > 0 : value !== undefined;
  });
  if (unused === undefined) return;
  throw usageFailure(
    `${inputName(unused)} is given, and ${inputName('gone-refs')} is not`,
    `The source is requested for ${inputName('gone-refs')} alone: give that, or leave ${inputName(unused)} out.`,
  );
}

function readPolicy(inputs: PruneInputs): PruneRequest['policy'] {
  const { keep, include, exclude, protect } = inputs;
  const olderThan = inputs['older-than'];
  const groupBy = inputs['group-by'];
  refuseSlashes(inputs);
  refuseNoRule(inputs);
  if (groupBy !== undefined && captures(groupBy) === 0) {
    throw usageFailure(
      `${inputName('group-by')} is ${JSON.stringify(groupBy.source)}, which has no capture group`,
      'Put parentheses around the part that names the group: ^(.+)-[0-9a-f]{7}$.',
    );
  }
  if (groupBy !== undefined && keep === undefined) {
    throw usageFailure(
      `${inputName('group-by')} is given, and ${inputName('keep')} is not`,
      `Groups are for ${inputName('keep')}: give how many images each group keeps.`,
    );
  }
  return { keep, olderThan, include, exclude, protect, groupBy, maxDelete: readLimit(inputs['max-delete']) };
}

/** @throws Failure (usage) without any rule */
function refuseNoRule(inputs: PruneInputs): void {
  const others = ['keep', 'older-than', 'not-pulled-for'] as const;
  if (others.some((name) => inputs[name] !== undefined) || inputs['gone-refs'].length > 0) return;
  if (labelName(inputs['expires-label']) !== undefined) return;
  throw usageFailure(
    `no rule is given: none of ${inputName('keep')}, ${inputName('older-than')}, ${inputName('not-pulled-for')}, ${inputName('expires-label')} and ${inputName('gone-refs')} has a value`,
    `Give the number of newest images to keep (${inputValue('keep', 10)}), the age from which images are deleted (${inputValue('older-than', '30d')}), or both.`,
  );
}

/** As in JavaScript: no tag has a slash, and so nothing would be protected. */
function refuseSlashes(inputs: PruneInputs): void {
  for (const name of ['include', 'exclude', 'protect', 'group-by'] as const) {
    if (!/^\\?\/.*\/[a-z]*$/.test(inputs[name]?.source ?? '')) continue;
    throw usageFailure(
      `${inputName(name)} is written between slashes, which no tag has`,
      'Write the pattern alone: ^v\\d.',
    );
  }
}

function readLimit(given: string | undefined): Limit | undefined {
  if (given === undefined) return undefined;
  const limit = parseLimit(given);
  if (limit !== undefined) return limit;
  throw usageFailure(
    `${inputName('max-delete')} is ${JSON.stringify(given)}, which is neither a number nor a share of 0% to 100%`,
    `Write ${inputValue('max-delete', 50)} or ${inputValue('max-delete', '25%')}.`,
  );
}

/** The number of groups a pattern captures: an alternative that always matches shows them. */
function captures({ source }: RegExp): number {
  return (new RegExp(`${source}|`, 'u').exec('')?.length ?? 1) - 1;
}
