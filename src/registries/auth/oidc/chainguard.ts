import type { HttpRequest } from '../../../http/message.js';
import type { IssuedPassword } from '../credentials.js';
import { lifeIn, passwordOf, sendExchange } from './exchange.js';
import type { LoginProvider, LoginSettings } from './provider.js';

const issuer = new URL('https://issuer.enforce.dev');
const registry = 'cgr.dev';
/** An identity by its UIDP: the organization, folders, and itself. */
const form = /^[0-9a-f]{40}(?:\/[0-9a-f]{16})+$/;
/** Seconds. */
const usualLife = 3600;

/** Chainguard, by an assumable identity (edu.chainguard.dev, "Assumable identities"). */
export const chainguardLogin: LoginProvider = {
  title: 'Chainguard',
  form: 'the ID of an assumable identity',
  example: '720909c9f5279097d847ad02a2f24ba8f59de36a/a033a6fabe0bfa0d',
  trust: 'the assumable identity (chainctl iam identities update)',
  refusals: [
    [/audience/i, 'aud'],
    [/issuer/i, 'iss'],
    [/expired/i, 'exp'],
  ],
  read: (identity) =>
    form.test(identity)
      ? {
          audience: issuer.host,
          origins: [issuer],
          open: (settings) => ({ issue: () => settings.exchange((idToken) => exchange(idToken, identity, settings)) }),
        }
      : undefined,
};

async function exchange(idToken: string, identity: string, settings: LoginSettings): Promise<IssuedPassword> {
  const url = new URL('/sts/exchange', issuer);
  url.search = new URLSearchParams({ aud: registry, identity }).toString();
  const headers = { authorization: `Bearer ${idToken}`, accept: 'application/json' };
  const request: HttpRequest = { method: 'GET', url, headers };
  const { token } = await sendExchange(request, settings);
  // Any name does.
  return passwordOf(token, { username: 'user', life: lifeIn(token) || usualLife, request, holder: identity }, settings);
}
