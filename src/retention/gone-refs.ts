import { namesIn, type RefTemplate } from '../images/ref-template.js';
import { subjectOfTag } from './image.js';
import type { CandidateRule } from './judgement.js';

/** The refs that exist at the source. */
export interface LivingRefs {
  readonly branches: readonly string[];
  readonly tags: readonly string[];
  readonly pullRequests: readonly { readonly number: number; readonly branch: string }[];
}

/** The ref of one tag. `commit`: no ref. `unknown`: nothing that is recognised. */
interface TagState {
  readonly kind: 'exists' | 'gone' | 'commit' | 'unknown';
  readonly reason: string;
}

/**
 * An image goes when every tag of it names a ref that is gone, or no more than a commit. A tag that more than one ref
 * may have made, by one template or by several, counts as gone only when all of these are.
 * @param where the source repository in words
 */
export function createGoneRefs(templates: readonly RefTemplate[], living: LivingRefs, where: string): CandidateRule {
  const refs = createLookup(living);
  // A plan is made several times.
  const known = new Map<string, TagState>();
  const read = (tag: string): TagState => {
    const state = known.get(tag) ?? readTag(tag, templates, refs, where);
    known.set(tag, state);
    return state;
  };
  return ({ tags }) => {
    const states = tags.map((tag) => ({ tag, ...read(tag) }));
    const keeper = states.find(({ kind }) => kind === 'exists') ?? states.find(({ kind }) => kind === 'unknown');
    const decisive = keeper ?? states.find(({ kind }) => kind === 'gone') ?? states[0];
    if (decisive === undefined) throw new Error('an image without tags');
    const { tag, kind, reason } = decisive;
    return { goes: kind === 'gone', ruling: { rule: 'gone-refs', reason, tag } };
  };
}

function readTag(tag: string, templates: readonly RefTemplate[], refs: Lookup, where: string): TagState {
  const unknown: TagState = { kind: 'unknown', reason: 'names no branch, tag or pull request' };
  // Of a referrer: it names a digest.
  if (subjectOfTag(tag) !== undefined) return unknown;
  const readings = templates.flatMap((template) =>
    namesIn(tag, template).map((name) => ({ named: template.named, name })),
  );
  for (const { named, name } of readings) {
    if (named === 'commit') continue;
    const found = named === 'pr' ? refs.pullRequest(Number(name)) : refs.named(name);
    if (found !== undefined) return { kind: 'exists', reason: `${found} exists in ${where}` };
  }
  if (readings.some(({ named }) => named === 'commit'))
    return { kind: 'commit', reason: 'its tag names only a commit' };
  const ofPullRequest = readings.find(({ named }) => named === 'pr');
  const ref = ofPullRequest ?? readings.find(({ named, name }) => named !== 'pr' && isRecognised(named, name));
  if (ref === undefined) return unknown;
  if (ref.named === 'pr') return { kind: 'gone', reason: `pull request ${ref.name} is not open in ${where}` };
  const kind = ref.named === 'ref' ? 'branch or tag' : ref.named;
  return { kind: 'gone', reason: `${where} has no ${kind} ${ref.name}` };
}

/** Words that tools use for a tag that moves. */
const moving = /^(?:latest|edge|nightly|stable)$/i;
const commit = /^(?:sha-|g)?[0-9a-f]{7,64}$/i;
const version = /^v?\d+(?:\.\d+){0,3}$|^v?\d+\.\d+(?:\.\d+)*[-+][\w.+-]+$/i;

/** True if a text is taken for the name of a ref; a version is only taken for that of a tag. */
function isRecognised(named: 'branch' | 'tag' | 'ref' | 'commit', name: string): boolean {
  if (moving.test(name) || commit.test(name)) return false;
  return named !== 'branch' || !version.test(name);
}

interface Lookup {
  /** In words; undefined: none that could have made this name. */
  named(name: string): string | undefined;
  pullRequest(number: number): string | undefined;
}

/** Characters from which on a name may have been cut off: GitLab's slug has 63. */
const longName = 50;

function createLookup({ branches, tags, pullRequests }: LivingRefs): Lookup {
  const plain = new Map<string, string>();
  const put = (name: string, words: string) => {
    // Clients also leave out what is in front of the last slash, and the v of a version.
    for (const form of [name, versionIn(name)]) if (form !== undefined) plain.set(plainOf(form), words);
  };
  for (const { number, branch } of pullRequests) plain.set(plainOf(branch), `pull request ${number} of ${branch}`);
  for (const name of tags) put(name, `tag ${name}`);
  for (const name of branches) put(name, `branch ${name}`);
  // `1.2` is made of the tag v1.2.3, too.
  const shorter = new Map<string, string>();
  for (const name of tags) {
    const parts = plainOf(versionIn(name) ?? '').split('-');
    for (let count = 1; count < parts.length; count += 1) shorter.set(parts.slice(0, count).join('-'), `tag ${name}`);
  }
  const sorted = [...plain].sort(([one], [other]) => (one < other ? -1 : 1));
  const numbers = new Set(pullRequests.map(({ number }) => number));
  return {
    named(name) {
      const form = plainOf(name);
      const own = version.test(name) ? plainOf(versionIn(name) ?? name) : form;
      const exact = plain.get(form) ?? plain.get(own) ?? (version.test(name) ? shorter.get(own) : undefined);
      if (exact !== undefined) return exact;
      return form.length < longName ? undefined : firstWith(form, sorted);
    },
    pullRequest: (number) => (numbers.has(number) ? `pull request ${number}` : undefined),
  };
}

/** The first entry whose key begins with this text. @param sorted by their keys */
function firstWith(text: string, sorted: readonly (readonly [string, string])[]): string | undefined {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((sorted[middle]?.[0] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  const [key, value] = sorted[low] ?? [];
  return key?.startsWith(text) ? value : undefined;
}

/** The version that a name ends in: `1.2.3` of `v1.2.3` and of `app/v1.2.3`. */
function versionIn(name: string): string | undefined {
  return /(?:^|[/_-])v?(\d+(?:\.\d+)*(?:[-+][\w.+-]+)?)$/i.exec(name)?.[1];
}

/**
 * The common form of a name in all the ways in which clients make a tag of it: docker/metadata-action writes `-` for
 * what no tag may have, GitLab's slug also for `.` and `_`, and in lower case; others write `_`.
 */
function plainOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
