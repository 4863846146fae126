import { parseArgs } from 'node:util';
import { available } from '../sandbox/index.js';
import { benchCheck } from './bench/check.js';
import { benchCheckMany } from './bench/check-many.js';
import { benchCopy } from './bench/copy.js';
import type { Finding } from './bench/finding.js';
import { formatFindings } from './bench/findings.js';
import { benchLatest } from './bench/latest.js';
import { benchListing } from './bench/listing.js';
import { benchMemory } from './bench/memory.js';
import { benchPrune } from './bench/prune.js';
import { benchServe } from './bench/serve.js';
import { benchStart } from './bench/start.js';
import { benchVerify } from './bench/verify.js';
import { writeDocsPart } from './docs-part.js';

/**
 * Measures this product on the runtime of the action, in turns with those of its peers that are on the PATH: `npm run
 * bench` runs all parts, `npm run bench -- PART` one of them. `--write` writes the results to docs/benchmarks.md.
 */
type Part = (given: readonly number[]) => Promise<Finding | readonly Finding[]>;
const parts: Readonly<Record<string, Part>> = {
  /** `check [rounds]` */
  check: ([rounds = 5]) => benchCheck(rounds),
  /** `check-many [rounds]`: 100 images */
  'check-many': ([rounds = 5]) => benchCheckMany(rounds),
  /** `verify [rounds]` */
  verify: ([rounds = 10]) => benchVerify(rounds),
  /** `start [rounds]` */
  start: ([rounds = 30]) => benchStart(rounds),
  /** `prune [tags] [rounds]` */
  prune: ([tags = 2000, rounds = 5]) => benchPrune(tags, rounds),
  /** `listing [tags] [rounds]` */
  listing: ([tags = 2000, rounds = 3]) => benchListing(tags, rounds),
  /** `memory [tags]` */
  memory: ([tags = 50_000]) => benchMemory(tags),
  /** `copy [MiB] [rounds]` */
  copy: ([mebibytes = 1024, rounds = 5]) => benchCopy(mebibytes, rounds),
  /** `latest [rounds]` */
  latest: ([rounds = 15]) => benchLatest(rounds),
  /** `serve [requests]` */
  serve: ([requests = 200_000]) => benchServe(requests),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false } },
});
const [name, ...given] = positionals;
const chosen = name === undefined ? Object.entries(parts) : Object.entries(parts).filter(([part]) => part === name);
if (chosen.length === 0) throw new Error(`unknown part ${name}; the parts are ${Object.keys(parts).join(', ')}`);
if (values.write && name !== undefined) throw new Error('--write requires all parts: remove the name of the part');
if (!available()) throw new Error('the benchmarks need docker-registry (or registry) on the PATH');

const findings: Finding[] = [];
for (const [part, run] of chosen) {
  console.log(`\n${part}`);
  findings.push(...[await run(given.map(Number))].flat());
}
const found = formatFindings(findings);
console.log(`\n${found}`);
if (values.write) await writeDocsPart('benchmarks.md', 'benchmarks', found);
