import { formatRepository, type RepositoryName } from '../../images/name.js';
import { inputName } from '../../lib/input-names.js';
import type { Command, Context } from '../command.js';
import { openCacheFolder } from '../shared/cache/folder.js';
import { connectToDelete } from '../shared/deletion/access.js';
import { journalName, refuseExisting } from '../shared/deletion/journal-file.js';
import { expiresLabel, labelName } from './expires-label.js';
import { readGoneRefs } from './gone-refs.js';
import { type NamedInUse, readInUse } from './in-use.js';
import { type PruneInputs, pruneInputs } from './inputs.js';
import { notPulledFor } from './not-pulled-for.js';
import type { PruneResult } from './outcome.js';
import { pruneAll } from './prune-all.js';
import { reportPrune } from './report.js';
import { readRequest } from './request.js';

/** Deletes the images of a repository that a policy lets go, and nothing that one which stays needs. */
export const prune: Command<PruneInputs, PruneResult> = {
  name: 'prune',
  summary:
    'Delete old images by count, age, group and use. Reports the reason for every tag, and writes a journal for restore.',
  inputs: pruneInputs,
  positional: ['image'],
  examples: [
    'acme/app --keep 10 --older-than 30d --dry-run',
    "ghcr.io/acme/app --gone-refs '{branch},pr-{pr},sha-{short-sha}' --repo acme/app",
    "acme/app,acme/web --not-pulled-for 180d --protect '^v[0-9]' --in-use k8s/",
  ],
  names: { help: 'the deleted images; with `dry-run`, the images that would be deleted' },
  outputs: {
    deleted:
      'A JSON array with one object for each deleted tag: `image`, `tag`, `digest`, `created`, `reason`. In a dry run, the tags that would be deleted.',
    kept: 'A JSON array with the same for each tag that the rules keep.',
    blocked:
      'A JSON array with the same for each tag that the rules would delete, but that is kept because another image needs it or the registry has locked it.',
    failed: 'A JSON array with the same for each tag that could not be deleted.',
    'deleted-count': 'The number of deleted tags.',
    'kept-count':
      'The number of remaining tags, including blocked and failed ones, in the repositories that were pruned.',
    journal: 'The file with the deleted manifests, for `restore`. Empty if nothing was deleted.',
  },
  destructive(inputs, workflow) {
    const { repositories } = readRequest(inputs, workflow);
    if (inputs['dry-run']) return undefined;
    return `Prune ${repositories.map(formatRepository).join(', ')}? (See the plan first with --dry-run.)`;
  },
  timeout: (inputs) => inputs.timeout,
  run: runPrune,
  report: reportPrune,
};

async function runPrune(inputs: PruneInputs, context: Context): Promise<PruneResult> {
  const request = readRequest(inputs, context.workflow);
  const inUse = await readInUse(inputs['in-use']);
  if (inputs['in-use'].length > 0) warnOfNone(inUse, request.repositories, context);
  const journal = inputs.journal ?? journalName(context.now());
  await refuseExisting(journal);
  const cache = await openCacheFolder(inputs['cache-dir'], context);
  const goneRefs = await readGoneRefs(inputs, request, context);
  const registry = await connectToDelete(request.registry, inputs, context);
  context.progress.update(`looking at what is in ${request.repositories.map(formatRepository).join(', ')}`);
  const policyFor = (repository: (typeof request.repositories)[number]) => ({
    ...request.policy,
    rules: [],
    inUse: inUse.inRepository(repository),
    exempt: new Map<string, string>(),
  });
  const { repositories } = request;
  const span = inputs['not-pulled-for'];
  const label = labelName(inputs['expires-label']);
  // In the order of what they cost.
  const rulesFor = (repository: RepositoryName) => [
    ...(span === undefined ? [] : [notPulledFor(span)]),
    ...(goneRefs === undefined ? [] : [goneRefs(repository)]),
    ...(label === undefined ? [] : [expiresLabel(label)]),
  ];
  const dryRun = inputs['dry-run'];
  const order = { repositories, policyFor, rulesFor, tagsInUse: inUse.words, dryRun, journal, cache };
  return pruneAll(order, registry, context);
}

/** Files of another registry, or an empty one, hold nothing: that looks like a policy, and is none. */
function warnOfNone(inUse: NamedInUse, repositories: readonly RepositoryName[], { log }: Context): void {
  const held = repositories.some((repository) => {
    const { tags, digests } = inUse.inRepository(repository);
    return tags.size + digests.size > 0;
  });
  if (!held)
    log.warn(
      `${inputName('in-use')} names no image of ${repositories.map(formatRepository).join(', ')}: it protects nothing`,
    );
}
