import { Failure } from '../../../lib/errors.js';
import { textOf } from '../../json-values.js';
import { isObject } from '../../oci/manifest.js';
import type { IssuePassword } from '../driver.js';
import { createEcrApi } from './api.js';
import { awsKeysIn } from './aws-keys.js';
import { serviceOf } from './service.js';

/** How long a password lasts where the answer does not say so: 12 hours, in milliseconds. */
const usualLife = 12 * 60 * 60 * 1000;

/** A password for the registry by GetAuthorizationToken, with the access key in the environment. */
export const issueEcrPassword: IssuePassword = async (registry, settings) => {
  const service = serviceOf(registry.host);
  const keys = awsKeysIn(settings.environment);
  if (service === undefined || keys === undefined) throw new Error('a password without an access key');
  const answer = await createEcrApi(service, keys, settings).call('GetAuthorizationToken', {});
  // Of the public registry it is one object, else a list with one.
  const [data] = [answer?.authorizationData].flat();
  const { authorizationToken, expiresAt } = isObject(data) ? data : {};
  const token = textOf(authorizationToken) ?? '';
  const password = /^AWS:([\x21-\x7e]+)$/.exec(Buffer.from(token, 'base64').toString('utf8'))?.[1];
  if (password === undefined) {
    throw new Failure('server', {
      operation: `GetAuthorizationToken at ${service.api.host}`,
      reason: 'an answer without a token that can be used',
    });
  }
  settings.mask(token);
  settings.mask(password);
  const until = typeof expiresAt === 'number' ? expiresAt * 1000 : settings.now().getTime() + usualLife;
  return { username: 'AWS', password, until: new Date(until) };
};
