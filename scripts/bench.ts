import { benchCopy } from './bench/copy.js';
import { benchMemory } from './bench/memory.js';
import { benchPrune } from './bench/prune.js';

/**
 * Measures this product, side by side with the tools on the PATH: `npm run bench` does all parts, `npm run bench -- PART`
 * one of them. `$BENCH_PROGRAM` is the bundle to measure; default `dist/index.js`.
 */
const parts: Readonly<Record<string, (given: readonly number[]) => Promise<void>>> = {
  /** `copy [MiB] [rounds]` */
  copy: ([mebibytes = 1024, rounds = 5]) => benchCopy(mebibytes, rounds),
  /** `prune [tags] [rounds]` */
  prune: ([tags = 2000, rounds = 5]) => benchPrune(tags, rounds),
  /** `memory [tags]` */
  memory: ([tags = 50_000]) => benchMemory(tags),
};

const [name, ...given] = process.argv.slice(2);
const part = name === undefined ? undefined : parts[name];
if (name !== undefined && part === undefined) {
  throw new Error(`there is no part ${name}: they are ${Object.keys(parts).join(', ')}`);
}
for (const one of part === undefined ? Object.values(parts) : [part]) await one(given.map(Number));
