import type { Http } from '../http/client/http.js';
import { nextLink } from '../http/headers.js';
import { describe, encodePath, type HttpAnswer, refusal } from '../http/message.js';
import { failureOf, isMissing, jsonObject } from '../http/responses.js';
import { refusalReason, sameOrigin } from '../http/url-policy.js';
import { asFailure, Failure } from '../lib/errors.js';
import { parseJson } from '../lib/json.js';
import { decodeSnappy } from '../lib/snappy.js';
import { createGitHubApi } from './octokit.js';

/** A repository on GitHub, whose attestations are requested. */
export interface AttestationStore {
  readonly http: Http;
  /** The REST API: `https://api.github.com`. */
  readonly base: string;
  readonly token: string | undefined;
  /** `owner/name` */
  readonly repository: string;
  /** The most bytes of one attestation. */
  readonly limit: number;
}

/**
 * The attestations of a subject, and what could not be read of them: without that, it is unknown whether there are
 * others.
 */
export interface Attestations {
  /** Sigstore bundles, JSON. */
  readonly bundles: readonly Buffer[];
  readonly unread: readonly Failure[];
}

/** As many as GitHub gives in one page. */
const mostAttestations = 100;
const atOnce = 8;

const advice = {
  authentication: 'The token is wrong or has expired.',
  denied:
    'The token needs attestations: read on this repository (permissions: attestations: read for the workflow’s own token).',
};

/**
 * The attestations of a subject in GitHub's own store:
 * https://docs.github.com/rest/repos/attestations#list-attestations. Up to REST version 2022-11-28 they are in the
 * list; later ones have an address each, of a file that is compressed (Snappy) and that takes no credentials.
 * @returns nothing for a 404: GitHub has none, or the token cannot see the repository
 * @throws Failure for every other answer
 */
export async function readAttestations(store: AttestationStore, subject: string): Promise<Attestations> {
  const api = createGitHubApi(store.http, store.base, store.token);
  const path = `/repos/${encodePath(store.repository)}/attestations/${encodeURIComponent(subject)}`;
  const request = { method: 'GET' as const, url: new URL(`${api.base}${path}`) };
  const answer = await api.request('GET', `${path}?per_page=${mostAttestations}`);
  if (!sameOrigin(answer.url, request.url))
    throw refusal(request, `it redirects to ${answer.url.origin}, to which no request went`);
  if (isMissing(answer)) return { bundles: [], unread: [] };
  const operation = describe(request);
  if (answer.status !== 200) throw failureOf(answer, operation, advice);
  const read: PromiseSettledResult<Buffer>[] = [];
  const entries = entriesIn(answer, operation);
  for (let at = 0; at < entries.length; at += atOnce) {
    const some = entries.slice(at, at + atOnce).map((one) => readEntry(store, request.url, one));
    read.push(...(await Promise.allSettled(some)));
  }
  const isWhole = nextLink(answer.headerValues('link')).kind === 'none';
  return {
    bundles: read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])),
    unread: [
      ...read.flatMap((one) => (one.status === 'rejected' ? [asFailure(one.reason)] : [])),
      ...(isWhole ? [] : [tooMany(operation)]),
    ],
  };
}

/** The bundle itself, or where it is. */
type Entry = { readonly bundle: object } | { readonly address: string };

function entriesIn(answer: HttpAnswer, operation: string): readonly Entry[] {
  const { attestations } = jsonObject(answer, operation);
  const entries = Array.isArray(attestations) ? attestations.map(readObject) : [undefined];
  if (entries.every((entry) => entry !== undefined)) return entries;
  throw new Failure('server', {
    operation,
    reason: '200, and a list of attestations that has no bundles',
    advice: 'Update Image Gate: the API may have changed.',
  });
}

function readObject(value: unknown): Entry | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const bundle: unknown = Reflect.get(value, 'bundle');
  const address: unknown = Reflect.get(value, 'bundle_url');
  if (typeof bundle === 'object' && bundle !== null) return { bundle };
  return typeof address === 'string' ? { address } : undefined;
}

async function readEntry(store: AttestationStore, api: URL, entry: Entry): Promise<Buffer> {
  return 'bundle' in entry ? Buffer.from(JSON.stringify(entry.bundle)) : fetchBundle(store, api, entry.address);
}

/** The address carries its own right to read; the token is not for its host. */
async function fetchBundle({ http, limit }: AttestationStore, api: URL, address: string): Promise<Buffer> {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const objection = url === undefined ? 'it is not an address' : refusalReason(url, api);
  if (url === undefined || objection !== undefined) {
    throw refusal({ method: 'GET', url: api }, `it names the address of an attestation, and ${objection}`);
  }
  const request = { method: 'GET' as const, url, limit };
  const answer = await http.request(request);
  // The list names it: a missing bundle does not mean that the image is not signed.
  const kindOf = ({ status }: HttpAnswer) => (status === 404 ? 'server' : undefined);
  if (answer.status !== 200) throw failureOf(answer, describe(request), { kindOf });
  const bytes = parseJson(answer.body) === undefined ? decodeSnappy(answer.body, limit) : answer.body;
  if (bytes !== undefined) return bytes;
  throw new Failure('server', {
    operation: describe(request),
    reason: '200, and neither JSON nor Snappy, as attestations are',
    advice: 'Check that no proxy or login page answers in place of GitHub’s storage.',
  });
}

function tooMany(operation: string): Failure {
  return new Failure('server', {
    operation,
    reason: `there are more than the ${mostAttestations} attestations that were read`,
    permanent: true,
    advice: 'The required one may be among the others: delete unneeded attestations.',
  });
}
