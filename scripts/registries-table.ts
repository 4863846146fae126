import type { Capabilities, DriverKind } from '../src/registries/drivers/driver.js';
import { kinds } from '../src/registries/drivers/index.js';
import { oci } from '../src/registries/drivers/oci.js';
import { table } from './table.js';

const tags = 2000;
const namesAPage = 1000;

/** The capabilities of each kind of registry, the cost of its list, and the permissions that a credential needs. */
export function registriesTable(): string {
  return table(
    [
      'Registry',
      'Its list has',
      `Requests for ${tags.toLocaleString('en')} tags`,
      '`delete` of one tag of several',
      '`delete` of a manifest',
      '`prune` of manifests without tags',
      '`restore`',
      'Required permissions to read',
      'Required permissions to delete',
    ],
    [...kinds, oci].map(rowOf),
  );
}

function rowOf({ title, hosts, permissions, capabilities }: DriverKind): readonly string[] {
  const { lists, keepsUntagged, keepsDeleted } = capabilities;
  return [
    hosts === undefined ? (title === oci.title ? 'any other' : title) : `${title}<br>\`${hosts}\``,
    lists === undefined ? 'tags' : ['tags', 'digests', ...lists.map((field) => words[field])].join(', '),
    requests(capabilities),
    deletesTag[capabilities.deleteTag],
    deletesManifest[capabilities.deleteManifest],
    keepsUntagged ? 'deletes those that only deleted images led to' : 'leaves them to the registry',
    keepsDeleted === undefined ? 'pushes again' : `undeletes for ${keepsDeleted}, then pushes again`,
    permissions.read,
    permissions.delete,
  ];
}

/** Of the list, and of what a prune reads besides. */
function requests({ lists, pageSize, listCount = 1 }: Capabilities): string {
  if (lists === undefined) return `${Math.ceil(tags / namesAPage)}, and 2 for each image`;
  const list = `${listCount * (pageSize === undefined ? 1 : Math.ceil(tags / pageSize))}`;
  if (lists.includes('children')) return list;
  const showsIndexes = lists.includes('mediaType') || lists.includes('isIndex');
  return `${list}, and 1 for each ${showsIndexes ? 'index' : 'image'} if something goes`;
}

const words = {
  size: 'sizes',
  platforms: 'platforms',
  pushed: 'dates of pushes',
  pulled: 'dates of pulls',
  children: 'what indexes list',
  mediaType: 'media types',
  isIndex: 'which are indexes',
} as const;

const deletesTag: Readonly<Record<Capabilities['deleteTag'], string>> = {
  alone: 'yes',
  'frees-manifest': 'yes; with the last tag the manifest goes',
  never: 'no',
  unknown: 'if the registry does it',
};

const deletesManifest: Readonly<Record<Capabilities['deleteManifest'], string>> = {
  'with-its-tags': 'with its tags',
  'untagged-only': 'without tags',
  never: 'no',
  unknown: 'if the registry does it',
};
