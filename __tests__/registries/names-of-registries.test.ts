import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

/** Where knowledge of one registry may be. `repository` is a command of Docker Hub's own. */
const places = [
  'src/registries/drivers/',
  'src/registries/auth/',
  'src/images/name.ts',
  'src/sources/',
  'src/commands/repository/',
];
const names = /\b(?:docker-hub|ghcr|harbor|ecr|gitlab)\b/;
/** Command lines of --help, which may be about any registry. */
const examples = /\bghcr\.io\/acme\/|--registry ghcr\.io /g;

test('outside of its driver no registry is named: everything else branches on capabilities', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join('src', name))
    .filter((path) => !places.some((place) => path.startsWith(place)));
  expect(files.length).toBeGreaterThan(200);
  const named = files.flatMap((path) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((line, at) => (names.test(line.replace(examples, '')) ? [`${path}:${at + 1}: ${line.trim()}`] : [])),
  );
  expect(named).toEqual([]);
});
