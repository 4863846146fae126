import type { HttpAnswer } from './message.js';

/** Headers by which other APIs name a next page (GitLab, Azure, and those that took `Link` for `Links`). */
const headersOfMore = [
  'links',
  'next',
  'next-page',
  'x-next',
  'x-next-page',
  'x-next-cursor',
  'x-next-link',
  'x-next-marker',
  'x-next-token',
  'x-next-page-token',
  'x-continuation-token',
  'x-ms-continuation',
];

/** The header that names a next page in a way that is none of the protocol’s. */
export function headerOfMore({ header }: Pick<HttpAnswer, 'header'>): string | undefined {
  return headersOfMore.find((name) => !['', '0', 'false', 'null'].includes((header(name) ?? '').trim().toLowerCase()));
}
