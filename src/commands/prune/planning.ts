import { formatRepository, type RepositoryName } from '../../images/name.js';
import { asFailure, Failure, usageFailure } from '../../lib/errors.js';
import { keepHeapSmall } from '../../lib/heap.js';
import { inputName } from '../../lib/input-names.js';
import { withRegExpTimeout } from '../../lib/reg-exp-timeout.js';
import type { OpenRepository, Registry } from '../../registries/registry.js';
import { countOf } from '../../reports/quantities.js';
import type { CandidateRule, Rule } from '../../retention/judgement.js';
import { deletedTags, type Plan, plan } from '../../retention/plan.js';
import type { Policy } from '../../retention/policy.js';
import type { Context } from '../command.js';
import type { CacheFolder } from '../shared/cache/folder.js';
import { createReaders } from '../shared/cache/readers.js';
import { accessToDelete } from '../shared/deletion/access.js';
import { confirmPlan } from './confirm-plan.js';
import type { Inventory } from './inventory.js';
import type { UnreadRepository } from './outcome.js';
import { readInventory } from './read-inventory.js';
import { readRules, type UnreadRule } from './unread-rules.js';

/** Rules by which an image stays without being judged by its date. */
const holds: readonly Rule[] = ['in-use', 'protect', 'exclude', 'include', 'unusable'];
/** Images that a warning names. */
const mostNamed = 10;

/** The repositories to prune, and the rules. Everything is checked already. */
export interface PruneOrder {
  readonly repositories: readonly RepositoryName[];
  /** Without the rules that have to be read first. */
  readonly policyFor: (repository: RepositoryName) => Policy;
  readonly rulesFor: (repository: RepositoryName) => readonly UnreadRule[];
  /** Tags that must be in one of the repositories: a misspelt one would protect nothing. */
  readonly tagsInUse: readonly string[];
  readonly dryRun: boolean;
  /** The file to write, which is not there yet. */
  readonly journal: string;
  /** The folder that keeps manifests and configs from run to run; undefined: none. */
  readonly cache: CacheFolder | undefined;
}

/** A repository with its plan, and all that it takes to execute it. */
export interface Planned {
  readonly opened: OpenRepository;
  readonly inventory: Inventory;
  readonly policy: Policy;
  readonly plan: Plan;
  /** The plan's orphans that this run deletes too, because the registry does not. */
  readonly orphans: readonly string[];
}

/** By repository: its plan, or why it could not be read. */
export type Plans = ReadonlyMap<RepositoryName, Planned | UnreadRepository>;

/**
 * Reads every repository and plans the deletes. Nothing is changed.
 * @throws Failure (usage) for a word of in-use that is not a tag in any of them, where all of them could be read
 */
export async function planAll(order: PruneOrder, registry: Registry, context: Context): Promise<Plans> {
  const plans = new Map<RepositoryName, Planned | UnreadRepository>();
  for (const repository of order.repositories) {
    plans.set(repository, await planNext(repository, order, registry, context));
  }
  const planned = [...plans.values()].flatMap((one) => ('plan' in one ? [one] : []));
  if (planned.length === plans.size) refuseUnknown(order.tagsInUse, planned);
  return plans;
}

/** Reads one repository and plans the deletes. @returns the failure for one that cannot be read */
export async function planNext(
  repository: RepositoryName,
  order: PruneOrder,
  registry: Registry,
  context: Context,
): Promise<Planned | UnreadRepository> {
  keepHeapSmall();
  try {
    const planned = await planOne(repository, order, registry, context);
    warnOfInventory(planned, context);
    return planned;
  } catch (thrown) {
    if (context.signal.aborted) throw context.signal.reason;
    return { repository, failure: asFailure(thrown) };
  }
}

async function planOne(
  repository: RepositoryName,
  order: PruneOrder,
  registry: Registry,
  context: Context,
): Promise<Planned> {
  const access = order.dryRun ? 'pull' : accessToDelete(registry.kind(), { digests: false });
  const opened = await registry.open(repository, access);
  const given = order.policyFor(repository);
  const unread = order.rulesFor(repository);
  for (const rule of unread) rule.refuse?.(opened);
  const { include, exclude, protect, groupBy } = given;
  const { takesSignatures = false } = opened.kind.capabilities;
  const planBy = (of: Inventory, rules: readonly CandidateRule[]) =>
    withRegExpTimeout({ include, exclude, protect, 'group-by': groupBy }, () =>
      plan({ ...of, takesSignatures }, { ...given, rules }, context.now()),
    );
  const readers = createReaders(order.cache);
  try {
    const watched = unread.reduce((access, rule) => rule.watch?.(access) ?? access, opened.oci);
    const reader = readers.of(opened.name, watched);
    const reading = await readInventory(opened, reader, [...given.inUse.digests.keys()], context);
    // A dry run deletes nothing: it may rest on cached content.
    const from = { name: opened.name, reader: order.dryRun ? { ...reader, confirmed: reader.assumed } : reader };
    const rules = await readRules(unread, (known) => planBy(reading.inventory, known), from, context);
    const policy = { ...given, rules };
    const planFor = (of: Inventory) => planBy(of, rules);
    const confirm = order.dryRun ? undefined : reading.confirm;
    const settle = async (of: Inventory) =>
      confirm === undefined ? { inventory: of, plan: planFor(of) } : confirmPlan(of, policy, planFor, confirm);
    const settled = await settle(reading.inventory);
    if (reading.loadGraph === undefined || deletedTags(settled.plan) === 0)
      return { opened, policy, ...settled, orphans: [] };
    const {
      graph,
      mayDelete,
      images = settled.inventory.images,
    } = await reading.loadGraph(settled.inventory, settled.plan);
    const whole = await settle({ ...settled.inventory, images, graph });
    return { opened, policy, ...whole, orphans: whole.plan.orphans.filter(mayDelete) };
  } finally {
    await readers.save();
  }
}

/** @throws Failure (usage) naming a word of in-use that is not a tag here */
function refuseUnknown(words: readonly string[], planned: readonly Planned[]): void {
  const tags = new Set(planned.flatMap(({ inventory }) => inventory.images.flatMap((image) => image.tags)));
  const unknown = words.find((word) => !tags.has(word));
  if (unknown === undefined) return;
  throw usageFailure(
    `${inputName('in-use')}: ${JSON.stringify(unknown)} is neither a file nor a tag of ${planned.map(({ opened }) => formatRepository(opened.name)).join(', ')}`,
    'Nothing was deleted: correct it, or leave it out. A file is looked for in the working directory.',
  );
}

function warnOfInventory(planned: Planned, { log, now }: Context): void {
  warnOfUnusable(planned, log);
  warnOfUndated(planned, log);
  warnOfFuture(planned, log, now());
  const { opened, inventory } = planned;
  if (inventory.dangling.length === 0) return;
  const [first] = inventory.dangling;
  const others = inventory.dangling.length - 1;
  log.warn(
    `${formatRepository(opened.name)}: the registry lists ${first}${others === 0 ? '' : ` and ${others} more tags`} without a ` +
      'readable manifest of that name: kept',
  );
}

/** Names the images that are kept because they cannot be used: no policy applies to them. */
function warnOfUnusable({ opened, inventory }: Planned, log: Context['log']): void {
  const named = inventory.images.flatMap(({ tags: [tag], digest, unusable }) =>
    unusable === undefined ? [] : [`${tag} (${digest}): ${unusable}`],
  );
  if (named.length === 0) return;
  const more = named.length > mostNamed ? `; and ${named.length - mostNamed} more` : '';
  const what = named.length === 1 ? 'an image that cannot be used is kept' : 'images that cannot be used are kept';
  log.warn(`${formatRepository(opened.name)}: ${what}: ${named.slice(0, mostNamed).join('; ')}${more}`);
}

/** Reports how images are ordered that have no date: by what their tags look like, which is not what people expect. */
function warnOfUndated(
  { opened, policy: { keep, olderThan }, plan: { verdicts } }: Planned,
  log: Context['log'],
): void {
  const judged = verdicts.filter(({ referrer, rule }) => !referrer && !holds.includes(rule));
  const undated = judged.filter(({ image }) => image.date === undefined).length;
  if (undated === 0) return;
  const count = `${undated} of ${countOf(judged.length, 'image')} ${undated === 1 ? 'has' : 'have'} no date`;
  const order = `${inputName('keep')} orders these by the version in their tags, then by name, and treats them as older than all images with a date`;
  const effects = [
    ...(keep === undefined ? [] : [order]),
    ...(olderThan === undefined ? [] : [`${inputName('older-than')} never deletes them`]),
  ];
  log.warn(
    `${formatRepository(opened.name)}: ${count} (reproducible builds, such as those of crane, ko, Nix and Buildpacks, set ` +
      `1970 or 1980): ${effects.join('; ')}`,
  );
}

/** A clock may be wrong by hours; a day is a wrong date, and makes the image the newest for as long. */
const tolerance = 24 * 60 * 60 * 1000;

/** Names an image whose date is wrong in the direction that makes others go. */
function warnOfFuture({ opened, plan: { verdicts } }: Planned, log: Context['log'], now: Date): void {
  const early = verdicts.filter(
    ({ image: { date } }) => date !== undefined && date.getTime() > now.getTime() + tolerance,
  );
  const [first] = early;
  if (first === undefined) return;
  const more = early.length === 1 ? '' : ` and ${early.length - 1} more`;
  log.warn(
    `${formatRepository(opened.name)}: the date of ${first.image.tags[0] ?? first.image.digest}${more} is in the future: it counts as the ` +
      `newest image; ${inputName('exclude')} leaves it out of the count`,
  );
}

/** The reason why a plan must not be executed; undefined for one that may. */
export function refusalOf({ opened, plan: { refusal } }: Planned): Failure | undefined {
  if (refusal === undefined) return undefined;
  return new Failure('condition', {
    operation: `Pruning ${formatRepository(opened.name)}`,
    reason: `${refusal}; nothing was deleted`,
    advice: `See the plan with ${inputName('dry-run')}. Change the rules; if the plan is intended, set ${inputName('keep')} or ${inputName('max-delete')}.`,
  });
}
