import { BlockList, isIP } from 'node:net';
import { usageFailure } from '../../lib/errors.js';

/** The next step after a 407. */
export const credentialsAdvice = 'Put the credentials into the address of the proxy: http://USER:PASSWORD@HOST:PORT.';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxy for this address, by the variables that curl reads (https://curl.se/docs/manpage.html, "ENVIRONMENT"):
 * `https_proxy` or `http_proxy`, else `all_proxy`, each in lower case before upper case, unless `no_proxy` names the
 * host.
 * @throws Failure (usage) for an address that cannot be used: requests never go around a proxy that is configured
 */
export function proxyFor(url: URL, environment: Environment): URL | undefined {
  const found = variable(environment, `${url.protocol.replace(':', '')}_proxy`) ?? variable(environment, 'all_proxy');
  if (found === undefined) return undefined;
  if (isException(url, variable(environment, 'no_proxy')?.value ?? '')) return undefined;
  const proxy = parseProxy(found.value, found.name);
  if (url.protocol === 'https:' || proxy.protocol === 'http:') return proxy;
  throw usageFailure(
    `${found.name} is an https:// proxy, which is not supported for plain HTTP`,
    'Give the address of an HTTP proxy: http://HOST:PORT.',
  );
}

/** An empty one is none, as for curl; one of blanks is an address that cannot be used. */
function variable(
  environment: Environment,
  name: string,
): { readonly name: string; readonly value: string } | undefined {
  for (const one of [name, name.toUpperCase()]) {
    const value = environment[one];
    if (value) return { name: one, value: value.trim() };
  }
  return undefined;
}

/** Scheme, credentials, host and port; only a slash may follow. */
const address = /^(?:https?:\/\/)?(?:[^\s/?#]*@)?(?:\[[0-9a-f:.]+\]|[\p{L}\p{M}\p{N}._-]+)(?::0*[1-9]\d*)?\/?$/iu;

/** Its credentials are shown nowhere: not in messages either. */
function parseProxy(text: string, name: string): URL {
  // `proxy.example.com:3128`, as curl takes it too, is not the scheme `proxy.example.com:`.
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') {
    throw usageFailure(
      `${name} is a ${scheme}:// proxy, which is not supported`,
      'Give the address of an HTTP proxy: http://HOST:PORT.',
    );
  }
  const whole = scheme === undefined ? `http://${text}` : text;
  if (!address.test(text) || !URL.canParse(whole) || !isDecodable(new URL(whole))) {
    throw usageFailure(
      `${name} is not the address of a proxy`,
      'Write http://HOST:PORT, or http://USER:PASSWORD@HOST:PORT with special characters percent-encoded (% is %25).',
    );
  }
  return new URL(whole);
}

function isDecodable({ username, password }: URL): boolean {
  try {
    return decodeURIComponent(`${username}${password}`) !== undefined;
  } catch {
    return false;
  }
}

/**
 * `no_proxy`: hosts and their subdomains, with or without a port, addresses, networks in CIDR notation, or `*` for all.
 */
function isException(url: URL, exceptions: string): boolean {
  const host = plainHost(url.hostname);
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return exceptions
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => entry === '*' || matches(entry.toLowerCase(), host, port));
}

function matches(entry: string, host: string, port: string): boolean {
  const network = /^\[?([0-9a-f.:]+)\]?\/(\d{1,3})$/.exec(entry);
  if (network !== null) return isInNetwork(host, network[1] ?? '', Number(network[2]));
  // The colons of a bare IPv6 address are not those of a port.
  const [, name = entry, wanted] = isIP(entry) === 6 ? [] : (/^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(entry) ?? []);
  if (wanted !== undefined && wanted !== port) return false;
  const bare = plainHost(name).replace(/^\*?\./, '');
  if (isIP(host) !== 0) return isInNetwork(host, bare, isIP(host) === 4 ? 32 : 128);
  return bare !== '' && (host === bare || host.endsWith(`.${bare}`));
}

/** Also of one address, in whichever spelling: all its bits are the network then. */
function isInNetwork(host: string, address: string, prefix: number): boolean {
  const [family, ofHost] = [isIP(address), isIP(host)];
  if (family === 0 || family !== ofHost || prefix > (family === 4 ? 32 : 128)) return false;
  const list = new BlockList();
  const type = family === 4 ? 'ipv4' : 'ipv6';
  list.addSubnet(address, prefix, type);
  return list.check(host, type);
}

/** Lower case, without the brackets of an IPv6 address and without a trailing dot. */
function plainHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');
}
