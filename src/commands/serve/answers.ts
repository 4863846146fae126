import { createHash } from 'node:crypto';
import { formatImage } from '../../images/name.js';
import type { Strategy } from '../../images/version-step.js';
import { asFailure } from '../../lib/errors.js';
import type { Context } from '../command.js';
import { answerByVersion } from '../latest/by-version.js';
import type { Job, Outcome } from '../latest/outcome.js';
import { resultOf } from '../latest/report.js';
import type { Target } from '../latest/targets.js';
import { isSelected, type Selection } from '../shared/inputs/selection.js';
import { keyOf, type Lists, type ServedList } from './lists.js';
import { problemOf, problemType } from './problem.js';
import { putLast } from './recent.js';

/** The requested facts about an image. */
export interface Question {
  readonly image: Target['image'];
  readonly strategy: Strategy;
  readonly prerelease: boolean;
}

/** An answer that is ready to be sent. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly etag: string;
  readonly outcome: Outcome;
  readonly list: ServedList;
}

export interface Answers {
  /** @throws Failure without a list of the repository */
  answer(question: Question): Promise<Answer>;
}

/** Answers that are kept for later requests of the same kind; each is valid as long as its list. */
const mostKept = 20_000;

export function createAnswers(lists: Lists, selection: Selection, connect: Job['connect'], context: Context): Answers {
  const kept = new Map<string, Answer>();
  const { log } = context;
  // Details that are useful for one image are too much for thousands.
  const quiet = { ...context, log: { ...log, warn: log.detail, verbose: false } };

  async function findOut(question: Question, list: ServedList): Promise<Outcome> {
    const { image, strategy, prerelease } = question;
    const job: Job = {
      connect,
      lists: async () => list,
      trustsLists: true,
      cache: undefined,
      policy: { strategy, prerelease, isSelected: (tag) => isSelected(tag, selection) },
      patterns: { include: selection.include, exclude: selection.exclude },
      platform: undefined,
      ageOf: undefined,
      context: quiet,
    };
    try {
      return await answerByVersion({ image, where: [] }, job);
    } catch (thrown) {
      const failure = asFailure(thrown);
      const status = failure.kind === 'not-found' ? 'not-found' : 'unknown';
      return {
        name: formatImage(image),
        where: [],
        status,
        answer: undefined,
        step: undefined,
        reason: failure.message,
        failure,
      };
    }
  }

  return {
    async answer(question) {
      const { image, strategy, prerelease } = question;
      const list = await lists.get(image);
      const key = `${keyOf(image)}:${image.tag} ${strategy} ${prerelease}`;
      const known = kept.get(key);
      if (known?.list === list) return known;
      const outcome = await findOut(question, list);
      const made = answerOf(outcome, list, context.redactResult);
      putLast(kept, mostKept, key, made);
      return made;
    },
  };
}

function answerOf(outcome: Outcome, list: ServedList, redact: Context['redactResult']): Answer {
  const { error: _error, exitCode: _exitCode, ...result } = resultOf(outcome);
  const facts = { ...result, fetched: list.fetched };
  const problem = outcome.failure && problemOf(outcome.failure);
  const body = `${redact(JSON.stringify(problem === undefined ? facts : { ...facts, ...problem }))}\n`;
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  return {
    status: problem?.status ?? 200,
    type: problem === undefined ? 'application/json' : problemType,
    body,
    etag,
    outcome,
    list,
  };
}
