import type { RepositoryName } from '../../images/name.js';
import { asFailure } from '../../lib/errors.js';
import type { Context } from '../command.js';
import type { Outcome } from '../latest/outcome.js';
import { planLatest, type Target } from '../latest/targets.js';
import { readReferences } from '../shared/files/reference-files.js';
import type { ServeInputs } from './inputs.js';
import { keyOf } from './lists.js';

/** The watched images. */
export interface Watched {
  readonly targets: readonly Target[];
  /** Images that cannot be watched, with the reason. */
  readonly unclear: readonly Outcome[];
  /** Each repository once. */
  readonly repositories: readonly RepositoryName[];
}

/** Reads the images and the files. @throws Failure (usage) for an entry that cannot be read */
export async function readWatched(inputs: ServeInputs, { workflow }: Pick<Context, 'workflow'>): Promise<Watched> {
  const planned = planLatest(await readReferences(inputs.watch, 'watch'), inputs, workflow);
  const targets = planned.flatMap((one) => (one.kind === 'target' ? [one.target] : []));
  const repositories = new Map(
    targets.map(({ image: { registry, path } }) => [keyOf({ registry, path }), { registry, path }]),
  );
  return {
    targets,
    unclear: planned.flatMap((one) => (one.kind === 'settled' ? [one.outcome] : [])),
    repositories: [...repositories.values()],
  };
}

/** The same again after the files have changed. An unreadable file leaves everything as it was. */
export async function readAgain(
  inputs: ServeInputs,
  context: Pick<Context, 'workflow' | 'log'>,
): Promise<Watched | undefined> {
  try {
    return await readWatched(inputs, context);
  } catch (thrown) {
    context.log.warn(`The watched images are unchanged: ${asFailure(thrown).message}`);
    return undefined;
  }
}
