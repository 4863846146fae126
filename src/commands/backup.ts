import { usageFailure } from '../errors.js';
import { isRepositoryPath, parseRegistry, type RegistryName, type RepositoryName } from '../images/name.js';
import { inputName } from '../input-names.js';
import { profileOf } from '../registries/profiles.js';
import { formatBackup } from './backup/document.js';

import { type BackupInputs, backupInputs } from './backup/inputs.js';
import { readHub, readRegistry, type Scope } from './backup/read.js';
import { type BackupResult, reportBackup } from './backup/report.js';
import type { Command, Context } from './command.js';
import { hubNameOf } from './hub-name.js';
import { readRepositoryName } from './image-input.js';
import { checkTarget, writeTarget } from './output-file.js';
import { connectHub, connectWith } from './registry-inputs.js';

/** Repositories, their settings and their tags as one file, of which two can be compared. */
export const backup: Command<BackupInputs, BackupResult> = {
  name: 'backup',
  summary:
    'Write repositories, their settings and their tags with digests and dates to one JSON file, to keep and compare.',
  inputs: backupInputs,
  positional: ['image'],
  examples: ['--namespace acme --file today.json'],
  outputs: { file: 'The file that was written.', count: 'How many repositories are in it.' },
  timeout: (inputs) => inputs.timeout,
  run: runBackup,
  report: reportBackup,
};

async function runBackup(inputs: BackupInputs, context: Context): Promise<BackupResult> {
  const { registry, scope } = planBackup(inputs, context);
  const file = inputs.file ?? '';
  await checkTarget(file);
  const created = context.now();
  const read =
    profileOf(registry).ownApi === 'docker-hub'
      ? await readHub(await connectHub(inputs, context), scope, context)
      : await readRegistry(await connectWith(registry, inputs, context), registry, scope, context);
  const repositories = [...read].sort((one, other) => (one.name < other.name ? -1 : 1));
  await writeTarget(file, formatBackup({ registry: registry.host, created, repositories }));
  return { file, registry: registry.host, created, repositories };
}

/** @throws Failure (usage) when nothing is named, or what is named makes no one backup. */
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
      'A backup is of one registry: use one step for each.',
    );
  }
  checkHubNames(images);
  return { registry: first.registry, scope: { kind: 'images', images } };
}

function wholeNamespace(namespace: string | undefined): Scope {
  if (namespace === undefined) {
    throw usageFailure(
      `neither ${inputName('image')} nor ${inputName('namespace')} is given`,
      'Name the repositories to keep, or the namespace of all.',
    );
  }
  if (isRepositoryPath(namespace)) return { kind: 'namespace', namespace };
  throw usageFailure(
    `${inputName('namespace')} is ${JSON.stringify(namespace)}, which no namespace is called`,
    'It is in lower case.',
  );
}

function checkHubNames(images: readonly RepositoryName[]): void {
  for (const image of images) if (profileOf(image.registry).ownApi === 'docker-hub') hubNameOf(image);
}
