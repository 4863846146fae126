import { writeDocsPart } from '../../scripts/docs-part.js';

export interface Counts {
  /** Scenario → runs with a fault. */
  readonly scenarios: ReadonlyMap<string, number>;
  /** Fault → runs. */
  readonly faults: ReadonlyMap<string, number>;
  readonly requests: number;
  readonly wrong: number;
  /** Runs that there was no time for. */
  readonly left: number;
}

/** Writes what the campaign has found into docs/reliability.md, between its markers. */
export async function document({ scenarios, faults, requests, wrong, left }: Counts): Promise<void> {
  const runs = [...scenarios.values()].reduce((sum, count) => sum + count, 0);
  const words = [
    `${thousands(runs)} runs${left > 0 ? `, a fair sample of ${thousands(runs + left)}` : ''}: ${faults.size} faults, at ${thousands(requests)} requests of ${scenarios.size} scenarios. ${wrong === 0 ? 'All went right.' : `${wrong} went wrong.`}`,
    table('Scenario', scenarios),
    table('Fault', faults),
  ];
  await writeDocsPart('reliability.md', 'campaign', words.join('\n\n'));
}

function table(what: string, counts: ReadonlyMap<string, number>): string {
  const rows = [...counts].map(([name, count]) => `| ${name} | ${thousands(count)} |`);
  return [`| ${what} | Runs |`, '| --- | ---: |', ...rows].join('\n');
}

function thousands(count: number): string {
  return count.toLocaleString('en-US');
}
