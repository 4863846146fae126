import { formatRepository } from '../../images/name.js';
import type { Outcome } from './outcome.js';
import { imageOf, type Survey } from './survey.js';

/** What becomes of each image, as it becomes known. */
export interface Outcomes {
  record(survey: Survey, reference: string, kind: Outcome['kind']): void;
  /** How many have been deleted so far. */
  deleted(): number;
  /** In the order in which they were named. */
  all(): readonly Outcome[];
}

/** At first all that is there is planned, and the rest is missing. */
export function createOutcomes(surveys: readonly Survey[]): Outcomes {
  const outcomes = new Map<string, Outcome>();
  for (const survey of surveys) {
    for (const reference of [...survey.tags, ...survey.digests]) {
      const isTag = survey.tags.includes(reference);
      const image = imageOf(survey, reference);
      outcomes.set(image, {
        image,
        repository: formatRepository(survey.repository),
        tag: isTag ? reference : undefined,
        digest: isTag ? (survey.goingTags.get(reference) ?? survey.unserved.get(reference)?.digest) : reference,
        kind: survey.missing.includes(reference) ? 'missing' : 'planned',
      });
    }
  }
  return {
    record(survey, reference, kind) {
      const image = imageOf(survey, reference);
      const known = outcomes.get(image);
      if (known !== undefined) outcomes.set(image, { ...known, kind });
    },
    deleted: () => [...outcomes.values()].filter(({ kind }) => kind === 'deleted').length,
    all: () => [...outcomes.values()],
  };
}
