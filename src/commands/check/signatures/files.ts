import { createReadStream } from 'node:fs';
import { type Failure, usageFailure } from '../../../lib/errors.js';
import { inputName } from '../../../lib/input-names.js';
import { splitList } from '../../shared/inputs/types.js';

/** Bytes of a file of keys or of a trusted root; that of the public-good instance has 7 kB. */
const mostBytes = 1024 * 1024;
const pem = /-----BEGIN ([A-Z0-9 ]+)-----[\s\S]*?-----END \1-----/g;

/**
 * Reads `signature-key`: PEM text, names of files that hold some, or both. The caller checks if it contains keys.
 * @returns the texts, one for each file
 * @throws Failure (usage) for a file that cannot be read
 */
export async function readKeyTexts(given: string): Promise<readonly string[]> {
  const blocks = given.match(pem) ?? [];
  const files = splitList(given.replace(pem, ','));
  // No path has these: it is PEM that lacks a part.
  if (files.some((file) => file.includes('-----'))) return [given];
  const inFiles = await Promise.all(files.map((file) => readSmallFile(file, inputName('signature-key'))));
  return [...blocks, ...inFiles.map((bytes) => bytes.toString('utf8'))];
}

/** @throws Failure (usage) where the file cannot be read, or is far too large */
export async function readSmallFile(path: string, input: string): Promise<Buffer> {
  const bytes = await readBeginning(path).catch((fault: Error): never => {
    throw unreadable(input, path, fault.message);
  });
  if (bytes.length > mostBytes) throw unreadable(input, path, `it has more than ${mostBytes} bytes`);
  return bytes;
}

/** One byte more than the limit: a device has no end. */
async function readBeginning(path: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(path, { end: mostBytes })) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function unreadable(input: string, path: string, why: string): Failure {
  return usageFailure(`${input}: ${JSON.stringify(path)} cannot be read: ${why}`, 'Give the path of a file.');
}
