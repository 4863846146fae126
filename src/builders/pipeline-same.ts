import type { BuildInputs } from './build-inputs.js';
import type { BuildOrder } from './builder.js';
import type { Pipeline, PipelineOrder, PipelineTarget } from './pipeline-api.js';

/** The sections of bitbucket-pipelines.yml that a push runs. */
const sectionsOfPushes = new Set(['default', 'branches', 'tags', 'bookmarks']);

/**
 * True if a pipeline does the same as the requested one: the same selector at the same ref for the same commit, with
 * exactly the same variables. Where something of that cannot be seen (a secured variable), it is not the same.
 * @param variables those of the requested one, filled in
 */
export function isSame(
  { target, variables: others }: Pipeline,
  wanted: PipelineOrder,
  order: BuildOrder,
  variables: BuildInputs,
): boolean {
  return (
    isSelectedBy(target, wanted) &&
    isAt(target, order) &&
    others.length === variables.length &&
    variables.every(([key, value]) => others.some(([name, other]) => name === key && other === value))
  );
}

function isSelectedBy({ selector }: PipelineTarget, { custom }: PipelineOrder): boolean {
  if ('custom' in selector) return selector.custom === custom;
  return custom === undefined && sectionsOfPushes.has(selector.section);
}

function isAt({ ref, commit }: PipelineTarget, order: BuildOrder): boolean {
  // The list is of this commit only; a pipeline with another commit is a different one.
  if (commit !== undefined && commit !== order.commit) return false;
  if (order.refKind === undefined) return ref === undefined;
  return ref?.kind === order.refKind && ref.name === order.ref;
}
