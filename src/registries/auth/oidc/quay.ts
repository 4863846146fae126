import { basicHeader } from '../../../http/headers.js';
import type { HttpRequest } from '../../../http/message.js';
import type { IssuedPassword } from '../credentials.js';
import { lifeIn, passwordOf, sendExchange } from './exchange.js';
import { checkHalves } from './halves.js';
import type { LoginProvider, LoginSettings } from './provider.js';

const example = 'acme+deploy';
/** A robot account. */
const form = /^[a-z0-9][a-z0-9_.-]*\+[a-z0-9_.-]+$/;
/** Seconds. */
const usualLife = 3600;

/**
 * Quay, by the robot federation of its robot accounts (quay/quay, endpoints/oauth/robot_identity_federation.py). The
 * password is for the registry alone: Quay's API lists what is public with it.
 */
export const quayLogin: LoginProvider = {
  title: 'Quay',
  form: 'a robot account, NAMESPACE+ROBOT',
  example,
  trust: 'the robot federation of the robot account',
  exact: true,
  refusals: [
    [/Invalid robot|does not have federated login|Could not find robot/i, 'oidc'],
    [/audience/i, 'aud'],
    [/issuer/i, 'iss'],
    [/expired/i, 'exp'],
  ],
  read(robot, { registry }) {
    checkHalves(robot, '+', ['NAMESPACE', 'ROBOT'], example);
    if (!form.test(robot)) return undefined;
    const origin = new URL(`${registry.plainHttp ? 'http' : 'https'}://${registry.host}`);
    return {
      audience: registry.host,
      origins: [origin],
      open: (settings) => ({
        issue: () => settings.exchange((idToken) => exchange(idToken, robot, origin, settings)),
      }),
    };
  },
};

async function exchange(
  idToken: string,
  username: string,
  origin: URL,
  settings: LoginSettings,
): Promise<IssuedPassword> {
  const authorization = basicHeader(username, idToken);
  settings.mask(authorization.replace('Basic ', ''));
  const url = new URL('/oauth2/federation/robot/token', origin);
  const request: HttpRequest = { method: 'GET', url, headers: { authorization, accept: 'application/json' } };
  const { token } = await sendExchange(request, settings);
  return passwordOf(token, { username, life: lifeIn(token) || usualLife, request }, settings);
}
