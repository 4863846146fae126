import { groundsOf } from '../../retention/grounds.js';
import type { Plan } from '../../retention/plan.js';
import type { Policy } from '../../retention/policy.js';
import type { Confirm, Inventory } from './inventory.js';

interface Confirmed {
  readonly inventory: Inventory;
  readonly plan: Plan;
}

/**
 * Plans, confirms what the deletes of the plan rest on, and plans again, until they rest on nothing that is not confirmed.
 * @throws Failure as `confirm`
 */
export async function confirmPlan(
  read: Inventory,
  policy: Policy,
  planFor: (inventory: Inventory) => Plan,
  confirm: Confirm,
): Promise<Confirmed> {
  const confirmed = new Set<string>();
  for (let inventory = read; ; ) {
    const plan = planFor(inventory);
    const open = groundsOf(plan, policy).filter((digest) => !confirmed.has(digest));
    if (open.length === 0) return { inventory, plan };
    for (const digest of open) confirmed.add(digest);
    inventory = await confirm(inventory, open);
  }
}
