import { mkdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { homeRegistry } from '../../../../src/commands/shared/inputs/home-registry.js';
import { failureOf } from '../../../support/failures.js';
import { temporaryFiles } from '../../../support/files.js';

const home = (texts: Record<string, string>, files = false) =>
  homeRegistry(new Map(Object.entries(texts)), { names: ['image'], files });
const { folder } = temporaryFiles();
const given = { username: 'ada', password: 'x' };

describe('homeRegistry', () => {
  it.each<[string, Record<string, string>]>([
    ['docker.io', {}],
    ['docker.io', { image: 'app' }],
    ['docker.io', { image: 'acme/app:1.0' }],
    ['docker.io', { image: 'index.docker.io/acme/app' }],
    ['ghcr.io', { image: 'ghcr.io/acme/app:1.0', ...given }],
    ['ghcr.io', { image: 'ghcr.io/acme/app,GHCR.io/acme/other@sha256:x\nghcr.io/b/c', ...given }],
    ['localhost:5000', { image: 'localhost:5000/app' }],
    ['[::1]:5000', { image: '[::1]:5000/app' }],
    ['docker.io', { image: 'ghcr.io/acme/app,quay.io/acme/app' }],
    ['docker.io', { image: 'ghcr.io/acme/app,acme/app' }],
    ['quay.io', { image: 'ghcr.io/acme/app', registry: 'quay.io' }],
    ['quay.io', { image: 'quay.io/acme/app,ghcr.io/acme/app', registry: 'quay.io', ...given }],
    ['quay.io', { image: 'app', registry: 'quay.io', ...given }],
    ['quay.io', { registry: 'quay.io', ...given }],
    ['docker.io', { image: './x/y' }],
  ])('%s of %j', (registry, texts) => expect(home(texts)).toBe(registry));

  it.each<[string, Record<string, string>]>([
    ['in several registries: ghcr.io, quay.io', { image: 'ghcr.io/acme/app,quay.io/acme/app', ...given }],
    ['in several registries: ghcr.io, docker.io', { image: 'ghcr.io/acme/app,acme/app', ...given }],
    ['are for quay.io, and the image is in ghcr.io', { image: 'ghcr.io/acme/app', registry: 'quay.io', ...given }],
    ['are for docker.io, and the image is in ghcr.io', { image: 'ghcr.io/a/b', registry: 'docker.io', password: 'x' }],
  ])('credentials %s: refused', (words, texts) => {
    expect(failureOf(() => home(texts))).toMatchObject({ kind: 'usage', message: expect.stringContaining(words) });
  });

  it('does not count files and folders, whatever they are called', () => {
    const before = process.cwd();
    mkdirSync(`${folder}/ghcr.io/acme`, { recursive: true });
    process.chdir(folder);
    try {
      expect(home({ image: 'ghcr.io/acme', ...given }, true)).toBe('docker.io');
      expect(home({ image: 'ghcr.io/acme,quay.io/a/b', ...given }, true)).toBe('quay.io');
      expect(home({ image: 'ghcr.io/acme' })).toBe('ghcr.io');
    } finally {
      process.chdir(before);
    }
  });
});
