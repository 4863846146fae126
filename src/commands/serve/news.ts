import { formatImage } from '../../images/name.js';
import { type Strategy, strategies } from '../../images/version-step.js';
import type { Context } from '../command.js';
import type { Target } from '../latest/targets.js';
import type { Answer, Answers } from './answers.js';
import type { Notify } from './notify.js';
import type { Store } from './store.js';

/** The newer version of a watched image, by one strategy. */
export interface News {
  readonly strategy: Strategy;
  readonly answer: Answer;
  /** When this answer was seen first; undefined: nothing is newer. */
  readonly since: Date | undefined;
}

export interface NewsSettings {
  readonly answers: Answers;
  readonly store: Store;
  /** Of notifications. */
  readonly strategy: Strategy;
  readonly prerelease: boolean;
  readonly notify: Notify | undefined;
  readonly context: Pick<Context, 'now'>;
}

export interface NewsReader {
  /** The answers from the lists in memory, by each strategy. @throws Failure without a list */
  read(target: Target): Promise<readonly News[]>;
  /** Takes note of what is new, and notifies. @throws Failure, as above */
  update(target: Target): Promise<void>;
}

export function createNews(settings: NewsSettings): NewsReader {
  const { answers, store, strategy: notified, prerelease, notify, context } = settings;
  /** By image and strategy: the newer version, and the time since when. */
  const seen = new Map<string, { readonly tag: string; readonly since: Date }>();

  async function answerTo({ image }: Target, strategy: Strategy): Promise<Answer> {
    return answers.answer({ image, strategy, prerelease });
  }

  /** As this process or an earlier one has seen it. */
  async function sinceOf(key: string, tag: string): Promise<Date> {
    const known = seen.get(key);
    if (known?.tag === tag) return known.since;
    const [keptTag, kept = ''] = ((await store.readNote(key)) ?? '').split(' ');
    const isKept = keptTag === tag && !Number.isNaN(Date.parse(kept));
    const since = isKept ? new Date(kept) : context.now();
    seen.set(key, { tag, since });
    if (!isKept) await store.writeNote(key, `${tag} ${since.toISOString()}`);
    return since;
  }

  async function read(target: Target): Promise<readonly News[]> {
    return Promise.all(
      strategies.map(async (strategy) => {
        const answer = await answerTo(target, strategy);
        const tag = newerTag(answer);
        const since =
          tag === undefined ? undefined : await sinceOf(`newer ${strategy} ${formatImage(target.image)}`, tag);
        return { strategy, answer, since };
      }),
    );
  }

  return {
    read,
    async update(target) {
      const news = await read(target);
      const own = news.find(({ strategy }) => strategy === notified);
      if (own !== undefined && newerTag(own.answer) !== undefined) notify?.(target, own.answer, notified);
    },
  };
}

/** The tag of an update; undefined where nothing is newer. */
export function newerTag({ outcome: { step, answer } }: Answer): string | undefined {
  return step === undefined ? undefined : answer?.tag;
}
