import { isRepositoryPath, parseRegistry, type RegistryName } from '../../images/name.js';
import { usageFailure } from '../../lib/errors.js';
import { inputName } from '../../lib/input-names.js';
import { checkPath } from '../../registries/drivers/index.js';
import type { Command, Context } from '../command.js';
import { openCacheFolder } from '../shared/cache/folder.js';
import { createReaders } from '../shared/cache/readers.js';
import { checkTarget, writeTarget } from '../shared/files/results-file.js';
import { readRepositoryName } from '../shared/inputs/image.js';
import { connectWith } from '../shared/inputs/registry.js';
import { formatBackup } from './document.js';
import { type BackupInputs, backupInputs } from './inputs.js';
import { readRepositories, type Scope } from './read.js';
import { type BackupResult, reportBackup } from './report.js';

/** Repositories, their settings and their tags as one file, of which two can be compared. */
export const backup: Command<BackupInputs, BackupResult> = {
  name: 'backup',
  summary:
    'Write the tags, digests, dates and settings of repositories to one JSON file. Images themselves are not saved.',
  inputs: backupInputs,
  positional: ['image'],
  examples: ['--namespace acme --file today.json', 'ghcr.io/acme/app ghcr.io/acme/web --details'],
  outputs: { file: 'The path of the file.', count: 'The number of repositories in the file.' },
  timeout: (inputs) => inputs.timeout,
  run: runBackup,
  report: reportBackup,
};

async function runBackup(inputs: BackupInputs, context: Context): Promise<BackupResult> {
  const { registry, scope } = planBackup(inputs, context);
  if (inputs['cache-dir'] !== undefined && !inputs.details) {
    throw usageFailure(
      `${inputName('cache-dir')} is given, and ${inputName('details')} is not`,
      `Without ${inputName('details')} no image is read, so there is nothing to cache.`,
    );
  }
  const file = inputs.file ?? '';
  await checkTarget(file);
  const created = context.now();
  const readers = createReaders(await openCacheFolder(inputs['cache-dir'], context));
  const connected = await connectWith(registry, inputs, context);
  const read = await readRepositories(connected, scope, inputs.details ? readers : undefined, context).finally(
    readers.save,
  );
  const repositories = [...read].sort((one, other) => (one.name < other.name ? -1 : 1));
  await writeTarget(file, formatBackup({ registry: registry.host, created, repositories }));
  return { file, registry: registry.host, created, repositories };
}

/** @throws Failure (usage) when nothing is named, or the names cannot be in one backup. */
function planBackup(inputs: BackupInputs, context: Context): { registry: RegistryName; scope: Scope } {
  const { image, namespace } = inputs;
  if (image.length === 0) return { registry: parseRegistry(inputs.registry), scope: wholeNamespace(namespace) };
  const named = image.map((one) => readRepositoryName(one, inputs, context.workflow));
  const images = [...new Map(named.map((one) => [one.path, one])).values()];
  const [first] = named;
  const other = named.find((one) => one.registry.host !== first?.registry.host);
  if (first === undefined || other !== undefined) {
    throw usageFailure(
      `${inputName('image')} names repositories in ${first?.registry.host} and ${other?.registry.host}`,
      'A backup covers one registry: use one step for each registry.',
    );
  }
  images.forEach(checkPath);
  return { registry: first.registry, scope: { kind: 'images', images } };
}

function wholeNamespace(namespace: string | undefined): Scope {
  if (namespace === undefined) {
    throw usageFailure(
      `neither ${inputName('image')} nor ${inputName('namespace')} is given`,
      'Give the repositories to back up, or their namespace.',
    );
  }
  if (isRepositoryPath(namespace)) return { kind: 'namespace', namespace };
  throw usageFailure(
    `${inputName('namespace')} is ${JSON.stringify(namespace)}, which is not a valid namespace`,
    'It is in lower case.',
  );
}
