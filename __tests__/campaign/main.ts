import { parseArgs } from 'node:util';
import { available, type IncomingRequest } from '../../sandbox/index.js';
import { createPlaces } from '../e2e/support/places.js';
import { document } from './document.js';
import { type Done, readDoneRuns } from './done.js';
import { type CampaignFault, campaignFaults } from './faults.js';
import { judge } from './judge.js';
import { keyOf, type Ran, run, shapeOf } from './run.js';
import type { Face, Scenario } from './scenario.js';
import { scenarios } from './scenarios/index.js';

/**
 * The fault campaign: for every command it looks which requests an undisturbed run makes, and then runs it again for each
 * of them and each fault. Says what went wrong, and fails when anything did.
 */
const { values: options } = parseArgs({
  options: {
    /** After so long no run is begun any more; those that were are a fair sample of all. */
    minutes: { type: 'string', default: 'Infinity' },
    /** The same as `--minutes 1.5`. */
    quick: { type: 'boolean', default: false },
    /** Keeps the runs that have ended in this file, and does not repeat those in it that went right: a campaign in parts. */
    done: { type: 'string' },
    /** Writes the counts into docs/reliability.md. */
    write: { type: 'boolean', default: false },
    /** Only scenarios, and only faults, whose names have this in them. */
    scenario: { type: 'string', default: '' },
    fault: { type: 'string', default: '' },
    /** So many times as long for each command, on a machine that has other work to do. */
    patience: { type: 'string', default: '1' },
    /** Runs at a time. */
    places: { type: 'string', default: '6' },
  },
});

interface Strike {
  readonly scenario: Scenario;
  readonly frontend: Face;
  readonly fault: CampaignFault;
  /** The request that is struck, and how many of its kind go before it. */
  readonly key: string;
  readonly occurrence: number;
  /** Once, or from then on. */
  readonly again: boolean;
  readonly happy: Ran;
}

const bothFaces: readonly Face[] = ['cli', 'action'];
const place = createPlaces(Number(options.places));
const patience = Number(options.patience);

/** The undisturbed runs of a scenario, and the requests that they make, in order. */
async function undisturbed(scenario: Scenario): Promise<{ happy: ReadonlyMap<Face, Ran>; keys: readonly string[] }> {
  const keys: string[] = [];
  const happy = new Map<Face, Ran>();
  for (const frontend of scenario.frontends ?? bothFaces) {
    const ran = await run(scenario, frontend, (request) => {
      if (frontend === 'cli') keys.push(keyOf(request));
      return undefined;
    });
    const unwell = [ran.exitCode === 0 || ran.exitCode === 1 ? [] : [ran.shown], ran.damage].flat();
    if (unwell.length > 0) throw new Error(`${scenario.name} does not even go well undisturbed: ${unwell.join('; ')}`);
    happy.set(frontend, ran);
  }
  return { happy, keys };
}

interface Target {
  readonly key: string;
  readonly occurrence: number;
  /** Whether one like it has gone before. */
  readonly alike: boolean;
}

/** Of requests that are alike the first and the last: between them there is nothing that a fault could find out. */
function targetsAmong(keys: readonly string[]): readonly Target[] {
  const shapes = keys.map(shapeOf);
  return keys.flatMap((key, at) => {
    const alike = shapes.indexOf(shapes[at] ?? '') !== at;
    if (alike && shapes.lastIndexOf(shapes[at] ?? '') !== at) return [];
    return [{ key, occurrence: keys.slice(0, at).filter((other) => other === key).length, alike }];
  });
}

/** The faults of that target, which is number `turn`: of each family one, and for the last of many every fourth. */
function faultsFor({ alike }: Target, turn: number, faults: readonly CampaignFault[]): readonly CampaignFault[] {
  const chosen = faults.filter((fault) => {
    const family = faults.filter((other) => fault.family !== undefined && other.family === fault.family);
    return family.length === 0 || family[turn % family.length] === fault;
  });
  return alike ? chosen.filter((_, at) => (at + turn) % 4 === 0) : chosen;
}

/** Once, and from then on too; that costs the waits of all tries, so every other target is asked for it. */
function timesOf({ passes }: CampaignFault, { alike }: Target, turn: number): readonly boolean[] {
  return passes && !alike && turn % 2 === 0 ? [false, true] : [false];
}

/** @param turns with which of the faults that are taken in turn it begins */
async function strikesOf(
  scenario: Scenario,
  turns: number,
  faults: readonly CampaignFault[],
): Promise<readonly Strike[]> {
  const { happy, keys } = await undisturbed(scenario);
  const strikes = targetsAmong(keys).flatMap((target, at) =>
    faultsFor(target, turns + at, faults).flatMap((fault) =>
      timesOf(fault, target, turns + at).map((again) => ({ ...target, fault, again })),
    ),
  );
  const runs = [...happy];
  return strikes.flatMap((one, at) => {
    const [frontend, ran] = runs[at % runs.length] ?? [];
    return frontend && ran ? [{ ...one, scenario, frontend, happy: ran }] : [];
  });
}

function idOf({ scenario, frontend, fault, key, occurrence, again }: Strike): string {
  return `${scenario.name} (${frontend}): ${key} #${occurrence} → ${fault.name}, ${again ? 'from then on' : 'once'}`;
}

async function strike(one: Strike): Promise<Done> {
  const { scenario, frontend, fault, key, occurrence, again, happy } = one;
  let seen = 0;
  let struck: IncomingRequest | undefined;
  const ran = await run(scenario, frontend, (request) => {
    if (keyOf(request) !== key) return undefined;
    seen += 1;
    if (seen <= occurrence || (struck !== undefined && !again)) return undefined;
    const answer = fault.answer(request);
    if (answer !== undefined) struck = request;
    return answer;
  });
  return {
    id: idOf(one),
    scenario: scenario.name,
    fault: fault.name,
    request: struck && `${scenario.name} ${key} ${occurrence}`,
    found: struck === undefined ? [] : judge({ scenario, fault, struck, ran }, happy, patience),
  };
}

function countOf(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** Those that wait beside those that work: neighbours in the list are alike. */
function mixed<T>(all: readonly T[]): readonly T[] {
  const step = Math.ceil(Math.sqrt(all.length));
  return Array.from({ length: step }, (_, from) => all.filter((_one, at) => at % step === from)).flat();
}

async function campaign(): Promise<void> {
  const chosen = scenarios
    .map((scenario, turns) => ({ turns, scenario: { ...scenario, seconds: scenario.seconds * patience } }))
    .filter(
      ({ scenario: { name, registry } }) => name.includes(options.scenario) && (registry === undefined || available()),
    );
  const faults = campaignFaults.filter(({ name }) => name.includes(options.fault));
  const begun = performance.now();
  const all = (
    await Promise.all(chosen.map(({ scenario, turns }) => place(() => strikesOf(scenario, turns, faults))))
  ).flat();
  const tried = mixed(all);
  const enough = begun + (options.quick ? 1.5 : Number(options.minutes)) * 60_000;
  console.log(`${chosen.length} scenarios, ${faults.length} faults: up to ${tried.length} runs`);
  const doneRuns = await readDoneRuns(options.done);
  const ended: Done[] = [];
  let [now, left] = [0, 0];
  await Promise.all(
    tried.map((one) =>
      place(async () => {
        const earlier = doneRuns.earlier.get(idOf(one));
        if (earlier !== undefined) {
          ended.push(earlier);
          return;
        }
        if (performance.now() > enough) {
          left += 1;
          return;
        }
        const done = await strike(one);
        ended.push(done);
        await doneRuns.add(done);
        now += 1;
        if (now % 250 === 0) console.log(`${now} runs, ${secondsSince(begun)} s`);
        if (done.found.length > 0) console.log([`✗ ${done.id}`, ...done.found].join('\n    '));
      }),
    ),
  );
  const struck = ended.filter(({ request }) => request !== undefined);
  const wrong = struck.filter(({ found }) => found.length > 0).length;
  console.log(`${struck.length} runs, ${now} of them in ${secondsSince(begun)} s: ${wrong} went wrong`);
  const requests = new Set(struck.map(({ request }) => request)).size;
  const [byScenario, byFault] = [countOf(struck.map((one) => one.scenario)), countOf(struck.map((one) => one.fault))];
  if (options.write) await document({ scenarios: byScenario, faults: byFault, requests, wrong, left });
  if (wrong > 0 || struck.length === 0) process.exitCode = 1;
}

function secondsSince(begun: number): number {
  return Math.round((performance.now() - begun) / 1000);
}

await campaign();
