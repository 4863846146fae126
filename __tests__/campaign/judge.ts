import type { IncomingRequest } from '../../sandbox/index.js';
import type { CampaignFault } from './faults.js';
import type { Ran } from './run.js';
import type { Scenario } from './scenario.js';

/** How long a command may take beyond its time and what it takes undisturbed: to say farewell, on a busy machine. */
const grace = 3000;
/** What an answer claims of an image: if it says this at all, it must be as in the run without faults. */
const claims = [
  'digest',
  'pinned',
  'commit',
  'tags',
  'count',
  'update-available',
  'ready',
  'repositories',
  'authenticated',
];
const empty: readonly unknown[] = [undefined, null, '', false, 'false'];

/** What was wrong with that run; empty when nothing was. */
export function judge(
  scenario: Scenario,
  fault: CampaignFault,
  struck: IncomingRequest,
  ran: Ran,
  happy: Ran,
): readonly string[] {
  const found: string[] = [];
  const { exitCode, answer } = ran;
  const differing = differences(answer, happy.answer, ran.prepared.mayLack ?? []);
  const asHappy = exitCode === happy.exitCode && differing.length === 0;
  // A HEAD has nothing to compare its digest with: it can do no more than no harm.
  const believed = fault.name === 'wrong digest in the header' && struck.method === 'HEAD';
  // What a list names may have gone meanwhile: it is left out, and that is said.
  const leftOut = fault.name === '404' && /was listed, and is not there/.test(ran.shown);
  // A tag that is listed and not there is not offered: the next one is.
  const nextBest = fault.name === '404' && scenario.command === 'latest' && struck.url.pathname.includes('/manifests/');
  const missing = fault.name === '404' && (ran.prepared.saysMissing?.(struck) ?? false);
  // To log in is to be let in: whoever is refused has not authenticated, also by a registry that asked for nothing first.
  const refused = scenario.command === 'login' && (fault.name === '403' || struck.path === '/v2/');
  // GitHub says 404 of what these credentials may not do.
  const hidden = struck.host === 'api.github.com' && fault.name === '404';
  // What a registry answers to a delete that it does not know is its own affair.
  const odd = struck.method === 'DELETE';
  // Whoever waits for a build asks again, whatever the answer was, until time is up.
  const waits = ran.prepared.missingAtFirst ?? false;
  const codes = [
    ...fault.codes,
    ...(missing ? [1] : []),
    ...(refused ? [2] : []),
    ...(waits ? [6] : []),
    ...(believed ? [3] : []),
    ...(odd ? [7] : []),
    ...(hidden ? [4] : []),
  ];
  if (exitCode === null) found.push('had to be killed');
  else if (!asHappy && exitCode === happy.exitCode && !believed && !leftOut && !nextBest)
    found.push(`another answer: ${differing.join('; ').slice(0, 400)}`);
  else if (!asHappy && exitCode !== happy.exitCode && !codes.includes(exitCode))
    found.push(`exit code ${exitCode}, not ${codes.join(' or ')}`);
  if (!asHappy && exitCode !== happy.exitCode) {
    const wrong = believed
      ? []
      : claims.filter((name) => !empty.includes(answer[name]) && !isPartOf(answer[name], happy.answer[name]));
    for (const name of wrong) found.push(`claims that ${name} is ${JSON.stringify(answer[name])?.slice(0, 200)}`);
    if (answer.status === 'not-ready' && !missing && !waits) found.push('says not ready');
  }
  if (ran.milliseconds > scenario.seconds * 1000 + happy.milliseconds + grace)
    found.push(`took ${Math.round(ran.milliseconds)} ms`);
  if (/unexpected fault/i.test(ran.shown)) found.push('an unexpected fault');
  const secrets = [...ran.prepared.secrets, ...ran.derived];
  for (const [place, text] of Object.entries({ shown: ran.shown, 'in a file': ran.files, 'to a stranger': ran.told })) {
    if (secrets.some((secret) => text.includes(secret))) found.push(`a secret is ${place}`);
  }
  return [...found, ...ran.damage];
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The same; of a list those entries that did not fail, each as it should be. */
function isPartOf(some: unknown, all: unknown): boolean {
  if (!Array.isArray(some) || !Array.isArray(all)) return same(some, all);
  const right = all.map((entry) => JSON.stringify(entry));
  return some.every((entry) => entry?.error !== undefined || right.includes(JSON.stringify(entry)));
}

function differences(answer: Ran['answer'], happy: Ran['answer'], mayLack: readonly string[]): readonly string[] {
  const names = [...new Set([...Object.keys(answer), ...Object.keys(happy)])];
  return names
    .filter((name) => !same(answer[name], happy[name]))
    .filter((name) => !(mayLack.includes(name) && empty.includes(answer[name])))
    .filter((name) => !same(answer[name], lacking(happy[name], mayLack)))
    .map((name) => `${name} ${JSON.stringify(answer[name])} for ${JSON.stringify(happy[name])}`);
}

/** The same without those names, at any depth. */
function lacking(value: unknown, names: readonly string[]): unknown {
  return value === undefined
    ? undefined
    : JSON.parse(JSON.stringify(value, (name, inner: unknown) => (names.includes(name) ? undefined : inner)));
}
