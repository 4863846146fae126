import { readFile } from 'node:fs/promises';
import { type Failure, usageFailure } from '../../lib/errors.js';
import { inputName } from '../../lib/input-names.js';
import type { HubDescriptions, NewHubRepository } from '../../registries/drivers/docker-hub/api.js';
import type { HubRepositoryDetails } from '../../registries/drivers/docker-hub/objects.js';
import type { RepositoryInputs } from './inputs.js';

const longestDescription = 100;
const longestPage = 25_000;

/**
 * The settings from the inputs, with the page read from its file. @throws Failure (usage) when it is longer than Docker
 * Hub takes.
 */
export async function readWanted(inputs: RepositoryInputs): Promise<NewHubRepository> {
  const { private: isPrivate, description, 'full-description': page } = inputs;
  if (description !== undefined) checkLength(inputName('description'), description, longestDescription);
  const fullDescription = page === undefined ? undefined : await readPage(page);
  return {
    ...(isPrivate === undefined ? {} : { private: isPrivate }),
    ...(description === undefined ? {} : { description }),
    ...(fullDescription === undefined ? {} : { fullDescription }),
  };
}

async function readPage(path: string): Promise<string> {
  const named = `${inputName('full-description')} ${JSON.stringify(path)}`;
  const bytes = await readFile(path).catch((error: Error): never => {
    throw usageFailure(
      `${named} cannot be read: ${error.message}`,
      'It is looked for in the working directory; in a workflow actions/checkout has to come first.',
    );
  });
  const text = decode(bytes, named);
  checkLength(named, text, longestPage);
  return text;
}

/** Without a byte order mark. */
function decode(bytes: Buffer, named: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw usageFailure(`${named} is not UTF-8`, 'Save the file as UTF-8.');
  }
}

function checkLength(named: string, text: string, most: number): void {
  const length = [...text].length;
  if (length > most) throw tooLong(named, length, most);
}

function tooLong(named: string, length: number, most: number): Failure {
  const count = (number: number) => String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return usageFailure(
    `${named} has ${count(length)} characters`,
    `Docker Hub accepts at most ${count(most)}: make it shorter; nothing was sent.`,
  );
}

/** The settings that differ from the current ones. */
export interface Changes {
  readonly descriptions: HubDescriptions;
  /** Undefined: it is as it should be. */
  readonly private: boolean | undefined;
}

/** Line ends, and blanks at the end, are no difference: servers make their own. */
export function changesTo(found: HubRepositoryDetails, wanted: NewHubRepository): Changes {
  const { description, fullDescription } = wanted;
  return {
    descriptions: {
      ...(differs(description, found.description) ? { description } : {}),
      ...(differs(fullDescription, found.fullDescription) ? { fullDescription } : {}),
    },
    private: wanted.private === found.private ? undefined : wanted.private,
  };
}

function differs(wanted: string | undefined, found: string | undefined): wanted is string {
  const bare = (text: string) => text.replaceAll('\r\n', '\n').trimEnd();
  return wanted !== undefined && bare(wanted) !== bare(found ?? '');
}
