import { formatRepository, type RepositoryName } from '../../images/name.js';
import type { RefTemplate } from '../../images/ref-template.js';
import { usageFailure } from '../../lib/errors.js';
import { inputName, inputValue } from '../../lib/input-names.js';
import { countOf } from '../../reports/quantities.js';
import { createGoneRefs } from '../../retention/gone-refs.js';
import type { RefKind } from '../../sources/existing-refs.js';
import { lastPart } from '../../sources/remote.js';
import type { Source } from '../../sources/source.js';
import type { Context } from '../command.js';
import { checkReachable, findCurrent, openSource, planSource, type SourcePlan } from '../shared/inputs/source.js';
import type { PruneInputs } from './inputs.js';
import type { PruneRequest } from './request.js';
import type { UnreadRule } from './unread-rules.js';

/**
 * Reads the source that `gone-refs` is about. Nothing is requested of it yet.
 * @returns the rule of each repository; undefined where the input is not given
 * @throws Failure (usage) for a combination that makes no sense
 */
export async function readGoneRefs(
  inputs: PruneInputs,
  { repositories: images, templates }: Pick<PruneRequest, 'repositories' | 'templates'>,
  context: Context,
): Promise<((image: RepositoryName) => UnreadRule) | undefined> {
  if (templates.length === 0) return undefined;
  const kinds = kindsOf(templates);
  const plan = await readSource(inputs, images, context);
  if (kinds.has('pull-requests') && !plan.kind.pullRequests) {
    throw usageFailure(
      `${inputName('gone-refs')} has {pr}, and ${inputValue('source', plan.kind.name)} has no pull requests`,
      `Leave {pr} out, or choose the host of the repository by ${inputName('source')}.`,
    );
  }
  const source = openSource(plan, context);
  return (image) => {
    const at = images.findIndex((one) => formatRepository(one) === formatRepository(image));
    const { owner, name } = plan.repositories[plan.repositories.length === 1 ? 0 : at] ?? {
      owner: undefined,
      name: '',
    };
    const repository = owner === undefined ? name : `${owner}/${name}`;
    return {
      async read(candidates) {
        const rule = await readRule({ templates, kinds, source, repository, context });
        // Each tag is read once, and not within the time that patterns have.
        for (const candidate of candidates) rule(candidate, context.now());
        return rule;
      },
    };
  };
}

interface Reading {
  readonly templates: readonly RefTemplate[];
  readonly kinds: ReadonlySet<RefKind>;
  readonly source: Source;
  readonly repository: string;
  readonly context: Context;
}

async function readRule({ templates, kinds, source, repository, context }: Reading) {
  context.progress.update(`looking at the branches and tags of ${repository}`);
  const refs = await source.refs(repository, kinds);
  const counts = [
    ...(kinds.has('branches')
      ? [countOf(refs.branches.length, 'branch', 'branches'), countOf(refs.tags.length, 'tag')]
      : []),
    ...(kinds.has('pull-requests') ? [countOf(refs.pullRequests.length, 'open pull request')] : []),
  ];
  context.log.info(`${repository} has ${counts.join(', ')}`);
  return createGoneRefs(templates, refs, repository);
}

/** Of the names both lists: an image stays while either has one that could have made its tag. */
function kindsOf(templates: readonly RefTemplate[]): ReadonlySet<RefKind> {
  const named = new Set(templates.map((template) => template.named));
  if (named.size === 1 && named.has('commit')) {
    throw usageFailure(
      `${inputName('gone-refs')} names no ref: every template is for tags of commits`,
      'Add the template of the tags that name a branch, a tag or a pull request: {branch}, pr-{pr}.',
    );
  }
  const hasNames = (['branch', 'tag', 'ref'] as const).some((one) => named.has(one));
  return new Set<RefKind>([
    ...(hasNames ? (['branches', 'tags'] as const) : []),
    ...(named.has('pr') ? (['pull-requests'] as const) : []),
  ]);
}

async function readSource(
  inputs: PruneInputs,
  images: readonly RepositoryName[],
  context: Context,
): Promise<SourcePlan> {
  const ofImages = inputs.repo.length === 0 && inputs.owner !== undefined && inputs.source !== 'git';
  const repo = ofImages ? images.map(({ path }) => lastPart(path)) : inputs.repo;
  const found = context.workflow === undefined ? await findCurrent({ ...inputs, repo }, context) : undefined;
  if (found !== undefined)
    context.log.notice(`${inputName('repo')} is that of ${found.from}: ${found.source.repository}`);
  const plan = planSource({ ...inputs, repo }, context, found);
  const count = plan.repositories.length;
  if (count !== 1 && count !== images.length) {
    throw usageFailure(
      `${inputName('repo')} names ${count} repositories, and ${inputName('image')} names ${images.length}`,
      'Give one source repository for all images, or one for each of them in their order.',
    );
  }
  checkReachable(plan);
  return plan;
}
