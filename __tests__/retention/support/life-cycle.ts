import fc from 'fast-check';
import { parseRefTemplate } from '../../../src/images/ref-template.js';
import { createExpiresLabel, parseExpiry } from '../../../src/retention/expiry.js';
import { createGoneRefs } from '../../../src/retention/gone-refs.js';
import type { TaggedImage } from '../../../src/retention/image.js';
import type { CandidateRule } from '../../../src/retention/judgement.js';
import { createNotPulledFor } from '../../../src/retention/not-pulled.js';
import { day, now, type Stock } from './repositories.js';

/** Rules by life cycle for one repository, and what they should say. */
export interface LifeCycle {
  readonly stock: Stock;
  readonly rules: readonly CandidateRule[];
  /** Whether an image may go by all of them, worked out again by its tags and by what is known of it. */
  readonly says: (image: TaggedImage) => boolean;
}

const labels = { none: undefined, broken: undefined, '1d': 1, '10d': 10, '4w': 28 } as const;
type Label = keyof typeof labels;

/** Which rules are given, what exists, what is open, when each image was used, and what its label is. */
const facts = fc.record({
  which: fc.subarray(['refs', 'pulls', 'label'], { minLength: 1 }),
  forms: fc.subarray(['{branch}-*', 'main-{pr}', 'dev-{pr}'], { minLength: 1 }),
  branches: fc.subarray(['main', 'dev', 'v1', 'other'], { maxLength: 2 }),
  open: fc.subarray([1, 2, 3, 4, 5, 6, 7, 8, 9], { maxLength: 4 }),
  days: fc.constantFrom(1, 10, 15, 20),
  uses: fc.infiniteStream(fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined, freq: 3 })),
  labels: fc.infiniteStream(fc.constantFrom(...(Object.keys(labels) as Label[]))),
});

/** With anything known of the images of a repository. */
export function lifeCyclesOf(stocks: fc.Arbitrary<Stock>): fc.Arbitrary<LifeCycle> {
  return fc.tuple(stocks, facts).map(([stock, { which, forms, branches, open, days, uses, labels: given }]) => {
    const templates = which.includes('refs') ? forms : [];
    const span = which.includes('pulls') ? days : undefined;
    const hasLabel = which.includes('label');
    const daysSince = new Map<string, number>();
    const written = new Map<string, Label>();
    for (const { digest } of stock.images) {
      const use = uses.next().value;
      if (use !== undefined) daysSince.set(digest, use * 10);
      written.set(digest, given.next().value);
    }
    const images = stock.images.map((image): TaggedImage => {
      const since = daysSince.get(image.digest);
      return since === undefined
        ? image
        : { ...image, lastUse: { kind: 'pulled', at: new Date(now.getTime() - since * day) } };
    });
    const refs = { branches, tags: [], pullRequests: open.map((number) => ({ number, branch: `of-${number}` })) };
    const expiries = new Map(
      [...written].map(([digest, label]) => [digest, parseExpiry(label === 'none' ? '' : label)]),
    );
    const rules = [
      ...(span === undefined ? [] : [createNotPulledFor(span * day)]),
      ...(templates.length === 0 ? [] : [createGoneRefs(templates.map(parseRefTemplate), refs, 'acme/app')]),
      ...(hasLabel ? [createExpiresLabel('ttl', expiries)] : []),
    ];

    const isGone = (tag: string) => {
      const [name = '', number = ''] = tag.split('-');
      if (name === 'sha256') return false;
      const asBranch = templates.includes('{branch}-*');
      const asPullRequest = templates.includes(`${name}-{pr}`) && number !== '0';
      if (asBranch && branches.includes(name)) return false;
      if (asPullRequest && open.includes(Number(number))) return false;
      return asPullRequest || (asBranch && name !== 'v1');
    };
    const says = ({ digest, tags, date }: TaggedImage) => {
      const since = daysSince.get(digest);
      const lasts = labels[written.get(digest) ?? 'none'];
      const age = date === undefined ? undefined : (now.getTime() - date.getTime()) / day;
      return (
        (span === undefined || (since !== undefined && since > span)) &&
        (templates.length === 0 || tags.every(isGone)) &&
        (!hasLabel || (lasts !== undefined && age !== undefined && age > lasts))
      );
    };
    return { stock: { ...stock, images }, rules, says };
  });
}
