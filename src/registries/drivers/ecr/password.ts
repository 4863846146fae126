import { plausibleDate } from '../../../images/date.js';
import { Failure } from '../../../lib/errors.js';
import { isObject, textOf } from '../../../lib/json.js';
import type { IssuedPassword } from '../../auth/credentials.js';
import type { DriverSettings, IssuePassword } from '../driver.js';
import { createEcrApi, type EcrApi } from './api.js';
import { accessKeyIn } from './aws-keys.js';
import { serviceOf } from './service.js';

/** The time that a password lasts if the answer does not report it: 12 hours, in milliseconds. */
const usualLife = 12 * 60 * 60 * 1000;

/** A password for the registry by GetAuthorizationToken, with the access key in the environment. */
export const issueEcrPassword: IssuePassword = async (registry, settings) => {
  const service = serviceOf(registry.host);
  const accessKey = accessKeyIn(settings);
  if (service === undefined || accessKey === undefined) throw new Error('a password without an access key');
  return requestPassword(createEcrApi(service, accessKey, settings), settings);
};

/** A password for the registry by GetAuthorizationToken, masked. */
export async function requestPassword(
  api: EcrApi,
  { mask, now }: Pick<DriverSettings, 'mask' | 'now'>,
): Promise<IssuedPassword> {
  const answer = await api.call('GetAuthorizationToken', {});
  // Of the public registry it is one object, else a list with one.
  const [data] = [answer?.authorizationData].flat();
  const { authorizationToken, expiresAt } = isObject(data) ? data : {};
  const token = textOf(authorizationToken) ?? '';
  const password = /^AWS:([\x21-\x7e]+)$/.exec(Buffer.from(token, 'base64').toString('utf8'))?.[1];
  if (password === undefined) {
    throw new Failure('server', {
      operation: `GetAuthorizationToken at ${api.service.api.host}`,
      reason: 'an answer without a token that can be used',
    });
  }
  mask(token);
  mask(password);
  const until = typeof expiresAt === 'number' ? plausibleDate(new Date(expiresAt * 1000)) : undefined;
  return { username: 'AWS', password, until: until ?? new Date(now().getTime() + usualLife) };
}
