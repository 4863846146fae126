import { inputName, inputValue } from '../lib/input-names.js';
import type { Obstacle, Policy, Verdict } from './newer.js';
import type { ParsedTag, Version } from './version.js';

/** The reason why a tag is, or is not, an update of the current one, for people. */
export function explainVerdict(verdict: Verdict, tag: ParsedTag, current: Version, policy: Policy): string {
  if (verdict.kind === 'candidate') return `a newer ${verdict.step} version`;
  if (verdict.kind === 'beyond')
    return `a newer ${verdict.step} version, which ${inputValue('strategy', policy.strategy)} does not include`;
  return tag.kind === 'version' ? explainVersion(verdict.kind, tag, current) : words[tag.kind];
}

const words: Record<Exclude<Obstacle, 'prefix' | 'v' | 'flavour' | 'counters' | 'precision' | 'class'>, string> = {
  current: 'the current tag',
  referrer: 'no image, but a signature, an attestation or an SBOM',
  unversioned: 'no version is in it',
  same: 'as new as the current tag',
  older: 'older',
  unordered: 'newer by one of its versions and older by another',
  rolling: 'a rolling tag (with fewer than three numbers) is only updated to plain versions',
  'pre-release': `a pre-release, and ${inputName('prerelease')} is false`,
  'other-pre-release': 'a pre-release of another kind',
  'other-post-release': 'another kind of post-release of the same version, without an order',
  'not-selected': `excluded by ${inputName('include')} or ${inputName('exclude')}`,
};

const classes: Record<Version['class'], string> = {
  normal: 'a number below 1000',
  year: 'a number of four digits',
  date: 'a date',
  long: 'a number of five digits or more',
};

function explainVersion(obstacle: Obstacle, tag: Version, current: Version): string {
  const shapes = ({ counters }: Version) => counters.map(({ shape }) => shape).join('');
  switch (obstacle) {
    case 'prefix':
      return `another line: ${difference('in front', tag.prefix, current.prefix)}`;
    case 'v':
      return `written with ${tag.v === '' ? 'no v' : tag.v}, the current tag with ${current.v === '' ? 'none' : current.v}`;
    case 'class':
      return `it begins with ${classes[tag.class]}, the current tag with ${classes[current.class]}`;
    case 'flavour':
      return `another flavour: ${difference('behind', tag.flavour, current.flavour)}`;
    case 'precision':
      return `it has ${countOf(tag)}, the current tag ${current.release.length}`;
    case 'counters':
      return `it counts builds in another way: ${difference('behind', shapes(tag), shapes(current))}`;
    default:
      return words[obstacle];
  }
}

function difference(where: string, its: string, currents: string): string {
  const named = (text: string) => (text === '' ? 'nothing' : text);
  return `${named(its)} ${where}, the current tag ${named(currents)}`;
}

function countOf({ release }: Version): string {
  return release.length === 1 ? '1 number' : `${release.length} numbers`;
}
