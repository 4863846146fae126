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
  'updateAvailable',
  'ready',
  'verified',
  'repositories',
  'authenticated',
];
const empty: readonly unknown[] = [undefined, null, '', false, 'false'];

/** What is right all the same, and why. */
interface Allowance {
  readonly applies: (given: Given) => boolean;
  /** Further exit codes. */
  readonly codes?: readonly number[];
  /** Another answer than undisturbed, with the exit code of that. */
  readonly anotherAnswer?: true;
  /** Names in the answer, at any depth, that may be others. */
  readonly mayDiffer?: readonly string[];
}

interface Given {
  readonly scenario: Scenario;
  readonly fault: CampaignFault;
  /** The request that the fault struck. */
  readonly struck: IncomingRequest;
  readonly ran: Ran;
}

/** Faults that may say of an API that it does not exist, or is for others. */
const closing: readonly string[] = [
  '401',
  '401 with a realm in a private network',
  '403',
  '404',
  '405',
  'a page',
  'redirect to itself',
  'redirect to another host that returns 404',
  'redirect to a stranger who fishes',
  'redirect into a private network',
];

const allowances: readonly Allowance[] = [
  // A HEAD has nothing to compare its digest with: what is done then can do no more than no harm.
  {
    applies: ({ fault, struck }) => fault.name === 'wrong digest in the header' && struck.method === 'HEAD',
    codes: [3],
    anotherAnswer: true,
  },
  // Between the plan and the delete another digest means another image: left alone, and what was asked for has not come about.
  {
    applies: ({ fault, ran }) =>
      fault.name === 'wrong digest in the header' && /left alone: it was pushed again meanwhile/.test(ran.shown),
    codes: [1],
    anotherAnswer: true,
  },
  { applies: ({ fault, struck, ran }) => fault.name === '404' && !!ran.prepared.saysMissing?.(struck), codes: [1] },
  // What a list names may have gone meanwhile: it is left out, and that is said.
  {
    applies: ({ fault, ran }) => fault.name === '404' && /was listed but does not exist/.test(ran.shown),
    anotherAnswer: true,
  },
  // A tag without a manifest is left alone; a tag that is not there right before its delete needs none.
  {
    applies: ({ fault, ran }) => fault.name === '404' && /without a readable manifest/.test(ran.shown),
    anotherAnswer: true,
  },
  {
    applies: ({ fault, scenario, struck }) =>
      fault.name === '404' && scenario.command === 'delete' && struck.method === 'HEAD',
    anotherAnswer: true,
  },
  // A tag that is listed and not there is not offered: the next one is.
  {
    applies: ({ fault, scenario, struck }) =>
      fault.name === '404' && scenario.command === 'latest' && struck.url.pathname.includes('/manifests/'),
    anotherAnswer: true,
  },
  // To log in is to be let in: whoever is refused has not authenticated, also by a registry that asked for nothing first.
  {
    applies: ({ fault, scenario, struck }) =>
      scenario.command === 'login' && (fault.name === '403' || struck.path === '/v2/'),
    codes: [2],
  },
  // GitHub says 404 of what these credentials may not do.
  { applies: ({ fault, struck }) => fault.name === '404' && struck.host === 'api.github.com', codes: [4] },
  // To git, such a body is a list without refs: it reports an empty repository, and nothing is deleted for it.
  { applies: ({ struck }) => struck.path.includes('/info/refs?service=git-upload-pack'), codes: [3] },
  // Azure answers 401 to a token that its own service gave, and that does not include the delete.
  { applies: ({ fault, struck }) => fault.name === '401' && struck.method === 'DELETE', codes: [4] },
  // What a registry answers to a delete that it does not know is its own affair.
  { applies: ({ struck }) => struck.method === 'DELETE', codes: [7] },
  // An image whose config is lost is damaged: prune keeps it, and who needs the config says so.
  {
    applies: ({ fault, ran }) => fault.name === '404' && /is missing: the registry returns 404/.test(ran.shown),
    codes: [5],
    anotherAnswer: true,
  },
  // A gate stays open when the prune after it fails: a warning says so.
  {
    applies: ({ scenario, ran }) =>
      scenario.name === 'check with prune-keep' && /Warning: (?:--)?prune-keep: /.test(ran.shown),
    anotherAnswer: true,
  },
  // Where the registry's own API is not for these credentials, or seems not to exist, the images are read as everywhere.
  {
    applies: ({ fault, struck }) => !struck.url.pathname.startsWith('/v2/') && closing.includes(fault.name),
    mayDiffer: ['created', 'pushed', 'reason'],
  },
  // Whoever waits for a build asks again, whatever the answer was, until time is up.
  { applies: ({ ran }) => ran.prepared.missingAtFirst === true, codes: [6] },
];

/**
 * What was wrong with that run; empty when nothing was.
 * @param patience how many times as long everything takes here
 */
export function judge(given: Given, happy: Ran, patience = 1): readonly string[] {
  return [
    ...wrongAnswers(given, happy),
    ...wrongEnds(given, happy, patience),
    ...leaks(given.ran),
    ...given.ran.damage,
  ];
}

function wrongAnswers(given: Given, happy: Ran): readonly string[] {
  const { fault, ran } = given;
  const { exitCode, answer, prepared } = ran;
  const allowed = allowances.filter(({ applies }) => applies(given));
  const others = allowed.flatMap(({ mayDiffer = [] }) => mayDiffer);
  const differing = differences(without(answer, others), without(happy.answer, others), prepared.mayLack ?? []);
  if (exitCode === null) return ['had to be killed'];
  if (exitCode === happy.exitCode) {
    const excused = differing.length === 0 || allowed.some(({ anotherAnswer }) => anotherAnswer);
    return excused ? [] : [`another answer: ${differing.join('; ').slice(0, 400)}`];
  }
  const codes = [...fault.codes, ...allowed.flatMap(({ codes: more = [] }) => more)];
  const wrong = claims.filter((name) => !empty.includes(answer[name]) && !isPartOf(answer[name], happy.answer[name]));
  const claimed = allowed.some(({ anotherAnswer }) => anotherAnswer) ? [] : wrong;
  const saysMissing = answer.status === 'not-ready' && !codes.includes(1) && prepared.missingAtFirst !== true;
  return [
    ...(codes.includes(exitCode) ? [] : [`exit code ${exitCode}, not ${codes.join(' or ')}`]),
    ...claimed.map((name) => `claims that ${name} is ${JSON.stringify(answer[name])?.slice(0, 200)}`),
    ...(saysMissing ? ['says not ready'] : []),
  ];
}

function wrongEnds({ scenario, ran }: Given, happy: Ran, patience: number): readonly string[] {
  const late = ran.milliseconds > scenario.seconds * 1000 + happy.milliseconds + grace * patience;
  return [
    ...(late ? [`took ${Math.round(ran.milliseconds)} ms`] : []),
    ...(/unexpected fault/i.test(ran.shown) ? ['an unexpected fault'] : []),
  ];
}

function leaks({ prepared, derived, shown, files, told }: Ran): readonly string[] {
  const secrets = [...prepared.secrets, ...derived];
  const places = { shown, 'in a file': files, 'to a stranger': told };
  return Object.entries(places).flatMap(([place, text]) =>
    secrets.some((secret) => text.includes(secret)) ? [`a secret is ${place}`] : [],
  );
}

/** The same; of a list those entries that did not fail, each as it should be. */
function isPartOf(some: unknown, all: unknown): boolean {
  if (!Array.isArray(some) || !Array.isArray(all)) return same(some, all);
  const right = all.map((entry) => JSON.stringify(entry));
  return some.every((entry) => entry?.error !== undefined || right.includes(JSON.stringify(entry)));
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function differences(answer: Ran['answer'], happy: Ran['answer'], mayLack: readonly string[]): readonly string[] {
  const names = [...new Set([...Object.keys(answer), ...Object.keys(happy)])];
  return names
    .filter((name) => !same(answer[name], happy[name]))
    .filter((name) => !(mayLack.includes(name) && empty.includes(answer[name])))
    .filter((name) => !same(answer[name], lacking(happy[name], mayLack)))
    .map((name) => `${name} ${JSON.stringify(answer[name])} for ${JSON.stringify(happy[name])}`);
}

function lacking(value: unknown, names: readonly string[]): unknown {
  return value === undefined ? undefined : without({ value }, names).value;
}

/** The same without those names, at any depth. */
function without(answer: Ran['answer'], names: readonly string[]): Ran['answer'] {
  return JSON.parse(JSON.stringify(answer, (name, inner: unknown) => (names.includes(name) ? undefined : inner)));
}
