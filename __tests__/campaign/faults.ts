import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import type { Answer, IncomingRequest, Misbehaviour, WholeAnswer } from '../../sandbox/index.js';

/** One way in which an answer can be wrong. */
export interface CampaignFault {
  readonly name: string;
  /** Exit codes that tell it rightly; success is always right when the answer is. */
  readonly codes: readonly number[];
  /** Whether asking again can help: then it also strikes every time. */
  readonly passes?: true;
  /** Faults that are taken in turn, one for each request: what tells them apart is read in one place for all requests. */
  readonly family?: 'limit' | 'failing' | 'too much' | 'length';
  /** Undefined where it cannot strike: an answer to HEAD has no body to be cut. */
  readonly answer: (request: IncomingRequest) => Misbehaviour | undefined;
}

/** Where redirects and challenges lead to that fish for credentials. */
export const stranger = 'stranger.example.com';
const words = { errors: [{ code: 'CAMPAIGN', message: 'a fault of the campaign' }] };
const jsonType = { 'content-type': 'application/json' };
const page = '<!doctype html><html><title>Sign in</title><body>Please sign in</body></html>';
const hundredMegabytes = 100 * 1024 * 1024;

const says = (status: number, headers: Answer['headers'] = {}) => ({
  answer: () => ({ status, headers: { ...jsonType, ...headers }, body: JSON.stringify(words) }),
});
const alters = (alter: (answer: WholeAnswer, request: IncomingRequest) => ReturnType<AlterOf>) => ({
  answer: (request: IncomingRequest) => ({ alter: (answer: WholeAnswer) => alter(answer, request) }),
});
type AlterOf = Extract<Misbehaviour, { alter: unknown }>['alter'];
/** Only of requests whose answers have bodies. */
const ofBodies = (answer: () => Misbehaviour) => ({
  answer: ({ method }: IncomingRequest) => (method === 'HEAD' ? undefined : answer()),
});
const soon = () => Date.now() + 1000;

/** Of the server: 5; or 6 when its limit, or the tries, outlast the time. */
const failing = { codes: [5, 6], passes: true } as const;
/** Nothing came, or not all of it. */
const broken = { codes: [6], passes: true } as const;
/** What came cannot be right, and is the server's fault. */
const senseless = { codes: [5] } as const;

/** Senseless too; a busy machine may run out of time before it has had enough. */
const tooMuch = { codes: [5, 6] } as const;

/** Every fault of the campaign. */
export const campaignFaults: readonly CampaignFault[] = [
  { name: '401', codes: [2], passes: true, ...says(401) },
  { name: '403', codes: [4], ...says(403) },
  // 7: a registry without this address does not support what is asked of it.
  { name: '404', codes: [3, 5, 7], ...says(404) },
  { name: '405', codes: [5, 7], ...says(405) },
  { name: '408', family: 'failing', ...failing, ...says(408) },
  { name: '429, seconds', family: 'limit', ...failing, ...says(429, { 'retry-after': '1' }) },
  {
    name: '429, a date',
    family: 'limit',
    ...failing,
    answer: () => ({ status: 429, headers: { 'retry-after': new Date(soon()).toUTCString() } }),
  },
  {
    name: '429, a unix time',
    family: 'limit',
    ...failing,
    answer: () => ({ status: 429, headers: { 'x-retry-after': String(Math.ceil(soon() / 1000)) } }),
  },
  { name: '429, an hour', family: 'limit', ...failing, ...says(429, { 'retry-after': '3600' }) },
  { name: '500', family: 'failing', ...failing, ...says(500) },
  {
    name: '502, a page',
    family: 'failing',
    ...failing,
    answer: () => ({ status: 502, headers: { 'content-type': 'text/html' }, body: page }),
  },
  { name: '503', family: 'failing', ...failing, ...says(503) },
  { name: 'reset', ...broken, answer: () => 'reset' },
  { name: 'done, its answer lost', ...broken, answer: () => ({ lose: true }) },
  { name: 'no answer', ...broken, answer: () => 'hang' },
  {
    name: 'cut body',
    codes: [5, 6],
    passes: true,
    ...ofBodies(() => ({
      alter: ({ status, headers, body }) => ({
        cut: { status, headers: flat(headers), body: body.toString('latin1'), after: Math.floor(body.length / 2) },
      }),
    })),
  },
  {
    name: 'slow body',
    family: 'too much',
    ...broken,
    ...ofBodies(() => ({ slow: { body: JSON.stringify(words), bytesPerSecond: 2, headers: jsonType } })),
  },
  { name: 'endless body', family: 'too much', ...tooMuch, ...ofBodies(() => ({ endless: true })) },
  {
    name: '100 MB of JSON',
    family: 'too much',
    ...tooMuch,
    ...ofBodies(() => ({ status: 200, headers: jsonType, body: Readable.from(muchJson(), { objectMode: false }) })),
  },
  {
    name: 'wrong digest in the header',
    ...senseless,
    ...alters((answer) => withHeader(answer, 'docker-content-digest', `sha256:${'e'.repeat(64)}`)),
  },
  {
    name: 'other content than its digest',
    ...senseless,
    // Elsewhere nobody can tell.
    answer: ({ url, method }) =>
      method === 'GET' && /\/(?:manifests|blobs)\//.test(url.pathname)
        ? {
            alter: (answer) => ({
              ...answer,
              body: Buffer.from(answer.body.map((byte) => (byte === 0x32 ? 0x33 : byte))),
            }),
          }
        : undefined,
  },
  // What is beyond the length belongs to no answer; what is missing from it never comes.
  { name: 'length too short', family: 'length', codes: [5, 6], ...lengthOf((length) => Math.floor(length / 2)) },
  { name: 'length too long', family: 'length', codes: [5, 6], ...lengthOf((length) => length + 100) },
  { name: 'another type', ...senseless, ...alters((answer) => withHeader(answer, 'content-type', 'image/png')) },
  {
    name: 'a page',
    ...senseless,
    answer: () => ({ status: 200, headers: { 'content-type': 'text/html' }, body: page }),
  },
  { name: 'an empty object', ...senseless, answer: () => ({ status: 200, headers: jsonType, body: '{}' }) },
  { name: 'null', ...senseless, answer: () => ({ status: 200, headers: jsonType, body: 'null' }) },
  {
    name: 'compressed, unasked',
    ...senseless,
    ...ofBodies(() => ({
      alter: ({ status, headers, body }) => {
        const { 'content-length': _length, ...others } = headers ?? {};
        return { status, headers: { ...others, 'content-encoding': 'gzip' }, body: gzipSync(body) };
      },
    })),
  },
  {
    name: 'redirect to itself',
    ...senseless,
    passes: true,
    answer: ({ path }) => ({ status: 307, headers: { location: path } }),
  },
  {
    name: 'redirect to another host that returns 404',
    codes: [3, 5],
    answer: () => ({ status: 302, headers: { location: `https://${stranger}/404` } }),
  },
  {
    name: 'redirect to a stranger who fishes',
    codes: [2, 5],
    answer: () => ({ status: 307, headers: { location: `https://${stranger}/401` } }),
  },
  {
    name: 'redirect into a private network',
    ...senseless,
    answer: () => ({ status: 307, headers: { location: 'http://10.1.2.3/' } }),
  },
  {
    name: '401 with a realm in a private network',
    codes: [2, 5],
    ...says(401, { 'www-authenticate': 'Bearer realm="https://10.1.2.3/token",service="x"' }),
  },
  {
    name: 'a next page that is the same',
    ...senseless,
    passes: true,
    ...alters((answer, { path }) => withHeader(answer, 'link', `<${path}>; rel="next"`)),
  },
];

/** What strangers answer to those who were sent to them. */
export function strange(request: IncomingRequest): Answer {
  if (request.url.pathname === '/404') return { status: 404, headers: jsonType, body: JSON.stringify(words) };
  return { status: 401, headers: { 'www-authenticate': 'Basic realm="fishing"' } };
}

function lengthOf(change: (length: number) => number): Pick<CampaignFault, 'answer'> {
  return {
    answer: ({ method }) =>
      method === 'HEAD'
        ? undefined
        : { alter: (answer) => withHeader(answer, 'content-length', String(change(answer.body.length))) },
  };
}

function withHeader(answer: WholeAnswer, name: string, value: string): WholeAnswer {
  return { ...answer, headers: { ...answer.headers, [name]: value } };
}

function flat(headers: Answer['headers'] = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

function* muchJson(): Generator<Buffer> {
  yield Buffer.from('{"tags":["');
  for (let sent = 0; sent < hundredMegabytes; sent += 65_536) yield Buffer.alloc(65_536, 'x');
  yield Buffer.from('"]}');
}
