import { parseRegistry, type RegistryName, registryIn } from '../../images/name.js';
import { usageFailure } from '../../lib/errors.js';
import { inputName, inputValue } from '../../lib/input-names.js';
import type { Registry } from '../../registries/registry.js';
import type { Command, Context } from '../command.js';
import { connectWith } from '../shared/inputs/registry.js';
import { selected } from '../shared/inputs/selection.js';
import { type RepositoriesInputs, repositoriesInputs } from './inputs.js';
import type { ListedRepository, RepositoriesResult } from './listing.js';
import { matrixOf } from './matrix.js';
import { countTags, listRepositories } from './read.js';
import { reportRepositories } from './report.js';

/** The repositories of a namespace, or of a registry; and how to spread them over jobs. */
export const repositories: Command<RepositoriesInputs, RepositoriesResult> = {
  name: 'repositories',
  summary:
    'List the repositories of a namespace or registry. Optionally with pulls and sizes, or distributed over the jobs of a matrix.',
  inputs: repositoriesInputs,
  positional: ['namespace'],
  examples: ['acme --details', "registry.example.com/team --include '^team/web-'"],
  names: {
    help: 'the repositories. It is the default if standard output is not a terminal and neither `details` nor `shards` is set',
    usual: ({ details, shards }) => !details && shards === undefined,
  },
  outputs: {
    repositories:
      'A sorted JSON array of the names of the repositories. With `details`, objects with `name` and, as far as an API of the registry reports them, `pulls`, `stars`, `size` (bytes), `updated`, `private`, `description`; without such an API `tags` (their number), or `error` if they could not be counted.',
    count: 'The number of repositories.',
    matrix:
      'JSON for `strategy.matrix`, with `shards`. Each job gets `matrix.repositories` (names separated by commas, for `image`), `matrix.shard`, `matrix.shards` and `matrix.count`.',
  },
  timeout: (inputs) => inputs.timeout,
  run: runRepositories,
  report: reportRepositories,
};

async function runRepositories(inputs: RepositoriesInputs, context: Context): Promise<RepositoriesResult> {
  const { shards, details } = inputs;
  if (shards === 0)
    throw usageFailure(`${inputName('shards')} is 0: at least one job is needed`, 'Give a number from 1 to 256.');
  const registry = parseRegistry(inputs.registry);
  const namespace = namespaceIn(registry, inputs.namespace?.replace(/\/+$/, ''));
  const connected = await connectWith(registry, inputs, context);
  if (await listsOwn(connected)) checkNamespace(connected, namespace);
  const listed = await listRepositories(connected, namespace, context);
  const chosen = [...selected(listed, inputs)].sort(byName);
  const matrix =
    shards === undefined
      ? undefined
      : matrixOf(
          chosen.map(({ name }) => name),
          shards,
        );
  const shown = details && !(await listsOwn(connected)) ? await countTags(chosen, connected, context) : chosen;
  return { registry, namespace, repositories: shown, total: listed.length, detailed: details, matrix };
}

/** True if its driver lists the repositories of a namespace; it may be known only after an answer of the registry. */
async function listsOwn(registry: Registry): Promise<boolean> {
  return (await registry.driver()).repositories !== undefined;
}

/** @throws Failure (usage) where the registry lists the repositories of one namespace, and this is none */
function checkNamespace(registry: Registry, namespace: string | undefined): void {
  const { title } = registry.kind();
  if (namespace !== undefined && /^[a-z0-9][a-z0-9_-]*$/.test(namespace)) return;
  throw usageFailure(
    namespace === undefined
      ? `${inputName('namespace')} is required: ${title} lists the repositories of one`
      : `${inputName('namespace')} ${JSON.stringify(namespace)} is not a namespace on ${title}`,
    bareRegistry(namespace) ?? `Give a user or an organization of ${title}, in lower case.`,
  );
}

/**
 * The namespace alone, of `team` or `registry.example.com/team`.
 * @throws Failure (usage) for one in another registry
 */
function namespaceIn(registry: RegistryName, given: string | undefined): string | undefined {
  const host = registryIn(given ?? '')?.host;
  if (given === undefined || host === undefined) return given;
  if (host === registry.host) return given.slice(given.indexOf('/') + 1);
  throw usageFailure(
    `${inputName('namespace')} ${JSON.stringify(given)} is in ${host}, and ${inputName('registry')} is ${registry.host}`,
  );
}

/** The advice for a registry in place of a namespace. */
function bareRegistry(namespace = ''): string | undefined {
  return /[.:]|^localhost$/.test(namespace) ? `Give ${inputValue('registry', namespace)}.` : undefined;
}

function byName(one: ListedRepository, other: ListedRepository): number {
  return one.name < other.name ? -1 : 1;
}
