import { readFile, stat } from 'node:fs/promises';
import { isRepositoryPath, parseRegistry, type RegistryName } from '../../images/name.js';
import { type Failure, usageFailure } from '../../lib/errors.js';
import { inputName, inputValue, usernameAndPassword } from '../../lib/input-names.js';
import { isLoopback } from '../../lib/loopback.js';
import { type Journal, longestJournal, readJournal } from '../../retention/journal.js';
import type { Command, Context } from '../command.js';
import { connectToDelete } from '../shared/deletion/access.js';
import { type RestoreInputs, restoreInputs } from './inputs.js';
import type { RestoreResult } from './outcome.js';
import { type Place, putBack } from './put-back.js';
import { reportRestore } from './report.js';

/** Puts back what `prune` or `delete` has deleted, from the journal. */
export const restore: Command<RestoreInputs, RestoreResult> = {
  name: 'restore',
  summary:
    'Restore images that prune or delete has deleted, from the journal, while the registry still has the layers.',
  inputs: restoreInputs,
  positional: ['journal'],
  examples: ['image-gate-journal-20260102T030405678Z.jsonl --dry-run', 'journal.jsonl --registry registry.example.com'],
  names: { help: 'the restored images; with `dry-run`, the images that would be restored' },
  outputs: {
    restored:
      'A JSON array with one object for each restored tag: `image`, `repository`, `tag`, `digest`. In a dry run, the tags that would be restored.',
    lost: 'A JSON array with the same and `reason` for each tag that cannot be restored because the registry no longer has its layers.',
    'restored-count': 'The number of restored tags.',
  },
  timeout: (inputs) => inputs.timeout,
  run: runRestore,
  report: reportRestore,
};

const usualRegistry = 'docker.io';

async function runRestore(inputs: RestoreInputs, context: Context): Promise<RestoreResult> {
  const path = inputs.journal;
  if (path === undefined)
    throw usageFailure(
      `${inputName('journal')} is required: the file that prune or delete wrote`,
      'Its name is in their output journal, and in their summary: image-gate-journal-….jsonl.',
    );
  const journal = await openJournal(path);
  const name = registryOf(journal, inputs);
  const registry = await connectToDelete(name, { ...inputs, registry: name.host }, context);
  const paths = [...new Set(journal.entries.map(({ repository }) => repository))];
  const places = paths.map((one): Place => {
    const repository = { registry: name, path: one };
    return { repository, entries: journal.entries.filter((entry) => entry.repository === one) };
  });
  const result = await putBack(places, registry, inputs['dry-run'], context);
  return journal.complete ? result : { ...result, failure: result.failure ?? withoutEnd(path, inputs['dry-run']) };
}

async function openJournal(path: string): Promise<Journal> {
  const size = await stat(path).then(
    (found) => found.size,
    (error: Error) => {
      throw unreadable(path, error.message);
    },
  );
  if (size > longestJournal) throw unreadable(path, `it has ${size} bytes, and at most ${longestJournal} are read`);
  const text = await readFile(path, 'utf8').catch((error: Error) => {
    throw unreadable(path, error.message);
  });
  const journal = readJournal(text);
  const wrong = journal.entries.find(({ repository }) => !isRepositoryPath(repository));
  if (wrong !== undefined) throw unreadable(path, `${JSON.stringify(wrong.repository)} is not a repository`);
  return journal;
}

/**
 * A journal is a file from an unknown author: it does not decide where username and password, or an ID token, are sent,
 * nor that credentials of the Docker config are sent over plain HTTP.
 * @throws Failure (usage) when the journal is of another registry than the input names, or than the credentials are for
 */
function registryOf({ head }: Journal, { registry, username, oidc }: RestoreInputs): RegistryName {
  const named = parseRegistry(head.registry);
  const areGiven = username !== undefined || oidc !== undefined;
  const wanted = registry ?? (areGiven ? usualRegistry : undefined);
  if (wanted === undefined && (!named.plainHttp || isLoopback(named.host))) return named;
  const name = wanted === undefined ? undefined : parseRegistry(wanted);
  if (name?.host === named.host) return name;
  const whose = oidc === undefined ? `${usernameAndPassword} are for` : `${inputName('oidc')} is for`;
  const expected = registry === undefined ? whose : `${inputName('registry')} is`;
  throw usageFailure(
    name === undefined
      ? `the journal is of ${head.registry}, which is reached without TLS`
      : `the journal is of ${named.host}, and ${expected} ${name.host}`,
    `To send the credentials there, give ${inputValue('registry', head.registry)}.`,
  );
}

function withoutEnd(path: string, dryRun: boolean): Failure {
  return usageFailure(
    `the journal ${JSON.stringify(path)} has no end: the file was cut off, or its writer was stopped before it deleted the last of it`,
    `Its manifests ${dryRun ? 'would be' : 'were'} restored. If the file was truncated, get the complete one and run this again.`,
  );
}

function unreadable(path: string, why: string): Failure {
  return usageFailure(
    `the journal ${JSON.stringify(path)} cannot be read: ${why}`,
    'Give the file that delete or prune wrote.',
  );
}
