import type { HttpAnswer } from '../../http/message.js';
import { brokenList, linkedPage, type Page, type PageRequest, type Pages, paginate } from '../../http/paginate.js';
import { failureOf, jsonObject } from '../../http/responses.js';
import { Failure } from '../../lib/errors.js';
import { countOf, isObject } from '../../lib/json.js';
import type { Session } from '../session.js';

/** The page size that clients request. Some registries refuse more; others return less and add a `Link`. */
const pageSize = 1000;

/** The meaning of an answer other than 200, if it has a special one for this list. */
export type Meaning = (answer: HttpAnswer, operation: string) => Failure | undefined;

/**
 * The texts of a list that comes by pages (`tags`, `repositories`), each once, in the registry's order. The next page
 * is at the address in `Link`, with our own path: Artifactory leaves the repository's key out of it (RTFACT-18971), and
 * behind a proxy registries name a host that only they know; no request goes to another host. A full page without
 * `Link` may be everything, or the registry knows `last` and not `Link`: one more request shows it. One that returns
 * less at once than requested, and refuses more, gets requests for what it accepts. `null` is an empty list.
 * @throws Failure: not-found when the registry has no such list; server as `paginate`
 */
export function listPages(
  session: Session,
  path: string,
  scope: string,
  key: string,
  meaning: Meaning = () => undefined,
): Pages<string> {
  const read = (answer: HttpAnswer, at: PageRequest): Page<string> => {
    if (at.number === 1 && refusesSize(answer)) return { entries: [], next: new URL(path, session.origin) };
    if (answer.status !== 200) throw meaning(answer, at.operation) ?? failureOf(answer, at.operation, session.advice);
    const body = jsonObject(answer, at.operation);
    const entries = textsIn(body, key, at.operation);
    const next = ownPage(answer, at);
    if (next === undefined && bodyHasMore(body))
      throw brokenList(at.operation, 'it has more entries, and no Link header names the next page');
    return {
      entries,
      next,
      total: totalOf(answer, body),
      probe: entries.length === pageSize ? after(at.url, entries.at(-1) ?? '') : undefined,
    };
  };
  const first = new URL(`${path}?n=${pageSize}`, session.origin);
  const send = (url: URL) => session.send({ method: 'GET', url }, scope);
  return paginate({ first, send, read, keyOf: (text) => text, mayRepeat: true });
}

/** distribution answers so where `catalog.maxentries` or `tags.maxtags` of its configuration is less. */
function refusesSize({ status, body }: HttpAnswer): boolean {
  return status === 400 && body.includes('"PAGINATION_NUMBER_INVALID"');
}

/**
 * For an empty repository, some registries leave the list out, and name the repository still. An answer with neither is
 * about something else: it does not mean that the list is empty.
 */
function textsIn(body: Record<string, unknown>, key: string, operation: string): readonly string[] {
  const { name, [key]: listed } = body;
  const values = listed ?? (listed === null || name !== undefined ? [] : undefined);
  if (Array.isArray(values) && values.every((value) => typeof value === 'string')) return values;
  throw new Failure('server', {
    operation,
    reason: `its ${key} are not a list of strings`,
    advice: 'Report it to the registry’s operator.',
  });
}

/** The next page by `Link`, always below the requested path. @throws Failure as `linkedPage` */
export function ownPage(answer: HttpAnswer, at: Pick<PageRequest, 'url' | 'operation'>): URL | undefined {
  const next = linkedPage(answer, at);
  return next === undefined ? undefined : new URL(`${at.url.pathname}${next.search}`, at.url);
}

function after(url: URL, last: string): URL {
  return new URL(`${url.pathname}?n=${pageSize}&last=${encodeURIComponent(last)}`, url);
}

/** Members of a body by which APIs name a next page, without `_` and `-`, in lower case. */
const memberOfMore =
  /^(?:has)?(?:next|more)(?:page|link|url|uri|token|cursor|marker|pagetoken|results|items)?$|^(?:is)?truncated$|^continuation(?:token)?$/;
/** Members that hold such members. */
const membersAround = /^_?(?:links?|meta|metadata|page|pages|paging|pageinfo|pagination)$/;
const totals = ['x-total-count', 'x-total'];

/** True if the body of a list shows that it goes on, itself or in `pagination`, `_links` and the like. */
function bodyHasMore(body: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(body).some(([name, value]) => {
    const plain = name.toLowerCase().replaceAll(/[_-]/g, '');
    if (membersAround.test(plain) && isObject(value)) return bodyHasMore(value);
    return memberOfMore.test(plain) && Boolean(value) && value !== 'false';
  });
}

/**
 * The total number of entries, if the answer reports it: `X-Total-Count: 5`, `Content-Range: tags 0-2/5`,
 * `"total": 5`.
 */
function totalOf(
  { header }: Pick<HttpAnswer, 'header'>,
  { total, total_count, totalCount = total_count ?? total }: Readonly<Record<string, unknown>>,
): number | undefined {
  const range = /\/(\d+)$/.exec(header('content-range') ?? '')?.[1];
  const counted = [...totals.map((name) => header(name)), range].find((value) => /^\d{1,9}$/.test(value ?? ''));
  return counted === undefined ? countOf(totalCount) : Number(counted);
}
