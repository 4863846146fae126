import type { HttpAnswer } from '../../http/message.js';
import { countOf } from '../json-values.js';
import { isObject } from './manifest.js';

/** Members of a body by which APIs name a next page, without `_` and `-`, in lower case. */
const memberOfMore =
  /^(?:has)?(?:next|more)(?:page|link|url|uri|token|cursor|marker|pagetoken|results|items)?$|^(?:is)?truncated$|^continuation(?:token)?$/;
/** Members that hold such members. */
const membersAround = /^_?(?:links?|meta|metadata|page|pages|paging|pageinfo|pagination)$/;
const totals = ['x-total-count', 'x-total'];

/** Whether the body of a list says that it goes on, itself or in `pagination`, `_links` and the like. */
export function bodyHasMore(body: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(body).some(([name, value]) => {
    const plain = name.toLowerCase().replaceAll(/[_-]/g, '');
    if (membersAround.test(plain) && isObject(value)) return bodyHasMore(value);
    return memberOfMore.test(plain) && Boolean(value) && value !== 'false';
  });
}

/** How many entries there are in all, where the answer says so: `X-Total-Count: 5`, `Content-Range: tags 0-2/5`, `"total": 5`. */
export function totalOf(
  { header }: Pick<HttpAnswer, 'header'>,
  { total, total_count, totalCount = total_count ?? total }: Readonly<Record<string, unknown>>,
): number | undefined {
  const range = /\/(\d+)$/.exec(header('content-range') ?? '')?.[1];
  const counted = [...totals.map((name) => header(name)), range].find((value) => /^\d{1,9}$/.test(value ?? ''));
  return counted === undefined ? countOf(totalCount) : Number(counted);
}
