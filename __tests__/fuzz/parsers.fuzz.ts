import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc, { type Arbitrary } from 'fast-check';
import { retryAfter } from '../../src/http/client/retry-after.js';
import { nextLink } from '../../src/http/headers.js';
import { serverWords } from '../../src/http/server-words.js';
import { formatImage, parseImageName, parseRegistry } from '../../src/images/name.js';
import { imageReferences } from '../../src/images/references.js';
import { parseTag } from '../../src/images/version.js';
import { compareTags } from '../../src/images/version-order.js';
import { cleanLine } from '../../src/lib/clean-line.js';
import { Failure } from '../../src/lib/errors.js';
import { parseChallenges } from '../../src/registries/auth/challenge.js';
import { readDockerConfig } from '../../src/registries/auth/docker-config.js';
import { readJournal } from '../../src/retention/journal.js';

/** A million inputs over all parsers of what comes from outside: each answers or says no, in little time. */
const home = parseRegistry('docker.io');
const now = new Date('2026-01-01T00:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'image-gate-fuzz-'));
/** The longest that one input may take, in milliseconds: a pause of the collector is shorter. */
const longest = 1000;
let runs = 0;

beforeAll(() => fc.configureGlobal({ ...fc.readConfigureGlobal(), verbose: 1 }));
afterAll(() => rmSync(folder, { recursive: true }));

/** Texts of the signs and words that mean something to a parser, and now and then any text. */
function near(...parts: readonly string[]): Arbitrary<string> {
  const likely = fc.array(fc.constantFrom(...parts), { maxLength: 24 }).map((words) => words.join(''));
  const long = fc.tuple(fc.constantFrom(...parts), fc.nat(400), fc.constantFrom(...parts));
  return fc.oneof(
    { weight: 8, arbitrary: likely },
    { weight: 1, arbitrary: long.map(([part, count, last]) => part.repeat(count) + last) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  );
}

/** Whether that is so of so many inputs, each within its time. */
function holds<T>(count: number, inputs: Arbitrary<T>, isSo: (input: T) => boolean): void {
  fc.assert(
    fc.property(inputs, (input) => {
      runs += 1;
      const begun = performance.now();
      const result = isSo(input);
      return result && performance.now() - begun < longest;
    }),
    { numRuns: count },
  );
}

/** What it gives, or undefined where it says that the input is wrong; any other error is a fault of ours. */
function unlessRefused<T>(parse: () => T): T | undefined {
  try {
    return parse();
  } catch (thrown) {
    if (thrown instanceof Failure && thrown.kind === 'usage') return undefined;
    throw thrown;
  }
}

test('the challenges of a server', () => {
  const header = near(
    'Bearer',
    'Basic',
    ' ',
    '=',
    '"',
    '\\',
    ',',
    'realm',
    'scope',
    'service',
    'https://a/b',
    '\t',
    'é',
  );
  holds(200_000, header, (text) => parseChallenges([text]).every(({ scheme }) => /^[^\s,="]+$/.test(scheme)));
});

test('the Link of a page', () => {
  const header = near('<', '>', ';', ',', ' ', 'rel', '=', '"', 'next', 'last', '/v2/a?n=1', 'https://b/', 'title');
  // Where it says that there is no next page, no relation in it is one.
  holds(200_000, header, (text) => {
    const link = nextLink([text]);
    return link.kind === 'next'
      ? !/[<>]/.test(link.target)
      : link.kind === 'unclear' || !/rel="?next\b/.test(text.replace(/<[^<>]*>|title="[^"]*"/g, ''));
  });
});

test('the retry delay of a server', () => {
  const value = near(
    '1',
    '0',
    '60',
    '.',
    '-',
    'e',
    ' ',
    'Fri, 02 Jan 2026 00:00:00 GMT',
    'GMT',
    ':',
    '9999999999',
    'Jan',
  );
  const names = ['retry-after', 'x-retry-after', 'x-ratelimit-reset', 'date'];
  const headers = fc
    .dictionary(fc.constantFrom(...names), value)
    .map((some) => ({ ...some, 'x-ratelimit-remaining': '0' }));
  holds(150_000, headers, (given) => {
    const wait = retryAfter((name) => (given as Record<string, string>)[name], now);
    return wait === undefined || (wait >= 0 && Number.isFinite(wait));
  });
});

test('the names of images', () => {
  const name = near(
    'a',
    'acme',
    '/',
    ':',
    '@',
    'sha256:',
    'f'.repeat(64),
    '.',
    '-',
    '_',
    '__',
    'localhost',
    '5000',
    '[::1]',
    'A',
  );
  holds(150_000, name, (text) => {
    const image = unlessRefused(() => parseImageName(text, home));
    // What was read is read again from how it is written.
    return image === undefined || formatImage(parseImageName(formatImage(image), home)) === formatImage(image);
  });
  holds(30_000, name, (text) => {
    const registry = unlessRefused(() => parseRegistry(text));
    return registry === undefined || URL.canParse(`https://${registry.host}/v2/`);
  });
});

test('versions in tags', () => {
  const tag = near(
    '1',
    '0',
    '22',
    '2024',
    '.',
    '-',
    '_',
    'v',
    'V',
    'alpha',
    'rc',
    'alpine',
    'sha-',
    'a1b2c3d',
    'x86_64',
    'jdk',
  );
  holds(150_000, fc.tuple(tag, tag), ([one, other]) => {
    const [first, second] = [parseTag(one), parseTag(other)];
    return Math.sign(compareTags(first, second)) === -Math.sign(compareTags(second, first)) || one === other;
  });
});

test('the words of a server, and lines for the log', () => {
  const body = near(
    '{',
    '}',
    '[',
    ']',
    '"errors"',
    '"message"',
    ':',
    ',',
    '"x"',
    '<html><title>',
    '</title>',
    '::',
    '##[',
    '\u001b[',
    '\n',
  );
  const dangerous = /^\s*::|##\[|[\p{Cc}\u2028\u2029]/u;
  holds(60_000, body, (text) => !dangerous.test(serverWords(Buffer.from(text), undefined)?.slice(1) ?? ''));
  holds(40_000, body, (text) => !dangerous.test(cleanLine(text)));
});

test('journals', () => {
  const entry = near(
    '{"journal":"image-gate","version":1,"registry":"a.io","created":"2026-01-01T00:00:00Z"}',
    '\n',
    '{',
    '}',
    '"end"',
    ':',
    'true',
    ',',
  );
  holds(10_000, entry, (text) => (unlessRefused(() => readJournal(text))?.entries.length ?? 0) === 0);
});

test('files that name images', async () => {
  const text = near(
    'FROM ',
    'image: ',
    'a/b:1',
    '\n',
    '  ',
    '- ',
    '&a ',
    '*a',
    '${X:-',
    '}',
    '{{',
    '# ',
    'ARG X=1',
    '"',
    "'",
    '|',
    '<<:',
  );
  await fc.assert(
    fc.asyncProperty(text, fc.constantFrom('dockerfile', 'yaml', 'list'), async (given, format) => {
      runs += 1;
      const begun = performance.now();
      await imageReferences(given, format as 'yaml', 'file').catch((thrown: unknown) => {
        if (!(thrown instanceof Failure && thrown.kind === 'usage')) throw thrown;
      });
      return performance.now() - begun < longest;
    }),
    { numRuns: 8000 },
  );
});

test('Docker configs', async () => {
  const word = near('user', ':', 'pass', '\0', ' ', 'desktop', '../x', '-x');
  const auth = fc.oneof(
    word,
    word.map((one) => Buffer.from(one).toString('base64')),
    fc.jsonValue(),
  );
  const entry = fc.record(
    { auth, username: auth, password: auth, identitytoken: auth, registrytoken: auth },
    { requiredKeys: [] },
  );
  const key = fc.constantFrom(
    'ghcr.io',
    'https://ghcr.io/v2/',
    'GHCR.IO',
    'other.io',
    '__proto__',
    'ghcr.io/acme',
    'http://ghcr.io/v1/acme/app/',
  );
  const config = fc.record(
    {
      auths: fc.oneof(fc.dictionary(key, fc.oneof(entry, fc.jsonValue())), fc.jsonValue()),
      credsStore: fc.jsonValue(),
      credHelpers: fc.oneof(fc.dictionary(key, fc.constantFrom('desktop', '../x', '')), fc.jsonValue()),
    },
    { requiredKeys: [] },
  );
  const text = fc.oneof(
    config.map((value) => JSON.stringify(value)),
    near('{', '}', '"auths"', ':', '"ghcr.io"', ',', ' '),
  );
  const settings = {
    environment: { DOCKER_CONFIG: folder },
    signal: new AbortController().signal,
    execute: async () => ({ exitCode: 1, stdout: 'credentials not found', stderr: '' }),
    warn: () => undefined,
  };
  await fc.assert(
    fc.asyncProperty(text, async (given) => {
      runs += 1;
      writeFileSync(join(folder, 'config.json'), given);
      const unusable = (thrown: unknown) => {
        if (!(thrown instanceof Failure && thrown.kind === 'usage')) throw thrown;
        return undefined;
      };
      const config = await readDockerConfig(parseRegistry('ghcr.io'), settings).catch(unusable);
      await config?.home().catch(unusable);
      await config?.of?.('acme/app').catch(unusable);
    }),
    { numRuns: 2000 },
  );
});

test('were given a million inputs', () => {
  expect(runs).toBeGreaterThanOrEqual(1_000_000);
});
