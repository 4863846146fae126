import type { HttpAnswer } from '../http/message.js';

/** Of GitHub’s addresses; a longer one would be cut where it is shown. */
const longest = 300;

/**
 * The advice if GitHub withholds something until the token is authorized for the single sign-on of an organization:
 * https://docs.github.com/rest/authentication/authenticating-to-the-rest-api#authorizing-your-personal-access-token-for-saml-single-sign-on.
 * @returns undefined for an answer without the header `x-github-sso`
 */
export function singleSignOnAdvice({ header, url }: Pick<HttpAnswer, 'header' | 'url'>): string | undefined {
  const text = header('x-github-sso');
  if (text === undefined) return undefined;
  const page = /\burl=(\S+)/.exec(text)?.[1];
  const address = page !== undefined && URL.canParse(page) ? new URL(page) : undefined;
  const how =
    address !== undefined && isOfGitHub(address, url) ? address.href : 'on GitHub, in the settings of the token';
  return `Authorize the token for the single sign-on (SAML SSO) of the organization: ${how}`;
}

/** At github.com, or at the web address of the server whose API has answered. */
function isOfGitHub({ protocol, host, username, password, href }: URL, api: URL): boolean {
  if (protocol !== 'https:' || username !== '' || password !== '' || href.length > longest) return false;
  return host === 'github.com' || host === api.host.replace(/^api\./, '');
}
