import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type BackedUpRepository, formatBackup } from '../../../src/commands/backup/document.js';

const created = new Date('2026-01-31T02:17:05.123Z');
const settings = {
  private: false,
  description: 'The app',
  fullDescription: undefined,
  immutableTags: undefined,
  categories: ['b', 'a'],
  registered: undefined,
};

describe('the document of a backup', () => {
  it('has what is known, in order, and ends with a line break', () => {
    const pushed = new Date('2026-01-30T00:00:00Z');
    const tag = {
      digest: undefined,
      mediaType: 'x/y',
      size: 0,
      created: pushed,
      pushed,
      platforms: ['linux/arm64', 'linux/amd64'],
    };
    const tags = [
      { ...tag, name: 'b' },
      { ...tag, name: 'B' },
    ];
    const text = formatBackup({ registry: 'docker.io', created, repositories: [{ name: 'acme/app', settings, tags }] });
    expect(text.endsWith('}\n')).toBe(true);
    const shown = {
      mediaType: 'x/y',
      size: 0,
      created: '2026-01-30T00:00:00.000Z',
      pushed: '2026-01-30T00:00:00.000Z',
      platforms: ['linux/amd64', 'linux/arm64'],
    };
    expect(JSON.parse(text)).toEqual({
      format: 'image-gate-backup',
      version: 1,
      created: '2026-01-31T02:17:05.123Z',
      registry: 'docker.io',
      repositories: [
        {
          name: 'acme/app',
          settings: { private: false, description: 'The app', categories: ['a', 'b'] },
          tags: [
            { name: 'B', ...shown },
            { name: 'b', ...shown },
          ],
        },
      ],
    });
  });

  it('is the same bytes for every order in the registry’s list', () => {
    const tag = fc.record({
      name: fc.string(),
      digest: fc.option(fc.string(), { nil: undefined }),
      mediaType: fc.constant('x'),
    });
    const tags = fc.uniqueArray(tag, { selector: ({ name }) => name });
    const repository = fc.record({ name: fc.string(), tags });
    const repositories = fc.uniqueArray(repository, { selector: ({ name }) => name });
    const text = (some: readonly BackedUpRepository[]) => formatBackup({ registry: 'r', created, repositories: some });
    fc.assert(
      fc.property(repositories, (some) => {
        const turned = some.map((one) => ({ ...one, tags: [...one.tags].reverse() })).reverse();
        expect(text(turned)).toBe(text(some));
      }),
    );
  });
});
