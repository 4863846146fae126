import type { RepositoryName } from '../../images/name.js';
import type { ImageReader } from '../../registries/oci/repository.js';
import type { OpenRepository } from '../../registries/registry.js';
import type { TaggedImage } from '../../retention/image.js';
import type { CandidateRule } from '../../retention/judgement.js';
import type { Plan } from '../../retention/plan.js';
import type { Context } from '../command.js';
import type { CachedReader } from '../shared/cache/readers.js';

/** A rule that judges by what the inventory does not have. */
export interface UnreadRule {
  /** @throws Failure where this registry cannot report what the rule judges by */
  refuse?(opened: OpenRepository): void;
  /** The repository as the inventory is read from it, where the rule takes note of what it reads. */
  watch?<Access extends ImageReader>(access: Access): Access;
  /**
   * Reads what it judges by.
   * @param candidates the images that all other rules let go, as far as they are read
   * @throws Failure for what cannot be read: the repository is then left as it is
   */
  read(candidates: readonly TaggedImage[], from: RuleSource, context: Context): Promise<CandidateRule>;
}

/** The place from which a rule reads. */
export interface RuleSource {
  readonly name: RepositoryName;
  /** In a dry run, which deletes nothing, nothing has to be confirmed. */
  readonly reader: CachedReader;
}

/**
 * Reads the rules one after the other, each only for the images that the ones before let go: where nothing is left, no
 * request is made. The inventory is older than all that is read here, so that a ref of which an image has just been
 * pushed is not missed.
 * @param planBy the plan by the rules that need no reading, and these
 */
export async function readRules(
  unread: readonly UnreadRule[],
  planBy: (rules: readonly CandidateRule[]) => Plan,
  from: RuleSource,
  context: Context,
): Promise<readonly CandidateRule[]> {
  const rules: CandidateRule[] = [];
  for (const one of unread) {
    const { verdicts } = planBy([...rules, lettingGo]);
    const candidates = verdicts.filter(({ outcome, referrer }) => outcome !== 'kept' && !referrer);
    // The other rules do not matter: no candidate is left for them.
    if (candidates.length === 0) return [...rules, lettingGo];
    rules.push(
      await one.read(
        candidates.map(({ image }) => image),
        from,
        context,
      ),
    );
  }
  return rules;
}

const lettingGo: CandidateRule = () => ({ goes: true, ruling: { rule: 'keep', reason: 'no other rule keeps it' } });
