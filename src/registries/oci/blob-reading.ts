import { createHash, type Hash } from 'node:crypto';
import { networkFailure } from '../../http/client/retry-loop.js';
import type { Download } from '../../http/message.js';
import { describe, type HttpRequest } from '../../http/message.js';
import { failureOf } from '../../http/responses.js';
import { Failure } from '../../lib/errors.js';
import type { Session } from '../session.js';
import type { SizedDescriptor } from './manifest.js';

/** The number of times in a row that a read may break off without having brought anything new. */
const breaksLimit = 4;
const firstWait = 300;

/** Reads a blob: see `Blobs.blob`. */
export async function* readBlob(
  session: Session,
  url: URL,
  scope: string,
  { digest, size }: SizedDescriptor,
): AsyncGenerator<Buffer> {
  const operation = describe({ method: 'GET', url });
  const hash = createHash(digest.startsWith('sha512:') ? 'sha512' : 'sha256');
  /** Read one chunk behind: the last one is only given away when the whole has been verified. */
  let held: Buffer | undefined;
  let position = 0;
  let breaks = 0;
  while (position < size) {
    const before = position;
    try {
      for await (const chunk of readFrom(session, url, scope, position, size)) {
        position += chunk.length;
        if (position > size) throw wrong(operation, `the content is longer than the ${size} bytes of its descriptor`);
        hash.update(chunk);
        if (held !== undefined) yield held;
        held = chunk;
      }
      if (position < size) throw new Error(`the content broke off after ${position} of ${size} bytes`);
    } catch (error) {
      if (error instanceof Failure) throw error;
      breaks = position > before ? 1 : breaks + 1;
      if (breaks >= breaksLimit) throw networkFailure({ method: 'GET', url }, error);
      await session.wait(firstWait * 2 ** (breaks - 1));
    }
  }
  verify(hash, digest, operation);
  if (held !== undefined) yield held;
}

function verify(hash: Hash, digest: string, operation: string): void {
  const actual = `${digest.slice(0, digest.indexOf(':'))}:${hash.digest('hex')}`;
  if (actual !== digest) throw wrong(operation, `the content is ${actual}, not ${digest} as it should be`);
}

/** The content from this position on, whether the server knows `Range` or not. */
async function* readFrom(
  session: Session,
  url: URL,
  scope: string,
  position: number,
  size: number,
): AsyncGenerator<Buffer> {
  const headers: Record<string, string> = position === 0 ? {} : { range: `bytes=${position}-${size - 1}` };
  const request: HttpRequest = { method: 'GET', url, headers, expects: size - position };
  const answer = await session.download(request, scope);
  if (answer.content === undefined) throw failureOf(answer, describe(request), session.advice);
  const misplaced = answer.status === 206 ? misplacedRange(answer, request, position) : undefined;
  let skip = answer.status === 206 ? 0 : position;
  for await (const chunk of answer.content) {
    // Not before: a content whose reading never begins keeps its slot at the host.
    if (misplaced !== undefined) throw misplaced;
    const rest = skip === 0 ? chunk : chunk.subarray(skip);
    skip = Math.max(0, skip - chunk.length);
    if (rest.length > 0) yield rest;
  }
}

function misplacedRange(answer: Download, request: HttpRequest, position: number): Failure | undefined {
  const range = answer.header('content-range');
  const start = /^bytes (\d+)-\d+\/(?:\d+|\*)$/.exec(range ?? '')?.[1];
  if (start !== undefined && Number(start) === position) return undefined;
  return new Failure('server', {
    operation: describe(request),
    reason: `206 with the range ${range ?? 'unsaid'}, which is not what was requested (from byte ${position})`,
    advice: 'A proxy or the registry does not support range requests: report it to its operator.',
  });
}

function wrong(operation: string, reason: string): Failure {
  return new Failure('server', {
    operation,
    reason,
    advice:
      'The content was changed between the registry and this machine, or the storage of the registry is damaged: push the image again.',
  });
}
