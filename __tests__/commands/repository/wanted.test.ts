import { describe, expect, it } from '@jest/globals';
import { changesTo } from '../../../src/commands/repository/wanted.js';
import type { NewHubRepository } from '../../../src/registries/drivers/docker-hub/api.js';
import { type HubRepositoryDetails, readRepository } from '../../../src/registries/drivers/docker-hub/objects.js';

function found(entry: Record<string, unknown>): HubRepositoryDetails {
  const repository = readRepository({ name: 'app', ...entry }, 'acme');
  if (repository === undefined) throw new Error('no repository');
  return repository;
}

const rows: readonly (readonly [string, Record<string, unknown>, NewHubRepository, unknown])[] = [
  ['nothing wanted', { is_private: true }, {}, { descriptions: {}, private: undefined }],
  [
    'all as it is',
    { is_private: true, description: 'x' },
    { private: true, description: 'x' },
    { descriptions: {}, private: undefined },
  ],
  ['another visibility', { is_private: true }, { private: false }, { descriptions: {}, private: false }],
  ['a visibility that is not told', {}, { private: false }, { descriptions: {}, private: false }],
  [
    'another description',
    { description: 'x' },
    { description: 'y' },
    { descriptions: { description: 'y' }, private: undefined },
  ],
  [
    'line ends',
    { full_description: 'a\nb' },
    { fullDescription: 'a\r\nb\n\n' },
    { descriptions: {}, private: undefined },
  ],
  [
    'no page yet',
    { full_description: null },
    { fullDescription: 'a' },
    { descriptions: { fullDescription: 'a' }, private: undefined },
  ],
  [
    'an empty page for none',
    { full_description: null },
    { fullDescription: '' },
    { descriptions: {}, private: undefined },
  ],
  [
    'a page taken away',
    { full_description: 'a' },
    { fullDescription: '' },
    { descriptions: { fullDescription: '' }, private: undefined },
  ],
];

describe('the settings to change', () => {
  it.each(rows)('%s', (_name, entry, wanted, expected) => {
    expect(changesTo(found(entry), wanted)).toEqual(expected);
  });
});
